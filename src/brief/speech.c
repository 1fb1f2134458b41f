#include "brief/speech.h"

#include "base/arena.h"
#include "base/str.h"
#include "brief/block.h"

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

struct said {
	struct arena *arena;
	const char **texts;
	size_t n, room;
};

static void say(struct said *s, const struct block *block)
{
	if (block->kind == BLOCK_HEADING) /* it is on the slide */
		return;
	if (block->text.text && *block->text.text) {
		s->texts = arena_grow(s->arena, s->texts, &s->room, s->n, sizeof *s->texts);
		s->texts[s->n++] = str_one_line(s->arena, block->text.text);
	}
	for (size_t i = 0; i < block->n_items; i++)
		say(s, block->items[i]);
}

const char *const *speech_paragraphs(struct arena *arena, const struct slide_speech *speech, size_t *n)
{
	struct said s = { .arena = arena };
	for (size_t i = 0; i < speech->n; i++)
		say(&s, speech->items[i]);
	*n = s.n;
	return s.texts;
}
