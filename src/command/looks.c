/* benchbrief looks: which looks there are, and what they look like. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "paint/painter.h"
#include "press/press.h"
#include "style/look.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

enum { OPT_SHEET, OPT_LANG, OPT_KEYS, OPT_NEW, OPTIONS };

static enum exit_status write_sheet(struct command_env *env, struct press_sheet *request, const char *path)
{
	request->painter = painter_of_path(path);
	if (!request->painter || request->painter->holds_slides ||
	    (!request->painter->holds_pages && request->n_looks > 1)) {
		diag_add(env->diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(env->arena, "give a file that ends in .%s", painter_for_pages()->suffix),
		         "%s cannot hold a sheet of %zu looks", path, request->n_looks);
		return EXIT_DONE;
	}
	if (!command_target(env, "looks", "--sheet", path, request->looks, request->n_looks))
		return EXIT_USAGE;
	const struct press_result *result = press_make_sheet(command_press(env), request);
	if (command_take(env, result, NULL))
		file_write(path, result->files[0].bytes.data, result->files[0].bytes.size, env->diags);
	return EXIT_DONE;
}

/* A file to start from; nothing is written over. */
static enum exit_status write_new(struct command_env *env, const char *path, const char *base)
{
	if (!look_is_path(path) || !str_ends(path, ".yaml"))
		return command_usage(env, "looks", "--new writes a file that ends in .yaml, not %s", path);
	if (file_exists(path)) {
		diag_add(env->diags, DIAG_ERROR, place_file(path), "give it another name", "this file already exists");
		return EXIT_DONE;
	}
	const struct look *look = look_load(env->arena, env->inputs, base, NULL, env->looks, env->diags);
	const char *text = look ? look_template(env->arena, look) : NULL;
	if (text)
		file_write(path, text, strlen(text), env->diags);
	return EXIT_DONE;
}

static enum exit_status list_looks(struct command_env *env, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct look *look = look_load(env->arena, env->inputs, names[i], NULL, env->looks, env->diags);
		if (look)
			printf("%-15s %s\n", look->name, look->summary ? look->summary : "");
	}
	return EXIT_DONE;
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = { [OPT_SHEET] = { .name = "--sheet" },
		                             [OPT_LANG] = { .name = "--lang" },
		                             [OPT_KEYS] = { .name = "--keys", .flag = true },
		                             [OPT_NEW] = { .name = "--new" } };
	memcpy(options, own, sizeof own);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **operands;
	size_t n, count;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	const char *sheet = option_value(&options[OPT_SHEET], NULL), *code = option_value(&options[OPT_LANG], NULL);
	const char *made = option_value(&options[OPT_NEW], NULL);
	if ((sheet != NULL) + (made != NULL) + (options[OPT_KEYS].count > 0) > 1)
		return command_usage(env, "looks", "only one of --sheet, --keys and --new can be asked for");
	if (n > (made ? 1 : 0) && !sheet)
		return command_usage(env, "looks",
		                     made ? "--new builds on one look" : "looks takes no arguments without --sheet");
	if (made)
		return write_new(env, made, n ? operands[0] : "editorial");
	if (options[OPT_KEYS].count) {
		fputs(look_keys_text(env->arena), stdout);
		return EXIT_DONE;
	}
	const struct language *language = code ? language_find(code, env->diags) : NULL;
	if (code && !language)
		return EXIT_USAGE;
	const char **names = look_list(env->arena, env->looks, &count, env->diags);
	if (sheet)
		return write_sheet(env, &(struct press_sheet){ n ? operands : names, n ? n : count, language, NULL },
		                   sheet);
	return list_looks(env, names, count);
}

const struct command command_looks = {
	.name = "looks",
	.summary = "list the looks that charts can have, or draw them",
	.help = "usage: benchbrief looks\n"
		"       benchbrief looks --keys\n"
		"       benchbrief looks --new FILE.yaml [NAME|FILE.yaml]\n"
		"       benchbrief looks --sheet FILE.{pages} [NAME|FILE.yaml]… [--lang L]\n\n"
		"  --sheet F  one page per look: its colours with their contrast, its type, and a chart of every kind\n"
		"  --keys     every key of a look, with what it takes and sets\n"
		"  --new F    a file to start from: every key of a look (editorial), each with what it sets\n"
		"  --lang L   of the charts: {languages} (en)\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
