/* oracle_prose.h: what paragraphs and generated blocks of a briefing say, held against the oracle's data. For
 * oracle_briefing_test.c alone. */
#ifndef ORACLE_PROSE_H
#define ORACLE_PROSE_H

#include "oracle_notes.h"
#include "oracle_statements.h"

/* ---- the author's sentences, with bound numbers ---- */

static bool exactly(const struct drawn *d, const char *key, size_t i, size_t k)
{
	struct number n = number_of(hole(d, key));
	return d->w->present[i][k] && n.ok && fabs(n.value - d->w->values[i][k]) <= 1e-9 * fabs(n.value) &&
	       (n.decimals == d->w->decimals[i][k] || n.unit_of_last >= 1000);
}

static bool prose_has(const struct drawn *d)
{
	return exactly(d, "value", name_in(d, "name"), on(d));
}

/* Where several share a rank the number alone is true as well. */
static bool prose_ranks(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->w->better[k] && d->w->present[i][k] && rank_of(d->w, i, k) == ordinal(hole(d, "ordinal"));
}

static bool prose_gap(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return says(number_of(hole(d, "gap")), (d->w->values[i][k] - d->w->values[j][k]) * d->w->better[k]);
}

static bool prose_count(const struct drawn *d)
{
	return whole(hole(d, "count")) == (long)count_present(d->w, on(d));
}

static bool prose_best(const struct drawn *d)
{
	size_t k = on(d);
	return says(number_of(hole(d, "value")), extreme(d->w, k, d->w->better[k])) &&
	       says(number_of(hole(d, "low")), extreme(d->w, k, -d->w->better[k]));
}

static bool prose_ratio(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return says(number_of(hole(d, "times")), d->w->values[i][k] / d->w->values[j][k]);
}

static bool prose_wins(const struct drawn *d)
{
	return whole(hole(d, "count")) == (long)count_on(d, name_in(d, "name"), wins);
}

static bool prose_ahead(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return d->w->better[k] && is_ahead(d->w, i, j, k);
}

static bool prose_is_own(const struct drawn *d)
{
	return str_eq(hole(d, "name"), d->w->names[0]);
}

/* ---- findings ---- */

static bool focus_wins(const struct drawn *d, const char *test)
{
	long k = test_of(d->w, test);
	return k >= 0 && wins(d->w, (size_t)d->focus, (size_t)k);
}

static bool focus_loses(const struct drawn *d, const char *test)
{
	long k = test_of(d->w, test);
	return k >= 0 && loses(d->w, (size_t)d->focus, (size_t)k);
}

static bool found_leads(const struct drawn *d)
{
	size_t n = count_on(d, (size_t)d->focus, wins);
	return counts_asked(d) && whole(hole(d, "count")) == (long)n && (long)name_in(d, "name") == d->focus &&
	       lists(d, hole(d, "list"), n, focus_wins);
}

static bool found_trails(const struct drawn *d)
{
	size_t n = count_on(d, (size_t)d->focus, loses);
	return whole(hole(d, "count")) == (long)n && lists(d, hole(d, "list"), n, focus_loses);
}

static bool leads_not(const struct drawn *d)
{
	return count_asked(d) == 1 && !count_on(d, name_in(d, "name"), wins);
}

/* The focus against its best rival, in both values. */
static bool is_duel(const struct drawn *d, size_t k)
{
	size_t i = (size_t)d->focus, j = name_in(d, "other");
	return d->w->better[k] && exactly(d, "value", i, k) && exactly(d, "low", j, k) && i != j &&
	       d->w->values[j][k] == d->w->values[runner_up(d->w, i, k)][k];
}

static double lead_on(const struct drawn *d, size_t k)
{
	size_t i = (size_t)d->focus;
	return contest(d->w, i, k) ? (d->w->values[i][k] - d->w->values[runner_up(d->w, i, k)][k]) * d->w->better[k]
	                           : 0;
}

