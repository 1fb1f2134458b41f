#include "command/render_files.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "command/command.h"
#include "paint/painter.h"
#include "press/press.h"
#include "press/report.h"
#include "press/verify.h"

#include <stdio.h>
#include <string.h>

struct orphan { /* a picture of a chart that is gone */
	const char *path, *id;
};

struct output {
	struct command_env *env;
	const struct render_files *to;
	const struct press_result *result;
	const char **paths;   /* of the result's files */
	struct file_set *set; /* all that is written */
	struct render_made *made;
	struct orphan *orphans;
	size_t n_orphans, room;
};

static bool streams(const char *path)
{
	return str_eq(path, "-");
}

/* ---- what must not be lost ---- */

/* Whether a file of the run would replace something that it reads, or another of its files. */
static bool is_safe(const struct output *o, const char *what, const char *path, size_t n_others)
{
	const struct render_files *to = o->to;
	if (streams(path))
		return true;
	bool clash = inputs_hit(o->result->inputs, path);
	for (size_t i = 0; i < n_others; i++)
		clash |= file_is_same(path, o->paths[i]) || str_eq(path, o->paths[i]);
	clash |= path == to->report && to->depfile && (file_is_same(path, to->depfile) || str_eq(path, to->depfile));
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
	if (ok && o->to->depfile)
		ok = is_safe(o, "--depfile", o->to->depfile, o->result->n_files);
	if (ok && o->to->report)
		ok = is_safe(o, "--report", o->to->report, o->result->n_files);
	return ok;
}

static bool make_folder_of(const struct output *o, const char *path)
{
	return !path || streams(path) || file_make_folder(file_folder(o->env->arena, path), o->env->diags);
}

static bool make_folders(const struct output *o)
{
	bool ok = (streams(o->to->out) || file_make_folder(o->to->out, o->env->diags)) &&
	          make_folder_of(o, o->to->depfile) && make_folder_of(o, o->to->report);
	for (size_t i = 0; i < o->result->n_files && ok; i++)
		ok = make_folder_of(o, o->paths[i]);
	return ok;
}

/* ---- what depends on what ---- */

/* With marks before what make and ninja would take for something else. */
void render_add_path(struct strbuf *b, const char *path)
{
	for (const char *p = path; *p; p++) {
		if (*p == ' ' || *p == '#')
			strbuf_add(b, "\\");
		if (*p == '$')
			strbuf_add(b, "$");
		strbuf_addn(b, p, 1);
	}
}

static void add_targets(const struct output *o, struct strbuf *b)
{
	if (o->to->depfile_target) {
		render_add_path(b, o->to->depfile_target);
		return;
	}
	for (size_t i = 0; i < o->result->n_files; i++) {
		strbuf_add(b, i ? " " : "");
		render_add_path(b, o->paths[i]);
	}
}

/* A file that the run writes into a folder changes the folder's time: depending on it would never end. */
static bool is_written_into(const struct output *o, const char *folder)
{
	struct arena *a = o->env->arena;
	const char *const extra[] = { o->to->depfile, o->to->report, o->to->depfile_target };
	bool hit = false;
	for (size_t i = 0; i < o->result->n_files && !hit; i++)
		hit = file_is_same(folder, file_folder(a, o->paths[i]));
	for (size_t i = 0; i < sizeof extra / sizeof *extra && !hit; i++)
		hit = extra[i] && file_is_same(folder, file_folder(a, extra[i]));
	return hit;
}

static bool is_cause(const struct output *o, const struct input *input)
{
	return (input->kind == INPUT_FILE && input->read) || input->kind == INPUT_DATABASE ||
	       (input->kind == INPUT_FOLDER && !is_written_into(o, input->path));
}

/* A rule without commands for each input: one that is gone then starts the run again, which tells what is missing,
 * where make would only say that it has no rule for it. */
static void add_bare_rules(const struct output *o, struct strbuf *b)
{
	const struct input *input;
	for (size_t i = 0; (input = inputs_at(o->result->inputs, i)); i++)
		if (is_cause(o, input)) {
			render_add_path(b, input->path);
			strbuf_add(b, ":\n");
		}
}

static bool add_depfile(const struct output *o)
{
	struct strbuf b = strbuf_new(o->env->arena);
	const struct input *input;
	add_targets(o, &b);
	strbuf_add(&b, ":");
	for (size_t i = 0; (input = inputs_at(o->result->inputs, i)); i++)
		if (is_cause(o, input)) {
			strbuf_add(&b, " \\\n  ");
			render_add_path(&b, input->path);
		}
	strbuf_add(&b, "\n");
	if (o->to->depfile_target)
		add_bare_rules(o, &b);
	return file_set_add(o->set, o->to->depfile, b.s, b.n);
}

/* ---- files ---- */

static bool add_report(const struct output *o)
{
	const char *json = report_briefing(o->env->arena, o->result, o->paths, o->env->version);
	return file_set_add(o->set, o->to->report, json, strlen(json));
}

/* Where standard output is not taken by a file. */
static bool prints_paths(const struct output *o)
{
	return !o->to->quiet && !streams(o->to->out) && !(o->to->report && streams(o->to->report));
}

