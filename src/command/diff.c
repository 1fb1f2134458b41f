/* benchbrief diff OLD NEW: what changed between two states of a dataset. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "data/load.h"
#include "data/tree.h"
#include "press/report.h"
#include "read/emit.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdio.h>

enum { OPT_FORMAT, OPT_LANG, OPT_ALLOW_SQL, OPTIONS };

/* ---- for programs ---- */

static char *as_json(struct arena *arena, const struct changes *c, const char *old_path, const char *new_path)
{
	struct tree root = tree_new(arena);
	tree_put(&root, "old", tree_text(old_path));
	tree_put(&root, "new", tree_text(new_path));
	report_put_changes(arena, &root, c);
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}

/* ---- the command ---- */

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_FORMAT] = { .name = "--format", .brief = "-f" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_ALLOW_SQL] = { .name = "--allow-sql", .flag = true },
	};
	const char **paths;
	size_t n_paths;
	if (!command_options(env, argc, argv, options, OPTIONS, &paths, &n_paths))
		return EXIT_USAGE;
	command_allow_sql(env, &options[OPT_ALLOW_SQL]);
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
	const struct direction_rules rules = { .against = words_against, .has_noun = words_has_noun };
	const struct feed *feeds = feeds_of_paths(env->arena, paths, n_paths);
	const struct dataset *old =
		dataset_load(env->arena, env->inputs, INPUT_BASELINE, &feeds[0], 1, &rules, env->diags);
	const struct dataset *new = dataset_load(env->arena, env->inputs, INPUT_DATA, &feeds[1], 1, &rules, env->diags);
	if (!old || !new)
		return EXIT_DONE; /* the diagnostics tell */
	const struct changes *changes = changes_of(env->arena, old, new, env->diags);
	fputs(json ? as_json(env->arena, changes, paths[0], paths[1])
	           : diff_table(env->arena, changes, language_about(env->arena, language, new->nouns, new->n_nouns)),
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
		"      --lang L       language of the table: {languages} (en)\n"
		"      --allow-sql    the data may name queries to ODBC sources\n\n"
		"The exit status is 0 whether or not something changed.\n\n"
		"json:  {\"old\": PATH, \"new\": PATH,\n"
		"        \"models\": {\"in\": [MODEL], \"out\": [MODEL]},\n"
		"        \"benchmarks\": {\"in\": [ID], \"out\": [ID], \"not_compared\": [ID]},\n"
		"        \"changes\": [{\"kind\": \"value|new|gone|source|rank\", \"model\": MODEL, \"benchmark\": "
		"ID,\n"
		"                     \"before\": N or null, \"after\": N or null, \"unit\": UNIT,\n"
		"                     \"rank_before\": N or null, \"rank_after\": N or null,\n"
		"                     \"better\": true, false or null, \"revision\": true or false,\n"
		"                     \"source_before\": ID or null, \"source_after\": ID or null}]}\n"
		"MODEL is an id or model@variant. A kind is the first of these that applies: the value is new, gone\n"
		"or different, the same value has another source, the rank has changed. A rank is null where there is\n"
		"none; better is null where no direction is known and for new, gone and source. A revision is another\n"
		"value of the same source under the same date.\n",
	.run = run,
};
