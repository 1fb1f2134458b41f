/* timeline_rate.h: how fast the best so far grew, from the first result of a timeline to the latest best. Computed from
 * the two values and their days, with the joint interval of both; never continued beyond the last of them. Private to
 * chart/. */
#ifndef CHART_TIMELINE_RATE_H
#define CHART_TIMELINE_RATE_H

#include "chart/points.h"

struct timeline_rate {
	bool known;         /* false: the axis is not logarithmic, or it may not have grown at all */
	bool sure;          /* both values have an interval */
	double months;      /* in which it doubled; of a mean month */
	double least, most; /* likewise, at the ends of the joint 95 % interval; as months where not sure */
};

/* From one point to another that came out later, of values above zero of which more is better. */
struct timeline_rate timeline_rate(const struct points *points, const struct points_dot *from,
                                   const struct points_dot *to);

/* In a note: "Doubled in 6.2 months on average (95% interval: 4.7 to 8.7 months), computed from …". Adds nothing where
 * it is not known. */
void timeline_rate_note(const struct points *points, struct timeline_rate rate, struct notes *notes);

#endif
