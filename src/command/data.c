/* benchbrief data DATA…: what is known, to standard output. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/export.h"
#include "data/load.h"
#include "data/narrow.h"
#include "read/emit.h"
#include "words/direction.h"

#include <stdio.h>

enum {
	OPT_FORMAT,
	OPT_ALL,
	OPT_BENCHMARK,
	OPT_MODEL,
	OPT_FROM,
	OPT_MAP,
	OPT_UNIT,
	OPT_BETTER,
	OPT_SQL,
	OPT_ALLOW_SQL,
	OPTIONS
};

static const struct benchmark **find_benchmarks(struct command_env *env, const struct dataset *d,
                                                const struct option *option, size_t *count)
{
	const struct benchmark **found = arena_alloc(env->arena, option->count, sizeof *found);
	for (size_t i = 0; i < option->count; i++) {
		const struct benchmark *b = dataset_benchmark(d, option->values[i], place_file(NULL), env->diags);
		if (b)
			found[(*count)++] = b;
	}
	return found;
}

/* A model stands for all its variants, "model@variant" for one. */
static const struct variant **find_variants(struct command_env *env, const struct dataset *d,
                                            const struct option *option, size_t *count)
{
	const struct variant **found = arena_alloc(env->arena, option->count ? d->n_variants : 0, sizeof *found);
	bool *wanted = arena_alloc(env->arena, d->n_variants, sizeof *wanted);
	for (size_t i = 0; i < option->count; i++) {
		const struct model *m = dataset_model(d, option->values[i], place_file(NULL), NULL);
		for (size_t j = 0; m && j < m->n_variants; j++)
			wanted[model_variant(m, j)->index] = true;
		const struct variant *v =
			m ? NULL : dataset_variant(d, option->values[i], place_file(NULL), env->diags);
		if (v)
			wanted[v->index] = true;
	}
	for (size_t i = 0; i < d->n_variants && option->count; i++)
		if (wanted[i])
			found[(*count)++] = dataset_variant_at(d, i);
	return found;
}

/* d, or the part of it that the options name; NULL if one names nothing. */
static const struct dataset *narrowed(struct command_env *env, const struct dataset *d, const struct option *options)
{
	const struct option *benchmarks = &options[OPT_BENCHMARK], *models = &options[OPT_MODEL];
	struct narrow narrow = { 0 };
	if (!benchmarks->count && !models->count)
		return d;
	const struct benchmark **b = find_benchmarks(env, d, benchmarks, &narrow.n_benchmarks);
	const struct variant **v = find_variants(env, d, models, &narrow.n_variants);
	narrow.benchmarks = benchmarks->count ? b : NULL;
	narrow.variants = models->count ? v : NULL;
	return diags_ok(env->diags) ? dataset_narrow(env->arena, d, &narrow) : NULL;
}

/* The selection does without a choice, but not without a warning. */
static void warn_open(struct command_env *env, const struct selections *selections)
{
	size_t open = 0;
	for (size_t i = 0; i < selections->count; i++)
		open += selections->items[i]->reason == SELECTED_OPEN;
	if (open)
		diag_add(env->diags, DIAG_WARNING, place_file(NULL),
		         "benchbrief check names each with the pin to write",
		         open == 1 ? "%zu value is undecided: sources disagree and nothing tells which one counts"
		                   : "%zu values are undecided: sources disagree and nothing tells which one counts",
		         open);
}

static void write_out(void *closure, const char *bytes, size_t size)
{
	(void)closure;
	fwrite(bytes, 1, size, stdout);
}

static void print_tree(struct command_env *env, const struct dataset *d, const struct selections *selections,
                       const char *format, bool all, bool part)
{
	bool csv = str_eq(format, "csv");
	struct emit_sink out = { write_out, NULL };
	const struct value *tree = !all   ? export_selected(env->arena, d, selections)
	                           : part ? export_used(env->arena, d)
	                                  : export_dataset(env->arena, d);
	if (csv && !all)
		tree = export_squared(env->arena, tree);
	if (csv)
		emit_csv_to(out, env->arena, tree);
	else if (str_eq(format, "json"))
		emit_json_to(out, env->arena, tree);
	else
		emit_yaml_to(out, env->arena, tree);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = { [OPT_FORMAT] = { .name = "--format", .brief = "-f" },
		                           [OPT_ALL] = { .name = "--all", .flag = true },
		                           [OPT_BENCHMARK] = { .name = "--benchmark", .brief = "-b", .many = true },
		                           [OPT_MODEL] = { .name = "--model", .brief = "-m", .many = true },
		                           [OPT_FROM] = { .name = "--from" },
		                           [OPT_MAP] = { .name = "--map", .many = true },
		                           [OPT_UNIT] = { .name = "--unit" },
		                           [OPT_BETTER] = { .name = "--better" },
		                           [OPT_SQL] = { .name = "--sql" },
		                           [OPT_ALLOW_SQL] = { .name = "--allow-sql", .flag = true } };
	const char **paths;
	size_t n_paths;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "table");
	bool table = str_eq(format, "table"), all = options[OPT_ALL].count > 0;
	if (!table && !str_eq(format, "csv") && !str_eq(format, "json") && !str_eq(format, "yaml"))
		return command_usage(env, "data", "--format must be one of table, csv, json, yaml, not %s", format);
	const struct command_feeds how = { &options[OPT_MAP], &options[OPT_UNIT], &options[OPT_BETTER],
		                           &options[OPT_SQL], &options[OPT_FROM], &options[OPT_ALLOW_SQL] };
	const char *from = command_from(&how);
	if (!command_format(env, from))
		return EXIT_USAGE;
	const struct feed *feeds = command_feeds(env, "data", &how, paths, &n_paths);
	if (!feeds)
		return EXIT_USAGE;
	inputs_read_as(env->inputs, from);
	const struct direction_rules rules = { .against = words_against };
	const struct dataset *whole =
		dataset_load(env->arena, env->inputs, INPUT_DATA, feeds, n_paths, &rules, env->diags);
	const struct dataset *d = whole ? narrowed(env, whole, options) : NULL;
	if (!d)
		return EXIT_DONE; /* the diagnostics tell */
	struct selections selections = { 0 };
	if (!all) {
		selections = selections_of(env->arena, d, NULL);
		warn_open(env, &selections);
	}
	if (table)
		fputs(export_table(env->arena, d, &selections, all), stdout);
	else
		print_tree(env, d, &selections, format, all, d != whole);
	return EXIT_DONE;
}

const struct command command_data = {
	.name = "data",
	.summary = "what is known: the value that counts for each model and benchmark, or everything",
	.help = "usage: benchbrief data DATA… [options]\n\n"
		"DATA are files (.yaml .json .csv .tsv, and what benchbrief formats lists), folders, or - for "
		"standard\n"
		"input; several merge into one.\n\n"
		"  -f, --format F     table (default), csv, json or yaml\n"
		"      --all          every measurement, history included; as csv, json or yaml the whole dataset\n"
		"  -b, --benchmark B  only this benchmark; may be repeated\n"
		"  -m, --model M      only this model with its variants, or this model@variant; "
		"likewise\n" COMMAND_FEED_HELP
		"      --better D     higher or lower: which of a table's values are better\n\n"
		"In the table \u2260 marks a value on which other sources differ, ? an undecided value.\n"
		"What is printed as csv, json or yaml can be loaded again with the same values counting; with --all,\n"
		"everything is the same.\n",
	.run = run,
};
