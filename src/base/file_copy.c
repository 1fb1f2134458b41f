#define _GNU_SOURCE
#include "base/file_copy.h"

#include "base/arena.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

enum { WINDOW = 4 << 20, AT_ONCE = 1 << 18 };

struct copy {
	int fd;
	char *start; /* NULL: not mapped */
	size_t size;
};

static void give_up(struct copy *copy)
{
	if (copy->start)
		munmap(copy->start, copy->size);
	if (copy->fd >= 0)
		close(copy->fd);
	*copy = (struct copy){ .fd = -1 };
}

static void drop(void *copy)
{
	give_up(copy);
}

static bool write_all(int fd, const char *data, size_t n)
{
	while (n) {
		ssize_t put = write(fd, data, n);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		data += put;
		n -= (size_t)put;
	}
	return true;
}

static bool copy_all(struct arena *scratch, int from, struct copy *copy, size_t limit)
{
	char *piece = arena_alloc(scratch, AT_ONCE, 1);
	while (copy->size <= limit) {
		ssize_t got = pread(from, piece, AT_ONCE, (off_t)copy->size);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0 && copy->size;
		if (!write_all(copy->fd, piece, (size_t)got))
			return false;
		copy->size += (size_t)got;
	}
	return true;
}

/* Without a name from the start, so that nothing can stay behind. */
static int open_unnamed(void)
{
	return open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
}

static bool map(struct copy *copy)
{
	void *start = mmap(NULL, copy->size, PROT_READ, MAP_SHARED, copy->fd, 0);
	copy->start = start == MAP_FAILED ? NULL : start;
	return copy->start;
}

/* A process that may not write so large a file is ended by the system if it tries. */
static bool may_be_written(size_t size)
{
	struct rlimit most;
	return getrlimit(RLIMIT_FSIZE, &most) == 0 && (most.rlim_cur == RLIM_INFINITY || most.rlim_cur > size);
}

bool file_copy_read(struct arena *arena, int fd, size_t limit, struct bytes *out)
{
	if (!may_be_written(limit))
		return false;
	struct copy *copy = arena_alloc(arena, 1, sizeof *copy);
	struct arena *scratch = arena_new_below(arena);
	copy->fd = -1;
	arena_defer(arena, drop, copy);
	copy->fd = open_unnamed();
	bool ok = copy->fd >= 0 && copy_all(scratch, fd, copy, limit) && map(copy);
	arena_free(scratch);
	if (!ok)
		give_up(copy);
	*out = (struct bytes){ copy->start, copy->size, true };
	return ok;
}

void file_copy_rest(struct bytes of, const char **rested, const char *now)
{
	if (now - *rested < WINDOW)
		return;
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), start = ((uintptr_t)*rested + page - 1) / page * page;
	if (of.copied)
		madvise((void *)start, ((uintptr_t)now - start) / page * page, MADV_DONTNEED);
	*rested = now;
}
