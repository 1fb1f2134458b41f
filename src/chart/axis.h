/* axis.h: a scale for positions: domain, range, ticks at 1-2-5 steps or at 1-2-5 times powers of ten. */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "words/number.h"

#include <stdbool.h>
#include <stddef.h>

enum { AXIS_TICKS = 12 };

struct axis {
	double low, high; /* the domain, air included */
	bool logarithmic;
	double from, to; /* where low and high stand, points; to may be smaller */
	double ticks[AXIS_TICKS];
	size_t n_ticks;
	int decimals; /* that the ticks need in magnitude */
	int magnitude;
};

/* A domain around low..high with air of 6 % on both sides. Logarithmic where all is positive and the range is 30 times
 * and more, and may_log allows it. */
struct axis axis_new(double low, double high, bool may_log, int magnitude);

/* Linear, exactly this domain. */
struct axis axis_within(double low, double high, int magnitude);

double axis_place(const struct axis *axis, double value);
double axis_per_unit(const struct axis *axis); /* points a unit, or a power of ten */
double axis_zero(const struct axis *axis);     /* where 0 (or 1, if logarithmic) stands or would stand */

/* As printed. */
char *axis_tick(struct arena *arena, const struct axis *axis, const struct language *language, size_t tick);

#endif
