/* Files that are written: each beside its target first, and all that belong together renamed at one time. */
#define _DEFAULT_SOURCE

#include "base/file.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file_parts.h"
#include "base/process.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* A name that is not to outlive the process. */
struct part {
	struct part *next;
	const char *path;         /* as it was given */
	const char *target, *own; /* what it is renamed to; what it is called meanwhile, NULL: it is written in place */
	size_t guard;
	struct bytes bytes; /* of what is written in place */
	bool done;
};

struct file_set {
	struct arena *arena;
	struct diags *diags;
	bool sync;
	struct part *first, **last;
	int lock;
	const char *lock_path;
	size_t lock_guard;
	bool inherited; /* the lock was there: a run was killed, and what it had begun may be there too */
};

/* ---- life ---- */

static void unlock(struct file_set *set)
{
	if (set->lock < 0)
		return;
	unlink(set->lock_path); /* whoever waits for it sees that it is gone, and makes another */
	process_unguard(set->lock_guard);
	close(set->lock);
	set->lock = -1;
}

static void forget(struct part *part)
{
	process_unguard(part->guard);
	part->guard = 0;
	part->own = NULL;
}

static void release(void *object)
{
	struct file_set *set = object;
	for (struct part *part = set->first; part; part = part->next)
		if (part->own && !part->done) {
			unlink(part->own);
			forget(part);
		}
	unlock(set);
}

struct file_set *file_set_new(struct arena *arena, bool sync, struct diags *diags)
{
	struct file_set *set = arena_alloc(arena, 1, sizeof *set);
	*set = (struct file_set){ .arena = arena, .diags = diags, .sync = sync, .lock = -1 };
	set->last = &set->first;
	arena_defer(arena, release, set);
	return set;
}

/* ---- one at a time ---- */

enum lock_answer { LOCK_OURS, LOCK_OF_OTHERS, LOCK_FAILED }; /* failed: errno says why */

/* Whether the file that is locked is still the one of that name: the run before us may have removed it meanwhile. */
static enum lock_answer is_there(int fd, const char *path)
{
	struct stat mine, there;
	if (fstat(fd, &mine) == 0 && stat(path, &there) == 0)
		return mine.st_dev == there.st_dev && mine.st_ino == there.st_ino ? LOCK_OURS : LOCK_OF_OTHERS;
	if (errno == ENOENT)
		return LOCK_OF_OTHERS;
	int error = errno;
	unlink(path); /* it is ours, as far as we can know */
	errno = error;
	return LOCK_FAILED;
}

