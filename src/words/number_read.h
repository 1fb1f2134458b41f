/* number_read.h: printed numbers read again, as a language writes them. */
#ifndef WORDS_NUMBER_READ_H
#define WORDS_NUMBER_READ_H

#include <stdbool.h>
#include <stddef.h>

struct language;

/* Raised digits from 0 to 9, and a raised minus: of a power of ten. */
#define NUMBER_RAISED "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
#define NUMBER_RAISED_MINUS "\u207b"

/* A number as it is printed, read again. */
struct number_printed {
	char plain[64]; /* "-1234.5", "4.9e-10" */
	double number;
	int decimals;
	int power;    /* of ten, written after it; 0: none */
	size_t whole; /* digits before the decimal point */
	bool grouped, plus, minus;
	bool hyphen;  /* in place of a minus */
	size_t bytes; /* of text that it takes; 0: there is none */
};

/* The number at the start of text, which may continue: "−1,234.5 points". */
struct number_printed number_read(const struct language *language, const char *text);

/* The power of ten at the start of text, " × 10⁻¹⁰", and how many bytes it takes: 0 if there is none. */
int number_power(const struct language *language, const char *text, size_t *bytes);

/* True if text starts with a digit. */
bool number_starts(const struct language *language, const char *text);

/* Where its decimal point is, or would be: bytes of a text that begins with a number, whatever sign stands before it.
 */
size_t number_point(const struct language *language, const char *text);

#endif
