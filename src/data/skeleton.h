/* skeleton.h: what a name looks like, whatever it is written with (Unicode Technical Standard #39).
 *
 * Two names with one skeleton cannot be told apart by a reader: the same letters of another script, composed or not,
 * with or without what is not drawn. */
#ifndef DATA_SKELETON_H
#define DATA_SKELETON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* True if all of a name is ASCII: such names are alike only to each other, which nobody hides behind. */
bool skeleton_is_plain(const char *name);

/* What it looks like, in ASCII lower case; canonical: only what is the same by definition is taken for the same (NFC
 * and NFD), and what is not drawn is left out. On the arena. */
char *skeleton_of(struct arena *arena, const char *name, bool canonical);

/* Where two names first differ: the rune of the one that is not ASCII there; 0 if neither is. */
uint32_t skeleton_difference(const char *a, const char *b);

#endif
