/* oracle_statements.h: two models side by side, and the matrix of uses by models, held against the oracle's data. */
#ifndef ORACLE_STATEMENTS_H
#define ORACLE_STATEMENTS_H

#include "oracle_pages.h"

/* 1: the first is ahead, -1: the second is; 0: neither, or nobody can tell. Claims count. */
static int duel(const struct world *w, size_t i, size_t j, size_t k)
{
	if (!w->better[k])
		return 0;
	return is_ahead(w, i, j, k) ? 1 : is_ahead(w, j, i, k) ? -1 : 0;
}

/* What is said where neither is ahead. */
static const char *undecided(const struct world *w, size_t i, size_t j, size_t k)
{
	bool apart = !w->better[k] || is_ahead(w, i, j, k) || is_ahead(w, j, i, k);
	return apart ? "not comparable" : "level";
}

/* "Of {all} benchmarks with both values, {name} is ahead on {count} and {other} on {k}." */
static bool compare_counts(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), ahead = 0, behind = 0, both = 0;
	for (size_t k = 0; k < d->w->n_tests; k++) {
		bool compared = d->w->present[i][k] && d->w->present[j][k];
		both += compared;
		ahead += compared && duel(d->w, i, j, k) > 0;
		behind += compared && duel(d->w, i, j, k) < 0;
	}
	const char *count = hole(d, "count"), *k = hole(d, "k"), *all = hole(d, "all");
	return i != j && (!*count || whole(count) == (long)ahead) && whole(all) == (long)both &&
	       (*k ? whole(k) == (long)behind && ahead && behind : !behind) && (*count || !ahead || ahead == both);
}

/* "On the {all} benchmarks with values of both, neither {name} nor {other} is ahead." */
static bool compare_neither(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other");
	bool any = false;
	for (size_t k = 0; k < d->w->n_tests; k++)
		any |= d->w->present[i][k] && d->w->present[j][k] && duel(d->w, i, j, k);
	return i != j && !any;
}

static bool compare_claims(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), claims = 0;
	for (size_t k = 0; k < d->w->n_tests; k++)
		claims += (d->w->present[i][k] && d->w->claimed[i][k]) || (d->w->present[j][k] && d->w->claimed[j][k]);
	return claims > 0 && compare_counts(d);
}

/* ", seconds" between a test and what follows, where its numbers have no sign of their own. */
static bool says_unit(const struct world *w, size_t k, const char *said, size_t n)
{
	static const char *const words[][2] = { { "seconds", ", seconds" },
		                                { "tokens", ", tokens" },
		                                { "points", ", points" },
		                                { "tokens/s", ", tokens per second" },
		                                { "elo", ", Elo points" } };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(w->units[k], words[i][0]))
			return n == strlen(words[i][1]) && strncmp(said, words[i][1], n) == 0;
	return n == 0;
}

/* The test that a row is about; what follows its name is said of it. -1: none. */
static long row_test(const struct world *w, const char *cell)
{
	static const char lower[] = ", lower is better", unknown[] = ", direction unknown";
	for (size_t k = 0; k < w->n_tests; k++) {
		const char *more = w->better[k] < 0 ? lower : w->better[k] ? "" : unknown;
		size_t n = strlen(w->tests[k]), all = strlen(cell), rest = strlen(more);
		if (strncmp(cell, w->tests[k], n) != 0 || all < n + rest || strcmp(cell + all - rest, more) != 0)
			continue;
		if (says_unit(w, k, cell + n, all - n - rest))
			return (long)k;
	}
	return -1;
}

static bool side_is(const struct world *w, const char *cell, size_t i, size_t k)
{
	struct number n = number_of(cell);
	bool claimed = strstr(cell, "(claimed)") != NULL;
	return w->present[i][k] ? n.ok && fabs(n.value - w->values[i][k]) <= 1e-9 * fabs(w->values[i][k]) &&
	                                  claimed == w->claimed[i][k]
	                        : strcmp(cell, "no result") == 0;
}

static bool judge_comparison(const struct world *w, size_t i, size_t j, size_t k, const char *difference,
                             const char *ahead)
{
	if (!w->present[i][k] || !w->present[j][k])
		return !*difference && !*ahead;
	int who = duel(w, i, j, k);
	const char *expected = who > 0 ? w->names[i] : who < 0 ? w->names[j] : undecided(w, i, j, k);
	return says(number_of(difference), fabs(w->values[i][k] - w->values[j][k])) && strcmp(ahead, expected) == 0;
}

static bool some_claims(const struct drawn *d)
{
	bool any = false;
	for (size_t k = 0; k < d->w->n_tests; k++)
		any |= all_claimed(d->w, k);
	return any;
}

/* The cell of a model by "rank(model, benchmark) == 1" and "rank(model, benchmark) == 2". */
static const char *matrix_word(const struct world *w, size_t i, size_t k)
{
	size_t rank = is_ranked(w, i, k) ? rank_of(w, i, k) : 0;
	if (!w->present[i][k])
		return "no data";
	if (rank == 1 || rank == 2)
		return w->claimed[i][k] ? rank == 1 ? "leads (claimed)" : "close (claimed)"
		       : rank == 1      ? "leads"
		                        : "close";
	return rank ? "trails" : "not comparable";
}

/* A cell of the matrix says so. */
static bool some_unlike(const struct drawn *d)
{
	for (size_t i = 0; i < d->w->models; i++)
		for (size_t k = 0; k < d->w->n_tests; k++)
			if (str_eq(matrix_word(d->w, i, k), "not comparable"))
				return true;
	return false;
}

#endif
