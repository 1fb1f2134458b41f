/* oracle_grid.h: what charts of several tests say in titles and alt texts, held against the oracle's data. For
 * oracle_test.c alone. */
#ifndef ORACLE_GRID_H
#define ORACLE_GRID_H

#include "oracle_sentences.h"
#include "oracle_stack.h"

/* ---- who leads where ---- */

/* Alone ahead of at least one other model; a claim, of all values. */
static bool wins(const struct world *w, size_t i, size_t k)
{
	return contest(w, i, k) > 0;
}

static bool wins_by_claim(const struct world *w, size_t i, size_t k)
{
	return wins(w, i, k) && w->claimed[i][k];
}

static bool wins_by_result(const struct world *w, size_t i, size_t k)
{
	return wins(w, i, k) && rank_of(w, i, k) == 1;
}

static bool loses(const struct world *w, size_t i, size_t k)
{
	return contest(w, i, k) < 0;
}

static size_t count_on(const struct drawn *d, size_t i, bool (*holds)(const struct world *, size_t, size_t))
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += d->asked[k] && holds(d->w, i, k);
	return n;
}

static size_t count_on_drawn(const struct drawn *d, size_t i, bool (*holds)(const struct world *, size_t, size_t))
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += d->asked[k] && d->drawn[k] && holds(d->w, i, k);
	return n;
}

static size_t count_asked(const struct drawn *d)
{
	size_t n = 0;
	for (size_t k = 0; k < TESTS; k++)
		n += d->asked[k];
	return n;
}

#include "oracle_reversals.h"

static size_t count_drawn(const struct drawn *d)
{
	size_t n = 0;
	for (size_t k = 0; k < TESTS; k++)
		n += d->drawn[k];
	return n;
}

static size_t count_shown(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < MODELS; i++)
		n += d->shown[i];
	return n;
}

/* Those with a value on a test that was asked for. */
static size_t count_candidates(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++) {
		bool any = false;
		for (size_t k = 0; k < d->w->n_tests; k++)
			any |= d->asked[k] && d->w->present[i][k];
		n += any;
	}
	return n;
}

static bool counts_asked(const struct drawn *d)
{
	return whole(hole(d, "all")) == (long)count_asked(d);
}

static bool leads_some(const struct drawn *d)
{
	return counts_asked(d) && !count_on(d, name_in(d, "name"), wins_by_claim) &&
	       whole(hole(d, "count")) == (long)count_on(d, name_in(d, "name"), wins);
}

/* ", six of the eight shown": of those that are counted some are drawn, not all and not none. */
static bool some_drawn(const struct drawn *d, bool (*holds)(const struct world *, size_t, size_t))
{
	size_t i = name_in(d, "name"), all = count_on(d, i, holds), n = count_on_drawn(d, i, holds);
	return whole(hole(d, "part")) == (long)n && whole(hole(d, "whole")) == (long)all && n > 0 && n < all;
}

static bool leads_some_drawn(const struct drawn *d)
{
	return leads_some(d) && some_drawn(d, wins);
}

/* Some of them, or all, by its own claim. */
static bool leads_by_claim(const struct drawn *d)
{
	size_t i = name_in(d, "name"), claimed = count_on(d, i, wins_by_claim), all = count_on(d, i, wins);
	long said = *hole(d, "claimed") ? whole(hole(d, "claimed")) : (long)all;
	return counts_asked(d) && claimed > 0 && whole(hole(d, "count")) == (long)all && said == (long)claimed;
}

static bool leads_by_claim_drawn(const struct drawn *d)
{
	return leads_by_claim(d) && some_drawn(d, wins);
}

static bool leads_none(const struct drawn *d)
{
	return (*hole(d, "all") ? counts_asked(d) : count_asked(d) == 2) && count_on(d, name_in(d, "name"), wins) == 0;
}

static bool leads_everywhere(const struct drawn *d)
{
	return (!*hole(d, "all") || counts_asked(d)) && !count_on(d, name_in(d, "name"), wins_by_claim) &&
	       count_on(d, name_in(d, "name"), wins) == count_asked(d);
}

static bool nobody_leads_most(const struct drawn *d)
{
	size_t most = 0;
	for (size_t i = 0; i < d->w->models; i++) {
		size_t n = count_on(d, i, wins_by_result);
		most = n > most ? n : most;
	}
	return counts_asked(d) && most * 2 <= count_asked(d);
}

