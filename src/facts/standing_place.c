/* Which places noise leaves open to a row. */
#include "facts/standing.h"

#include <math.h>

/* How far its interval reaches towards worse rows. */
static double reach(const struct standing *s, const struct standing_row *row)
{
	const struct standing_interval *interval = standing_interval(s, row);
	bool lower = s->benchmark->direction == DIRECTION_LOWER;
	return !row->interval ? 0 : lower ? interval->high - row->value : row->value - interval->low;
}

/* Rows stand by value: nothing behind the first that is clear of the widest interval can be before this one. */
int standing_last_place(const struct standing *s, const struct standing_row *row)
{
	double clear = hypot(s->widest, reach(s, row));
	int last = 0;
	bool noise = false;
	if (!row->rank || clear == 0)
		return row->rank;
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *other = &s->rows[i];
		double lead = fabs(row->value - other->value);
		bool behind = standing_ahead(s, row, other);
		if (behind && lead > clear)
			break;
		last += other->rank && !behind;
		noise |= other->rank && other->variant != row->variant && !behind && !standing_ahead(s, other, row) &&
		         lead > 0;
	}
	return noise ? last : row->rank;
}
