/* inputs.h: the one list of everything a run has read or would read.
 *
 * A briefing, its data, looks and pictures are read through this list and through nothing else, so what a run depends
 * on, what it may attach or must not overwrite, and what has to be watched are all views of it. An input is listed when
 * it is named, with or without success in reading it. The list and the bytes live on the arena it was made with. Not
 * for use from several threads at once. */
#ifndef BASE_INPUTS_H
#define BASE_INPUTS_H

#include "base/diag.h"
#include "base/file.h"

struct arena;
struct inputs;

enum input_role { INPUT_BRIEFING, INPUT_DATA, INPUT_BASELINE, INPUT_LOOK, INPUT_PICTURE };

enum input_kind {
	INPUT_FILE,
	INPUT_FOLDER, /* whose files follow as inputs of their own */
	INPUT_STANDARD,
	INPUT_QUERY,    /* to a database: its text is the path, its result the bytes */
	INPUT_DATABASE, /* a file that a query reads where it lies: its bytes are not here */
};

struct input_queries {               /* what may be asked of databases, and how they are reached; zero: nothing */
	bool files;                  /* SQLite and DuckDB may read files */
	bool servers;                /* a file may name an ODBC source; what the user names passes with files */
	const char *duckdb;          /* path of its library; NULL: the system knows */
	const char *user, *password; /* for an ODBC source; NULL: its own */
};

struct input {
	enum input_role role;
	enum input_kind kind;
	const char *path;    /* as messages give it: from the working folder; "<stdin>" for standard input */
	const char *written; /* in the briefing, relative to its folder; NULL unless the briefing names this input */
	const char *below;   /* the folder below which it has to lie (gate.h); NULL: the user named it */
	bool read;           /* false: named, but not read, or not readable */
	struct bytes bytes;  /* if read */
	char sha256[65];     /* "" until input_sha256 is asked for it */
};

struct inputs *inputs_new(struct arena *arena);

/* From now on at most so many are read; one more is an error. 0: any number. */
void inputs_bound(struct inputs *inputs, size_t most);

/* The caller has named the format of what is read as data ("lm-eval"); NULL: the content tells. Borrowed. */
void inputs_read_as(struct inputs *inputs, const char *format);
const char *inputs_format(const struct inputs *inputs);

/* From now on queries may do so much. Borrowed. */
void inputs_allow(struct inputs *inputs, const struct input_queries *queries);
const struct input_queries *inputs_queries(const struct inputs *inputs);

/* The i-th in the order in which they were first named; NULL past the end. */
struct input *inputs_at(const struct inputs *inputs, size_t i);

size_t inputs_count(const struct inputs *inputs);

/* Lists an input without reading it ("-" is standard input); returns the existing entry if this path already has this
 * role. */
struct input *inputs_name(struct inputs *inputs, enum input_role role, const char *path);

/* The same for what a file names: it, and what lies in it if it is a folder, is read through the gate only. path starts
 * with the folder below which it has to lie. */
struct input *inputs_name_below(struct inputs *inputs, enum input_role role, const char *folder, const char *path);

/* Reads an input and lists it. A file that was read before is not read again. NULL with a diagnostic if it is not
 * readable or has more than limit bytes. */
const struct input *inputs_read(struct inputs *inputs, enum input_role role, const char *path, size_t limit,
                                struct diags *diags);

/* The first bytes of a regular file, at most size of them; it is listed and not read. 0 if it is none, or cannot be
 * opened: reading it tells why. */
size_t inputs_head(struct inputs *inputs, enum input_role role, const char *path, char *head, size_t size);

/* Lists what did not come from a file: the result of a query, whose text is the path. The bytes are not copied. */
const struct input *inputs_put(struct inputs *inputs, enum input_role role, const char *query, struct bytes bytes);

/* Opens a file that a query reads, and lists it: through the gate if a file has named it. The arena closes it. -1 with
 * a diagnostic if that cannot be, or if it is no regular file. */
int inputs_open(struct inputs *inputs, struct arena *arena, enum input_role role, const char *path,
                struct diags *diags);

/* Containment: the path that a file in folder may mean by what it has written, listed and ready to be read. What the
 * gate does not let pass (an absolute path, one that leads out of the folder, links followed, those inside a named
 * folder too; a device, a pipe), or what does not exist is an error at place with the hint; the result is NULL then.
 */
const char *inputs_below(struct inputs *inputs, enum input_role role, const char *folder, const char *written,
                         struct place place, const char *hint, struct diags *diags);

/* Lists all of another list, which must outlive this one. What was only named here is then read, if it was there. */
void inputs_append(struct inputs *inputs, const struct inputs *from);

/* Lists copies of all of another list, without their bytes. */
void inputs_copy(struct inputs *inputs, const struct inputs *from);

/* True if writing to path would replace one of the inputs. */
bool inputs_hit(const struct inputs *inputs, const char *path);

/* True while every file that was read still has the bytes that were read. */
bool inputs_current(const struct inputs *inputs);

/* The SHA-256 of the bytes in 64 hex digits, computed on first request; "" if it was not read. */
const char *input_sha256(struct input *input);

/* "briefing", "data", "baseline", "look", "picture". */
const char *input_role_word(enum input_role role);

#endif
