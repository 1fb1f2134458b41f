/* lines.h: from a byte of a file to its line and column.
 *
 * What is read keeps the offset of a byte where it would keep a place; the place is worked out when somebody wants to
 * print it. struct lines knows line and column of the start of each kilobyte, so one place costs one
 * look at one of them. A cursor is for those who ask for many places in ascending order. Both only refer to the bytes.
 */
#ifndef READ_LINES_H
#define READ_LINES_H

#include "base/diag.h"
#include "base/file.h"

#include <stdint.h>

struct arena;

struct line_block {                /* what comes before a block */
	uint32_t newlines, column; /* column: runes since the last newline */
};

struct line_cell {      /* of text that was made from a table in another form: from where it comes */
	uint32_t start; /* its first byte */
	int line, column;
};

struct lines {
	const char *name; /* of the file, for places */
	const char *bytes;
	size_t size;
	bool copied; /* file_copy.h */
	const struct line_block *blocks;
	size_t count;                  /* newlines in all */
	const struct line_cell *cells; /* ascending; their places are those of the bytes. NULL: the text is the file */
	size_t n_cells;
};

struct lines_cursor {
	const struct lines *lines;
	size_t offset;
	int line, column; /* of offset */
};

struct lines lines_of(struct arena *arena, const char *name, struct bytes bytes);

/* The place of the byte at offset; offset == size is the place past the last. */
struct place lines_place(const struct lines *lines, size_t offset);

struct lines_cursor lines_cursor_at(const struct lines *lines, size_t offset);

/* The same place as lines_place gives; cheap if offset is not far past that of the call before. */
struct place lines_move(struct lines_cursor *cursor, size_t offset);

#endif
