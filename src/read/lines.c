#include "read/lines.h"

#include "base/arena.h"

#include <string.h>

enum { BLOCK = 4096 };

static size_t newlines(const char *bytes, size_t size)
{
	size_t count = 0;
	for (size_t i = 0; i < size; i++)
		count += bytes[i] == '\n';
	return count;
}

struct lines lines_of(struct arena *arena, const char *name, const char *bytes, size_t size)
{
	uint32_t *before = arena_alloc(arena, size / BLOCK + 1, sizeof *before);
	size_t count = 0;
	for (size_t at = 0; at < size; at += BLOCK) {
		before[at / BLOCK] = (uint32_t)count;
		count += newlines(bytes + at, size - at < BLOCK ? size - at : BLOCK);
	}
	if (size % BLOCK == 0)
		before[size / BLOCK] = (uint32_t)count;
	return (struct lines){ name, bytes, size, before, count };
}

static int runes(const char *bytes, size_t size)
{
	int count = 0;
	for (size_t i = 0; i < size; i++)
		count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return count;
}

struct lines_cursor lines_cursor_at(const struct lines *lines, size_t offset)
{
	size_t block = offset / BLOCK * BLOCK, start = offset;
	size_t line = 1 + lines->before[offset / BLOCK] + newlines(lines->bytes + block, offset - block);
	while (start && lines->bytes[start - 1] != '\n')
		start--;
	return (struct lines_cursor){ lines, offset, (int)line, 1 + runes(lines->bytes + start, offset - start) };
}

struct place lines_place(const struct lines *lines, size_t offset)
{
	struct lines_cursor cursor = lines_cursor_at(lines, offset);
	return (struct place){ lines->name, cursor.line, cursor.column };
}

struct place lines_move(struct lines_cursor *c, size_t offset)
{
	const char *bytes = c->lines->bytes;
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
