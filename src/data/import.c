#include "data/import.h"

#include "base/arena.h"
#include "base/str.h"

static const struct import *const imports[] = { &import_dataset, &import_records };

const struct import *import_find(const struct document *document)
{
	for (size_t i = 0; i < sizeof imports / sizeof *imports; i++)
		if (imports[i]->detect(document))
			return imports[i];
	return NULL;
}

/* The first key whose value looks like plain records: a list that starts with a map of a model. */
static const char *key_of_records(const struct value *map)
{
	for (size_t i = 0; i < map->count; i++)
		if (map->items[i].kind == VALUE_LIST && map->items[i].count && value_at(map->items[i].items, "model"))
			return map->keys[i].text;
	return NULL;
}

static const char *keys_listed(struct arena *arena, const struct value *map)
{
	enum { MOST = 4 };
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < map->count && i < MOST; i++)
		strbuf_addf(&b, "%s\"%s\"", !i ? "" : i + 1 == map->count ? " and " : ", ", map->keys[i].text);
	if (map->count > MOST)
		strbuf_addf(&b, " and %zu more", map->count - MOST);
	return b.s;
}

static void report(struct build *b, const struct document *document)
{
	const struct value *tree = document->tree;
	const char *records = tree->kind == VALUE_MAP ? key_of_records(tree) : NULL;
	if (records)
		diag_add(b->diags, DIAG_ERROR, tree->place,
		         arena_printf(b->scratch,
		                      "plain records are a list: save what is under \"%s\" as a file of its own",
		                      records),
		         "this is not a format that benchbrief knows: a map with %s", keys_listed(b->scratch, tree));
	else if (tree->kind == VALUE_MAP)
		diag_add(b->diags, DIAG_ERROR, tree->place,
		         "a dataset has sources, models, benchmarks and measurements; plain records are a list",
		         "this is not a format that benchbrief knows: a map with %s", keys_listed(b->scratch, tree));
	else if (tree->kind == VALUE_MISSING)
		diag_add(b->diags, DIAG_ERROR, tree->place, "write a dataset (a map) or plain records (a list)",
		         "there are no data in this file");
	else
		diag_add(b->diags, DIAG_ERROR, tree->place, "write a dataset (a map) or plain records (a list)",
		         "this is %s, neither a dataset nor records", value_kind_word(tree->kind));
}

const struct import *import_of(struct build *b, const struct document *document)
{
	const struct import *import = import_find(document);
	if (!import)
		report(b, document);
	return import;
}
