#include "read/grid_parts.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN = 1, HIDDEN = 2, USED = 4 };

size_t layout_count(const struct layout *l, size_t row)
{
	size_t count = 0;
	for (size_t c = 0; c < l->n_columns; c++) {
		const struct grid_cell *cell = layout_cell(l, row, c);
		count += cell && (!c || cell != layout_cell(l, row, c - 1));
	}
	return count;
}

static int compare(const void *a, const void *b)
{
	const struct grid_cell *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

static bool sort_cells(struct layout *l)
{
	struct grid *grid = l->grid;
	bool sorted = true, ok = true;
	for (size_t i = 1; i < grid->n_cells && sorted; i++)
		sorted = compare(&grid->cells[i - 1], &grid->cells[i]) <= 0;
	if (!sorted)
		qsort(grid->cells, grid->n_cells, sizeof *grid->cells, compare);
	for (size_t i = 1; i < grid->n_cells; i++)
		if (compare(&grid->cells[i - 1], &grid->cells[i]) == 0) {
			diag_add(l->diags, DIAG_ERROR, grid_place(grid, &grid->cells[i]), NULL,
			         "the file gives this cell twice");
			ok = false;
		}
	return ok;
}

/* ---- what is shown ---- */

struct shown { /* by number: SHOWN or HIDDEN, and USED if it holds a cell of the window */
	unsigned char *rows, *columns;
	uint32_t n_rows, n_columns;
};

static struct shown shown_of(struct arena *arena, const struct grid *grid)
{
	struct shown shown = { 0 };
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		shown.n_rows = cell->row >= shown.n_rows ? cell->row + 1 : shown.n_rows;
		shown.n_columns = cell->column >= shown.n_columns ? cell->column + 1 : shown.n_columns;
	}
	shown.rows = arena_alloc(arena, shown.n_rows + 1, 1);
	shown.columns = arena_alloc(arena, shown.n_columns + 1, 1);
	memset(shown.rows, SHOWN, shown.n_rows);
	memset(shown.columns, SHOWN, shown.n_columns);
	return shown;
}

static void mark_hidden(const struct shown *shown, const struct grid *grid)
{
	for (size_t i = 0; i < grid->n_hidden; i++) {
		struct range h = grid->hidden[i];
		if (h.top == 0 && h.bottom == RANGE_LAST_ROW)
			for (uint32_t column = h.left; column <= h.right && column < shown->n_columns; column++)
				shown->columns[column] = HIDDEN;
		else
			for (uint32_t row = h.top; row <= h.bottom && row < shown->n_rows; row++)
				shown->rows[row] = HIDDEN;
	}
}

static size_t count_marks(const unsigned char *marks, size_t n, int mark)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += marks[i] == mark;
	return count;
}

static uint32_t *numbers(struct arena *arena, const unsigned char *marks, size_t n, size_t *count)
{
	size_t used = 0;
	*count = count_marks(marks, n, SHOWN | USED);
	uint32_t *list = arena_alloc(arena, *count + 1, sizeof *list);
	for (size_t i = 0; i < n; i++)
		if (marks[i] == (SHOWN | USED))
			list[used++] = (uint32_t)i;
	return list;
}

static bool *gaps_of(const struct layout *l, const struct shown *shown)
{
	bool *gaps = arena_alloc(l->arena, l->n_rows + 1, sizeof *gaps);
	for (size_t i = 1; i < l->n_rows; i++)
		for (uint32_t row = l->rows[i - 1] + 1; row < l->rows[i] && !gaps[i]; row++)
			gaps[i] = shown->rows[row] == SHOWN;
	return gaps;
}

static void note_hidden(const struct layout *l, const struct shown *shown)
{
	size_t rows = count_marks(shown->rows, shown->n_rows, HIDDEN | USED);
	size_t columns = count_marks(shown->columns, shown->n_columns, HIDDEN | USED);
	static const char hint[] = "show them in the spreadsheet to have them read";
	if (rows)
		diag_add(l->diags, DIAG_NOTE, place_file(l->grid->name), hint, "left out: %zu hidden row%s", rows,
		         rows == 1 ? "" : "s");
	if (columns)
		diag_add(l->diags, DIAG_NOTE, place_file(l->grid->name), hint, "left out: %zu hidden column%s", columns,
		         columns == 1 ? "" : "s");
}

