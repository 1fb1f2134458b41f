#include "data/name_index.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

/* A slot holds the number of a name and, above it, as many bits of the name's hash as there is room for: a look at
 * another name is rare. Even numbers are ids, of things by their number, odd ones further names; 0 is a free slot, so
 * numbers are put in plus one. */
enum { FEWEST = 16 };

struct further_name {
	const char *key;
	uint32_t thing;
};

struct name_index name_index_new(struct arena *arena, name_index_thing *thing, const void *closure)
{
	return (struct name_index){ .arena = arena, .thing = thing, .closure = closure };
}

/* The thing that a slot names, and its key. */
static void *look(const struct name_index *x, uint32_t slot, const char **key)
{
	size_t name = (slot & (x->capacity - 1)) - 1;
	if (name % 2 == 0)
		return x->thing(x->closure, name / 2, key);
	const char *id;
	*key = x->further[name / 2].key;
	return x->thing(x->closure, x->further[name / 2].thing, &id);
}

static uint64_t hash_of(const char *key)
{
	return str_hash(key, strlen(key));
}

/* The bits of a hash that stand above the number in a slot. */
static uint32_t mark_of(const struct name_index *x, uint64_t hash)
{
	return (uint32_t)(hash >> 32) & ~(uint32_t)(x->capacity - 1);
}

/* The slot of the key, or the free one where it would be; *thing: what it has. */
static uint32_t *slot_of(const struct name_index *x, const char *key, uint64_t hash, void **thing)
{
	uint32_t mask = (uint32_t)(x->capacity - 1), mark = mark_of(x, hash);
	size_t i = hash & mask;
	for (; x->slots[i]; i = (i + 1) & mask) {
		const char *own;
		if ((x->slots[i] & ~mask) != mark)
			continue;
		*thing = look(x, x->slots[i], &own);
		if (str_eq(own, key))
			return &x->slots[i];
	}
	*thing = NULL;
	return &x->slots[i];
}

/* All names differ, so they need no second look. */
static void put_again(struct name_index *x, const char *key, uint32_t name)
{
	uint64_t hash = hash_of(key);
	size_t mask = x->capacity - 1, i = hash & mask;
	while (x->slots[i])
		i = (i + 1) & mask;
	x->slots[i] = name | mark_of(x, hash);
}

static void widen(struct name_index *x, size_t capacity)
{
	struct name_index old = *x;
	x->capacity = capacity;
	x->own = arena_new_below(x->arena);
	x->slots = arena_alloc(x->own, capacity, sizeof *x->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		const char *key;
		if (!old.slots[i])
			continue;
		look(&old, old.slots[i], &key);
		put_again(x, key, old.slots[i] & (uint32_t)(old.capacity - 1));
	}
	arena_free(old.own);
}

/* Half of the slots stay free, and the number of every name fits below the mark. */
static void make_room(struct name_index *x, size_t count, size_t name)
{
	size_t capacity = x->capacity ? x->capacity : FEWEST;
	while (count * 2 > capacity || name + 1 >= capacity)
		capacity *= 2;
	if (capacity != x->capacity)
		widen(x, capacity);
}

void name_index_reserve(struct name_index *x, size_t more)
{
	make_room(x, x->count + more, 0);
}

void *name_index_find(const struct name_index *x, const char *key)
{
	void *thing = NULL;
	if (x->count)
		slot_of(x, key, hash_of(key), &thing);
	return thing;
}

void *name_index_put(struct name_index *x, const char *key, size_t number)
{
	const char *id;
	void *thing = x->thing(x->closure, number, &id), *there;
	bool is_own = id && str_eq(id, key);
	size_t name = is_own ? 2 * number : 2 * x->n_further + 1;
	make_room(x, x->count + 1, name);
	uint64_t hash = hash_of(key);
	uint32_t *slot = slot_of(x, key, hash, &there);
	if (there)
		return there;
	if (!is_own) {
		x->further = arena_grow(x->arena, x->further, &x->further_room, x->n_further, sizeof *x->further);
		x->further[x->n_further++] = (struct further_name){ key, (uint32_t)number };
	}
	*slot = (uint32_t)(name + 1) | mark_of(x, hash);
	x->count++;
	return thing;
}
