#define _XOPEN_SOURCE 700

#include "base/file.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file_copy.h"
#include "base/file_parts.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_fail(struct diags *diags, const char *path, const char *what, int error)
{
	const char *hint = error == ENOSPC || error == EDQUOT ? "free some space or write elsewhere"
	                   : error == EACCES || error == EPERM
	                           ? "choose a place that you may use, or change its permissions"
	                   : error == EROFS ? "the file system is read-only: write elsewhere"
	                                    : NULL;
	diag_add(diags, DIAG_FAILURE, place_file(path), hint, "%s: %s", what, strerror(error));
	return false;
}

bool file_error_is_of_path(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES || error == EPERM || error == EISDIR ||
	       error == ELOOP || error == ENAMETOOLONG || error == ENXIO || error == ENODEV || error == EINVAL;
}

bool file_fail_reading(struct diags *diags, const char *path, int error)
{
	diag_add(diags, file_error_is_of_path(error) ? DIAG_ERROR : DIAG_FAILURE, place_file(path), NULL,
	         "cannot be read: %s", strerror(error));
	return false;
}

static void close_fd(void *fd)
{
	close(*(const int *)fd);
}

/* A buffer of twice the size, with what has been read. */
static char *grown(struct arena *arena, const char *data, size_t *capacity)
{
	char *moved = arena_alloc(arena, *capacity * 2, 1);
	memcpy(moved, data, *capacity);
	*capacity *= 2;
	return moved;
}

static bool too_large(const char *path, size_t limit, struct diags *diags)
{
	diag_add(diags, DIAG_ERROR, place_file(path), "split it into several files",
	         "is larger than %zu MB, the most that is read", limit >> 20);
	return false;
}

/* Reads all of fd. The size is a guess only: a pipe has none. */
static bool slurp(struct arena *arena, int fd, const char *path, size_t guess, size_t limit, struct bytes *out,
                  struct diags *diags)
{
	size_t capacity = guess + 1 < 4096 ? 4096 : guess + 1, n = 0;
	char *data = arena_alloc(arena, capacity, 1);
	for (;;) {
		if (n == capacity)
			data = grown(arena, data, &capacity);
		ssize_t got = read(fd, data + n, capacity - n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return file_fail_reading(diags, path, errno);
		if (got == 0)
			break;
		n += (size_t)got;
		if (n > limit)
			return too_large(path, limit, diags);
	}
	*out = (struct bytes){ .data = data, .size = n };
	return true;
}

bool file_read_open(struct arena *arena, int fd, const char *path, size_t limit, struct bytes *out, struct diags *diags)
{
	struct stat st;
	if (fstat(fd, &st) < 0)
		return file_fail_reading(diags, path, errno);
	if (!S_ISREG(st.st_mode) && !S_ISFIFO(st.st_mode) && !S_ISCHR(st.st_mode)) {
		diag_add(diags, DIAG_ERROR, place_file(path), NULL, "is not a file");
		return false;
	}
	size_t guess = S_ISREG(st.st_mode) && st.st_size > 0 ? (size_t)st.st_size : 0;
	if (guess > limit)
		return too_large(path, limit, diags);
	if (guess < FILE_COPY_FROM || !file_copy_read(arena, fd, limit, out))
		return slurp(arena, fd, path, guess, limit, out, diags);
	return out->size <= limit || too_large(path, limit, diags);
}

bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *out, struct diags *diags)
{
	if (str_eq(path, "-"))
		return slurp(arena, STDIN_FILENO, "<stdin>", 0, limit, out, diags);
	struct arena *scratch = arena_new_below(arena); /* closes the file, also where memory runs out */
	int *fd = arena_alloc(scratch, 1, sizeof *fd);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	bool ok = *fd >= 0;
	if (ok) {
		arena_defer(scratch, close_fd, fd);
		ok = file_read_open(arena, *fd, path, limit, out, diags);
	} else {
		file_fail_reading(diags, path, errno);
	}
	arena_free(scratch);
	return ok;
}

int file_open(struct arena *arena, const char *path, struct diags *diags)
{
	struct stat st;
	int *fd = arena_alloc(arena, 1, sizeof *fd);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	int error = errno;
	if (*fd >= 0)
		arena_defer(arena, close_fd, fd);
	if (*fd < 0 || fstat(*fd, &st) != 0) {
		file_fail_reading(diags, path, *fd < 0 ? error : errno);
		return -1;
	}
	if (S_ISREG(st.st_mode))
		return *fd;
	diag_add(diags, DIAG_ERROR, place_file(path), "name a file",
	         S_ISDIR(st.st_mode) ? "is a folder, not a database" : "is a device or a pipe, not a database");
	return -1;
}

int file_descriptor(const char *path)
{
	return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
}

bool file_holds(const char *path, const void *data, size_t size)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool same = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size == size;
	char chunk[1 << 16];
	for (size_t at = 0; same && at < size;) {
		ssize_t n = read(fd, chunk, sizeof chunk);
		same = n > 0 && at + (size_t)n <= size && memcmp(chunk, (const char *)data + at, (size_t)n) == 0;
		at += n > 0 ? (size_t)n : 0;
	}
	if (fd >= 0)
		close(fd);
	return same;
}

