/* map.h: from text to pointers, on an arena. Keys are borrowed and must outlive the map. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

struct arena;

struct map {
	struct arena *arena, *own; /* own: holds slots and entries alone, until there are more */
	struct map_slot *slots;
	struct map_entry *entries;
	size_t count, capacity;
};

struct map map_new(struct arena *arena);

/* The value, or NULL. */
void *map_find(const struct map *map, const char *key);

/* The key in a slot (below map->capacity), NULL if it is empty: for going through all of them. */
const char *map_key_at(const struct map *map, size_t slot);

/* Puts value (not NULL) unless the key is taken; returns the value that the key has now. */
void *map_put(struct map *map, const char *key, void *value);

#endif
