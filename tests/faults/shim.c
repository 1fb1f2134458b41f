/* A shared object to be preloaded: it makes one call of the program, or of the libraries below it, fail, or all calls
 * from one on.
 *
 * BENCHBRIEF_FAULT=KIND:N:once|on[:ERRNO]: the N-th call of this kind fails, alone or with all that follow; with
 * -SIGNAL in place of an error, that signal comes before the call.
 *
 * BENCHBRIEF_FAULT_FROM=start: counted from the loader's work on; otherwise from main on.
 *
 * BENCHBRIEF_FAULT_COUNTS=FILE: how many calls of each kind there were (struct fault_counts).
 *
 * BENCHBRIEF_FAULT_JOURNAL=FILE: a line for each create, write, fsync and rename of a file.
 *
 * Only calls that go from one object to another can be met: what the C library does for itself is out of reach. */
#define _GNU_SOURCE

#include "kinds.h"

#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FDS_MAX = 1024 };

static struct {
	bool on; /* an environment was read */
	enum fault_kind kind;
	unsigned long n;
	bool from_then_on;
	int error;
	_Atomic bool counting;
	atomic_ulong calls[FAULT_COUNT], failed;
	struct fault_counts *told;
	int journal;
	char *paths[FDS_MAX]; /* of open files, where a journal is kept */
} shim = { .journal = -1 };

static const struct {
	const char *name;
	int error;
} kinds[FAULT_COUNT] = {
#define FAULT_ROW(name, error) { #name, error },
	FAULT_KINDS(FAULT_ROW)
#undef FAULT_ROW
};

/* ---- when ---- */

static void share_counts(const char *path)
{
	int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR, 0);
	void *at =
		fd < 0 ? MAP_FAILED
		       : (void *)syscall(SYS_mmap, NULL, sizeof *shim.told, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0L);
	if (at != MAP_FAILED)
		shim.told = at;
	if (fd >= 0)
		syscall(SYS_close, fd);
}

__attribute__((constructor)) static void read_environment(void)
{
	const char *fault = getenv("BENCHBRIEF_FAULT"), *from = getenv("BENCHBRIEF_FAULT_FROM");
	const char *counts = getenv("BENCHBRIEF_FAULT_COUNTS");
	char name[16], mode[8];
	const char *journal = getenv("BENCHBRIEF_FAULT_JOURNAL");
	if (counts)
		share_counts(counts);
	if (journal)
		shim.journal = (int)syscall(SYS_openat, AT_FDCWD, journal, O_WRONLY | O_APPEND, 0);
	if (fault && sscanf(fault, "%15[a-z]:%lu:%7[a-z]:%d", name, &shim.n, mode, &shim.error) >= 3)
		for (int k = 0; k < FAULT_COUNT; k++)
			if (strcmp(kinds[k].name, name) == 0) {
				shim.on = true;
				shim.kind = (enum fault_kind)k;
				shim.from_then_on = strcmp(mode, "on") == 0;
				shim.error = shim.error ? shim.error : kinds[k].error;
			}
	shim.counting = from && strcmp(from, "start") == 0;
}

/* Whether this call fails; errno says why. */
static bool fails(enum fault_kind kind)
{
	if (!atomic_load_explicit(&shim.counting, memory_order_relaxed))
		return false;
	unsigned long n = atomic_fetch_add(&shim.calls[kind], 1) + 1;
	if (shim.told)
		__atomic_store_n(&shim.told->calls[kind], n, __ATOMIC_RELAXED);
	if (!shim.on || kind != shim.kind || n < shim.n || (n > shim.n && !shim.from_then_on))
		return false;
	if (shim.told)
		__atomic_store_n(&shim.told->failed, atomic_fetch_add(&shim.failed, 1) + 1, __ATOMIC_RELAXED);
	if (shim.error < 0) {
		raise(-shim.error);
		return false;
	}
	errno = shim.error;
	return true;
}

/* ---- the journal ---- */

static void note(const char *what, const char *a, const char *b)
{
	char line[8192];
	if (shim.journal < 0)
		return;
	int n = snprintf(line, sizeof line, "%s\t%s\t%s\n", what, a, b);
	syscall(SYS_write, shim.journal, line, (size_t)n);
}

static int note_open(int fd, const char *path, int flags)
{
	if (shim.journal >= 0 && fd >= 0 && fd < FDS_MAX) {
		shim.paths[fd] = strdup(path);
		if (flags & O_CREAT)
			note("create", path, "");
	}
	return fd;
}

static void note_fd(const char *what, int fd)
{
	if (shim.journal >= 0 && fd >= 0 && fd < FDS_MAX && shim.paths[fd])
		note(what, shim.paths[fd], "");
}

typedef int main_function(int, char **, char **);

static main_function *true_main;

static int counted_main(int argc, char **argv, char **environment)
{
	shim.counting = true;
	return true_main(argc, argv, environment);
}

/* ---- the true functions ---- */

static void *next(const char *name)
{
	void *found = dlsym(RTLD_NEXT, name);
	if (!found)
		abort();
	return found;
}