/* Points of one test are not those of another. */
static bool is_alike(const struct drawn *d, size_t a, size_t b)
{
	static const char *const own[] = { "points", "elo", "score" };
	bool scale = false;
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		scale |= str_eq(d->w->units[a], own[i]);
	return a == b || (!scale && str_eq(d->w->units[a], d->w->units[b]));
}

/* No alike lead (way 1) or lag is larger; others: whether there may be any of another unit. */
static bool is_largest(const struct drawn *d, int way, bool others, bool equals)
{
	size_t k = on(d), equal = 0;
	double most = lead_on(d, k) * way;
	for (size_t t = 0; t < d->w->n_tests; t++) {
		double lead = lead_on(d, t) * way;
		if (lead <= 0)
			continue;
		if (!is_alike(d, k, t) && (!others || str_eq(d->w->units[t], d->w->units[k])))
			return false;
		if (is_alike(d, k, t) && lead > most + 1e-9 * most)
			return false;
		equal += is_alike(d, k, t) && fabs(lead - most) <= 1e-9 * most;
	}
	return most > 0 && (equals ? equal > 1 : equal == 1);
}

static double most_on(const struct drawn *d, int way)
{
	double most = 0;
	for (size_t t = 0; t < d->w->n_tests; t++)
		most = fmax(most, lead_on(d, t) * way);
	return most;
}

static bool is_most_ahead(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && lead_on(d, (size_t)k) >= most_on(d, 1) * (1 - 1e-9) && lead_on(d, (size_t)k) > 0;
}

static bool is_most_behind(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && -lead_on(d, (size_t)k) >= most_on(d, -1) * (1 - 1e-9) && lead_on(d, (size_t)k) < 0;
}

/* Several, of one unit. */
static bool tied_leads(const struct drawn *d)
{
	return lists(d, hole(d, "list"), count_names(d, is_most_ahead), is_most_ahead) &&
	       says(number_of(hole(d, "gap")), most_on(d, 1));
}

static bool tied_lags(const struct drawn *d)
{
	return lists(d, hole(d, "list"), count_names(d, is_most_behind), is_most_behind) &&
	       says(number_of(hole(d, "gap")), most_on(d, -1));
}

static bool largest_lead(const struct drawn *d)
{
	return is_duel(d, on(d)) && is_largest(d, 1, false, false);
}

static bool largest_lag(const struct drawn *d)
{
	return is_duel(d, on(d)) && is_largest(d, -1, false, false);
}

static bool largest_lead_in(const struct drawn *d)
{
	return is_duel(d, on(d)) && is_largest(d, 1, true, false);
}

static bool largest_lag_in(const struct drawn *d)
{
	return is_duel(d, on(d)) && is_largest(d, -1, true, false);
}

static bool one_duel(const struct drawn *d)
{
	return is_duel(d, on(d));
}

static bool needs_least(const struct drawn *d)
{
	size_t k = on(d), i = name_in(d, "name"), j = name_in(d, "other");
	bool focus = d->focus >= 0 && d->w->present[d->focus][k];
	return d->w->better[k] < 0 && exactly(d, "value", i, k) && exactly(d, "high", j, k) &&
	       d->w->values[i][k] == extreme(d->w, k, -1) && i != j &&
	       (d->w->values[j][k] == extreme(d->w, k, 1) || (focus && (long)j == d->focus));
}

static bool is_leader(const struct drawn *d, const char *name)
{
	long i = model_of(d->w, name);
	return i >= 0 && d->w->better[on(d)] && d->w->present[i][on(d)] && rank_of(d->w, (size_t)i, on(d)) == 1;
}

static bool found_top(const struct drawn *d)
{
	return d->w->better[on(d)] && count_leaders(d->w, on(d)) == 1 && is_leader(d, hole(d, "name")) && prose_has(d);
}

static bool found_shared(const struct drawn *d)
{
	size_t k = on(d);
	return lists(d, hole(d, "names"), count_leaders(d->w, k), is_leader) &&
	       says(number_of(hole(d, "value")), best_ranked(d->w, k));
}

