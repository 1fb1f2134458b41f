#include "read/table.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/rows.h"
#include "read/sniff.h"

#include <string.h>

/* A table that shows another has few texts of its own, and there may be one for each column. */
enum { POOL = 1 << 16, POOL_OVER = 1 << 10 };

/* What a column starts with. An array of up to so many bytes lies on the table's arena, for there may be very many
 * columns; a larger one has an arena of its own. */
enum { TEXTS_FIRST = 4, SLOTS_FIRST = 8, SHARED = 1 << 14 };

/* A column has nearly as many texts as rows if it has that many, and no more than one row in so many repeats one. */
enum { PLAIN_FROM = 1 << 16, PLAIN_SHARE = 16 };

/* Room for count items: what lay in an arena of its own goes when the larger array is there. */
static void *widen(struct arena *shared, struct arena **own, const void *items, size_t used, size_t count, size_t size)
{
	struct arena *old = *own, *fresh = count * size > SHARED ? arena_new_below(shared) : NULL;
	void *moved = arena_alloc(fresh ? fresh : shared, count, size);
	if (used)
		memcpy(moved, items, used * size);
	arena_free(old);
	*own = fresh;
	return moved;
}

static struct table *table_new(struct arena *arena, struct arena *keep)
{
	struct table *t = arena_alloc(arena, 1, sizeof *t);
	t->arena = arena;
	t->keep = keep;
	t->numbers = map_new(arena);
	return t;
}

/* A new one without room for cells. */
static struct table_column *column_new(struct table *t, const struct value *key)
{
	t->columns = arena_grow(t->arena, t->columns, &t->columns_room, t->n_columns, sizeof *t->columns);
	struct table_column *c = &t->columns[t->n_columns];
	*c = (struct table_column){ .key = *key,
		                    .from = TABLE_NOWHERE,
		                    .n_texts = TABLE_TEXT,
		                    .texts_room = TEXTS_FIRST,
		                    .n_slots = SLOTS_FIRST };
	c->key.text = arena_strdup(t->arena, key->text);
	c->texts = widen(t->arena, &c->own_texts, NULL, 0, c->texts_room, sizeof *c->texts);
	for (size_t i = 0; i < TABLE_TEXT; i++)
		c->texts[i].text = "";
	size_t *number = arena_alloc(t->arena, 1, sizeof *number);
	*number = t->n_columns++;
	map_put(&t->numbers, c->key.text, number);
	return c;
}

static void make_cells(struct table *t, struct table_column *c)
{
	c->cells = widen(t->arena, &c->own_cells, NULL, 0, t->rows_room + 1, sizeof *c->cells);
}

size_t table_column(struct table *t, const struct value *key)
{
	size_t *number = map_find(&t->numbers, key->text);
	if (number)
		return *number;
	make_cells(t, column_new(t, key));
	return t->n_columns - 1;
}

void table_reserve(struct table *t, size_t rows)
{
	t->rows = widen(t->arena, &t->own_rows, t->rows, t->n_rows, rows + 1, sizeof *t->rows);
	for (size_t i = 0; i < t->n_columns; i++) {
		struct table_column *c = &t->columns[i];
		c->cells = widen(t->arena, &c->own_cells, c->cells, t->n_rows, rows + 1, sizeof *c->cells);
	}
	t->rows_room = rows;
}

void table_add_row(struct table *t, size_t at)
{
	if (t->n_rows >= t->rows_room)
		table_reserve(t, t->rows_room ? 2 * t->rows_room : 64);
	t->rows[t->n_rows++] = (uint32_t)at;
}

void table_put_number(struct table *t, size_t column, uint32_t number)
{
	t->columns[column].cells[t->n_rows - 1] = number;
}

static bool same(const struct table_text *text, const char *s, size_t n)
{
	return text->length == n && memcmp(text->text, s, n) == 0;
}

static void forget_slots(struct table_column *c)
{
	arena_free(c->own_slots);
	c->own_slots = NULL;
	c->slots = NULL;
}

