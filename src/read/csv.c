/* CSV and TSV by RFC 4180, by hand, so that every cell knows its place. */
#include "read/read.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/builder.h"

#include <string.h>

struct csv {
	struct arena *arena;
	struct diags *diags;
	const char *name, *at, *end;
	char separator;
	struct place place;
	bool failed;
};

static void step(struct csv *c)
{
	unsigned char byte = (unsigned char)*c->at++;
	if (byte == '\n') {
		c->place.line++;
		c->place.column = 1;
	} else if ((byte & 0xc0) != 0x80) {
		c->place.column++;
	}
}

static bool at_end_of_line(const struct csv *c)
{
	return c->at == c->end || *c->at == '\n' || (*c->at == '\r' && (c->at + 1 == c->end || c->at[1] == '\n'));
}

static void skip_line_end(struct csv *c)
{
	while (c->at < c->end && *c->at == '\r')
		step(c);
	if (c->at < c->end)
		step(c);
}

static void fail(struct csv *c, struct place place, const char *hint, const char *message)
{
	diag_add(c->diags, DIAG_ERROR, place, hint, "%s", message);
	c->failed = true;
}

/* At the opening quote; behind the closing one afterwards. */
static char *quoted(struct csv *c)
{
	struct place open = c->place;
	struct strbuf b = strbuf_new(c->arena);
	bool closed = false;
	step(c);
	while (c->at < c->end) {
		if (*c->at == '"') {
			step(c);
			closed = c->at == c->end || *c->at != '"';
			if (closed)
				break;
		} else if (*c->at == '\r' && c->at + 1 < c->end && c->at[1] == '\n') {
			step(c);
		}
		strbuf_addn(&b, c->at, 1);
		step(c);
	}
	if (!closed)
		fail(c, open, "close it, and write a quote inside as two", "the quote that opens here is never closed");
	if (!at_end_of_line(c) && *c->at != c->separator) {
		fail(c, c->place, "write a quote inside a quoted cell as two", "something follows the closing quote");
		while (!at_end_of_line(c) && *c->at != c->separator)
			step(c);
	}
	return b.s;
}

static char *trimmed(struct arena *arena, const char *s, size_t n)
{
	while (n && (*s == ' ' || *s == '\t')) {
		s++;
		n--;
	}
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	return arena_strndup(arena, s, n);
}

static void read_cell(struct csv *c, struct value *v)
{
	*v = (struct value){ .kind = VALUE_STRING, .place = c->place };
	if (c->at < c->end && *c->at == '"') {
		v->text = quoted(c);
	} else {
		const char *start = c->at;
		while (!at_end_of_line(c) && *c->at != c->separator)
			step(c);
		v->text = trimmed(c->arena, start, (size_t)(c->at - start));
	}
	if (!*v->text)
		v->kind = VALUE_MISSING;
	else if (str_to_number(v->text, &v->number))
		v->kind = VALUE_NUMBER;
}

/* One row's cells; false at the end of the file. Blank lines are passed over. */
static bool read_row(struct csv *c, struct builder *row)
{
	while (c->at < c->end && at_end_of_line(c))
		skip_line_end(c);
	if (c->at == c->end)
		return false;
	for (;;) {
		read_cell(c, builder_item(c->arena, row));
		if (at_end_of_line(c))
			break;
		step(c); /* the separator */
	}
	skip_line_end(c);
	return true;
}

static void check_header(struct csv *c, struct builder *header)
{
	header->keys = header->items;
	for (size_t i = 0; i < header->count; i++) {
		struct value *cell = &header->items[i];
		cell->text = trimmed(c->arena, cell->text, strlen(cell->text));
		cell->kind = VALUE_STRING;
		if (!*cell->text)
			fail(c, cell->place, "name the column or remove it", "a column has no name");
	}
	if (!c->failed && !builder_unique(c->arena, header, c->diags))
		c->failed = true;
}

const struct value *read_csv(struct arena *arena, const char *name, const char *bytes, size_t size, char separator,
                             struct diags *diags)
{
	struct csv c = { .arena = arena,
		         .diags = diags,
		         .name = name,
		         .at = bytes,
		         .end = bytes + size,
		         .separator = separator,
		         .place = { name, 1, 1 } };
	struct builder header = { 0 }, rows = { 0 };
	if (!read_row(&c, &header)) {
		fail(&c, c.place, "the first row names the columns", "the file is empty");
		return NULL;
	}
	check_header(&c, &header);
	for (size_t values = 0;;) {
		struct builder row = { 0 };
		struct place place;
		if (!read_row(&c, &row))
			break;
		place = row.items[0].place;
		if (row.count != header.count)
			fail(&c, place, "every row has as many cells as the header; quote cells that hold a separator",
			     arena_printf(arena, "the row has %zu %s, the header %zu", row.count,
			                  row.count == 1 ? "cell" : "cells", header.count));
		else
			*builder_item(arena, &rows) = (struct value){ .kind = VALUE_MAP,
				                                      .place = place,
				                                      .count = header.count,
				                                      .items = row.items,
				                                      .keys = header.items };
		if ((values += row.count) > READ_VALUES_MAX) {
			fail(&c, place, "split the file", "the file holds too many values");
			break;
		}
	}
	struct value *root = arena_alloc(arena, 1, sizeof *root);
	*root = (struct value){ .kind = VALUE_LIST, .place = { name, 1, 1 }, .count = rows.count, .items = rows.items };
	return c.failed ? NULL : root;
}
