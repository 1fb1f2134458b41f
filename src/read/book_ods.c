/* The sheets of an .ods file, all of which lie in content.xml: it is gone through once for their names and again for
 * each sheet that is read. */
#include "read/book.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "read/book_ods.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

static const char content[] = "content.xml";
enum { PARSED_MAX = 1 << 28 };

struct ods {
	struct bytes content;
	struct map struck; /* styles of cells whose text is struck out */
	size_t parsed;     /* bytes, so far: content.xml is large, and there may be many sheets in it */
};

static unsigned long count_of(const char *const *attributes, const char *name, unsigned long most)
{
	const char *text = xml_attribute(attributes, name);
	unsigned long n = text ? strtoul(text, NULL, 10) : 1;
	return n < 1 ? 1 : n > most ? most : n;
}

/* ---- the names ---- */

struct names {
	struct book *book;
	struct diags *diags;
	struct map hidden; /* styles of sheets that are not displayed */
	const char *style; /* whose properties follow */
	int depth;         /* of tables: one in a cell is no sheet */
	bool failed;
};

static bool is_struck(const char *const *attributes)
{
	const char *line = xml_attribute(attributes, "style:1.0 text-line-through-style");
	const char *type = xml_attribute(attributes, "style:1.0 text-line-through-type");
	return (line && !str_eq(line, "none")) || (type && !str_eq(type, "none"));
}

static void open_name(void *closure, const char *name, const char *const *attributes)
{
	struct names *n = closure;
	struct book *book = n->book;
	if (str_eq(name, "style")) {
		const char *style = xml_attribute(attributes, "style:1.0 name");
		n->style = style ? arena_strdup(book->arena, style) : NULL;
	} else if (str_eq(name, "table-properties") && n->style &&
	           str_eq(xml_attribute(attributes, "table:1.0 display"), "false")) {
		map_put(&n->hidden, n->style, book);
	} else if (str_eq(name, "text-properties") && n->style && is_struck(attributes)) {
		map_put(&((struct ods *)book->more)->struck, n->style, book);
	} else if (str_eq(name, "table") && n->depth++ == 0 && !n->failed) {
		const char *sheet = xml_attribute(attributes, "table:1.0 name");
		const char *style = xml_attribute(attributes, "table:1.0 style-name");
		struct book_sheet found = { .name = str_one_line(book->arena, sheet ? sheet : ""), .file = content };
		found.hidden = style && map_find(&n->hidden, style);
		n->failed = !book_add_sheet(book, &found, n->diags);
	} else if (str_eq(name, "named-range")) {
		const char *range = xml_attribute(attributes, "table:1.0 name");
		const char *target = xml_attribute(attributes, "table:1.0 cell-range-address");
		if (range && target)
			book_add_range(book, range, target);
	}
}

static void close_name(void *closure, const char *name)
{
	struct names *n = closure;
	n->depth -= str_eq(name, "table");
}

/* ---- a sheet ---- */

struct row_cell { /* a run of equal cells */
	const char *text;
	enum grid_fault fault;
	uint32_t column, count;
	uint32_t rows, columns; /* that it spans */
	bool struck;
};

struct sheet {
	struct grid *grid;
	const struct map *struck;
	struct arena *cell; /* for what is needed for one row */
	size_t wanted;
	int depth;    /* of tables; the wanted sheet is read at 1 */
	size_t count; /* of sheets so far */
	uint32_t row, row_count, column, next_column;
	struct row_cell *cells;
	size_t n_cells, cells_room;
	struct ods_value value;
	struct row_cell at;
	struct strbuf text;
	int ignored; /* inside an annotation, or a drawing */
	bool inside; /* a cell */
	bool paragraph;
};

static bool is_wanted(const struct sheet *s)
{
	return s->depth == 1 && s->count == s->wanted + 1;
}

static bool is_hidden(const char *const *attributes)
{
	const char *visibility = xml_attribute(attributes, "table:1.0 visibility");
	return visibility && !str_eq(visibility, "visible");
}