/* The index of the first number that is not below this one. */
static size_t index_of(const uint32_t *list, size_t count, uint32_t number)
{
	size_t low = 0;
	for (size_t high = count; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (list[middle] < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void place_cells(struct layout *l, struct range window, const struct shown *shown)
{
	for (size_t i = 0, row = 0; i < l->grid->n_cells; i++) {
		const struct grid_cell *cell = &l->grid->cells[i];
		if (!range_has(window, cell->row, cell->column) || shown->rows[cell->row] & HIDDEN ||
		    shown->columns[cell->column] & HIDDEN)
			continue;
		while (l->rows[row] < cell->row)
			row++;
		l->at[row * l->n_columns + index_of(l->columns, l->n_columns, cell->column)] = cell;
	}
}

static const struct grid_cell *find_cell(const struct grid *grid, uint32_t row, uint32_t column)
{
	const struct grid_cell wanted = { .row = row, .column = column };
	return grid->n_cells ? bsearch(&wanted, grid->cells, grid->n_cells, sizeof *grid->cells, compare) : NULL;
}

/* False if merged cells cover more than there may be. */
static bool fill_spans(struct layout *l)
{
	size_t covered = 0;
	for (size_t i = 0; i < l->grid->n_spans; i++) {
		struct range span = l->grid->spans[i];
		const struct grid_cell *anchor = find_cell(l->grid, span.top, span.left);
		if (!anchor)
			continue;
		size_t left = index_of(l->columns, l->n_columns, span.left);
		for (size_t r = index_of(l->rows, l->n_rows, span.top); r < l->n_rows && l->rows[r] <= span.bottom; r++)
			for (size_t c = left; c < l->n_columns && l->columns[c] <= span.right; c++) {
				l->at[r * l->n_columns + c] = anchor;
				if (++covered > GRID_CELLS_MAX)
					return false;
			}
	}
	return true;
}

static bool too_many(const struct layout *l)
{
	diag_add(l->diags, DIAG_ERROR, place_file(l->grid->name), "name a range",
	         "with the empty and the merged ones there are more than %d cells, the most that are read",
	         GRID_CELLS_MAX);
	return false;
}

bool layout_make(struct layout *l, struct range window)
{
	struct arena *scratch = arena_new_below(l->arena);
	const struct shown made = shown_of(scratch, l->grid), *shown = &made;
	bool ok = sort_cells(l);
	mark_hidden(shown, l->grid);
	for (size_t i = 0; i < l->grid->n_cells; i++) {
		const struct grid_cell *cell = &l->grid->cells[i];
		if (!range_has(window, cell->row, cell->column))
			continue;
		unsigned char *row = &shown->rows[cell->row], *column = &shown->columns[cell->column];
		if (*column & SHOWN) /* a hidden column shows no row */
			*row |= USED;
		if (*row & SHOWN)
			*column |= USED;
	}
	note_hidden(l, shown);
	l->rows = numbers(l->arena, shown->rows, shown->n_rows, &l->n_rows);
	l->gaps = gaps_of(l, shown);
	l->columns = numbers(l->arena, shown->columns, shown->n_columns, &l->n_columns);
	ok = ok && (!l->n_columns || l->n_rows <= GRID_CELLS_MAX / l->n_columns || too_many(l));
	if (ok) {
		l->at = arena_alloc(l->arena, l->n_rows * l->n_columns + 1, sizeof *l->at);
		place_cells(l, window, shown);
		ok = fill_spans(l) || too_many(l);
	}
	arena_free(scratch);
	return ok;
}

void layout_keep(struct layout *l, size_t first, size_t last)
{
	size_t width = 0, to = 0;
	bool *used = arena_alloc(l->arena, l->n_columns + 1, sizeof *used);
	for (size_t r = first; r < last; r++)
		for (size_t c = 0; c < l->n_columns; c++)
			used[c] |= layout_cell(l, r, c) != NULL;
	for (size_t r = first; r < last; r++) /* never ahead of what is read */
		for (size_t c = 0; c < l->n_columns; c++)
			if (used[c])
				l->at[to++] = layout_cell(l, r, c);
	for (size_t c = 0; c < l->n_columns; c++)
		if (used[c])
			l->columns[width++] = l->columns[c];
	l->n_columns = width;
	l->rows += first;
	l->n_rows = last - first;
}
