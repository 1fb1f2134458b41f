/* benchbrief data DATA…: what is known, to standard output. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/order.h"
#include "data/export.h"
#include "facts/part.h"
#include "read/emit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MUCH = 1 << 18 }; /* that is given back before more is taken */

enum { OPT_FORMAT, OPT_ALL, OPT_KEYS, OPT_FEED, OPT_PART = OPT_FEED + FEED_OPTIONS, OPTIONS = OPT_PART + PART_OPTIONS };

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

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = { [OPT_FORMAT] = { .name = "--format", .brief = "-f" },
		                             [OPT_ALL] = { .name = "--all", .flag = true },
		                             [OPT_KEYS] = { .name = "--keys", .flag = true } };
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **paths;
	size_t n_paths;
	struct command_feeds feeds;
	struct part_asked part;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	if (options[OPT_KEYS].count) {
		if (n_paths)
			return command_usage(env, "data", "--keys takes no data");
		fputs(command_data_keys, stdout);
		return EXIT_DONE;
	}
	const char *format = option_value(&options[OPT_FORMAT], "table");
	bool table = str_eq(format, "table"), all = options[OPT_ALL].count > 0;
	if (!table && !str_eq(format, "csv") && !str_eq(format, "json") && !str_eq(format, "yaml"))
		return command_usage(env, "data", "--format must be one of table, csv, json, yaml, not %s", format);
	enum chart_order order;
	const struct option *ordered = &options[OPT_PART + PART_ORDER];
	if (!command_take_part(env, "data", &options[OPT_PART], &part))
		return EXIT_USAGE;
	enum exit_status taken = take_order(env, ordered, table && !all, &order);
	if (taken != EXIT_DONE)
		return taken;
	if (!command_need_feeds(env, "data", &options[OPT_FEED], paths, n_paths, &feeds))
		return EXIT_USAGE;
	const struct dataset *whole = command_load(env, &feeds, 0, feeds.count, INPUT_DATA, &part, COMMAND_LOAD_PART);
	const struct dataset *d = whole ? part_of(env->arena, whole, &part, env->diags) : NULL;
	if (!d)
		return EXIT_DONE; /* the diagnostics tell */
	struct export_cells cells = { 0 };
	if (!all) {
		cells.cells = cells_of(env->arena, d, NULL);
		warn_open(env, cells.cells);
	}
	if (ordered->count)
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
	.help = "usage: benchbrief data DATA… [options]\n"
		"       benchbrief data --keys\n\n"
		"DATA are files (.yaml .json .csv .tsv .xlsx .ods .md .html, and what benchbrief formats lists), "
		"folders,\n"
		"or - for standard input; several merge into one. A sheet, a range or a table is named after #:\n"
		"results.xlsx#Scores, results.xlsx#Scores!B3:F40, README.md#2, README.md#Results, page.html#id.\n\n"
		"  -f, --format F     table (default), csv, json or yaml\n"
		"      --all          every measurement, history included; as csv, json or yaml the whole "
		"dataset\n"
		"      --keys         every key of a dataset and column of records, with what it "
		"says\n" COMMAND_PART_HELP "      --order O      data (default), value, name or released: how the "
		"table orders models\n" COMMAND_ORDER_HELP COMMAND_FEED_HELP "\n"
		"In the table \u2260 marks a value on which other sources differ, ? an undecided value.\n"
		"What is printed as csv, json or yaml can be loaded again with the same values counting; with --all,\n"
		"everything is the same.\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
