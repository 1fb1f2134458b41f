/* oracle_tables.h: the tables that a briefing generates, row by row, held against the oracle's data. For
 * oracle_briefing_test.c alone. */
#ifndef ORACLE_TABLES_H
#define ORACLE_TABLES_H

#include "oracle_pages.h"
#include "oracle_prose.h"

enum { CELLS = 8, ROWS = 400 };

struct table { /* as read off the pages: its heads are row 0 */
	char cells[ROWS][CELLS][TEXT];
	size_t n_rows, n_cells[ROWS];
};

static bool has_head(const struct table *t, size_t column, const char *head)
{
	return column < t->n_cells[0] && str_eq(t->cells[0][column], head);
}

/* "71.4% [1]" is a value of that source. */
static bool cell_is(const char *cell, const char *mark, double value, int decimals)
{
	struct number n = number_of(cell);
	return n.ok && fabs(n.value - value) <= 1e-9 * fabs(value) &&
	       (n.decimals == decimals || n.unit_of_last >= 1000) && (!mark || strstr(cell, mark));
}

static bool judge_conflicts(const struct drawn *d, const struct table *t)
{
	size_t expected = 0;
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			expected += d->w->present[i][k] && d->w->disputed[i][k];
	for (size_t r = 1; r < t->n_rows; r++) {
		long i = model_of(d->w, t->cells[r][0]), k = test_of(d->w, t->cells[r][1]);
		if (i < 0 || k < 0 || !d->w->disputed[i][k] ||
		    !cell_is(t->cells[r][2], "[1]", d->w->values[i][k], d->w->decimals[i][k]) ||
		    !cell_is(t->cells[r][3], "[2]", d->w->other[i][k], d->w->decimals[i][k]) ||
		    !str_eq(t->cells[r][4], "most trusted source"))
			return false;
	}
	return t->n_rows == expected + 1;
}

static bool judge_sources(const struct drawn *d, const struct table *t)
{
	size_t values[2] = { 0, 0 };
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++) {
			values[0] += d->w->present[i][k];
			values[1] += d->w->present[i][k] && d->w->disputed[i][k];
		}
	return t->n_rows == 3 && str_eq(t->cells[1][0], "[1]") && str_eq(t->cells[1][1], "A run. Tester") &&
	       str_eq(t->cells[2][0], "[2]") && str_eq(t->cells[2][1], "A paper. Writer") &&
	       str_eq(t->cells[1][2], "12\u00a0May\u00a02026") && str_eq(t->cells[2][2], "12\u00a0May\u00a02026") &&
	       whole(t->cells[1][3]) == (long)values[0] && whole(t->cells[2][3]) == (long)values[1];
}

/* ---- claims ---- */

static bool ahead_by(const struct drawn *d)
{
	return prose_gap(d) && number_of(hole(d, "gap")).value > 0 && exactly(d, "value", name_in(d, "name"), on(d)) &&
	       exactly(d, "low", name_in(d, "other"), on(d));
}

static bool behind_by(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return says(number_of(hole(d, "gap")), (d->w->values[j][k] - d->w->values[i][k]) * d->w->better[k]) &&
	       exactly(d, "value", i, k) && exactly(d, "low", j, k);
}

static bool level_at(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return exactly(d, "value", i, k) && d->w->values[i][k] == d->w->values[j][k];
}

static const struct sentence said[] = {
	{ "{name} is {gap} ahead of {other} on {on}: {value} to {low}", ahead_by },
	{ "{name} is {gap} behind {other} on {on}: {value} to {low}", behind_by },
	{ "{name} and {other} are level on {on}: {value}", level_at },
};

/* The lead if one value lies as far off in favour (1) or disfavour (-1) of the claim as its interval allows. */
static double lead_within(const struct world *w, const struct boast *b, int way)
{
	return (w->values[b->model][b->test] - w->values[b->rival][b->test]) * w->better[b->test] +
	       way * fmax(w->half[b->model][b->test], w->half[b->rival][b->test]);
}

/* "With 4.9 for Birch high, …": of one of two models, of which the other's name may be its beginning. */
static bool is_tried(const struct drawn *d, const char *with, size_t i, size_t other)
{
	bool longer = strlen(d->w->names[i]) > strlen(d->w->names[other]);
	return longer ? strstr(with, d->w->names[i]) != NULL : strstr(with, d->w->names[other]) == NULL;
}

