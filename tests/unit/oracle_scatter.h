/* oracle_scatter.h: what is efficient among points, worked out from the world; a part of oracle_grid.h. */
#ifndef TESTS_ORACLE_SCATTER_H
#define TESTS_ORACLE_SCATTER_H

#include "oracle_reading.h"

/* ---- scatters: y against x ---- */

enum { Y, X }; /* the tests asked for, in their order */

static size_t axis(const struct drawn *d, int which)
{
	for (size_t k = 0; k < d->w->n_tests; k++)
		if (d->asked[k] && which-- == 0)
			return k;
	return 0;
}

static bool has_both(const struct drawn *d, size_t i)
{
	return d->w->present[i][axis(d, Y)] && d->w->present[i][axis(d, X)];
}

static double gain(const struct drawn *d, size_t i, size_t j, int which)
{
	size_t k = axis(d, which);
	return (d->w->values[i][k] - d->w->values[j][k]) * d->w->better[k];
}

/* At least as good, beyond noise; a claim is no better than a result. */
static bool is_as_good(const struct drawn *d, size_t i, size_t j, int which)
{
	size_t k = axis(d, which);
	bool claim = d->w->claimed[i][k] && !d->w->claimed[j][k];
	return !claim && gain(d, i, j, which) >= hypot(d->w->half[i][k], d->w->half[j][k]) * (1 - 1e-9);
}

/* As good on both, and better on one. */
static bool beats(const struct drawn *d, size_t i, size_t j)
{
	return has_both(d, i) && has_both(d, j) && is_as_good(d, i, j, Y) && is_as_good(d, i, j, X) &&
	       (gain(d, i, j, Y) > 0 || gain(d, i, j, X) > 0);
}

static bool is_efficient(const struct drawn *d, size_t i)
{
	for (size_t j = 0; j < d->w->models; j++)
		if (beats(d, j, i))
			return false;
	return has_both(d, i);
}

static size_t count_efficient(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		n += is_efficient(d, i);
	return n;
}

static size_t count_both(const struct drawn *d)
{
	size_t n = 0;
	for (size_t i = 0; i < d->w->models; i++)
		n += has_both(d, i);
	return n;
}

static bool is_directed(const struct drawn *d)
{
	return d->w->better[axis(d, Y)] && d->w->better[axis(d, X)];
}

static bool frontier_counts(const struct drawn *d)
{
	return is_directed(d) && whole(hole(d, "count")) == (long)count_efficient(d) &&
	       whole(hole(d, "all")) == (long)count_both(d);
}

/* Few are, and the best alone says what it costs. */
static bool frontier_worth(const struct drawn *d)
{
	size_t i = name_in(d, "name"), y = axis(d, Y), x = axis(d, X);
	return frontier_counts(d) && 2 * count_efficient(d) < count_both(d) && rank_of(d->w, i, y) == 1 &&
	       !is_tied(d->w, i, y) && is_efficient(d, i) && strchr(hole(d, "value"), '$') &&
	       says(number_of(hole(d, "value")), d->w->values[i][x]);
}

#endif
