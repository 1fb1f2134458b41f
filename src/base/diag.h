/* diag.h: what is wrong, where, and what to do.
 *
 * Whoever finds a fault adds it to a list and goes on if it can; only main prints the list and sets the exit status. A
 * severity also tells whose fault it is: an ERROR is the input's (exit status 1), a FAILURE the system's (3). */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct arena;

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR, DIAG_FAILURE };

/* file may be NULL (nowhere in particular); line and column count from 1, 0 is unknown; column counts runes. */
struct place {
	const char *file;
	int line, column;
};

struct diag {
	enum diag_severity severity;
	struct place place;
	const char *message; /* no capital at the start, no stop at the end */
	const char *hint;    /* what to do, or NULL */
};

struct diags;

/* Lives on the arena. Keeps the first 200 of each severity and counts the rest. */
struct diags *diags_new(struct arena *arena);

/* hint may be NULL; it and the message are copied. */
void diag_add(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
              const char *format, ...) __attribute__((format(printf, 5, 6)));

static inline struct place place_file(const char *file)
{
	return (struct place){ .file = file };
}

/* How many of exactly this severity were added, kept or not. */
size_t diags_count(const struct diags *diags, enum diag_severity severity);

/* True while nothing worse than a warning was added. */
bool diags_ok(const struct diags *diags);

/* The i-th kept, in the order they were added; NULL behind the last. */
const struct diag *diags_at(const struct diags *diags, size_t i);

/* Adds all of from, in their order. */
void diags_append(struct diags *diags, const struct diags *from);

/* A line each: "file:line:column: error: message", then "  hint: …". Sorted by file and line within one file. */
void diags_print(const struct diags *diags, FILE *out, bool colour);

#endif
