/* Which places noise leaves open to a row. */
#include "facts/standing.h"

#include <math.h>

/* How far its interval reaches towards better or worse rows. */
static double reach(const struct standing *s, const struct standing_row *row, bool better)
{
	const struct standing_interval *interval = standing_interval(s, row);
	bool up = (s->benchmark->direction != DIRECTION_LOWER) == better;
	return !row->interval ? 0 : up ? interval->high - row->value : row->value - interval->low;
}

/* By how much a row's value is better than another's. */
static double lead_of(const struct standing *s, const struct standing_row *row, const struct standing_row *other)
{
	double lead = row->value - other->value;
	return s->benchmark->direction == DIRECTION_LOWER ? -lead : lead;
}

/* The first of the rows, which stand by value, that leads this one by no more than so much. */
static size_t first_within(const struct standing *s, const struct standing_row *row, double most)
{
	size_t low = 0;
	for (size_t high = s->n_present; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (lead_of(s, &s->rows[middle], row) > most)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t ranked_before(const struct standing *s, size_t end)
{
	size_t n = 0;
	if (s->n_ranked == s->n_present)
		return end;
	for (size_t i = 0; i < end; i++)
		n += s->rows[i].rank > 0;
	return n;
}

/* Only rows within the widest intervals are compared one by one: those before them are ahead, those behind are not. */
int standing_last_place(const struct standing *s, const struct standing_row *row)
{
	double clear = hypot(s->widest, reach(s, row, false)), ahead = hypot(s->deepest, reach(s, row, true));
	bool noise = false;
	if (!row->rank || clear == 0)
		return row->rank;
	size_t first = first_within(s, row, ahead), last = ranked_before(s, first);
	for (size_t i = first; i < s->n_present; i++) {
		const struct standing_row *other = &s->rows[i];
		bool behind = standing_ahead(s, row, other);
		if (behind && lead_of(s, row, other) > clear)
			break;
		last += other->rank && !behind;
		noise |= other->rank && other->variant != row->variant && !behind && !standing_ahead(s, other, row) &&
		         other->value != row->value;
	}
	return noise ? (int)last : row->rank;
}
