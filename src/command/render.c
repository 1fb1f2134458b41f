/* benchbrief render BRIEFING.md: the pages as a document, and every chart with an id as a picture. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "command/render_files.h"
#include "command/render_options.h"
#include "press/press.h"
#include "scene/scene.h"

#include <stdio.h>

/* The folders that are written must be there before the fence is. */
static bool untrust(struct command_env *env, const struct press_briefing *q, const struct render_files *to)
{
	size_t n;
	const char *const *named = command_named(env, q, &n);
	bool streams = str_eq(to->out, "-");
	const char *writes[] = { streams || q->layout_only ? NULL : to->out,
		                 to->depfile ? file_folder(env->arena, to->depfile) : NULL,
		                 to->report && !str_eq(to->report, "-") ? file_folder(env->arena, to->report) : NULL };
	if (writes[0] && !file_make_folder(writes[0], env->diags))
		return false;
	command_untrust(env, named, n, writes, sizeof writes / sizeof *writes);
	return true;
}

static void print_layout(struct command_env *env, const struct press_result *result)
{
	for (size_t i = 0; i < result->n_pages; i++)
		fputs(scene_dump(env->arena, result->pages[i]), stdout);
}

static enum exit_status render_one(struct command_env *env, const struct option *options, const char *path)
{
	struct press_briefing request;
	struct render_files to;
	enum exit_status taken = render_take(env, options, path, &request, &to);
	if (taken != EXIT_DONE)
		return taken;
	if (options[RENDER_UNTRUSTED].count && !untrust(env, &request, &to))
		return EXIT_DONE;
	const struct press_result *result = press_make_briefing(command_press(env), &request);
	if (!command_take(env, result, NULL))
		return EXIT_DONE;
	if (request.layout_only)
		print_layout(env, result);
	else
		render_write(env, &to, result, NULL);
	return EXIT_DONE;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[RENDER_OPTIONS];
	const char **operands;
	size_t n;
	render_options(options);
	if (!command_options(env, argc, argv, options, RENDER_OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (options[RENDER_LIST].count && n)
		return command_usage(env, "render", "--list names the briefings: %s is one too many", operands[0]);
	if (options[RENDER_LIST].count)
		return render_list(env, options);
	static const enum render_option of_lists[] = { RENDER_SHARD, RENDER_LOG, RENDER_VERBOSE };
	for (size_t i = 0; i < sizeof of_lists / sizeof *of_lists; i++)
		if (options[of_lists[i]].count)
			return command_usage(env, "render", "%s is for the briefings of a --list, and none is given",
			                     options[of_lists[i]].name);
	if (n != 1)
		return command_usage(env, "render",
		                     n ? "render takes one briefing at a time, or those of a --list"
		                       : "no briefing given");
	return render_one(env, options, operands[0]);
}

const struct command command_render = {
	.name = "render",
	.summary = "make a briefing: its pages as a {PAGES}, its charts as pictures",
	.help = render_help,
	.more_help = render_more_help,
	.list_options = render_options,
	.n_options = RENDER_OPTIONS,
	.run = run,
};