/* Nothing has a direction, but for what is spent and only one has a value of. */
static bool found_none(const struct drawn *d)
{
	static const char *const spent[] = { "tokens", "usd", "seconds", "tokens/s" };
	for (size_t k = 0; k < d->w->n_tests; k++) {
		bool is_spent = false;
		for (size_t i = 0; i < sizeof spent / sizeof *spent; i++)
			is_spent |= str_eq(d->w->units[k], spent[i]);
		if (d->w->better[k] && (!is_spent || d->w->better[k] > 0 || count_present(d->w, k) > 1))
			return false;
	}
	return d->focus < 0;
}

/* ---- how the numbers were chosen ---- */

static size_t count_values(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			n += d->w->present[i][k] + (d->w->present[i][k] && d->w->disputed[i][k]);
	return n;
}

static bool no_conflict(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->w->present[i][k] && d->w->disputed[i][k])
				return false;
	return true;
}

static bool is_any_claimed(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->w->present[i][k] && d->w->claimed[i][k])
				return true;
	return false;
}

/* What the method says of marks. */
static bool marks_claimed(const struct drawn *d)
{
	return is_any_claimed(d);
}

static bool marks_disputed(const struct drawn *d)
{
	return !no_conflict(d);
}

static bool lacks_intervals(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->w->present[i][k] && d->w->half[i][k] == 0)
				return true;
	return false;
}

/* Variants of one model are one. */
static size_t count_families(const struct world *w)
{
	size_t n = 0;
	for (size_t i = 0; i < w->models; i++)
		n += w->model[i] == i;
	return n;
}

static bool method_data(const struct drawn *d)
{
	return whole(hole(d, "n")) == (long)count_values(d) && whole(hole(d, "m")) == (no_conflict(d) ? 1 : 2) &&
	       whole(hole(d, "k")) == (long)d->w->n_tests && whole(hole(d, "all")) == (long)count_families(d->w);
}

/* "Aster on Craft and Reach; Birch on Craft": each of them, and no other; "; and 3 more" of the models. */
static bool method_claims(const struct drawn *d)
{
	char text[TEXT], *next;
	size_t told = 0, all = 0;
	snprintf(text, sizeof text, "%s", hole(d, "list"));
	for (char *at = text; at; at = next) {
		next = strstr(at, "; ");
		if (next)
			*next = '\0', next += 2;
		char *where = strstr(at, " on ");
		if (!where)
			return false;
		*where = '\0';
		long i = model_of(d->w, at);
		for (char *test = where + 4, *end; i >= 0 && test; test = end) {
			char *comma = strstr(test, ", "), *last = strstr(test, " and ");
			end = comma ? comma : last;
			if (end)
				*end = '\0', end += comma ? 2 : 5;
			long k = test_of(d->w, test);
			if (k < 0 || !d->w->present[i][k] || !d->w->claimed[i][k])
				return false;
			told++;
		}
		if (i < 0)
			return false;
	}
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			all += d->w->present[i][k] && d->w->claimed[i][k];
	return told == all;
}

static bool gives_intervals(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->w->present[i][k] && d->w->half[i][k] > 0)
				return true;
	return false;
}

/* So many of the leads that the sentence before tells. */
static bool found_claimed(const struct drawn *d)
{
	long claimed = (long)count_on(d, (size_t)d->focus, wins_by_claim);
	return claimed > 0 && whole(hole(d, "k")) == claimed;
}

static bool found_leads_claimed(const struct drawn *d)
{
	return found_leads(d) && found_claimed(d);
}

static bool method_coverage(const struct drawn *d)
{
	return whole(hole(d, "n")) == (long)d->bound && whole(hole(d, "m")) == (long)d->bound;
}

static bool is_lower_of_all(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && d->w->better[k] < 0 && !d->w->declared[k];
}

static bool method_lower(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_lower_of_all), is_lower_of_all);
}

static bool is_unranked(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && !d->w->better[k];
}

