/* A JSON list of flat maps as columns. It is strict: at the first thing that is anything else it gives up, and the
 * reader of value trees says what is there. */
#include "read/rows.h"

#include "base/arena.h"
#include "read/json.h"
#include "read/table.h"

#include <string.h>

enum { SCRATCH = 1 << 20, CELLS_MAX = 4 * READ_VALUES_MAX };

struct rows {
	struct table *table;
	const struct lines *lines;
	const char *at, *end;
	struct arena *scratch;
	struct diags *warnings;
	size_t values;
};

struct slice {
	const char *s;
	size_t n;
};

static struct json json_at(struct arena *arena, const struct lines *lines, size_t offset, struct diags *diags)
{
	struct json j = json_new(arena, lines->name, lines->bytes, lines->size, diags);
	struct place place = lines_place(lines, offset);
	j.at = j.counted = lines->bytes + offset;
	j.line = place.line;
	j.line_start = j.at - (place.column - 1); /* as if every rune before it were one byte */
	return j;
}

static char next(struct rows *r)
{
	while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\r' || *r->at == '\n'))
		r->at++;
	return r->at < r->end ? *r->at : '\0';
}

static bool take(struct rows *r, char c)
{
	if (next(r) != c)
		return false;
	r->at++;
	return true;
}

/* Any value, by the reader of value trees; what is in a list or map is not kept. */
static bool read_whole(struct rows *r, struct value *value)
{
	bool nested = *r->at == '[' || *r->at == '{';
	struct json j = json_at(r->scratch, r->lines, (size_t)(r->at - r->lines->bytes), r->warnings);
	bool ok = (nested ? json_pass(&j, value, 2) : json_value(&j, value, 2)) && !j.failed;
	r->at = j.at;
	return ok;
}

/* A text without escapes, at its opening quote. */
static bool plain_text(struct rows *r, struct slice *text)
{
	const char *p = r->at + 1;
	while (p < r->end && *p != '"' && *p != '\\' && *p != '\n' && *p != '\r' && *p != '\t')
		p++;
	if (p == r->end || *p != '"')
		return false;
	*text = (struct slice){ r->at + 1, (size_t)(p - r->at) - 1 };
	r->at = p + 1;
	return true;
}

static size_t digits(const char *p, const char *end)
{
	size_t n = 0;
	while (p + n < end && p[n] >= '0' && p[n] <= '9')
		n++;
	return n;
}

/* -12 or 0.5, of no more digits than every reader takes. */
static bool plain_number(struct rows *r, struct slice *number)
{
	enum { LONG = 40 };
	const char *p = r->at + (*r->at == '-');
	size_t whole = digits(p, r->end), part = 0;
	if (!whole || whole > LONG || (whole > 1 && *p == '0'))
		return false;
	p += whole;
	if (p < r->end && *p == '.') {
		part = digits(p + 1, r->end);
		p += part + 1;
		if (!part || part > LONG)
			return false;
	}
	if (p == r->end || !strchr(",]} \t\r\n", *p))
		return false;
	*number = (struct slice){ r->at, (size_t)(p - r->at) };
	r->at = p;
	return true;
}

static bool read_cell(struct rows *r, size_t column)
{
	struct slice plain;
	struct value value;
	char c = next(r);
	if (c == '"' ? plain_text(r, &plain) : (c == '-' || (c >= '0' && c <= '9')) && plain_number(r, &plain)) {
		table_put(r->table, column, plain.s, plain.n);
		return true;
	}
	if (!c || !read_whole(r, &value))
		return false;
	table_put_value(r->table, column, &value);
	return true;
}

static bool is_column(const struct table *t, size_t column, struct slice key)
{
	if (column >= t->n_columns)
		return false;
	const char *text = t->columns[column].key.text;
	return strncmp(text, key.s, key.n) == 0 && !text[key.n];
}

/* The column of the key at hand: most often the one after the last. */
static bool read_key(struct rows *r, size_t guess, size_t *column)
{
	struct slice plain;
	struct value key;
	if (next(r) != '"')
		return false;
	const char *start = r->at;
	if (plain_text(r, &plain)) {
		*column = guess;
		if (is_column(r->table, guess, plain))
			return true;
		key = (struct value){ .kind = VALUE_STRING, .text = arena_strndup(r->scratch, plain.s, plain.n) };
	} else if (!read_whole(r, &key)) {
		return false;
	}
	size_t columns = r->table->n_columns;
	key.place = place_file(r->lines->name);
	*column = table_column(r->table, &key);
	if (r->table->n_columns > columns)
		r->table->columns[*column].key.place = lines_place(r->lines, (size_t)(start - r->lines->bytes));
	return true;
}

static bool read_record(struct rows *r)
{
	struct table *t = r->table;
	size_t column = (size_t)-1;
	if (next(r) != '{')
		return false;
	table_add_row(t, (size_t)(r->at++ - r->lines->bytes));
	if (take(r, '}'))
		return true;
	do {
		if (!read_key(r, column + 1, &column) || !take(r, ':'))
			return false;
		if (t->columns[column].cells[t->n_rows - 1] != TABLE_ABSENT) /* a repeated key */
			return false;
		if (!read_cell(r, column) || ++r->values > READ_VALUES_MAX)
			return false;
	} while (take(r, ','));
	return take(r, '}') && t->n_columns <= CELLS_MAX / t->n_rows;
}

static bool read_next(struct rows *r)
{
	if (arena_used(r->scratch) > SCRATCH) {
		arena_free(r->scratch);
		r->scratch = arena_new_below(r->table->arena);
	}
	return read_record(r);
}

/* JSON lines. */
static bool read_records(struct rows *r)
{
	while (next(r))
		if (!read_next(r))
			return false;
	return r->at == r->end;
}

static bool read_list(struct rows *r)
{
	if (!take(r, '['))
		return false;
	if (!take(r, ']')) {
		do {
			if (!read_next(r))
				return false;
		} while (take(r, ','));
		if (!take(r, ']'))
			return false;
	}
	return !next(r) && r->at == r->end;
}

bool rows_read_json(struct table *t, struct diags *diags)
{
	const struct lines *lines = &t->origin->lines;
	struct rows r = { .table = t,
		          .lines = lines,
		          .at = lines->bytes,
		          .end = lines->bytes + lines->size,
		          .scratch = arena_new_below(t->arena),
		          .warnings = diags_new(t->arena) };
	bool ok = json_is_lines(lines->name, lines->bytes, lines->size) ? read_records(&r) : read_list(&r);
	arena_free(r.scratch);
	if (ok)
		diags_append(diags, r.warnings);
	return ok;
}

const struct value *rows_json_row(struct arena *arena, const struct origin *origin, size_t offset)
{
	struct json j = json_at(arena, &origin->lines, offset, diags_new(arena));
	struct value *map = arena_alloc(arena, 1, sizeof *map);
	struct read_series series = { 0 };
	j.series = &series; /* no record asks for more */
	json_value(&j, map, 1);
	return map;
}