static bool nobody_leads_most_drawn(const struct drawn *d)
{
	size_t most = 0;
	for (size_t i = 0; i < d->w->models; i++) {
		size_t n = count_on_drawn(d, i, wins_by_result);
		most = n > most ? n : most;
	}
	return whole(hole(d, "all")) == (long)count_drawn(d) && count_drawn(d) < count_asked(d) &&
	       most * 2 <= count_drawn(d);
}

static bool nobody_leads_both(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		if (count_on(d, i, wins_by_result) == 2)
			return false;
	return count_asked(d) == 2;
}

static bool compares(const struct drawn *d)
{
	bool all = *hole(d, "all") != '\0';
	return whole(hole(d, "count")) == (long)count_shown(d) && whole(hole(d, "n")) == (long)count_drawn(d) &&
	       (!all ||
	        (whole(hole(d, "all")) == (long)count_candidates(d) && whole(hole(d, "m")) == (long)count_asked(d)));
}

static bool is_alone(const struct drawn *d)
{
	return count_candidates(d) == 1 && whole(hole(d, "n")) == (long)count_asked(d);
}

static bool leads_and_trails(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return counts_asked(d) && !count_on(d, i, wins_by_claim) &&
	       whole(hole(d, "ahead")) == (long)count_on(d, i, wins) &&
	       whole(hole(d, "behind")) == (long)count_on(d, i, loses);
}

static bool trails_some(const struct drawn *d)
{
	return counts_asked(d) && whole(hole(d, "count")) == (long)count_on(d, name_in(d, "name"), loses) &&
	       count_on_drawn(d, name_in(d, "name"), wins) == 0;
}

static bool trails_some_drawn(const struct drawn *d)
{
	return trails_some(d) && some_drawn(d, loses);
}

static bool trails_everywhere(const struct drawn *d)
{
	return (!*hole(d, "all") || counts_asked(d)) && count_on(d, name_in(d, "name"), loses) == count_asked(d);
}

static bool is_level(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return !count_on(d, i, wins) && !count_on(d, i, loses);
}

static const struct sentence grid_titles[] = {
	{ "{name} leads on {count} of {all} benchmarks", leads_some },
	{ "{name} is best on {count} of {all} benchmarks, {claimed} by its own claim", leads_by_claim },
	{ "{name} is ahead on {count} of {all} benchmarks, {claimed} by its own claim", leads_by_claim },
	{ "{name} leads on {count} of {all}, {claimed} by its own claim", leads_by_claim },
	{ "{name} is best on {count} of {all} benchmarks, by its own claim", leads_by_claim },
	{ "{name} is ahead on {count} of {all} benchmarks, by its own claim", leads_by_claim },
	{ "{name} leads on {count} of {all} by its own claim", leads_by_claim },
	{ "{name} leads on none of the {all} benchmarks", leads_none },
	{ "{name} leads on neither of the {all} benchmarks", leads_none },
	{ "{name} leads on all {all} benchmarks", leads_everywhere },
	{ "{name} leads on every benchmark shown", leads_everywhere },
	{ "{name} leads on {count} of {all} benchmarks, {part} of the {whole} shown", leads_some_drawn },
	{ "{name} leads on {count} of {all}, {claimed} by its own claim, {part} of the {whole} shown",
	  leads_by_claim_drawn },
	{ "{name} leads on {count} of {all} by its own claim, {part} of the {whole} shown", leads_by_claim_drawn },
	{ "{name} trails on {count} of {all} benchmarks, {part} of the {whole} shown", trails_some_drawn },
	{ "No model leads on most of the {all} benchmarks shown", nobody_leads_most_drawn },
	{ "No model leads on most of the {all} benchmarks", nobody_leads_most },
	{ "No model leads on both benchmarks", nobody_leads_both },
	{ "{name} leads on {on}, {other} on {to}", each_leads },
	{ "{name} leads on {on} and is last on {to}", leads_and_is_last },
	{ "{count} models compared on {n} benchmarks", compares },
	{ "{count} models compared on {n} benchmark", compares },
	{ "{count} model compared on {n} benchmarks", compares },
	{ "{count} model compared on {n} benchmark", compares },
	{ "{count} of {all} models compared on {n} of {m} benchmarks", compares },
	{ "{name} on {n} benchmarks", is_alone },
	{ "{name} leads on {ahead} of {all} benchmarks and trails on {behind}", leads_and_trails },
	{ "{name} trails on {count} of {all} benchmarks", trails_some },
	{ "{name} trails on all {all} benchmarks", trails_everywhere },
	{ "{name} trails on every benchmark shown", trails_everywhere },
	{ "{name} against its best rivals", is_level },
	STACK_TITLES
};

