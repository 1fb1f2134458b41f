/* benchbrief render BRIEFING.md: the pages as a document, and every chart with an id as a picture. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "command/render_files.h"
#include "paint/painter.h"
#include "press/press.h"
#include "scene/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_OUT,
	OPT_LOOK,
	OPT_PAGE,
	OPT_LANG,
	OPT_DATA,
	OPT_ONLY,
	OPT_FORMAT,
	OPT_SIZE,
	OPT_SCALE,
	OPT_BASELINE,
	OPT_STRICT,
	OPT_DRAFT,
	OPT_JOBS,
	OPT_DEPFILE,
	OPT_DEPFILE_TARGET,
	OPT_REPORT,
	OPT_PRUNE,
	OPT_SYNC,
	OPT_UNTRUSTED,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

enum { JOBS_MAX = 256 };

/* ---- options ---- */

static enum exit_status take_numbers(struct command_env *env, const struct option *options, struct press_briefing *q)
{
	const char *jobs = option_value(&options[OPT_JOBS], NULL);
	char *end;
	if (jobs) {
		long n = strtol(jobs, &end, 10);
		if (*end || end == jobs || n < 1 || n > JOBS_MAX)
			return command_usage(env, "render", "--jobs must be a whole number from 1 to %d, not %s",
			                     JOBS_MAX, jobs);
		q->jobs = (size_t)n;
	}
	return command_scale(env, "render", option_value(&options[OPT_SCALE], NULL), &q->scale) ? EXIT_DONE
	                                                                                        : EXIT_USAGE;
}

/* What flows takes the place of the pages; anything else is the charts' format. */
static enum exit_status take_format(struct command_env *env, const char *format, struct press_briefing *q)
{
	const struct painter *painter = painter_find(format);
	const struct painter **into = painter && painter->flows ? &q->document : &q->charts;
	if (str_eq(format, "scene")) {
		q->only = painter_for_pages()->suffix;
		q->layout_only = true;
		return EXIT_DONE;
	}
	if (!painter)
		return command_usage(env, "render", "--format must be one of %s, scene, not %s",
		                     painter_list(env->arena, "", ", "), format);
	if (*into && *into != painter)
		return command_usage(env, "render", "--format %s and --format %s exclude each other", (*into)->suffix,
		                     format);
	*into = painter;
	return EXIT_DONE;
}

static enum exit_status take_formats(struct command_env *env, const struct option *option, struct press_briefing *q)
{
	enum exit_status taken = EXIT_DONE;
	for (size_t i = 0; i < option->count && taken == EXIT_DONE; i++)
		taken = take_format(env, option->values[i], q);
	if (taken == EXIT_DONE && q->layout_only && option->count > 1)
		return command_usage(env, "render", "--format scene writes nothing: leave the other --format out");
	if (!q->charts && !q->layout_only)
		q->charts = painter_for_chart();
	return taken;
}

static enum exit_status take_targets(struct command_env *env, const struct option *options, struct render_files *to)
{
	*to = (struct render_files){ .out = option_value(&options[OPT_OUT], "."),
		                     .depfile = option_value(&options[OPT_DEPFILE], NULL),
		                     .depfile_target = option_value(&options[OPT_DEPFILE_TARGET], NULL),
		                     .prune = options[OPT_PRUNE].count > 0,
		                     .sync = options[OPT_SYNC].count > 0,
		                     .report = option_value(&options[OPT_REPORT], NULL) };
	bool streams = str_eq(to->out, "-");
	if (str_eq(to->depfile, "-"))
		return command_usage(env, "render", "--depfile needs a file, not standard output");
	if (streams && to->prune)
		return command_usage(env, "render", "--prune cleans a folder, and standard output is none");
	if (to->depfile_target && !to->depfile)
		return command_usage(env, "render",
		                     "--depfile-target says what a --depfile is about, and none is given");
	if (streams && str_eq(to->report, "-"))
		return command_usage(env, "render", "only one of --out and --report can be standard output");
	if (streams && to->depfile && !to->depfile_target)
		return command_usage(env, "render",
		                     "standard output has no name: say with --depfile-target what "
		                     "depends on the files");
	return EXIT_DONE;
}

