#include "chart/axis.h"

#include <math.h>

static double transformed(const struct axis *a, double value)
{
	return a->logarithmic ? log10(value) : value;
}

static void linear_ticks(struct axis *a)
{
	double span = a->high - a->low, step = pow(10, floor(log10(span / 4)));
	double n = span / step;
	step *= n > 35 ? 10 : n > 14 ? 5 : n > 7 ? 2 : 1;
	for (double t = ceil(a->low / step) * step; t <= a->high + step * 1e-9 && a->n_ticks < AXIS_TICKS; t += step)
		a->ticks[a->n_ticks++] = fabs(t) < step * 1e-9 ? 0 : t;
	double scaled = step / pow(10, a->magnitude);
	while (a->decimals < 6 && fabs(scaled * pow(10, a->decimals) - round(scaled * pow(10, a->decimals))) > 1e-6)
		a->decimals++;
}

/* 1, 2 and 5 of each power of ten while they are few, else whole powers, or every other one. */
static void log_ticks(struct axis *a)
{
	static const double steps[] = { 1, 2, 5 };
	int first = (int)floor(log10(a->low)), last = (int)ceil(log10(a->high)), decades = last - first;
	int stride = decades > 10 ? (decades + 9) / 10 : 1;
	size_t n_steps = decades <= 2 ? 3 : 1;
	double least = a->high;
	for (int e = first; e <= last; e += stride)
		for (size_t i = 0; i < n_steps; i++) {
			double t = steps[i] * pow(10, e);
			if (t < a->low || t > a->high || a->n_ticks == AXIS_TICKS)
				continue;
			a->ticks[a->n_ticks++] = t;
			least = fmin(least, t);
		}
	while (a->decimals < 6 && least / pow(10, a->magnitude) * pow(10, a->decimals) < 1 - 1e-9)
		a->decimals++;
}

struct axis axis_new(double low, double high, bool may_log, int magnitude)
{
	struct axis a = { .magnitude = magnitude };
	a.logarithmic = may_log && low > 0 && high / low >= 30;
	if (a.logarithmic) {
		double air = (log10(high) - log10(low)) * 0.06;
		a.low = pow(10, log10(low) - air);
		a.high = pow(10, log10(high) + air);
		log_ticks(&a);
	} else {
		double air = high > low ? (high - low) * 0.06 : fmax(fabs(high) * 0.05, 1);
		a.low = low - air;
		a.high = high + air;
		linear_ticks(&a);
	}
	return a;
}

struct axis axis_within(double low, double high, int magnitude)
{
	struct axis a = { .low = low, .high = high, .magnitude = magnitude };
	linear_ticks(&a);
	return a;
}

double axis_per_unit(const struct axis *a)
{
	return (a->to - a->from) / (transformed(a, a->high) - transformed(a, a->low));
}

double axis_zero(const struct axis *a)
{
	return a->from - transformed(a, a->low) * axis_per_unit(a);
}

double axis_place(const struct axis *a, double value)
{
	return axis_zero(a) + transformed(a, value) * axis_per_unit(a);
}

char *axis_tick(struct arena *arena, const struct axis *a, const struct language *language, size_t tick)
{
	struct number_style style = number_style_of(language, a->decimals, a->magnitude, a->high);
	int decimals = a->decimals;
	double scaled = a->ticks[tick] / pow(10, a->magnitude);
	if (a->logarithmic) /* 0.1, 1, 10: each with what it needs */
		while (decimals > 0 &&
		       fabs(scaled * pow(10, decimals - 1) - round(scaled * pow(10, decimals - 1))) < 1e-9)
			decimals--;
	style.decimals = decimals;
	return number_text(arena, a->ticks[tick], style);
}
