/* CSV and TSV by RFC 4180, by hand, so that every cell has its place. */
#include "read/read.h"

#include "base/arena.h"
#include "base/file_copy.h"
#include "base/str.h"
#include "read/builder.h"
#include "read/rows.h"
#include "read/sniff.h"
#include "read/table.h"

#include <string.h>

struct csv {
	struct arena *arena;
	struct diags *diags;
	const char *at, *end;
	char separator;
	struct lines_cursor cursor;
	struct strbuf unquoted; /* the text of the last cell that was in quotes */
	bool hollow;            /* the last row had nothing but empty cells */
	bool gap;               /* such a row, or a blank line, stands above the row at hand */
	size_t n_passed;        /* lines that are no rows, and the first of them */
	const char *passed;
	bool failed;
};

struct cell {              /* a piece of the file, or of csv.unquoted */
	const char *start; /* in the file */
	const char *text;
	size_t n;
};

static struct csv csv_at(struct arena *arena, const struct lines *lines, size_t offset, char separator,
                         struct diags *diags)
{
	return (struct csv){ .arena = arena,
		             .diags = diags,
		             .at = lines->bytes + offset,
		             .end = lines->bytes + lines->size,
		             .separator = separator,
		             .cursor = lines_cursor_at(lines, offset),
		             .unquoted = strbuf_new(arena) };
}

static struct bytes bytes_of(const struct csv *c)
{
	const struct lines *lines = c->cursor.lines;
	return (struct bytes){ lines->bytes, lines->size, lines->copied };
}

static struct place place_of(struct csv *c, const char *at)
{
	return lines_move(&c->cursor, (size_t)(at - c->cursor.lines->bytes));
}

