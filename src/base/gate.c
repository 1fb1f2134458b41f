#define _DEFAULT_SOURCE /* syscall */

#include "base/gate.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/file_parts.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined __linux__ && __has_include(<linux/openat2.h>)
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif

/* O_NONBLOCK: an open that never waits. */
enum { OPENING = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY };

/* ---- opening ---- */

/* A folder at a time, none of which may be a link. */
static int walk(int folder, char *path)
{
	int at = folder;
	for (char *slash; at >= 0 && (slash = strchr(path, '/')); path = slash + 1) {
		*slash = '\0';
		int next = openat(at, path, OPENING | O_DIRECTORY);
		*slash = '/';
		if (at != folder)
			close(at);
		at = next;
	}
	int fd = at < 0 ? -1 : openat(at, path, OPENING);
	if (at >= 0 && at != folder)
		close(at);
	return fd;
}

/* path: relative, of names only. */
static int open_below(int folder, char *path)
{
#ifdef SYS_openat2
	struct open_how how = { .flags = OPENING,
		                .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };
	long fd = syscall(SYS_openat2, folder, path, &how, sizeof how);
	if (fd >= 0 || (errno != ENOSYS && errno != EPERM && errno != EINVAL))
		return (int)fd;
#endif
	return walk(folder, path);
}

/* ---- where a path leads ---- */

/* True if the names alone lead out of the folder. */
bool gate_climbs(const char *written)
{
	int depth = 0;
	if (written[0] == '/')
		return true;
	for (const char *at = written; *at;) {
		size_t n = strcspn(at, "/");
		bool up = n == 2 && memcmp(at, "..", 2) == 0, here = n == 0 || (n == 1 && *at == '.');
		depth += up ? -1 : here ? 0 : 1;
		if (depth < 0)
			return true;
		at += n + (at[n] == '/');
	}
	return false;
}

static enum gate_answer answer_of(int error)
{
	return error == ENOENT || error == ENOTDIR ? GATE_MISSING
	       : error == ELOOP || error == EXDEV  ? GATE_OUTSIDE
	       : error == ENXIO || error == ENODEV ? GATE_NOT_A_FILE
	       : file_error_is_of_path(error)      ? GATE_UNREADABLE
	                                           : GATE_FAILED;
}

struct way { /* where a path leads, links followed */
	char folder[PATH_MAX], real[PATH_MAX];
	int error;   /* why it leads nowhere */
	char *below; /* the end of real: the way from the folder */
};

static enum gate_answer follow(struct arena *arena, const char *folder, const char *written, struct way *way)
{
	if (gate_climbs(written))
		return GATE_OUTSIDE;
	if (!realpath(folder, way->folder) || !realpath(arena_printf(arena, "%s/%s", folder, written), way->real))
		return answer_of(way->error = errno) == GATE_OUTSIDE ? GATE_UNREADABLE : answer_of(way->error);
	size_t n = str_eq(way->folder, "/") ? 0 : strlen(way->folder);
	if (strncmp(way->real, way->folder, n) != 0 || way->real[n] != '/')
		return GATE_OUTSIDE;
	way->below = way->real + n + 1;
	return GATE_PASSED;
}

/* The file at the end of the way; -1 with the answer. Opening a device may do something: its kind is looked at first.
 */
static int open_file(struct way *way, enum gate_answer *answer)
{
	struct stat st;
	int folder = open(way->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), fd = -1;
	if (folder >= 0 && fstatat(folder, way->below, &st, AT_SYMLINK_NOFOLLOW) == 0)
		fd = S_ISREG(st.st_mode) ? open_below(folder, way->below) : (errno = ENODEV, -1);
	*answer = fd >= 0 ? GATE_PASSED : answer_of(way->error = errno);
	if (folder >= 0)
		close(folder);
	bool known = fd < 0 || fstat(fd, &st) == 0;
	if (!known)
		*answer = answer_of(way->error = errno);
	else if (fd >= 0 && !S_ISREG(st.st_mode))
		*answer = GATE_NOT_A_FILE;
	if (fd >= 0 && *answer != GATE_PASSED) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static enum gate_answer check_file(struct arena *arena, const char *folder, const char *written, int *error)
{
	struct way *way = arena_alloc(arena, 1, sizeof *way);
	enum gate_answer answer = follow(arena, folder, written, way);
	int fd = answer == GATE_PASSED ? open_file(way, &answer) : -1;
	if (fd >= 0)
		close(fd);
	*error = way->error;
	return answer;
}

/* All files that a reader of the folder would find. */
static enum gate_answer check_folder(struct arena *scratch, const struct way *way, int *error)
{
	size_t n_leaves = 0;
	const char **leaves = file_leaves(scratch, way->real, &n_leaves, diags_new(scratch));
	*error = leaves ? 0 : errno;
	enum gate_answer answer = leaves ? GATE_PASSED : answer_of(*error);
	for (size_t k = 0; k < n_leaves && answer == GATE_PASSED; k++) {
		size_t n = 0;
		const char **inside = file_list(scratch, leaves[k], &n, diags_new(scratch));
		*error = inside ? 0 : errno;
		answer = inside ? GATE_PASSED : answer_of(*error);
		for (size_t i = 0; i < n && answer == GATE_PASSED; i++)
			answer = check_file(scratch, way->folder, inside[i] + (way->below - way->real), error);
	}
	return answer;
}

enum gate_answer gate_check(struct arena *arena, const char *folder, const char *written, int *error)
{
	struct arena *scratch = arena_new_below(arena);
	struct way *way = arena_alloc(scratch, 1, sizeof *way);
	enum gate_answer answer = follow(scratch, folder, written, way);
	*error = way->error;
	if (answer == GATE_PASSED)
		answer = file_is_folder(way->real) ? check_folder(scratch, way, error)
		                                   : check_file(scratch, folder, written, error);
	arena_free(scratch);
	return answer;
}

static void close_fd(void *fd)
{
	close(*(const int *)fd);
}

int gate_open(struct arena *arena, const char *folder, const char *written, struct diags *diags)
{
	const char *path = arena_printf(arena, "%s/%s", folder, written);
	struct way *way = arena_alloc(arena, 1, sizeof *way);
	int *fd = arena_alloc(arena, 1, sizeof *fd);
	enum gate_answer answer = follow(arena, folder, written, way);
	*fd = answer == GATE_PASSED ? open_file(way, &answer) : -1;
	if (*fd >= 0)
		arena_defer(arena, close_fd, fd);
	else if (answer == GATE_FAILED)
		file_fail_reading(diags, path, way->error);
	else
		diag_add(diags, DIAG_ERROR, place_file(path), "name a file in the folder of what names it", "%s",
		         gate_words(answer));
	return *fd;
}

bool gate_read(struct arena *arena, const char *folder, const char *written, size_t limit, struct bytes *out,
               struct diags *diags)
{
	struct arena *scratch = arena_new_below(arena); /* closes the file, also where memory runs out */
	const char *path = arena_printf(scratch, "%s/%s", folder, written);
	int fd = gate_open(scratch, folder, written, diags);
	bool ok = fd >= 0 && file_read_open(arena, fd, path, limit, out, diags);
	arena_free(scratch);
	return ok;
}

const char *gate_words(enum gate_answer answer)
{
	switch (answer) {
	case GATE_PASSED:
		return "";
	case GATE_MISSING:
		return "is not there";
	case GATE_OUTSIDE:
		return "is not below the folder of what names it";
	case GATE_NOT_A_FILE:
		return "is a device or a pipe, not a file";
	case GATE_UNREADABLE:
	case GATE_FAILED:
		return "cannot be read";
	}
	return "";
}
