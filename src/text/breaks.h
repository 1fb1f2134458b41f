/* breaks.h: where lines break: what Unicode allows, less what would tear names, numbers and their units apart. */
#ifndef TEXT_BREAKS_H
#define TEXT_BREAKS_H

#include <stddef.h>

struct arena;
struct text_set;

struct break_line {
	size_t end, next; /* letters: past the last one that is drawn; the first one of the next line */
};

/* Fills in the letters of a set unless they are there already. */
void breaks_find_letters(struct arena *arena, struct text_set *set);

/* The longest line from letter `first` (up to letter `last`) that is no wider than room; at least one grapheme.
 * advances: by byte from byte `start` of the text, as shape_line gives them. */
struct break_line breaks_fit(const struct text_set *set, size_t first, size_t last, const double *advances,
                             size_t start, double room);

#endif
