#include "brief/speech.h"

#include "base/arena.h"

void speech_add(struct arena *arena, struct slide_speech *speech, const struct block *block)
{
	speech->items = arena_grow(arena, speech->items, &speech->room, speech->n, sizeof *speech->items);
	speech->items[speech->n++] = block;
}

void speech_add_all(struct arena *arena, struct slide_speech *speech, const struct slide_speech *more)
{
	for (size_t i = 0; i < more->n; i++)
		speech_add(arena, speech, more->items[i]);
}
