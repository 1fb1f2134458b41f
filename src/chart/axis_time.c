/* Ticks of an axis of time as people say them: 30 s, 10 min, 2 h, 1 d. */
#include "chart/axis.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>

static const double minute = 60, hour = 3600, day = 86400, thousandth = 1e-3; /* seconds */

/* By which a log scale is read; the second where the first gives too many. */
static const double fine[] = { 1e-3, 1e-2, 0.1,  0.5,  1,     2,     5,     10,     30,     60,     120,    300,
	                       600,  1800, 3600, 7200, 14400, 28800, 86400, 172800, 345600, 864000, 2592000 };
static const double coarse[] = { 1e-3, 0.1, 1, 10, 60, 600, 3600, 14400, 86400, 864000, 8640000 };

/* Steps of a linear scale. */
static const double steps[] = { 1e-3,  1e-2,  0.1,   0.5,   1,      2,      5,      10,      15,
	                        30,    60,    120,   300,   600,    900,    1800,   3600,    7200,
	                        10800, 21600, 43200, 86400, 172800, 432000, 864000, 2592000, 8640000 };

/* How many of the unit make the next larger one. */
static double next_unit(double seconds)
{
	return (seconds < 1 ? 1 : seconds < minute ? minute : seconds < hour ? hour : day) / seconds;
}

static size_t take(struct axis *a, const double *ladder, size_t n)
{
	size_t found = 0;
	a->n_ticks = 0;
	for (size_t i = 0; i < n; i++) {
		double tick = ladder[i] / a->seconds;
		if (tick < a->low || tick > a->high)
			continue;
		found++;
		if (a->n_ticks < AXIS_TICKS)
			a->ticks[a->n_ticks++] = tick;
	}
	return found;
}

static void even_ticks(struct axis *a)
{
	enum { MOST = 6 };
	size_t i = 0, n = sizeof steps / sizeof *steps;
	while (i + 1 < n && (a->high - a->low) * a->seconds / steps[i] > MOST)
		i++;
	double step = steps[i] / a->seconds;
	a->n_ticks = 0;
	for (double t = ceil(a->low / step) * step; t <= a->high + step * rounding && a->n_ticks < AXIS_TICKS;
	     t += step)
		a->ticks[a->n_ticks++] = fabs(t) < step * rounding ? 0 : t;
}

struct axis axis_in_time(struct axis axis, double seconds)
{
	enum { READABLE = 9, FEW = 3 };
	struct axis a = axis;
	double beyond = share_beyond_unit * next_unit(seconds);
	if (axis.kind == AXIS_DATE || axis.magnitude || axis.power || axis.high < beyond)
		return axis;
	a.seconds = seconds;
	if (axis.kind == AXIS_LINEAR)
		even_ticks(&a);
	else if (take(&a, fine, sizeof fine / sizeof *fine) > READABLE)
		take(&a, coarse, sizeof coarse / sizeof *coarse);
	return a.n_ticks < FEW ? axis : a;
}

char *axis_time_tick(struct arena *arena, const struct axis *axis, const struct language *language, double value)
{
	static const struct {
		double from, size;
		const char *sign;
	} units[] = { { day, day, "d" },
		      { hour, hour, "h" },
		      { minute, minute, "min" },
		      { 1, 1, "s" },
		      { 0, thousandth, "ms" } };
	double size = fabs(value) * axis->seconds;
	if (size == 0)
		return arena_strdup(arena, "0");
	size_t i = 0;
	while (size < units[i].from * (1 - rounding))
		i++;
	double number = value * axis->seconds / units[i].size;
	struct number_style style = number_style_of(language, NULL, 0, 0, number);
	style.decimals = fabs(number - round(number)) > rounding * fabs(number);
	return arena_printf(arena, "%s\u00a0%s", number_text(arena, number, style), units[i].sign);
}