static void rehash(const struct table *t, struct table_column *c, size_t slots)
{
	c->n_slots = slots;
	c->slots = widen(t->arena, &c->own_slots, NULL, 0, c->n_slots, sizeof *c->slots);
	for (size_t i = TABLE_TEXT; i < c->n_texts; i++) {
		size_t at = c->texts[i].hash & (c->n_slots - 1);
		while (c->slots[at])
			at = (at + 1) & (c->n_slots - 1);
		c->slots[at] = (uint32_t)i;
	}
}

static const char *pooled(struct table *t, const char *s, size_t n)
{
	if (n + 1 > t->pool_left) {
		size_t room = t->over ? POOL_OVER : POOL;
		if (n + 1 > room / 4)
			return arena_strndup(t->keep, s, n);
		t->pool = arena_alloc(t->keep, room, 1);
		t->pool_left = room;
	}
	char *text = t->pool;
	memcpy(text, s, n);
	text[n] = '\0';
	t->pool += n + 1;
	t->pool_left -= n + 1;
	return text;
}

static uint32_t add_text(struct table *t, struct table_column *c, const char *s, size_t n, uint32_t hash)
{
	if (c->n_texts == c->texts_room) {
		c->texts = widen(t->arena, &c->own_texts, c->texts, c->n_texts, 2 * c->texts_room, sizeof *c->texts);
		c->texts_room *= 2;
	}
	c->texts[c->n_texts] = (struct table_text){ pooled(t, s, n), (uint32_t)n, hash };
	return c->last = (uint32_t)c->n_texts++;
}

void table_put(struct table *t, size_t column, const char *s, size_t n)
{
	table_put_at(t, column, t->n_rows - 1, s, n);
}

void table_put_at(struct table *t, size_t column, size_t row, const char *s, size_t n)
{
	struct table_column *c = &t->columns[column];
	uint32_t *cell = &c->cells[row];
	if (c->last && same(&c->texts[c->last], s, n)) {
		*cell = c->last;
		return;
	}
	if (c->plain) {
		*cell = add_text(t, c, s, n, 0);
		return;
	}
	if (!c->slots)
		rehash(t, c, c->n_slots);
	uint32_t hash = (uint32_t)str_hash(s, n);
	size_t at = hash & (c->n_slots - 1);
	for (uint32_t i; (i = c->slots[at]); at = (at + 1) & (c->n_slots - 1))
		if (c->texts[i].hash == hash && same(&c->texts[i], s, n)) {
			*cell = c->last = i;
			return;
		}
	c->slots[at] = *cell = add_text(t, c, s, n, hash);
	c->plain = c->n_texts > PLAIN_FROM && c->n_texts > row - row / PLAIN_SHARE;
	if (c->plain)
		forget_slots(c);
	else if (c->n_texts * 4 > c->n_slots * 3)
		rehash(t, c, 2 * c->n_slots);
}

void table_put_value(struct table *t, size_t column, const struct value *value)
{
	switch (value->kind) {
	case VALUE_MISSING:
		table_put_number(t, column, TABLE_MISSING);
		return;
	case VALUE_NUMBER:
	case VALUE_STRING:
		table_put(t, column, value->text, strlen(value->text));
		return;
	case VALUE_BOOL:
	case VALUE_LIST:
	case VALUE_MAP:
		table_put_number(t, column, TABLE_NESTED);
		return;
	}
}

struct table *table_of_tree(struct arena *arena, const struct value *list)
{
	struct table *t = table_new(arena, arena);
	t->tree = list;
	t->place = place_file(list->place.file);
	for (size_t i = 0; i < list->count; i++) {
		const struct value *map = &list->items[i];
		if (map->kind != VALUE_MAP)
			continue;
		table_add_row(t, i);
		for (size_t k = 0; k < map->count; k++)
			table_put_value(t, table_column(t, &map->keys[k]), &map->items[k]);
	}
	return t;
}

