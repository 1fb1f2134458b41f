/* phrase.h: names and measures as parts of a sentence. */
#ifndef CHART_PHRASE_H
#define CHART_PHRASE_H

#include "base/str.h"
#include "facts/standing.h"
#include "words/number.h"

enum { PHRASE_NAMES = 6 }; /* a list spells out this many names before it says "and 7 more" */

/* A variant's full name; a right-to-left name is isolated, so that the sentence continues from the left. */
const char *phrase_variant(struct arena *arena, const struct variant *variant);
char *phrase_variants(struct arena *arena, const struct language *language, const struct variant *const *variants,
                      size_t n);

/* "Artificial Analysis Intelligence Index v4.0, points out of 100": the measure with its version, unit and range. */
char *phrase_measure(struct arena *arena, const struct benchmark *benchmark, struct number_style style);

/* Its name with its version, where the name does not have it. */
char *phrase_versioned(struct arena *arena, const struct benchmark *benchmark);

/* ", as of 8 April 2026" or "". */
char *phrase_as_of(struct arena *arena, const struct language *language, struct date date);

/* A column's style for one of its values, and what the number then printed means. */
struct number_style phrase_style(const struct standing_row *row, struct number_style style);
double phrase_meant(const struct standing_row *row, struct number_style style);

struct phrase_end { /* one of two values that are compared */
	const struct standing *standing;
	const struct standing_row *row;
};

/* How far one is above the other, and the style to print it in: the difference of the printed numbers, which a reader
 * may check, unless rounding made it another one; then the exact difference, in all digits of the sources. */
double phrase_difference(struct arena *arena, struct phrase_end one, struct phrase_end other,
                         struct number_style *style);

/* "42.8", "$42.80"; with a percent sign if with_unit is true and the unit has one. */
char *phrase_value(struct arena *arena, const struct standing_row *row, struct number_style style,
                   const struct benchmark *benchmark, bool with_unit);

/* With its unit in words, where nothing else says it: "94.3%", "57 million tokens", "52 points". */
char *phrase_counted(struct arena *arena, const struct standing_row *row, struct number_style style,
                     const struct benchmark *benchmark);

/* "58 million", "94.3%": in a text that has no heading for the magnitude; the unit is said elsewhere. */
char *phrase_told(struct arena *arena, const struct standing_row *row, struct number_style style,
                  const struct benchmark *benchmark);

/* "claimed", "estimated", "†", or both: NULL if there is nothing to remark. */
char *phrase_remark(struct arena *arena, const struct language *language, const struct standing_row *row);

/* Why a row has no mark, in words. row may be NULL. */
const char *phrase_absent(const struct language *language, const struct standing_row *row);

/* The decimal place of the second digit of a number; 0 if that is before the point. */
int phrase_second_place(double number);

/* "23", "2.1", "2": how many times one is another, as people say it. */
char *phrase_times(struct arena *arena, const struct language *language, double times);

/* "34%": a whole number of percent, or the first digit of what would be none. share: 0.34. */
char *phrase_share(struct arena *arena, const struct language *language, double share);

/* Adds a space and a sentence if the alt text stays within its 600 characters; false if it would not. */
bool phrase_alt_add(struct strbuf *alt, const char *sentence);

#endif
