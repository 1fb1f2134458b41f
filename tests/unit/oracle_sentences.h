/* oracle_sentences.h: titles and alt texts as English sentences, each with what it claims, held against the oracle's
 * data. For oracle_test.c alone: whoever adds a phrase to the program teaches it here. */
#ifndef ORACLE_SENTENCES_H
#define ORACLE_SENTENCES_H

#include "oracle_world.h"

#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* ---- sentences ---- */

struct hole {
	char key[12], text[TEXT];
};

struct reading {
	struct hole holes[HOLES];
	size_t n;
};

static bool match(const char *pattern, const char *text, struct reading *r,
                  bool (*fits)(const struct world *, struct hole *), const struct world *w)
{
	while (*pattern && *pattern != '{') {
		if (*pattern++ != *text++)
			return false;
	}
	if (!*pattern)
		return !*text;
	const char *close = strchr(pattern, '}');
	if (r->n == HOLES)
		return false;
	struct hole *hole = &r->holes[r->n++];
	snprintf(hole->key, sizeof hole->key, "%.*s", (int)(close - pattern - 1), pattern + 1);
	for (size_t length = strlen(text); length > 0; length--) {
		size_t n = r->n;
		if (length >= TEXT)
			continue;
		snprintf(hole->text, sizeof hole->text, "%.*s", (int)length, text);
		if (fits(w, hole) && match(close + 1, text + length, r, fits, w))
			return true;
		r->n = n;
	}
	r->n--;
	return false;
}

static long model_of(const struct world *w, const char *name)
{
	for (size_t i = 0; i < w->models; i++)
		if (str_eq(w->names[i], name))
			return (long)i;
	return -1;
}

static long test_of(const struct world *w, const char *name)
{
	for (size_t k = 0; k < w->n_tests; k++)
		if (str_eq(w->tests[k], name))
			return (long)k;
	return -1;
}

/* What may stand in a hole depends on its key. */
static bool hole_fits(const struct world *w, struct hole *h)
{
	static const char *const counts[] = { "count", "all", "n", "m", "k", "ahead", "behind" };
	if (str_eq(h->key, "name") || str_eq(h->key, "other"))
		return model_of(w, h->text) >= 0;
	if (str_eq(h->key, "on") || str_eq(h->key, "to") || str_eq(h->key, "from"))
		return test_of(w, h->text) >= 0;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (str_eq(h->key, counts[i]))
			return whole(h->text) >= 0;
	if (str_eq(h->key, "ordinal"))
		return ordinal(h->text) > 0;
	return true; /* a value, a list */
}

struct drawn { /* what is judged */
	const struct world *w;
	const struct scene *scene;
	const struct reading *r;
	bool shown[MODELS];  /* has a row on some page */
	bool absent[MODELS]; /* the focus, if it has no value, hence no row: the title says so */

	/* of charts of several tests */
	bool asked[TESTS], drawn[TESTS]; /* the tests */
	long focus;                      /* -1: none */
	const char *kind;
	size_t bound; /* numbers in the author's sentences of a briefing */
};

static const char *hole(const struct drawn *d, const char *key)
{
	for (size_t i = 0; i < d->r->n; i++)
		if (str_eq(d->r->holes[i].key, key))
			return d->r->holes[i].text;
	return "";
}

static size_t name_in(const struct drawn *d, const char *key)
{
	return (size_t)model_of(d->w, hole(d, key));
}

static size_t on(const struct drawn *d)
{
	long k = test_of(d->w, hole(d, "on"));
	return k < 0 ? 0 : (size_t)k;
}

static bool is_value(const struct drawn *d, const char *key, size_t i, size_t k)
{
	return d->w->present[i][k] && says(number_of(hole(d, key)), d->w->values[i][k]);
}

/* The largest (way 1) or smallest value. */
static double extreme(const struct world *w, size_t k, int way)
{
	double most = (double)NAN;
	for (size_t i = 0; i < w->models; i++)
		if (w->present[i][k] && (isnan(most) || (w->values[i][k] - most) * way > 0))
			most = w->values[i][k];
	return most;
}

