/* benchbrief render BRIEFING.md: the pages as a document, and every chart with an id as a picture. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/painter.h"
#include "press/press.h"
#include "press/report.h"
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
	OPT_REPORT,
	OPTIONS
};

enum { JOBS_MAX = 256 };

static const double least_scale = 0.5, most_scale = 8;

struct output { /* where everything goes */
	struct command_env *env;
	const struct press_result *result;
	const char *depfile, *report; /* NULL: not asked for */
	const char **paths;           /* of the result's files */
};

/* ---- options ---- */

static enum exit_status take_numbers(struct command_env *env, const struct option *options, struct press_briefing *q)
{
	const char *jobs = option_value(&options[OPT_JOBS], NULL), *scale = option_value(&options[OPT_SCALE], NULL);
	char *end;
	if (jobs) {
		long n = strtol(jobs, &end, 10);
		if (*end || end == jobs || n < 1 || n > JOBS_MAX)
			return command_usage(env, "render", "--jobs must be a whole number from 1 to %d, not %s",
			                     JOBS_MAX, jobs);
		q->jobs = (size_t)n;
	}
	if (scale) {
		q->scale = strtod(scale, &end);
		if (*end || end == scale || !(q->scale >= least_scale && q->scale <= most_scale))
			return command_usage(env, "render", "--scale must be a number from %g to %g, not %s",
			                     least_scale, most_scale, scale);
	}
	return EXIT_DONE;
}

static enum exit_status take_format(struct command_env *env, const char *format, struct press_briefing *q)
{
	q->charts = format ? painter_find(format) : painter_for_chart();
	if (q->charts)
		return EXIT_DONE;
	if (!str_eq(format, "scene"))
		return command_usage(env, "render", "--format must be one of %s, scene, not %s",
		                     painter_list(env->arena, "", ", "), format);
	q->only = painter_for_pages()->suffix;
	q->layout_only = true;
	return EXIT_DONE;
}

static bool is_dash(const struct option *option)
{
	return str_eq(option_value(option, ""), "-");
}

static enum exit_status take_options(struct command_env *env, const struct option *options, struct press_briefing *q)
{
	const struct command_briefing shared = { &options[OPT_LOOK], &options[OPT_PAGE],     &options[OPT_LANG],
		                                 &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT] };
	if (!command_take_briefing(env, "render", &shared, q))
		return EXIT_USAGE;
	if (q->draft && options[OPT_STRICT].count)
		return command_usage(env, "render", "--strict and --draft exclude each other");
	q->only = option_value(&options[OPT_ONLY], NULL);
	q->size = option_value(&options[OPT_SIZE], NULL);
	enum exit_status taken = take_format(env, option_value(&options[OPT_FORMAT], NULL), q);
	if (taken != EXIT_DONE)
		return taken;
	if (!command_size(env, "render", q->size, q->charts && q->charts->holds_pages))
		return EXIT_USAGE;
	if (is_dash(&options[OPT_REPORT]) || is_dash(&options[OPT_DEPFILE]))
		return command_usage(env, "render", "--report and --depfile need a file, not standard output");
	return take_numbers(env, options, q);
}

/* ---- what must not be lost ---- */

/* Whether a file of the run would replace something that it reads, or another of its files. */
static bool is_safe(const struct output *o, const char *what, const char *path, size_t n_others)
{
	bool clash = inputs_hit(o->result->inputs, path);
	for (size_t i = 0; i < n_others; i++)
		clash |= file_is_same(path, o->paths[i]) || str_eq(path, o->paths[i]);
	clash |= path == o->report && o->depfile && (file_is_same(path, o->depfile) || str_eq(path, o->depfile));
	if (clash)
		diag_add(o->env->diags, DIAG_ERROR, place_file(path), "give it another name",
		         "%s would replace a file that the briefing is made from, or another of its files", what);
	return !clash;
}

static bool are_safe(const struct output *o)
{
	bool ok = true;
	for (size_t i = 0; i < o->result->n_files; i++)
		ok = is_safe(o, "the output", o->paths[i], 0) && ok;
	if (ok && o->depfile)
		ok = is_safe(o, "--depfile", o->depfile, o->result->n_files);
	if (ok && o->report)
		ok = is_safe(o, "--report", o->report, o->result->n_files);
	return ok;
}

