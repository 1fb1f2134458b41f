#include "brief/block.h"

#include "base/arena.h"

struct block *block_new(struct arena *arena, enum block_kind kind, struct place place)
{
	struct block *block = arena_alloc(arena, 1, sizeof *block);
	block->kind = kind;
	block->place = place;
	return block;
}

/* The room doubles from 8 on, so that it need not be stored: the list is full when its length is a power of two. */
void block_add(struct arena *arena, struct block *into, struct block *item)
{
	size_t room = 8;
	while (room < into->n_items)
		room *= 2;
	if (into->n_items == 0 || into->n_items == room) {
		struct block **items = arena_alloc(arena, into->n_items ? 2 * room : room, sizeof *items);
		for (size_t i = 0; i < into->n_items; i++)
			items[i] = into->items[i];
		into->items = items;
	}
	into->items[into->n_items++] = item;
}

void block_add_words(struct arena *arena, struct block *into, struct place place, const char *words)
{
	struct block *block = block_new(arena, BLOCK_PARAGRAPH, place);
	block->text = rich_plain(arena, words);
	block_add(arena, into, block);
}
