/* A fingerprint of the data: the same for the same content, in whatever order its files give it. */
#include "data/export.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/sort.h"
#include "base/str.h"
#include "data/narrow.h"
#include "read/emit.h"

#include <string.h>

enum { SCRATCH = 1 << 18 };

struct set { /* a list of maps: they are hashed in the order of their YAML */
	const struct value *list;
	struct hash *hash;
	struct arena *arena, *scratch; /* scratch: for the item at hand */
};

static void add_text(struct hash *hash, const char *text)
{
	hash_add(hash, text, strlen(text));
}

static void forget(struct set *set)
{
	if (arena_used(set->scratch) < SCRATCH)
		return;
	arena_free(set->scratch);
	set->scratch = arena_new_below(set->arena);
}

/* The i-th item as YAML, in b. */
static void write_item(struct set *set, struct strbuf *b, size_t i)
{
	const struct value *list = set->list;
	b->n = 0;
	if (!list->items && list->maker->yaml && list->maker->yaml(list->maker->closure, b, i))
		return;
	forget(set);
	struct value item = value_item(list, i, set->scratch);
	strbuf_add(b, emit_yaml(set->scratch, &item));
}

static void add_item(struct set *set, const char *yaml, size_t size)
{
	hash_add(set->hash, "-\n", 2);
	hash_add(set->hash, yaml, size);
}

/* False, and nothing is hashed, if the items are in another order than their YAML. */
static bool add_in_order(struct set *set)
{
	struct strbuf now = strbuf_new(set->arena), before = strbuf_new(set->arena);
	struct hash hash = *set->hash;
	for (size_t i = 0; i < set->list->count; i++) {
		write_item(set, &now, i);
		if (i && strcmp(before.s, now.s) > 0) {
			*set->hash = hash;
			return false;
		}
		add_item(set, now.s, now.n);
		struct strbuf other = before;
		before = now;
		now = other;
	}
	return true;
}

/* The beginning of each item where it is known without the item. As YAML: no byte of a text sorts before the newline
 * that follows it. */
static const char **leads_of(struct set *set)
{
	const struct value *list = set->list;
	const char **leads = arena_alloc(set->arena, list->count, sizeof *leads);
	struct strbuf yaml = strbuf_new(set->arena);
	for (size_t i = 0; i < list->count; i++) {
		bool known = !list->items && list->maker->first;
		const char *text = known ? list->maker->first(list->maker->closure, set->arena, i) : "";
		yaml.n = 0;
		if (*text)
			emit_yaml_text(&yaml, text);
		leads[i] = yaml.n && *yaml.s == '"' ? arena_strdup(set->arena, yaml.s) : text;
	}
	return leads;
}

/* Items that begin alike, sorted by all of their text. */
static void add_alike(struct set *set, const struct sort_item *items, size_t count, struct strbuf *b)
{
	struct arena *own = arena_new_below(set->arena);
	const char **texts = arena_alloc(own, count, sizeof *texts);
	for (size_t i = 0; i < count; i++) {
		write_item(set, b, items[i].at);
		texts[i] = arena_strndup(own, b->s, b->n);
	}
	const struct sort_item *sorted = sort_texts(own, texts, count);
	for (size_t i = 0; i < count; i++)
		add_item(set, texts[sorted[i].at], strlen(texts[sorted[i].at]));
	arena_free(own);
}

static void add_sorted(struct set *set)
{
	struct strbuf b = strbuf_new(set->arena);
	const char **leads = leads_of(set);
	const struct sort_item *items = sort_texts(set->arena, leads, set->list->count);
	for (size_t i = 0, j; i < set->list->count; i = j) {
		for (j = i + 1; j < set->list->count && str_eq(leads[items[i].at], leads[items[j].at]); j++)
			;
		if (j > i + 1) {
			add_alike(set, &items[i], j - i, &b);
			continue;
		}
		write_item(set, &b, items[i].at);
		add_item(set, b.s, b.n);
	}
}

static bool is_set(const struct value *value)
{
	return value->kind == VALUE_LIST && value->count && (!value->items || value->items[0].kind == VALUE_MAP);
}

/* A list of maps is a set; any other value, such as trust, keeps its order. */
static void add_canonical(struct arena *arena, struct hash *hash, const char *key, const struct value *value)
{
	struct arena *scratch = arena_new_below(arena);
	add_text(hash, key);
	add_text(hash, ":\n");
	if (is_set(value)) {
		struct set set = { value, hash, scratch, arena_new_below(scratch) };
		if (!add_in_order(&set))
			add_sorted(&set);
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