static void fail(struct csv *c, struct place place, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

static void fail(struct csv *c, struct place place, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(c->diags, DIAG_ERROR, place, hint, format, args);
	va_end(args);
	c->failed = true;
}

static bool at_end_of_line(const struct csv *c)
{
	return c->at == c->end || *c->at == '\n' || (*c->at == '\r' && (c->at + 1 == c->end || c->at[1] == '\n'));
}

static void skip_line_end(struct csv *c)
{
	while (c->at < c->end && *c->at == '\r')
		c->at++;
	if (c->at < c->end)
		c->at++;
}

static void skip_to_separator(struct csv *c)
{
	while (c->at < c->end && *c->at != c->separator && !at_end_of_line(c))
		c->at++;
}

/* At the opening quote; past the closing one afterwards. */
static void read_quoted(struct csv *c, struct cell *cell)
{
	bool closed = false;
	c->unquoted.n = 0;
	c->at++;
	while (c->at < c->end) {
		const char *plain = c->at;
		while (c->at < c->end && *c->at != '"' && *c->at != '\r')
			c->at++;
		strbuf_addn(&c->unquoted, plain, (size_t)(c->at - plain));
		if (c->at == c->end)
			break;
		if (*c->at == '"') {
			c->at++;
			closed = c->at == c->end || *c->at != '"';
			if (closed)
				break;
		} else if (c->at + 1 < c->end && c->at[1] == '\n') {
			c->at++;
		}
		strbuf_addn(&c->unquoted, c->at++, 1);
	}
	if (!closed)
		fail(c, place_of(c, cell->start), "close it, and write a quote inside as two",
		     "the quote that opens here is never closed");
	if (!at_end_of_line(c) && *c->at != c->separator) {
		fail(c, place_of(c, c->at), "write a quote inside a quoted cell as two",
		     "something follows the closing quote");
		skip_to_separator(c);
	}
	cell->text = c->unquoted.s;
	cell->n = c->unquoted.n;
}

static void trim(const char **s, size_t *n)
{
	while (*n && (**s == ' ' || **s == '\t')) {
		++*s;
		--*n;
	}
	while (*n && ((*s)[*n - 1] == ' ' || (*s)[*n - 1] == '\t'))
		--*n;
}

static void read_cell(struct csv *c, struct cell *cell)
{
	cell->start = cell->text = c->at;
	if (c->at < c->end && *c->at == '"') {
		read_quoted(c, cell);
		return;
	}
	skip_to_separator(c);
	cell->n = (size_t)(c->at - cell->start);
	trim(&cell->text, &cell->n);
}

/* To the start of a row; false at the end of the file. Blank lines are passed over. */
static bool next_row(struct csv *c)
{
	for (c->gap = c->hollow; c->at < c->end && at_end_of_line(c); c->gap = true)
		skip_line_end(c);
	c->hollow = false;
	return c->at < c->end;
}

/* Past the separator before another cell; false, and past the end of the line, if the row has no more. */
static bool next_cell(struct csv *c)
{
	if (at_end_of_line(c)) {
		skip_line_end(c);
		return false;
	}
	c->at++;
	return true;
}

/* A row's cells as values. */
static void read_row(struct csv *c, struct builder *row)
{
	struct cell cell;
	do {
		read_cell(c, &cell);
		struct value *v = builder_item(c->arena, row);
		*v = (struct value){ .kind = VALUE_STRING, .place = place_of(c, cell.start) };
		v->text = arena_strndup(c->arena, cell.text, cell.n);
		if (!*v->text)
			v->kind = VALUE_MISSING;
		else if (str_to_number(v->text, &v->number))
			v->kind = VALUE_NUMBER;
	} while (next_cell(c));
}

/* True if every carriage return belongs to the end of a line: alone it ends lines for some readers and none for others.
 */
static bool lines_end_well(struct csv *c)
{
	enum { PIECE = 1 << 20 };
	const char *rested = c->at;
	for (const char *p = c->at; p < c->end; file_copy_rest(bytes_of(c), &rested, p)) {
		size_t n = c->end - p < PIECE ? (size_t)(c->end - p) : PIECE;
		const char *found = memchr(p, '\r', n);
		if (found && found + 1 < c->end && found[1] != '\n') {
			fail(c, place_of(c, found), "save the file with lines that end in LF or CRLF",
			     "a carriage return without a line feed");
			return false;
		}
		p = found ? found + 1 : p + n;
	}
	return true;
}

/* ---- what stands above and below ---- */

static const char *line_text(struct csv *c, const char *start, size_t *n)
{
	const char *stop = memchr(start, '\n', (size_t)(c->end - start));
	*n = (size_t)((stop ? stop : c->end) - start);
	while (*n && strchr("\r \t,;|", start[*n - 1]))
		--*n;
	return start;
}

static void tell_passed(struct csv *c, const char *first, size_t count, const char *where)
{
	enum { SHOWN = 60 };
	size_t n;
	const char *text = line_text(c, first, &n);
	const char *shown = str_one_line(c->arena, arena_strndup(c->arena, text, n));
	size_t length = strlen(shown), cut = length > SHOWN ? SHOWN : length;
	while (cut && cut < length && (shown[cut] & 0xc0) == 0x80)
		cut--;
	const char *more = cut < length ? "…" : "";
	const char *lines = count == 1 ? "a line" : arena_printf(c->arena, "%zu lines", count);
	diag_add(c->diags, DIAG_NOTE, place_of(c, first), NULL, "left out: %s %s, \"%.*s%s\"%s", lines, where, (int)cut,
	         shown, more, count == 1 ? "" : " first");
}

/* To the row of heads. */
static void pass_titles(struct csv *c)
{
	const char *head = c->at + sniff_start(c->at, (size_t)(c->end - c->at), c->separator), *first = NULL;
	size_t count = 0;
	for (const char *p = c->at; p < head; p++) {
		if (*p == '\n' || *p == '\r' || (p > c->at && p[-1] != '\n'))
			continue;
		first = count++ ? first : p;
	}
	if (count)
		tell_passed(c, first, count, "above the table");
	c->at = head;
}

/* "Source: …", "* excluding …", "# 2025-01-01": no row, whatever its width. */
static bool is_remark(const char *s, size_t n)
{
	static const char *const words[] = { "source", "quelle",  "note",     "anmerkung", "legend",  "excluding",
		                             "as of",  "updated", "last upd", "generated", "exported" };
	static const char *const marks[] = { "#", "*", "\u2020", "\u2021", "\u00a9", "\u2022", "(", "[", "--" };
	if (!n || !strchr("#*([-\xe2\xc2sSqQnNaAlLeEuUgG", *s)) /* what none of them starts with */
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (n > strlen(marks[i]) && memcmp(s, marks[i], strlen(marks[i])) == 0)
			return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t k = 0, m = strlen(words[i]);
		while (k < m && k < n && (s[k] | 0x20) == (words[i][k] | 0x20))
			k++;
		if (k == m)
			return true;
	}
	return false;
}

