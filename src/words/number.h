/* number.h: how numbers are printed: true minus, one count of decimals, thousands separated, magnitude in words, as a
 * language writes them. */
#ifndef WORDS_NUMBER_H
#define WORDS_NUMBER_H

#include "base/unit.h"
#include "words/language.h"

#include <stdbool.h>

struct arena;

struct number_style {
	const struct language *language;
	int decimals;  /* 0 or more */
	int magnitude; /* 0, 3, 6, 9: what one stands for */
	int power;     /* in place of a magnitude: "4.9 × 10⁻¹⁰" has -10; 0: written in full */
	bool grouped;  /* thousands separated */
};

/* Grouped if a printed number of the column reaches 10,000, or 1,000 of a currency. unit may be NULL. */
struct number_style number_style_of(const struct language *language, const struct unit *unit, int decimals,
                                    int magnitude, double largest);

/* "57", "−3.5", "1,427": without a unit. */
char *number_text(struct arena *arena, double value, struct number_style style);

/* With a sign in any case: "+3.5", "−3.5", "0.0". */
char *number_signed(struct arena *arena, double value, struct number_style style);

/* The same with the sign of a currency: "+$3.50", "−3,50 $"; other units have none. */
char *number_change(struct arena *arena, double value, struct number_style style, const struct unit *unit);

/* "57", and "57%", "$57" or "57 $" where the unit is written as a sign; the magnitude is said elsewhere. */
char *number_with_sign(struct arena *arena, double value, struct number_style style, const struct unit *unit);

/* What number_with_sign wrote without the sign of unit, whether or not it has one. */
char *number_without_sign(struct arena *arena, const struct language *language, const char *text,
                          const struct unit *unit);

/* With its unit, as a sign or in words: "94.3%", "57 million tokens", "1 point", "$3 million"; the bare number for a
 * score. */
char *number_with_unit(struct arena *arena, double value, struct number_style style, const struct unit *unit);

/* As printed: rounded to the style's digits, in the style's magnitude or power. */
double number_shown(double value, struct number_style style);

/* What the printed number means: the same, counted in ones. */
double number_meant(double value, struct number_style style);

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

/* Digits, for the holes of phrases. */
char *number_plain(struct arena *arena, const struct language *language, size_t n);

#endif
