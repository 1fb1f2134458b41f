/* benchbrief watch BRIEFING.md: renders again whenever something that it is made from changes. */
#include "command/command.h"

#include "base/arena.h"
#include "base/deadline.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "command/render_files.h"
#include "paint/painter.h"
#include "press/press.h"
#include "serve/vigil.h"

#include <stdio.h>
#include <string.h>

enum {
	OPT_OUT,
	OPT_LOOK,
	OPT_PAGE,
	OPT_LANG,
	OPT_DATA,
	OPT_ONLY,
	OPT_FORMAT,
	OPT_BASELINE,
	OPT_DRAFT,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

/* ---- what changed between two renders ---- */

struct print { /* of a file or a page: its name, and what it was */
	const char *name;
	char sha256[65];
};

struct state { /* of the last render that could be made, on an arena of its own */
	struct print *pages, *pictures;
	size_t n_pages, n_pictures;
};

/* What flows in the place of pages is one page. */
static struct state state_of(struct arena *arena, const struct press_result *result)
{
	struct state s = { 0 };
	size_t flowing = result->n_pages || !result->n_files ? 0 : 1;
	s.pages = arena_alloc(arena, result->n_pages + 1, sizeof *s.pages);
	for (size_t i = 0; i < result->n_pages && result->marks; i++)
		memcpy(s.pages[s.n_pages++].sha256, result->marks[i].sha256, sizeof result->marks[i].sha256);
	s.pictures = arena_alloc(arena, result->n_files + 1, sizeof *s.pictures);
	for (size_t i = 0; i < result->n_files; i++) {
		const struct press_file *file = &result->files[i];
		bool picture =
			str_starts(file->name, press_chart_folder) && file->name[strlen(press_chart_folder)] == '/';
		if (!picture && !flowing)
			continue;
		struct print *print = picture ? &s.pictures[s.n_pictures++] : &s.pages[s.n_pages++];
		print->name = arena_strdup(arena, file->name);
		hash_sha256_hex(file->bytes.data, file->bytes.size, print->sha256);
	}
	return s;
}

static size_t changed_pages(const struct state *was, const struct state *is)
{
	size_t n = 0;
	for (size_t i = 0; i < is->n_pages; i++)
		n += i >= was->n_pages || !str_eq(was->pages[i].sha256, is->pages[i].sha256);
	return n;
}

static size_t changed_pictures(const struct state *was, const struct state *is)
{
	size_t same = 0;
	for (size_t i = 0; i < is->n_pictures; i++)
		for (size_t k = 0; k < was->n_pictures; k++)
			same += str_eq(was->pictures[k].name, is->pictures[i].name) &&
			        str_eq(was->pictures[k].sha256, is->pictures[i].sha256);
	return is->n_pictures - same;
}

/* ---- one line ---- */

static void add_count(struct strbuf *line, size_t n, const char *one, const char *many)
{
	strbuf_addf(line, "%s%zu %s", line->n ? ", " : "", n, n == 1 ? one : many);
}

/* What was written while it was read. */
static const char *overtaken(const struct inputs *inputs)
{
	const struct input *input;
	for (size_t i = 0; (input = inputs_at(inputs, i)); i++)
		if (input->kind == INPUT_FILE && input->read &&
		    !file_holds(input->path, input->bytes.data, input->bytes.size))
			return input->path;
	return "a file";
}

static const char *cause(struct arena *arena, const struct vigil *vigil)
{
	const char *first = vigil_changed(vigil, 0), *second = first ? vigil_changed(vigil, 1) : NULL;
	size_t n = 0;
	while (vigil_changed(vigil, n))
		n++;
	if (n > 2)
		return arena_printf(arena, "%s and %zu more changed", file_name(first), n - 1);
	return second ? arena_printf(arena, "%s and %s changed", file_name(first), file_name(second))
	              : arena_printf(arena, "%s changed", file_name(first));
}

static const char *outcome(struct arena *arena, const struct state *was, const struct state *is, bool first)
{
	struct strbuf line = strbuf_new(arena);
	size_t pages = first ? is->n_pages : changed_pages(was, is);
	size_t pictures = first ? is->n_pictures : changed_pictures(was, is);
	if (pages)
		add_count(&line, pages, "page", "pages");
	if (pictures)
		add_count(&line, pictures, "chart", "charts");
	return line.n ? line.s : "nothing that is shown";
}

/* ---- a round ---- */

struct watching {
	struct command_env *env;
	struct vigil *vigil;
	struct press_briefing request;
	struct render_files to;
	struct arena *arena; /* of the state */
	struct state state;
	bool made; /* anything at all */
};

static void say(const char *why, const char *what, double since)
{
	printf("%s: %s, %.2f s\n", why, what, deadline_clock() - since);
	fflush(stdout);
}

static void tell_findings(const struct watching *w, const struct diags *diags)
{
	enum exit_status status = diags_ok(diags) ? EXIT_DONE : EXIT_INPUT;
	diagnostics_print(diags, w->env->form, w->env->version, (int)status, stderr, w->env->colour);
	fflush(stderr);
}

/* What came of it, once the next change would be noticed. */
static const char *make(struct watching *w, struct command_env *env, const struct press_result **result)
{
	*result = press_make_briefing(command_press(env), &w->request);
	bool ok = command_take(env, *result, NULL);
	struct arena *arena = arena_new_below(w->env->arena);
	struct state state = ok ? state_of(arena, *result) : (struct state){ 0 };
	if (ok)
		render_write(env, &w->to, *result, NULL);
	if (!diags_ok(env->diags)) {
		arena_free(arena);
		return w->made ? "with errors, the files stay as they were" : "with errors, nothing is made";
	}
	const char *what = outcome(env->arena, &w->state, &state, !w->made);
	arena_free(w->arena);
	w->arena = arena;
	w->state = state;
	w->made = true;
	return what;
}

/* A round has an arena and findings of its own, and leaves nothing behind. The reason for the next one. */
static const char *go_round(struct watching *w, const char *why)
{
	struct command_env env = *w->env;
	const struct press_result *result;
	double since = deadline_clock();
	env.arena = arena_new_below(w->env->arena);
	env.diags = diags_new(env.arena);
	const char *what = make(w, &env, &result);
	bool stale = vigil_follow(w->vigil, result->inputs, env.diags);
	tell_findings(w, env.diags);
	say(why, what, since);
	const char *next = NULL;
	if (stale)
		next = arena_printf(w->env->arena, "%s changed", file_name(overtaken(result->inputs)));
	arena_free(env.arena);
	return next;
}

static void watch(struct watching *w)
{
	const char *why = arena_printf(w->env->arena, "watching %s", w->request.path);
	command_press(w->env);
	for (;;) {
		why = go_round(w, why);
		if (why)
			continue;
		if (vigil_wait(w->vigil) == VIGIL_ENDED)
			break;
		why = cause(w->env->arena, w->vigil);
	}
	printf("stopped\n");
}

/* ---- options ---- */

static enum exit_status take_format(struct command_env *env, const struct option *option, struct press_briefing *q)
{
	for (size_t i = 0; i < option->count; i++) {
		const struct painter *painter = painter_find(option->values[i]);
		if (!painter)
			return command_usage(env, "watch", "--format must be one of %s, not %s",
			                     painter_list(env->arena, "", ", "), option->values[i]);
		*(painter->flows ? &q->document : &q->charts) = painter;
	}
	return EXIT_DONE;
}

/* Standard input cannot be read a second time. */
static enum exit_status refuse_streams(struct command_env *env, const struct press_briefing *q,
                                       const struct render_files *to)
{
	size_t n;
	const char *const *named = command_named(env, q, &n);
	if (str_eq(to->out, "-"))
		return command_usage(env, "watch", "watch writes into a folder, not to standard output");
	for (size_t i = 0; i < n; i++)
		if (str_eq(named[i], "-"))
			return command_usage(env, "watch", "watch reads files again and again: standard input is none");
	return command_target(env, "watch", "--out", to->out, NULL, 0) ? EXIT_DONE : EXIT_USAGE;
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
		[OPT_BASELINE] = { .name = "--baseline" },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const struct command_briefing shared = { &options[OPT_LOOK], &options[OPT_PAGE],     &options[OPT_LANG],
		                                 &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT],
		                                 &options[OPT_FEED], &options[OPT_PART] };
	const char **operands;
	size_t n;
	struct watching w = { .env = env, .request = { .marked = true } };
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "watch", n ? "watch takes one briefing" : "no briefing given");
	if (!command_take_briefing(env, "watch", &shared, &w.request))
		return EXIT_USAGE;
	w.request.path = operands[0];
	w.request.only = option_value(&options[OPT_ONLY], NULL);
	w.to = (struct render_files){ .out = option_value(&options[OPT_OUT], "."), .quiet = true };
	enum exit_status taken = take_format(env, &options[OPT_FORMAT], &w.request);
	taken = taken == EXIT_DONE ? refuse_streams(env, &w.request, &w.to) : taken;
	if (taken != EXIT_DONE)
		return taken;
	w.vigil = vigil_new(env->arena, env->diags);
	if (w.vigil)
		watch(&w);
	return EXIT_DONE;
}

static const char help[] =
	"usage: benchbrief watch BRIEFING.md [options]\n"
	"\n"
	"Renders the briefing, and again whenever it, its data, its look or its pictures\n"
	"change, until it is interrupted. Fonts stay open between renders. Each change is\n"
	"told in one line; after an error the files stay as they were, and the next\n"
	"change is waited for.\n"
	"\n"
	"  -o, --out DIR      where the files go; by default the working folder\n"
	"      --only WHAT    {FORMATS} of the pages, charts, or the id of one chart, as render takes it\n"
	"      --format F     {format}\n" COMMAND_BRIEFING_HELP;

const struct command command_watch = {
	.name = "watch",
	.summary = "render a briefing again whenever what it is made from changes",
	.help = help,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
