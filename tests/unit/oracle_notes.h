/* oracle_notes.h: the notes below charts, and the words for directions, held against the oracle's data. For
 * oracle_test.c alone: a note that it does not know is a failure. */
#ifndef ORACLE_NOTES_H
#define ORACLE_NOTES_H

#include "oracle_grid.h"

/* ---- lists ---- */

static bool is_undirected(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && d->asked[k] && !d->w->better[k];
}

/* Draws both of its tests, on axes. */
static bool is_pair(const struct drawn *d)
{
	return str_eq(d->kind, "scatter") || str_eq(d->kind, "slope");
}

static bool is_lower_by_unit(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	bool told = k >= 0 && d->asked[k] && (d->drawn[k] || is_pair(d)); /* said of what is drawn */
	return told && d->w->better[k] < 0 && !d->w->declared[k];
}

/* The focus, or a rival, has no value there; of a pair of tests: a model lacks one. */
static bool lacks_value(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name), i = model_of(d->w, name);
	bool gap = str_eq(d->kind, "gap");
	if (i >= 0)
		return !gap && !has_both(d, (size_t)i) &&
		       (d->w->present[i][axis(d, Y)] || d->w->present[i][axis(d, X)]);
	return gap && k >= 0 && d->asked[k] &&
	       (!d->w->present[d->focus][k] || rival_of(d->w, (size_t)d->focus, (size_t)k) == MODELS);
}

static size_t count_names(const struct drawn *d, bool (*fits)(const struct drawn *, const char *))
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		n += fits(d, d->w->names[i]);
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += fits(d, d->w->tests[k]);
	return n;
}

/* Of what is drawn. */
static bool is_undirected_shown(const struct drawn *d, const char *name)
{
	return is_undirected(d, name) && (d->drawn[test_of(d->w, name)] || is_pair(d));
}

static bool names_undirected(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_undirected_shown), is_undirected_shown);
}

/* What has no value is left out for that. */
static bool is_left_undirected(const struct drawn *d, const char *name)
{
	return is_undirected(d, name) && !lacks_value(d, name);
}

static bool names_left_undirected(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_left_undirected), is_left_undirected);
}

static bool names_lower_by_unit(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_lower_by_unit), is_lower_by_unit);
}

static bool names_lacking(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, lacks_value), lacks_value);
}

/* "Cost (behind)": how the focus stands where it cannot be drawn. */
static bool is_off_scale(const struct drawn *d, const char *text)
{
	char name[TEXT];
	snprintf(name, sizeof name, "%s", text);
	char *how = strstr(name, " (");
	if (how)
		*how = '\0';
	long k = test_of(d->w, name);
	if (k < 0 || d->drawn[k] || !d->asked[k] || d->focus < 0)
		return false;
	bool ahead = wins(d->w, (size_t)d->focus, (size_t)k), behind = loses(d->w, (size_t)d->focus, (size_t)k);
	return how ? str_eq(how + 2, ahead    ? (german ? "vorn)" : "ahead)")
	                             : behind ? (german ? "zurück)" : "behind)")
	                                      : "")
	           : !ahead && !behind;
}

static bool names_off_scale(const struct drawn *d)
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += d->asked[k] && !d->drawn[k] && d->w->better[k] && !lacks_value(d, d->w->tests[k]);
	return lists(d, hole(d, "names"), n, is_off_scale);
}

/* A variant of the model has a value. */
static bool has_kin(const struct world *w, size_t i, size_t k)
{
	bool any = false;
	for (size_t j = 0; j < w->models; j++)
		any |= w->model[j] == w->model[i] && w->present[j][k];
	return any;
}

static bool is_absent(const struct drawn *d, const char *name)
{
	long i = model_of(d->w, name);
	for (size_t k = 0; i >= 0 && k < d->w->n_tests; k++)
		if (d->w->model[i] == (size_t)i && d->asked[k] && !has_kin(d->w, (size_t)i, k))
			return true;
	return false;
}

static bool names_absent(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		n += is_absent(d, d->w->names[i]) && !d->shown[i];
	for (size_t k = 1; k <= d->w->models; k++) /* those that have no row, or all */
		if ((k == n || k == count_names(d, is_absent)) && lists(d, hole(d, "names"), k, is_absent))
			return true;
	return false;
}

static bool is_asked(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	return k >= 0 && d->asked[k];
}

static bool names_asked(const struct drawn *d)
{
	for (size_t n = 1; n <= TESTS; n++)
		if (lists(d, hole(d, "names"), n, is_asked))
			return true;
	return false;
}