struct width { /* of a row */
	size_t cells;
	bool filled, more; /* there is something in it, and in more than its first cell */
};

/* Of the row at hand, which is then read again. */
static struct width width_of(const struct csv *c)
{
	struct csv probe = *c;
	struct arena *scratch = arena_new_below(c->arena);
	struct width width = { 0 };
	struct cell cell;
	probe.arena = scratch;
	probe.diags = diags_new(scratch);
	probe.unquoted = strbuf_new(scratch);
	do {
		read_cell(&probe, &cell);
		width.filled |= cell.n > 0;
		width.more |= cell.n && width.cells;
		width.cells++;
	} while (next_cell(&probe));
	arena_free(scratch);
	return width;
}

/* Goes past what stands between or below the rows and is none, as people write it: empty cells, or a remark. */
static bool passes(struct csv *c, size_t columns)
{
	enum { LOOKED_AT = 16 }; /* bytes, since most rows are none */
	const char *start = c->at;
	const char *text = start + (*start == '"');
	while (text < c->end && (*text == ' ' || *text == '\t') && *text != c->separator)
		text++;
	size_t left = (size_t)(c->end - text);
	bool remark = is_remark(text, left < LOOKED_AT ? left : LOOKED_AT);
	bool opens_empty = left && (*text == c->separator || (*start == '"' && *text == '"'));
	if (columns < 2 || !(c->gap || remark || opens_empty))
		return false;
	struct width width = width_of(c);
	bool alone = !width.more, hollow = !width.filled;
	if (!hollow && !(alone && c->gap) && !(remark && (alone || c->gap || width.cells != columns)))
		return false;
	c->passed = c->n_passed || hollow ? c->passed : start;
	c->n_passed += !hollow;
	c->hollow = hollow;
	for (struct cell cell; read_cell(c, &cell), next_cell(c);)
		;
	return true;
}

static void tell_all_passed(struct csv *c)
{
	if (!c->n_passed)
		return;
	c->cursor = lines_cursor_at(c->cursor.lines, 0);
	tell_passed(c, c->passed, c->n_passed, "beside the rows");
}

/* ---- heads of several rows ---- */

static bool is_empty_cell(const struct builder *row, size_t i)
{
	return row->items[i].kind == VALUE_MISSING;
}

static bool has_number(const struct builder *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->items[i].kind == VALUE_NUMBER)
			return true;
	return false;
}

/* A column without a name, or two of one. */
static bool is_incomplete(const struct builder *row)
{
	for (size_t i = 1; i < row->count; i++)
		if (is_empty_cell(row, i) ||
		    (!is_empty_cell(row, i - 1) && str_eq(row->items[i].text, row->items[i - 1].text)))
			return true;
	return false;
}

