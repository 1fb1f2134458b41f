#include "base/arena.h"
#include "brief/galley_parts.h"

struct galley galley_trial(const struct galley *g, const struct paper *paper, struct arena *arena)
{
	struct galley t = *g;
	t.arena = t.boxes_arena = arena;
	t.notes = arena_alloc(arena, g->briefing->n_notes + 1, sizeof(*t.notes));
	t.marked = arena_alloc(arena, g->briefing->n_notes + 1, sizeof(*t.marked));
	t.tag = NULL;
	t.diags = diags_new(arena);
	t.boxes = NULL;
	t.n_boxes = t.room = 0;
	t.headings = NULL;
	t.n_headings = t.headings_room = t.n_pending = 0;
	t.air = 0;
	t.before = NULL;
	t.paper = paper;
	t.x = 0;
	t.width = paper->measure;
	return t;
}