/* "With 4.9 for Birch, an end of its interval [1], it would not hold": true of that end, and of the claim then. */
static bool judge_end(const struct drawn *d, const struct boast *b, const char *with, const char *interval)
{
	char whom[TEXT];
	snprintf(whom, sizeof whom, "%.*s", (int)(interval - with), with);
	struct number n = number_of(with + strlen(" With "));
	size_t k = b->test, i = is_tried(d, whom, b->model, b->rival) ? b->model : b->rival;
	double off = (i == b->model ? 1 : -1) * d->w->better[k] * (n.value - d->w->values[i][k]);
	const char *would = strstr(interval, "it would ");
	bool holds = would && !str_starts(would, "it would not"), now = lead_within(d->w, b, 0) > 0;
	return holds != now && (lead_within(d->w, b, 0) + off > 0) == holds &&
	       fabs(fabs(n.value - d->w->values[i][k]) - d->w->half[i][k]) <= n.unit_of_last + 1e-6 * fabs(n.value);
}

/* Cuts off what a cell says of the ends of intervals, if it does, and judges it. */
static bool judge_trial(const struct drawn *d, const struct boast *b, char *cell)
{
	static const char holds[] = " It holds at either end of each interval too, tried one at a time.",
			  fails[] = " Nor does it hold at either end of any interval, tried one at a time.",
			  end[] = ", an end of its interval";
	double slip = 1e-9 * fabs(d->w->values[b->model][b->test]); /* of computing */
	char *too = strstr(cell, holds), *nor = strstr(cell, fails), *trial = NULL;
	bool ok = (!too || lead_within(d->w, b, -1) > -slip) && (!nor || lead_within(d->w, b, 1) <= slip);
	for (char *with = strstr(cell, " With "); with; with = strstr(with + 1, " With ")) {
		const char *interval = strstr(with, end);
		if (!interval)
			break;
		ok = ok && judge_end(d, b, with, interval);
		trial = trial ? trial : with;
	}
	char *cut = too ? too : nor ? nor : trial;
	if (cut && cut > cell && cut[-1] == '.')
		cut--;
	if (cut)
		*cut = '\0';
	return ok;
}

static bool judge_claims(struct drawn *d, const struct table *t)
{
	for (size_t r = 1; r < t->n_rows; r++) {
		const struct boast *b = r <= d->w->n_boasts ? &d->w->boasts[r - 1] : NULL;
		if (!b)
			return false;
		double lead = lead_within(d->w, b, 0);
		bool claim = lead > 0 && (d->w->claimed[b->model][b->test] || d->w->claimed[b->rival][b->test]);
		const char *verdict = claim      ? "holds (self-reported), by "
		                      : lead > 0 ? "holds, by "
		                                 : "does not hold, by ";
		bool by = str_starts(t->cells[r][2], verdict) &&
		          says(number_of(t->cells[r][2] + strlen(verdict)), fabs(lead));
		char cell[TEXT];
		snprintf(cell, sizeof cell, "%s", t->cells[r][3]);
		if (!str_eq(t->cells[r][1], "[2]") || !by || !judge_trial(d, b, cell) ||
		    !judge_whole(d, "claim", cell, (struct phrases)PHRASES(said)))
			return false;
	}
	return t->n_rows == d->w->n_boasts + 1;
}

/* ---- specs ---- */

/* What is known of a model, by the name of a row or column; NULL if it is no such name. */
static const char *spec_of(const struct drawn *d, const char *what, size_t i, char text[TEXT])
{
	bool modes = i + 1 < d->w->models && d->w->model[i + 1] == i;
	if (str_eq(what, "Maker"))
		return d->w->maker[i] ? makers[d->w->maker[i]] : "not reported";
	if (str_eq(what, "Modes"))
		return modes ? "high" : "not reported";
	if (!str_eq(what, "Context window"))
		return NULL;
	snprintf(text, TEXT, "%ld", d->w->context[i]);
	return d->w->context[i] ? text : "not reported";
}

static bool judge_specs(const struct drawn *d, const struct table *t)
{
	bool ok = true;
	for (size_t r = 1; r < t->n_rows && ok; r++) {
		long row = model_of(d->w, t->cells[r][0]);
		for (size_t c = 1; c < t->n_cells[r] && ok; c++) {
			long i = row >= 0 ? row : model_of(d->w, t->cells[0][c]);
			const char *what = row >= 0 ? t->cells[0][c] : t->cells[r][0], *cell = t->cells[r][c];
			char text[TEXT];
			const char *known = i >= 0 ? spec_of(d, what, (size_t)i, text) : NULL;
			ok = known && (known == text ? cell_is(cell, "tokens", (double)d->w->context[i], 0)
			                             : str_eq(cell, known));
		}
	}
	return ok;
}

