/* archive.h: the files inside a ZIP archive that lies in memory.
 *
 * An archive is opened on an arena, which closes it. Each of its files is read whole, by its exact name, and only when
 * somebody asks for it; nothing is ever unpacked to disk. What a small archive may grow to is limited: the number of
 * its files, the size of one and of all that are read, and how much larger than its packed form one may be. Each limit
 * is an error that names it. */
#ifndef READ_ARCHIVE_H
#define READ_ARCHIVE_H

#include "base/diag.h"
#include "base/file.h"

struct arena;
struct archive;

enum {
	ARCHIVE_FILES_MAX = 10000,
	ARCHIVE_ONE_MAX = 128 << 20,
	ARCHIVE_ALL_MAX = 256 << 20,
	ARCHIVE_RATIO_MAX = 200,
	ARCHIVE_RATIO_FROM = 4 << 20, /* a file of less may be packed as tightly as it likes */
};

/* True for the first bytes of an archive that holds anything. */
bool archive_recognise(struct bytes bytes);

/* The bytes must outlive it. name: of the file, for messages. NULL with a diagnostic. */
struct archive *archive_open(struct arena *arena, const char *name, struct bytes bytes, struct diags *diags);

bool archive_has(const struct archive *archive, const char *file);

/* On the arena. False with a diagnostic if it is not there, is damaged or breaks a limit. */
bool archive_read(struct archive *archive, struct arena *arena, const char *file, struct bytes *bytes,
                  struct diags *diags);

#endif