/* "model,,," above the rows: what the first columns are called. */
static bool names_first(const struct builder *row)
{
	size_t filled = 0;
	for (size_t i = 0; i < row->count; i++) {
		if (!is_empty_cell(row, i) && i != filled)
			return false;
		filled += !is_empty_cell(row, i);
	}
	return filled && filled < row->count && !has_number(row);
}

/* "mmlu / acc": a cell that is merged names the columns to its right too. */
static void join_heads(struct csv *c, struct builder *header, const struct builder *below, const struct builder *first)
{
	const char *over = "";
	for (size_t i = 0; i < header->count; i++) {
		struct value *head = &header->items[i];
		const char *under = below->items[i].text;
		over = is_empty_cell(header, i) ? over : head->text;
		if (first && !is_empty_cell(first, i))
			head->text = first->items[i].text;
		else if (*over && *under && !str_eq(over, under))
			head->text = arena_printf(c->arena, "%s / %s", over, under);
		else
			head->text = *over ? over : under;
	}
	diag_add(c->diags, DIAG_NOTE, header->items[0].place, NULL, "the heads of several rows are joined: \"%s\"",
	         header->items[header->count - 1].text);
}

/* Data frames and spreadsheets write what is measured above how; numbers must follow. */
static void read_more_heads(struct csv *c, struct builder *header)
{
	struct csv probe = *c, rows;
	struct builder below = { 0 }, first = { 0 }, next = { 0 };
	probe.diags = diags_new(c->arena);
	if (header->count < 3 || !is_incomplete(header) || !next_row(&probe))
		return;
	read_row(&probe, &below);
	rows = probe;
	if (below.count != header->count || has_number(&below) || !next_row(&probe))
		return;
	read_row(&probe, &first);
	bool named = first.count == header->count && names_first(&first);
	if (named) {
		rows = probe;
		if (!next_row(&probe))
			return;
		read_row(&probe, &next);
	}
	if (probe.failed || !has_number(named ? &next : &first))
		return;
	join_heads(c, header, &below, named ? &first : NULL);
	c->at = rows.at;
	c->cursor = rows.cursor;
}

/* The first row, which names the columns. False if there is none. */
static bool read_header(struct csv *c, struct builder *header)
{
	if (!lines_end_well(c))
		return false;
	if (!c->cursor.lines->cells)
		pass_titles(c);
	if (!next_row(c)) {
		fail(c, place_of(c, c->at), "the first row names the columns", "the file is empty");
		return false;
	}
	read_row(c, header);
	if (!c->cursor.lines->cells)
		read_more_heads(c, header);
	header->keys = header->items;
	for (size_t i = 0; i < header->count; i++) {
		struct value *cell = &header->items[i];
		size_t n = strlen(cell->text);
		trim(&cell->text, &n);
		cell->text = arena_strndup(c->arena, cell->text, n);
		cell->kind = VALUE_STRING;
		if (!n && i == 0 && header->count > 1) /* row numbers, as data frames are written with */
			cell->text = READ_UNNAMED;
		else if (!n)
			fail(c, cell->place, "name the column or remove it", "a column has no name");
	}
	if (!c->failed && !builder_unique(c->arena, header, c->diags))
		c->failed = true;
	return true;
}

static void check_width(struct csv *c, const char *start, size_t cells, size_t columns)
{
	if (cells == columns)
		return;
	fail(c, place_of(c, start), "every row has as many cells as the header; quote cells that contain a separator",
	     "the row has %zu %s, the header %zu", cells, cells == 1 ? "cell" : "cells", columns);
}

static bool too_many(struct csv *c, const char *start, size_t values)
{
	if (values <= READ_VALUES_MAX)
		return false;
	fail(c, place_of(c, start), "split the file", "the file contains too many values");
	return true;
}

