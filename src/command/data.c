/* benchbrief data DATA…: what is known, to standard output. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/order.h"
#include "data/choice.h"
#include "data/export.h"
#include "data/load.h"
#include "data/narrow.h"
#include "facts/grid.h"
#include "read/emit.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdio.h>
#include <stdlib.h>

enum { MUCH = 1 << 18 }; /* that is given back before more is taken */

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
	OPT_MAKER,
	OPT_WHERE,
	OPT_TOP,
	OPT_ORDER,
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

/* The models that the options name, or all (NULL); a model stands for all its variants, "model@variant" for one. */
static bool find_variants(struct command_env *env, struct choice *choice, const struct option *options,
                          struct narrow *narrow)
{
	const struct option *models = &options[OPT_MODEL], *makers = &options[OPT_MAKER], *wheres = &options[OPT_WHERE];
	const struct place nowhere = place_file(NULL);
	for (size_t i = 0; i < models->count; i++)
		choice_model(choice, models->values[i], nowhere);
	for (size_t i = 0; i < makers->count; i++)
		choice_maker(choice, makers->values[i], nowhere);
	for (size_t i = 0; i < wheres->count; i++)
		choice_where(choice, wheres->values[i], nowhere);
	if (choice->failed || !diags_ok(env->diags))
		return false;
	return !choice_is_made(choice) || choice_variants(choice, nowhere, &narrow->variants, &narrow->n_variants);
}

/* The first of them, on the benchmarks that are asked for, or on all. */
static bool keep_top(struct command_env *env, const struct dataset *d, size_t top, struct narrow *narrow)
{
	const struct benchmark *const *on = narrow->benchmarks;
	size_t n_on = narrow->n_benchmarks;
	if (!on) {
		on = (const struct benchmark *const *)d->benchmarks;
		n_on = d->n_benchmarks;
	}
	narrow->variants = grid_top(env->arena, d, on, n_on, narrow->variants, narrow->n_variants, top,
	                            &narrow->n_variants, env->diags);
	return narrow->variants != NULL;
}

/* d, or the part of it that the options name; NULL if one names nothing. */
static const struct dataset *narrowed(struct command_env *env, const struct dataset *d, const struct option *options,
                                      size_t top)
{
	struct narrow narrow = { 0 };
	struct choice choice = choice_open(env->arena, d, true, env->diags);
	const struct benchmark **b = find_benchmarks(env, d, &options[OPT_BENCHMARK], &narrow.n_benchmarks);
	narrow.benchmarks = options[OPT_BENCHMARK].count ? b : NULL;
	if (!find_variants(env, &choice, options, &narrow))
		return NULL;
	if (top && !keep_top(env, d, top, &narrow))
		return NULL;
	return narrow.benchmarks || narrow.variants ? dataset_narrow(env->arena, d, &narrow) : d;
}

struct ordered { /* a cell, and what its place rests on */
	const struct variant *variant;
	const struct benchmark *benchmark;
	double value;
	bool valued;
	enum chart_order order;
	uint32_t at;
};

/* Better values first; where nobody knows which those are, larger ones; undecided and missing ones last. */
static int by_value(const struct ordered *a, const struct ordered *b)
{
	if (!a->valued || !b->valued || a->value == b->value)
		return b->valued - a->valued;
	return (a->value > b->value) == (a->benchmark->direction == DIRECTION_LOWER) ? 1 : -1;
}

static int by_order(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	if (x->benchmark != y->benchmark)
		return x->benchmark->index < y->benchmark->index ? -1 : 1;
	int sign = x->order == ORDER_VALUE ? by_value(x, y) : order_compare(x->order, x->variant, y->variant);
	return sign ? sign : x->at < y->at ? -1 : 1;
}

/* Within each benchmark. */
static void put_in_order(struct command_env *env, struct export_cells *cells, enum chart_order order)
{
	struct arena *scratch = arena_new_below(env->arena), *chosen = arena_new_below(scratch);
	size_t count = cells_count(cells->cells);
	struct ordered *all = arena_alloc(scratch, count, sizeof *all);
	uint32_t *places = arena_alloc(env->arena, count, sizeof *places);
	for (size_t i = 0; i < count; i++) {
		const struct selection *s = cells_choose(chosen, cells->cells, i);
		bool valued = s->chosen && s->chosen->value.text;
		all[i] = (struct ordered){ s->variant, s->benchmark, valued ? s->chosen->value.number : 0,
			                   valued,     order,        (uint32_t)i };
		if (arena_used(chosen) > MUCH)
			arena_empty(chosen);
	}
	if (count)
		qsort(all, count, sizeof *all, by_order);
	for (size_t i = 0; i < count; i++)
		places[i] = all[i].at;
	cells->order = places;
	arena_free(scratch);
}