static struct table *read_lines(struct arena *arena, struct arena *keep, enum read_format format, char separator,
                                struct lines lines, struct diags *diags)
{
	struct table *t = table_new(arena, keep);
	struct origin *origin = arena_alloc(keep, 1, sizeof *origin);
	*origin = (struct origin){ .format = format, .separator = separator, .lines = lines };
	t->origin = origin;
	t->place = place_file(lines.name);
	bool ok = format == READ_JSON ? rows_read_json(t, diags) : rows_read_csv(t, keep, origin, diags);
	for (size_t i = 0; i < t->n_columns; i++)
		forget_slots(&t->columns[i]);
	return ok ? t : NULL;
}

struct table *table_read(struct arena *arena, struct arena *keep, enum read_format format, const char *name,
                         struct bytes bytes, struct diags *diags)
{
	char separator = format == READ_CSV ? sniff_separator(bytes.data, bytes.size) : '\t';
	return read_lines(arena, keep, format, separator, lines_of(keep, name, bytes), diags);
}

struct table *table_read_commas(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                                struct diags *diags)
{
	return read_lines(arena, keep, READ_CSV, ',', lines_of(keep, name, bytes), diags);
}

struct table *table_read_cells(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                               const struct line_cell *cells, size_t n_cells, struct diags *diags)
{
	struct lines lines = lines_of(keep, name, bytes);
	lines.cells = cells;
	lines.n_cells = n_cells;
	return read_lines(arena, keep, READ_CSV, ',', lines, diags);
}

void table_column_close(struct table *t, size_t column)
{
	struct table_column *c = &t->columns[column];
	arena_free(c->own_cells);
	arena_free(c->own_texts);
	arena_free(c->own_slots);
	c->own_cells = c->own_texts = c->own_slots = NULL;
}

void table_close(struct table *t)
{
	for (size_t i = 0; i < t->n_columns; i++)
		table_column_close(t, i);
	arena_free(t->own_rows);
	t->own_rows = NULL;
	t->n_columns = t->n_rows = t->rows_room = 0;
}

/* ---- the same rows, seen another way ---- */

struct table *table_over(struct arena *arena, struct table *table, const uint32_t *picked, size_t n_picked,
                         const char *value, const struct table *like)
{
	struct table *t = table_new(arena, table->keep);
	t->over = table;
	t->picked = picked;
	t->place = table->place;
	t->tree = table->tree;
	t->n_rows = t->rows_room = picked ? n_picked : table->n_rows;
	t->rows = like ? like->rows : table->rows;
	t->filled = like ? like->filled : NULL;
	if (picked && !like) {
		t->rows = arena_alloc(arena, n_picked + 1, sizeof *t->rows);
		for (size_t i = 0; i < n_picked; i++)
			t->rows[i] = table->rows[picked[i]];
	}
	if (table->origin) {
		struct origin *origin = arena_alloc(table->keep, 1, sizeof *origin);
		*origin = *table->origin;
		origin->value = value ? arena_strdup(table->keep, value) : NULL;
		t->origin = origin;
	}
	return t;
}

/* The cells of a column of the other table, which rows may have been picked from. */
static uint32_t *lent_cells(struct table *t, size_t column, struct arena **own)
{
	uint32_t *cells = t->over->columns[column].cells;
	if (!t->picked)
		return cells;
	uint32_t *some = widen(t->arena, own, NULL, 0, t->n_rows + 1, sizeof *some);
	for (size_t i = 0; i < t->n_rows; i++)
		some[i] = cells[t->picked[i]];
	return some;
}

static struct table_column *add_column(struct table *t, size_t from, const char *key)
{
	const struct value name = { .kind = VALUE_STRING,
		                    .place = from == TABLE_NOWHERE ? t->place : t->over->columns[from].key.place,
		                    .text = key };
	struct table_column *c = column_new(t, &name);
	c->from = from;
	return c;
}

size_t table_lend(struct table *t, size_t column, const char *key)
{
	struct table_column *c = add_column(t, column, key), *of = &t->over->columns[column];
	c->cells = lent_cells(t, column, &c->own_cells);
	c->texts = of->texts;
	c->n_texts = c->texts_room = of->n_texts;
	return t->n_columns - 1;
}

