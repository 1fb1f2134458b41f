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

#endif