/* ---- slopes: from one test to another ---- */

static double end_of(const struct drawn *d, size_t i, const char *key)
{
	long k = test_of(d->w, hole(d, key));
	return k < 0 || !d->w->present[i][k] ? (double)NAN : d->w->values[i][k];
}

/* Of both ends together. */
static double noise_of(const struct drawn *d, size_t i)
{
	return hypot(d->w->half[i][test_of(d->w, hole(d, "from"))], d->w->half[i][test_of(d->w, hole(d, "to"))]);
}

static size_t count_change(const struct drawn *d, int way, size_t *both)
{
	size_t n = 0;
	*both = 0;
	for (size_t i = 0; i < d->w->models; i++) {
		double change = end_of(d, i, "to") - end_of(d, i, "from");
		*both += !isnan(change);
		n += change * way > 0 && fabs(change) >= noise_of(d, i) * (1 - 1e-9);
	}
	return n;
}

static bool change_is(const struct drawn *d, int way)
{
	size_t both, i = name_in(d, "name");
	double change = end_of(d, i, "to") - end_of(d, i, "from");
	count_change(d, way, &both);
	return both == 1 && (way ? change * way > 0 && says(number_of(hole(d, "gap")), fabs(change)) : change == 0);
}

static bool rises(const struct drawn *d)
{
	return change_is(d, 1);
}

static bool falls(const struct drawn *d)
{
	return change_is(d, -1);
}

static bool stays(const struct drawn *d)
{
	return change_is(d, 0);
}

static bool all_higher(const struct drawn *d)
{
	size_t both;
	return count_change(d, 1, &both) == both;
}

static bool all_lower(const struct drawn *d)
{
	size_t both;
	return count_change(d, -1, &both) == both;
}

static bool some_higher(const struct drawn *d)
{
	size_t both, up = count_change(d, 1, &both);
	return whole(hole(d, "n")) == (long)up && whole(hole(d, "count")) == (long)both;
}

static bool none_higher(const struct drawn *d)
{
	size_t both, up = count_change(d, 1, &both);
	return !up && whole(hole(d, "count")) == (long)both;
}

static const struct sentence slope_titles[] = {
	{ "None of {count} models scores higher on {to} than on {from}", none_higher },
	{ "From {from} to {to}: {name} rises by {gap}", rises },
	{ "From {from} to {to}: {name} falls by {gap}", falls },
	{ "From {from} to {to}: {name} is unchanged", stays },
	{ "Every model with both values scores higher on {to} than on {from}", all_higher },
	{ "Every model with both values scores lower on {to} than on {from}", all_lower },
	{ "{n} of {count} models scores higher on {to} than on {from}", some_higher },
	{ "{n} of {count} models score higher on {to} than on {from}", some_higher },
};

#include "oracle_scatter.h" /* needs what stands above */

static bool frontier_is_all(const struct drawn *d)
{
	return is_directed(d) && whole(hole(d, "count")) == (long)count_both(d) && count_efficient(d) == count_both(d);
}

static bool frontier_is_both(const struct drawn *d)
{
	return is_directed(d) && count_both(d) == 2 && count_efficient(d) == 2;
}

static bool frontier_with(const struct drawn *d)
{
	return is_directed(d) && is_efficient(d, name_in(d, "name")) &&
	       whole(hole(d, "count")) + 1 == (long)count_efficient(d);
}

static bool frontier_alone(const struct drawn *d)
{
	return is_directed(d) && is_efficient(d, name_in(d, "name")) && count_efficient(d) == 1;
}

static bool best_on_both(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	for (size_t j = 0; j < d->w->models; j++)
		if (j != i && has_both(d, j) && (gain(d, i, j, Y) <= 0 || gain(d, i, j, X) <= 0))
			return false;
	return is_directed(d) && has_both(d, i) && count_both(d) > 1;
}

static bool beaten(const struct drawn *d)
{
	return is_directed(d) && beats(d, name_in(d, "other"), name_in(d, "name")) &&
	       test_of(d->w, hole(d, "on")) == (long)axis(d, Y) && test_of(d->w, hole(d, "to")) == (long)axis(d, X);
}

static bool beaten_on_both(const struct drawn *d)
{
	size_t i = name_in(d, "other"), j = name_in(d, "name");
	return beaten(d) && gain(d, i, j, Y) > 0 && gain(d, i, j, X) > 0;
}

static bool counts_both(const struct drawn *d)
{
	return whole(hole(d, "count")) == (long)count_both(d);
}

