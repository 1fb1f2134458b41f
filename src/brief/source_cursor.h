/* source_cursor.h: where in the file the words of a text stand. Private to brief/.
 *
 * Markdown knows the places of blocks, not those of words. A cursor walks from a block's first character through the
 * file and finds its words one after the other, in their order, past what the author did not write as text:
 * expressions, code, addresses, comments, references to footnotes. */
#ifndef BRIEF_SOURCE_CURSOR_H
#define BRIEF_SOURCE_CURSOR_H

#include "brief/source.h"

struct source_cursor {
	const struct source_text *source;
	const char *at, *end;
	struct place place; /* of at */
};

/* From a place of the file to the end of a line (from 1); past the file's end: to that. */
struct source_cursor source_cursor_from(const struct source_text *source, struct place from, int last_line);

/* Moves to what n bytes of text, from start on, were written as, and then past it. Spaces may have been any white
 * space, and the characters around it must be its own or marks of Markdown. False, and nothing moves, if it is not
 * found. */
bool source_cursor_find(struct source_cursor *cursor, const char *text, size_t start, size_t n, struct place *place);

/* The place in the file of a byte (from 1) of a line of the body, which an expression before it moves. */
struct place source_body_place(const struct source_text *source, int body_line, int byte);

#endif
