#include "chart/chart.h"

#include "base/str.h"

#include <stdio.h>

static const struct chart_kind kinds[] = {
	{ "leaderboard", "models by their score on one benchmark, best first, with rank and maker", chart_leaderboard },
};

const struct chart_kind *chart_kind_at(size_t i)
{
	return i < sizeof kinds / sizeof *kinds ? &kinds[i] : NULL;
}

const struct chart_kind *chart_kind_find(const char *name, struct diags *diags)
{
	const struct chart_kind *nearest = &kinds[0];
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (str_eq(kinds[i].name, name))
			return &kinds[i];
		if (str_distance(kinds[i].name, name, 20) < str_distance(nearest->name, name, 20))
			nearest = &kinds[i];
	}
	char hint[64];
	snprintf(hint, sizeof hint, "did you mean %s?", nearest->name);
	diag_add(diags, DIAG_ERROR, place_file(NULL), hint, "there is no chart kind \"%s\"", name);
	return NULL;
}
