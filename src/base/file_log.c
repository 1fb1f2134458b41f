#define _XOPEN_SOURCE 700

#include "base/file_log.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file_parts.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

struct file_log {
	const char *path;
	struct arena *line; /* the one that is being written */
	struct diags *diags;
	int fd; /* below 0: standard output */
	bool failed;
};

static void release(void *object)
{
	struct file_log *log = object;
	if (log->fd >= 0)
		close(log->fd);
}

struct file_log *file_log_open(struct arena *arena, const char *path, struct diags *diags)
{
	struct file_log *log = arena_alloc(arena, 1, sizeof *log);
	*log = (struct file_log){ .path = path, .line = arena_new_below(arena), .diags = diags, .fd = -1 };
	arena_defer(arena, release, log);
	if (str_eq(path, "-")) {
		log->path = "<stdout>";
		return log;
	}
	log->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
	if (log->fd >= 0)
		return log;
	file_fail(diags, path, "cannot be written", errno);
	return NULL;
}

static bool put(const struct file_log *log, const char *text, size_t n)
{
	if (log->fd < 0)
		return fwrite(text, 1, n, stdout) == n && fflush(stdout) == 0;
	while (n) {
		ssize_t written = write(log->fd, text, n);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		text += written;
		n -= (size_t)written;
	}
	return true;
}

bool file_log_add(struct file_log *log, const char *line)
{
	if (log->failed)
		return false;
	struct strbuf b = strbuf_new(log->line);
	strbuf_add(&b, line);
	strbuf_add(&b, "\n");
	log->failed = !put(log, b.s, b.n);
	if (log->failed) {
		int error = errno;
		if (log->fd < 0)
			clearerr(stdout); /* told here, and not a second time when the program ends */
		file_fail(log->diags, log->path, "cannot be written", error);
	}
	arena_empty(log->line);
	return !log->failed;
}
