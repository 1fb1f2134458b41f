/* axis.h: a scale for positions: its domain, its ticks and where values lie.
 *
 * A plain value, made from the range of the values. Once from and to are set, which say where the ends of the domain
 * are, axis_place gives the place of any value. A linear axis has ticks at steps of 1, 2 or 5, a logarithmic one at
 * 1, 2 and 5 times powers of ten, at 1 and 3 times them or at whole powers, an axis of dates at days, weeks, months,
 * quarters or years as the calendar has them. */
#ifndef CHART_AXIS_H
#define CHART_AXIS_H

#include "base/date.h"
#include "words/number.h"

#include <stdbool.h>
#include <stddef.h>

enum { AXIS_TICKS = 12 };

enum axis_kind { AXIS_LINEAR, AXIS_LOG, AXIS_DATE };

enum axis_step { AXIS_DAYS, AXIS_MONTHS, AXIS_YEARS }; /* the unit of the steps between dates */

struct axis {
	enum axis_kind kind;
	double low, high; /* the domain, air included; days of the calendar (date_day) for AXIS_DATE */
	double from, to;  /* where low and high are, points; to may be smaller */
	double ticks[AXIS_TICKS];
	size_t n_ticks;
	int decimals; /* that the ticks need in magnitude or power */
	int magnitude, power;
	const struct unit *unit; /* whose sign stands at the ticks, if it is a currency; NULL: none */
	enum axis_step step;     /* AXIS_DATE */
	double seconds;          /* in one of what is counted, where its ticks are said as times; 0: they are not */
};

/* A domain around a single value, which stays on its side of 0 but for a little air: no price is below it. */
void axis_around(double value, double *low, double *high);

/* A domain around low..high with air on both sides. Logarithmic where may_log allows it, all is positive and high is
 * thirty times low or more. */
struct axis axis_new(double low, double high, bool may_log, int magnitude);

/* Logarithmic although the range is narrow: somebody asks for it. low must be positive. */
struct axis axis_log(double low, double high, int magnitude);

/* The same with the ticks for which a horizontal axis has room. */
struct axis axis_log_fine(struct axis axis);

/* Exactly this domain, linear or logarithmic, the latter with ticks for an axis without a grid. */
struct axis axis_within(double low, double high, int magnitude);
struct axis axis_log_within(double low, double high, int magnitude);

/* So wide that a logarithmic axis helps. */
bool axis_is_wide(double low, double high);

/* From first to last, with air on both sides; unknown parts of a date count as the earliest. */
struct axis axis_of_dates(struct date first, struct date last);

/* With ticks as people say times, where values reach beyond the next larger unit: 30 min, 2 h. seconds: in one. */
struct axis axis_in_time(struct axis axis, double seconds);
char *axis_time_tick(struct arena *arena, const struct axis *axis, const struct language *language, double value);

double axis_place(const struct axis *axis, double value);
double axis_per_unit(const struct axis *axis); /* points per unit, per power of ten or per day */
double axis_zero(const struct axis *axis);     /* where 0 (or 1, if logarithmic) is or would be */

/* As printed, on the arena. */
char *axis_tick(struct arena *arena, const struct axis *axis, const struct language *language, size_t tick);

#endif