/* ---- what states something ---- */

static bool judge_compare(const struct drawn *d, const struct table *t)
{
	long i = model_of(d->w, t->cells[0][1]), j = model_of(d->w, t->cells[0][2]);
	bool ok = i >= 0 && j >= 0;
	for (size_t r = 1; r < t->n_rows && ok; r++) {
		long k = row_test(d->w, t->cells[r][0]);
		ok = k >= 0 && side_is(d->w, t->cells[r][1], (size_t)i, (size_t)k) &&
		     side_is(d->w, t->cells[r][2], (size_t)j, (size_t)k) &&
		     judge_comparison(d->w, (size_t)i, (size_t)j, (size_t)k, t->cells[r][3], t->cells[r][4]);
	}
	return ok;
}

static bool judge_matrix(const struct drawn *d, const struct table *t)
{
	bool ok = t->n_rows == d->w->n_tests + 1;
	for (size_t r = 1; r < t->n_rows && ok; r++)
		for (size_t c = 1; c < t->n_cells[r] && ok; c++) {
			long k = test_of(d->w, t->cells[r][0]), i = model_of(d->w, t->cells[0][c]);
			ok = k >= 0 && i >= 0 && str_eq(t->cells[r][c], matrix_word(d->w, (size_t)i, (size_t)k));
		}
	return ok;
}

/* ---- changes ---- */

static size_t rank_in(const struct world *w, size_t i, size_t k)
{
	return w->better[k] && w->present[i][k] ? rank_of(w, i, k) : 0;
}

/* "2", or "1 → 2". */
static bool ranks_are(const char *cell, size_t then, size_t now)
{
	char text[TEXT] = "";
	if (then && now && then != now)
		snprintf(text, sizeof text, "%zu → %zu", then, now);
	else if (now)
		snprintf(text, sizeof text, "%zu", now);
	return str_eq(cell, text);
}

static bool judge_changes(const struct drawn *d, const struct world *old, const struct table *t)
{
	size_t expected = 0;
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			expected += d->w->present[i][k] != old->present[i][k] ||
			            (d->w->present[i][k] && (d->w->values[i][k] != old->values[i][k] ||
			                                     rank_in(d->w, i, k) != rank_in(old, i, k)));
	for (size_t r = 1; r < t->n_rows; r++) {
		long i = model_of(d->w, t->cells[r][0]), k = test_of(d->w, t->cells[r][1]);
		if (i < 0 || k < 0)
			return false;
		double now = d->w->values[i][k], then = old->values[i][k];
		bool is = d->w->present[i][k], was = old->present[i][k], moved = is && was && now != then;
		bool ok =
			(was ? cell_is(t->cells[r][2], NULL, then, d->w->decimals[i][k])
		             : str_eq(t->cells[r][2], "–")) &&
			(is ? cell_is(t->cells[r][3], NULL, now, d->w->decimals[i][k]) : str_eq(t->cells[r][3], "–")) &&
			(moved ? says(number_of(t->cells[r][4]), now - then) : !*t->cells[r][4]) &&
			ranks_are(t->cells[r][5], rank_in(old, (size_t)i, (size_t)k),
		                  rank_in(d->w, (size_t)i, (size_t)k));
		if (!ok)
			return false;
	}
	return t->n_rows == expected + 1;
}

static bool judge_table(struct drawn *d, const struct world *old, const struct table *t)
{
	bool ok = has_head(t, 2, "Value used")        ? judge_conflicts(d, t)
	          : has_head(t, 3, "Values")          ? judge_sources(d, t)
	          : has_head(t, 0, "Published claim") ? judge_claims(d, t)
	          : has_head(t, 2, "Before")          ? judge_changes(d, old, t)
	          : has_head(t, 3, "Difference")      ? judge_compare(d, t)
	          : has_head(t, 0, "Use")             ? judge_matrix(d, t)
	                                              : judge_specs(d, t);
	for (size_t r = 0; r < t->n_rows && !ok; r++) {
		tell("%s", r ? "" : "a table is not that of the data:\n");
		for (size_t c = 0; c < t->n_cells[r]; c++)
			tell("%s | ", t->cells[r][c]);
		tell("\n");
	}
	return ok;
}

#endif
