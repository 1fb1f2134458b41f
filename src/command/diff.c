/* benchbrief diff OLD NEW: what changed between two states of a dataset. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "data/load.h"
#include "data/tree.h"
#include "read/emit.h"

#include <stdio.h>

enum { OPT_FORMAT, OPT_LANG, OPTIONS };

/* ---- for programs ---- */

static const struct value null = { .kind = VALUE_MISSING, .text = "null" };

static struct value source_of(const struct standing_row *row)
{
	return row && row->chosen->source ? tree_text(row->chosen->source->id) : null;
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
	tree_put(&map, "source_before", source_of(c->before));
	tree_put(&map, "source_after", source_of(c->after));
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

static char *as_json(struct arena *arena, const struct changes *c, const char *old_path, const char *new_path)
{
	struct tree root = tree_new(arena), models = tree_new(arena), benchmarks = tree_new(arena),
		    list = tree_new(arena);
	tree_put(&models, "in", ref_list(arena, c->models_in, c->n_models_in));
	tree_put(&models, "out", ref_list(arena, c->models_out, c->n_models_out));
	tree_put(&benchmarks, "in", id_list(arena, c->benchmarks_in, c->n_benchmarks_in));
	tree_put(&benchmarks, "out", id_list(arena, c->benchmarks_out, c->n_benchmarks_out));
	tree_put(&benchmarks, "not_compared", id_list(arena, c->left_out, c->n_left_out));
	for (size_t i = 0; i < c->count; i++)
		tree_put(&list, NULL, change_map(arena, &c->items[i]));
	tree_put(&root, "old", tree_text(old_path));
	tree_put(&root, "new", tree_text(new_path));
	tree_put(&root, "models", tree_map(&models));
	tree_put(&root, "benchmarks", tree_map(&benchmarks));
	tree_put(&root, "changes", tree_list(&list));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}

/* ---- the command ---- */

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_FORMAT] = { .name = "--format", .brief = "-f" }, [OPT_LANG] = { .name = "--lang" }
	};
	const char **paths;
	size_t n_paths;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "table");
	bool json = str_eq(format, "json");
	if (!json && !str_eq(format, "table"))
		return command_usage(env, "diff", "--format must be table or json, not %s", format);
	if (n_paths != 2)
		return command_usage(env, "diff", "diff compares two states, and %zu %s given", n_paths,
		                     n_paths == 1 ? "was" : "were");
	if (str_eq(paths[0], "-") && str_eq(paths[1], "-"))
		return command_usage(env, "diff", "only one of the states can be standard input");
	const struct language *language = language_find(option_value(&options[OPT_LANG], "en"), env->diags);
	if (!language)
		return EXIT_USAGE;
	const struct dataset *old = dataset_load(env->arena, env->inputs, INPUT_BASELINE, &paths[0], 1, env->diags);
	const struct dataset *new = dataset_load(env->arena, env->inputs, INPUT_DATA, &paths[1], 1, env->diags);
	if (!old || !new)
		return EXIT_DONE; /* the diagnostics tell */
	const struct changes *changes = changes_of(env->arena, old, new, env->diags);
	fputs(json ? as_json(env->arena, changes, paths[0], paths[1]) : diff_table(env->arena, changes, language),
	      stdout);
	return EXIT_DONE;
}

const struct command command_diff = {
	.name = "diff",
	.summary = "what changed between two states of data: values, ranks, models and benchmarks",
	.help = "usage: benchbrief diff OLD NEW [options]\n\n"
		"OLD and NEW are files (.yaml .json .csv .tsv) or folders; one may be - for standard input.\n"
		"Compares the values that count; models and benchmarks are matched by their ids. A benchmark "
		"whose\n"
		"unit has changed, or where the value that counts is undecided, is left out with a warning.\n\n"
		"  -f, --format F     table (default) or json\n"
		"      --lang L       language of the table: {languages} (en)\n\n"
		"The exit status is 0 whether or not something changed.\n\n"
		"json:  {\"old\": PATH, \"new\": PATH,\n"
		"        \"models\": {\"in\": [MODEL], \"out\": [MODEL]},\n"
		"        \"benchmarks\": {\"in\": [ID], \"out\": [ID], \"not_compared\": [ID]},\n"
		"        \"changes\": [{\"kind\": \"value|new|gone|source|rank\", \"model\": MODEL, \"benchmark\": "
		"ID,\n"
		"                     \"before\": N or null, \"after\": N or null, \"unit\": UNIT,\n"
		"                     \"rank_before\": N or null, \"rank_after\": N or null,\n"
		"                     \"better\": true, false or null,\n"
		"                     \"source_before\": ID or null, \"source_after\": ID or null}]}\n"
		"MODEL is an id or model@variant. A kind is the first of these that applies: the value is new, gone\n"
		"or different, the same value has another source, the rank has changed. A rank is null where there is\n"
		"none; better is null where no direction is known and for new, gone and source.\n",
	.run = run,
};
