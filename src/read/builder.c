#include "read/builder.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

struct value *builder_item(struct arena *arena, struct builder *b)
{
	b->items = arena_grow(arena, b->items, &b->items_capacity, b->count, sizeof *b->items);
	return &b->items[b->count++];
}

struct value *builder_key(struct arena *arena, struct builder *b)
{
	b->keys = arena_grow(arena, b->keys, &b->keys_capacity, b->count, sizeof *b->keys);
	return &b->keys[b->count];
}

static const struct value *first_of(struct map *seen, const struct builder *b, size_t i)
{
	if (seen)
		return map_put(seen, b->keys[i].text, &b->keys[i]);
	for (size_t j = 0; j < i; j++)
		if (str_eq(b->keys[j].text, b->keys[i].text))
			return &b->keys[j];
	return &b->keys[i];
}

bool builder_unique(struct arena *arena, const struct builder *b, struct diags *diags)
{
	struct map seen = map_new(arena);
	bool unique = true;
	for (size_t i = 0; i < b->count; i++) {
		const struct value *first = first_of(b->count > 16 ? &seen : NULL, b, i);
		if (first == &b->keys[i])
			continue;
		diag_add(diags, DIAG_ERROR, b->keys[i].place, "keep one of the two",
		         "the key \"%s\" is given more than once, first in line %d", b->keys[i].text,
		         first->place.line);
		unique = false;
	}
	return unique;
}

bool builder_rune_ok(uint32_t rune, struct place place, struct diags *diags)
{
	if (rune && utf8_is_fit(rune))
		return true;
	if (utf8_is_direction(rune))
		diag_add(diags, DIAG_ERROR, place, "remove it",
		         "the character U+%04X is not allowed in text: unseen, it changes the order of what is read",
		         (unsigned)rune);
	else
		diag_add(diags, DIAG_ERROR, place, "remove it", "the character U+%04X is not allowed in text",
		         (unsigned)rune);
	return false;
}
