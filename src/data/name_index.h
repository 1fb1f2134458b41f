/* name_index.h: from names to the numbered things of one kind that they are names of.
 *
 * A thing's own id costs a slot of four bytes, since the thing has it; what else it is found under (its name, an alias,
 * a variant's "model@name") costs an entry besides. A thing must have its id and its final number when it is put here.
 */
#ifndef DATA_NAME_INDEX_H
#define DATA_NAME_INDEX_H

#include <stddef.h>
#include <stdint.h>

struct arena;

/* The thing of this number; *id: the name that it is found under without an entry, NULL if there is none. */
typedef void *name_index_thing(const void *closure, size_t number, const char **id);

struct name_index {
	struct arena *arena, *own; /* own: holds the slots alone, until there are more */
	name_index_thing *thing;
	const void *closure;
	uint32_t *slots;
	size_t capacity, count;
	struct further_name *further;
	size_t n_further, further_room;
};

/* On the arena; it asks for its things by calling thing with the closure. */
struct name_index name_index_new(struct arena *arena, name_index_thing *thing, const void *closure);

/* Room for that many more names without sorting in again those that are there. */
void name_index_reserve(struct name_index *index, size_t more);

/* The thing, or NULL. */
void *name_index_find(const struct name_index *index, const char *key);

/* Puts the thing of this number unless the key is taken; returns the thing that the key has now. The key is borrowed
 * and must outlive the index, unless it reads as the thing's id. */
void *name_index_put(struct name_index *index, const char *key, size_t number);

#endif
