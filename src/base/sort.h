/* sort.h: sorting many items by numbers, and many texts by eight bytes at a time.
 *
 * A comparison of two texts reads both of them, and of a million texts nearly every read waits for memory. Here each
 * text is read once for every eight bytes that do not yet tell it from all others. */
#ifndef BASE_SORT_H
#define BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct sort_item {
	uint64_t key;
	uint32_t at; /* whose it is */
};

/* By key, in place; items of one key in any order. */
void sort_items(struct sort_item *items, size_t n);

/* A text for each item, in the order that strcmp gives the texts; equal ones in any order. texts[items[i].at] is the
 * i-th. On the arena. */
struct sort_item *sort_texts(struct arena *arena, const char *const *texts, size_t n);

#endif