/* Nothing that was named to be read is written over. */
static bool are_free(struct command_env *env, const struct press_briefing *q, const struct render_files *to)
{
	size_t n;
	const char *const *inputs = command_named(env, q, &n);
	return command_target(env, "render", "--out", to->out, NULL, 0) &&
	       command_target(env, "render", "--depfile", to->depfile, inputs, n) &&
	       command_target(env, "render", "--report", to->report, inputs, n);
}

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

static enum exit_status take_options(struct command_env *env, const struct option *options, struct press_briefing *q)
{
	const struct command_briefing shared = { &options[OPT_LOOK], &options[OPT_PAGE],     &options[OPT_LANG],
		                                 &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT],
		                                 &options[OPT_FEED], &options[OPT_PART] };
	if (!command_take_briefing(env, "render", &shared, q))
		return EXIT_USAGE;
	if (q->draft && options[OPT_STRICT].count)
		return command_usage(env, "render", "--strict and --draft exclude each other");
	q->only = option_value(&options[OPT_ONLY], NULL);
	q->size = option_value(&options[OPT_SIZE], NULL);
	enum exit_status taken = take_formats(env, &options[OPT_FORMAT], q);
	if (taken != EXIT_DONE)
		return taken;
	if (!command_size(env, "render", q->size, q->charts && q->charts->holds_pages))
		return EXIT_USAGE;
	return take_numbers(env, options, q);
}

static void print_layout(struct command_env *env, const struct press_result *result)
{
	for (size_t i = 0; i < result->n_pages; i++)
		fputs(scene_dump(env->arena, result->pages[i]), stdout);
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_OUT] = { .name = "--out", .brief = "-o" },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_DATA] = { .name = "--data", .many = true },
		[OPT_ONLY] = { .name = "--only" },
		[OPT_FORMAT] = { .name = "--format", .many = true },
		[OPT_SIZE] = { .name = "--size" },
		[OPT_SCALE] = { .name = "--scale" },
		[OPT_BASELINE] = { .name = "--baseline" },
		[OPT_STRICT] = { .name = "--strict", .flag = true },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
		[OPT_JOBS] = { .name = "--jobs", .brief = "-j" },
		[OPT_DEPFILE] = { .name = "--depfile" },
		[OPT_DEPFILE_TARGET] = { .name = "--depfile-target" },
		[OPT_REPORT] = { .name = "--report" },
		[OPT_PRUNE] = { .name = "--prune", .flag = true },
		[OPT_SYNC] = { .name = "--sync", .flag = true },
		[OPT_UNTRUSTED] = { .name = "--untrusted", .flag = true },
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **operands;
	size_t n;
	struct press_briefing request = { .path = NULL };
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "render", n ? "render takes one briefing at a time" : "no briefing given");
	enum exit_status taken = take_options(env, options, &request);
	if (taken != EXIT_DONE)
		return taken;
	struct render_files to;
	taken = take_targets(env, options, &to);
	if (taken != EXIT_DONE)
		return taken;
	request.path = operands[0];
	if (!are_free(env, &request, &to))
		return EXIT_USAGE;
	if (options[OPT_UNTRUSTED].count && !untrust(env, &request, &to))
		return EXIT_DONE;
	const struct press_result *result = press_make_briefing(command_press(env), &request);
	if (!command_take(env, result, NULL))
		return EXIT_DONE;
	if (request.layout_only)
		print_layout(env, result);
	else
		render_write(env, &to, result);
	return EXIT_DONE;
}

const struct command command_render = {
	.name = "render",
	.summary = "make a briefing: its pages as a {PAGES}, its charts as pictures",
	.help = render_help,
	.more_help = render_more_help,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
