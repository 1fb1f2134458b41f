/* file.h: whole files in, whole files out.
 *
 * A file that is written appears complete or not at all: its bytes go to a fresh name in the same folder, which is then
 * renamed over the target. On any failure, and where the process ends early (base/process.h), the fresh name is removed
 * and the target stays as it was. Files that belong together are a set: all are written before the first is renamed.
 * Failures are DIAG_FAILURE (exit status 3) except a path to read that is not there, may not be read or is not a file,
 * which is the user's DIAG_ERROR.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct file_piece;
struct file_set;

/* Reads path ("-" is standard input) up to limit bytes; more is an error. A path that a file names goes through the
 * gate (gate.h) instead. A pipe's writer is waited for. */
bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *out, struct diags *diags);

/* The same of an open file; path: for messages. */
bool file_read_open(struct arena *arena, int fd, const char *path, size_t limit, struct bytes *out,
                    struct diags *diags);

/* Opens a regular file for whoever reads it piece by piece; the arena closes it. -1 with a diagnostic. */
int file_open(struct arena *arena, const char *path, struct diags *diags);

/* A descriptor of a file to read, for a process that will open none (confine.h); the caller closes it. -1 with errno.
 */
int file_descriptor(const char *path);

/* Writes path ("-" is standard output); where nothing would change (same bytes already there) the file keeps its time.
 * A FIFO is written, not replaced. */
bool file_write(const char *path, const void *data, size_t size, struct diags *diags);

/* Files that appear together. sync: they are on the disk, under their new names, before commit returns. What was added
 * and not committed is removed with the arena. */
struct file_set *file_set_new(struct arena *arena, bool sync, struct diags *diags);

/* Keeps other runs from writing the same set until the arena is freed: path is a file that is there meanwhile. False
 * with a diagnostic if another run has it for ten seconds. Where a run was killed, what it has left beside the files is
 * removed as they are added. */
bool file_set_lock(struct file_set *set, const char *path);

/* Writes beside path; what is written in place ("-", a FIFO) waits, and data must last, until the commit. False with a
 * diagnostic. */
bool file_set_add(struct file_set *set, const char *path, const void *data, size_t size);

/* The same of a file that is made piece by piece, and ended before the commit, for what is too much to be held; where
 * standard output or a FIFO is meant, it gets each piece at once. NULL, false with a diagnostic. */
struct file_piece *file_set_begin(struct file_set *set, const char *path);
bool file_piece_add(struct file_piece *piece, const char *text);
bool file_piece_end(struct file_piece *piece);

/* Renames all. False with a diagnostic, which names what is new already if anything is. */
bool file_set_commit(struct file_set *set);

/* True unless the system says that there is none: where it fails to say, opening the file will tell why. */
bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* True if path is there and is a device, links followed. */
bool file_is_device(const char *path);

/* file_is_folder, by pointer. False with a diagnostic if the system fails to say. */
bool file_find_folder(const char *path, bool *folder, struct diags *diags);

/* True if path is a file with exactly these bytes. */
bool file_holds(const char *path, const void *data, size_t size);

/* Whether errno says that something is wrong with the path as it was given, and not with the machine. */
bool file_error_is_of_path(int error);

/* True if both paths lead to one file that is there. */
bool file_is_same(const char *a, const char *b);

/* Removes a file. */
bool file_remove(const char *path, struct diags *diags);

/* Makes path and what is missing above it. */
bool file_make_folder(const char *path, struct diags *diags);

/* Names in folder (not hidden, no subfolders), sorted by byte, joined to the folder's path. *count is set. NULL with a
 * diagnostic if it cannot be read. */
const char **file_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags);

/* The folder itself; but of one that holds only folders (hidden ones and links left aside) the leaves of these, in the
 * order of their paths. NULL with a diagnostic if one cannot be read. */
const char **file_leaves(struct arena *arena, const char *folder, size_t *count, struct diags *diags);

/* "a/b/c.json" -> "c.json", "c" (stem), ".json" (suffix, "" if none), "a/b" (folder, "." if none). */
const char *file_name(const char *path);
char *file_stem(struct arena *arena, const char *path);
const char *file_suffix(const char *path);
char *file_folder(struct arena *arena, const char *path);

#endif
