/* A dataset in the schema of benchbrief: a map, or the table that such a map becomes as CSV. */
#include "data/import.h"

#include "base/str.h"
#include "data/imports.h"
#include "read/emit.h"

static const char *const keys[] = { "benchbrief", "title",        "note",          "date",     "trust",
	                            "sources",    "data",         "organisations", "models",   "units",
	                            "benchmarks", "measurements", "claims",        "disputes", "questions",
	                            "pins",       "conventions",  "aliases",       "subject" };

/* Keys of lists that others may have too: they make a dataset where most keys of the map are known. */
static const char *const common_keys[] = { "sources", "organisations", "models", "units", "benchmarks" };

/* One of these is enough. A title, a note or a date may be anybody's. */
static const char *const own_keys[] = { "benchbrief", "trust",     "measurements", "claims",
	                                "disputes",   "questions", "pins",         "conventions" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

static size_t count_of(const struct value *map, const char *const *names, size_t count)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++)
		found += value_at(map, names[i]) != NULL;
	return found;
}

/* "models" and the like: lists in a dataset, and by name in what others write. */
static size_t count_lists(const struct value *map)
{
	size_t found = 0;
	for (size_t i = 0; i < COUNT(common_keys); i++) {
		const struct value *list = value_at(map, common_keys[i]);
		bool by_name = list && list->kind == VALUE_MAP && list->count && list->items[0].kind == VALUE_MAP;
		found += list && !(by_name && map->count == 1);
	}
	return found;
}

/* "data:" may hold anybody's results; here it names where they are. */
static bool names_data(const struct value *map)
{
	const struct value *data = value_at(map, "data");
	if (data && data->kind == VALUE_LIST)
		data = data->count ? data->items : NULL;
	return data && (data->kind == VALUE_STRING || value_at(data, "file") || value_at(data, "sql"));
}

/* A map of lists, such as no other program writes under this name. */
static bool is_alias_map(const struct value *root)
{
	const struct value *map = value_at(root, "aliases");
	if (map && map->kind == VALUE_MISSING)
		return root->count == 1; /* nobody has decided yet */
	bool lists = map && map->kind == VALUE_MAP && (map->count || root->count == 1);
	for (size_t i = 0; lists && i < map->count; i++)
		lists = root->count == 1 || map->items[i].kind == VALUE_LIST;
	return lists;
}

static bool is_dataset(const struct value *map)
{
	bool most_known = 2 * count_of(map, keys, COUNT(keys)) > map->count;
	return !map->count || is_alias_map(map) || count_of(map, own_keys, COUNT(own_keys)) ||
	       (most_known && (count_lists(map) || names_data(map)));
}

/* What the first column of a dataset's table may say in its first row. */
static const char *const records[] = {
	"dataset",    "sources",  "organisations", "models",       "units", "claims",
	"benchmarks", "disputes", "questions",     "measurements", "pins",  "conventions"
};

/* The table that emit_csv makes of a whole dataset; a column called "record" alone may be anybody's. */
static bool is_flattened(const char *key, const char *first)
{
	bool known = false;
	for (size_t i = 0; i < COUNT(records); i++)
		known |= str_eq(first, records[i]);
	return known && str_eq(key, "record");
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	const struct table *table = document->table;
	if (table)
		return table->n_rows && is_flattened(table->columns[0].key.text, table_cell(table, 0, 0));
	if (tree->kind == VALUE_MAP)
		return is_dataset(tree);
	return emit_is_flattened(tree) && is_flattened("record", tree->items[0].items[0].text);
}

static struct part convert(struct build *b, const struct document *document)
{
	const struct value *root = document->tree;
	if (root->kind == VALUE_LIST)
		root = emit_unflatten(b->arena, root, b->diags);
	if (!root)
		return (struct part){ 0 };
	struct schema s = { b->arena, b->diags, root, "dataset" };
	schema_keys(&s, keys, COUNT(keys));
	const struct value *version = schema_at(&s, "benchbrief");
	if (version && !str_eq(version->text, "1"))
		schema_wrong(&s, "benchbrief", "this program reads format 1", "1");
	return (struct part){ .dataset = root };
}

const struct import import_dataset = { .name = "benchbrief-dataset",
	                               .what = "a dataset of benchbrief",
	                               .example = "dataset.yaml",
	                               .tree = true,
	                               .detect = detect,
	                               .convert = convert };
