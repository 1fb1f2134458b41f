#include "base/keep.h"

#include "base/arena.h"
#include "base/str.h"

struct keep *keep_new(struct arena *arena)
{
	struct keep *keep = arena_alloc(arena, 1, sizeof *keep);
	*keep = (struct keep){ .arena = arena, .now = arena_new_below(arena), .before = arena_new_below(arena) };
	keep->kept = map_new(keep->now);
	keep->older = map_new(keep->before);
	keep->state = "";
	return keep;
}

void keep_begin(struct keep *keep, const char *state)
{
	struct arena *fresh = arena_new_below(keep->arena);
	state = arena_strdup(fresh, state);
	arena_free(keep->before);
	keep->before = keep->now;
	keep->older = str_eq(state, keep->state) ? keep->kept : map_new(keep->before);
	keep->now = fresh;
	keep->kept = map_new(fresh);
	keep->state = state;
}

const void *keep_find(const struct keep *keep, const char *key)
{
	return map_find(&keep->kept, key);
}

const void *keep_find_older(const struct keep *keep, const char *key)
{
	return map_find(&keep->older, key);
}

void keep_put(struct keep *keep, const char *key, void *value)
{
	map_put(&keep->kept, arena_strdup(keep->now, key), value);
}
