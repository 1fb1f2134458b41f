#include "chart/timeline_rate.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

struct reach { /* of a value, as logarithms, towards less and towards more */
	double below, above;
};

static struct reach reach_of(const struct points *s, const struct standing_row *row)
{
	const struct standing_interval *interval = points_interval(s, POINTS_Y, row);
	if (!row->interval || interval->low <= 0)
		return (struct reach){ 0, 0 };
	return (struct reach){ log(row->value / interval->low), log(interval->high / row->value) };
}

struct timeline_rate timeline_rate(const struct points *s, const struct points_dot *from, const struct points_dot *to)
{
	const struct timeline_rate none = { .known = false };
	double days = to->x->value - from->x->value;
	if (s->plot.y.kind != AXIS_LOG || days <= 0 || from->y->value <= 0 || to->y->value < 2 * from->y->value)
		return none;
	struct reach first = reach_of(s, from->y), last = reach_of(s, to->y);
	double growth = log(to->y->value / from->y->value), months = days / days_of_month * log(2);
	double slow = growth - hypot(first.above, last.below), fast = growth + hypot(first.below, last.above);
	if (slow <= 0)
		return none;
	return (struct timeline_rate){ .known = true,
		                       .sure = from->y->interval && to->y->interval,
		                       .months = months / growth,
		                       .least = months / fast,
		                       .most = months / slow };
}

void timeline_rate_note(const struct points *s, struct timeline_rate rate, struct notes *notes)
{
	struct arena *a = s->f.arena;
	struct number_style style = { .language = s->f.language, .decimals = 1 };
	if (!rate.known)
		return;
	notes_add(notes, SWATCH_NONE,
	          words_fill(a, s->f.language, rate.sure ? WORD_NOTE_RATE : WORD_NOTE_RATE_ALONE, "months",
	                     number_text(a, rate.months, style), "least", number_text(a, rate.least, style), "most",
	                     number_text(a, rate.most, style), NULL))
		->says = SAYS_RATE;
}
