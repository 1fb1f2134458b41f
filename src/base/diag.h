/* diag.h: what is wrong, where, and what to do.
 *
 * Whoever finds a fault adds it to a list and carries on if it can; only main prints the list and sets the exit status.
 * A severity also says whose fault it is: an ERROR is the input's (exit status 1), a FAILURE the system's (3).
 *
 * Findings of one kind differ only in their details: the same severity, file and format string. All are counted,
 * the first 100 of a kind are kept. JSON lists what is kept, and the last of a kind says how many more there were; a
 * person reads three and a count as soon as there are more than ten. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_FAILURE };

/* file may be NULL (nowhere in particular); line and column count from 1, 0 is unknown; column counts runes. In a
 * spreadsheet file also names the sheet ("results.xlsx#Scores"), and line and column are those of a cell: place_cell.
 */
struct place {
	const char *file;
	int line, column; /* column: below 0 for a cell's */
};

struct diag {
	enum diag_severity severity;
	struct place place;
	const char *message; /* no capital at the start, no stop at the end */
	const char *hint;    /* what to do, or NULL */
	const char *kind; /* the format that made the message; a message that was passed whole ("%s") is its own kind */
};

struct diags;

/* Lives on the arena. Keeps at most 1000 findings of each severity and counts the rest. */
struct diags *diags_new(struct arena *arena);

/* hint may be NULL; it, the place's file and the message are copied. The format must outlive the list, as literals do.
 */
void diag_add(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

/* The same for a function that takes a format itself. */
void diag_vadd(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
               const char *format, va_list args) __attribute__((format(printf, 5, 0)));

/* Adds a finding of another list, moved to place and still of its kind. */
void diag_repeat(struct diags *diags, const struct diag *found, struct place place);

static inline struct place place_file(const char *file)
{
	return (struct place){ .file = file };
}

static inline struct place place_cell(const char *sheet, int row, int column)
{
	return (struct place){ .file = sheet, .line = row, .column = -column };
}

/* The column, of a line or a sheet. */
static inline int place_column_shown(struct place place)
{
	return place.column < 0 ? -place.column : place.column;
}

/* A column's letters: "AB" for 28. At least 8 bytes of room. */
void place_letters(int column, char *letters);

/* The arena that it lives on: the caller's own, for what has to be worked out on the way to a message. */
struct arena *diags_arena(const struct diags *diags);

/* "note", "warning" or "error": for people a failure is an error, too. */
const char *diag_severity_word(enum diag_severity severity);

/* How many of exactly this severity were added, kept or not. */
size_t diags_count(const struct diags *diags, enum diag_severity severity);

/* True while nothing worse than a warning was added. */
bool diags_ok(const struct diags *diags);

/* The i-th kept, in the order they were added; NULL past the end. */
const struct diag *diags_at(const struct diags *diags, size_t i);

/* How many of the same kind came after the i-th and were not kept; 0 unless it is the last of its kind. */
size_t diags_more(const struct diags *diags, size_t i);

/* Adds all of from, in their order; what from only counted is counted here too. */
void diags_append(struct diags *diags, const struct diags *from);

/* The same; findings that are in no file are moved to this one (NULL: they stay in none). */
void diags_append_to(struct diags *diags, const struct diags *from, const char *file);

/* One line per finding, "file:line:column: error: message" ("results.xlsx#Scores!B7: …" in a sheet), and perhaps "
 * hint: …" below it. Files come in the order in which they first appear, the findings of a file by line. */
void diags_print(const struct diags *diags, FILE *out, bool colour);

#endif
