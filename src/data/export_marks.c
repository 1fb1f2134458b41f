/* Fingerprints of a dataset's parts, for whoever keeps what was made of them. */
#include "data/export.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"
#include "data/measurement.h"
#include "read/value.h"

#include <string.h>

static void add_text(struct hash *hash, const char *text)
{
	hash_add(hash, text, strlen(text) + 1);
}

/* What export leaves to whoever loads it, because it follows from the rest and from how the data are asked for. */
static void add_settled(struct hash *hash, struct arena *scratch, const struct benchmark *b)
{
	add_text(hash, arena_printf(scratch, "%s %d %d %d %d %g %g", b->unit->name, (int)b->direction,
	                            (int)b->direction_from, (int)b->zero, (int)b->part, b->low, b->high));
}

/* Kinds and texts in their order tell all that there is. */
static void add_value(struct hash *hash, struct arena *scratch, const struct value *value)
{
	const unsigned char kind = (unsigned char)value->kind;
	hash_add(hash, &kind, 1);
	if (value->kind != VALUE_LIST && value->kind != VALUE_MAP) {
		add_text(hash, value->text ? value->text : "");
		hash_add(hash, &value->number, sizeof value->number);
		hash_add(hash, &value->boolean, sizeof value->boolean);
		return;
	}
	hash_add(hash, &value->count, sizeof value->count);
	for (size_t i = 0; i < value->count; i++) {
		struct value item = value->kind == VALUE_MAP ? value->items[i] : value_item(value, i, scratch);
		if (value->kind == VALUE_MAP)
			add_text(hash, value->keys[i].text);
		add_value(hash, scratch, &item);
	}
}

/* Each to its benchmark, in the order of the data. */
static void add_measurements(const struct dataset *d, const struct value *list, struct hash *each, struct hash *order,
                             struct arena *scratch)
{
	struct strbuf yaml = strbuf_new(scratch);
	for (size_t i = 0; i < list->count; i++) {
		const size_t benchmark = measurement_benchmark(d, i)->index;
		struct hash *hash = &each[benchmark];
		hash_add(order, &benchmark, sizeof benchmark);
		yaml.n = 0;
		if (list->maker->yaml(list->maker->closure, &yaml, i)) {
			hash_add(hash, yaml.s, yaml.n + 1);
			continue;
		}
		struct arena *own = arena_new_below(scratch);
		struct value item = value_item(list, i, own);
		add_value(hash, own, &item);
		arena_free(own);
	}
}

static const char *finished(struct arena *arena, struct hash *hash)
{
	char hex[65];
	hash_finish(hash, hex);
	return arena_strdup(arena, hex);
}

void export_marks_make(struct arena *arena, const struct dataset *d, struct export_marks *marks)
{
	struct arena *scratch = arena_new_below(arena);
	const struct value *root = export_dataset(scratch, d);
	struct hash rest, order, *each = arena_alloc(scratch, d->n_benchmarks, sizeof *each);
	hash_init(&rest);
	hash_init(&order);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		hash_init(&each[i]);
		add_settled(&rest, scratch, d->benchmarks[i]);
	}
	for (size_t i = 0; i < root->count; i++) {
		const struct value *value = &root->items[i];
		add_text(&rest, root->keys[i].text);
		if (value->kind == VALUE_LIST && !value->items && str_eq(root->keys[i].text, "measurements"))
			add_measurements(d, value, each, &order, scratch);
		else
			add_value(&rest, scratch, value);
	}
	marks->rest = finished(arena, &rest);
	marks->order = finished(arena, &order);
	marks->benchmarks = arena_alloc(arena, d->n_benchmarks + 1, sizeof *marks->benchmarks);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		marks->benchmarks[i] = finished(arena, &each[i]);
	arena_free(scratch);
}
