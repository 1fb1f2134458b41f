#include "facts/decimal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	DIGITS_KEPT = 15,  /* every decimal of so many digits survives in a double */
	DIGITS_MEANT = 12, /* a quotient of so few is taken to end there */
	DIGITS_SHOWN = 9,  /* of what is not exact */
	PLACES_MOST = 30,
};

static const double steps_most = 4503599627370496.0; /* 2^52: whole numbers up to here are exact, and their halves */

/* A number's significant digits at a precision, and where its last one that is not 0 stands. */
struct digits {
	double number; /* rounded to the precision */
	int count;
	int places;
};

static struct digits digits_of(double number, int precision)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", precision - 1, number);
	int count = precision, exponent = (int)strtol(strchr(text, 'e') + 1, NULL, 10);
	for (const char *at = strchr(text, 'e'); count > 1 && at[-1] == '0'; at--)
		count--;
	return (struct digits){ strtod(text, NULL), count, number == 0 ? 0 : count - 1 - exponent };
}

static double rounded(double number, int places)
{
	char text[360];
	if (places < 0)
		return round(number / pow(10, -places)) * pow(10, -places);
	snprintf(text, sizeof text, "%.*f", places, number);
	return strtod(text, NULL);
}

/* The result of an operation whose exact result has at most so many places. */
static struct decimal settled(double number, bool exact, int places)
{
	if (!exact || !isfinite(number) || places > PLACES_MOST || places < -PLACES_MOST ||
	    fabs(number) * pow(10, places) > steps_most)
		return decimal_guess(number);
	return (struct decimal){ rounded(number, places), true, places };
}

struct decimal decimal_of(double number, int places)
{
	bool exact = places <= PLACES_MOST && places >= -PLACES_MOST && fabs(number) * pow(10, places) <= steps_most;
	return exact ? (struct decimal){ number, true, places } : decimal_guess(number);
}

struct decimal decimal_guess(double number)
{
	struct decimal a = { .number = number };
	if (!isfinite(number) || fabs(number) > steps_most)
		return a;
	struct digits kept = digits_of(number, DIGITS_KEPT);
	bool whole = number == floor(number);
	if (whole || kept.count > DIGITS_MEANT || kept.places > PLACES_MOST)
		return (struct decimal){ number, whole, 0 };
	return (struct decimal){ kept.number, true, kept.places > 0 ? kept.places : 0 };
}

struct decimal decimal_negated(struct decimal a)
{
	a.number = -a.number;
	return a;
}

struct decimal decimal_sum(struct decimal a, struct decimal b)
{
	return settled(a.number + b.number, a.exact && b.exact, a.places > b.places ? a.places : b.places);
}

struct decimal decimal_difference(struct decimal a, struct decimal b)
{
	return decimal_sum(a, decimal_negated(b));
}

struct decimal decimal_product(struct decimal a, struct decimal b)
{
	return settled(a.number * b.number, a.exact && b.exact, a.places + b.places);
}

struct decimal decimal_quotient(struct decimal a, struct decimal b)
{
	return decimal_guess(a.number / b.number);
}

struct decimal decimal_whole_quotient(struct decimal a, struct decimal b)
{
	return decimal_guess(floor(decimal_quotient(a, b).number));
}

struct decimal decimal_remainder(struct decimal a, struct decimal b)
{
	return decimal_difference(a, decimal_product(decimal_whole_quotient(a, b), b));
}

int decimal_places_shown(struct decimal a, int magnitude)
{
	struct digits shown = digits_of(a.number, a.exact ? DIGITS_KEPT : DIGITS_SHOWN);
	int places = shown.places + magnitude;
	return a.number != 0 && places > 0 ? places : 0;
}
