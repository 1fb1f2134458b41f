/* print.h: how facts read in prose. All texts are allocated on the arena. */
#ifndef FACTS_PRINT_H
#define FACTS_PRINT_H

#include "facts/evaluation.h"
#include "facts/term.h"

/* "42.8%", "58 million tokens": with the digits it was published with. */
char *print_value(struct arena *arena, const struct language *language, const struct measurement *m);

/* The same without a unit: "42.8", "58 million". */
char *print_bare(struct arena *arena, const struct language *language, const struct quantity *q);

/* A number of this unit as it was written: "262,000 tokens". */
char *print_quantity(struct arena *arena, const struct language *language, const struct quantity *q,
                     const struct unit *unit);

/* With how many decimal places, in the magnitude of the value, the ends of its interval print: those that they were
 * given with or, where they follow from a standard error, so many that the half-width has two digits. */
int print_interval_decimals(const struct measurement *m);

/* "free of charge", "$2.50 in, $10 out per million tokens"; NULL if the data tell no price. */
const char *print_price(struct arena *arena, const struct language *language, const struct price *price);

/* The gap between two values: in the smaller word of the two, with all digits of both. */
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b);

/* "7%": a share of 0.07, with the places that it needs. */
char *print_share(struct arena *arena, const struct language *language, double share);

/* How far apart two things are: in its unit, with the places that it needs, or two digits where it never ends. */
char *print_distance(struct arena *arena, const struct language *language, const struct term *by);

/* Two digits at least; *places: how many are decimal places. */
char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *places);

/* Grouped, with exactly these decimal places; what is too small to be read so as a multiple of a power of ten. */
char *print_number(struct arena *arena, const struct language *language, double number, int places);

/* "“nearly” means within 10%." */
char *print_convention(struct arena *arena, const struct language *language, const struct convention *convention);

/* How a number or text reads; bare: without its unit. False after a fault: it needs more decimal places than anything
 * that went into it had, or it was computed from values in several units. */
bool print_term(struct evaluation *evaluation, const struct term *term, bool bare, const char **printed);

#endif