const struct value *read_csv(struct arena *arena, const char *name, const char *bytes, size_t size, char separator,
                             struct diags *diags)
{
	struct lines lines = lines_of(arena, name, (struct bytes){ .data = bytes, .size = size });
	struct csv c = csv_at(arena, &lines, 0, separator, diags);
	struct builder header = { 0 }, rows = { 0 };
	if (!read_header(&c, &header))
		return NULL;
	for (size_t values = 0; next_row(&c);) {
		struct builder row = { 0 };
		const char *start = c.at;
		if (passes(&c, header.count))
			continue;
		read_row(&c, &row);
		check_width(&c, start, row.count, header.count);
		if (row.count == header.count)
			*builder_item(arena, &rows) = (struct value){ .kind = VALUE_MAP,
				                                      .place = row.items[0].place,
				                                      .count = header.count,
				                                      .items = row.items,
				                                      .keys = header.items };
		if (too_many(&c, start, values += row.count))
			break;
	}
	tell_all_passed(&c);
	struct value *root = arena_alloc(arena, 1, sizeof *root);
	*root = (struct value){ .kind = VALUE_LIST, .place = { name, 1, 1 }, .count = rows.count, .items = rows.items };
	return c.failed ? NULL : root;
}

/* ---- as columns ---- */

/* How many cells there are in the row; those past the last column are only counted. */
static size_t put_row(struct csv *c, struct table *t)
{
	struct cell cell;
	size_t count = 0;
	table_add_row(t, (size_t)(c->at - c->cursor.lines->bytes));
	do {
		read_cell(c, &cell);
		if (count < t->n_columns && cell.n)
			table_put(t, count, cell.text, cell.n);
		else if (count < t->n_columns)
			table_put_number(t, count, TABLE_MISSING);
		count++;
	} while (next_cell(c));
	return count;
}

bool rows_read_csv(struct table *t, struct arena *keep, struct origin *origin, struct diags *diags)
{
	struct csv c = csv_at(keep, &origin->lines, 0, origin->separator, diags);
	struct builder header = { 0 };
	if (!read_header(&c, &header))
		return false;
	origin->header = header.items;
	origin->n_header = header.count;
	for (size_t i = 0; i < header.count; i++)
		table_column(t, &header.items[i]);
	size_t most = READ_VALUES_MAX / header.count + 1;
	table_reserve(t, origin->lines.count < most ? origin->lines.count : most);
	const char *rested = c.at;
	for (size_t values = 0; next_row(&c); file_copy_rest(bytes_of(&c), &rested, c.at)) {
		const char *start = c.at;
		if (passes(&c, header.count))
			continue;
		size_t cells = put_row(&c, t);
		check_width(&c, start, cells, header.count);
		if (too_many(&c, start, values += cells))
			break;
	}
	tell_all_passed(&c);
	return !c.failed;
}

const struct value *rows_csv_row(struct arena *arena, const struct origin *origin, size_t offset)
{
	struct csv c = csv_at(arena, &origin->lines, offset, origin->separator, diags_new(arena));
	struct builder row = { 0 };
	struct value *map = arena_alloc(arena, 1, sizeof *map);
	read_row(&c, &row);
	*map = (struct value){ .kind = VALUE_MAP,
		               .place = row.items[0].place,
		               .count = origin->n_header,
		               .items = row.items,
		               .keys = origin->header };
	return map;
}

/* Past a cell of a row that was read before. */
static void skip_cell(struct csv *c)
{
	if (c->at < c->end && *c->at == '"')
		for (c->at++; c->at < c->end && (*c->at != '"' || (c->at + 1 < c->end && c->at[1] == '"')); c->at++)
			c->at += *c->at == '"';
	skip_to_separator(c);
}

struct place rows_csv_place(const struct origin *origin, size_t offset, size_t column)
{
	struct csv c = { .at = origin->lines.bytes + offset,
		         .end = origin->lines.bytes + origin->lines.size,
		         .separator = origin->separator };
	for (; column; column--) {
		skip_cell(&c);
		c.at += c.at < c.end;
	}
	return lines_place(&origin->lines, (size_t)(c.at - origin->lines.bytes));
}