static enum lock_answer try_lock(struct file_set *set)
{
	int fd = open(set->lock_path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
	set->inherited = fd < 0 && errno == EEXIST;
	if (set->inherited)
		fd = open(set->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0)
		return LOCK_FAILED;
	enum lock_answer answer = LOCK_FAILED;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		answer = is_there(fd, set->lock_path);
	else if (errno == EWOULDBLOCK || errno == EINTR)
		answer = LOCK_OF_OTHERS;
	if (answer == LOCK_OURS) {
		set->lock = fd;
		set->lock_guard = process_guard(set->lock_path);
		return answer;
	}
	int error = errno;
	close(fd);
	errno = error;
	return answer;
}

bool file_set_lock(struct file_set *set, const char *path)
{
	enum { WAIT_MS = 25, SECONDS = 10, TRIES = SECONDS * 1000 / WAIT_MS };
	set->lock_path = arena_strdup(set->arena, path);
	enum lock_answer answer = try_lock(set);
	for (int i = 0; i < TRIES && answer == LOCK_OF_OTHERS; i++) {
		nanosleep(&(struct timespec){ .tv_nsec = WAIT_MS * 1000000L }, NULL);
		answer = try_lock(set);
	}
	if (answer == LOCK_OURS)
		return true;
	if (answer == LOCK_FAILED)
		return file_fail(set->diags, path, "cannot be locked", errno);
	diag_add(set->diags, DIAG_FAILURE, place_file(path), "wait for it, or write to another folder",
	         "another run has been writing these files for %d seconds", SECONDS);
	return false;
}

/* ---- staging ---- */

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

/* What is left of a name that open_beside gave: ".w1.pdf.4711-0.part". */
static bool is_part_of(const char *entry, const char *name)
{
	static const char digits[] = "0123456789";
	size_t n = strlen(name);
	if (entry[0] != '.' || strncmp(entry + 1, name, n) != 0 || entry[n + 1] != '.')
		return false;
	entry += n + 2;
	n = strspn(entry, digits);
	return n && entry[n] == '-' && str_eq(entry + n + 1 + strspn(entry + n + 1, digits), ".part");
}

/* Under the lock nobody else writes this file. */
static void sweep(struct arena *arena, const char *target)
{
	const char *folder = file_folder(arena, target);
	DIR *entries = opendir(folder);
	const struct dirent *entry;
	while (entries && (entry = readdir(entries)) != NULL)
		if (is_part_of(entry->d_name, file_name(target)))
			unlink(arena_printf(arena, "%s/%s", folder, entry->d_name));
	if (entries)
		closedir(entries);
}

/* Opens a name beside target that nobody has; it starts with a dot so that no list shows it half written. */
static int open_beside(struct arena *arena, struct part *part)
{
	const char *folder = file_folder(arena, part->target);
	for (unsigned i = 0; i < 1000; i++) {
		const char *name =
			arena_printf(arena, "%s/.%s.%ld-%u.part", folder, file_name(part->target), (long)getpid(), i);
		part->guard = process_guard(name);
		int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		int error = errno;
		if (fd >= 0) {
			part->own = name;
			return fd;
		}
		process_unguard(part->guard);
		part->guard = 0;
		errno = error;
		if (error != EEXIST)
			return -1;
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

/* fd is closed either way. */
static bool fill(const struct file_set *set, int fd, const struct part *part, const void *data, size_t size)
{
	struct stat st;
	bool ok = write_all(fd, data, size);
	if (ok && stat(part->target, &st) == 0)
		(void)!fchmod(fd, st.st_mode & 07777); /* a replaced file keeps its permissions where that is allowed */
	ok = ok && (!set->sync || fsync(fd) == 0);
	int error = errno;
	if (close(fd) < 0 && ok) {
		ok = false;
		error = errno;
	}
	errno = error;
	return ok;
}

static bool stage(struct file_set *set, struct part *part, const void *data, size_t size)
{
	part->target = resolved(set->arena, part->path);
	int fd = open_beside(set->arena, part);
	if (fd >= 0 && fill(set, fd, part, data, size))
		return true;
	int error = errno;
	if (part->own) {
		unlink(part->own);
		forget(part);
	}
	if (error != ENOENT && error != ENOTDIR)
		return file_fail(set->diags, part->path, "cannot be written", error);
	diag_add(set->diags, DIAG_FAILURE, place_file(part->path), "make the folder first",
	         "cannot be written: there is no folder %s", file_folder(set->arena, part->target));
	return false;
}

/* A part that failed is none. */
static bool add(struct file_set *set, const char *path, const struct bytes *in_place, const void *data, size_t size)
{
	struct part *part = arena_alloc(set->arena, 1, sizeof *part);
	part->path = arena_strdup(set->arena, path);
	*set->last = part; /* it is known before it has a file, so that the set's end finds the file */
	if (in_place) {
		part->bytes = *in_place;
	} else if (!stage(set, part, data, size)) {
		*set->last = NULL;
		return false;
	}
	set->last = &part->next;
	return true;
}

bool file_set_add(struct file_set *set, const char *path, const void *data, size_t size)
{
	struct stat st;
	bool there = !str_eq(path, "-") && stat(path, &st) == 0;
	if (str_eq(path, "-") || (there && S_ISFIFO(st.st_mode))) /* written, not replaced */
		return add(set, path, &(struct bytes){ .data = data, .size = size }, NULL, 0);
	if (there && !S_ISREG(st.st_mode)) {
		bool folder = S_ISDIR(st.st_mode);
		diag_add(set->diags, DIAG_FAILURE, place_file(path), "name a file", "cannot be written: is %s",
		         folder ? "a folder" : "a device");
		return false;
	}
	if (set->inherited)
		sweep(set->arena, resolved(set->arena, path));
	return file_holds(path, data, size) || add(set, path, NULL, data, size);
}

/* ---- piece by piece ---- */

struct file_piece {
	struct file_set *set;
	struct part *part; /* NULL: it is written in place */
	const char *path;
	int fd; /* below 0: standard output, or closed */
	bool streams;
};

static bool close_piece(struct file_piece *piece)
{
	int fd = piece->fd;
	piece->fd = -1;
	return fd < 0 || close(fd) == 0;
}

static void release_piece(void *object)
{
	close_piece(object);
}

static bool open_piece(struct file_piece *piece)
{
	struct file_set *set = piece->set;
	struct stat st;
	if (stat(piece->path, &st) == 0 && S_ISFIFO(st.st_mode)) {
		piece->fd = open(piece->path, O_WRONLY | O_CLOEXEC);
		return piece->fd >= 0 || file_fail(set->diags, piece->path, "cannot be written", errno);
	}
	if (!add(set, piece->path, NULL, "", 0))
		return false;
	for (piece->part = set->first; piece->part->next;)
		piece->part = piece->part->next;
	piece->fd = open(piece->part->own, O_WRONLY | O_APPEND | O_CLOEXEC);
	return piece->fd >= 0 || file_fail(set->diags, piece->path, "cannot be written", errno);
}

struct file_piece *file_set_begin(struct file_set *set, const char *path)
{
	struct file_piece *piece = arena_alloc(set->arena, 1, sizeof *piece);
	*piece = (struct file_piece){ set, NULL, arena_strdup(set->arena, path), -1, str_eq(path, "-") };
	arena_defer(set->arena, release_piece, piece);
	return piece->streams || open_piece(piece) ? piece : NULL;
}

bool file_piece_add(struct file_piece *piece, const char *text)
{
	size_t n = strlen(text);
	if (piece->streams ? fwrite(text, 1, n, stdout) == n : write_all(piece->fd, text, n))
		return true;
	int error = errno;
	if (piece->streams)
		clearerr(stdout);
	return file_fail(piece->set->diags, piece->streams ? "<stdout>" : piece->path, "cannot be written", error);
}

bool file_piece_end(struct file_piece *piece)
{
	if (piece->set->sync && piece->fd >= 0 && fsync(piece->fd) != 0)
		return file_fail(piece->set->diags, piece->path, "cannot be written", errno);
	return close_piece(piece) || file_fail(piece->set->diags, piece->path, "cannot be written", errno);
}

/* ---- committing ---- */

static bool write_in_place(const struct file_set *set, const struct part *part)
{
	if (str_eq(part->path, "-")) {
		if (fwrite(part->bytes.data, 1, part->bytes.size, stdout) == part->bytes.size && fflush(stdout) == 0)
			return true;
		int error = errno;
		clearerr(stdout); /* told here, and not a second time when the program ends */
		return file_fail(set->diags, "<stdout>", "cannot be written", error);
	}
	int fd = open(part->path, O_WRONLY | O_CLOEXEC);
	bool ok = fd >= 0 && write_all(fd, part->bytes.data, part->bytes.size);
	int error = errno;
	if (fd >= 0 && close(fd) < 0 && ok) {
		ok = false;
		error = errno;
	}
	return ok || file_fail(set->diags, part->path, "cannot be written", error);
}

/* What was renamed before a failure is new already: that has to be said. */
static bool fail_midway(const struct file_set *set, const struct part *failed, int error)
{
	struct strbuf hint = strbuf_new(set->arena);
	for (const struct part *part = set->first; part != failed; part = part->next)
		if (part->done)
			strbuf_addf(&hint, "%s%s", hint.n ? ", " : "", part->path);
	if (!hint.n)
		return file_fail(set->diags, failed->path, "cannot be written", error);
	diag_add(set->diags, DIAG_FAILURE, place_file(failed->path),
	         arena_printf(set->arena, "%s: written before it; all others are as they were", hint.s),
	         "cannot be written: %s", strerror(error));
	return false;
}

static bool sync_folder(const struct file_set *set, const struct part *part)
{
	int fd = open(file_folder(set->arena, part->target), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	int error = errno;
	if (fd >= 0)
		close(fd);
	errno = error;
	return ok;
}

static bool sync_folders(const struct file_set *set)
{
	const char *last = "";
	for (const struct part *part = set->first; part; part = part->next) {
		if (!part->done)
			continue;
		const char *folder = file_folder(set->arena, part->target);
		if (!str_eq(folder, last) && !sync_folder(set, part))
			return file_fail(set->diags, folder, "its new names may be lost if the power fails now", errno);
		last = folder;
	}
	return true;
}

bool file_set_commit(struct file_set *set)
{
	process_commit();
	for (const struct part *part = set->first; part; part = part->next)
		if (!part->own && !write_in_place(set, part))
			return false;
	for (struct part *part = set->first; part; part = part->next) {
		if (!part->own)
			continue;
		if (rename(part->own, part->target) < 0)
			return fail_midway(set, part, errno);
		part->done = true;
		forget(part);
	}
	return !set->sync || sync_folders(set);
}

bool file_write(const char *path, const void *data, size_t size, struct diags *diags)
{
	struct arena *scratch = arena_new_below(diags_arena(diags));
	struct file_set *set = file_set_new(scratch, false, diags);
	bool ok = file_set_add(set, path, data, size) && file_set_commit(set);
	arena_free(scratch);
	return ok;
}
