/* language.h: all that a language decides, and the one table of languages.
 *
 * A language is one file (en.c, de.c) that fills this struct in; nothing else in the program speaks. A phrase has
 * holes, "{name} leads on {on}", filled by name, so that each language orders its sentence as it likes;
 * "{n?model:models}" is a word in all the forms that the language tells apart beside a number (plural.h), of which the
 * one for the hole n is taken. A test holds that all languages fill every phrase with the same holes. */
#ifndef WORDS_LANGUAGE_H
#define WORDS_LANGUAGE_H

#include "words/plural.h"
#include "words/word.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;

struct unit_words {
	const char *unit;           /* its name in base/unit.h */
	const char *forms[PLURALS]; /* as a phrase lists them; "" where numbers are used alone */
};

enum letter_case { CASE_AS_IS, CASE_CAPITAL }; /* the first letter */

struct language {
	const char *code, *name; /* "de", "German" */
	const char *digits;      /* from 0 to 9 */
	const char *point, *thousands, *minus, *plus;
	const char *percent_word; /* spoken: "percent" */
	const char *percent;      /* what follows a number: "%", or with a space */
	/* "A, B and C", "A and B", "A; B, with C" */
	const char *list_comma, *list_last, *list_two, *list_semicolon;
	enum letter_case sentence, heading; /* how they start */
	bool dotted_i;                      /* the capital of i is İ */
	enum plural (*plural)(struct plural_operands number);
	enum plural plurals[PLURALS]; /* that it tells apart, in the order in which phrases list them; ends in other */
	enum plural in_headings;      /* of them, the one in which a heading names a unit */
	const char *months[12];       /* in a date */
	const char *months_alone[12]; /* without a day, where that differs; NULL: as in a date */
	const char *day, *month;      /* "{day} {month} {year}", "{month} {year}" */
	const char *counts[13];       /* no, one … twelve, before what is counted */
	const char *spelled[13];      /* the same standing alone */
	char *(*ordinal)(struct arena *arena, int n);
	const struct unit_words *units;             /* by a unit's name; the last has none */
	const char *magnitudes[4][PLURALS];         /* "", thousand, million, billion, in forms */
	const char *article_words[2], *articles[4]; /* names that end in one of the first take an article, unless they
	                                             * begin with one of the second */
	const char *phrases[WORDS];
};

extern const struct language language_english, language_german;

/* The one table of languages; NULL past the end. */
const struct language *language_at(size_t i);

/* NULL and an error that lists them if there is none of that code. */
const struct language *language_find(const char *code, struct diags *diags);

/* "en or de": what may be asked for, in help and messages. */
char *language_codes(struct arena *arena);

#endif
