#define _XOPEN_SOURCE 700

#include "serve/notify.h"

#include "base/arena.h"
#include "base/str.h"

#include <errno.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

struct target { /* what has to be told of a watched folder for an input to have changed */
	int folder;
	const char *name; /* in it; NULL: whatever lies in it */
	bool database;    /* so do names that begin like this one */
	const char *path; /* of the input */
};

struct notify {
	int fd;
	struct arena *parent, *arena; /* arena: of what is followed */
	struct target *targets;
	size_t n_targets, targets_room;
	int *folders; /* that are watched */
	size_t n_folders, folders_room;
	const char **changed;
	size_t n_changed;
};

static void close_notify(void *closure)
{
	struct notify *n = closure;
	close(n->fd);
}

static void tell(struct diags *diags, const char *path)
{
	bool full = errno == ENOSPC || errno == EMFILE;
	diag_add(diags, DIAG_FAILURE, place_file(path),
	         full ? "raise fs.inotify.max_user_watches or fs.inotify.max_user_instances" : NULL,
	         "cannot be watched: %s", strerror(errno));
}

struct notify *notify_new(struct arena *arena, struct diags *diags)
{
	struct notify *n = arena_alloc(arena, 1, sizeof *n);
	n->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (n->fd < 0) {
		tell(diags, NULL);
		return NULL;
	}
	arena_defer(arena, close_notify, n);
	n->parent = arena;
	n->arena = arena_new_below(arena);
	return n;
}

int notify_descriptor(const struct notify *n)
{
	return n->fd;
}

/* ---- what is followed ---- */

static bool is_watched(const struct notify *n, int folder)
{
	for (size_t i = 0; i < n->n_folders; i++)
		if (n->folders[i] == folder)
			return true;
	return false;
}

/* -1 where it is not there, or no folder. */
static int watch_folder(struct notify *n, const char *path)
{
	const uint32_t what = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM |
	                      IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
	int folder = inotify_add_watch(n->fd, path, what);
	if (folder >= 0 && !is_watched(n, folder)) {
		n->folders = arena_grow(n->arena, n->folders, &n->folders_room, n->n_folders, sizeof *n->folders);
		n->folders[n->n_folders++] = folder;
	}
	return folder;
}

static void add_target(struct notify *n, struct target target)
{
	n->targets = arena_grow(n->arena, n->targets, &n->targets_room, n->n_targets, sizeof *n->targets);
	n->targets[n->n_targets++] = target;
}

static char *above(struct arena *arena, const char *path)
{
	return str_eq(path, "/") ? NULL : file_folder(arena, path);
}

/* The folder that a path lies in, or the nearest one above that is there: then the way to it has changed when the next
 * name of that way appears. */
static bool follow_name(struct notify *n, const char *path, const char *of, bool database)
{
	const char *at = path, *last = NULL;
	for (;;) {
		const char *folder = above(n->arena, at);
		if (!folder || str_eq(folder, last))
			return false;
		int number = watch_folder(n, folder);
		if (number >= 0) {
			add_target(n, (struct target){ .folder = number,
			                               .name = arena_strdup(n->arena, file_name(at)),
			                               .database = database && at == path,
			                               .path = of });
			return true;
		}
		if (errno != ENOENT && errno != ENOTDIR)
			return false;
		last = at = folder;
	}
}

static bool follow(struct notify *n, const struct input *input)
{
	const char *of = arena_strdup(n->arena, input->path);
	if (input->kind == INPUT_STANDARD || input->kind == INPUT_QUERY)
		return true;
	bool ok = follow_name(n, of, of, input->kind == INPUT_DATABASE);
	char *real = realpath(of, NULL);
	if (real && !str_eq(real, of))
		ok = follow_name(n, arena_strdup(n->arena, real), of, input->kind == INPUT_DATABASE) && ok;
	free(real);
	int folder = input->kind == INPUT_FOLDER ? watch_folder(n, of) : -1;
	if (folder >= 0)
		add_target(n, (struct target){ .folder = folder, .path = of });
	return ok;
}

/* Folders that are watched again keep their numbers, so what was told of them meanwhile still counts. */
bool notify_follow(struct notify *n, const struct inputs *inputs, struct diags *diags)
{
	const struct notify before = *n;
	const struct input *input;
	bool ok = true;
	*n = (struct notify){ .fd = before.fd, .parent = before.parent, .arena = arena_new_below(before.parent) };
	for (size_t i = 0; ok && (input = inputs_at(inputs, i)); i++)
		if (!(ok = follow(n, input)))
			tell(diags, input->path);
	for (size_t i = 0; i < before.n_folders; i++)
		if (!is_watched(n, before.folders[i]))
			inotify_rm_watch(n->fd, before.folders[i]);
	arena_free(before.arena);
	return ok;
}

/* ---- what is told ---- */

static void collect(struct notify *n, struct target *target)
{
	for (size_t i = 0; i < n->n_changed; i++)
		if (str_eq(n->changed[i], target->path))
			return;
	if (!n->changed)
		n->changed = arena_alloc(n->arena, n->n_targets, sizeof *n->changed);
	n->changed[n->n_changed++] = target->path;
}

/* What editors leave beside a file is none of the folder's files. */
static bool is_of_folder(const char *name)
{
	size_t length = strlen(name);
	return length && *name != '.' && name[length - 1] != '~';
}

static bool is_meant(const struct target *target, const struct inotify_event *event, const char *name)
{
	if (event->mask & IN_Q_OVERFLOW)
		return true;
	if (event->wd != target->folder)
		return false;
	if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT))
		return true;
	if (!target->name)
		return is_of_folder(name);
	return str_eq(name, target->name) || (target->database && str_starts(name, target->name));
}

static enum notify_state state_of(const struct inotify_event *event)
{
	if (event->mask & (IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT))
		return NOTIFY_GONE;
	if (event->mask & (IN_MODIFY | IN_CREATE))
		return event->mask & IN_ISDIR ? NOTIFY_WRITTEN : NOTIFY_WRITING;
	return NOTIFY_WRITTEN;
}

static enum notify_state take_event(struct notify *n, const struct inotify_event *event)
{
	const char *name = event->len ? event->name : "";
	size_t n_targets = n->n_targets;
	bool meant = false;
	if (event->mask & IN_IGNORED)
		return NOTIFY_NOTHING;
	for (size_t i = 0; i < n_targets; i++)
		if (is_meant(&n->targets[i], event, name)) {
			collect(n, &n->targets[i]);
			meant = true;
			if (event->mask & IN_ISDIR && n->targets[i].name) /* the way to it goes on */
				follow_name(n, n->targets[i].path, n->targets[i].path, n->targets[i].database);
		}
	return meant ? state_of(event) : NOTIFY_NOTHING;
}

enum notify_state notify_take(struct notify *n)
{
	enum { ROOM = 16384 };
	alignas(struct inotify_event) char buffer[ROOM];
	enum notify_state state = NOTIFY_NOTHING;
	ssize_t got;
	while ((got = read(n->fd, buffer, sizeof buffer)) > 0) {
		const char *at = buffer;
		while (at < buffer + got) {
			const struct inotify_event *event = (const void *)at;
			enum notify_state told = take_event(n, event);
			state = told == NOTIFY_NOTHING ? state : told;
			at += sizeof *event + event->len;
		}
	}
	return state;
}

const char *notify_changed(const struct notify *n, size_t i)
{
	return i < n->n_changed ? n->changed[i] : NULL;
}