/* A drawn test of which no row that ranks first, or none as large as the largest, is drawn. */
static bool is_topless(const struct drawn *d, const char *name)
{
	long k = test_of(d->w, name);
	bool best = false, ranked = k >= 0 && d->w->better[k];
	double all = 0, shown = 0;
	for (size_t i = 0; k >= 0 && i < d->w->models; i++) {
		double size = d->w->present[i][k] ? fabs(d->w->values[i][k]) : 0;
		all = fmax(all, size);
		shown = d->shown[i] ? fmax(shown, size) : shown;
		best |= ranked && d->shown[i] && d->w->present[i][k] && rank_of(d->w, i, (size_t)k) == 1;
	}
	return k >= 0 && d->drawn[k] && ((ranked && !best) || all > shown);
}

static bool names_topless(const struct drawn *d)
{
	return lists(d, hole(d, "names"), count_names(d, is_topless), is_topless);
}

/* ---- whole notes ---- */

static bool always(const struct drawn *d)
{
	(void)d;
	return true;
}

/* ---- claims and intervals ---- */

static bool any_shown(const struct drawn *d, bool (*has)(const struct world *, size_t, size_t))
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->asked[k] && d->w->present[i][k] && has(d->w, i, k))
				return true;
	return false;
}

static bool has_interval(const struct world *w, size_t i, size_t k)
{
	return w->half[i][k] > 0;
}

static bool has_no_interval(const struct world *w, size_t i, size_t k)
{
	return !has_interval(w, i, k);
}

static bool is_claim(const struct world *w, size_t i, size_t k)
{
	return w->claimed[i][k];
}

static bool is_no_claim(const struct world *w, size_t i, size_t k)
{
	return !is_claim(w, i, k);
}

static bool is_tied_in_noise(const struct world *w, size_t i, size_t k)
{
	return last_of(w, i, k) > rank_of(w, i, k);
}

static bool has_intervals(const struct drawn *d)
{
	return any_shown(d, has_interval);
}

/* Of what is drawn. */
static bool gives_no_intervals(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (d->asked[k] && d->drawn[k] && d->shown[i] && d->w->present[i][k] && d->w->half[i][k] > 0)
				return false;
	return true;
}

static bool has_some_intervals(const struct drawn *d)
{
	return has_intervals(d) && any_shown(d, has_no_interval);
}

static bool has_claims(const struct drawn *d)
{
	return any_shown(d, is_claim);
}

static bool has_only_claims(const struct drawn *d)
{
	return has_claims(d) && !any_shown(d, is_no_claim);
}

static bool has_noisy_ties(const struct drawn *d)
{
	return any_shown(d, is_tied_in_noise);
}

static bool bands_noise(const struct drawn *d)
{
	return is_directed(d) && has_intervals(d);
}

static bool bands_claims(const struct drawn *d)
{
	return is_directed(d) && has_claims(d) && any_shown(d, is_no_claim);
}

static bool passes_claims_over(const struct drawn *d)
{
	return has_claims(d);
}

static bool nobody_knows(const struct drawn *d)
{
	for (size_t k = 0; k < d->w->n_tests; k++)
		if (d->asked[k] && (d->drawn[k] || is_pair(d)) && d->w->better[k])
			return false;
	return true;
}

static bool lower_by_unit(const struct drawn *d)
{
	for (size_t k = 0; k < d->w->n_tests; k++)
		if (d->asked[k] && (d->drawn[k] || is_pair(d)) && !is_lower_by_unit(d, d->w->tests[k]))
			return false;
	return true;
}

/* A scatter draws both of its tests. */
static bool is_told(const struct drawn *d, size_t k)
{
	return d->asked[k] && (d->drawn[k] || str_eq(d->kind, "scatter"));
}

static bool models_left(const struct drawn *d)
{
	size_t all = str_eq(d->kind, "slope") ? count_both(d) : count_candidates(d);
	return whole(hole(d, "all")) == (long)all && whole(hole(d, "n")) == (long)(all - count_shown(d));
}

static bool tests_left(const struct drawn *d)
{
	size_t drawn = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		drawn += is_told(d, k);
	return whole(hole(d, "all")) == (long)count_asked(d) && whole(hole(d, "n")) > 0 &&
	       whole(hole(d, "n")) == (long)(count_asked(d) - drawn);
}

static bool points_unnamed(const struct drawn *d)
{
	return whole(hole(d, "all")) == (long)count_both(d) && whole(hole(d, "n")) <= (long)count_both(d);
}