/* Of those that are drawn. */
static double extreme_shown(const struct drawn *d, size_t k, int way)
{
	double most = (double)NAN;
	for (size_t i = 0; i < d->w->models; i++)
		if (d->shown[i] && d->w->present[i][k] && (isnan(most) || (d->w->values[i][k] - most) * way > 0))
			most = d->w->values[i][k];
	return most;
}

/* ---- what each sentence claims ---- */

static bool leads(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->w->better[k] && d->w->present[i][k] && rank_of(d->w, i, k) == 1 && count_leaders(d->w, k) == 1;
}

static bool gap_is(const struct drawn *d, size_t i, size_t j, size_t k)
{
	return says(number_of(hole(d, "gap")), fabs(d->w->values[i][k] - d->w->values[j][k]));
}

/* The best of the others. */
static size_t runner_up(const struct world *w, size_t i, size_t k)
{
	size_t best = i;
	for (size_t j = 0; j < w->models; j++)
		if (j != i && w->present[j][k] &&
		    (best == i || (w->values[j][k] - w->values[best][k]) * w->better[k] > 0))
			best = j;
	return best;
}

static bool leads_by_any(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return leads(d) && i != j && d->w->present[j][k] && gap_is(d, i, j, k) &&
	       d->w->values[j][k] == d->w->values[runner_up(d->w, i, k)][k];
}

/* More is ahead, less is less. */
static bool leads_by(const struct drawn *d)
{
	return leads_by_any(d) && d->w->better[on(d)] > 0;
}

static bool leads_by_less(const struct drawn *d)
{
	return leads_by_any(d) && d->w->better[on(d)] < 0;
}

static bool two_lead(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return d->w->better[k] && i != j && count_leaders(d->w, k) == 2 && rank_of(d->w, i, k) == 1 &&
	       rank_of(d->w, j, k) == 1 && d->w->present[i][k] && d->w->present[j][k];
}

static bool many_lead(const struct drawn *d)
{
	return d->w->better[on(d)] && whole(hole(d, "count")) == (long)count_leaders(d->w, on(d));
}

static bool two_lead_unnamed(const struct drawn *d)
{
	return d->w->better[on(d)] && count_leaders(d->w, on(d)) == 2;
}

static bool all_lead(const struct drawn *d)
{
	return many_lead(d) && count_leaders(d->w, on(d)) == count_present(d->w, on(d));
}

static bool ranks(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->w->better[k] && d->w->present[i][k] && rank_of(d->w, i, k) == ordinal(hole(d, "ordinal")) &&
	       !is_tied(d->w, i, k);
}

static bool shares_place(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->w->better[k] && d->w->present[i][k] && rank_of(d->w, i, k) == ordinal(hole(d, "ordinal")) &&
	       is_tied(d->w, i, k);
}

static bool shares_lead(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->w->better[k] && d->w->present[i][k] && rank_of(d->w, i, k) == 1 && count_leaders(d->w, k) > 1;
}

static bool shares_lead_with(const struct drawn *d)
{
	return shares_lead(d) && whole(hole(d, "count")) + 1 == (long)count_leaders(d->w, on(d));
}

/* {gap} and {other}: the leader of all, named or not. */
static bool from_the_lead(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	double best = extreme(d->w, k, d->w->better[k]);
	bool named = *hole(d, "other") != '\0';
	size_t j = named ? name_in(d, "other") : 0;
	return says(number_of(hole(d, "gap")), fabs(best - d->w->values[i][k])) &&
	       (!named || (d->w->present[j][k] && d->w->values[j][k] == best));
}

static bool ranks_from(const struct drawn *d)
{
	return ranks(d) && from_the_lead(d) && d->w->better[on(d)] > 0;
}

static bool ranks_above(const struct drawn *d)
{
	return ranks(d) && from_the_lead(d) && d->w->better[on(d)] < 0;
}

static bool shares_place_from(const struct drawn *d)
{
	return shares_place(d) && from_the_lead(d) && d->w->better[on(d)] > 0;
}

static bool shares_place_above(const struct drawn *d)
{
	return shares_place(d) && from_the_lead(d) && d->w->better[on(d)] < 0;
}

static bool has_value(const struct drawn *d)
{
	return is_value(d, "value", name_in(d, "name"), on(d));
}

