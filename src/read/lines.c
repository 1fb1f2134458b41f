#include "read/lines.h"

#include "base/arena.h"
#include "base/file_copy.h"

#include <string.h>

enum { BLOCK = 1024 };

/* Where the place moves over some bytes. */
static struct line_block past(struct line_block at, const char *bytes, size_t size)
{
	size_t newlines = 0, start = size, runes = 0;
	for (size_t i = 0; i < size; i++)
		newlines += bytes[i] == '\n';
	while (start && bytes[start - 1] != '\n')
		start--;
	for (size_t i = start; i < size; i++)
		runes += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return (struct line_block){ at.newlines + (uint32_t)newlines, (start ? 0 : at.column) + (uint32_t)runes };
}

struct lines lines_of(struct arena *arena, const char *name, struct bytes b)
{
	const char *bytes = b.data;
	size_t size = b.size;
	struct line_block *blocks = arena_alloc(arena, size / BLOCK + 1, sizeof *blocks), at = { 0, 0 };
	const char *rested = bytes;
	for (size_t i = 0; i <= size / BLOCK; i++) {
		file_copy_rest(b, &rested, bytes + i * BLOCK);
		size_t left = size - i * BLOCK;
		blocks[i] = at;
		at = past(at, bytes + i * BLOCK, left < BLOCK ? left : BLOCK);
	}
	return (struct lines){ name, bytes, size, b.copied, blocks, at.newlines, NULL, 0 };
}

struct lines_cursor lines_cursor_at(const struct lines *lines, size_t offset)
{
	size_t start = offset / BLOCK * BLOCK;
	struct line_block at = past(lines->blocks[offset / BLOCK], lines->bytes + start, offset - start);
	return (struct lines_cursor){ lines, offset, (int)at.newlines + 1, (int)at.column + 1 };
}

/* Of the cell to which the byte belongs. */
static struct place cell_place(const struct lines *lines, size_t offset)
{
	size_t low = 0;
	for (size_t high = lines->n_cells; high - low > 1;) {
		size_t middle = low + (high - low) / 2;
		*(lines->cells[middle].start <= offset ? &low : &high) = middle;
	}
	return (struct place){ lines->name, lines->cells[low].line, lines->cells[low].column };
}

struct place lines_place(const struct lines *lines, size_t offset)
{
	if (lines->cells)
		return cell_place(lines, offset);
	struct lines_cursor cursor = lines_cursor_at(lines, offset);
	return (struct place){ lines->name, cursor.line, cursor.column };
}

struct place lines_move(struct lines_cursor *c, size_t offset)
{
	const char *bytes = c->lines->bytes;
	if (c->lines->cells)
		return cell_place(c->lines, offset);
	if (offset < c->offset || offset - c->offset > BLOCK)
		*c = lines_cursor_at(c->lines, offset);
	for (; c->offset < offset; c->offset++) {
		if (bytes[c->offset] == '\n') {
			c->line++;
			c->column = 1;
		} else {
			c->column += ((unsigned char)bytes[c->offset] & 0xc0) != 0x80;
		}
	}
	return (struct place){ c->lines->name, c->line, c->column };
}
