#include "chart/chart.h"

#include "base/str.h"

#include <stdio.h>

static const struct chart_kind kinds[] = {
	{ "leaderboard", WANTS_ONE, "models by their score on one benchmark, best first, with rank and maker",
	  chart_leaderboard },
	{ "bars", WANTS_MANY, "models on one benchmark, or one model (-m) on several", chart_bars },
	{ "panels", WANTS_MANY, "a panel of bars a benchmark, one scale a unit", chart_panels },
	{ "grouped", WANTS_MANY, "up to three models side by side, a group a benchmark", chart_grouped },
	{ "dots", WANTS_ONE, "positions on a scale without a zero, such as Elo", chart_dots },
	{ "tokens", WANTS_TWO, "who spends how many tokens; with a second -b its score per million tokens",
	  chart_tokens },
	{ "scatter", WANTS_TWO, "a score against tokens, cost or time, with the efficient frontier", chart_scatter },
	{ "gap", WANTS_MANY, "lead and lag of the focus against its best rival, by benchmark", chart_gap },
	{ "slope", WANTS_MANY, "change between two models or variants (-m -m), or two benchmarks (-b -b)",
	  chart_slope },
	{ "heatmap", WANTS_MANY, "models by benchmarks, numbers on shaded fields", chart_heatmap },
	{ "table", WANTS_MANY, "models by benchmarks, the numbers", chart_table },
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