static bool has_no_value(const struct drawn *d)
{
	return !d->w->present[name_in(d, "name")][on(d)];
}

static bool runs_from_to(const struct drawn *d)
{
	size_t k = on(d);
	return !d->w->better[k] && says(number_of(hole(d, "low")), extreme_shown(d, k, -1)) &&
	       says(number_of(hole(d, "high")), extreme_shown(d, k, 1));
}

static bool runs_between(const struct drawn *d)
{
	size_t k = on(d), i = name_in(d, "name"), j = name_in(d, "other");
	return runs_from_to(d) && d->w->values[i][k] == extreme_shown(d, k, -1) &&
	       d->w->values[j][k] == extreme_shown(d, k, 1);
}

/* Of those that are drawn, but for the one that is named. */
static bool others_run(const struct drawn *d)
{
	struct drawn others = *d;
	others.shown[name_in(d, "name")] = false;
	size_t k = on(d);
	return has_value(d) && !d->w->better[k] && says(number_of(hole(d, "low")), extreme_shown(&others, k, -1)) &&
	       says(number_of(hole(d, "high")), extreme_shown(&others, k, 1));
}

static bool other_has(const struct drawn *d)
{
	struct drawn others = *d;
	others.shown[name_in(d, "name")] = false;
	size_t k = on(d), j = name_in(d, "other");
	return has_value(d) && !d->w->better[k] && says(number_of(hole(d, "high")), d->w->values[j][k]) &&
	       extreme_shown(&others, k, 1) == extreme_shown(&others, k, -1);
}

static bool counts_models(const struct drawn *d)
{
	long count = whole(hole(d, "count")), here = 0;
	for (size_t i = 0; i < d->w->models; i++)
		here += d->shown[i];
	return count == (long)count_present(d->w, on(d)) || count == here;
}

static bool uses_times(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other");
	return has_value(d) && d->w->present[j][on(d)] && d->w->values[j][0] == extreme_shown(d, 0, 1) &&
	       says(number_of(hole(d, "times")), d->w->values[j][0] / d->w->values[i][0]);
}

static bool uses_fewest(const struct drawn *d)
{
	return d->w->values[name_in(d, "name")][0] == extreme(d->w, 0, -1);
}

static bool uses_most(const struct drawn *d)
{
	return d->w->values[name_in(d, "name")][0] == extreme(d->w, 0, 1);
}

/* {value} to {high} for {other}: its own and that of the best of the others. */
static bool leads_to(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return leads(d) && j != i && has_value(d) && is_value(d, "high", j, k) &&
	       d->w->values[j][k] == d->w->values[runner_up(d->w, i, k)][k];
}

/* The least of those that are drawn is {other}, and less is better. */
static bool is_times(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other");
	for (size_t k = 0; k < d->w->n_tests; k++)
		if (d->w->better[k] < 0 && is_value(d, "value", i, k) && d->w->present[j][k] &&
		    d->w->values[j][k] == extreme_shown(d, k, -1) &&
		    says(number_of(hole(d, "times")), d->w->values[i][k] / d->w->values[j][k]))
			return true;
	return false;
}

struct sentence {
	const char *pattern;
	bool (*is_true)(const struct drawn *d);
};

