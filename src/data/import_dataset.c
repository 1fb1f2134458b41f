/* A dataset in the schema of benchbrief: a map, or the table that such a map becomes as CSV. */
#include "data/import.h"

#include "base/str.h"
#include "read/emit.h"

static const char *const keys[] = { "benchbrief",   "title",         "note",   "date",  "trust",
	                            "sources",      "organisations", "models", "units", "benchmarks",
	                            "measurements", "claims",        "pins" };

/* One of these makes a map a dataset; a title, a note or a date may be anybody's. */
static const char *const own_keys[] = { "benchbrief", "trust",      "sources",      "organisations", "models",
	                                "units",      "benchmarks", "measurements", "claims",        "pins" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool import_is_dataset(const struct value *map)
{
	for (size_t i = 0; i < COUNT(own_keys); i++)
		if (value_at(map, own_keys[i]))
			return true;
	return map->count == 0;
}

static bool detect(const struct document *document)
{
	const struct value *tree = document->tree;
	return tree && (tree->kind == VALUE_MAP ? import_is_dataset(tree) : emit_is_flattened(tree));
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

const struct import import_dataset = { "benchbrief-dataset", detect, convert };
