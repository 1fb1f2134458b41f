#include "data/import_lines.h"

#include "base/arena.h"

#include <string.h>

char *import_line(struct arena *arena, struct bytes *bytes)
{
	if (!bytes->size)
		return NULL;
	const char *end = memchr(bytes->data, '\n', bytes->size);
	size_t n = end ? (size_t)(end - bytes->data) : bytes->size, whole = n + (end != NULL);
	char *line = arena_alloc(arena, n + 1, 1), *to = line;
	for (const char *p = bytes->data; p < bytes->data + n; p++) /* as every reader, without carriage returns */
		if (*p != '\r')
			*to++ = *p;
	*to = '\0';
	bytes->data += whole;
	bytes->size -= whole;
	return line;
}
