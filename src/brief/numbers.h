/* numbers.h: large numbers with words below them, as they are asked for: on the cover, and in a block of their own.
 * Private to brief/. */
#ifndef BRIEF_NUMBERS_H
#define BRIEF_NUMBERS_H

#include "brief/reading.h"

struct numbers_room {
	const char *what;  /* "number on the cover" */
	const char *where; /* "a cover" */
	size_t least, most;
	size_t words_most; /* characters below each */
	bool asked;        /* every value has an expression */
};

extern const struct numbers_room numbers_of_cover, numbers_of_block;

/* list: of maps with "value" and "words", both texts. What is wrong is reported and left out. */
struct block_numbers numbers_read(struct reading *r, const struct value *list, const struct numbers_room *room);

#endif
