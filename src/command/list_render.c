/* render --list: many briefings in one run. */
#define _XOPEN_SOURCE 700

#include "command/list.h"

#include "base/arena.h"
#include "base/file_log.h"
#include "base/map.h"
#include "base/str.h"
#include "command/list_told.h"
#include "command/list_work.h"
#include "command/progress.h"
#include "data/tree.h"
#include "read/emit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct run {
	struct command_env *env;
	const struct option *options;
	const char *path; /* of the list */
	struct list list;
	struct list_share share;
	size_t jobs;
	const char *log_path, *report_path, *depfile;
	bool quiet;
	struct file_log *log;
	struct file_set *set; /* of what is written when all is done */
	struct file_piece *report;
	struct map causes;
	const char **cause;
	size_t n_causes, room;
	struct progress progress;
	struct progress_count told;
};

static bool streams(const char *path)
{
	return str_eq(path, "-");
}

/* ---- options ---- */

static bool take_share(struct run *r)
{
	const char *text = option_value(&r->options[RENDER_SHARD], NULL);
	char *slash, *end;
	r->share = (struct list_share){ 1, 1 };
	if (!text)
		return true;
	long number = strtol(text, &slash, 10), of = *slash == '/' ? strtol(slash + 1, &end, 10) : 0;
	if (*slash == '/' && !*end && slash != text && end != slash + 1 && number >= 1 && number <= of) {
		r->share = (struct list_share){ (size_t)number, (size_t)of };
		return true;
	}
	command_usage(r->env, "render", "--shard must be two whole numbers like 2/8, from 1/8 to 8/8, not %s", text);
	return false;
}

/* What a run of many cannot have. */
static bool is_for_many(const struct run *r)
{
	const struct option *o = r->options;
	struct command_env *env = r->env;
	if (o[RENDER_UNTRUSTED].count)
		command_usage(env, "render",
		              "--untrusted keeps one briefing from all else: give each a run of its own");
	else if (streams(option_value(&o[RENDER_OUT], NULL)))
		command_usage(env, "render", "--out names a folder for the briefings of a list");
	else if (r->depfile && !o[RENDER_DEPFILE_TARGET].count)
		command_usage(env, "render", "--depfile with --list needs --depfile-target: what depends on them all");
	else if (streams(r->log_path) && streams(r->report_path))
		command_usage(env, "render", "only one of --log and --report can be standard output");
	else if (o[RENDER_QUIET].count && o[RENDER_VERBOSE].count)
		command_usage(env, "render", "--quiet and --verbose exclude each other");
	else
		return true;
	return false;
}

/* What lines get from the run is judged once, and not at each of them. */
static bool are_options(const struct run *r)
{
	struct press_briefing request;
	struct render_files to;
	if (render_take(r->env, r->options, "", &request, &to) != EXIT_DONE)
		return false;
	if (request.layout_only)
		command_usage(r->env, "render", "--format scene prints one briefing: leave --list out");
	for (size_t i = 0; i < request.n_data; i++)
		if (streams(request.data[i].file))
			return command_usage(r->env, "render",
			                     "--data -: standard input is not for the briefings of a list") ==
			       EXIT_DONE;
	return !request.layout_only;
}

static bool are_targets(const struct run *r)
{
	const char *const others[] = { r->path, r->log_path, r->report_path };
	return command_target(r->env, "render", "--log", r->log_path, others, 1) &&
	       command_target(r->env, "render", "--report", r->report_path, others, 1 + (r->log_path != NULL)) &&
	       command_target(r->env, "render", "--depfile", r->depfile, others, r->log_path && r->report_path ? 3 : 1);
}

static bool take_options(struct run *r)
{
	const struct option *o = r->options;
	r->path = option_value(&o[RENDER_LIST], NULL);
	r->log_path = option_value(&o[RENDER_LOG], NULL);
	r->report_path = option_value(&o[RENDER_REPORT], NULL);
	r->depfile = option_value(&o[RENDER_DEPFILE], NULL);
	r->quiet = o[RENDER_QUIET].count > 0 || streams(r->log_path) || streams(r->report_path);
	r->causes = map_new(r->env->arena);
	return take_share(r) && is_for_many(r) && are_options(r) && are_targets(r) &&
	       render_take_jobs(r->env, o, &r->jobs) == EXIT_DONE;
}

/* ---- what is told while it goes on ---- */

static bool make_folder_of(const struct run *r, const char *path)
{
	return !path || streams(path) || file_make_folder(file_folder(r->env->arena, path), r->env->diags);
}

/* The report's first lines, which need no knowledge of what comes. */
static char *report_head(const struct run *r)
{
	struct arena *a = r->env->arena;
	struct tree map = tree_new(a), share = tree_new(a);
	tree_put_number(&share, "number", (double)r->share.number);
	tree_put_number(&share, "of", (double)r->share.of);
	tree_put(&map, "benchbrief", tree_text(r->env->version));
	tree_put(&map, "list", tree_text(r->list.path));
	tree_put(&map, "shard", tree_map(&share));
	struct value value = tree_map(&map);
	char *head = emit_one_line(a, emit_json(a, &value));
	head[strlen(head) - 1] = '\0';
	return arena_printf(a, "%s, \"briefings\": [", head);
}

