/* benchbrief looks: which looks there are, and what they look like. */
#include "command/command.h"

#include "base/arena.h"
#include "paint/painter.h"
#include "press/press.h"
#include "style/look.h"
#include "words/words.h"

#include <stdio.h>

enum { OPT_SHEET, OPT_LANG, OPTIONS };

static enum exit_status write_sheet(struct command_env *env, struct press_sheet *request, const char *path)
{
	request->painter = painter_of_path(path);
	if (!request->painter || (!request->painter->holds_pages && request->n_looks > 1)) {
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

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = { [OPT_SHEET] = { .name = "--sheet" }, [OPT_LANG] = { .name = "--lang" } };
	const char **operands;
	size_t n, count;
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	const char *sheet = option_value(&options[OPT_SHEET], NULL), *code = option_value(&options[OPT_LANG], NULL);
	if (n && !sheet)
		return command_usage(env, "looks", "looks takes no arguments without --sheet");
	const struct language *language = code ? language_find(code, env->diags) : NULL;
	if (code && !language)
		return EXIT_USAGE;
	const char **names = look_list(env->arena, env->looks, &count, env->diags);
	if (sheet)
		return write_sheet(env, &(struct press_sheet){ n ? operands : names, n ? n : count, language, NULL },
		                   sheet);
	for (size_t i = 0; i < count; i++) {
		const struct look *look = look_load(env->arena, env->inputs, names[i], NULL, env->looks, env->diags);
		if (look)
			printf("%-15s %s\n", look->name, look->summary ? look->summary : "");
	}
	return EXIT_DONE;
}

const struct command command_looks = {
	.name = "looks",
	.summary = "list the looks that charts can have, or draw them",
	.help = "usage: benchbrief looks\n"
		"       benchbrief looks --sheet FILE.{pages} [NAME|FILE.yaml]… [--lang L]\n\n"
		"  --sheet F  one page per look: its colours with their contrast, its type, and a chart of every kind\n"
		"  --lang L   of the charts: {languages} (en)\n",
	.run = run,
};
