/* What the columns of plain records mean. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/record_header.h"

#include <string.h>

static const char *const keys[] = { [KEY_MODEL] = "model",
	                            [KEY_VARIANT] = "variant",
	                            [KEY_ORGANISATION] = "organisation",
	                            [KEY_RELEASED] = "released",
	                            [KEY_LICENCE] = "licence",
	                            [KEY_BENCHMARK] = "benchmark",
	                            [KEY_VALUE] = "value",
	                            [KEY_UNIT] = "unit",
	                            [KEY_BETTER] = "better",
	                            [KEY_VERSION] = "version",
	                            [KEY_SOURCE] = "source",
	                            [KEY_DATE] = "date",
	                            [KEY_MEASURED] = "measured",
	                            [KEY_STATUS] = "status",
	                            [KEY_SE] = "se",
	                            [KEY_CI] = "ci",
	                            [KEY_CI_LOW] = "ci_low",
	                            [KEY_CI_HIGH] = "ci_high",
	                            [KEY_LEVEL] = "level",
	                            [KEY_N] = "n",
	                            [KEY_NOTE] = "note",
	                            [KEY_CANDIDATES] = "candidates",
	                            [KEY_Q05] = "q05",
	                            [KEY_Q25] = "q25",
	                            [KEY_Q75] = "q75",
	                            [KEY_Q95] = "q95",
	                            [KEY_RUNS] = "runs",
	                            [KEY_RUN] = "run",
	                            "reason",
	                            "conflict" }; /* the last two: only `data` writes them */
enum { KEYS = sizeof keys / sizeof *keys };

const char *record_key_word(enum record_key key)
{
	return keys[key];
}

enum record_key record_key_named(const char *word)
{
	size_t key = 0;
	while (key < RECORD_KEYS && !str_eq(keys[key], word))
		key++;
	return (enum record_key)key;
}

/* The key that a column means; "" for none, with a warning the first time. */
static const char *key_of(struct build *b, const struct value *header)
{
	const char *known = map_find(&b->headers, header->text);
	if (known)
		return known;
	char *key = record_header_key(b->arena, header->text);
	bool found = false;
	for (size_t i = 0; i < KEYS && !found; i++)
		found = str_eq(key, keys[i]);
	if (!found) {
		diag_add(b->diags, DIAG_WARNING, header->place, nearest_word(b->arena, key, keys, KEYS, NULL),
		         "the column \"%s\" is unknown and ignored", header->text);
		key = arena_strdup(b->arena, "");
	}
	map_put(&b->headers, arena_strdup(b->arena, header->text), key);
	return key;
}

static void report_again(struct build *b, const struct table *t, size_t row, size_t column, const char *key)
{
	struct arena *scratch = arena_new_below(b->scratch);
	const struct value *map = table_row(scratch, t, row);
	const char *header = t->columns[column].key.text;
	size_t i = 0;
	while (i + 1 < map->count && !str_eq(map->keys[i].text, header))
		i++;
	diag_add(b->diags, DIAG_ERROR, map->keys[i].place, "keep one of the two", "\"%s\" repeats the column \"%s\"",
	         header, key);
	arena_free(scratch);
}

/* Where two columns mean one key, a row may fill in either but not both. */
static void merge(struct build *b, struct table *t, size_t first, size_t second, const char *key)
{
	for (size_t r = 0; r < t->n_rows; r++) {
		const struct table_text *text = &t->columns[second].texts[t->columns[second].cells[r]];
		if (t->columns[second].cells[r] == TABLE_ABSENT)
			continue;
		if (t->columns[first].cells[r] != TABLE_ABSENT) {
			report_again(b, t, r, second, key);
			return;
		}
		if (t->columns[second].cells[r] < TABLE_TEXT)
			t->columns[first].cells[r] = t->columns[second].cells[r];
		else
			table_put_at(t, first, r, text->text, text->length);
	}
}

static bool is_spelled(struct build *b, const struct table *t, size_t column, const char *key)
{
	const char *plain = dataset_fold(b->scratch, t->columns[column].key.text);
	return str_eq(plain, key) || (str_starts(plain, "organization") && str_starts(key, "organisation"));
}

