/* benchbrief diff OLD NEW: what changed between two states of a dataset. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/order.h"
#include "command/command.h"
#include "data/feed.h"
#include "data/tree.h"
#include "facts/part.h"
#include "press/report.h"
#include "read/emit.h"
#include "words/about.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_FORMAT,
	OPT_LANG,
	OPT_BRIEFING,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

/* ---- for programs ---- */

static const char *name_of(const struct feed *feed)
{
	return feed->file ? feed->file : feed->sql;
}

static char *as_json(struct arena *arena, const struct diff *diff, const char *old_path, const char *new_path)
{
	struct tree root = tree_new(arena);
	tree_put(&root, "old", tree_text(old_path));
	tree_put(&root, "new", tree_text(new_path));
	report_put_changes(arena, &root, diff->changes);
	struct tree briefings = tree_new(arena);
	for (size_t i = 0; i < diff->n_turned; i++) {
		struct tree of = tree_new(arena);
		turned_put(arena, &of, &diff->turned[i]);
		tree_put(&briefings, NULL, tree_map(&of));
	}
	if (diff->n_turned)
		tree_put(&root, "briefings", tree_list(&briefings));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}

/* ---- some models or benchmarks alone ---- */

/* The changes that the options choose; NULL after errors. */
static struct changes *chosen(struct command_env *env, const struct dataset *old, const struct dataset *new,
                              const struct part_asked *part)
{
	struct part_flags flags[2];
	if (!part_of_both(env->arena, old, new, part, flags, env->diags))
		return NULL;
	return changes_part(env->arena, changes_of(env->arena, old, new, env->diags), &flags[0], &flags[1]);
}

/* ---- in another order ---- */

struct ordered { /* a change, and where it stood */
	struct change change;
	enum chart_order order;
	size_t at;
};

static int by_order(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	const struct change *c = &x->change, *d = &y->change;
	int sign = order_compare(x->order, c->new_variant ? c->new_variant : c->old_variant,
	                         d->new_variant ? d->new_variant : d->old_variant);
	return sign ? sign : x->at < y->at ? -1 : 1;
}

/* Within each benchmark; by value they stand already. */
static void put_in_order(struct arena *arena, struct changes *changes, enum chart_order order)
{
	struct ordered *all = arena_alloc(arena, changes->count + 1, sizeof *all);
	for (size_t i = 0; i < changes->count; i++)
		all[i] = (struct ordered){ changes->items[i], order, i };
	for (size_t g = 0; g < changes->n_groups; g++)
		qsort(&all[changes->groups[g].first], changes->groups[g].count, sizeof *all, by_order);
	for (size_t i = 0; i < changes->count; i++)
		changes->items[i] = all[i].change;
}

/* ---- briefings ---- */

/* What becomes of each briefing's sentences. False after errors. */
static bool turn(struct command_env *env, const struct option *briefings, const struct command_feeds *feeds,
                 const struct part_asked *part, const struct language *language, struct diff *diff)
{
	struct turned *turned = arena_alloc(env->arena, briefings->count + 1, sizeof *turned);
	for (size_t i = 0; i < briefings->count; i++) {
		const struct press_briefing asked = { .path = briefings->values[i],
			                              .data = &feeds->items[1],
			                              .n_data = 1,
			                              .from = feeds->format,
			                              .better = feeds->better,
			                              .part = *part };
		if (!turned_of(command_press(env), env->arena, &asked, &feeds->items[0], 1, language, &turned[i],
		               env->diags))
			return false;
	}
	diff->turned = turned;
	diff->n_turned = briefings->count;
	return true;
}

static char *written(struct command_env *env, const char *format, const struct diff *diff,
                     const struct command_feeds *feeds, const struct language *language)
{
	if (str_eq(format, "json"))
		return as_json(env->arena, diff, name_of(&feeds->items[0]), name_of(&feeds->items[1]));
	return (str_eq(format, "markdown") ? diff_markdown : diff_table)(env->arena, diff, language);
}

/* ---- the command ---- */

