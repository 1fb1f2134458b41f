/* source.h: the text of a briefing, taken apart: YAML front matter, Markdown, and the expressions between {{ and }}.
 *
 * Markdown would take an expression for its own (a * b * c, quotes, bars in tables), and an expression may go over
 * several lines. So each is cut out before Markdown is read, and one private character takes its place; the line of
 * every line that is left is kept. Code keeps its braces, and \{{ is two braces. In a fence that holds YAML (chart,
 * claims, …) expressions stay where they are; answer_text answers them in its texts. */
#ifndef BRIEF_SOURCE_H
#define BRIEF_SOURCE_H

#include "base/diag.h"

#include <stdint.h>

enum { SOURCE_HOLE_FIRST = 0x100000, SOURCE_HOLES_MAX = 60000, SOURCE_BYTES_MAX = 4 << 20 };

struct source_hole {
	const char *expression;
	struct place place; /* of its first character */
};

struct source_text {
	const char *path;
	const char *front; /* YAML with its first "---"; NULL if there is none */
	size_t front_size;
	const char *text;          /* the whole file, with plain newlines */
	const char *const *starts; /* of its lines; n_starts of them */
	size_t n_starts;
	const char *body;
	const int *lines; /* of each line of body: its line in the file */
	size_t n_lines;
	const struct source_hole *holes;
	size_t n_holes;
};

/* NULL after errors: not UTF-8, too long, an expression or front matter that is never closed. */
const struct source_text *source_read(struct arena *arena, const char *path, const char *bytes, size_t size,
                                      struct diags *diags);

/* The empty line after p, or the end of the text. */
const char *source_paragraph_end(const char *p);

enum source_open { SOURCE_OPEN_BRACES, SOURCE_OPEN_QUOTE, SOURCE_OPEN_COMMENT }; /* what keeps an expression open */

/* The "}}" that ends the expression starting at text (after "{{"), no further than limit, the end of its paragraph;
 * braces, texts and comments inside the expression are skipped. NULL if there is none: *open then tells why. */
const char *source_hole_end(const char *text, const char *limit, enum source_open *open);

/* The error and its hint where source_hole_end gives NULL. */
const char *source_open_message(enum source_open open);
const char *source_open_hint(enum source_open open);

/* text, a piece of the body, with its holes as they were written: code is not answered. */
const char *source_as_written(struct arena *arena, const struct source_text *source, const char *text);

/* The place of needle in the file, looked for from `from` on over a few lines: YAML and Markdown know places inside
 * their texts only roughly. `from` itself if it is not found as written. */
struct place source_find(const struct source_text *source, struct place from, const char *needle);

/* The line in the file of line n (from 1) of the body. */
int source_line(const struct source_text *source, int n);

#endif
