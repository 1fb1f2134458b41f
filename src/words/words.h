/* words.h: phrases, lists, dates and names as a language writes them; numbers are in number.h. */
#ifndef WORDS_WORDS_H
#define WORDS_WORDS_H

#include "base/date.h"
#include "words/language.h"

/* The phrase with its holes filled: pairs of a hole's name and what goes into it, then NULL. A hole without a filling
 * stays as it is (a test finds it). */
char *words_fill(struct arena *arena, const struct language *language, enum word word, ...);

/* "" if the language lacks it. */
const char *words_get(const struct language *language, enum word word);

/* True if text has the words of the phrase in their order, whatever fills its holes and wherever its lines break. */
bool words_said(const struct language *language, enum word word, const char *text);

/* A name inside a sentence: a phrase of common words without its capital, "output speed"; any other as it is. */
char *words_inside(struct arena *arena, const struct language *language, const char *name);

/* A name after a preposition, with the article that its language gives it: "the Great Index", "GPQA Diamond"; or as
 * words_inside has it. */
char *words_object(struct arena *arena, const struct language *language, const char *name);

/* "8 April 2026" on one line (no-break spaces); "" for no date. */
char *words_date(struct arena *arena, const struct language *language, struct date date);

/* "A, B and C"; beyond most names "A, B and 7 more". */
char *words_list(struct arena *arena, const struct language *language, const char *const *names, size_t n, size_t most);

/* "Index, points": one more thing said of the same, or only the first where there is none (NULL). */
char *words_clause(struct arena *arena, const struct language *language, const char *first, const char *more);

/* The text as a sentence or a heading starts in the language: with a capital, if the language has them. */
char *words_sentence(struct arena *arena, const struct language *language, const char *text);
char *words_heading(struct arena *arena, const struct language *language, const char *text);

#endif