static const struct sentence scatter_titles[] = {
	{ "{count} of {all} models are on the efficient frontier", frontier_counts },
	{ "{count} of {all} models are worth the cost; {name} scores highest, for {value}", frontier_worth },
	{ "{count} of {all} models is worth the cost; {name} scores highest, for {value}", frontier_worth },
	{ "All {count} models are on the efficient frontier", frontier_is_all },
	{ "Both models are on the efficient frontier", frontier_is_both },
	{ "{count} of {all} models is on the efficient frontier", frontier_counts },
	{ "{name} and {count} others are on the efficient frontier", frontier_with },
	{ "{name} and {count} other are on the efficient frontier", frontier_with },
	{ "{name} alone is on the efficient frontier", frontier_alone },
	{ "{name} is best on both", best_on_both },
	{ "{other} beats {name} on both {on} and {to}", beaten_on_both },
	{ "{other} does at least as well as {name} on both {on} and {to}", beaten },
	{ "{count} models on {on} and {to}", counts_both },
	{ "{count} model on {on} and {to}", counts_both },
};

/* ---- alt texts ---- */

static bool grid_starts(const struct drawn *d)
{
	return whole(hole(d, "m")) == (long)count_drawn(d) && whole(hole(d, "n")) == (long)count_shown(d);
}

static bool gap_starts(const struct drawn *d)
{
	return (long)name_in(d, "name") == d->focus && whole(hole(d, "m")) == (long)count_drawn(d);
}

static bool pair_starts(const struct drawn *d)
{
	return test_of(d->w, hole(d, "on")) == (long)axis(d, Y) && test_of(d->w, hole(d, "to")) == (long)axis(d, X) &&
	       whole(hole(d, "n")) == (long)count_both(d);
}

static bool line_starts(const struct drawn *d)
{
	return whole(hole(d, "n")) == (long)count_shown(d);
}

static bool absent_cells(const struct drawn *d)
{
	size_t absent = 0;
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			absent += d->shown[i] && d->drawn[k] && !d->w->present[i][k];
	return whole(hole(d, "n")) == (long)absent && whole(hole(d, "all")) == (long)(count_shown(d) * count_drawn(d));
}

static bool column_leads(const struct drawn *d)
{
	return d->drawn[on(d)] && d->shown[name_in(d, "name")] && alt_leads_on(d);
}

static bool column_claimed(const struct drawn *d)
{
	return d->drawn[on(d)] && alt_claim_tops(d);
}

static bool column_shared(const struct drawn *d)
{
	return d->drawn[on(d)] && alt_shared_on(d);
}

static bool column_shared_left(const struct drawn *d)
{
	size_t left = 0, k = on(d);
	for (size_t i = 0; i < d->w->models; i++)
		left += !d->shown[i] && d->w->present[i][k] && rank_of(d->w, i, k) == 1;
	return column_shared(d) && whole(hole(d, "n")) == (long)left;
}

static bool column_runs(const struct drawn *d)
{
	return d->drawn[on(d)] && runs_from_to(d);
}

/* "+2.3 against Birch": the best of the others, positive if the focus is better. */
static bool row_gap(const struct drawn *d)
{
	size_t i = (size_t)d->focus, j = name_in(d, "other"), k = on(d);
	double lead = (d->w->values[i][k] - d->w->values[j][k]) * d->w->better[k];
	return d->drawn[k] && d->w->better[k] && i != j && d->w->present[i][k] && d->w->present[j][k] &&
	       d->w->values[j][k] == d->w->values[runner_up(d->w, i, k)][k] && says(number_of(hole(d, "gap")), lead);
}

static bool point_has(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return is_value(d, "value", i, axis(d, Y)) && is_value(d, "high", i, axis(d, X));
}

static bool line_has(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return is_value(d, "low", i, axis(d, Y)) && is_value(d, "high", i, axis(d, X));
}

static bool names_efficient(const struct drawn *d, const char *name)
{
	long i = model_of(d->w, name);
	return i >= 0 && is_efficient(d, (size_t)i);
}

static bool frontier_is(const struct drawn *d)
{
	return is_directed(d) && lists(d, hole(d, "names"), count_efficient(d), names_efficient);
}

