/* plural.h: which of its forms a word takes beside a number: the categories and operands of CLDR. The rule of a
 * language is in its file. */
#ifndef WORDS_PLURAL_H
#define WORDS_PLURAL_H

#include <stddef.h>
#include <stdint.h>

struct language;

enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER, PLURALS };

/* A number as it is printed, without its sign: 1.50 is n = 1.5, i = 1, v = 2, f = 50. */
struct plural_operands {
	double n;
	uint64_t i; /* its whole part */
	int v;      /* how many decimals are printed */
	uint64_t f; /* the decimals as a whole number */
};

/* Of a number as the language writes it. */
struct plural_operands plural_operands(const struct language *language, const char *number);

/* The category of a number as the language writes it, in digits or as a word; PLURAL_OTHER for what is not a number. */
enum plural plural_of(const struct language *language, const char *number);

/* Where words of this category are among the forms that the language tells apart: {one, other} of English are 0
 * and 1. The last for a category it does not have. */
size_t plural_form(const struct language *language, enum plural category);

#endif