static const struct sentence titles[] = {
	{ "{name} leads on {on}", leads },
	{ "{name} leads on {on}, {gap} ahead of {other}", leads_by },
	{ "{name} leads on {on}, {gap} less than {other}", leads_by_less },
	{ "{name} leads on {on}, {value} to {high} for {other}", leads_to },
	{ "{name} costs {value}, {times} times as much as {other}", is_times },
	{ "{name} takes {value}, {times} times as long as {other}", is_times },
	{ "{name} uses {value}, {times} times as many as {other}", is_times },
	{ "{name} and {other} share the lead on {on}", two_lead },
	{ "Two models share the lead on {on}", two_lead_unnamed },
	{ "{count} models share the lead on {on}", many_lead },
	{ "No model is ahead on {on}: all {count} share first place", all_lead },
	{ "{name} shares the lead on {on}", shares_lead },
	{ "{name} shares the lead on {on} with {count} others", shares_lead_with },
	{ "{name} shares the lead on {on} with {count} other", shares_lead_with },
	{ "{name} ranks {ordinal} on {on}", ranks },
	{ "{name} ranks {ordinal} on {on}, {gap} behind {other}", ranks_from },
	{ "{name} ranks {ordinal} on {on}, {gap} behind the leaders", ranks_from },
	{ "{name} ranks {ordinal} on {on}, {gap} more than {other}", ranks_above },
	{ "{name} ranks {ordinal} on {on}, {gap} more than the leaders", ranks_above },
	{ "{name} shares {ordinal} place on {on}", shares_place },
	{ "{name} shares {ordinal} place on {on}, {gap} behind {other}", shares_place_from },
	{ "{name} shares {ordinal} place on {on}, {gap} behind the leaders", shares_place_from },
	{ "{name} shares {ordinal} place on {on}, {gap} more than {other}", shares_place_above },
	{ "{name} shares {ordinal} place on {on}, {gap} more than the leaders", shares_place_above },
	{ "{name} scores {value} on {on}", has_value },
	{ "{name} has {value} on {on}", has_value },
	{ "{name} has {value} on {on}, the others from {low} to {high}", others_run },
	{ "{name} has {value} on {on}, {other} {high}", other_has },
	{ "{name} has no published result on {on}", has_no_value },
	{ "On {on}, values run from {low} to {high}", runs_from_to },
	{ "On {on}, values run from {low} ({name}) to {high} ({other})", runs_between },
	{ "{count} models on {on}", counts_models },
	{ "{count} model on {on}", counts_models },
	{ "{name} uses {value}; {other} uses {times} times as many", uses_times },
	{ "{name} uses the fewest tokens", uses_fewest },
	{ "{name} uses the most tokens", uses_most },
};

/* ", three not shown", and the like, at a sentence's end: how many of the models asked for have no row. */
static bool without_rest(const struct drawn *d, const char *text, char out[TEXT], bool *rest_true)
{
	size_t here = 0;
	for (size_t i = 0; i < d->w->models; i++)
		here += d->shown[i];
	const char *tail = strstr(text, " not shown");
	*rest_true = true;
	snprintf(out, TEXT, "%s", text);
	if (!tail || strcmp(tail, " not shown") != 0)
		return false;
	const char *comma = NULL;
	for (const char *c = text; c < tail; c++)
		comma = *c == ',' ? c : comma;
	char count[TEXT];
	if (!comma)
		return false;
	snprintf(count, sizeof count, "%.*s", (int)(tail - comma - 2), comma + 2);
	out[comma - text] = '\0';
	char *space = strchr(count, ' ');
	if (space)
		*space = '\0'; /* "three models" */
	long n = whole(count);
	*rest_true = n > 0 && n <= (long)(d->w->models - here);
	return true;
}

/* One of the sentences, and true. */
static inline bool judge_whole(struct drawn *d, const char *what, const char *text, const struct sentence *sentences,
                               size_t n)
{
	bool known = false;
	for (size_t i = 0; i < n; i++) {
		struct reading r = { .n = 0 };
		if (!match(sentences[i].pattern, text, &r, hole_fits, d->w))
			continue;
		known = true;
		d->r = &r;
		if (sentences[i].is_true(d))
			return true;
	}
	print_error(known ? "the %s is false: %s\n" : "the oracle does not understand the %s: %s\n", what, text);
	return false;
}

static bool judge(struct drawn *d, const char *what, const char *text, const struct sentence *sentences, size_t n)
{
	char own[TEXT];
	bool rest;
	without_rest(d, text, own, &rest);
	if (!rest)
		print_error("the %s counts wrongly what is not shown: %s\n", what, text);
	return rest && judge_whole(d, what, own, sentences, n);
}

/* ---- alt texts, sentence by sentence ---- */

static bool alt_place(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && is_value(d, "value", i, 0) && rank_of(d->w, i, 0) == ordinal(hole(d, "ordinal")) &&
	       !is_tied(d->w, i, 0);
}

static bool alt_shared_place(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && is_value(d, "value", i, 0) && rank_of(d->w, i, 0) == ordinal(hole(d, "ordinal")) &&
	       is_tied(d->w, i, 0);
}

