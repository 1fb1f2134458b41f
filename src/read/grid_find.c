/* Where in a sheet the table lies: people write titles above it and notes below it. */
#include "read/grid_parts.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

struct block {              /* rows without an empty one between them */
	size_t first, last; /* last: past it */
};

/* The block that starts at a row. In a text file a table has no empty lines. */
static struct block block_at(const struct layout *l, size_t first)
{
	size_t last = first + 1;
	while (last < l->n_rows && (l->grid->lines || !l->gaps[last]))
		last++;
	return (struct block){ first, last };
}

static bool is_table(const struct layout *l, struct block block)
{
	size_t rows = 0;
	for (size_t r = block.first; r < block.last && rows < 2; r++)
		rows += layout_count(l, r) > 1;
	return rows > 1;
}

static const char *rows_text(const struct layout *l, size_t first, size_t last)
{
	struct arena *arena = diags_arena(l->diags);
	uint32_t from = l->rows[first] + 1, to = l->rows[last - 1] + 1;
	return from == to ? arena_printf(arena, "row %u, which stands", from)
	                  : arena_printf(arena, "rows %u to %u, which stand", from, to);
}

static void note_rows(const struct layout *l, size_t first, size_t last, const char *where)
{
	if (first < last)
		diag_add(l->diags, DIAG_NOTE, place_file(l->grid->name), NULL, "left out: %s %s the table",
		         rows_text(l, first, last), where);
}

static const char *selector(const struct layout *l, size_t first, size_t last)
{
	struct arena *arena = diags_arena(l->diags);
	struct range range = { l->rows[first], l->columns[0], l->rows[last - 1], l->columns[l->n_columns - 1] };
	return arena_printf(arena, "%s!%s", l->grid->name, range_text(arena, range));
}

static bool report_several(const struct layout *l, struct block first, struct block second)
{
	diag_add(l->diags, DIAG_ERROR, place_file(l->grid->name),
	         arena_printf(diags_arena(l->diags), "name one: '%s' or '%s'; or all rows: '%s'",
	                      selector(l, first.first, first.last), selector(l, second.first, second.last),
	                      selector(l, first.first, l->n_rows)),
	         "there are several tables, with empty rows between them");
	return false;
}

bool layout_find_table(struct layout *l)
{
	struct block found = { 0 }, block;
	for (size_t r = 0; r < l->n_rows; r = block.last) {
		block = block_at(l, r);
		if (!is_table(l, block))
			continue;
		if (found.last)
			return report_several(l, found, block);
		found = block;
	}
	if (!found.last)
		found.last = l->n_rows;
	size_t end = found.last;
	while (!l->grid->lines && end > found.first + 1 && layout_count(l, end - 1) < 2 && l->n_columns > 1)
		end--;
	while (found.first + 1 < end && layout_count(l, found.first) < 2 && l->n_columns > 1)
		found.first++;
	note_rows(l, 0, found.first, "above");
	note_rows(l, end, l->n_rows, "below");
	layout_keep(l, found.first, end);
	return true;
}

/* ---- the head ---- */

static bool is_number(const struct grid_cell *cell)
{
	char text[64];
	double number;
	size_t n = strlen(cell->text);
	if (n && cell->text[n - 1] == '%')
		n--;
	if (n >= sizeof text)
		return false;
	memcpy(text, cell->text, n);
	text[n] = '\0';
	return str_to_number(text, &number);
}

static bool has_numbers(const struct layout *l, size_t row)
{
	for (size_t c = 0; c < l->n_columns; c++)
		if (layout_cell(l, row, c) && is_number(layout_cell(l, row, c)))
			return true;
	return false;
}

/* A cell of this row spans several columns, or reaches into the next row. */
static bool spans_on(const struct layout *l, size_t row)
{
	for (size_t c = 0; c < l->n_columns; c++) {
		const struct grid_cell *cell = layout_cell(l, row, c);
		if (cell && (cell == layout_cell(l, row + 1, c) || (c && cell == layout_cell(l, row, c - 1))))
			return true;
	}
	return false;
}

size_t layout_head(const struct layout *l)
{
	enum { MOST = 5 };
	size_t head = 1;
	if (l->grid->head) {
		while (head < l->n_rows && l->rows[head] < l->grid->head)
			head++;
		return head;
	}
	while (head < MOST && head + 1 < l->n_rows && spans_on(l, head - 1) && !has_numbers(l, head))
		head++;
	return head;
}
