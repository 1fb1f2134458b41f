/* numeral.h: the numbers of running text, found where they stand: in digits of any script, with the separators of the
 * language, and in the number words that its file lists ("two" to "twelve", "half", "twice", "a third", but neither
 * "one" nor "first").
 *
 * What belongs to a number belongs to its numeral: sign, sign of a currency, percent, a word for a magnitude, the
 * ending of an ordinal. A range is two numerals, a date is one. Whether a numeral is part of a name is for callers to
 * tell. */
#ifndef WORDS_NUMERAL_H
#define WORDS_NUMERAL_H

#include "base/date.h"
#include "words/language.h"

#include <stdbool.h>
#include <stddef.h>

enum numeral_kind { NUMERAL_DIGITS, NUMERAL_WORD };

enum numeral_form {
	NUMERAL_CARDINAL, /* 42.8, $3 million, two */
	NUMERAL_ORDINAL,  /* 3rd, #3, third */
	NUMERAL_TIMES,    /* 3x, three times, twice */
	NUMERAL_SHARE,    /* 2/3, half, two-thirds */
	NUMERAL_DATE,     /* 8 April 2026, April 2026, 2026-04-08; not a year alone */
};

struct numeral {
	size_t start, end; /* bytes of the text */
	enum numeral_kind kind;
	enum numeral_form form;
	double value;     /* in ones, whatever the magnitude; a percentage as written; NAN for a date and for "4.6.1" */
	int decimals;     /* as written, before any magnitude */
	int magnitude;    /* 0, or the power of ten of a word behind it: 6 for "57 million" */
	bool percent;     /* 48% */
	bool attached;    /* to the letters of a word, before or behind: v4.6, GPT-5.4, 70B */
	const char *unit; /* name in base/unit.h of its sign, or of the word that follows; NULL: none */
	struct date date; /* of a date; without its year if none is written: year 0 */
};

/* The next numeral at or after *at, which moves past it. text: valid UTF-8, cut between runes. False at the end. */
bool numeral_next(const struct language *language, const char *text, size_t length, size_t *at, struct numeral *out);

/* True if x reads as the numeral once it is rounded to the digits that are written; x in ones. */
bool numeral_equals(const struct numeral *numeral, double x);

#endif
