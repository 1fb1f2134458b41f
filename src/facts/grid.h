/* grid.h: several models on several benchmarks: a standing per benchmark, a row per model, a cell for each pair. */
#ifndef FACTS_GRID_H
#define FACTS_GRID_H

#include "facts/standing.h"

struct grid {
	const struct standing **columns;
	size_t n_columns;
	const struct variant **rows; /* by the share of comparisons won, best first; with one column in its order */
	size_t n_rows;
	const struct standing_row **cells; /* [row * n_columns + column], never NULL; chosen is NULL where missing */
};

static inline const struct standing_row *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return grid->cells[row * grid->n_columns + column];
}

/* only: the variants to keep, in any order, or NULL for every one that was measured on any of the benchmarks. NULL
 * after errors, as standing_of. */
const struct grid *grid_of(struct arena *arena, const struct dataset *dataset,
                           const struct benchmark *const *benchmarks, size_t n_benchmarks,
                           const struct variant *const *only, size_t n_only, struct diags *diags);

#endif
