/* about.h: a language that speaks of what a dataset compares: of engines, where the phrases speak of models.
 *
 * The phrases of a language name models in so many words (CODE_nouns.c), which are replaced once, with their articles,
 * when a dataset names another subject. */
#ifndef WORDS_ABOUT_H
#define WORDS_ABOUT_H

#include "words/language.h"

/* Of the noun that suits the language best: its own, one for any, whatever there is. The language itself if there is
 * none, or if it speaks of another subject already. */
const struct language *language_about(struct arena *arena, const struct language *language, const struct noun *nouns,
                                      size_t n_nouns);

/* The noun in English messages. */
struct noun_said words_say(struct arena *arena, const struct noun *nouns, size_t n_nouns);

/* True if every language has the forms of the word. */
bool words_has_noun(const char *word);

#endif
