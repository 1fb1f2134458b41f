#include "brief/table_builder.h"

#include "base/arena.h"

struct table_builder table_builder_new(struct arena *arena, struct place place, size_t columns, size_t keys)
{
	struct table_builder t = { .arena = arena, .block = block_new(arena, BLOCK_TABLE, place) };
	t.block->table.n_columns = columns;
	t.block->table.n_keys = keys;
	t.aligns = arena_alloc(arena, columns, sizeof *t.aligns);
	t.heads = arena_alloc(arena, columns, sizeof *t.heads);
	for (size_t i = 0; i < columns; i++)
		t.heads[i].text = rich_plain(arena, "");
	t.block->table.aligns = t.aligns;
	t.block->table.heads = t.heads;
	return t;
}

void table_builder_head(struct table_builder *t, size_t column, const char *text, enum cell_align align)
{
	t->heads[column].text = rich_plain(t->arena, text);
	t->aligns[column] = align;
}

void table_builder_add(struct table_builder *t, const char *text, enum cell_tone tone)
{
	t->cells = arena_grow(t->arena, t->cells, &t->room, t->n_cells, sizeof *t->cells);
	t->cells[t->n_cells++] = (struct block_cell){ .text = rich_plain(t->arena, text), .tone = tone };
}

void table_builder_mark(struct table_builder *t, enum cell_mark mark)
{
	t->cells[t->n_cells - 1].mark = mark;
}

void table_builder_bases(struct table_builder *t, const struct cell_basis *bases, size_t n)
{
	t->cells[t->n_cells - 1].bases = bases;
	t->cells[t->n_cells - 1].n_bases = n;
}

struct block *table_builder_done(struct table_builder *t)
{
	struct block_table *table = &t->block->table;
	table->cells = t->cells;
	table->n_rows = t->n_cells / table->n_columns;
	return t->block;
}