static void open_column(struct sheet *s, const char *const *attributes)
{
	uint32_t n = (uint32_t)count_of(attributes, "table:1.0 number-columns-repeated", GRID_COLUMNS_MAX);
	uint32_t first = s->next_column;
	s->next_column = first + n > GRID_COLUMNS_MAX ? GRID_COLUMNS_MAX : first + n;
	if (is_hidden(attributes) && first < GRID_COLUMNS_MAX && s->grid->n_hidden < GRID_COLUMNS_MAX)
		grid_hide(s->grid, (struct range){ 0, first, RANGE_LAST_ROW, s->next_column - 1 });
}

static void open_row(struct sheet *s, const char *const *attributes)
{
	s->row_count = (uint32_t)count_of(attributes, "table:1.0 number-rows-repeated", GRID_ROWS_MAX);
	s->column = 0;
	s->n_cells = 0;
	s->cells = NULL;
	s->cells_room = 0;
	if (is_hidden(attributes) && s->row < GRID_ROWS_MAX) {
		uint32_t last = s->row + s->row_count - 1;
		grid_hide(s->grid, (struct range){ s->row, 0, last > RANGE_LAST_ROW ? RANGE_LAST_ROW : last,
		                                   RANGE_LAST_COLUMN });
	}
}

static const char *kept(struct sheet *s, const char *text)
{
	return text ? arena_strdup(s->cell, text) : NULL;
}

static const char *value_of(const char *const *attributes)
{
	static const char *const names[] = { "office:1.0 value", "office:1.0 date-value", "office:1.0 time-value",
		                             "office:1.0 boolean-value", "office:1.0 string-value" };
	const char *value = NULL;
	for (size_t i = 0; i < sizeof names / sizeof *names && !value; i++)
		value = xml_attribute(attributes, names[i]);
	return value;
}

static void open_cell(struct sheet *s, const char *const *attributes)
{
	const char *style = xml_attribute(attributes, "table:1.0 style-name");
	s->inside = true;
	s->at = (struct row_cell){
		.column = s->column,
		.count = (uint32_t)count_of(attributes, "table:1.0 number-columns-repeated", GRID_COLUMNS_MAX),
		.rows = (uint32_t)count_of(attributes, "table:1.0 number-rows-spanned", GRID_ROWS_MAX),
		.columns = (uint32_t)count_of(attributes, "table:1.0 number-columns-spanned", GRID_COLUMNS_MAX),
		.struck = style && map_find(s->struck, style),
	};
	s->value = (struct ods_value){
		.type = kept(s, xml_attribute(attributes, "office:1.0 value-type")),
		.value = kept(s, value_of(attributes)),
		.formula = xml_attribute(attributes, "table:1.0 formula") != NULL,
		.failed = str_eq(xml_attribute(attributes, "calcext:1.0 value-type"), "error") ||
		          str_eq(xml_attribute(attributes, "/calcext value-type"), "error"),
	};
	s->text = strbuf_new(s->cell);
	s->paragraph = false;
}

static void close_cell(struct sheet *s)
{
	s->value.text = s->text.s;
	s->at.text = ods_shown(s->cell, &s->value, &s->at.fault);
	if (*s->at.text || s->at.fault != GRID_FINE) {
		s->cells = arena_grow(s->cell, s->cells, &s->cells_room, s->n_cells, sizeof *s->cells);
		s->cells[s->n_cells++] = s->at;
	}
	s->column += s->at.count;
	if (s->column > GRID_COLUMNS_MAX)
		s->column = GRID_COLUMNS_MAX;
	s->inside = false;
}

static void put_run(struct sheet *s, uint32_t row, const struct row_cell *run)
{
	for (uint32_t i = 0; i < run->count && !s->grid->failed; i++) {
		const struct grid_cell cell = { .row = row,
			                        .column = run->column + i,
			                        .fault = run->fault,
			                        .text = run->struck ? "" : run->text,
			                        .struck = run->struck };
		grid_put(s->grid, &cell);
	}
	grid_span(s->grid, (struct range){ row, run->column, row + run->rows - 1, run->column + run->columns - 1 });
}