size_t table_lend_as(struct table *t, size_t column, const char *key, const char *const *texts)
{
	size_t number = table_lend(t, column, key);
	struct table_column *c = &t->columns[number];
	struct table_text *own = widen(t->arena, &c->own_texts, NULL, 0, c->n_texts, sizeof *own);
	for (size_t i = 0; i < c->n_texts; i++)
		own[i] = (struct table_text){ texts[i], (uint32_t)strlen(texts[i]), 0 };
	c->texts = own;
	return number;
}

size_t table_fill(struct table *t, const char *key, const char *text)
{
	struct table_column *c = add_column(t, TABLE_NOWHERE, key);
	add_text(t, c, text, strlen(text), 0); /* as the first, and all cells are of the first text */
	if (!t->filled) {
		t->filled = arena_alloc(t->arena, t->n_rows + 1, sizeof *t->filled);
		for (size_t i = 0; i < t->n_rows; i++)
			t->filled[i] = TABLE_TEXT;
	}
	c->cells = t->filled;
	return t->n_columns - 1;
}

size_t table_empty(struct table *t, size_t column, const char *key)
{
	make_cells(t, add_column(t, column, key));
	return t->n_columns - 1;
}

/* What its cells hold, as the map that a reader would make. */
static const struct value *row_over(struct arena *arena, const struct table *t, size_t row)
{
	struct value *map = arena_alloc(arena, 1, sizeof *map);
	struct value *keys = arena_alloc(arena, t->n_columns + 1, sizeof *keys);
	struct value *items = arena_alloc(arena, t->n_columns + 1, sizeof *items);
	*map = (struct value){ .kind = VALUE_MAP, .place = table_place(t, TABLE_NOWHERE, row) };
	map->keys = keys;
	map->items = items;
	for (size_t i = 0; i < t->n_columns; i++) {
		const struct table_column *c = &t->columns[i];
		const char *text = c->texts[c->cells[row]].text;
		if (!*text)
			continue;
		struct value *item = &items[map->count];
		keys[map->count++] = c->key;
		*item = (struct value){ .kind = VALUE_STRING, .place = table_place(t, i, row), .text = text };
		if (str_to_number(text, &item->number))
			item->kind = VALUE_NUMBER;
	}
	return map;
}

/* ---- reading it ---- */

const char *table_cell(const struct table *t, size_t column, size_t row)
{
	const struct table_column *c = &t->columns[column];
	return c->texts[c->cells[row]].text;
}

const struct value *table_row(struct arena *arena, const struct table *t, size_t row)
{
	if (t->over)
		return row_over(arena, t, row);
	return t->tree ? &t->tree->items[t->rows[row]] : origin_row(arena, t->origin, t->rows[row]);
}

struct place table_place(const struct table *t, size_t column, size_t row)
{
	if (t->over)
		return table_place(t->over, column == TABLE_NOWHERE ? TABLE_NOWHERE : t->columns[column].from,
		                   t->picked ? t->picked[row] : row);
	if (column == TABLE_NOWHERE) {
		column = 0;
		if (t->tree)
			return t->tree->items[t->rows[row]].place;
		if (t->origin->format == READ_JSON)
			return lines_place(&t->origin->lines, t->rows[row]);
	}
	if (!t->tree && t->origin->format != READ_JSON)
		return rows_csv_place(t->origin, t->rows[row], column);
	struct arena *scratch = arena_new_below(t->arena);
	const struct value *map = table_row(scratch, t, row), *value = value_at(map, t->columns[column].key.text);
	struct place place = value ? value->place : map->place;
	arena_free(scratch);
	return place;
}

const struct value *origin_row(struct arena *arena, const struct origin *origin, size_t offset)
{
	return origin->format == READ_JSON ? rows_json_row(arena, origin, offset) : rows_csv_row(arena, origin, offset);
}