static bool add_files(const struct output *o)
{
	for (size_t i = 0; i < o->result->n_files; i++) {
		const struct press_file *file = &o->result->files[i];
		if (!file_set_add(o->set, o->paths[i], file->bytes.data, file->bytes.size))
			return false;
	}
	return true;
}

/* Runs that make this briefing's files in this folder wait for each other. */
static bool lock(const struct output *o)
{
	return streams(o->to->out) ||
	       file_set_lock(o->set, arena_printf(o->env->arena, "%s/.%s.lock", o->to->out, o->result->name));
}

static void print_paths(const struct output *o)
{
	for (size_t i = 0; i < o->result->n_files && prints_paths(o); i++)
		printf("%s\n", o->paths[i]);
}

/* ---- what is left from earlier runs ---- */

static void drop(const struct output *o, const struct orphan *orphan)
{
	if (!o->to->prune)
		diag_add(o->env->diags, DIAG_WARNING, place_file(orphan->path), "remove it, or let --prune do it",
		         "is a picture of the chart %s, which the briefing no longer has", orphan->id);
	else if (file_remove(orphan->path, o->env->diags)) {
		if (prints_paths(o))
			printf("removed %s\n", orphan->path);
		if (o->made)
			o->made->removed[o->made->n_removed++] = orphan->path;
	}
}

/* Only pictures whose own record says that this briefing made them are touched. They are sought before anything is
 * written, and dropped after. */
static void find_orphans(struct output *o)
{
	enum { PICTURE_BYTES_MAX = 256 << 20 };
	struct arena *a = o->env->arena;
	const char *folder = arena_printf(a, "%s/%s", o->to->out, press_chart_folder);
	size_t n = 0;
	const char **paths =
		streams(o->to->out) || !file_is_folder(folder) ? NULL : file_list(a, folder, &n, o->env->diags);
	for (size_t i = 0; paths && i < n; i++) {
		struct arena *scratch = arena_new_below(a);
		struct bytes bytes;
		bool made = false;
		for (size_t k = 0; k < o->result->n_files && !made; k++)
			made = str_eq(o->paths[k], paths[i]);
		const char *id =
			!made && painter_of_path(paths[i]) &&
					file_read(scratch, paths[i], PICTURE_BYTES_MAX, &bytes, diags_new(scratch))
				? press_orphan(scratch, o->result, bytes)
				: NULL;
		if (id) {
			o->orphans = arena_grow(a, o->orphans, &o->room, o->n_orphans, sizeof *o->orphans);
			o->orphans[o->n_orphans++] = (struct orphan){ paths[i], arena_strdup(a, id) };
		}
		arena_free(scratch);
	}
}

static bool name_files(struct output *o)
{
	struct arena *a = o->env->arena;
	size_t n = o->result->n_files;
	o->paths = arena_alloc(a, n + 1, sizeof *o->paths);
	for (size_t i = 0; i < n; i++)
		o->paths[i] = streams(o->to->out) ? o->to->out
		                                  : arena_printf(a, "%s/%s", o->to->out, o->result->files[i].name);
	if (n == 1 || !streams(o->to->out))
		return true;
	diag_add(o->env->diags, DIAG_ERROR, place_file("<stdout>"), "name one of them with --only",
	         "the briefing makes %zu files, and standard output takes one", n);
	return false;
}

static bool write_set(struct output *o)
{
	if (!lock(o) || !add_files(o) || (o->to->depfile && !add_depfile(o)) || (o->to->report && !add_report(o)))
		return false;
	find_orphans(o);
	return diags_ok(o->env->diags) && file_set_commit(o->set);
}

/* On the arena of env, like all paths. */
static void keep(struct output *o)
{
	struct arena *a = o->env->arena;
	struct render_made *made = o->made;
	const struct input *input;
	made->paths = o->paths;
	made->n_paths = o->result->n_files;
	made->removed = arena_alloc(a, o->n_orphans + 1, sizeof *made->removed);
	made->causes = arena_alloc(a, inputs_count(o->result->inputs) + 1, sizeof *made->causes);
	for (size_t i = 0; (input = inputs_at(o->result->inputs, i)); i++)
		if (is_cause(o, input))
			made->causes[made->n_causes++] = arena_strdup(a, input->path);
	if (made->wants_report)
		made->report = report_briefing(a, o->result, o->paths, o->env->version);
}

void render_write(struct command_env *env, const struct render_files *to, const struct press_result *result,
                  struct render_made *made)
{
	struct output o = { .env = env, .to = to, .result = result, .made = made };
	struct arena *scratch = arena_new_below(env->arena); /* its end takes back what was not committed */
	o.set = file_set_new(scratch, to->sync, env->diags);
	if (name_files(&o) && are_safe(&o) && make_folders(&o) && write_set(&o)) {
		print_paths(&o);
		if (made)
			keep(&o);
		for (size_t i = 0; i < o.n_orphans; i++)
			drop(&o, &o.orphans[i]);
	}
	arena_free(scratch);
}