/* real: the true function of this name. */
#define TRUE(result, name, parameters)                                                                                 \
	static result(*true_##name) parameters;                                                                        \
	result(*real) parameters = true_##name;                                                                        \
	if (!real) {                                                                                                   \
		void *found = next(#name);                                                                             \
		memcpy(&real, &found, sizeof real);                                                                    \
		true_##name = real;                                                                                    \
	}

int __libc_start_main(main_function *program, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end)
{
	TRUE(int, __libc_start_main,
	     (main_function *, int, char **, void (*)(void), void (*)(void), void (*)(void), void *))
	true_main = program;
	return real(counted_main, argc, argv, init, fini, rtld_fini, stack_end);
}

/* ---- memory ---- */

/* The program may have functions of its own under the public names, which call these. */

void *__libc_malloc(size_t size)
{
	TRUE(void *, __libc_malloc, (size_t))
	return fails(FAULT_malloc) ? NULL : real(size);
}

void *__libc_calloc(size_t count, size_t size)
{
	TRUE(void *, __libc_calloc, (size_t, size_t))
	return fails(FAULT_malloc) ? NULL : real(count, size);
}

void *__libc_realloc(void *p, size_t size)
{
	TRUE(void *, __libc_realloc, (void *, size_t))
	return fails(FAULT_malloc) ? NULL : real(p, size);
}

void *__libc_memalign(size_t alignment, size_t size)
{
	TRUE(void *, __libc_memalign, (size_t, size_t))
	return fails(FAULT_malloc) ? NULL : real(alignment, size);
}

void *malloc(size_t size)
{
	return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
	return __libc_realloc(p, size);
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return __libc_memalign(alignment, size);
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
	void *p = __libc_memalign(alignment, size);
	*out = p ? p : *out;
	return p ? 0 : ENOMEM;
}

/* ---- files ---- */

static mode_t mode_of(int flags, va_list args)
{
	return flags & O_CREAT ? va_arg(args, mode_t) : 0;
}

#define OPEN(name)                                                                                                     \
	int name(const char *path, int flags, ...)                                                                     \
	{                                                                                                              \
		TRUE(int, name, (const char *, int, ...))                                                              \
		va_list args;                                                                                          \
		va_start(args, flags);                                                                                 \
		mode_t mode = mode_of(flags, args);                                                                    \
		va_end(args);                                                                                          \
		return fails(FAULT_open) ? -1 : note_open(real(path, flags, mode), path, flags);                       \
	}
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                   \
	int name(int folder, const char *path, int flags, ...)                                                         \
	{                                                                                                              \
		TRUE(int, name, (int, const char *, int, ...))                                                         \
		va_list args;                                                                                          \
		va_start(args, flags);                                                                                 \
		mode_t mode = mode_of(flags, args);                                                                    \
		va_end(args);                                                                                          \
		return fails(FAULT_open) ? -1 : real(folder, path, flags, mode);                                       \
	}
OPENAT(openat)
OPENAT(openat64)

/* A call that fails with one value, and otherwise is passed on. */
#define PASS(kind, result, wrong, name, parameters, arguments)                                                         \
	result name parameters                                                                                         \
	{                                                                                                              \
		TRUE(result, name, parameters)                                                                         \
		return fails(FAULT_##kind) ? wrong : real arguments;                                                   \
	}
PASS(open, int, -1, __open_2, (const char *path, int flags), (path, flags))
PASS(open, int, -1, __open64_2, (const char *path, int flags), (path, flags))
PASS(open, FILE *, NULL, fopen, (const char *path, const char *mode), (path, mode))
PASS(open, FILE *, NULL, fopen64, (const char *path, const char *mode), (path, mode))
PASS(open, DIR *, NULL, opendir, (const char *path), (path))
PASS(open, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
PASS(read, ssize_t, -1, read, (int fd, void *to, size_t n), (fd, to, n))
PASS(read, ssize_t, -1, pread, (int fd, void *to, size_t n, off_t at), (fd, to, n, at))
PASS(read, ssize_t, -1, pread64, (int fd, void *to, size_t n, off64_t at), (fd, to, n, at))
PASS(stat, int, -1, stat, (const char *path, struct stat *st), (path, st))
PASS(stat, int, -1, lstat, (const char *path, struct stat *st), (path, st))
PASS(stat, int, -1, fstat, (int fd, struct stat *st), (fd, st))
PASS(stat, int, -1, stat64, (const char *path, struct stat64 *st), (path, st))
PASS(stat, int, -1, lstat64, (const char *path, struct stat64 *st), (path, st))
PASS(stat, int, -1, fstat64, (int fd, struct stat64 *st), (fd, st))
PASS(stat, int, -1, fstatat, (int folder, const char *path, struct stat *st, int flags), (folder, path, st, flags))
PASS(stat, char *, NULL, realpath, (const char *path, char *to), (path, to))
PASS(mmap, void *, MAP_FAILED, mmap, (void *at, size_t n, int access, int flags, int fd, off_t from),
     (at, n, access, flags, fd, from))
PASS(mmap, void *, MAP_FAILED, mmap64, (void *at, size_t n, int access, int flags, int fd, off64_t from),
     (at, n, access, flags, fd, from))

ssize_t write(int fd, const void *from, size_t n)
{
	TRUE(ssize_t, write, (int, const void *, size_t))
	if (fails(FAULT_write))
		return -1;
	note_fd("write", fd);
	return real(fd, from, n);
}

int rename(const char *from, const char *to)
{
	TRUE(int, rename, (const char *, const char *))
	if (fails(FAULT_rename))
		return -1;
	note("rename", from, to);
	return real(from, to);
}

int fsync(int fd)
{
	TRUE(int, fsync, (int))
	if (fails(FAULT_fsync))
		return -1;
	note_fd("fsync", fd);
	return real(fd);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *how, void *(*act)(void *), void *closure)
{
	TRUE(int, pthread_create, (pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))
	return fails(FAULT_pthread) ? errno : real(thread, how, act, closure);
}
