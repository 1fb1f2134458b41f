/* oracle_sentences.h: titles and alt texts as English sentences, each with what it claims, held against the oracle's
 * data. For oracle_test.c alone: whoever adds a phrase to the program teaches it here. */
#ifndef ORACLE_SENTENCES_H
#define ORACLE_SENTENCES_H

#include "oracle_claims.h"
#include "oracle_reading.h"

/* ---- what makers claim ---- */

static bool is_made_by(const struct drawn *d)
{
	return str_eq(makers[d->w->maker[name_in(d, "name")]], hole(d, "maker"));
}

/* Nobody else measured it, here. */
static bool claims(const struct drawn *d)
{
	return has_value(d) && d->w->claimed[name_in(d, "name")][on(d)];
}

static bool maker_claims(const struct drawn *d)
{
	return claims(d) && is_made_by(d);
}

/* Behind results. */
static bool claims_behind(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	long ahead = 0;
	for (size_t j = 0; j < d->w->models; j++)
		ahead += d->w->present[j][k] && !d->w->claimed[j][k] && is_ahead(d->w, j, i, k);
	return maker_claims(d) && ahead > 0 && whole(hole(d, "count")) == ahead;
}

static bool has_result(const struct drawn *d)
{
	return has_value(d) && !d->w->claimed[name_in(d, "name")][on(d)];
}

static bool has_no_value(const struct drawn *d)
{
	return !d->w->present[name_in(d, "name")][on(d)];
}

static bool runs_from_to(const struct drawn *d)
{
	size_t k = on(d);
	return !d->w->better[k] && says_on(d, "low", k, extreme_shown(d, k, -1)) &&
	       says_on(d, "high", k, extreme_shown(d, k, 1));
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
	return has_value(d) && !d->w->better[k] && says_on(d, "low", k, extreme_shown(&others, k, -1)) &&
	       says_on(d, "high", k, extreme_shown(&others, k, 1));
}

static bool other_has(const struct drawn *d)
{
	struct drawn others = *d;
	others.shown[name_in(d, "name")] = false;
	size_t k = on(d), j = name_in(d, "other");
	return has_value(d) && !d->w->better[k] && says_on(d, "high", k, d->w->values[j][k]) &&
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
	return leads(d) && j != i && has_value(d) && is_value(d, "high", j, k) && rank_of(d->w, j, k) > 1 &&
	       d->w->values[j][k] == second_best(d->w, k);
}

/* Of the results that are drawn, claims aside, {other} has the least, and less is better. */
static bool is_times(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other");
	for (size_t k = 0; k < d->w->n_tests; k++) {
		bool least = d->w->better[k] < 0 && is_value(d, "value", i, k) && is_ranked(d->w, j, k);
		for (size_t m = 0; m < d->w->models && least; m++)
			least = !d->shown[m] || !is_ranked(d->w, m, k) || d->w->values[m][k] >= d->w->values[j][k];
		if (least && says(number_of(hole(d, "times")), d->w->values[i][k] / d->w->values[j][k]))
			return true;
	}
	return false;
}

static bool leads_times(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	for (size_t m = 0; m < d->w->models; m++)
		if (d->shown[m] && is_ranked(d->w, m, k) && d->w->values[m][k] < d->w->values[j][k])
			return false;
	return leads(d) && d->w->better[k] > 0 && is_value(d, "value", i, k) && is_ranked(d->w, j, k) &&
	       says(number_of(hole(d, "times")), d->w->values[i][k] / d->w->values[j][k]);
}

/* {name} and {rival} share the lead, and the worse of them is {gap} from {other}, the best behind them. */
static bool two_lead_by(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "rival"), m = name_in(d, "other");
	for (size_t k = 0; k < d->w->n_tests; k++) {
		bool two = d->asked[k] && d->w->better[k] && i != j && count_leaders(d->w, k) == 2 &&
		           rank_of(d->w, i, k) == 1 && rank_of(d->w, j, k) == 1 && rank_of(d->w, m, k) == 3;
		size_t worse = (d->w->values[i][k] - d->w->values[j][k]) * d->w->better[k] < 0 ? i : j;
		if (two && gap_is(d, worse, m, k))
			return true;
	}
	return false;
}

/* Two variants of {name} that are drawn have {low}, the worse, and {high}. */
static bool effort_decides(const struct drawn *d)
{
	size_t own = name_in(d, "name");
	for (size_t k = 0; k < d->w->n_tests; k++)
		for (size_t i = 0; i < d->w->models; i++)
			for (size_t j = 0; j < d->w->models; j++)
				if (i != j && d->w->model[i] == own && d->w->model[j] == own && d->shown[i] &&
				    d->shown[j] && is_ranked(d->w, i, k) && is_ranked(d->w, j, k) &&
				    is_value(d, "low", i, k) && is_value(d, "high", j, k) &&
				    (d->w->values[j][k] - d->w->values[i][k]) * d->w->better[k] > 0)
					return true;
	return false;
}

