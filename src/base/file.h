/* file.h: whole files in, whole files out.
 *
 * A file that is written appears complete or not at all: its bytes go to a fresh name in the same folder, which is then
 * renamed over the target. On any failure the fresh name is removed and the target stays as it was. Failures are
 * DIAG_FAILURE (exit status 3) except a path to read that is not there or is not a file, which is the user's
 * DIAG_ERROR.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;

struct bytes {
	const char *data;
	size_t size;
};

/* Reads path ("-" is standard input) up to limit bytes; more is an error. */
bool file_read(struct arena *arena, const char *path, size_t limit, struct bytes *out, struct diags *diags);

/* Writes path; where nothing would change (same bytes already there) the file keeps its time. */
bool file_write(const char *path, const void *data, size_t size, struct diags *diags);

bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* True if path is a file with exactly these bytes. */
bool file_holds(const char *path, const void *data, size_t size);

/* True if both paths lead to one file that is there. */
bool file_is_same(const char *a, const char *b);

/* True if path is a file below folder, links followed: what an untrusted text may name. */
bool file_is_below(const char *folder, const char *path);

/* Makes path and what is missing above it. */
bool file_make_folder(const char *path, struct diags *diags);

/* Names in folder (not hidden, no subfolders), sorted by byte, joined to the folder's path. *count is set. NULL with a
 * diagnostic if it cannot be read. */
const char **file_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags);

/* "a/b/c.json" -> "c.json", "c" (stem), ".json" (suffix, "" if none), "a/b" (folder, "." if none). */
const char *file_name(const char *path);
char *file_stem(struct arena *arena, const char *path);
const char *file_suffix(const char *path);
char *file_folder(struct arena *arena, const char *path);

#endif
