/* preview_words.h: what the page of a preview says, as its script reads it: a map by name, with the holes of
 * language.h, which the script fills. Private to preview_setup. */
#ifndef SERVE_PREVIEW_WORDS_H
#define SERVE_PREVIEW_WORDS_H

#include "read/value.h"

struct arena;
struct language;

struct value preview_words(struct arena *arena, const struct language *language);

#endif