static bool has_ties(const struct drawn *d)
{
	for (size_t k = 0; k < d->w->n_tests; k++)
		for (size_t i = 0; i < d->w->models; i++)
			if (d->asked[k] && d->w->present[i][k] && is_tied(d->w, i, k))
				return true;
	return false;
}

/* "Aster on Coding 62.5 (A paper); …": each number is one that the other source gives. */
static bool others_are(const struct drawn *d)
{
	const char *text = hole(d, "list");
	size_t known = 0, numbers = 0;
	const char *more = strstr(text, german ? "; und " : "; and "); /* "and 3 more" */
	for (const char *at = text; *at && at != more; at++) {
		bool starts = (*at >= '0' && *at <= '9') && (at == text || !strchr("0123456789.,", at[-1]));
		if (!starts)
			continue;
		struct number n = number_of(at);
		bool found = false;
		for (size_t i = 0; i < d->w->models; i++)
			for (size_t k = 0; k < d->w->n_tests; k++)
				found |= d->w->disputed[i][k] && says(n, d->w->other[i][k]);
		numbers++;
		known += found;
	}
	return numbers > 0 && known == numbers;
}

/* Some value, or the end of its interval, is thirty times another. */
static bool is_wide(const struct drawn *d)
{
	double least = HUGE_VAL, most = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		for (size_t i = 0; i < d->w->models && d->asked[k]; i++) {
			double low = d->w->values[i][k] - d->w->half[i][k],
			       high = d->w->values[i][k] + d->w->half[i][k];
			if (!d->w->present[i][k])
				continue;
			least = low > 0 ? fmin(least, low) : least;
			most = fmax(most, high);
		}
	return (str_eq(d->kind, "dots") || str_eq(d->kind, "leaderboard") || str_eq(d->kind, "distribution")) &&
	       most >= 30 * least * (1 - 1e-9);
}

static const struct sentence notes[] = {
	{ "↑, ↓, new, was: compared with the data of 12\u00a0April\u00a02026.", always },
	{ "† Also published: {list}.", others_are },
	{ "No margins of error.", gives_no_intervals },
	{ "Intervals are known for parts only and not drawn; none is known for a total.", has_intervals },
	{ "Whiskers: 95% interval.", has_intervals },
	{ "Line: 95% interval.", has_intervals },
	{ "Where there is no line, the data give none.", has_some_intervals },
	{ "Whiskers: 95% interval, where known.", has_some_intervals },
	{ "Ranks from–to: the places that the joint 95% interval leaves open.", has_noisy_ties },
	{ "claimed by its developer, unverified; not ranked.", has_claims },
	{ "claimed by its developer, unverified.", has_claims },
	{ "claimed: claimed by its developer, unverified.", has_claims },
	{ "* claimed by its developer, unverified.", has_claims },
	{ "claimed by the developers, unverified; ranked among claims only.", has_only_claims },
	{ "Best rival: the best other model with a value, developers’ claims aside.", passes_claims_over },
	{ "Line: efficient frontier. Band: what noise leaves open.", is_directed },
	{ "Only a lead beyond the joint interval puts a model behind.", bands_noise },
	{ "Claims put no measured value behind; the conservative edge leaves them out.", bands_claims },
	{ "{n} of {all} fields have no result.", absent_cells },
	{ "Rounded where a source gives more digits.", always },
	{ "Bold: best or tied for best.", always },
	{ "Bold: best or tied for best, claims aside.", always },
	{ "The best or the largest value is not shown on {names}.", names_topless },
	{ "The dots of {names} coincide.", always },
	{ "Grey: changes under a tenth of the largest.", always },
	{ "Scale not from zero.", always },
	{ "Shaded: the interval of the best.", always },
	{ "Log scale: equal distances are equal ratios.", is_wide },
	{ "The stronger the shade, the better, from zero.", always },
	{ "The stronger the shade, the better the result; one scale per unit and range, from zero.", always },
	{ "The stronger the shade, the larger the value; one scale per unit and range, from zero.", always },
	{ "The stronger the shade, the better the result; one scale per unit and range, not from zero.", always },
	{ "The stronger the shade, the larger the value; one scale per unit and range, not from zero.", always },
	{ "Shades from the low end of the scale, not from zero: {names}.", names_asked },
	{ "Best rival: the best other model with a value.", always },
	{ "Line: efficient frontier, where no other model is better on both.", is_directed },
	{ "=\u00a0shared rank.", has_ties },
	{ "The data do not say whether higher or lower is better.", nobody_knows },
	{ "The data do not say whether higher or lower is better on {names}.", names_undirected },
	{ "That lower is better follows from the unit; the data do not say so.", lower_by_unit },
	{ "That lower is better follows from the unit on {names}; the data do not say so.", names_lower_by_unit },
	{ "Left out because a value is missing: {names}.", names_lacking },
	{ "Left out because the data do not say whether higher or lower is better: {names}.", names_left_undirected },
	{ "Not on this scale: {names}.", names_off_scale },
	{ "No result: {names}.", names_absent },
	{ "Not shown: {n} of {all} models.", models_left },
	{ "Not shown: {n} of {all} model.", models_left },
	{ "Not shown: {n} of {all} benchmarks.", tests_left },
	{ "{n} of {all} points are not named here; a table of the same data names them all.", points_unnamed },
	{ "{n} of {all} points is not named here; a table of the same data names them all.", points_unnamed },
};

