#include "chart/chart.h"

#include "base/arena.h"
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

const struct chart_kind *chart_kind_find(const char *name, struct place place, struct diags *diags)
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
	diag_add(diags, DIAG_ERROR, place, hint, "there is no chart kind \"%s\"", name);
	return NULL;
}

static bool among_models(const struct variant *variant, const struct chart_request *q)
{
	for (size_t i = 0; i < q->n_models; i++)
		if (variant == q->models[i])
			return true;
	return variant && !q->n_models;
}

static const char *benchmark_names(struct arena *arena, const struct dataset *d)
{
	struct strbuf names = strbuf_new(arena);
	for (size_t i = 0; i < d->n_benchmarks && i < 12; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", d->benchmarks[i]->id);
	return names.s;
}

bool chart_settle_benchmarks(struct arena *arena, struct chart_request *q, const struct chart_kind *kind,
                             const char *naming, struct place place, struct diags *diags)
{
	const struct dataset *d = q->dataset;
	const struct benchmark **found = arena_alloc(arena, d->n_benchmarks + 1, sizeof *found);
	bool *measured = arena_alloc(arena, d->n_benchmarks + 1, sizeof *measured);
	if (q->n_benchmarks)
		return true;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (d->measurements[i]->value.text && among_models(d->measurements[i]->variant, q))
			measured[d->measurements[i]->benchmark->index] = true;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (measured[i])
			found[q->n_benchmarks++] = d->benchmarks[i];
	q->benchmarks = found;
	if (!q->n_benchmarks)
		diag_add(diags, DIAG_ERROR, place, "give files with measurements",
		         "the data hold no value that could be drawn");
	else if (q->n_benchmarks > 1 && kind->wants == WANTS_ONE)
		diag_add(diags, DIAG_ERROR, place,
		         arena_printf(arena, "name one with %s: %s", naming, benchmark_names(arena, d)),
		         "the data hold %zu benchmarks", d->n_benchmarks);
	else if (q->n_benchmarks != 1 && kind->wants == WANTS_TWO)
		diag_add(diags, DIAG_ERROR, place,
		         arena_printf(arena, "name them with %s: %s", naming, benchmark_names(arena, d)),
		         "a chart of the kind %s needs to know which benchmarks it shows", kind->name);
	else
		return true;
	return false;
}
