/* A line as render takes it, and all lines side by side. */
#include "command/list.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- options ---- */

/* What only a run has, and what only a line has. */
static const enum render_option of_runs[] = { RENDER_JOBS,  RENDER_LIST,    RENDER_SHARD,    RENDER_LOG,
	                                      RENDER_QUIET, RENDER_VERBOSE, RENDER_UNTRUSTED };
static const enum render_option of_lines[] = { RENDER_OUT, RENDER_DEPFILE, RENDER_DEPFILE_TARGET, RENDER_REPORT };

static bool is_of(enum render_option option, const enum render_option *options, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (options[i] == option)
			return true;
	return false;
}

static bool refuse(struct command_env *env, const char *hint, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static bool refuse(struct command_env *env, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(env->diags, DIAG_ERROR, place_file(NULL), hint, format, args);
	va_end(args);
	return false;
}

/* What the line does not say is as the run says it. */
static bool merge(struct command_env *env, const struct option *run, struct option *line)
{
	bool judged = line[RENDER_STRICT].count || line[RENDER_DRAFT].count;
	for (int i = 0; i < RENDER_OPTIONS; i++) {
		enum render_option option = (enum render_option)i;
		bool alone = is_of(option, of_runs, COUNT(of_runs));
		if (alone && line[i].count)
			return refuse(env, option == RENDER_UNTRUSTED ? "render it by itself" : "give it to the run",
			              "%s is not for one line of a list", line[i].name);
		alone |= is_of(option, of_lines, COUNT(of_lines)) ||
		         (judged && (option == RENDER_STRICT || option == RENDER_DRAFT));
		if (!line[i].count && !alone)
			line[i] = run[i];
	}
	return true;
}

/* ---- folders ---- */

/* A path without "." and empty parts; one from the root loses it. NULL if it leads out. */
static const char *plain(struct arena *arena, const char *path)
{
	struct strbuf b = strbuf_new(arena);
	while (*path) {
		size_t n = strcspn(path, "/");
		bool up = n == 2 && path[0] == '.' && path[1] == '.';
		if (up && !b.n)
			return NULL;
		if (up) {
			const char *last = strrchr(b.s, '/');
			b.n = last ? (size_t)(last - b.s) : 0;
			b.s[b.n] = '\0';
		} else if (n && !(n == 1 && *path == '.')) {
			strbuf_add(&b, b.n ? "/" : "");
			strbuf_addn(&b, path, n);
		}
		path += n + (path[n] == '/');
	}
	return b.s;
}

static const char *folder_like(struct arena *arena, const char *path)
{
	static const char ending[] = ".md";
	size_t n = strlen(path), less = sizeof ending - 1;
	bool ends = str_ends(path, ending) && n > less && path[n - less - 1] != '/';
	return plain(arena, ends ? arena_strndup(arena, path, n - less) : path);
}

static bool take_folder(struct command_env *env, const char *path, const struct option *out, struct list_entry *entry)
{
	const char *given = entry->given_out = option_value(out, NULL);
	if (given && (!*given || *given == '/' || str_eq(given, "-")))
		return refuse(env, "name a folder: it is made below that of the run",
		              "--out \"%s\" is no folder below that of the run", given);
	entry->folder = given ? plain(env->arena, given) : folder_like(env->arena, path);
	return entry->folder || refuse(env, "name the folder of its files with --out on this line",
	                               "%s leads out of the folder of the run", given ? given : path);
}

/* ---- a line ---- */

static bool is_standard_input(const char *path)
{
	return path && path[0] == '-' && (!path[1] || path[1] == '#');
}

static bool reads_no_input(struct command_env *env, const struct press_briefing *request)
{
	size_t n;
	const char *const *named = command_named(env, request, &n);
	for (size_t i = 0; i < n; i++)
		if (is_standard_input(named[i]))
			return refuse(env, "name a file", "%s: standard input is not for one briefing of many",
			              named[i]);
	return true;
}

static bool take(struct command_env *env, const struct list *list, const struct list_line *line,
                 struct list_entry *entry)
{
	struct option options[RENDER_OPTIONS];
	const char **operands;
	size_t n;
	int argc;
	char **argv;
	render_options(options);
	if (!list_split(env->arena, line, list->path, &argc, &argv, env->diags) ||
	    !command_options(env, argc, argv, options, RENDER_OPTIONS, &operands, &n))
		return false;
	if (!n)
		return refuse(env, "write its path first", "names no briefing");
	if (n > 1)
		return refuse(env, "a line for each; a path with spaces in quotes", "names a second briefing: %s",
		              operands[1]);
	if (!merge(env, list->options, options) || !take_folder(env, operands[0], &options[RENDER_OUT], entry))
		return false;
	const char *out = *entry->folder ? arena_printf(env->arena, "%s/%s", list->out, entry->folder) : list->out;
	options[RENDER_OUT].values = &out;
	options[RENDER_OUT].count = 1;
	if (render_take(env, options, operands[0], &entry->request, &entry->to) != EXIT_DONE ||
	    !reads_no_input(env, &entry->request))
		return false;
	entry->to.quiet = true;
	if (entry->request.layout_only || str_eq(entry->to.report, "-"))
		return refuse(env, "render it by itself", "%s prints, and a list has many to print",
		              entry->request.layout_only ? "--format scene" : "--report -");
	return true;
}

bool list_take(struct command_env *env, const struct list *list, const struct list_line *line, struct list_entry *entry)
{
	struct diags *diags = env->diags;
	const struct diag *d;
	*entry = (struct list_entry){ 0 };
	env->diags = diags_new(env->arena);
	bool ok = take(env, list, line, entry);
	for (size_t i = 0; (d = diags_at(env->diags, i)); i++)
		diag_repeat(diags, d, d->place.file ? d->place : (struct place){ list->path, line->number, 0 });
	env->diags = diags;
	return ok;
}

/* ---- all lines ---- */

struct claims {
	struct arena *arena;
	const struct list *list;
	struct map folders, files; /* -> the line that has it */
};

static bool claim(struct command_env *env, const struct claims *c, struct map *map, const char *path,
                  const struct list_line *line, const char *hint)
{
	union { /* as the map takes it; nobody writes to it */
		const struct list_line *line;
		void *value;
	} ours = { line };
	const struct list_line *first = map_put(map, arena_strdup(c->arena, path), ours.value);
	if (first == line)
		return true;
	diag_add(env->diags, DIAG_ERROR, (struct place){ c->list->path, line->number, 0 }, hint,
	         "writes to %s, and so does line %d", *path ? path : ".", first->number);
	return false;
}

static bool claim_file(struct command_env *env, struct claims *c, const char *path, const struct list_line *line)
{
	const struct option *run = c->list->options;
	static const enum render_option ours[] = { RENDER_LOG, RENDER_REPORT, RENDER_DEPFILE, RENDER_LIST };
	if (!path)
		return true;
	for (size_t i = 0; i < COUNT(ours); i++)
		if (str_eq(path, option_value(&run[ours[i]], NULL))) {
			diag_add(env->diags, DIAG_ERROR, (struct place){ c->list->path, line->number, 0 },
			         "give it another name", "writes to %s, which is the run's %s", path,
			         run[ours[i]].name);
			return false;
		}
	return claim(env, c, &c->files, path, line, "give one of them another name");
}

static bool claim_all(struct command_env *env, struct claims *c, const struct list_entry *entry,
                      const struct list_line *line)
{
	return claim(env, c, &c->folders, entry->folder, line,
	             "give one of them a folder of its own: --out FOLDER on its line") &&
	       claim_file(env, c, entry->to.report, line) && claim_file(env, c, entry->to.depfile, line);
}

/* A folder that lies in another line's folder of charts. */
static bool is_apart(struct command_env *env, const struct claims *c, const char *folder, const struct list_line *line)
{
	size_t n = strlen(press_chart_folder);
	for (const char *at = folder; *at; at += strcspn(at, "/"), at += *at == '/') {
		if (strcspn(at, "/") != n || memcmp(at, press_chart_folder, n) != 0)
			continue;
		size_t above = at == folder ? 0 : (size_t)(at - folder) - 1;
		const struct list_line *other = map_find(&c->folders, arena_strndup(c->arena, folder, above));
		if (!other)
			continue;
		diag_add(env->diags, DIAG_ERROR, (struct place){ c->list->path, line->number, 0 },
		         "give it another folder: --out FOLDER on its line",
		         "writes to %s, where the charts of line %d go", folder, other->number);
		return false;
	}
	return true;
}

bool list_check(struct command_env *env, const struct list *list)
{
	struct arena *all = arena_new_below(env->arena);
	struct claims claims = { all, list, map_new(all), map_new(all) };
	const char **folders = arena_alloc(all, list->count, sizeof *folders);
	struct command_env own = *env;
	bool ok = true;
	for (size_t i = 0; i < list->count; i++) {
		struct list_entry entry;
		own.arena = arena_new_below(all);
		own.queries = env->queries;
		ok = list_take(&own, list, &list->lines[i], &entry) &&
		     claim_all(env, &claims, &entry, &list->lines[i]) && ok;
		folders[i] = ok ? arena_strdup(all, entry.folder) : "";
		arena_free(own.arena);
	}
	for (size_t i = 0; i < list->count && ok; i++)
		ok = is_apart(env, &claims, folders[i], &list->lines[i]);
	arena_free(all);
	return ok;
}
