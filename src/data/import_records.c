/* Plain records: a list of maps, or a table, that name their models, benchmarks and sources themselves. */
#include "data/import.h"
#include "data/imports.h"

static bool detect(const struct document *document)
{
	return document->table || document->tree->kind == VALUE_LIST;
}

/* Reports the items of a list that are not maps. */
static void check_items(struct build *b, const struct value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct schema s;
		schema_open(&s, b->scratch, b->diags, &list->items[i], "record");
	}
}

static struct part convert(struct build *b, const struct document *document)
{
	struct table *table = document->table;
	if (!table) {
		check_items(b, document->tree);
		table = table_of_tree(b->scratch, document->tree);
	}
	struct records *records = records_of(b, table);
	return (struct part){ .records = records_complete(b, records) ? records : NULL };
}

const struct import import_records = { .name = "records",
	                               .what = "plain records: model, benchmark, value",
	                               .example = "results.csv",
	                               .detect = detect,
	                               .convert = convert };
