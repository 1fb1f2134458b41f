/* sqlite_file.h: all that SQLite can see of the world: one open file, to be read. Private to sql.
 *
 * SQLite reaches files through a table of functions. In this one there is a single file, whose descriptor the caller
 * has opened; whatever else is asked for (another database, a journal, a library, a temporary file) is not there. */
#ifndef READ_SQLITE_FILE_H
#define READ_SQLITE_FILE_H

#include "read/sqlite_calls.h"

struct arena;

/* Registers the file under a name of its own, to be given to open_v2; the arena takes it back. *asked_clock becomes
 * true when a query wants to know the time: there is none here. NULL if SQLite refuses. */
const char *sqlite_file_register(struct arena *arena, const struct sqlite_calls *calls, int fd, bool *asked_clock);

#endif
