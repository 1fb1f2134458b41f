/* A table that nobody made for this program: a leaderboard, a spreadsheet, what a script wrote. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/record_header.h"
#include "data/table_container.h"
#include "data/table_reading.h"

/* True if the heads are those of plain records. Those of which a column tells runs apart are read as a table is. */
static bool is_records(struct arena *arena, const struct table *table)
{
	enum { GIVEN_BACK = 1024 }; /* what so many columns took */
	bool who = false, benchmark = false, value = false, runs = false, candidates = false;
	for (size_t i = 0; i < table->n_columns; i++) {
		const char *key = record_header_key(arena, table->columns[i].key.text);
		candidates |= str_eq(key, "candidates");
		runs |= table_head_is(arena, table->columns[i].key.text, KEY_RUN);
		who |= str_eq(key, "model") || str_eq(key, "candidates");
		benchmark |= str_eq(key, "benchmark");
		value |= str_eq(key, "value") || str_eq(key, "status");
		if (i % GIVEN_BACK == 0)
			arena_empty(arena);
	}
	return who && benchmark && value && (!runs || candidates);
}

static bool is_flat(const struct value *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].kind != VALUE_MAP)
			return false;
	return list->count > 0;
}

static bool has_keys_of_records(const struct value *list)
{
	bool who = false, benchmark = false, value = false;
	for (size_t i = 0; i < list->count; i++) {
		const struct value *map = &list->items[i];
		who |= value_at(map, "model") || value_at(map, "candidates");
		benchmark |= value_at(map, "benchmark") != NULL;
		value |= value_at(map, "value") || value_at(map, "status");
	}
	return who && benchmark && value;
}

static bool is_contained(const struct document *document)
{
	struct arena *scratch = arena_new_below(document->scratch);
	bool contained = container_rows(scratch, document->tree) != NULL;
	arena_free(scratch);
	return contained;
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	if (!document->table && is_contained(document))
		return true;
	if (document->feed && feed_describes(document->feed))
		return document->table || (tree->kind == VALUE_LIST && is_flat(tree));
	if (document->table) {
		struct arena *scratch = arena_new_below(document->scratch);
		bool records = is_records(scratch, document->table);
		arena_free(scratch);
		return !records && document->table->n_columns;
	}
	return tree->kind == VALUE_LIST && is_flat(tree) && !has_keys_of_records(tree);
}

static struct part convert(struct build *b, const struct document *document)
{
	const struct value *rows = document->table ? NULL : container_rows(b->scratch, document->tree);
	struct table *table =
		document->table ? document->table : table_of_tree(b->scratch, rows ? rows : document->tree);
	struct table_reading reading = { 0 };
	if (!table_understand(b, table, document->feed, document->path, &reading))
		return (struct part){ 0 };
	struct records *records = table_reshape(&reading);
	if (!records)
		return (struct part){ 0 };
	table_tell(&reading);
	if (reading.roles[KEY_SOURCE] == NO_COLUMN && document->path) {
		records->file = document->path;
		records->bytes = document->bytes;
	}
	return (struct part){ .records = records };
}

const struct import import_table = { .name = "table",
	                             .what = "a table with a model in each row, or a column for each",
	                             .example = "leaderboard.csv",
	                             .detect = detect,
	                             .convert = convert };
