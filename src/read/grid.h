/* grid.h: the cells of one table as they lie in a spreadsheet, a Markdown or an HTML file.
 *
 * A reader puts cells in any order, and says what is merged and what is hidden; cells that are not put are empty.
 * grid_table then makes the table (table.h) that a CSV file of the same content would give: the head becomes the keys
 * ("MMLU / acc" where a merged cell spans others), merged cells fill what they cover, what is hidden is left out with a
 * note, and so are lines above and below the table. Every cell of the table still knows its own place.
 *
 * A grid lives on its arena; the table does not need it afterwards. Limits, each an error that names it: rows, columns,
 * cells, merged cells, the bytes of one text and of all. */
#ifndef READ_GRID_H
#define READ_GRID_H

#include "read/lines.h"
#include "read/range.h"
#include "read/table.h"

enum {
	GRID_ROWS_MAX = 1 << 20,
	GRID_COLUMNS_MAX = 1 << 14,
	GRID_CELLS_MAX = 5000000, /* also with what merged cells cover, and the empty ones between others */
	GRID_TEXT_MAX = 1 << 17,
	GRID_BYTES_MAX = 256 << 20, /* of all texts */
	GRID_SPANS_MAX = 1 << 16,
};

enum grid_fault {
	GRID_FINE,
	GRID_UNCOMPUTED, /* a formula whose value the file does not have: an error where it is used */
	GRID_BROKEN,     /* a formula that failed: missing, with a warning */
};

struct grid_cell {
	const char *text;
	uint32_t row, column; /* from 0 */
	uint32_t at;          /* byte of the file, for text files */
	enum grid_fault fault;
	bool struck; /* some of it is struck out, which is not in the text */
};

struct grid {
	struct arena *arena;
	struct diags *diags;
	const char *name;          /* what places call it: a sheet is "results.xlsx#Scores" */
	const struct lines *lines; /* of a text file, NULL for a sheet */
	const char *title, *id;    /* the heading above and the element's id, if there are; else NULL */
	uint32_t head;             /* rows of the head, where the file says so; else 0 */
	struct grid_cell *cells;
	size_t n_cells, cells_room, n_bytes;
	struct range *spans; /* merged cells */
	size_t n_spans, spans_room;
	struct range *hidden; /* rows and columns, all of them */
	size_t n_hidden, hidden_room;
	size_t n_struck; /* cells with something struck out, and the first of them */
	struct place struck;
	bool failed; /* a limit was broken, and reported */
};

struct grid *grid_new(struct arena *arena, const char *name, struct diags *diags);

/* Copies the text, without the white space around it; nothing but that is no cell. */
void grid_put(struct grid *grid, const struct grid_cell *cell);
void grid_span(struct grid *grid, struct range span);
void grid_hide(struct grid *grid, struct range lines);

/* What messages call a cell. */
struct place grid_place(const struct grid *grid, const struct grid_cell *cell);

/* How many rows and columns lie in the smallest rectangle around its cells. */
void grid_size(const struct grid *grid, size_t *rows, size_t *columns);

/* Only what lies in the range; NULL: the table that is there. The texts are on keep, the rest on arena. NULL with
 * a diagnostic. The grid's cells are sorted. */
struct table *grid_table(struct arena *arena, struct arena *keep, struct grid *grid, const struct range *range,
                         struct diags *diags);

#endif
