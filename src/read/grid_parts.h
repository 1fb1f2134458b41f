/* grid_parts.h: a grid as dense rows and columns, on the way to a table. Private to grid_*.c. */
#ifndef READ_GRID_PARTS_H
#define READ_GRID_PARTS_H

#include "read/grid.h"

struct layout {
	struct arena *arena;
	struct grid *grid;
	struct diags *diags;
	uint32_t *rows, *columns; /* numbers of those that hold anything and are shown, ascending */
	size_t n_rows, n_columns;
	bool *gaps;                  /* by row: an empty row is shown above it */
	const struct grid_cell **at; /* row by row; NULL: empty; what a merged cell covers points to it */
};

static inline const struct grid_cell *layout_cell(const struct layout *l, size_t row, size_t column)
{
	return l->at[row * l->n_columns + column];
}

/* How many cells there are in a row, one that covers several counted once. */
size_t layout_count(const struct layout *l, size_t row);

/* Everything in the window that is shown. False with a diagnostic. */
bool layout_make(struct layout *l, struct range window);

/* Only the rows from first to before last, and the columns that hold anything in them. */
void layout_keep(struct layout *l, size_t first, size_t last);

/* Leaves the one table that is there; what stands around it is noted. False with a diagnostic if there are several. */
bool layout_find_table(struct layout *l);

/* How many rows at the top are its head. */
size_t layout_head(const struct layout *l);

#endif
