/* letters.h: a text by runes, and where its words begin and end: for whoever looks for numbers or names in it. */
#ifndef WORDS_LETTERS_H
#define WORDS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct language;

struct letters {
	const struct language *language;
	const char *s;
	size_t n;
};

/* The rune at a byte and where the next one begins, or the rune before it and where that begins. 0 at either end. */
uint32_t letters_rune(const struct letters *t, size_t at, size_t *after);
uint32_t letters_rune_before(const struct letters *t, size_t at, size_t *start);

/* The value of a decimal digit of any script; -1 for any other rune. */
int letters_digit(uint32_t rune);

/* A letter or digit: no word ends before it or begins after it. */
bool letters_in_word(uint32_t rune);

/* True if a word may begin or end here. */
bool letters_at_edge(const struct letters *t, size_t at);

/* Each gives the byte after what it is named for, or `at` if that does not stand there: this text, in any case; spaces,
 * also those that do not break; spaces or one hyphen. */
size_t letters_literal(const struct letters *t, size_t at, const char *literal);
size_t letters_spaces(const struct letters *t, size_t at);
size_t letters_joint(const struct letters *t, size_t at);

/* True if one of the words (NULL at the end; NULL: none) stands whole before `at`, spaces aside. */
bool letters_follow(const struct letters *t, size_t at, const char *const *words);

#endif