static bool method_unranked(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_unranked), is_unranked);
}

#define CONTAINS(value, source, test, model)                                                                           \
	"The data set contains {n} " value " from {m} " source ", covering {k} " test " and {all} " model              \
	", as of 12\u00a0May\u00a02026."

static const struct sentence paragraphs[] = {
	{ "{name} has {value} on {on}.", prose_has },
	{ "{name} comes {ordinal} on {on}.", prose_ranks },
	{ "{name} is {gap} ahead of {other} on {on}.", prose_gap },
	{ "On {on} there are values of {count}.", prose_count },
	{ "On {on} the best is {value} and the worst {low}.", prose_best },
	{ "{name} has {times} times what {other} has on {on}.", prose_ratio },
	{ "Alone in front {name} stands {count} times.", prose_wins },
	{ "{name} is ahead of {other} on {on}.", prose_ahead },
	{ "We speak of {name}.", prose_is_own },
	{ "Of {all} benchmarks with both values, {name} is ahead on {count} and {other} on {k}.",
	  compare_counts },
	{ "Of {all} benchmarks with both values, {name} is ahead on {count} and {other} on {k}. Claimed: "
	  "by the developer, not "
	  "independently verified. Such values count here.",
	  compare_claims },
	{ "Of {all} benchmarks with both values, {name} is ahead on {count} and {other} on none.",
	  compare_counts },
	{ "Of {all} benchmarks with both values, {name} is ahead on {count} and {other} on none. "
	  "Claimed: by the developer, not "
	  "independently verified. Such values count here.",
	  compare_claims },
	{ "{name} is ahead of {other} wherever both have a value: {all} benchmark.", compare_counts },
	{ "{name} is ahead of {other} wherever both have a value: {all} benchmark. Claimed: by the developer, not "
	  "independently verified. Such values count here.",
	  compare_claims },
	{ "{name} is ahead of {other} wherever both have a value: {all} benchmarks.", compare_counts },
	{ "{name} is ahead of {other} wherever both have a value: {all} benchmarks. Claimed: by the developer, not "
	  "independently verified. Such values count here.",
	  compare_claims },
	{ "On the {all} benchmark with values of both, neither {name} nor {other} is ahead.", compare_neither },
	{ "On the {all} benchmark with values of both, neither {name} nor {other} is ahead. Claimed: by the developer, "
	  "not independently verified. Such values count here.",
	  compare_neither },
	{ "On the {all} benchmarks with values of both, neither {name} nor {other} is ahead.", compare_neither },
	{ "On the {all} benchmarks with values of both, neither {name} nor {other} is ahead. Claimed: by the "
	  "developer, "
	  "not independently verified. Such values count here.",
	  compare_neither },
	{ "Charts hatch what is claimed, or draw it as a ring.", marks_claimed },
	{ "† marks a value on which sources disagree.", marks_disputed },
	{ "Where a chart draws no margins of error, none are known.", lacks_intervals },
	{ "Claimed: by the developer, not independently verified.", some_claims },
	{ "Not comparable: there is a value, but it does not decide the condition. A claim has no rank among "
	  "independent results, and nothing ranks where nobody says which numbers are better.",
	  some_unlike },
	{ "Claimed: by the developer, not independently verified. Not comparable: there is a value, but it does not "
	  "decide the condition. A claim has no rank among "
	  "independent results, and nothing ranks where nobody says which numbers are better.",
	  some_unlike },
	{ "{name} leads on {count} of {all} benchmarks: {list}.", found_leads },
	{ "{name} leads on {count} of {all} benchmark: {list}.", found_leads },
	{ "{name} leads on none of the {all} benchmarks.", leads_none },
	{ "{name} leads on neither of the {all} benchmarks.", leads_none },
	{ "{name} does not lead on its one benchmark.", leads_not },
	{ "Its largest lead is on {on}: {value} against {low} for {other}.", largest_lead },
	{ "Its largest lag is on {on}: {value} against {low} for {other}.", largest_lag },
	{ "Its largest lead in {unit} is on {on}: {value} against {low} for {other}.", largest_lead_in },
	{ "Its largest lag in {unit} is on {on}: {value} against {low} for {other}.", largest_lag_in },
	{ "Its largest leads, {gap} each, are on {list}.", tied_leads },
	{ "Its largest lags, {gap} each, are on {list}.", tied_lags },
	{ "On {on} it has {value} against {low} for {other}.", one_duel },
	{ "It trails on {count}: {list}.", found_trails },
	{ "{name} leads on {count} of {all} benchmarks: {list}. Of these leads, {k} rests on its developer’s own "
	  "claim.",
	  found_leads_claimed },
	{ "{name} leads on {count} of {all} benchmarks: {list}. Of these leads, {k} rest on its developer’s own claim.",
	  found_leads_claimed },
	{ "{name} leads on {count} of {all} benchmark: {list}. Of these leads, {k} rests on its developer’s own claim.",
	  found_leads_claimed },
	{ "{name} leads on {count} of {all} benchmark: {list}. Of these leads, {k} rest on its developer’s own claim.",
	  found_leads_claimed },
	{ "Claimed by the developer and not independently verified: {list}.", method_claims },
	{ "Charts print the places that the interval leaves open: 2–5 is second at best and fifth at worst. A wide "
	  "interval may share a rank with better results than a narrow one does.",
	  gives_intervals },
	{ "{on}: {name} needs the least, {value}; {other} needs {high}.", needs_least },
	{ "{on}: {name} leads with {value}.", found_top },
	{ "{on}: {names} share the lead with {value}.", found_shared },
	{ "Nothing in the data can be ranked or compared.", found_none },
	{ CONTAINS("value", "source", "benchmark", "model"), method_data },
	{ CONTAINS("value", "source", "benchmark", "models"), method_data },
	{ CONTAINS("value", "source", "benchmarks", "model"), method_data },
	{ CONTAINS("value", "source", "benchmarks", "models"), method_data },
	{ CONTAINS("value", "sources", "benchmark", "model"), method_data },
	{ CONTAINS("value", "sources", "benchmark", "models"), method_data },
	{ CONTAINS("value", "sources", "benchmarks", "model"), method_data },
	{ CONTAINS("value", "sources", "benchmarks", "models"), method_data },
	{ CONTAINS("values", "source", "benchmark", "model"), method_data },
	{ CONTAINS("values", "source", "benchmark", "models"), method_data },
	{ CONTAINS("values", "source", "benchmarks", "model"), method_data },
	{ CONTAINS("values", "source", "benchmarks", "models"), method_data },
	{ CONTAINS("values", "sources", "benchmark", "model"), method_data },
	{ CONTAINS("values", "sources", "benchmark", "models"), method_data },
	{ CONTAINS("values", "sources", "benchmarks", "model"), method_data },
	{ CONTAINS("values", "sources", "benchmarks", "models"), method_data },
	{ "Where sources give different values, the first of these rules to settle the matter applies: the data set’s "
	  "own "
	  "choice; the most trusted source; an independent result over a developer’s; the value that most sources "
	  "give; the "
	  "newest.",
	  always },
	{ "A rank counts the results that are better by more than their joint 95% interval or, where no interval is "
	  "known, "
	  "by their printed value; there, equal results share a rank.",
	  always },
	{ "Sources are trusted in this order: [1], [2].", always },
	{ "The text contains {n} numbers: {m} computed, 0 cited, 0 the author’s.", method_coverage },
	{ "The text contains {n} number: {m} computed, 0 cited, 0 the author’s.", method_coverage },
	{ "Lower is taken to be better on {names}, because of the unit: the data do not say so.", method_lower },
	{ "Nothing ranks on {names}: the data do not say whether higher or lower is better.", method_unranked },
	{ "No two sources disagree on a value.", no_conflict },
	{ "Nothing has changed since the earlier data.", always },
	{ "Data as of 12\u00a0May\u00a02026", always },
};

#endif
