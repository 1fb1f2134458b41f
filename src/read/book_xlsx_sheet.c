/* One sheet of an .xlsx file. */
#include "read/book_xlsx.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { CELL_ARENA = 1 << 16 };

enum part { PART_NONE, PART_VALUE, PART_INLINE };

struct sheet {
	struct grid *grid;
	const struct xlsx *xlsx;
	struct arena *cell; /* for what is needed for one; emptied now and then */
	uint32_t row, column;
	bool row_hidden;
	char type[12];
	unsigned long style;
	struct strbuf text;
	bool has_value, formula;
	enum part part; /* that the text belongs to */
	int phonetic;
};

static bool is_true(const char *s)
{
	return s && (str_eq(s, "1") || str_eq(s, "true"));
}

static void open_row(struct sheet *s, const char *const *attributes)
{
	const char *number = xml_attribute(attributes, "r");
	unsigned long row = number ? strtoul(number, NULL, 10) : (unsigned long)s->row + 1;
	s->row = row > GRID_ROWS_MAX ? GRID_ROWS_MAX + 1 : (uint32_t)row; /* from 1; the grid reports one too many */
	s->column = 0;
	s->row_hidden = is_true(xml_attribute(attributes, "hidden"));
	if (s->row_hidden && s->row && s->row <= GRID_ROWS_MAX)
		grid_hide(s->grid, (struct range){ s->row - 1, 0, s->row - 1, RANGE_LAST_COLUMN });
}

static void open_columns(struct sheet *s, const char *const *attributes)
{
	const char *min = xml_attribute(attributes, "min"), *max = xml_attribute(attributes, "max");
	unsigned long from = min ? strtoul(min, NULL, 10) : 0, to = max ? strtoul(max, NULL, 10) : from;
	if (!is_true(xml_attribute(attributes, "hidden")) || !from || from > GRID_COLUMNS_MAX || to < from ||
	    s->grid->n_hidden > GRID_COLUMNS_MAX)
		return;
	if (to > GRID_COLUMNS_MAX)
		to = GRID_COLUMNS_MAX;
	grid_hide(s->grid, (struct range){ 0, (uint32_t)from - 1, RANGE_LAST_ROW, (uint32_t)to - 1 });
}

static void open_cell(struct sheet *s, const char *const *attributes)
{
	const char *at = xml_attribute(attributes, "r"), *type = xml_attribute(attributes, "t");
	const char *style = xml_attribute(attributes, "s");
	uint32_t row, column;
	if (at && range_parse_cell(at, &row, &column)) {
		s->row = row + 1;
		s->column = column;
	}
	s->type[0] = '\0';
	if (type && strlen(type) < sizeof s->type)
		memcpy(s->type, type, strlen(type) + 1);
	s->style = style ? strtoul(style, NULL, 10) : 0;
	s->text.n = 0;
	strbuf_add(&s->text, "");
	s->has_value = s->formula = false;
}

static void open_merge(struct sheet *s, const char *const *attributes)
{
	const char *ref = xml_attribute(attributes, "ref");
	struct range range;
	if (ref && range_parse(ref, &range))
		grid_span(s->grid, range);
}

static void open_element(void *closure, const char *name, const char *const *attributes)
{
	struct sheet *s = closure;
	s->part = PART_NONE;
	if (str_eq(name, "row")) {
		open_row(s, attributes);
	} else if (str_eq(name, "c")) {
		open_cell(s, attributes);
	} else if (str_eq(name, "v")) {
		s->part = PART_VALUE;
		s->has_value = true;
	} else if (str_eq(name, "t")) {
		s->part = s->phonetic ? PART_NONE : PART_INLINE;
		s->has_value = true;
	} else if (str_eq(name, "f")) {
		s->formula = true;
	} else if (str_eq(name, "rPh")) {
		s->phonetic++;
	} else if (str_eq(name, "col")) {
		open_columns(s, attributes);
	} else if (str_eq(name, "mergeCell")) {
		open_merge(s, attributes);
	}
}

/* ---- a cell's value ---- */

static const char *shared(const struct sheet *s)
{
	char *end;
	unsigned long i = strtoul(s->text.s, &end, 10);
	return *s->text.s && !*end && i < s->xlsx->n_strings ? s->xlsx->strings[i] : NULL;
}

static const char *number(const struct sheet *s)
{
	double value;
	const char *format = s->style < s->xlsx->n_formats ? s->xlsx->formats[s->style] : NULL;
	return str_to_number(s->text.s, &value) ? number_format(s->cell, value, format, s->xlsx->calendar) : NULL;
}

/* NULL if it is damaged. */
static const char *shown(const struct sheet *s, enum grid_fault *fault)
{
	if (!s->has_value || (!s->text.n && !str_eq(s->type, "str") && !str_eq(s->type, "inlineStr"))) {
		*fault = s->formula ? GRID_UNCOMPUTED : GRID_FINE;
		return "";
	}
	if (str_eq(s->type, "s"))
		return shared(s);
	if (str_eq(s->type, "str") || str_eq(s->type, "inlineStr"))
		return xlsx_unescaped(s->cell, s->text.s);
	if (str_eq(s->type, "b"))
		return is_true(s->text.s) ? "true" : "false";
	if (str_eq(s->type, "d"))
		return number_format_date(s->cell, s->text.s);
	if (str_eq(s->type, "e")) {
		*fault = str_eq(s->text.s, "#N/A") ? GRID_FINE : GRID_BROKEN;
		return "";
	}
	return number(s);
}

static void close_cell(struct sheet *s)
{
	struct grid_cell cell = { .row = s->row ? s->row - 1 : 0, .column = s->column };
	cell.text = shown(s, &cell.fault);
	if (cell.text && *cell.text && s->style < s->xlsx->n_formats && s->xlsx->struck[s->style]) {
		cell.struck = true;
		cell.text = "";
	}
	if (cell.text)
		grid_put(s->grid, &cell);
	else if (!s->grid->failed)
		diag_add(s->grid->diags, DIAG_ERROR, grid_place(s->grid, &cell), "save the file again",
		         "the value of this cell is damaged");
	s->grid->failed |= !cell.text;
	s->column++;
	if (arena_used(s->cell) > CELL_ARENA)
		arena_empty(s->cell);
}

static void close_element(void *closure, const char *name)
{
	struct sheet *s = closure;
	s->part = PART_NONE;
	if (str_eq(name, "c"))
		close_cell(s);
	else if (str_eq(name, "rPh"))
		s->phonetic--;
}

static void text(void *closure, const char *text, size_t n)
{
	struct sheet *s = closure;
	if (s->part != PART_NONE && s->text.n + n <= 2 * GRID_TEXT_MAX) /* more is reported by the grid */
		strbuf_addn(&s->text, text, n);
}

struct grid *xlsx_read_sheet(struct book *book, size_t sheet, struct diags *diags)
{
	static const struct xml_reader reader = { open_element, close_element, text };
	const struct book_sheet *which = &book->sheets[sheet];
	struct arena *scratch = arena_new_below(book->arena);
	const char *name = arena_printf(book->arena, "%s#%s", book->name, which->name);
	struct sheet s = { .grid = grid_new(book->arena, name, diags), .xlsx = book->more };
	struct bytes bytes;
	s.cell = arena_new_below(scratch);
	s.text = strbuf_new(scratch);
	bool ok = archive_read(book->archive, scratch, which->file, &bytes, diags) &&
	          xml_read(scratch, place_file(book->name), which->file, bytes, &reader, &s, diags);
	arena_free(scratch);
	return ok ? s.grid : NULL;
}