static const struct sentence grid_alts[] = {
	{ "Panels of {m} benchmarks for {n} models", grid_starts },
	{ "Panels of {m} benchmarks for {n} model", grid_starts },
	{ "Panels of {m} benchmark for {n} models", grid_starts },
	{ "Panels of {m} benchmark for {n} model", grid_starts },
	{ "Grouped bar chart of {m} benchmarks for {n} models", grid_starts },
	{ "Grouped bar chart of {m} benchmarks for {n} model", grid_starts },
	{ "Grouped bar chart of {m} benchmark for {n} models", grid_starts },
	{ "Grouped bar chart of {m} benchmark for {n} model", grid_starts },
	{ "Heatmap of {m} benchmarks for {n} models", grid_starts },
	{ "Heatmap of {m} benchmarks for {n} model", grid_starts },
	{ "Heatmap of {m} benchmark for {n} models", grid_starts },
	{ "Heatmap of {m} benchmark for {n} model", grid_starts },
	{ "Table of {m} benchmarks for {n} models", grid_starts },
	{ "Table of {m} benchmarks for {n} model", grid_starts },
	{ "Table of {m} benchmark for {n} models", grid_starts },
	{ "Table of {m} benchmark for {n} model", grid_starts },
	{ "Lead and lag of {name} on {m} benchmarks", gap_starts },
	{ "Lead and lag of {name} on {m} benchmark", gap_starts },
	{ "Scatter plot of {on} against {to} for {n} models", pair_starts },
	{ "Scatter plot of {on} against {to} for {n} model", pair_starts },
	{ "Change from {from} to {to} in {n} lines", line_starts },
	{ "Change from {from} to {to} in {n} line", line_starts },
	{ "{on}: {name} leads with {value}", column_leads },
	{ "{on}: {name} claims {high}; claims aside, the best is {value}", column_claimed },
	{ "{on}: {count} share the lead; the best value is {value}", column_shared },
	{ "{on}: {count} share the lead, {n} not shown; the best value is {value}", column_shared_left },
	{ "{on}: from {low} to {high}", column_runs },
	{ "{on}: only {name} has a value, {value}", alt_only },
	{ "{n} of {all} fields have no result", absent_cells },
	{ "{n} of {all} fields has no result", absent_cells },
	{ "{on}: {gap} against {other}", row_gap },
	{ "On the efficient frontier: {names}", frontier_is },
	{ "{name}: {value}, {high}", point_has },
	{ "{name}: {low} to {high}", line_has },
	STACK_ALTS
};

/* ---- what is left out, and when ---- */

/* Cuts a clause that ends in " not shown" and judges it: "three not shown" are tests, or lines of a slope. */
static bool cut_rest(const struct drawn *d, char *text)
{
	const char *end = tongue->not_shown;
	size_t length = strlen(text);
	char *comma = NULL;
	if (length <= strlen(end) || strcmp(text + length - strlen(end), end) != 0)
		return true;
	for (char *at = strstr(text, ", "); at; at = strstr(at + 1, ", "))
		comma = at;
	if (!comma)
		return false;
	char count[TEXT];
	snprintf(count, sizeof count, "%.*s", (int)strcspn(comma + 2, " "), comma + 2);
	bool models = strstr(comma, tongue->model), lines = strstr(comma, tongue->line) || str_eq(d->kind, "slope");
	size_t left = lines    ? count_both(d) - count_shown(d)
	              : models ? count_candidates(d) - count_shown(d)
	                       : count_asked(d) - count_drawn(d);
	*comma = '\0';
	return whole(count) == (long)left && left > 0 && cut_rest(d, text);
}

static inline bool judge_grid_text(struct drawn *d, const char *what, const char *text, struct phrases sentences)
{
	char own[TEXT];
	snprintf(own, sizeof own, "%s", text);
	char *date = strstr(own, tongue->as_of);
	if (date && !date[strlen(tongue->as_of)])
		*date = '\0';
	if (nouns_agree(text) && cut_rest(d, own))
		return judge_whole(d, what, own, sentences);
	tell("the %s counts wrongly what is not shown: %s\n", what, text);
	return false;
}

static inline bool judge_grid_title(struct drawn *d, const char *title)
{
	return judge_grid_text(d, "title", title,
	                       str_eq(d->kind, "slope")     ? tongue->slope_titles
	                       : str_eq(d->kind, "scatter") ? tongue->scatter_titles
	                                                    : tongue->grid_titles);
}

static inline bool judge_grid_alt(struct drawn *d, const char *text)
{
	bool ok = true;
	while (*text && ok) {
		const char *end = stop_of(text);
		size_t length = end ? (size_t)(end - text) : strlen(text) - 1;
		char sentence[TEXT];
		snprintf(sentence, sizeof sentence, "%.*s", (int)length, text);
		ok = judge_grid_text(d, "alt text", sentence, tongue->grid_alts);
		text += end ? length + 2 : length + 1;
	}
	return ok;
}

#endif