static bool open_all(struct run *r)
{
	if (!make_folder_of(r, r->log_path) || !make_folder_of(r, r->report_path) || !make_folder_of(r, r->depfile))
		return false;
	r->set = file_set_new(r->env->arena, r->options[RENDER_SYNC].count > 0, r->env->diags);
	if (r->log_path && !(r->log = file_log_open(r->env->arena, r->log_path, r->env->diags)))
		return false;
	if (r->report_path && !(r->report = file_set_begin(r->set, r->report_path)))
		return false;
	return !r->report || file_piece_add(r->report, report_head(r));
}

static void add_cause(struct run *r, const char *path)
{
	if (map_find(&r->causes, path))
		return;
	char *own = arena_strdup(r->env->arena, path);
	map_put(&r->causes, own, own);
	r->cause = arena_grow(r->env->arena, r->cause, &r->room, r->n_causes, sizeof *r->cause);
	r->cause[r->n_causes++] = own;
}

static void tell_progress(struct run *r, struct arena *arena, const struct list_told *told)
{
	char time[PROGRESS_TIME];
	progress_time(told->seconds, time);
	progress_tell(&r->progress, &r->told, told->path,
	              arena_printf(arena, "%s  %s  %zu file%s", list_state_word(told->state), time, told->made.n_paths,
	                           told->made.n_paths == 1 ? "" : "s"));
}

/* Each on an arena of its own: a list may be long. False where what is told cannot be written. */
static bool tell(struct run *r, const struct list_told *told)
{
	struct arena *scratch = arena_new_below(r->env->arena);
	bool first = !(r->told.done + r->told.wrong + r->told.failed), ok = true;
	list_count(&r->told, told->state);
	diags_append_to(r->env->diags, told->diags, told->path);
	for (size_t i = 0; i < told->made.n_paths && !r->quiet; i++)
		printf("%s\n", told->made.paths[i]);
	for (size_t i = 0; i < told->made.n_removed && !r->quiet; i++)
		printf("removed %s\n", told->made.removed[i]);
	for (size_t i = 0; i < told->made.n_causes && r->depfile; i++)
		add_cause(r, told->made.causes[i]);
	if (r->log)
		ok = file_log_add(r->log, list_log_line(scratch, told));
	if (r->report)
		ok = file_piece_add(r->report, first ? "\n  " : ",\n  ") &&
		     file_piece_add(r->report, list_report_part(scratch, told)) && ok;
	if (r->progress.lines)
		tell_progress(r, scratch, told);
	arena_free(scratch);
	return ok;
}

/* ---- what is told at the end ---- */

static bool end_report(const struct run *r)
{
	const struct progress_count *n = &r->told;
	return !r->report ||
	       (file_piece_add(r->report,
	                       arena_printf(r->env->arena, "\n], \"done\": %zu, \"wrong\": %zu, \"failed\": %zu}\n",
	                                    n->done, n->wrong, n->failed)) &&
	        file_piece_end(r->report));
}

/* What all of them are made from, if all were made: the list, too. */
static bool end_depfile(const struct run *r)
{
	struct strbuf b = strbuf_new(r->env->arena), rules = strbuf_new(r->env->arena);
	if (!r->depfile || !diags_ok(r->env->diags))
		return true;
	render_add_path(&b, option_value(&r->options[RENDER_DEPFILE_TARGET], NULL));
	strbuf_add(&b, ":");
	for (size_t i = 0; i < r->n_causes; i++) {
		strbuf_add(&b, " \\\n  ");
		render_add_path(&b, r->cause[i]);
		render_add_path(&rules, r->cause[i]);
		strbuf_add(&rules, ":\n");
	}
	strbuf_addf(&b, "\n%s", rules.s);
	return file_set_add(r->set, r->depfile, b.s, b.n);
}

/* ---- the run ---- */

static void render_all(struct run *r)
{
	struct progress_count now = { 0 };
	const struct list_told *told;
	struct list_work *work = list_work_start(r->env, &r->list, &r->share, r->jobs, r->report != NULL);
	if (!work)
		return;
	r->progress = progress_begin(list_work_count(&r->share, &r->list), r->options[RENDER_QUIET].count > 0,
	                             r->options[RENDER_VERBOSE].count > 0);
	r->quiet |= r->progress.bar && isatty(STDOUT_FILENO); /* one line that is written over bears no others */
	if (!streams(r->path))
		add_cause(r, r->path);
	bool ok = true;
	while (ok && (told = list_work_next(work, &r->progress, &now)) != NULL)
		ok = tell(r, told);
	progress_end(&r->progress, &r->told);
	if (ok && end_report(r) && end_depfile(r))
		file_set_commit(r->set);
}

enum exit_status render_list(struct command_env *env, const struct option *options)
{
	struct run r = { .env = env, .options = options };
	if (!take_options(&r))
		return EXIT_USAGE;
	if (!list_read(env, r.path, &r.list))
		return EXIT_DONE;
	r.list.options = options;
	r.list.out = option_value(&options[RENDER_OUT], ".");
	if (!list_check(env, &r.list) || !open_all(&r))
		return EXIT_DONE;
	/* Its end waits for the workers: nothing that they use goes before. */
	struct command_env *own = arena_alloc(env->arena, 1, sizeof *own);
	*own = *env;
	r.env = own;
	own->arena = arena_new_below(env->arena);
	render_all(&r);
	arena_free(own->arena);
	return EXIT_DONE;
}
