/* decimal.h: decimal arithmetic on doubles.
 *
 * Published numbers are decimal, and so is what readers compute from them: 42.8 - 40.1 is 2.7, not 2.6999999999999957.
 * A decimal is the double nearest to a number with a known count of decimal places. Sums, differences and products of
 * decimals are rounded to the places that the exact result can have, so that they are what they print as. A quotient
 * that ends within 12 digits is a decimal again; any other stays as precise as a double is, and is not exact. */
#ifndef FACTS_DECIMAL_H
#define FACTS_DECIMAL_H

#include <stdbool.h>

struct decimal {
	double number;
	bool exact; /* the nearest double to a number with this many places */
	int places; /* 1 for 89.5, -6 for 58 million; of no meaning if not exact */
};

/* number with the places it is known to have; not exact if a double cannot keep them all. */
struct decimal decimal_of(double number, int places);

/* number as what it is most likely meant to be: with the places of its shortest form, if that has at most 12 digits. */
struct decimal decimal_guess(double number);

struct decimal decimal_negated(struct decimal a);
struct decimal decimal_sum(struct decimal a, struct decimal b);
struct decimal decimal_difference(struct decimal a, struct decimal b);
struct decimal decimal_product(struct decimal a, struct decimal b);
struct decimal decimal_quotient(struct decimal a, struct decimal b); /* by zero: infinite or not a number */

/* The largest whole number that is no more than the quotient, and what then remains, with the sign of b. */
struct decimal decimal_whole_quotient(struct decimal a, struct decimal b);
struct decimal decimal_remainder(struct decimal a, struct decimal b);

/* The decimal places that are needed to print number / 10^magnitude: without zeros at the end; 0 at least. What is not
 * exact is taken at nine digits. */
int decimal_places_shown(struct decimal a, int magnitude);

#endif
