#define _XOPEN_SOURCE 700

#include "read/sqlite_file.h"

#include "base/arena.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 512, SECTOR = 4096 };

struct view { /* registered for one query */
	sqlite3_vfs vfs;
	const struct sqlite_calls *calls;
	int fd;
	bool *asked_clock;
};

struct opened { /* as SQLite holds it */
	sqlite3_file base;
	int fd;
};

/* ---- the file ---- */

static int close_file(sqlite3_file *file)
{
	(void)file; /* the descriptor is the caller's */
	return SQLITE_OK;
}

/* What lies past the end reads as zeros, and SQLite is told so. */
static int read_file(sqlite3_file *file, void *to, int size, sqlite3_int64 offset)
{
	const struct opened *opened = (const struct opened *)file;
	char *at = to;
	size_t left = (size_t)size;
	while (left) {
		ssize_t n = pread(opened->fd, at, left, (off_t)offset);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return SQLITE_IOERR_READ;
		if (n == 0) {
			memset(at, 0, left);
			return SQLITE_IOERR_SHORT_READ;
		}
		at += n;
		offset += n;
		left -= (size_t)n;
	}
	return SQLITE_OK;
}

static int write_file(sqlite3_file *file, const void *from, int size, sqlite3_int64 offset)
{
	(void)file, (void)from, (void)size, (void)offset;
	return SQLITE_READONLY;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
	(void)file, (void)size;
	return SQLITE_READONLY;
}

static int with_flags(sqlite3_file *file, int flags)
{
	(void)file, (void)flags;
	return SQLITE_OK;
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size)
{
	struct stat st;
	if (fstat(((const struct opened *)file)->fd, &st) != 0)
		return SQLITE_IOERR_FSTAT;
	*size = st.st_size;
	return SQLITE_OK;
}

static int check_lock(sqlite3_file *file, int *locked)
{
	(void)file;
	*locked = 0;
	return SQLITE_OK;
}

static int control(sqlite3_file *file, int what, void *argument)
{
	(void)file, (void)what, (void)argument;
	return SQLITE_NOTFOUND;
}

static int sector_size(sqlite3_file *file)
{
	(void)file;
	return SECTOR;
}

/* No locks, no journal, no log is looked for. */
static int abilities(sqlite3_file *file)
{
	(void)file;
	return SQLITE_IOCAP_IMMUTABLE;
}

static const sqlite3_io_methods methods = { .iVersion = 1,
	                                    .xClose = close_file,
	                                    .xRead = read_file,
	                                    .xWrite = write_file,
	                                    .xTruncate = truncate_file,
	                                    .xSync = with_flags,
	                                    .xFileSize = size_of_file,
	                                    .xLock = with_flags,
	                                    .xUnlock = with_flags,
	                                    .xCheckReservedLock = check_lock,
	                                    .xFileControl = control,
	                                    .xSectorSize = sector_size,
	                                    .xDeviceCharacteristics = abilities };

/* ---- the world ---- */

static int open_it(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *granted)
{
	struct opened *opened = (struct opened *)file;
	(void)name;
	opened->base.pMethods = NULL;
	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return SQLITE_CANTOPEN;
	opened->base.pMethods = &methods;
	opened->fd = ((const struct view *)vfs)->fd;
	if (granted)
		*granted = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
	return SQLITE_OK;
}

static int delete_it(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs, (void)name, (void)sync;
	return SQLITE_READONLY;
}

static int is_there(sqlite3_vfs *vfs, const char *name, int flags, int *there)
{
	(void)vfs, (void)name, (void)flags;
	*there = 0;
	return SQLITE_OK;
}

static int full_name(sqlite3_vfs *vfs, const char *name, int room, char *out)
{
	(void)vfs;
	size_t n = strlen(name);
	if (n + 1 > (size_t)room)
		return SQLITE_CANTOPEN;
	memcpy(out, name, n + 1);
	return SQLITE_OK;
}

static void *open_library(sqlite3_vfs *vfs, const char *name)
{
	(void)vfs, (void)name;
	return NULL;
}

static void tell_error(sqlite3_vfs *vfs, int room, char *out)
{
	(void)vfs;
	if (room > 0)
		*out = '\0';
}

/* random() begins anew in every process, so that the same query has the same answer. */
static int randomness(sqlite3_vfs *vfs, int size, char *out)
{
	(void)vfs;
	memset(out, 0, (size_t)size);
	return size;
}

static int sleep_for(sqlite3_vfs *vfs, int microseconds)
{
	(void)vfs;
	return microseconds; /* nothing is ever waited for */
}

/* No clock: an answer is a function of its data. */
static int no_time(sqlite3_vfs *vfs, double *day)
{
	*((const struct view *)vfs)->asked_clock = true;
	*day = 0;
	return SQLITE_ERROR;
}

static int no_fine_time(sqlite3_vfs *vfs, sqlite3_int64 *milliseconds)
{
	*((const struct view *)vfs)->asked_clock = true;
	*milliseconds = 0;
	return SQLITE_ERROR;
}

static void unregister(void *closure)
{
	struct view *view = closure;
	view->calls->vfs_unregister(&view->vfs);
}

const char *sqlite_file_register(struct arena *arena, const struct sqlite_calls *calls, int fd, bool *asked_clock)
{
	struct view *view = arena_alloc(arena, 1, sizeof *view);
	view->calls = calls;
	view->fd = fd;
	view->asked_clock = asked_clock;
	view->vfs = (sqlite3_vfs){ .iVersion = 2,
		                   .szOsFile = sizeof(struct opened),
		                   .mxPathname = PATH_ROOM,
		                   .zName = arena_printf(arena, "benchbrief-%p", (void *)view),
		                   .xOpen = open_it,
		                   .xDelete = delete_it,
		                   .xAccess = is_there,
		                   .xFullPathname = full_name,
		                   .xDlOpen = open_library,
		                   .xDlError = tell_error,
		                   .xRandomness = randomness,
		                   .xSleep = sleep_for,
		                   .xCurrentTime = no_time,
		                   .xCurrentTimeInt64 = no_fine_time };
	if (calls->vfs_register(&view->vfs, 0) != SQLITE_OK)
		return NULL;
	arena_defer(arena, unregister, view);
	return view->vfs.zName;
}
