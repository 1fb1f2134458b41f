/* rich_state.h: what a running text says of each of its places, for whoever writes it element by element. Private to
 * press/.
 *
 * Ranges of a text may overlap; elements may not. A state names the range of each level that a place lies in, from the
 * outermost to the innermost: where it changes, what ends is closed and what begins is opened. */
#ifndef PRESS_RICH_STATE_H
#define PRESS_RICH_STATE_H

#include "brief/rich.h"

enum rich_level { LEVEL_ANSWER, LEVEL_LINK, LEVEL_DOUBT, LEVEL_STRIKE, LEVEL_FACE, LEVELS };

struct rich_state {
	size_t is[LEVELS]; /* 0: nothing, else its number and 1 */
};

/* *next is lowered to where another state begins. */
struct rich_state rich_state_at(const struct rich *rich, size_t at, size_t *next);

/* The reference to a footnote at a place; NULL: none. *next as above. */
const struct rich_note *rich_state_note(const struct rich *rich, size_t at, size_t *next);

struct rich_writer { /* how elements are written; of: handed to each */
	void *of;
	void (*open)(void *of, const struct rich *rich, int level, size_t is); /* is: the number of its range and 1 */
	void (*close)(void *of, const struct rich *rich, int level, size_t is);
	void (*refer)(void *of, size_t note); /* to a footnote, from 0 */
	/* n bytes; face: that of a mark, or what the whole is set in */
	void (*text)(void *of, enum text_weight face, const char *text, size_t n);
};

/* From its start to its end: elements are closed and opened around its pieces so that none overlap. */
void rich_write(const struct rich *rich, enum text_weight face, const struct rich_writer *writer);

#endif