static const struct sentence titles[] = {
	{ "{name} leads on {on}", leads },
	{ "{name} leads on {on}, {gap} ahead of {other}", leads_by },
	{ "{name} leads on {on}, {gap} less than {other}", leads_by_less },
	{ "{name} leads on {on}, {value} to {high} for {other}", leads_to },
	{ "{name}: {low} or {high}, the effort decides", effort_decides },
	{ "{name} costs {value}, {times} times as much as {other}", is_times },
	{ "{name} takes {value}, {times} times as long as {other}", is_times },
	{ "{name} uses {value}, {times} times as many as {other}", is_times },
	{ "{name} leads on {on} with {value}, {times} times as much as {other}", leads_times },
	{ "{name} and {rival} share the lead, {gap} ahead of {other}", two_lead_by },
	{ "{name} and {rival} share the lead, {gap} less than {other}", two_lead_by },
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
	{ "{name} leads on {on}, by developers’ own claims", leads_by_claims },
	{ "{name} claims {value} on {on}", claims },
	{ "{name} claims {value} on {on}, without an independent test", claims },
	{ "{maker} claims {value} for {name} on {on}", maker_claims },
	{ "{maker} claims {value} for {name} on {on}, without an independent test", maker_claims },
	{ "{maker} claims {value} for {name} on {on}, behind {count} others", claims_behind },
	{ "{maker} claims {value} for {name} on {on}, behind {count} other", claims_behind },
	{ "{name} scores {value} on {on}", has_result },
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
	const char *tail = strstr(text, tongue->not_shown);
	*rest_true = true;
	snprintf(out, TEXT, "%s", text);
	if (!tail || strcmp(tail, tongue->not_shown) != 0)
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
static inline bool judge_whole(struct drawn *d, const char *what, const char *text, struct phrases sentences)
{
	bool known = false;
	if (!nouns_agree(text)) {
		tell("a noun does not agree with its count in the %s: %s\n", what, text);
		return false;
	}
	for (size_t i = 0; i < sentences.n; i++) {
		struct reading r = { .n = 0 };
		if (!match(sentences.items[i].pattern, text, &r, hole_fits, d->w))
			continue;
		known = true;
		d->r = &r;
		if (sentences.items[i].is_true(d))
			return true;
	}
	tell(known ? "the %s is false: %s\n" : "the oracle does not understand the %s: %s\n", what, text);
	return false;
}

static bool judge(struct drawn *d, const char *what, const char *text, struct phrases sentences)
{
	char own[TEXT];
	bool rest;
	without_rest(d, text, own, &rest);
	rest = rest && nouns_agree(text);
	if (!rest)
		tell("the %s counts wrongly what is not shown: %s\n", what, text);
	return rest && judge_whole(d, what, own, sentences);
}

/* ---- alt texts, sentence by sentence ---- */

/* A claim that is shown has a better value, or one as good: "first" would be heard as a place. */
static bool is_below_claim(const struct drawn *d, size_t i, bool strictly)
{
	for (size_t m = 0; m < d->w->models; m++) {
		double off = d->w->better[0] * (d->w->values[m][0] - d->w->values[i][0]);
		if (m != i && d->shown[m] && d->w->present[m][0] && !is_ranked(d->w, m, 0) &&
		    (strictly ? off > 0 : off >= 0))
			return true;
	}
	return false;
}

static bool alt_place(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && !is_below_claim(d, i, true) && is_value(d, "value", i, 0) &&
	       rank_of(d->w, i, 0) == ordinal(hole(d, "ordinal")) && !is_tied(d->w, i, 0);
}

static bool alt_shared_place(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && is_value(d, "value", i, 0) && rank_of(d->w, i, 0) == ordinal(hole(d, "ordinal")) &&
	       is_tied(d->w, i, 0);
}

static bool alt_unranked(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return d->w->better[0] && is_value(d, "value", i, 0) && !is_ranked(d->w, i, 0);
}

static size_t count_claimed(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		n += d->shown[i] && d->w->present[i][0] && d->w->claimed[i][0];
	return n;
}

static bool alt_claimed(const struct drawn *d)
{
	return whole(hole(d, "n")) == (long)count_claimed(d);
}

static bool is_claimed_row(const struct drawn *d, const char *name)
{
	long i = model_of(d->w, name);
	return i >= 0 && d->shown[i] && d->w->present[i][0] && d->w->claimed[i][0];
}

static bool alt_claimed_by(const struct drawn *d)
{
	return alt_claimed(d) && lists(d, hole(d, "list"), count_claimed(d), is_claimed_row);
}

static bool alt_size(const struct drawn *d)
{
	size_t i = name_in(d, "name");
	return (!d->w->better[0] || count_present(d->w, 0) == 1 || is_below_claim(d, i, false)) &&
	       is_value(d, "value", i, 0);
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

/* A sole leader, if by claims. */
static bool alt_leads_on(const struct drawn *d)
{
	return (leads(d) || leads_by_claims(d)) && has_value(d);
}

static bool alt_shared_on(const struct drawn *d)
{
	size_t k = on(d);
	return many_lead(d) && says_on(d, "value", k, best_ranked(d->w, k));
}

static bool alt_shared_on_left(const struct drawn *d)
{
	size_t left = 0;
	for (size_t i = 0; i < d->w->models; i++)
		left += !d->shown[i] && d->w->present[i][0] && rank_of(d->w, i, 0) == 1;
	return alt_shared_on(d) && whole(hole(d, "n")) == (long)left;
}

/* A claim above all; the best result. */
static bool alt_claim_tops(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return d->shown[i] && d->w->claimed[i][k] && contest(d->w, i, k) > 0 && is_value(d, "high", i, k) &&
	       says_on(d, "value", k, best_ranked(d->w, k));
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
	{ "{name}: {value}, claimed, not ranked", alt_unranked },
	{ "{n} claimed by its developer: {list}", alt_claimed_by },
	{ "{n} claimed by their developers: {list}", alt_claimed_by },
	{ "{n} claimed by its developer", alt_claimed },
	{ "{n} claimed by their developers", alt_claimed },
	{ "Last: {name}, {value}", alt_last },
	{ "Last shown: {name}, {value}", alt_last_shown },
	{ "Smallest: {name}, {value}", alt_smallest },
	{ "{on}: {name} leads with {value}", alt_leads_on },
	{ "{on}: {count} share the lead; the best value is {value}", alt_shared_on },
	{ "{on}: {count} share the lead, {n} not shown; the best value is {value}", alt_shared_on_left },
	{ "{on}: {count} models share the lead; the best value is {value}", alt_shared_on },
	{ "{on}: {name} claims {high}; claims aside, the best is {value}", alt_claim_tops },
	{ "{on}: from {low} to {high}", alt_range_on },
	{ "{on}: only {name} has a value, {value}", alt_only },
	{ "{n} without a result: {list}", alt_absent },
	{ "{n} without a result", alt_absent },
};

/* "Bar chart of Errors, points for 9 models, 4 models not shown, as of 12 May 2026": how many there are. In any
 * language: the numbers before the words for models. */
static inline bool judge_alt_start(const struct drawn *d, const char *text)
{
	long here = 0, said[2] = { -1, 0 }, n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		here += d->shown[i];
	for (const char *at = strstr(text, tongue->model); at && n < 2; at = strstr(at + 1, tongue->model)) {
		const char *digit = at;
		while (digit > text && digit[-1] >= '0' && digit[-1] <= '9')
			digit--;
		if (digit < at)
			said[n++] = strtol(digit, NULL, 10);
	}
	bool rest = strstr(text, tongue->not_shown) != NULL;
	bool ok = nouns_agree(text) && said[0] == here && rest == (n > 1) && said[1] <= (long)d->w->models - here &&
	          strstr(text, "2026");
	if (!ok)
		tell("the alt text counts wrongly: %s\n", text);
	return ok;
}

/* Where a sentence ends: not after an ordinal, nor within a German date. */
static inline const char *stop_of(const char *text)
{
	const char *end = text;
	while ((end = strstr(end, ". ")) && german && end > text && end[-1] >= '0' && end[-1] <= '9' &&
	       (str_starts(end + 2, "Platz") || str_starts(end + 2, "Mai")))
		end++;
	return end;
}

static inline bool judge_alt(struct drawn *d, const char *text)
{
	bool start = true, ok = true;
	while (*text && ok) {
		const char *end = stop_of(text);
		size_t length = end ? (size_t)(end - text) : strlen(text) - 1;
		char sentence[TEXT];
		snprintf(sentence, sizeof sentence, "%.*s", (int)length, text);
		ok = start ? judge_alt_start(d, sentence) : judge(d, "alt text", sentence, tongue->alts);
		start = false;
		text += end ? length + 2 : length + 1;
	}
	return ok;
}

#endif
