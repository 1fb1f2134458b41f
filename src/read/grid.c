#include "read/grid.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/builder.h"

#include <string.h>

struct grid *grid_new(struct arena *arena, const char *name, struct diags *diags)
{
	struct grid *grid = arena_alloc(arena, 1, sizeof *grid);
	grid->arena = arena;
	grid->diags = diags;
	grid->name = name;
	return grid;
}

static void fail(struct grid *grid, struct place place, size_t most, const char *what)
{
	if (!grid->failed)
		diag_add(grid->diags, DIAG_ERROR, place, "name a range, or split the table",
		         "there are more than %zu %s, the most that are read", most, what);
	grid->failed = true;
}

struct place grid_place(const struct grid *grid, const struct grid_cell *cell)
{
	if (grid->lines)
		return lines_place(grid->lines, cell->at);
	return place_cell(grid->name, (int)cell->row + 1, (int)cell->column + 1);
}

static bool is_space(const char *s, size_t n, size_t *length)
{
	*length = 1;
	if (n && strchr(" \t\r\n", *s) && *s)
		return true;
	*length = 2;
	return n >= 2 && memcmp(s, "\xc2\xa0", 2) == 0;
}

/* Also no-break spaces, which pages and sheets are full of. */
static void trim(const char **s, size_t *n)
{
	size_t length;
	while (is_space(*s, *n, &length)) {
		*s += length;
		*n -= length;
	}
	while (*n) {
		size_t last = *n >= 2 && memcmp(*s + *n - 2, "\xc2\xa0", 2) == 0 ? 2 : 1;
		if (!is_space(*s + *n - last, last, &length))
			return;
		*n -= last;
	}
}

/* A copy with lines that end in LF; every character is one that text may have. */
static const char *cleaned(struct grid *grid, const struct grid_cell *cell, const char *s, size_t n)
{
	char *text = arena_strndup(grid->arena, s, n), *to = text;
	for (const char *p = text; *p; p++)
		if (*p != '\r')
			*to++ = *p;
		else if (p[1] != '\n')
			*to++ = '\n';
	*to = '\0';
	for (const char *p = text; *p;)
		if ((unsigned char)*p >= 0x20 && (unsigned char)*p < 0x7f) {
			p++;
		} else {
			uint32_t rune = utf8_next(&p);
			if (rune != '\n' && rune != '\t' && !utf8_is_fit(rune)) {
				grid->failed = !builder_rune_ok(rune, grid_place(grid, cell), grid->diags);
				break;
			}
		}
	return text;
}

void grid_put(struct grid *grid, const struct grid_cell *cell)
{
	const char *s = cell->text;
	size_t n = strlen(s);
	trim(&s, &n);
	if (cell->struck && !grid->n_struck++)
		grid->struck = grid_place(grid, cell);
	if ((!n && cell->fault == GRID_FINE) || grid->failed)
		return;
	if (cell->row >= GRID_ROWS_MAX)
		fail(grid, place_file(grid->name), GRID_ROWS_MAX, "rows");
	else if (cell->column >= GRID_COLUMNS_MAX)
		fail(grid, place_file(grid->name), GRID_COLUMNS_MAX, "columns");
	else if (grid->n_cells >= GRID_CELLS_MAX)
		fail(grid, place_file(grid->name), GRID_CELLS_MAX, "cells");
	else if (n > GRID_TEXT_MAX)
		fail(grid, grid_place(grid, cell), GRID_TEXT_MAX, "bytes in one cell");
	else if (n > GRID_BYTES_MAX - grid->n_bytes)
		fail(grid, place_file(grid->name), GRID_BYTES_MAX, "bytes of text");
	if (grid->failed)
		return;
	grid->cells = arena_grow(grid->arena, grid->cells, &grid->cells_room, grid->n_cells, sizeof *grid->cells);
	struct grid_cell *mine = &grid->cells[grid->n_cells++];
	*mine = *cell;
	grid->n_bytes += n;
	mine->text = cleaned(grid, cell, s, n);
}

void grid_span(struct grid *grid, struct range span)
{
	if (span.top == span.bottom && span.left == span.right)
		return;
	if (grid->n_spans >= GRID_SPANS_MAX) {
		fail(grid, place_file(grid->name), GRID_SPANS_MAX, "merged cells");
		return;
	}
	grid->spans = arena_grow(grid->arena, grid->spans, &grid->spans_room, grid->n_spans, sizeof *grid->spans);
	grid->spans[grid->n_spans++] = span;
}

void grid_hide(struct grid *grid, struct range lines)
{
	struct range *last = grid->n_hidden ? &grid->hidden[grid->n_hidden - 1] : NULL;
	if (last && last->left == lines.left && last->right == lines.right && last->bottom + 1 == lines.top) {
		last->bottom = lines.bottom; /* the rows after those before */
		return;
	}
	grid->hidden = arena_grow(grid->arena, grid->hidden, &grid->hidden_room, grid->n_hidden, sizeof *grid->hidden);
	grid->hidden[grid->n_hidden++] = lines;
}

void grid_size(const struct grid *grid, size_t *rows, size_t *columns)
{
	struct range r = { UINT32_MAX, UINT32_MAX, 0, 0 };
	for (size_t i = 0; i < grid->n_cells; i++) {
		const struct grid_cell *cell = &grid->cells[i];
		r.top = cell->row < r.top ? cell->row : r.top;
		r.left = cell->column < r.left ? cell->column : r.left;
		r.bottom = cell->row > r.bottom ? cell->row : r.bottom;
		r.right = cell->column > r.right ? cell->column : r.right;
	}
	*rows = grid->n_cells ? r.bottom - r.top + 1 : 0;
	*columns = grid->n_cells ? r.right - r.left + 1 : 0;
}
