/* benchbrief diff OLD NEW: what changed between two states of a dataset. */
#include "command/diff.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "data/choice.h"
#include "data/load.h"
#include "data/tree.h"
#include "press/report.h"
#include "read/emit.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdio.h>

enum { OPT_FORMAT, OPT_LANG, OPT_MODEL, OPT_MAKER, OPT_WHERE, OPT_ALLOW_SQL, OPTIONS };

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

/* ---- some models alone ---- */

struct side { /* one of the states */
	struct choice choice;
	bool *in; /* by variant */
};

static void ask(struct choice *c, int option, const char *text)
{
	if (option == OPT_MODEL)
		choice_model(c, text, place_file(NULL));
	else if (option == OPT_MAKER)
		choice_maker(c, text, place_file(NULL));
	else
		choice_where(c, text, place_file(NULL));
}

/* A name is wrong if neither state knows it: the new one then tells. */
static bool ask_both(struct side sides[2], const struct option *options, struct diags *diags)
{
	bool ok = true;
	for (int option = OPT_MODEL; option <= OPT_WHERE; option++)
		for (size_t i = 0; i < options[option].count; i++) {
			bool failed = true;
			for (int k = 0; k < 2; k++) {
				sides[k].choice.failed = false;
				ask(&sides[k].choice, option, options[option].values[i]);
				failed &= sides[k].choice.failed;
				sides[k].choice.failed = false;
			}
			struct choice aloud = sides[1].choice;
			aloud.diags = diags;
			if (failed)
				ask(&aloud, option, options[option].values[i]);
			ok &= !failed;
		}
	return ok;
}

static struct side side_of(struct arena *arena, const struct dataset *d)
{
	return (struct side){ choice_open(arena, d, true, diags_new(arena)),
		              arena_alloc(arena, d->n_variants + 1, sizeof(bool)) };
}

/* The changes of the models that the options choose; NULL if they choose none. */
static const struct changes *chosen(struct command_env *env, const struct changes *all, const struct dataset *old,
                                    const struct dataset *new, const struct option *options)
{
	struct side sides[2] = { side_of(env->arena, old), side_of(env->arena, new) };
	size_t chosen = 0;
	if (!options[OPT_MODEL].count && !options[OPT_MAKER].count && !options[OPT_WHERE].count)
		return all;
	if (!ask_both(sides, options, env->diags))
		return NULL;
	for (int k = 0; k < 2; k++) {
		const struct variant *const *variants = NULL;
		size_t n = 0;
		choice_variants(&sides[k].choice, place_file(NULL), &variants, &n);
		for (size_t i = 0; i < n; i++)
			sides[k].in[variants[i]->index] = true;
		chosen += n;
	}
	if (!chosen)
		diag_add(env->diags, DIAG_ERROR, place_file(NULL), "what is not known meets no condition",
		         "no model of either state meets all that is asked for");
	return diags_ok(env->diags) ? changes_part(env->arena, all, sides[0].in, sides[1].in) : NULL;
}

/* ---- the command ---- */

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_FORMAT] = { .name = "--format", .brief = "-f" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_ALLOW_SQL] = { .name = "--allow-sql", .flag = true },
		[OPT_MODEL] = { .name = "--model", .brief = "-m", .many = true },
		[OPT_MAKER] = { .name = "--maker", .many = true },
		[OPT_WHERE] = { .name = "--where", .many = true },
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
	const struct changes *changes = chosen(env, changes_of(env->arena, old, new, env->diags), old, new, options);
	if (!changes)
		return EXIT_DONE;
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
		"  -m, --model M      only this model, or those that fit a pattern; may be repeated\n"
		"      --maker NAME   only models of this maker; likewise\n"
		"      --where COND   only models that meet a condition, such as 'released >= 2025-06'; likewise\n"
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
