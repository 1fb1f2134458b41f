/* One number for data: the same for the same content, however its files are ordered. */
#include "data/export.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"
#include "data/narrow.h"
#include "read/emit.h"

#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A list of maps is a set: its items as YAML, sorted. Any other value keeps its order (trust is one). */
static void add_canonical(struct strbuf *text, const char *key, const struct value *value)
{
	strbuf_addf(text, "%s:\n", key);
	if (value->kind != VALUE_LIST || !value->count || value->items[0].kind != VALUE_MAP) {
		strbuf_add(text, emit_yaml(text->arena, value));
		return;
	}
	const char **items = arena_alloc(text->arena, value->count, sizeof *items);
	for (size_t i = 0; i < value->count; i++)
		items[i] = emit_yaml(text->arena, &value->items[i]);
	qsort(items, value->count, sizeof *items, by_bytes);
	for (size_t i = 0; i < value->count; i++) {
		strbuf_add(text, "-\n");
		strbuf_add(text, items[i]);
	}
}

char *export_hash(struct arena *arena, const struct dataset *dataset, const struct benchmark *const *benchmarks,
                  size_t n_benchmarks)
{
	struct arena *scratch = arena_new_below(arena);
	struct narrow narrow = { .benchmarks = benchmarks, .n_benchmarks = n_benchmarks };
	const struct value *root = n_benchmarks ? export_used(scratch, dataset_narrow(scratch, dataset, &narrow))
	                                        : export_dataset(scratch, dataset);
	struct strbuf text = strbuf_new(scratch);
	for (size_t i = 0; i < root->count; i++)
		add_canonical(&text, root->keys[i].text, &root->items[i]);
	char hex[65];
	hash_sha256_hex(text.s, text.n, hex);
	arena_free(scratch);
	return arena_strdup(arena, hex);
}
