#include "chart/kind.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/kinds.h"

#include <stdio.h>

static const struct chart_kind kinds[] = {
	{ .name = "leaderboard",
	  .summary = "models on one benchmark, best first, with rank and maker; dots where the scale has no zero",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .has_rows = true,
	  .draws_bars = true,
	  .may_log = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .may_group = true,
	  .layout = chart_leaderboard },
	{ .name = "bars",
	  .summary = "models on one benchmark, or one model (-m) on several",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .needs_zero = true,
	  .has_rows = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .may_group = true,
	  .layout = chart_bars },
	{ .name = "columns",
	  .summary = "up to twelve models on one benchmark as upright bars, their names below",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .needs_zero = true,
	  .has_scale = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .fills_plot = true,
	  .layout = chart_columns },
	{ .name = "panels",
	  .summary = "one panel of bars per benchmark, one scale per unit",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .needs_zero = true,
	  .has_rows = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .layout = chart_panels },
	{ .name = "grouped",
	  .summary = "up to five models side by side, one group per benchmark",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .needs_zero = true,
	  .has_rows = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .layout = chart_grouped },
	{ .name = "dots",
	  .summary = "positions on a scale without a zero, such as Elo, or on a log scale where values are far apart",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .has_rows = true,
	  .may_log = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .may_group = true,
	  .layout = chart_dots },
	{ .name = "distribution",
	  .summary = "how the results behind each value lie: quantiles, single runs, or the interval of the mean",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .has_rows = true,
	  .may_log = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .may_group = true,
	  .layout = chart_distribution },
	{ .name = "tokens",
	  .summary = "how many tokens each model uses; with a second -b, its score per million tokens",
	  .least = 1,
	  .most = 2,
	  .order = "first the one that counts tokens, then, if you like, a score",
	  .counts_tokens = true,
	  .needs_zero = true,
	  .has_rows = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .takes_digits = true,
	  .layout = chart_tokens },
	{ .name = "stacked",
	  .summary = "the parts of a total (one -b each) with their sum, in one unit; --percent: as shares of it",
	  .least = 2,
	  .most = CHART_KIND_PARTS,
	  .order = "the parts of one total, in the order in which they are stacked",
	  .needs_zero = true,
	  .may_percent = true,
	  .has_rows = true,
	  .takes_digits = true,
	  .layout = chart_stacked },
	{ .name = "scatter",
	  .summary = "a score (first -b) against tokens, cost or time (second -b), with the efficient frontier",
	  .least = 2,
	  .most = 2,
	  .order = "first the score, then what it is set against",
	  .may_log = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .may_withhold = true,
	  .fills_plot = true,
	  .layout = chart_scatter },
	{ .name = "timeline",
	  .summary = "a score by the day of release, with the best so far",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .needs_dates = true,
	  .may_log = true,
	  .has_scale = true,
	  .may_annotate = true,
	  .may_withhold = true,
	  .fills_plot = true,
	  .layout = chart_timeline },
	{ .name = "lines",
	  .summary = "what one source measured over time, a line for each model",
	  .least = 1,
	  .most = 1,
	  .alternatives = "panels, table and heatmap",
	  .needs_dates = true,
	  .has_scale = true,
	  .fills_plot = true,
	  .layout = chart_lines },
	{ .name = "gap",
	  .summary = "lead or lag of the --focus against its best rival, benchmark by benchmark",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .needs_focus = true,
	  .has_rows = true,
	  .layout = chart_gap },
	{ .name = "slope",
	  .summary = "change between two models or variants (-m -m), or between two benchmarks (-b -b)",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .needs_ends = true,
	  .fills_plot = true,
	  .layout = chart_slope },
	{ .name = "heatmap",
	  .summary = "models by benchmarks, numbers on shaded fields",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .has_rows = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .layout = chart_heatmap },
	{ .name = "table",
	  .summary = "models by benchmarks, the numbers alone",
	  .least = 1,
	  .most = CHART_KIND_MANY,
	  .has_rows = true,
	  .takes_digits = true,
	  .may_withhold = true,
	  .layout = chart_table },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

const struct chart_kind *chart_kind_at(size_t i)
{
	return i < KINDS ? &kinds[i] : NULL;
}

const struct chart_kind *chart_kind_find(const char *name, struct place place, struct diags *diags)
{
	enum { FAR = 20 };
	const struct chart_kind *nearest = &kinds[0];
	for (size_t i = 0; i < KINDS; i++) {
		if (str_eq(kinds[i].name, name))
			return &kinds[i];
		if (str_distance(kinds[i].name, name, FAR) < str_distance(nearest->name, name, FAR))
			nearest = &kinds[i];
	}
	char hint[64];
	snprintf(hint, sizeof hint, "did you mean %s?", nearest->name);
	diag_add(diags, DIAG_ERROR, place, hint, "there is no chart kind \"%s\"", name);
	return NULL;
}

const char *chart_kind_shows(const struct chart_kind *kind)
{
	if (kind->most == CHART_KIND_MANY)
		return "at least one benchmark";
	if (kind->most == 1)
		return "one benchmark";
	if (kind->most == CHART_KIND_PARTS)
		return "two to six benchmarks";
	return kind->least == 1 ? "one or two benchmarks" : "two benchmarks";
}

bool chart_kind_annotates(const struct chart_kind *kind)
{
	return kind->may_annotate;
}

bool chart_kind_may_log(const struct chart_kind *kind)
{
	return kind->may_log;
}

bool chart_kind_takes_digits(const struct chart_kind *kind)
{
	return kind->takes_digits;
}

bool chart_kind_withholds(const struct chart_kind *kind)
{
	return kind->may_withhold;
}

bool chart_kind_groups(const struct chart_kind *kind)
{
	return kind->may_group;
}

bool chart_kind_has_scale(const struct chart_kind *kind)
{
	return kind->has_scale;
}

const char *chart_kinds_that(struct arena *arena, bool (*takes)(const struct chart_kind *kind))
{
	struct strbuf list = strbuf_new(arena);
	size_t left = 0;
	for (size_t i = 0; i < KINDS; i++)
		left += takes(&kinds[i]);
	for (size_t i = 0, n = 0; i < KINDS; i++)
		if (takes(&kinds[i])) {
			left--;
			strbuf_addf(&list, "%s%s", n++ ? left ? ", " : " and " : "", kinds[i].name);
		}
	strbuf_add(&list, " can have them");
	return list.s;
}