static inline bool judge_notes(struct drawn *d)
{
	bool ok = true;
	for (size_t i = 0; i < d->scene->n_items && ok; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind == SCENE_TEXT && item->role == ROLE_NOTE)
			ok = judge_whole(d, "note", item->text.block->text, tongue->notes);
	}
	return ok;
}

/* ---- directions of charts of several tests ---- */

static size_t count_told(const struct drawn *d)
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += is_told(d, k);
	return n;
}

static size_t count_better(const struct drawn *d, int better)
{
	size_t n = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		n += is_told(d, k) && d->w->better[k] == better;
	return n;
}

/* "Higher is better" of all, or "unless stated otherwise"; "lower" of what is not higher. */
static inline bool judge_grid_direction(const struct drawn *d)
{
	bool ok = true;
	for (size_t i = 0; i < d->scene->n_items && ok; i++) {
		const struct scene_item *item = &d->scene->items[i];
		const char *text = item->kind == SCENE_TEXT ? item->text.block->text : "";
		if (item->kind != SCENE_TEXT || (item->role != ROLE_SUBTITLE && item->role != ROLE_DIRECTION))
			continue;
		const char *higher = strstr(text, tongue->higher), *lower = strstr(text, tongue->lower);
		bool otherwise =
			higher && (strstr(higher, tongue->exceptions[0]) || strstr(higher, tongue->exceptions[1]) ||
		                   strstr(higher, tongue->exceptions[2]));
		ok = (!higher || count_better(d, 1) || str_eq(d->kind, "gap")) &&
		     (!higher || otherwise || count_better(d, 1) == count_told(d) || str_eq(d->kind, "gap")) &&
		     (!lower || count_better(d, -1)) &&
		     (!lower || higher || strstr(lower, tongue->exceptions[2]) || !count_better(d, 1) ||
		      str_eq(d->kind, "slope"));
		if (!ok)
			tell("the direction is wrong: %s\n", text);
	}
	return ok;
}

/* "Cost, US dollars, lower is better": a head says of its test what is true of it. */
static inline bool judge_heads(const struct drawn *d)
{
	for (size_t i = 0; i < d->scene->n_items; i++) {
		const struct scene_item *item = &d->scene->items[i];
		if (item->kind != SCENE_TEXT || (item->role != ROLE_HEAD && item->role != ROLE_LABEL))
			continue;
		char name[TEXT];
		const char *text = item->text.block->text;
		snprintf(name, sizeof name, "%.*s", (int)strcspn(text, ",\n"), text);
		long k = test_of(d->w, name);
		bool lower = strstr(text, tongue->lower_head), unknown = strstr(text, tongue->unknown_head);
		if ((lower || unknown) && (k < 0 || d->w->better[k] != (lower ? -1 : 0))) {
			tell("the head is wrong: %s\n", text);
			return false;
		}
	}
	return true;
}

/* ---- all of it, in English ---- */

static const struct tongue english = { .titles = PHRASES(titles),
	                               .alts = PHRASES(alts),
	                               .grid_titles = PHRASES(grid_titles),
	                               .slope_titles = PHRASES(slope_titles),
	                               .scatter_titles = PHRASES(scatter_titles),
	                               .grid_alts = PHRASES(grid_alts),
	                               .notes = PHRASES(notes),
	                               .not_shown = " not shown",
	                               .model = " model",
	                               .line = " line",
	                               .last = " and ",
	                               .more = " more",
	                               .as_of = ", as of 12\u00a0May\u00a02026",
	                               .higher = "igher is better",
	                               .lower = "ower is better",
	                               .rounded = "ounded",
	                               .lower_head = "lower is better",
	                               .unknown_head = "direction unknown",
	                               .claimed = "claimed",
	                               .exceptions = { "unless", " for ", " on " } };

#endif
