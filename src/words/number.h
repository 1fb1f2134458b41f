/* number.h: how numbers are printed: true minus, one count of decimals, thousands separated, magnitude in words, as a
 * language writes them. */
#ifndef WORDS_NUMBER_H
#define WORDS_NUMBER_H

#include "base/unit.h"
#include "words/words.h"

#include <stdbool.h>

struct arena;

struct number_style { /* one for a column of numbers */
	const struct language *language;
	int decimals;  /* 0 to 9 */
	int magnitude; /* 0, 3, 6, 9: what one stands for */
	bool grouped;  /* thousands separated */
};

/* Grouped if a printed number of the column reaches 10,000. */
struct number_style number_style_of(const struct language *language, int decimals, int magnitude, double largest);

/* "57", "−3.5", "1,427": without a unit. */
char *number_text(struct arena *arena, double value, struct number_style style);

/* With a sign in any case: "+3.5", "−3.5", "0.0". */
char *number_signed(struct arena *arena, double value, struct number_style style);

/* "57", and "57%" where the unit is written as a sign; the magnitude is said elsewhere. */
char *number_with_sign(struct arena *arena, double value, struct number_style style, const struct unit *unit);

/* What number_with_sign wrote without the sign of unit, whether or not it has one. */
char *number_without_sign(struct arena *arena, const struct language *language, const char *text,
                          const struct unit *unit);

/* With its unit, as a sign or in words: "94.3%", "57 million tokens", "1 point", "¥3 million"; the bare number for a
 * score. */
char *number_with_unit(struct arena *arena, double value, struct number_style style, const struct unit *unit);

/* As printed: rounded to the style's digits, in the style's magnitude. */
double number_shown(double value, struct number_style style);

/* "%", "points", "Elo points", "million tokens", "US dollars": for a subtitle; NULL for a score without unit. */
const char *number_unit(struct arena *arena, const struct language *language, const struct unit *unit, int magnitude);

/* "thousand", "million", "billion" after a printed number; "" where one stands for itself. */
const char *number_magnitude(const struct language *language, const char *number, int magnitude);

/* A difference, whose unit may be another: "5 points" between percentages, "1 point", "3.2 million tokens"; the bare
 * number for a score. */
char *number_gap(struct arena *arena, double gap, struct number_style style, const struct unit *unit);

/* "one" … "twelve", then digits. */
char *number_count(struct arena *arena, const struct language *language, size_t n);

/* The same where it is alone: "eins" and not "1 Modell". */
char *number_spelled(struct arena *arena, const struct language *language, size_t n);

/* A number as it is printed, read again. */
struct number_printed {
	char plain[64]; /* "-1234.5" */
	double number;
	int decimals;
	size_t whole; /* digits before the decimal point */
	bool grouped, plus, minus;
	bool hyphen;  /* in place of a minus */
	size_t bytes; /* of text that it takes; 0: there is none */
};

/* The number at the start of text, which may continue: "−1,234.5 points". */
struct number_printed number_read(const struct language *language, const char *text);

/* True if text starts with a digit. */
bool number_starts(const struct language *language, const char *text);

/* Digits without separators, for the holes of phrases. */
char *number_plain(struct arena *arena, const struct language *language, size_t n);

#endif
