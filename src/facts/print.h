/* print.h: how facts read in prose. All texts are allocated on the arena. */
#ifndef FACTS_PRINT_H
#define FACTS_PRINT_H

#include "facts/evaluation.h"
#include "facts/term.h"

/* "42.8%", "58 million tokens": with the digits it was published with. */
char *print_value(struct arena *arena, const struct language *language, const struct measurement *m);

/* The same without a unit: "42.8", "58 million". */
char *print_bare(struct arena *arena, const struct language *language, const struct measurement *m);

/* The gap between two values: in the smaller word of the two, with all digits of both. */
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b);

/* Two digits at least; *places: how many are decimal places. */
char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *places);

/* Grouped, with exactly these decimal places. */
char *print_number(struct arena *arena, const struct language *language, double number, int places);

/* How a number or text reads; bare: without its unit. False after a fault: it needs more decimal places than anything
 * that went into it had, or it was computed from values in several units. */
bool print_term(struct evaluation *evaluation, const struct term *term, bool bare, const char **printed);

#endif