bool file_exists(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 || !file_error_is_of_path(errno);
}

bool file_is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_is_device(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && (S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode));
}

bool file_find_folder(const char *path, bool *folder, struct diags *diags)
{
	struct stat st;
	bool there = stat(path, &st) == 0;
	*folder = there && S_ISDIR(st.st_mode);
	return there || file_error_is_of_path(errno) || file_fail_reading(diags, path, errno);
}

bool file_remove(const char *path, struct diags *diags)
{
	return unlink(path) == 0 || file_fail(diags, path, "cannot be removed", errno);
}

bool file_make_folder(const char *path, struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	char *copy = arena_strdup(scratch, path);
	bool ok = true;
	for (char *p = copy + 1; ok && *copy; p++) {
		char c = *p;
		if (c != '/' && c != '\0')
			continue;
		*p = '\0';
		int error = mkdir(copy, 0777) < 0 ? errno : 0;
		errno = 0; /* stays so where something is there, and no folder */
		if (error && !file_is_folder(copy))
			ok = file_fail(diags, path, "the folder cannot be made",
			               error != EEXIST ? error
			               : errno         ? errno
			                               : ENOTDIR);
		*p = c;
		if (c == '\0')
			break;
	}
	arena_free(scratch);
	return ok;
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void close_folder(void *dir)
{
	closedir(dir);
}

enum listed { FILES, FOLDERS };

/* A link to a folder is neither. */
static bool is_listed(const char *path, enum listed what)
{
	struct stat st;
	if (what == FILES)
		return !file_is_folder(path);
	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static const char **list_open(struct arena *arena, DIR *dir, const char *folder, enum listed what, size_t *count)
{
	const char **names = arena_alloc(arena, 1, sizeof *names);
	size_t capacity = 1;
	for (struct dirent *e; (e = readdir(dir));) {
		if (e->d_name[0] == '.')
			continue;
		char *path = arena_printf(arena, "%s%s%s", folder, str_ends(folder, "/") ? "" : "/", e->d_name);
		if (!is_listed(path, what))
			continue;
		names = arena_grow(arena, names, &capacity, *count, sizeof *names);
		names[(*count)++] = path;
	}
	return names;
}

static const char **list(struct arena *arena, const char *folder, enum listed what, size_t *count, struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	DIR *dir = opendir(folder);
	const char **names = NULL;
	*count = 0;
	if (dir) {
		arena_defer(scratch, close_folder, dir);
		names = list_open(arena, dir, folder, what, count);
		qsort(names, *count, sizeof *names, by_bytes);
	} else {
		file_fail_reading(diags, folder, errno);
	}
	arena_free(scratch);
	return names;
}

const char **file_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags)
{
	return list(arena, folder, FILES, count, diags);
}

struct leaves {
	struct arena *arena;
	const char **items;
	size_t count, room;
	struct diags *diags;
};

/* False if the folder cannot be read, too. */
static bool holds_file(struct arena *arena, const char *folder)
{
	struct arena *scratch = arena_new_below(arena);
	DIR *dir = opendir(folder);
	bool found = false;
	if (dir)
		arena_defer(scratch, close_folder, dir);
	for (struct dirent *e; dir && !found && (e = readdir(dir));)
		found = e->d_name[0] != '.' && is_listed(arena_printf(scratch, "%s/%s", folder, e->d_name), FILES);
	arena_free(scratch);
	return found;
}

static bool find_leaves(struct leaves *leaves, const char *folder)
{
	size_t n_folders = 0;
	struct arena *arena = leaves->arena;
	bool leaf = holds_file(arena, folder);
	const char **folders = leaf ? NULL : list(arena, folder, FOLDERS, &n_folders, leaves->diags);
	bool ok = leaf || folders;
	if (ok && !n_folders) {
		leaves->items = arena_grow(arena, leaves->items, &leaves->room, leaves->count, sizeof *leaves->items);
		leaves->items[leaves->count++] = folder;
	}
	for (size_t i = 0; ok && i < n_folders; i++)
		ok = find_leaves(leaves, folders[i]);
	return ok;
}

const char **file_leaves(struct arena *arena, const char *folder, size_t *count, struct diags *diags)
{
	struct leaves leaves = { .arena = arena, .diags = diags };
	bool ok = find_leaves(&leaves, folder);
	*count = leaves.count;
	return ok ? leaves.items : NULL;
}

const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

const char *file_suffix(const char *path)
{
	const char *name = file_name(path), *dot = strrchr(name, '.');
	return dot && dot != name ? dot : name + strlen(name);
}

char *file_stem(struct arena *arena, const char *path)
{
	const char *name = file_name(path);
	return arena_strndup(arena, name, (size_t)(file_suffix(path) - name));
}

char *file_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return arena_strdup(arena, ".");
	return arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

bool file_is_same(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}
