/* builder.h: for readers: lists and maps whose length is not known before their end, and the checks that all of them
 * share. */
#ifndef READ_BUILDER_H
#define READ_BUILDER_H

#include "read/value.h"

#include <stdint.h>

struct arena;

struct builder { /* one open list or map */
	struct value *items, *keys;
	size_t count, items_capacity, keys_capacity;
};

/* Room for one more value (and, in a map, its key): fill in what is returned. */
struct value *builder_item(struct arena *arena, struct builder *b);
struct value *builder_key(struct arena *arena, struct builder *b);

/* Adds an error for each key that a map repeats, naming the first place. True if there are none. */
bool builder_unique(struct arena *arena, const struct builder *b, struct diags *diags);

/* False and an error if no text may hold this rune. */
bool builder_rune_ok(uint32_t rune, struct place place, struct diags *diags);

#endif
