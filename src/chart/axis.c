#include "chart/axis.h"

#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

static const double ten = 10;
static const double log_from = 30;      /* high must be this many times low for a logarithmic axis to help */
static const double small_error = 1e-6; /* rounding of a tick, as a part of its last digit */

enum { DECIMALS_MOST = 6, DECADES_MOST = 10, DECADES_IN_FULL = 2, DECADES_IN_THIRDS = 4 };

static double transformed(const struct axis *a, double value)
{
	return a->kind == AXIS_LOG ? log10(value) : value;
}

static bool is_whole(double value, double error)
{
	return fabs(value - round(value)) <= error;
}

static int decimals_of(double step)
{
	int decimals = 0;
	while (decimals < DECIMALS_MOST && !is_whole(step * pow(ten, decimals), small_error))
		decimals++;
	return decimals;
}

/* So many that every step shows; what is too small for that is counted in a power of ten. */
static void settle_digits(struct axis *a, double step)
{
	if (step < pow(ten, a->magnitude - DECIMALS_MOST) * (1 - rounding))
		a->power = (int)floor(log10(fmax(fabs(a->low), fabs(a->high))) + rounding);
	a->decimals = decimals_of(step / pow(ten, a->power ? a->power : a->magnitude));
}

static void linear_ticks(struct axis *a)
{
	static const double nice[] = { 1, 2, 5, 10 };
	static const double most = 7, aim = 4;
	double span = a->high - a->low, step = pow(ten, floor(log10(span / aim)));
	size_t i = 0;
	while (i + 1 < sizeof nice / sizeof *nice && span / step > most * nice[i])
		i++;
	step *= nice[i];
	for (double t = ceil(a->low / step) * step; t <= a->high + step * rounding && a->n_ticks < AXIS_TICKS;
	     t += step)
		a->ticks[a->n_ticks++] = fabs(t) < step * rounding ? 0 : t;
	settle_digits(a, step);
}

/* These times each power of ten, or every other power where they are many. */
static void ticks_of_powers(struct axis *a, const double *steps, size_t n_steps)
{
	int first = (int)floor(log10(a->low)), last = (int)ceil(log10(a->high)), decades = last - first;
	int stride = (decades + DECADES_MOST - 1) / DECADES_MOST;
	double least = a->high;
	a->n_ticks = 0;
	a->decimals = 0;
	for (int e = first; e <= last; e += stride)
		for (size_t i = 0; i < n_steps; i++) {
			double t = steps[i] * pow(ten, e);
			if (t < a->low || t > a->high || a->n_ticks == AXIS_TICKS)
				continue;
			a->ticks[a->n_ticks++] = t;
			least = fmin(least, t);
		}
	while (a->decimals < DECIMALS_MOST && least / pow(ten, a->magnitude) * pow(ten, a->decimals) < 1 - rounding)
		a->decimals++;
}

/* fine: no lines cross the plot at them, so that there may be more. Whole powers of ten where they are enough to read a
 * scale by, else steps between them; in a narrow range even steps say more. */
static void log_ticks(struct axis *a, bool fine)
{
	enum { TICKS_FEW = 3 };
	static const double whole[] = { 1 }, thirds[] = { 1, 3 }, all[] = { 1, 2, 5 };
	double decades = log10(a->high / a->low);
	if (decades <= DECADES_IN_FULL)
		ticks_of_powers(a, all, 3);
	else if (fine && decades <= DECADES_IN_THIRDS)
		ticks_of_powers(a, thirds, 2);
	else
		ticks_of_powers(a, whole, 1);
	if (a->n_ticks < TICKS_FEW)
		ticks_of_powers(a, all, 3);
	if (a->n_ticks < TICKS_FEW) {
		a->n_ticks = 0;
		a->decimals = 0;
		linear_ticks(a);
	}
}

struct axis axis_log_within(double low, double high, int magnitude)
{
	struct axis a = { .kind = AXIS_LOG, .low = low, .high = high, .magnitude = magnitude };
	log_ticks(&a, true);
	return a;
}

struct axis axis_log(double low, double high, int magnitude)
{
	struct axis a = { .kind = AXIS_LOG, .magnitude = magnitude };
	double air = high > low ? (log10(high) - log10(low)) * share_axis_air : share_flat_air;
	a.low = pow(ten, log10(low) - air);
	a.high = pow(ten, log10(high) + air);
	log_ticks(&a, false);
	return a;
}

struct axis axis_log_fine(struct axis axis)
{
	log_ticks(&axis, true);
	return axis;
}

bool axis_is_wide(double low, double high)
{
	return low > 0 && high / low >= log_from;
}

void axis_around(double value, double *low, double *high)
{
	double air = fmax(fabs(value) * share_flat_air, 1), beyond = (fabs(value) + air) * share_axis_air;
	*low = value >= 0 && value < air ? -beyond : value - air;
	*high = value < 0 && -value < air ? beyond : value + air;
}