static void close_row(struct sheet *s)
{
	for (uint32_t r = 0; s->n_cells && r < s->row_count && !s->grid->failed; r++)
		for (size_t i = 0; i < s->n_cells; i++)
			put_run(s, s->row + r, &s->cells[i]);
	s->row = s->row + s->row_count > GRID_ROWS_MAX ? GRID_ROWS_MAX : s->row + s->row_count;
	s->n_cells = 0;
	s->cells = NULL;
	s->cells_room = 0;
	arena_empty(s->cell);
}

static void open_text(struct sheet *s, const char *name, const char *const *attributes)
{
	enum { SPACES_MAX = 1000 };
	if (str_eq(name, "p")) {
		if (s->paragraph)
			strbuf_add(&s->text, "\n");
		s->paragraph = true;
	} else if (str_eq(name, "s")) {
		for (unsigned long n = count_of(attributes, "text:1.0 c", SPACES_MAX); n; n--)
			strbuf_add(&s->text, " ");
	} else if (str_eq(name, "tab")) {
		strbuf_add(&s->text, "\t");
	} else if (str_eq(name, "line-break")) {
		strbuf_add(&s->text, "\n");
	}
}

static bool is_aside(const char *name)
{
	return str_eq(name, "annotation") || str_eq(name, "frame") || str_eq(name, "shapes") ||
	       str_eq(name, "custom-shape");
}

static void open_element(void *closure, const char *name, const char *const *attributes)
{
	struct sheet *s = closure;
	s->ignored += is_aside(name);
	if (s->ignored)
		return;
	if (str_eq(name, "table"))
		s->count += s->depth++ == 0;
	else if (!is_wanted(s))
		return;
	else if (str_eq(name, "table-column"))
		open_column(s, attributes);
	else if (str_eq(name, "table-row"))
		open_row(s, attributes);
	else if (str_eq(name, "table-cell") || str_eq(name, "covered-table-cell"))
		open_cell(s, attributes);
	else if (s->inside && s->text.n < GRID_TEXT_MAX)
		open_text(s, name, attributes);
}

static void close_element(void *closure, const char *name)
{
	struct sheet *s = closure;
	if (s->ignored) {
		s->ignored -= is_aside(name);
		return;
	}
	if (is_wanted(s) && s->inside && (str_eq(name, "table-cell") || str_eq(name, "covered-table-cell")))
		close_cell(s);
	else if (is_wanted(s) && str_eq(name, "table-row"))
		close_row(s);
	s->depth -= str_eq(name, "table");
}

static void text(void *closure, const char *text, size_t n)
{
	struct sheet *s = closure;
	if (s->inside && s->paragraph && !s->ignored && is_wanted(s) && s->text.n + n <= 2 * GRID_TEXT_MAX)
		strbuf_addn(&s->text, text, n);
}

static struct grid *read_sheet(struct book *book, size_t sheet, struct diags *diags)
{
	static const struct xml_reader reader = { open_element, close_element, text };
	struct ods *ods = book->more;
	struct arena *scratch = arena_new_below(book->arena);
	const char *name = arena_printf(book->arena, "%s#%s", book->name, book->sheets[sheet].name);
	struct sheet s = { .grid = grid_new(book->arena, name, diags), .cell = arena_new_below(scratch) };
	s.wanted = sheet;
	s.struck = &ods->struck;
	ods->parsed += ods->content.size;
	if (ods->parsed > PARSED_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(book->name),
		         arena_printf(diags_arena(diags), "name one: '%s'", name),
		         "the sheets are too large to look through all of them");
		return NULL;
	}
	bool ok = xml_read(scratch, place_file(book->name), content, ods->content, &reader, &s, diags);
	arena_free(scratch);
	return ok ? s.grid : NULL;
}

bool book_ods_open(struct book *book, struct diags *diags)
{
	static const struct xml_reader reader = { open_name, close_name, NULL };
	struct ods *ods = book->more = arena_alloc(book->arena, 1, sizeof *ods);
	struct names names = { .book = book, .diags = diags, .hidden = map_new(book->arena) };
	book->read = read_sheet;
	ods->struck = map_new(book->arena);
	return archive_read(book->archive, book->arena, content, &ods->content, diags) &&
	       xml_read(book->arena, place_file(book->name), content, ods->content, &reader, &names, diags) &&
	       !names.failed;
}
