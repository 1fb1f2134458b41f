#include "base/map.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

/* The slots of a map of its maker's arena, for there may be very many small ones; a larger map has an arena. */
enum { SHARED = 64 };

struct map_slot {
	uint32_t hash;
	uint32_t entry; /* its number from 1; 0: free */
};

struct map_entry {
	const char *key;
	void *value;
};

static uint32_t hash_of(const char *key)
{
	uint64_t h = 14695981039346656037u;
	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return (uint32_t)(h ^ h >> 32);
}

struct map map_new(struct arena *arena)
{
	return (struct map){ .arena = arena };
}

static struct map_slot *slot_of(const struct map *map, const char *key, uint32_t hash)
{
	size_t mask = map->capacity - 1, i = hash & mask;
	for (; map->slots[i].entry; i = (i + 1) & mask)
		if (map->slots[i].hash == hash && strcmp(map->entries[map->slots[i].entry - 1].key, key) == 0)
			break;
	return &map->slots[i];
}

void *map_find(const struct map *map, const char *key)
{
	if (!map->count)
		return NULL;
	const struct map_slot *slot = slot_of(map, key, hash_of(key));
	return slot->entry ? map->entries[slot->entry - 1].value : NULL;
}

/* All entries differ, so their keys need no second look. */
static void put_slot(struct map *map, struct map_slot slot)
{
	size_t mask = map->capacity - 1, i = slot.hash & mask;
	while (map->slots[i].entry)
		i = (i + 1) & mask;
	map->slots[i] = slot;
}

static void widen(struct map *map)
{
	struct map old = *map;
	map->capacity = old.capacity ? old.capacity * 2 : 16;
	map->own = map->capacity > SHARED ? arena_new_below(map->arena) : NULL;
	struct arena *arena = map->own ? map->own : map->arena;
	map->slots = arena_alloc(arena, map->capacity, sizeof *map->slots);
	map->entries = arena_alloc(arena, map->capacity / 2, sizeof *map->entries);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].entry)
			put_slot(map, old.slots[i]);
	if (old.count)
		memcpy(map->entries, old.entries, old.count * sizeof *map->entries);
	arena_free(old.own);
}

void *map_put(struct map *map, const char *key, void *value)
{
	if (map->count * 2 >= map->capacity)
		widen(map);
	uint32_t hash = hash_of(key);
	struct map_slot *slot = slot_of(map, key, hash);
	if (slot->entry)
		return map->entries[slot->entry - 1].value;
	map->entries[map->count++] = (struct map_entry){ key, value };
	*slot = (struct map_slot){ hash, (uint32_t)map->count };
	return value;
}

const char *map_key_at(const struct map *map, size_t slot)
{
	return map->slots[slot].entry ? map->entries[map->slots[slot].entry - 1].key : NULL;
}