struct axis axis_new(double low, double high, bool may_log, int magnitude)
{
	struct axis a = { .magnitude = magnitude };
	if (may_log && axis_is_wide(low, high))
		return axis_log(low, high, magnitude);
	double air = (high - low) * share_axis_air;
	a.low = low - air;
	a.high = high + air;
	if (!(high > low))
		axis_around(high, &a.low, &a.high);
	linear_ticks(&a);
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

/* ---- dates ---- */

struct interval { /* between two ticks of dates */
	enum axis_step step;
	int count;
};

/* The first tick no earlier than low; then one after the other. */
static long first_tick(long low, struct interval every)
{
	enum { MONTHS = 12, WEEK = 7, THURSDAY = 3 }; /* 1 January 1970 was a Thursday; weeks begin on a Monday */
	struct date d = date_of_day(low);
	long month = (long)d.year * MONTHS + d.month - 1;
	switch (every.step) {
	case AXIS_DAYS: {
		long shift = every.count % WEEK == 0 ? THURSDAY : 0, past = (low + shift) % every.count;
		return past ? low + every.count - (past + every.count) % every.count : low;
	}
	case AXIS_MONTHS:
		month += d.day > 1;
		break;
	case AXIS_YEARS:
		month += d.day > 1 || d.month > 1 ? MONTHS - (d.month - 1) : 0;
		break;
	}
	long unit = every.step == AXIS_YEARS ? (long)MONTHS * every.count : every.count;
	month = (month + unit - 1) / unit * unit;
	return date_day((struct date){ (int)(month / MONTHS), (int)(month % MONTHS) + 1, 1 });
}

static long next_tick(long tick, struct interval every)
{
	return first_tick(tick + 1, every);
}

static size_t count_ticks(long low, long high, struct interval every)
{
	size_t n = 0;
	for (long t = first_tick(low, every); t <= high && n <= AXIS_TICKS; t = next_tick(t, every))
		n++;
	return n;
}

/* The finest interval that gives no more ticks than can be read. */
static struct interval interval_of(long low, long high)
{
	static const struct interval all[] = { { AXIS_DAYS, 1 },    { AXIS_DAYS, 2 },    { AXIS_DAYS, 7 },
		                               { AXIS_DAYS, 14 },   { AXIS_MONTHS, 1 },  { AXIS_MONTHS, 3 },
		                               { AXIS_MONTHS, 6 },  { AXIS_YEARS, 1 },   { AXIS_YEARS, 2 },
		                               { AXIS_YEARS, 5 },   { AXIS_YEARS, 10 },  { AXIS_YEARS, 20 },
		                               { AXIS_YEARS, 50 },  { AXIS_YEARS, 100 }, { AXIS_YEARS, 200 },
		                               { AXIS_YEARS, 500 }, { AXIS_YEARS, 1000 } };
	enum { INTERVALS = sizeof all / sizeof *all, READABLE = 7 };
	size_t i = 0;
	while (i + 1 < INTERVALS && count_ticks(low, high, all[i]) > READABLE)
		i++;
	return all[i];
}

struct axis axis_of_dates(struct date first, struct date last)
{
	long low = date_day(first), high = date_day(last);
	double air = fmax((double)(high - low) * share_axis_air, 1);
	struct axis a = { .kind = AXIS_DATE, .low = (double)low - air, .high = (double)high + air };
	a.low = fmax(a.low, (double)date_day((struct date){ 1, 1, 1 })); /* the calendar begins there */
	long from = (long)ceil(a.low), to = (long)floor(a.high);
	struct interval every = interval_of(from, to);
	a.step = every.step;
	for (long t = first_tick(from, every); t <= to && a.n_ticks < AXIS_TICKS; t = next_tick(t, every))
		a.ticks[a.n_ticks++] = (double)t;
	return a;
}

static char *date_tick(struct arena *arena, const struct axis *a, const struct language *language, size_t tick)
{
	struct date date = date_of_day((long)a->ticks[tick]);
	if (a->step != AXIS_DAYS)
		date.day = 0;
	if (a->step == AXIS_YEARS)
		date.month = 0;
	return words_date(arena, language, date);
}

char *axis_tick(struct arena *arena, const struct axis *a, const struct language *language, size_t tick)
{
	if (a->kind == AXIS_DATE)
		return date_tick(arena, a, language, tick);
	if (a->seconds > 0)
		return axis_time_tick(arena, a, language, a->ticks[tick]);
	struct number_style style = number_style_of(language, a->unit, a->decimals, a->magnitude, a->high);
	double value = a->ticks[tick], scaled = value / pow(ten, a->magnitude);
	style.power = a->power;
	if (a->kind == AXIS_LOG && scaled < pow(ten, -DECIMALS_MOST) * (1 - rounding)) {
		style.power = (int)floor(log10(value) + rounding);
		style.decimals = 0;
	}
	while (a->kind == AXIS_LOG && style.decimals > 0 && /* 0.1, 1, 10: each with what it needs */
	       is_whole(scaled * pow(ten, style.decimals - 1), rounding))
		style.decimals--;
	return a->unit && a->unit->money ? number_with_sign(arena, value, style, a->unit)
	                                 : number_text(arena, value, style);
}
