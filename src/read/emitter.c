#include "read/emitter.h"

#include "base/arena.h"

enum { CHUNK = 1 << 16, ITEMS = 1 << 18 };

struct emitter emitter_new(struct arena *arena, struct emit_sink sink)
{
	return (struct emitter){ strbuf_new(arena), sink, arena, arena_new_below(arena) };
}

static void flush(struct emitter *e)
{
	e->sink.write(e->sink.closure, e->text.s, e->text.n);
	e->text.n = 0;
}

struct value emitter_item(struct emitter *e, const struct value *list, size_t i)
{
	if (e->sink.write && e->text.n > CHUNK)
		flush(e);
	if (!list->items && arena_used(e->items) > ITEMS) {
		arena_free(e->items);
		e->items = arena_new_below(e->parent);
	}
	return value_item(list, i, e->items);
}

char *emitter_finish(struct emitter *e)
{
	arena_free(e->items);
	if (!e->sink.write)
		return e->text.s;
	if (e->text.n)
		flush(e);
	return NULL;
}
