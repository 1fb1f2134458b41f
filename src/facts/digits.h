/* digits.h: with how many digits values are printed.
 *
 * Each value keeps the digits that its source gave, and gets none that it did not: 38.4 is never 38.40. Values of one
 * column that have more digits than anybody reads are rounded, all at one place, and only as far as their order and
 * every difference between them survive, and none moves by more than half a hundredth (money that is rounded to whole
 * numbers: a twentieth); whoever prints them says so.
 * What has too many zeros before its first digit is written as a multiple of a power of ten, never as a zero. A
 * double keeps fifteen digits; what a source gave beyond them is never printed. */
#ifndef FACTS_DIGITS_H
#define FACTS_DIGITS_H

#include "data/dataset.h"
#include "words/number.h"

struct digits {
	int16_t places; /* decimal places of the plain number: 1 for 89.5, -6 for 58M */
	int16_t power;  /* of ten, of which the printed number is a multiple; 0: none */
	bool rounded;   /* its source gave more */
};

/* Of a value that stands alone. */
struct digits digits_of(const struct quantity *value);

/* The same for a computed number that is known to so many places: a power where it would be too small to read. */
struct digits digits_at(double number, int places);

/* All that its source gave, where values are printed in this magnitude. */
struct digits digits_given(const struct quantity *value, int magnitude);

/* Rounds the digits given of values that a reader compares; they are in order, in either direction. Money is rounded to
 * its second decimal place, and to whole numbers where some reach 1,000. */
void digits_round(const double *values, struct digits *digits, size_t n, const struct unit *unit, int magnitude);

/* True if digits_round would change none of them: largest is the size of the largest value, finest the most places. */
bool digits_stay(double largest, int finest, int magnitude, const struct unit *unit);

/* Of a value of which at most so many decimal places are printed: rounded where it has more. */
struct digits digits_limited(double value, struct digits digits, int places);

/* The style of a column for one of its values. */
struct number_style digits_style(struct number_style column, struct digits digits);

/* Of the difference of two values: as fine as the finer of them, but no finer than one that is rounded. */
struct digits digits_between(double difference, struct digits a, struct digits b);

#endif