/* A column that is called otherwise ("maker") beside one that says the same, or beside one with the key's own name, is
 * left out with a warning. */
static bool leaves_out(struct build *b, struct table *t, size_t *kept, size_t other, const char *key)
{
	bool own = is_spelled(b, t, *kept, key), others = is_spelled(b, t, other, key);
	if (own && others)
		return false;
	size_t out = others ? *kept : other;
	*kept = others ? other : *kept;
	diag_add(b->diags, DIAG_WARNING, t->columns[out].key.place, NULL,
	         "the column \"%s\" is left out: \"%s\" names the %s", t->columns[out].key.text,
	         t->columns[*kept].key.text, key);
	return true;
}

struct records *records_of(struct build *b, struct table *t)
{
	struct records *records = arena_alloc(b->scratch, 1, sizeof *records);
	records->table = t;
	for (size_t k = 0; k < RECORD_KEYS; k++)
		records->columns[k] = NO_COLUMN;
	for (size_t c = 0; c < t->n_columns; c++) {
		const char *key = key_of(b, &t->columns[c].key);
		for (size_t k = 0; k < RECORD_KEYS; k++) {
			if (!str_eq(key, keys[k]))
				continue;
			if (records->columns[k] == NO_COLUMN)
				records->columns[k] = c;
			else if (!leaves_out(b, t, &records->columns[k], c, key))
				merge(b, t, records->columns[k], c, key);
		}
	}
	return records;
}

/* A table without a column that every row needs is wrong once, not in every row. */
static bool has_column(struct build *b, const struct records *records, enum record_key key)
{
	const struct table *t = records->table;
	if (!t->origin || t->origin->format == READ_JSON || records->columns[key] != NO_COLUMN)
		return true;
	diag_add(b->diags, DIAG_ERROR, t->n_columns ? t->columns[0].key.place : t->place,
	         "plain records need the columns model, benchmark and value", "no column is called \"%s\"", keys[key]);
	return false;
}

bool records_complete(struct build *b, const struct records *records)
{
	bool who = records->columns[KEY_CANDIDATES] != NO_COLUMN || has_column(b, records, KEY_MODEL);
	return has_column(b, records, KEY_BENCHMARK) && who;
}

uint32_t records_cell(const struct records *records, enum record_key key, size_t row)
{
	size_t column = records->columns[key];
	return column == NO_COLUMN ? TABLE_ABSENT : records->table->columns[column].cells[row];
}

const char *records_text(const struct records *records, enum record_key key, size_t row)
{
	uint32_t cell = records_cell(records, key, row);
	if (cell < TABLE_TEXT)
		return NULL;
	const char *text = records->table->columns[records->columns[key]].texts[cell].text;
	return text[strspn(text, " \t\r\n")] ? text : NULL;
}

struct value records_row(struct build *b, struct arena *arena, const struct records *records, size_t row)
{
	const struct value *map = table_row(arena, records->table, row);
	struct value view = *map;
	struct value *names = arena_alloc(arena, map->count, sizeof *names);
	struct value *items = arena_alloc(arena, map->count, sizeof *items);
	view.keys = names;
	view.items = items;
	view.count = 0;
	for (size_t i = 0; i < map->count; i++) {
		const char *key = key_of(b, &map->keys[i]);
		if (!*key || value_at(&view, key))
			continue;
		names[view.count] = map->keys[i];
		names[view.count].text = key;
		items[view.count++] = map->items[i];
	}
	return view;
}

struct place records_place(struct build *b, const struct records *records, enum record_key key, size_t row)
{
	struct place place = table_place(records->table, records->columns[key], row);
	if (!records->table->tree && records->table->origin->format != READ_JSON)
		return place;
	struct arena *scratch = arena_new_below(b->scratch); /* the cell may be of another column that means the same */
	struct value map = records_row(b, scratch, records, row);
	const struct value *value = value_at(&map, keys[key]);
	place = value ? value->place : map.place;
	arena_free(scratch);
	return place;
}
