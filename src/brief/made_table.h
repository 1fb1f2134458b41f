/* made_table.h: tables that are made cell by cell. Private to brief/. */
#ifndef BRIEF_MADE_TABLE_H
#define BRIEF_MADE_TABLE_H

#include "brief/reading.h"

struct made_table {
	struct reading *r;
	struct block *block;
	enum cell_align *aligns;
	struct block_cell *heads, *cells;
	size_t n_cells, room;
};

struct made_table made_table_new(struct reading *r, struct place place, size_t columns);
void made_table_head(struct made_table *t, size_t column, enum word word, enum cell_align align);
void made_table_cell(struct made_table *t, const char *text, enum cell_tone tone);
void made_table_add(struct made_table *t, struct block *into);

void made_paragraph(struct reading *r, struct place place, const char *text, struct block *into);

/* As published: "42.8%", "58 million". */
char *made_value(struct reading *r, const struct measurement *measurement);

#endif
