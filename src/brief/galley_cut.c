/* Tables that a slide has no room for: the first rows stay, the rest goes to the appendix. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"
#include "words/number.h"

struct block *galley_rows(struct galley *g, const struct block *table, size_t from, size_t to)
{
	const struct language *l = g->briefing->front->language;
	struct block *part = arena_alloc(g->arena, 1, sizeof *part);
	size_t left = table->table.n_rows - to;
	*part = *table;
	part->table.cells += from * table->table.n_columns;
	part->table.n_rows = to - from;
	if (!left)
		return part;
	const char *more = words_fill(g->arena, l, WORD_ROWS_IN_APPENDIX, "n", number_plain(g->arena, l, left), NULL);
	part->table.note = table->table.note ? arena_printf(g->arena, "%s %s.", table->table.note, more)
	                                     : arena_printf(g->arena, "%s.", more);
	return part;
}

struct block *galley_heading_of_rest(struct galley *g, const struct block *heading)
{
	struct block *rest = arena_alloc(g->arena, 1, sizeof *rest);
	*rest = *heading;
	rest->part = false;
	rest->level = 2;
	rest->anchor = arena_printf(g->arena, "%s-rest", heading->anchor);
	rest->text = (struct rich){ .text = words_fill(g->arena, g->briefing->front->language, WORD_CONTINUED, "what",
		                                       heading->text.text, NULL) };
	return rest;
}
