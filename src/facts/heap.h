/* heap.h: blocks for one expression, cut from an arena, since all of them go at once.
 *
 * Blocks that are given back are used again for others of their size. Whoever has a block knows how large it is. Where
 * memory runs out the arena's edge is reached (base/arena.h). */
#ifndef FACTS_HEAP_H
#define FACTS_HEAP_H

#include <stddef.h>

struct arena;
struct heap_spare;

enum {
	HEAP_STEP = 16,   /* sizes of small blocks are multiples of it */
	HEAP_SMALL = 512, /* those of larger ones are powers of two */
	HEAP_SMALL_SIZES = HEAP_SMALL / HEAP_STEP + 1,
	HEAP_SIZES = HEAP_SMALL_SIZES + 10,
	HEAP_LARGEST = HEAP_SMALL << 10, /* nobody may ask for more */
};

struct heap {
	struct arena *arena;
	struct heap_spare *spares[HEAP_SIZES];
	char *chunk; /* from which small blocks are cut */
	size_t left; /* of it */
};

/* On an arena that holds nothing else. */
struct heap heap_on(struct arena *arena);

/* The block, which had so many bytes, with at least others; NULL: a new one. One that becomes smaller stays where it
 * is. */
void *heap_resize(struct heap *heap, void *block, size_t had, size_t bytes);

/* NULL is fine. */
void heap_give_back(struct heap *heap, void *block, size_t bytes);

#endif
