#include "read/value.h"

#include "base/arena.h"
#include "base/str.h"

const struct value *value_at(const struct value *map, const char *key)
{
	if (!map || map->kind != VALUE_MAP)
		return NULL;
	for (size_t i = 0; i < map->count; i++)
		if (str_eq(map->keys[i].text, key))
			return &map->items[i];
	return NULL;
}

struct value value_item(const struct value *list, size_t i, struct arena *arena)
{
	return list->items ? list->items[i] : list->maker->make(list->maker->closure, arena, i);
}

const struct value *value_made(struct arena *arena, const struct value *list)
{
	struct value *made = arena_alloc(arena, 1, sizeof *made);
	struct value *items = arena_alloc(arena, list->count, sizeof *items);
	*made = *list;
	for (size_t i = 0; i < list->count; i++)
		items[i] = value_item(list, i, arena);
	made->items = items;
	return made;
}

const char *value_kind_word(enum value_kind kind)
{
	switch (kind) {
	case VALUE_MISSING:
		return "missing";
	case VALUE_BOOL:
		return "true or false";
	case VALUE_NUMBER:
		return "a number";
	case VALUE_STRING:
		return "text";
	case VALUE_LIST:
		return "a list";
	case VALUE_MAP:
		return "a map";
	}
	return "";
}

bool value_equal(const struct value *a, const struct value *b)
{
	if (a->kind != b->kind || a->count != b->count)
		return false;
	switch (a->kind) {
	case VALUE_MISSING:
		return true;
	case VALUE_BOOL:
		return a->boolean == b->boolean;
	case VALUE_NUMBER:
	case VALUE_STRING:
		return str_eq(a->text, b->text);
	case VALUE_LIST:
	case VALUE_MAP:
		break;
	}
	for (size_t i = 0; i < a->count; i++) {
		if (a->kind == VALUE_MAP && !str_eq(a->keys[i].text, b->keys[i].text))
			return false;
		if (!value_equal(&a->items[i], &b->items[i]))
			return false;
	}
	return true;
}
