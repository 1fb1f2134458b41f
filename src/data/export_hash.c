/* A fingerprint of the data: the same for the same content, in whatever order its files give it. */
#include "data/export.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"
#include "data/narrow.h"
#include "read/emit.h"

#include <stdlib.h>
#include <string.h>

enum { SCRATCH = 1 << 18 };

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The items of a list, each as YAML, sorted. */
static const char **texts_of(struct arena *arena, const struct value *list)
{
	const char **texts = arena_alloc(arena, list->count, sizeof *texts);
	struct arena *scratch = arena_new_below(arena);
	bool sorted = true;
	for (size_t i = 0; i < list->count; i++) {
		if (arena_used(scratch) > SCRATCH) {
			arena_free(scratch);
			scratch = arena_new_below(arena);
		}
		struct value item = value_item(list, i, scratch);
		texts[i] = arena_strdup(arena, emit_yaml(scratch, &item));
		sorted = sorted && (!i || strcmp(texts[i - 1], texts[i]) <= 0);
	}
	arena_free(scratch);
	if (!sorted)
		qsort(texts, list->count, sizeof *texts, by_bytes);
	return texts;
}

static void add_text(struct hash *hash, const char *text)
{
	hash_add(hash, text, strlen(text));
}

/* A list of maps is a set, so its items are sorted; any other value, such as trust, keeps its order. */
static void add_canonical(struct arena *arena, struct hash *hash, const char *key, const struct value *value)
{
	struct arena *scratch = arena_new_below(arena);
	add_text(hash, key);
	add_text(hash, ":\n");
	if (value->kind == VALUE_LIST && value->count && (!value->items || value->items[0].kind == VALUE_MAP)) {
		const char **texts = texts_of(scratch, value);
		for (size_t i = 0; i < value->count; i++) {
			add_text(hash, "-\n");
			add_text(hash, texts[i]);
		}
	} else {
		add_text(hash, emit_yaml(scratch, value));
	}
	arena_free(scratch);
}

char *export_hash(struct arena *arena, const struct dataset *dataset, const struct benchmark *const *benchmarks,
                  size_t n_benchmarks)
{
	struct arena *scratch = arena_new_below(arena);
	struct narrow narrow = { .benchmarks = benchmarks, .n_benchmarks = n_benchmarks };
	const struct value *root = n_benchmarks ? export_used(scratch, dataset_narrow(scratch, dataset, &narrow))
	                                        : export_dataset(scratch, dataset);
	struct hash hash;
	char hex[65];
	hash_init(&hash);
	for (size_t i = 0; i < root->count; i++)
		add_canonical(scratch, &hash, root->keys[i].text, &root->items[i]);
	hash_finish(&hash, hex);
	arena_free(scratch);
	return arena_strdup(arena, hex);
}
