#include "command/render_options.h"

#include "base/str.h"
#include "paint/painter.h"

#include <stdlib.h>

static const struct option table[RENDER_FEED] = {
	[RENDER_OUT] = { .name = "--out", .brief = "-o" },
	[RENDER_LOOK] = { .name = "--look" },
	[RENDER_PAGE] = { .name = "--page" },
	[RENDER_LANG] = { .name = "--lang" },
	[RENDER_DATA] = { .name = "--data", .many = true },
	[RENDER_ONLY] = { .name = "--only" },
	[RENDER_FORMAT] = { .name = "--format", .many = true },
	[RENDER_SIZE] = { .name = "--size" },
	[RENDER_SCALE] = { .name = "--scale" },
	[RENDER_BASELINE] = { .name = "--baseline" },
	[RENDER_STRICT] = { .name = "--strict", .flag = true },
	[RENDER_DRAFT] = { .name = "--draft", .flag = true },
	[RENDER_JOBS] = { .name = "--jobs", .brief = "-j" },
	[RENDER_DEPFILE] = { .name = "--depfile" },
	[RENDER_DEPFILE_TARGET] = { .name = "--depfile-target" },
	[RENDER_REPORT] = { .name = "--report" },
	[RENDER_PRUNE] = { .name = "--prune", .flag = true },
	[RENDER_SYNC] = { .name = "--sync", .flag = true },
	[RENDER_UNTRUSTED] = { .name = "--untrusted", .flag = true },
	[RENDER_LIST] = { .name = "--list" },
	[RENDER_SHARD] = { .name = "--shard" },
	[RENDER_LOG] = { .name = "--log" },
	[RENDER_QUIET] = { .name = "--quiet", .brief = "-q", .flag = true },
	[RENDER_VERBOSE] = { .name = "--verbose", .brief = "-v", .flag = true },
};

void render_options(struct option *into)
{
	for (int i = 0; i < RENDER_FEED; i++)
		into[i] = table[i];
	command_feed_options(&into[RENDER_FEED]);
	command_part_options(&into[RENDER_PART]);
}

enum exit_status render_take_jobs(struct command_env *env, const struct option *options, size_t *jobs)
{
	const char *given = option_value(&options[RENDER_JOBS], NULL);
	char *end;
	if (!given)
		return EXIT_DONE;
	long n = strtol(given, &end, 10);
	if (*end || end == given || n < 1 || n > RENDER_JOBS_MAX)
		return command_usage(env, "render", "--jobs must be a whole number from 1 to %d, not %s",
		                     RENDER_JOBS_MAX, given);
	*jobs = (size_t)n;
	return EXIT_DONE;
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
	*to = (struct render_files){ .out = option_value(&options[RENDER_OUT], "."),
		                     .depfile = option_value(&options[RENDER_DEPFILE], NULL),
		                     .depfile_target = option_value(&options[RENDER_DEPFILE_TARGET], NULL),
		                     .prune = options[RENDER_PRUNE].count > 0,
		                     .sync = options[RENDER_SYNC].count > 0,
		                     .quiet = options[RENDER_QUIET].count > 0,
		                     .report = option_value(&options[RENDER_REPORT], NULL) };
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

static enum exit_status take_options(struct command_env *env, const struct option *options, struct press_briefing *q)
{
	const struct command_briefing shared = { &options[RENDER_LOOK],     &options[RENDER_PAGE],
		                                 &options[RENDER_LANG],     &options[RENDER_DATA],
		                                 &options[RENDER_BASELINE], &options[RENDER_DRAFT],
		                                 &options[RENDER_FEED],     &options[RENDER_PART] };
	if (!command_take_briefing(env, "render", &shared, q))
		return EXIT_USAGE;
	if (q->draft && options[RENDER_STRICT].count)
		return command_usage(env, "render", "--strict and --draft exclude each other");
	q->only = option_value(&options[RENDER_ONLY], NULL);
	q->size = option_value(&options[RENDER_SIZE], NULL);
	enum exit_status taken = take_formats(env, &options[RENDER_FORMAT], q);
	if (taken != EXIT_DONE)
		return taken;
	if (!command_size(env, "render", q->size, q->charts && q->charts->holds_pages))
		return EXIT_USAGE;
	if (!command_scale(env, "render", option_value(&options[RENDER_SCALE], NULL), &q->scale))
		return EXIT_USAGE;
	return render_take_jobs(env, options, &q->jobs);
}

enum exit_status render_take(struct command_env *env, const struct option *options, const char *path,
                             struct press_briefing *request, struct render_files *to)
{
	*request = (struct press_briefing){ .path = path };
	enum exit_status taken = take_options(env, options, request);
	if (taken == EXIT_DONE)
		taken = take_targets(env, options, to);
	return taken != EXIT_DONE || are_free(env, request, to) ? taken : EXIT_USAGE;
}
