/* plural.h: which of its forms a word takes beside a number: the categories and operands of CLDR (language.h). The
 * rule of a language is in its file. */
#ifndef WORDS_PLURAL_H
#define WORDS_PLURAL_H

#include "words/language.h"

/* Of a number as the language writes it. */
struct plural_operands plural_operands(const struct language *language, const char *number);

/* The category of a number as the language writes it, in digits or as a word; PLURAL_OTHER for what is not a number. */
enum plural plural_of(const struct language *language, const char *number);

/* Where words of this category are among the forms that the language tells apart: {one, other} of English are 0
 * and 1. The last for a category it does not have. */
size_t plural_form(const struct language *language, enum plural category);

#endif
