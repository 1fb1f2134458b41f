#include "facts/contest.h"

static const struct standing_row *row_of(const struct standing *s, const struct variant *variant)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant == variant)
			return &s->rows[i];
	return NULL;
}

/* The best value of another model. */
static const struct standing_row *best_other(const struct standing *s, const struct model *model)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant->model != model)
			return &s->rows[i];
	return NULL;
}

/* The other model that ranks first; of several, the one with the best value. */
static const struct standing_row *first_other(const struct standing *s, const struct model *model)
{
	const struct standing_row *first = NULL;
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		if (row->variant->model != model && row->rank && (!first || row->rank < first->rank))
			first = row;
	}
	return first;
}

static enum contest_outcome by_rank(int own, int rival)
{
	return own < rival ? CONTEST_AHEAD : own > rival ? CONTEST_BEHIND : CONTEST_LEVEL;
}

static enum contest_outcome by_value(const struct standing *s, const struct standing_row *own,
                                     const struct standing_row *rival)
{
	return standing_ahead(s, own, rival)   ? CONTEST_AHEAD
	       : standing_ahead(s, rival, own) ? CONTEST_BEHIND
	                                       : CONTEST_LEVEL;
}

/* True if another variant of the same model is ahead of own: then own does not lead. */
static bool outdone(const struct standing *s, const struct standing_row *own)
{
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		bool sibling = row->variant->model == own->variant->model && row != own;
		if (sibling &&
		    (own->rank ? row->rank && row->rank < own->rank : by_value(s, row, own) == CONTEST_AHEAD))
			return true;
	}
	return false;
}

static enum contest_outcome unless_outdone(const struct standing *s, const struct standing_row *own,
                                           enum contest_outcome outcome)
{
	return outcome == CONTEST_AHEAD && outdone(s, own) ? CONTEST_LEVEL : outcome;
}

struct contest contest_of(const struct standing *s, const struct variant *variant)
{
	struct contest c = { .own = row_of(s, variant) };
	const struct standing_row *first = best_other(s, variant->model);
	c.rival = first;
	if (!c.own || !first || s->benchmark->direction == DIRECTION_UNKNOWN)
		return c;
	if (!c.own->rank) { /* a claim */
		c.outcome = unless_outdone(s, c.own, by_value(s, c.own, first));
		return c;
	}
	const struct standing_row *ranked = first_other(s, variant->model);
	if (!ranked) { /* a claim beats no result */
		c.outcome = by_value(s, c.own, first) == CONTEST_AHEAD ? CONTEST_AHEAD : CONTEST_NONE;
		c.outcome = unless_outdone(s, c.own, c.outcome);
		return c;
	}
	c.rival = ranked;
	c.passed_over = ranked != first;
	c.outcome = unless_outdone(s, c.own, by_rank(c.own->rank, ranked->rank));
	return c;
}

const struct standing_row *contest_winner(const struct standing *s)
{
	const struct standing_row *first = NULL;
	size_t leaders = 0;
	for (size_t i = 0; i < s->n_present; i++) {
		leaders += s->rows[i].rank == 1;
		first = !first && s->rows[i].rank == 1 ? &s->rows[i] : first;
	}
	return leaders == 1 && contest_of(s, first->variant).outcome == CONTEST_AHEAD ? first : NULL;
}

enum contest_outcome contest_between(const struct standing *s, const struct variant *variant,
                                     const struct variant *rival)
{
	const struct standing_row *own = row_of(s, variant), *other = row_of(s, rival);
	if (!own || !other || s->benchmark->direction == DIRECTION_UNKNOWN)
		return CONTEST_NONE;
	enum contest_outcome outcome = by_value(s, own, other);
	return outcome == CONTEST_BEHIND && other->claimed && !own->claimed ? CONTEST_NONE : outcome;
}

const struct standing_row *contest_best(const struct standing *s)
{
	const struct standing_row *best = s->n_present ? &s->rows[0] : NULL;
	for (size_t i = 1; i < s->n_present; i++)
		if ((best->claimed || !s->rows[i].claimed) && !standing_ahead(s, best, &s->rows[i]))
			return NULL;
	return best;
}
