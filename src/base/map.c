#include "base/map.h"

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

enum { LARGE = 4096 };

struct map_slot {
	const char *key;
	void *value;
	uint64_t hash;
};

static uint64_t hash_of(const char *key)
{
	uint64_t h = 14695981039346656037u;
	for (; *key; key++)
		h = (h ^ (unsigned char)*key) * 1099511628211u;
	return h ^ h >> 32;
}

struct map map_new(struct arena *arena)
{
	return (struct map){ .arena = arena };
}

static struct map_slot *slot_of(const struct map *map, const char *key, uint64_t hash)
{
	size_t mask = map->capacity - 1, i = (size_t)hash & mask;
	while (map->slots[i].key && (map->slots[i].hash != hash || strcmp(map->slots[i].key, key) != 0))
		i = (i + 1) & mask;
	return &map->slots[i];
}

void *map_find(const struct map *map, const char *key)
{
	return map->count ? slot_of(map, key, hash_of(key))->value : NULL;
}

static void widen(struct map *map)
{
	struct map old = *map;
	map->capacity = old.capacity ? old.capacity * 2 : 16;
	map->large = map->capacity >= LARGE ? arena_new_below(map->arena) : NULL;
	map->slots = arena_alloc(map->large ? map->large : map->arena, map->capacity, sizeof *map->slots);
	for (size_t i = 0; i < old.capacity; i++)
		if (old.slots[i].key)
			*slot_of(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
	arena_free(old.large);
}

void *map_put(struct map *map, const char *key, void *value)
{
	if (map->count * 2 >= map->capacity)
		widen(map);
	uint64_t hash = hash_of(key);
	struct map_slot *slot = slot_of(map, key, hash);
	if (slot->key)
		return slot->value;
	*slot = (struct map_slot){ key, value, hash };
	map->count++;
	return value;
}

const char *map_key_at(const struct map *map, size_t slot)
{
	return map->slots[slot].key;
}