/* The selection does without a choice, but not without a warning. */
static void warn_open(struct command_env *env, const struct cells *cells)
{
	struct arena *scratch = arena_new_below(env->arena);
	size_t open = 0;
	for (size_t i = 0; i < cells_count(cells); i++) {
		if (cells_only(cells, i) == SIZE_MAX)
			open += cells_choose(scratch, cells, i)->reason == SELECTED_OPEN;
		if (arena_used(scratch) > MUCH)
			arena_empty(scratch);
	}
	arena_free(scratch);
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

static void print_tree(struct command_env *env, const struct dataset *d, const struct export_cells *cells,
                       const char *format, bool all, bool part)
{
	bool csv = str_eq(format, "csv");
	struct emit_sink out = { write_out, NULL };
	const struct value *tree = !all   ? export_selected(env->arena, d, cells)
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

static enum exit_status take_order(struct command_env *env, const struct option *option, bool ordered,
                                   enum chart_order *order)
{
	if (!order_find(option_value(option, "data"), place_file(NULL), order, env->diags))
		return EXIT_USAGE;
	if (option->count && !ordered)
		return command_usage(env, "data", "--order is for the table of what counts");
	return EXIT_DONE;
}

/* Of what other benchmarks measure, what can be left out. */
static const struct dataset *load(struct command_env *env, const struct feed *feeds, size_t count,
                                  const struct option *benchmarks)
{
	const struct direction_rules rules = { .against = words_against,
		                               .has_noun = words_has_noun,
		                               .on = benchmarks->values,
		                               .n_on = benchmarks->count,
		                               .only_on = true };
	return dataset_load(env->arena, env->inputs, INPUT_DATA, feeds, count, &rules, env->diags);
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
		                           [OPT_ALLOW_SQL] = { .name = "--allow-sql", .flag = true },
		                           [OPT_MAKER] = { .name = "--maker", .many = true },
		                           [OPT_WHERE] = { .name = "--where", .many = true },
		                           [OPT_TOP] = { .name = "--top" },
		                           [OPT_ORDER] = { .name = "--order" } };
	const char **paths;
	size_t n_paths;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "table");
	bool table = str_eq(format, "table"), all = options[OPT_ALL].count > 0;
	if (!table && !str_eq(format, "csv") && !str_eq(format, "json") && !str_eq(format, "yaml"))
		return command_usage(env, "data", "--format must be one of table, csv, json, yaml, not %s", format);
	size_t top = 0;
	if (!command_count(env, "data", "--top", option_value(&options[OPT_TOP], NULL), &top))
		return EXIT_USAGE;
	enum chart_order order;
	enum exit_status taken = take_order(env, &options[OPT_ORDER], table && !all, &order);
	if (taken != EXIT_DONE)
		return taken;
	const struct command_feeds how = { &options[OPT_MAP], &options[OPT_UNIT], &options[OPT_BETTER],
		                           &options[OPT_SQL], &options[OPT_FROM], &options[OPT_ALLOW_SQL] };
	const char *from = command_from(&how);
	if (!command_format(env, from))
		return EXIT_USAGE;
	const struct feed *feeds = command_feeds(env, "data", &how, paths, &n_paths);
	if (!feeds)
		return EXIT_USAGE;
	inputs_read_as(env->inputs, from);
	const struct dataset *whole = load(env, feeds, n_paths, &options[OPT_BENCHMARK]);
	const struct dataset *d = whole ? narrowed(env, whole, options, top) : NULL;
	if (!d)
		return EXIT_DONE; /* the diagnostics tell */
	struct export_cells cells = { 0 };
	if (!all) {
		cells.cells = cells_of(env->arena, d, NULL);
		warn_open(env, cells.cells);
	}
	if (options[OPT_ORDER].count)
		put_in_order(env, &cells, order);
	if (table)
		export_table((struct emit_sink){ write_out, NULL }, env->arena, d, all ? NULL : &cells);
	else
		print_tree(env, d, &cells, format, all, d != whole);
	return EXIT_DONE;
}

const struct command command_data = {
	.name = "data",
	.summary = "what is known: the value that counts for each model and benchmark, or everything",
	.help = "usage: benchbrief data DATA… [options]\n\n"
		"DATA are files (.yaml .json .csv .tsv .xlsx .ods .md .html, and what benchbrief formats lists), "
		"folders,\n"
		"or - for standard input; several merge into one. A sheet, a range or a table is named after #:\n"
		"results.xlsx#Scores, results.xlsx#Scores!B3:F40, README.md#2, README.md#Results, page.html#id.\n\n"
		"  -f, --format F     table (default), csv, json or yaml\n"
		"      --all          every measurement, history included; as csv, json or yaml the whole dataset\n"
		"  -b, --benchmark B  only this benchmark; may be repeated\n"
		"  -m, --model M      only this model with its variants, or this model@variant, or those that\n"
		"                     fit a pattern ('gemini*'); likewise\n"
		"      --maker NAME   only models of this maker, or of those that fit a pattern; likewise\n"
		"      --where COND   only models that meet a condition, such as 'released >= 2025-06'; likewise\n"
		"      --top N        only the first N of these models, on the benchmarks of -b, else on all; of one\n"
		"                     benchmark also whoever shares the rank of the last\n"
		"      --order O      data (default), value, name or released: how the table orders "
		"models\n" COMMAND_FEED_HELP
		"      --better D     higher or lower: which of a table's values are better\n\n"
		"In the table \u2260 marks a value on which other sources differ, ? an undecided value.\n"
		"What is printed as csv, json or yaml can be loaded again with the same values counting; with --all,\n"
		"everything is the same.\n",
	.run = run,
};