static bool alt_size(const struct drawn *d)
{
	return (!d->w->better[0] || count_present(d->w, 0) == 1) && is_value(d, "value", name_in(d, "name"), 0);
}

static bool alt_last_shown(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	int down = d->w->better[0] ? -d->w->better[0] : -1; /* by size where nobody knows what is better */
	return is_value(d, "value", i, 0) && d->w->values[i][0] == extreme_shown(d, 0, down);
}

static bool alt_last(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && is_value(d, "value", i, 0) &&
	       d->w->values[i][0] == extreme(d->w, 0, -d->w->better[0]);
}

static bool alt_smallest(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return !d->w->better[0] && is_value(d, "value", i, 0) && d->w->values[i][0] == extreme_shown(d, 0, -1);
}

static bool alt_leads_on(const struct drawn *d)
{
	return leads(d) && has_value(d);
}

static bool alt_shared_on(const struct drawn *d)
{
	size_t k = on(d);
	return many_lead(d) && says(number_of(hole(d, "value")), extreme(d->w, k, d->w->better[k]));
}

static bool alt_shared_on_left(const struct drawn *d)
{
	size_t left = 0;
	for (size_t i = 0; i < d->w->models; i++)
		left += !d->shown[i] && d->w->present[i][0] && rank_of(d->w, i, 0) == 1;
	return alt_shared_on(d) && whole(hole(d, "n")) == (long)left;
}

static bool alt_range_on(const struct drawn *d)
{
	return runs_from_to(d);
}

static bool alt_only(const struct drawn *d)
{
	return has_value(d) && count_present(d->w, on(d)) == 1;
}

static bool alt_absent(const struct drawn *d)
{
	size_t absent = 0;
	for (size_t i = 0; i < d->w->models; i++)
		absent += d->shown[i] && !d->w->present[i][0];
	return whole(hole(d, "n")) == (long)absent;
}

static const struct sentence alts[] = {
	{ "{name}: {value}, {ordinal}", alt_place },
	{ "{name}: {value}, shared {ordinal}", alt_shared_place },
	{ "{name}: {value}", alt_size },
	{ "Last: {name}, {value}", alt_last },
	{ "Last shown: {name}, {value}", alt_last_shown },
	{ "Smallest: {name}, {value}", alt_smallest },
	{ "{on}: {name} leads with {value}", alt_leads_on },
	{ "{on}: {count} share the lead; the best value is {value}", alt_shared_on },
	{ "{on}: {count} share the lead, {n} not shown; the best value is {value}", alt_shared_on_left },
	{ "{on}: {count} models share the lead; the best value is {value}", alt_shared_on },
	{ "{on}: from {low} to {high}", alt_range_on },
	{ "{on}: only {name} has a value, {value}", alt_only },
	{ "{n} not reported: {list}", alt_absent },
	{ "{n} not reported", alt_absent },
};

/* "Bar chart of Errors, points for 9 models, 4 models not shown, as of 12 May 2026": how many there are. */
static inline bool judge_alt_start(const struct drawn *d, const char *text)
{
	const char *count = strstr(text, " for ");
	const char *rest = count ? strchr(count, ',') : NULL;
	long here = 0, said = count ? strtol(count + 5, NULL, 10) : 0, left = 0;
	for (size_t i = 0; i < d->w->models; i++)
		here += d->shown[i];
	if (rest && strstr(rest, " not shown"))
		left = strtol(rest + 2, NULL, 10);
	bool ok = said == here && left >= 0 && left <= (long)d->w->models - here && strstr(text, "2026");
	if (!ok)
		print_error("the alt text counts wrongly: %s\n", text);
	return ok;
}

static inline bool judge_alt(struct drawn *d, const char *text)
{
	bool start = true, ok = true;
	while (*text && ok) {
		const char *end = strstr(text, ". ");
		size_t length = end ? (size_t)(end - text) : strlen(text) - 1;
		char sentence[TEXT];
		snprintf(sentence, sizeof sentence, "%.*s", (int)length, text);
		ok = start ? judge_alt_start(d, sentence)
		           : judge(d, "alt text", sentence, alts, sizeof alts / sizeof *alts);
		start = false;
		text += end ? length + 2 : length + 1;
	}
	return ok;
}

#endif
