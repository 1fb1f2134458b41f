/* quantity.h: numbers as people write them: "89.5", "89.5%", "58M", "120 million", "1,427". */
#ifndef DATA_QUANTITY_H
#define DATA_QUANTITY_H

#include "data/dataset.h"

/* The whole of text, white space around it aside. *percent is set if it ended in "%". False if it is not a number. */
bool quantity_parse(struct arena *arena, const char *text, struct quantity *quantity, bool *percent);

/* True if quantity_text makes the same text from the number and its decimals: a plain number of up to 15 digits. */
bool quantity_follows(const struct quantity *quantity);
char *quantity_text(struct arena *arena, double number, int decimals);
/* The same without an arena: the text ends before *end, where there is room for that many bytes. Returns its start. */
enum { QUANTITY_ROOM = 20 };
char *quantity_text_before(char *end, double number, int decimals);

/* What to do about a text that quantity_parse refused. */
const char *quantity_remedy(const char *text);

/* "", "-", "n/a", "not reported", …: nothing is known. */
bool quantity_is_missing(struct arena *arena, const char *text);

/* One of these that a calculation writes: "NaN". What went wrong there is worth a word. */
bool quantity_is_nan(const char *text);

/* Decimal places of the plain number: 1 for 89.5, -6 for 58M. */
int quantity_level(struct quantity quantity);

/* The number in whole steps of 10^-level, halves away from zero; forgives what binary fractions lose. */
double quantity_steps(double number, int level);

/* True if two values are equal at the digits that both were written with. */
bool quantity_agrees(struct quantity a, struct quantity b);

/* The shortest text that reads as exactly this number. */
char *quantity_plain(struct arena *arena, double number);

#endif
