/* figures.h: a number as the decimal digits that a spreadsheet shows of it.
 *
 * Spreadsheets keep binary numbers and show at most 15 digits of them, so that 0.1 + 0.2 is 0.3; they round what they
 * show by these digits, halves away from zero. A plain value. */
#ifndef READ_FIGURES_H
#define READ_FIGURES_H

#include <stdbool.h>

struct strbuf;

enum { FIGURES_MAX = 15 };

struct figures { /* 0.d1d2… times 10^exponent */
	bool negative;
	int count; /* of digits, without zeros at the end; 0: zero */
	int exponent;
	char digits[FIGURES_MAX + 1]; /* each from 0 to 9 */
};

/* The number must be finite. */
struct figures figures_of(double number);

/* Rounded to so many digits after the point. */
void figures_round(struct figures *d, int places);

/* Adds it with at least so many digits after the point, and at least so many (0 or 1) before it; without its sign. */
void figures_add(struct strbuf *b, const struct figures *d, int places, int whole);

/* Adds d.ddde+XX with that many places; without its sign. */
void figures_add_scientific(struct strbuf *b, const struct figures *d, int least, int most);

#endif
