#define _XOPEN_SOURCE 700

#include "base/file.h"

#include "base/arena.h"
#include "base/diag.h"
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

static bool fail(struct diags *diags, const char *path, const char *what, int error)
{
	const char *hint = error == ENOSPC || error == EDQUOT ? "free some space or write elsewhere"
	                   : error == EACCES || error == EPERM
	                           ? "choose a place that you may use, or change its permissions"
	                   : error == EROFS ? "the file system is read-only: write elsewhere"
	                                    : NULL;
	diag_add(diags, DIAG_FAILURE, place_file(path), hint, "%s: %s", what, strerror(error));
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
			return fail(diags, path, "cannot be read", errno);
		if (got == 0)
			break;
		n += (size_t)got;
		if (n > limit) {
			diag_add(diags, DIAG_ERROR, place_file(path), "split it into several files",
			         "is larger than %zu MB, the most that is read", limit >> 20);
			return false;
		}
	}
	*out = (struct bytes){ data, n };
	return true;
}

static bool read_open(struct arena *arena, int fd, const char *path, size_t limit, struct bytes *out,
                      struct diags *diags)
{
	struct stat st;
	if (fstat(fd, &st) < 0) {
		diag_add(diags, DIAG_ERROR, place_file(path), NULL, "cannot be read: %s", strerror(errno));
		return false;
	}
	if (!S_ISREG(st.st_mode) && !S_ISFIFO(st.st_mode) && !S_ISCHR(st.st_mode)) {
		diag_add(diags, DIAG_ERROR, place_file(path), NULL, "is not a file");
		return false;
	}
	if (!S_ISREG(st.st_mode)) /* wait for a pipe's writer; O_NONBLOCK was for the open */
		fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
	size_t guess = S_ISREG(st.st_mode) && st.st_size > 0 ? (size_t)st.st_size : 0;
	return slurp(arena, fd, path, guess > limit ? limit : guess, limit, out, diags);
}

bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *out, struct diags *diags)
{
	if (str_eq(path, "-"))
		return slurp(arena, STDIN_FILENO, "<stdin>", 0, limit, out, diags);
	struct arena *scratch = arena_new_below(arena); /* closes the file, also where memory runs out */
	int *fd = arena_alloc(scratch, 1, sizeof *fd);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool ok = *fd >= 0;
	if (ok) {
		arena_defer(scratch, close_fd, fd);
		ok = read_open(arena, *fd, path, limit, out, diags);
	} else {
		diag_add(diags, DIAG_ERROR, place_file(path), NULL, "cannot be read: %s", strerror(errno));
	}
	arena_free(scratch);
	return ok;
}

static bool write_all(int fd, const char *data, size_t size)
{
	while (size) {
		ssize_t n = write(fd, data, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		data += n;
		size -= (size_t)n;
	}
	return true;
}

bool file_holds(const char *path, const void *data, size_t size)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
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

/* Opens a name beside target that nobody has; it starts with a dot so that no list shows it half written. */
static int open_beside(struct arena *arena, const char *target, char **name)
{
	const char *folder = file_folder(arena, target);
	for (unsigned i = 0; i < 1000; i++) {
		*name = arena_printf(arena, "%s/.%s.%ld-%u.part", folder, file_name(target), (long)getpid(), i);
		int fd = open(*name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

/* A link is followed, so that what it points to is replaced and the link stays. */
static const char *resolved(struct arena *arena, const char *path)
{
	struct stat st;
	if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode)) {
		char real[PATH_MAX];
		if (realpath(path, real))
			return arena_strdup(arena, real);
	}
	return path;
}

static bool write_on(struct arena *scratch, const char *path, const void *data, size_t size, struct diags *diags)
{
	if (file_is_folder(path)) {
		diag_add(diags, DIAG_FAILURE, place_file(path), "name a file, not a folder",
		         "cannot be written: is a folder");
		return false;
	}
	struct stat st;
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) { /* a device or a pipe is written, not replaced */
		int fd = open(path, O_WRONLY | O_CLOEXEC);
		bool ok = fd >= 0 && write_all(fd, data, size);
		int error = errno;
		if (fd >= 0 && close(fd) < 0 && ok) {
			ok = false;
			error = errno;
		}
		return ok || fail(diags, path, "cannot be written", error);
	}
	if (file_holds(path, data, size))
		return true;
	const char *target = resolved(scratch, path);
	const char *folder = file_folder(scratch, target);
	if (!file_is_folder(folder)) {
		diag_add(diags, DIAG_FAILURE, place_file(path), "make the folder first",
		         "cannot be written: there is no folder %s", folder);
		return false;
	}
	char *part;
	int fd = open_beside(scratch, target, &part);
	if (fd < 0)
		return fail(diags, path, "cannot be written", errno);
	bool ok = write_all(fd, data, size);
	int error = errno;
	if (ok && stat(target, &st) == 0)
		(void)!fchmod(fd, st.st_mode & 07777); /* a replaced file keeps its permissions where that is allowed */
	if (close(fd) < 0 && ok) {
		ok = false;
		error = errno;
	}
	if (ok && rename(part, target) < 0) {
		ok = false;
		error = errno;
	}
	if (!ok) {
		unlink(part);
		return fail(diags, path, "cannot be written", error);
	}
	return true;
}

bool file_write(const char *path, const void *data, size_t size, struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	bool ok = write_on(scratch, path, data, size, diags);
	arena_free(scratch);
	return ok;
}

bool file_exists(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0;
}

bool file_is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
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
		if (mkdir(copy, 0777) < 0 && !file_is_folder(copy))
			ok = fail(diags, path, "the folder cannot be made", errno);
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

static const char **list_open(struct arena *arena, DIR *dir, const char *folder, size_t *count)
{
	const char **names = arena_alloc(arena, 1, sizeof *names);
	size_t capacity = 1;
	for (struct dirent *e; (e = readdir(dir));) {
		if (e->d_name[0] == '.')
			continue;
		char *path = arena_printf(arena, "%s%s%s", folder, str_ends(folder, "/") ? "" : "/", e->d_name);
		if (file_is_folder(path))
			continue;
		names = arena_grow(arena, names, &capacity, *count, sizeof *names);
		names[(*count)++] = path;
	}
	return names;
}

const char **file_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena);
	DIR *dir = opendir(folder);
	const char **names = NULL;
	*count = 0;
	if (dir) {
		arena_defer(scratch, close_folder, dir);
		names = list_open(arena, dir, folder, count);
		qsort(names, *count, sizeof *names, by_bytes);
	} else {
		diag_add(diags, DIAG_ERROR, place_file(folder), NULL, "cannot be read: %s", strerror(errno));
	}
	arena_free(scratch);
	return names;
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

bool file_is_below(const char *folder, const char *path)
{
	char top[PATH_MAX], real[PATH_MAX];
	if (!realpath(folder, top) || !realpath(path, real))
		return false;
	size_t n = str_eq(top, "/") ? 0 : strlen(top);
	return strncmp(real, top, n) == 0 && real[n] == '/';
}

bool file_is_same(const char *a, const char *b)
{
	struct stat x, y;
	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}
