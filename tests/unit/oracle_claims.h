/* oracle_claims.h: what sentences about leads, ranks and values claim, held against the data. */
#ifndef ORACLE_CLAIMS_H
#define ORACLE_CLAIMS_H

#include "oracle_reading.h"

static bool leads(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return rank_of(d->w, i, k) == 1 && count_leaders(d->w, k) == 1 && !all_claimed(d->w, k);
}

static bool leads_by_claims(const struct drawn *d)
{
	size_t i = name_in(d, "name"), k = on(d);
	return rank_of(d->w, i, k) == 1 && count_leaders(d->w, k) == 1 && all_claimed(d->w, k);
}

static bool gap_is(const struct drawn *d, size_t i, size_t j, size_t k)
{
	return says(number_of(hole(d, "gap")), fabs(d->w->values[i][k] - d->w->values[j][k])) &&
	       gap_unit_fits(d->w, hole(d, "gap"), k);
}

/* The best of the others. */
static size_t runner_up(const struct world *w, size_t i, size_t k)
{
	size_t rival = rival_of(w, i, k);
	return rival == MODELS ? i : rival;
}

/* The best of those that are behind. */
static double second_best(const struct world *w, size_t k)
{
	double best = (double)NAN;
	for (size_t j = 0; j < w->models; j++)
		if (rank_of(w, j, k) > 1 && (isnan(best) || (w->values[j][k] - best) * w->better[k] > 0))
			best = w->values[j][k];
	return best;
}

static bool leads_by_any(const struct drawn *d)
{
	size_t i = name_in(d, "name"), j = name_in(d, "other"), k = on(d);
	return leads(d) && i != j && d->w->present[j][k] && gap_is(d, i, j, k) && rank_of(d->w, j, k) > 1 &&
	       d->w->values[j][k] == second_best(d->w, k);
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
	double best = best_ranked(d->w, k);
	bool named = *hole(d, "other") != '\0';
	size_t j = named ? name_in(d, "other") : 0;
	return says(number_of(hole(d, "gap")), fabs(best - d->w->values[i][k])) &&
	       gap_unit_fits(d->w, hole(d, "gap"), k) &&
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

#endif
