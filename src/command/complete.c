/* benchbrief --complete WHAT WORDS…: the benchmarks, models or makers that the data on a command line have, one per
 * line; for shells, which ask while it is typed. Whatever is wrong with it is said by nobody. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/feed.h"
#include "facts/part.h"

#include <stdio.h>

/* Data that a word names: a file or folder, of a briefing the dataset beside it; NULL: it names none. */
static const char *data_of(struct command_env *env, const char *word)
{
	if (str_starts(word, "-") || !file_exists(word))
		return NULL;
	const char *folder = file_is_folder(word) ? word : file_folder(env->arena, word);
	const char *beside = arena_printf(env->arena, "%s/dataset.yaml", folder);
	bool briefing = str_ends(word, ".md") || file_exists(arena_printf(env->arena, "%s/briefing.md", word));
	return briefing && file_exists(beside) ? beside : word;
}

static const struct dataset *load(struct command_env *env, int argc, char **argv)
{
	struct option options[FEED_OPTIONS];
	struct command_feeds feeds;
	const char **paths = arena_alloc(env->arena, (size_t)argc + 1, sizeof *paths);
	size_t n = 0;
	command_feed_options(options);
	for (int i = 0; i < argc; i++) {
		paths[n] = data_of(env, argv[i]);
		n += paths[n] != NULL;
	}
	const struct part_asked all = { .n_models = 0 };
	return command_need_feeds(env, "complete", options, paths, n, &feeds)
	               ? command_load(env, &feeds, 0, feeds.count, INPUT_DATA, &all, COMMAND_LOAD_ALL)
	               : NULL;
}

static void print_models(struct command_env *env, const struct dataset *d)
{
	for (size_t i = 0; i < d->n_models; i++) {
		const struct model *model = dataset_model_at(d, i);
		printf("%s\n", model->id);
		for (size_t k = 1; k < model->n_variants; k++) /* the first is what the model's id means */
			printf("%s\n", variant_ref(env->arena, model_variant(model, k)));
	}
}

enum exit_status command_complete(struct command_env *env, int argc, char **argv)
{
	struct diags *told = env->diags;
	env->diags = diags_new(env->arena);
	const struct dataset *d = argc ? load(env, argc - 1, argv + 1) : NULL;
	for (size_t i = 0; d && str_eq(argv[0], "benchmarks") && i < d->n_benchmarks; i++)
		printf("%s\n", d->benchmarks[i]->id);
	for (size_t i = 0; d && str_eq(argv[0], "makers") && i < d->n_organisations; i++)
		printf("%s\n", d->organisations[i]->name);
	if (d && str_eq(argv[0], "models"))
		print_models(env, d);
	env->diags = told;
	return EXIT_DONE;
}
