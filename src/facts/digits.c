#include "facts/digits.h"

#include "data/quantity.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	PLACES_USUAL = 4, /* more are rounded, if nothing is lost */
	CENTS = 2,        /* the places of money, beside none */
	DIGITS_EXACT = DBL_DIG,
	PLACES_MOST = DBL_DIG - DBL_MIN_10_EXP,
};

static const double tiny = 1e-8;           /* below, there are too many zeros to count them */
static const double decades_shared = 1e4;  /* values further apart have a power of ten each */
static const double whole_from = 1000;     /* of money: its cents are noise where it reaches this */
static const double share_of_whole = 0.05; /* that a whole amount may differ from the value */
static const double share_moved = 0.005;   /* that rounding moves a value at most */

/* The power of ten of the first digit. */
static int exponent_of(double number)
{
	char text[DIGITS_EXACT + 16];
	snprintf(text, sizeof text, "%.*e", DIGITS_EXACT - 1, number);
	return (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

/* The places behind which a double knows no more. */
static int places_known(double number)
{
	int places = DIGITS_EXACT - 1 - exponent_of(number);
	return number == 0 || places > PLACES_MOST ? PLACES_MOST : places;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* True if a double surely keeps the number to these places: as it does of most, which have few digits. */
static bool is_exact(double number, int places)
{
	return places >= 0 && places < DIGITS_EXACT && fabs(number) * pow(10, places) < 1e14;
}

/* The places that the source gave, in a column of this magnitude: without the zeros that only a larger word adds, as in
 * 500k, which is 0.5M. */
static int places_given(const struct quantity *q, int magnitude)
{
	int places = quantity_level(*q);
	if (!is_exact(q->number, places))
		places = least(places, places_known(q->number));
	while (places + magnitude > q->decimals &&
	       quantity_steps(q->number, places) == 10 * quantity_steps(q->number, places - 1))
		places--;
	return places;
}

/* Rounded to places: a plain number. */
static double rounded(double number, int places)
{
	struct number_style style = { .decimals = places > 0 ? places : 0, .magnitude = 0 };
	return places > 0 ? number_meant(number, style) : quantity_steps(number, places) * pow(10, -places);
}

static bool differ(double a, double b)
{
	return fabs(a - b) > DBL_EPSILON * 4 * fmax(fabs(a), fabs(b));
}

static struct digits alone(double number, int places)
{
	struct digits digits = { .places = (int16_t)places };
	if (number != 0 && fabs(number) < tiny)
		digits.power = (int16_t)exponent_of(number);
	return digits;
}

struct digits digits_given(const struct quantity *value, int magnitude)
{
	struct digits digits = alone(value->number, places_given(value, magnitude));
	if (value->number == 0 && digits.places > PLACES_USUAL)
		digits.places = PLACES_USUAL;
	return digits;
}

struct digits digits_of(const struct quantity *value)
{
	return digits_given(value, value->magnitude);
}

struct digits digits_at(double number, int places)
{
	return alone(number, places);
}

struct digits digits_between(double difference, struct digits a, struct digits b)
{
	int places = a.places > b.places ? a.places : b.places;
	if (a.rounded || b.rounded) /* no finer than what was rounded */
		places = !b.rounded || (a.rounded && a.places < b.places) ? a.places : b.places;
	struct digits digits = alone(difference, least(places, places_known(difference)));
	digits.rounded = a.rounded || b.rounded;
	return digits;
}

/* Where all values are as small as that, those that are about as large share a power, to be compared at a glance. */
static void share_power(const double *values, struct digits *digits, size_t n)
{
	double most = 0, least = HUGE_VAL;
	for (size_t i = 0; i < n; i++) {
		double size = fabs(values[i]);
		most = fmax(most, size);
		least = size > 0 ? fmin(least, size) : least;
	}
	for (size_t i = 0; i < n && most > 0 && most < tiny && most <= least * decades_shared; i++)
		digits[i].power = (int16_t)(values[i] == 0 ? 0 : exponent_of(most));
}

struct rounding { /* of a column */
	const double *values;
	const struct digits *digits;
	size_t n;
	int usual, finest; /* the place behind which values are rounded if nothing is lost; the last that any of them
	                      has */
	bool money;
};

/* True if values that are rounded to these places keep nearly their size and, if asked, their differences. */
static bool survive(const struct rounding *r, int places, bool differences)
{
	double before = 0, shown_before = 0, most = r->money && places == 0 ? share_of_whole : share_moved;
	bool any = false;
	for (size_t i = 0; i < r->n; i++) {
		double value = r->values[i], shown = rounded(value, places);
		if (r->digits[i].power)
			continue;
		if (fabs(shown - value) > most * fabs(value))
			return false;
		if (differences && any && differ(before, value) && !differ(shown_before, shown))
			return false;
		before = value;
		shown_before = shown;
		any = true;
	}
	return true;
}

/* Of money both cents are printed, or none. */
static int next_place(const struct rounding *r, int places)
{
	return r->money && places == 0 ? CENTS : places + 1;
}

/* The place behind which values are rounded. What differs in no digit that a double keeps may print alike. */
static int place_of(const struct rounding *r)
{
	for (int places = r->usual; places < r->finest; places = next_place(r, places))
		if (survive(r, places, true))
			return places;
	bool possible = survive(r, r->finest, true);
	for (int places = r->usual; places < r->finest && !possible; places = next_place(r, places))
		if (survive(r, places, false))
			return places;
	return r->finest;
}

static int usual_places(double largest, int magnitude, const struct unit *unit)
{
	if (!unit->money || magnitude != 0)
		return PLACES_USUAL - magnitude;
	return largest >= whole_from ? 0 : CENTS;
}

bool digits_stay(double largest, int finest, int magnitude, const struct unit *unit)
{
	return (largest == 0 || largest >= tiny) && finest <= usual_places(largest, magnitude, unit);
}

static struct rounding rounding_of(const double *values, const struct digits *digits, size_t n, const struct unit *unit,
                                   int magnitude)
{
	struct rounding r = { .values = values, .digits = digits, .n = n, .money = unit->money && magnitude == 0 };
	double largest = n ? fmax(fabs(values[0]), fabs(values[n - 1])) : 0;
	r.usual = usual_places(largest, magnitude, unit);
	r.finest = r.usual;
	for (size_t i = 0; i < n; i++)
		if (!digits[i].power && digits[i].places > r.finest)
			r.finest = digits[i].places;
	return r;
}

void digits_round(const double *values, struct digits *digits, size_t n, const struct unit *unit, int magnitude)
{
	share_power(values, digits, n);
	struct rounding r = rounding_of(values, digits, n, unit, magnitude);
	int place = place_of(&r);
	for (size_t i = 0; i < n; i++) {
		if (digits[i].power || digits[i].places <= place)
			continue;
		digits[i].rounded = differ(rounded(values[i], digits[i].places), rounded(values[i], place));
		digits[i].places = (int16_t)place;
	}
}

struct digits digits_limited(double value, struct digits digits, int places)
{
	if (digits.power || digits.places <= places)
		return digits;
	digits.rounded |= differ(rounded(value, digits.places), rounded(value, places));
	digits.places = (int16_t)places;
	return digits;
}

struct number_style digits_style(struct number_style column, struct digits digits)
{
	int decimals = digits.places + (digits.power ? digits.power : column.magnitude);
	column.power = digits.power;
	column.decimals = decimals > 0 ? decimals : 0;
	return column;
}
