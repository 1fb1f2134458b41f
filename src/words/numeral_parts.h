/* numeral_parts.h: what the sources of numeral.c share. Private to them. */
#ifndef WORDS_NUMERAL_PARTS_H
#define WORDS_NUMERAL_PARTS_H

#include "words/letters.h"
#include "words/numeral.h"

/* The longest entry of the language's list, of the forms in a set of bits, that stands here as whole words, and the
 * byte after it; NULL if there is none. open: what follows it may be the rest of its word. */
const struct number_word *numeral_entry(const struct letters *t, size_t at, unsigned forms, bool open, size_t *after);

/* A number in words that begins here. False if there is none; *past: what is not a number and may be skipped. */
bool numeral_word_at(const struct letters *t, size_t at, struct numeral *out, size_t *past);

/* A date that begins here. word: a number in words may begin here, so that nobody has to look for one again. */
bool numeral_date_at(const struct letters *t, size_t at, bool word, struct numeral *out);

/* A number in signs that are no digits begins here: a circled 3, a Roman IV, "rank IV", a Han 3; what is part of a word
 * is none. */
bool numeral_rare_at(const struct letters *t, size_t at, struct numeral *out);

/* True if a word stands before that a rank follows: "rank". */
bool numeral_follows_rank(const struct letters *t, size_t at);

#endif
