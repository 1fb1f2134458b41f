/* What changed between two states of the data, for programs. */
#include "press/report.h"

#include "data/tree.h"
#include "facts/changes.h"

static const struct value null = { .kind = VALUE_MISSING, .text = "null" };

static struct value source_of(const struct measurement *m)
{
	return m && m->source ? tree_text(m->source->id) : null;
}

static struct value number_of(struct arena *arena, const struct standing_row *row)
{
	return row ? tree_number(arena, row->value) : null;
}

static struct value rank_of(struct arena *arena, int rank)
{
	return rank ? tree_number(arena, rank) : null;
}

static struct value change_map(struct arena *arena, const struct change *c)
{
	struct tree map = tree_new(arena);
	const struct benchmark *benchmark = c->benchmark ? c->benchmark : c->old_benchmark;
	tree_put(&map, "kind", tree_text(change_kind_word(c->kind)));
	tree_put(&map, "model", tree_text(variant_ref(arena, c->new_variant ? c->new_variant : c->old_variant)));
	tree_put(&map, "benchmark", tree_text(benchmark->id));
	tree_put(&map, "before", number_of(arena, c->before));
	tree_put(&map, "after", number_of(arena, c->after));
	tree_put(&map, "unit", tree_text(benchmark->unit->name));
	tree_put(&map, "rank_before", rank_of(arena, c->rank_before));
	tree_put(&map, "rank_after", rank_of(arena, c->rank_after));
	tree_put(&map, "better", c->known_direction ? tree_bool(c->better) : null);
	tree_put(&map, "revision", tree_bool(c->revision));
	tree_put(&map, "source_before", source_of(c->was));
	tree_put(&map, "source_after", source_of(c->is));
	return tree_map(&map);
}

static struct value ref_list(struct arena *arena, const struct variant *const *variants, size_t count)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < count; i++)
		tree_put(&list, NULL, tree_text(variant_ref(arena, variants[i])));
	return tree_list(&list);
}

static struct value id_list(struct arena *arena, const struct benchmark *const *benchmarks, size_t count)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < count; i++)
		tree_put(&list, NULL, tree_text(benchmarks[i]->id));
	return tree_list(&list);
}

void report_put_changes(struct arena *arena, struct tree *map, const struct changes *c)
{
	struct tree models = tree_new(arena), benchmarks = tree_new(arena), list = tree_new(arena);
	tree_put(&models, "in", ref_list(arena, c->models_in, c->n_models_in));
	tree_put(&models, "out", ref_list(arena, c->models_out, c->n_models_out));
	tree_put(&benchmarks, "in", id_list(arena, c->benchmarks_in, c->n_benchmarks_in));
	tree_put(&benchmarks, "out", id_list(arena, c->benchmarks_out, c->n_benchmarks_out));
	tree_put(&benchmarks, "not_compared", id_list(arena, c->left_out, c->n_left_out));
	for (size_t i = 0; i < c->count; i++)
		tree_put(&list, NULL, change_map(arena, &c->items[i]));
	tree_put(map, "models", tree_map(&models));
	tree_put(map, "benchmarks", tree_map(&benchmarks));
	tree_put(map, "changes", tree_list(&list));
}
