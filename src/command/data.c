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

enum { OPT_FORMAT, OPT_ALL, OPT_FEED, OPT_PART = OPT_FEED + FEED_OPTIONS, OPTIONS = OPT_PART + PART_OPTIONS };

struct ordered { /* a selection, and where it stood */
	const struct selection *selection;
	enum chart_order order;
	size_t at;
};

/* Better values first; where nobody knows which those are, larger ones; undecided and missing ones last. */
static int by_value(const struct selection *a, const struct selection *b)
{
	bool has_a = a->chosen && a->chosen->value.text, has_b = b->chosen && b->chosen->value.text;
	double x = has_a ? a->chosen->value.number : 0, y = has_b ? b->chosen->value.number : 0;
	if (!has_a || !has_b || x == y)
		return has_b - has_a;
	return (x > y) == (a->benchmark->direction == DIRECTION_LOWER) ? 1 : -1;
}

static int by_order(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	const struct selection *s = x->selection, *t = y->selection;
	if (s->benchmark != t->benchmark)
		return s->benchmark->index < t->benchmark->index ? -1 : 1;
	int sign = x->order == ORDER_VALUE ? by_value(s, t) : order_compare(x->order, s->variant, t->variant);
	return sign ? sign : x->at < y->at ? -1 : 1;
}

/* Within each benchmark. */
static void put_in_order(struct command_env *env, struct selections *selections, enum chart_order order)
{
	struct ordered *all = arena_alloc(env->arena, selections->count + 1, sizeof *all);
	for (size_t i = 0; i < selections->count; i++)
		all[i] = (struct ordered){ selections->items[i], order, i };
	qsort(all, selections->count, sizeof *all, by_order);
	for (size_t i = 0; i < selections->count; i++)
		selections->items[i] = all[i].selection;
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

static enum exit_status take_order(struct command_env *env, const struct option *option, bool ordered,
                                   enum chart_order *order)
{
	if (!order_find(option_value(option, "data"), place_file(NULL), order, env->diags))
		return EXIT_USAGE;
	if (option->count && !ordered)
		return command_usage(env, "data", "--order is for the table of what counts");
	return EXIT_DONE;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_FORMAT] = { .name = "--format", .brief = "-f" }, [OPT_ALL] = { .name = "--all", .flag = true }
	};
	const char **paths;
	size_t n_paths;
	struct command_feeds feeds;
	struct part_asked part;
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
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
	const struct dataset *whole = command_load(env, &feeds, 0, feeds.count, INPUT_DATA, &part, false);
	const struct dataset *d = whole ? part_of(env->arena, whole, &part, env->diags) : NULL;
	if (!d)
		return EXIT_DONE; /* the diagnostics tell */
	struct selections selections = { 0 };
	if (!all) {
		selections = selections_of(env->arena, d, NULL);
		warn_open(env, &selections);
	}
	if (ordered->count)
		put_in_order(env, &selections, order);
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
		"DATA are files (.yaml .json .csv .tsv .xlsx .ods .md .html, and what benchbrief formats lists), "
		"folders,\n"
		"or - for standard input; several merge into one. A sheet, a range or a table is named after #:\n"
		"results.xlsx#Scores, results.xlsx#Scores!B3:F40, README.md#2, README.md#Results, page.html#id.\n\n"
		"  -f, --format F     table (default), csv, json or yaml\n"
		"      --all          every measurement, history included; as csv, json or yaml the whole "
		"dataset\n" COMMAND_PART_HELP "      --order O      data (default), value, name or released: how the "
		"table orders models\n" COMMAND_ORDER_HELP COMMAND_FEED_HELP "\n"
		"In the table \u2260 marks a value on which other sources differ, ? an undecided value.\n"
		"What is printed as csv, json or yaml can be loaded again with the same values counting; with --all,\n"
		"everything is the same.\n",
	.run = run,
};
