#include "read/grid_parts.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#include <string.h>

struct writing {
	const struct layout *l;
	struct strbuf csv;
	struct line_cell *cells;
	size_t n_cells;
	struct lines_cursor cursor; /* in a text file */
	struct place place;         /* of the last cell */
	bool ok;
};

/* An empty cell of a text file lies nowhere: it is told by the cell before it. */
static struct place place_of(struct writing *w, size_t row, size_t column)
{
	const struct layout *l = w->l;
	const struct grid_cell *cell = layout_cell(l, row, column);
	if (!l->grid->lines)
		w->place = place_cell(l->grid->name, (int)l->rows[row] + 1, (int)l->columns[column] + 1);
	else if (cell)
		w->place = lines_move(&w->cursor, cell->at);
	return w->place;
}

static void add_cell(struct writing *w, size_t column, const char *text, struct place place)
{
	bool quote = text[strcspn(text, ",\"\n")] || (!*text && w->l->n_columns == 1);
	if (column)
		strbuf_add(&w->csv, ",");
	w->cells[w->n_cells++] = (struct line_cell){ (uint32_t)w->csv.n, place.line, place.column };
	if (!quote) {
		strbuf_add(&w->csv, text);
		return;
	}
	strbuf_add(&w->csv, "\"");
	for (const char *p = text; *p; p++)
		strbuf_addn(&w->csv, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
	strbuf_add(&w->csv, "\"");
}

/* ---- the head ---- */

/* "MMLU / acc" of the cells above one another; "column C" where there is nothing. */
static const char *head_of(const struct layout *l, size_t head, size_t column)
{
	struct strbuf b = strbuf_new(l->arena);
	for (size_t r = 0; r < head; r++) {
		const struct grid_cell *cell = layout_cell(l, r, column);
		if (cell && *cell->text && !(r && cell == layout_cell(l, r - 1, column)))
			strbuf_addf(&b, "%s%s", b.n ? " / " : "", str_one_line(l->arena, cell->text));
	}
	if (b.n)
		return b.s;
	if (l->grid->lines)
		return arena_printf(l->arena, "column %u", l->columns[column] + 1);
	return arena_printf(l->arena, "column %s", range_column(l->arena, l->columns[column]));
}

static void write_head(struct writing *w, size_t head)
{
	const struct layout *l = w->l;
	struct map seen = map_new(l->arena);
	for (size_t c = 0; c < l->n_columns; c++) {
		const char *name = head_of(l, head, c);
		while (map_find(&seen, name))
			name = arena_printf(l->arena, "%s (column %s)", name, range_column(l->arena, l->columns[c]));
		map_put(&seen, name, l->grid);
		add_cell(w, c, name, place_of(w, head - 1, c));
	}
	strbuf_add(&w->csv, "\n");
}

/* ---- the rows ---- */

/* Said once, also of a cell that covers others. */
static void report_fault(struct writing *w, const struct grid_cell *cell, bool own)
{
	const struct layout *l = w->l;
	switch (cell->fault) {
	case GRID_FINE:
		return;
	case GRID_UNCOMPUTED:
		w->ok = false;
		if (own)
			diag_add(l->diags, DIAG_ERROR, grid_place(l->grid, cell),
			         "open the file in a spreadsheet program and save it there",
			         "the file has no value for the formula in this cell");
		return;
	case GRID_BROKEN:
		if (own)
			diag_add(l->diags, DIAG_WARNING, grid_place(l->grid, cell), "correct the formula",
			         "the formula in this cell has failed: its value is missing");
		return;
	}
}

/* "Open models" across the whole table: it divides the rows, and is none. */
static bool is_divider(const struct layout *l, size_t row)
{
	const struct grid_cell *first = layout_cell(l, row, 0);
	return l->n_columns > 1 && first && layout_count(l, row) == 1 && first == layout_cell(l, row, l->n_columns - 1);
}

static void note_dividers(const struct layout *l, const struct grid_cell *first, size_t count)
{
	if (count)
		diag_add(l->diags, DIAG_NOTE, grid_place(l->grid, first), NULL,
		         "left out: %zu row%s of one merged cell (\"%s\")", count, count == 1 ? "" : "s",
		         str_one_line(diags_arena(l->diags), first->text));
}

static void write_row(struct writing *w, size_t row)
{
	const struct layout *l = w->l;
	for (size_t c = 0; c < l->n_columns; c++) {
		const struct grid_cell *cell = layout_cell(l, row, c);
		if (cell)
			report_fault(w, cell, cell->row == l->rows[row] && cell->column == l->columns[c]);
		add_cell(w, c, cell ? cell->text : "", place_of(w, row, c));
	}
	strbuf_add(&w->csv, "\n");
}

static void write_rows(struct writing *w, size_t head)
{
	const struct layout *l = w->l;
	const struct grid_cell *divider = NULL;
	size_t dividers = 0;
	for (size_t r = head; r < l->n_rows && w->csv.n <= GRID_BYTES_MAX; r++)
		if (!is_divider(l, r)) {
			write_row(w, r);
		} else if (dividers++ == 0) {
			divider = layout_cell(l, r, 0);
		}
	note_dividers(l, divider, dividers);
}

static struct table *write_table(struct layout *l, struct arena *keep)
{
	size_t head = layout_head(l);
	struct writing w = { .l = l, .csv = strbuf_new(keep), .ok = true };
	w.cells = arena_alloc(keep, (l->n_rows - head + 1) * l->n_columns, sizeof *w.cells);
	if (l->grid->lines)
		w.cursor = lines_cursor_at(l->grid->lines, 0);
	write_head(&w, head);
	write_rows(&w, head);
	if (w.csv.n > GRID_BYTES_MAX) {
		diag_add(l->diags, DIAG_ERROR, place_file(l->grid->name), "name a range",
		         "the texts are longer than %d MB, the most that is read", GRID_BYTES_MAX >> 20);
		return NULL;
	}
	const struct bytes bytes = { .data = w.csv.s, .size = w.csv.n };
	return w.ok ? table_read_cells(l->arena, keep, arena_strdup(keep, l->grid->name), bytes, w.cells, w.n_cells,
	                               l->diags)
	            : NULL;
}

struct table *grid_table(struct arena *arena, struct arena *keep, struct grid *grid, const struct range *range,
                         struct diags *diags)
{
	static const struct range all = { 0, 0, RANGE_LAST_ROW, RANGE_LAST_COLUMN };
	struct layout l = { .arena = arena, .grid = grid, .diags = diags };
	if (grid->failed || !layout_make(&l, range ? *range : all))
		return NULL;
	if (!l.n_rows) {
		diag_add(diags, DIAG_ERROR, place_file(grid->name), NULL,
		         range ? "there are no cells in this range" : "this is empty");
		return NULL;
	}
	if (!range && !layout_find_table(&l))
		return NULL;
	if (grid->n_struck)
		diag_add(diags, DIAG_NOTE, grid->struck, NULL, "left out: what is struck out in %zu cell%s",
		         grid->n_struck, grid->n_struck == 1 ? "" : "s, of which this is the first");
	return write_table(&l, keep);
}
