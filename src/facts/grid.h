/* grid.h: several models on several benchmarks: a standing per benchmark, a row per model, a cell for each pair. */
#ifndef FACTS_GRID_H
#define FACTS_GRID_H

#include "facts/standing.h"

struct grid {
	const struct standing **columns;
	size_t n_columns;
	const size_t *alike;         /* by column: the first that is measured alike (benchmark_alike) */
	const size_t *withheld;      /* by column: claims that are left out (facts/withheld.h) of who was asked for */
	size_t n_rows, n_variants;   /* n_variants: of the dataset */
	const struct variant **rows; /* asked for by grid_variant; and by grid_cell: */
	const struct standing_row **cells; /* [row * n_columns + column]. NULL, as rows: those of the only column */
};

/* Rows stand by the share of comparisons won, best first; where there are none, as in the first column. */
static inline const struct variant *grid_variant(const struct grid *grid, size_t row)
{
	return grid->rows ? grid->rows[row] : grid->columns[0]->rows[row].variant;
}

/* Never NULL. */
static inline const struct standing_row *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return grid->cells ? grid->cells[row * grid->n_columns + column] : &grid->columns[0]->rows[row];
}

/* only: the variants to keep, in any order, or NULL for every one that was measured on any of the benchmarks. Whoever
 * has nothing but claims that are left out has no row. NULL after errors, as standing_of. */
const struct grid *grid_of(struct arena *arena, const struct dataset *dataset,
                           const struct benchmark *const *benchmarks, size_t n_benchmarks,
                           const struct variant *const *only, size_t n_only, struct diags *diags);

/* Prints its values with so many decimals at most. False after an error at place: none of them has as many, or two that
 * rank differently would be printed alike, or one as zero. */
bool grid_limit_digits(const struct grid *grid, int decimals, struct place place, struct diags *diags);

/* Prints amounts that all are written in full, and reach a million, with a word and fewer digits: 7,368,188 as 7.4
 * million. As few digits as leave no zero and tell apart what each row adds up to; where two do not, all stay in full.
 * decimals: so many, if not negative. */
void grid_count_in_words(struct arena *arena, const struct grid *grid, int decimals);

/* The first of the rows that grid_of makes, *n of them. Of one benchmark those with a value, and whoever shares
 * the rank or the value of the last, so that no name decides who is left out; else at most most. NULL after errors. */
const struct variant *const *grid_top(struct arena *arena, const struct dataset *dataset,
                                      const struct benchmark *const *benchmarks, size_t n_benchmarks,
                                      const struct variant *const *only, size_t n_only, size_t most, size_t *n,
                                      struct diags *diags);

/* The same grid with all its rows in this order; its standings stay as they are. */
const struct grid *grid_in_order(struct arena *arena, const struct grid *grid, const size_t *rows);

/* The part of a grid that these rows and columns make, in this order. Its standings have only the rows of the part,
 * with the ranks that they have among all; what a standing says of all (digits, that all are claims, who is absent)
 * stays. */
const struct grid *grid_part(struct arena *arena, const struct grid *grid, const size_t *rows, size_t n_rows,
                             const size_t *columns, size_t n_columns);

#endif