static bool make_folders(const struct output *o)
{
	struct arena *a = o->env->arena;
	bool ok = true;
	if (o->depfile)
		ok = file_make_folder(file_folder(a, o->depfile), o->env->diags);
	if (o->report && ok)
		ok = file_make_folder(file_folder(a, o->report), o->env->diags);
	for (size_t i = 0; i < o->result->n_files && ok; i++)
		ok = file_make_folder(file_folder(a, o->paths[i]), o->env->diags);
	return ok;
}

/* ---- files ---- */

/* With marks before what make and ninja would take for something else. */
static void add_path(struct strbuf *b, const char *path)
{
	for (const char *p = path; *p; p++) {
		if (*p == ' ' || *p == '#')
			strbuf_add(b, "\\");
		if (*p == '$')
			strbuf_add(b, "$");
		strbuf_addn(b, p, 1);
	}
}

static bool write_depfile(const struct output *o)
{
	struct strbuf b = strbuf_new(o->env->arena);
	const struct input *input;
	for (size_t i = 0; i < o->result->n_files; i++) {
		strbuf_add(&b, i ? " " : "");
		add_path(&b, o->paths[i]);
	}
	strbuf_add(&b, ":");
	for (size_t i = 0; (input = inputs_at(o->result->inputs, i)); i++)
		if (input->kind == INPUT_FILE && input->read) {
			strbuf_add(&b, " \\\n  ");
			add_path(&b, input->path);
		}
	strbuf_add(&b, "\n");
	return file_write(o->depfile, b.s, b.n, o->env->diags);
}

static bool write_report(const struct output *o)
{
	const char *json = report_briefing(o->env->arena, o->result, o->paths, o->env->version);
	return file_write(o->report, json, strlen(json), o->env->diags);
}

static bool write_files(const struct output *o)
{
	for (size_t i = 0; i < o->result->n_files; i++) {
		const struct press_file *file = &o->result->files[i];
		if (!file_write(o->paths[i], file->bytes.data, file->bytes.size, o->env->diags))
			return false;
	}
	for (size_t i = 0; i < o->result->n_files; i++)
		printf("%s\n", o->paths[i]);
	return true;
}

static void write_all(struct command_env *env, const struct option *options, const struct press_result *result)
{
	const char *folder = option_value(&options[OPT_OUT], ".");
	struct output o = { .env = env,
		            .result = result,
		            .depfile = option_value(&options[OPT_DEPFILE], NULL),
		            .report = option_value(&options[OPT_REPORT], NULL),
		            .paths = arena_alloc(env->arena, result->n_files + 1, sizeof *o.paths) };
	for (size_t i = 0; i < result->n_files; i++)
		o.paths[i] = arena_printf(env->arena, "%s/%s", folder, result->files[i].name);
	if (!are_safe(&o) || !file_make_folder(folder, env->diags) || !make_folders(&o) || !write_files(&o))
		return;
	if (o.depfile && !write_depfile(&o))
		return;
	if (o.report)
		write_report(&o);
}

static void print_layout(struct command_env *env, const struct press_result *result)
{
	for (size_t i = 0; i < result->n_pages; i++)
		fputs(scene_dump(env->arena, result->pages[i]), stdout);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_OUT] = { .name = "--out", .brief = "-o" },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_DATA] = { .name = "--data", .many = true },
		[OPT_ONLY] = { .name = "--only" },
		[OPT_FORMAT] = { .name = "--format" },
		[OPT_SIZE] = { .name = "--size" },
		[OPT_SCALE] = { .name = "--scale" },
		[OPT_BASELINE] = { .name = "--baseline" },
		[OPT_STRICT] = { .name = "--strict", .flag = true },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
		[OPT_JOBS] = { .name = "--jobs", .brief = "-j" },
		[OPT_DEPFILE] = { .name = "--depfile" },
		[OPT_REPORT] = { .name = "--report" },
	};
	const char **operands;
	size_t n;
	struct press_briefing request = { .path = NULL };
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "render", n ? "render takes one briefing at a time" : "no briefing given");
	enum exit_status taken = take_options(env, options, &request);
	if (taken != EXIT_DONE)
		return taken;
	request.path = operands[0];
	const struct press_result *result = press_make_briefing(command_press(env), &request);
	if (!command_take(env, result, NULL))
		return EXIT_DONE;
	if (request.layout_only)
		print_layout(env, result);
	else
		write_all(env, options, result);
	return EXIT_DONE;
}

const struct command command_render = {
	.name = "render",
	.summary = "make a briefing: its pages as a {PAGES}, its charts as pictures",
	.help = render_help,
	.more_help = render_more_help,
	.run = run,
};