static bool is_format(const char *format)
{
	return str_eq(format, "table") || str_eq(format, "json") || str_eq(format, "markdown");
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_FORMAT] = { .name = "--format", .brief = "-f" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_BRIEFING] = { .name = "--briefing", .many = true },
	};
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
	const char *format = option_value(&options[OPT_FORMAT], "table");
	if (!is_format(format))
		return command_usage(env, "diff", "--format must be table, json or markdown, not %s", format);
	enum chart_order order;
	if (!order_find(option_value(&options[OPT_PART + PART_ORDER], NULL), place_file(NULL), &order, env->diags) ||
	    !command_take_part(env, "diff", &options[OPT_PART], &part) ||
	    !command_take_feeds(env, "diff", &options[OPT_FEED], paths, n_paths, &feeds))
		return EXIT_USAGE;
	if (feeds.count != 2)
		return command_usage(env, "diff", "diff compares two states, and %zu %s given", feeds.count,
		                     feeds.count == 1 ? "was" : "were");
	if (n_paths == 2 && str_eq(paths[0], "-") && str_eq(paths[1], "-"))
		return command_usage(env, "diff", "only one of the states can be standard input");
	bool piped = n_paths && (str_eq(paths[0], "-") || str_eq(paths[n_paths - 1], "-"));
	if (piped && options[OPT_BRIEFING].count)
		return command_usage(env, "diff", "with --briefing the states are read twice: name files");
	const struct language *language = language_find(option_value(&options[OPT_LANG], "en"), env->diags);
	if (!language)
		return EXIT_USAGE;
	const struct dataset *old = command_load(env, &feeds, 0, 1, INPUT_BASELINE, &part, COMMAND_LOAD_ALL);
	const struct dataset *new = command_load(env, &feeds, 1, 1, INPUT_DATA, &part, COMMAND_LOAD_ALL);
	if (!old || !new)
		return EXIT_DONE; /* the diagnostics tell */
	struct changes *changes = chosen(env, old, new, &part);
	if (!changes)
		return EXIT_DONE;
	put_in_order(env->arena, changes, order);
	struct diff diff = { .changes = changes, .some = part.n_models || part.n_makers || part.n_wheres || part.top };
	if (!turn(env, &options[OPT_BRIEFING], &feeds, &part, language, &diff))
		return EXIT_DONE;
	fputs(written(env, format, &diff, &feeds, language_about(env->arena, language, new->nouns, new->n_nouns)),
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
		"A query (--sql) is the new state. Of a selection the ranks stay those among all, and --top takes what "
		"is\n"
		"among the first in either state.\n\n"
		"  -f, --format F     table (default), json, or markdown: for a comment beside a change of data\n"
		"      --briefing B   also which claims of this briefing no longer hold, and which numbers of its "
		"text\n"
		"                     change; may be repeated\n"
		"      --lang L       language of the table: {languages} (en)\n" COMMAND_PART_HELP
		"      --order O      value (default), data, name or released: how changes on a benchmark are "
		"ordered\n" COMMAND_ORDER_HELP COMMAND_FEED_HELP "\n"
		"The exit status is 0 whether or not something changed.\n\n"
		"json:  {\"old\": PATH, \"new\": PATH,\n"
		"        \"models\": {\"in\": [MODEL], \"out\": [MODEL]},\n"
		"        \"benchmarks\": {\"in\": [ID], \"out\": [ID], \"not_compared\": [ID]},\n"
		"        \"changes\": [{\"kind\": \"value|new|gone|source|rank\", \"model\": MODEL, \"benchmark\": "
		"ID,\n"
		"                     \"before\": N or null, \"after\": N or null, \"unit\": UNIT,\n"
		"                     \"rank_before\": N or null, \"rank_after\": N or null,\n"
		"                     \"better\": true, false or null, \"revision\": true or false,\n"
		"                     \"source_before\": ID or null, \"source_after\": ID or null}],\n"
		"        \"briefings\": [{\"path\": PATH, \"claims\": N, \"values\": N (of the briefing; only with "
		"--briefing),\n"
		"                       \"turned\": [{\"line\": N, \"column\": N, \"expression\": TEXT, \"text\": "
		"TEXT,\n"
		"                                   \"was\": \"holds|fails|open\", \"is\": \"holds|fails|open\"}],\n"
		"                       \"printed\": [{\"line\": N, \"column\": N, \"expression\": TEXT,\n"
		"                                    \"was\": TEXT or null, \"is\": TEXT or null}]}]}\n"
		"MODEL is an id or model@variant. A kind is the first of these that applies: the value is new, gone\n"
		"or different, the same value has another source, the rank has changed. A rank is null where there is\n"
		"none; better is null where no direction is known and for new, gone and source. A revision is another\n"
		"value of the same source under the same date.\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
