/* table_builder.h: a table that is put together cell by cell, row by row. Private to brief/. */
#ifndef BRIEF_TABLE_BUILDER_H
#define BRIEF_TABLE_BUILDER_H

#include "brief/block.h"

struct table_builder {
	struct arena *arena;
	struct block *block;
	enum cell_align *aligns;
	struct block_cell *heads, *cells;
	size_t n_cells, room;
};

/* All heads empty, all columns aligned left; the first `keys` columns tell its rows apart. */
struct table_builder table_builder_new(struct arena *arena, struct place place, size_t columns, size_t keys);
void table_builder_head(struct table_builder *t, size_t column, const char *text, enum cell_align align);

/* The next cell: from left to right, row after row. */
void table_builder_add(struct table_builder *t, const char *text, enum cell_tone tone);

/* Sets the mark of the last cell. */
void table_builder_mark(struct table_builder *t, enum cell_mark mark);

/* Sets what the last cell rests on. */
void table_builder_bases(struct table_builder *t, const struct cell_basis *bases, size_t n);

/* The table, when its last row is full. */
struct block *table_builder_done(struct table_builder *t);

#endif
