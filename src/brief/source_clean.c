#include "brief/source_clean.h"

#include "base/arena.h"
#include "base/str.h"
#include "brief/source.h"

#include <string.h>

/* A newline, or a carriage return that no newline follows. */
static bool is_line_end(const char *p, const char *end)
{
	return *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
}

/* An error for every line that is not UTF-8; true if there are none. */
static bool check_utf8(const char *path, const char *bytes, size_t size, struct diags *diags)
{
	int line = 1;
	const char *p = bytes, *end = bytes + size;
	size_t before = diags_count(diags, DIAG_ERROR);
	for (size_t bad; p < end && (bad = utf8_bad(p, (size_t)(end - p))) < (size_t)(end - p);) {
		for (const char *q = p; q < p + bad; q++)
			line += is_line_end(q, end);
		diag_add(diags, DIAG_ERROR, (struct place){ path, line, 0 }, "save it as UTF-8",
		         "this line is not valid UTF-8");
		for (p += bad; p < end && !is_line_end(p, end);)
			p++;
	}
	return diags_count(diags, DIAG_ERROR) == before;
}

static bool check_size(const char *path, const char *bytes, size_t size, struct diags *diags)
{
	if (size && memchr(bytes, 0, size)) {
		diag_add(diags, DIAG_ERROR, place_file(path), "give a text file", "the file contains a zero byte");
		return false;
	}
	if (size > SOURCE_BYTES_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(path), "split it", "a briefing may have at most %d MB",
		         SOURCE_BYTES_MAX >> 20);
		return false;
	}
	return true;
}

char *source_clean(struct arena *arena, const char *path, const char *bytes, size_t size, struct diags *diags)
{
	static const char mark[] = "\xef\xbb\xbf"; /* of byte order */
	if (size >= 3 && memcmp(bytes, mark, 3) == 0) {
		bytes += 3;
		size -= 3;
	}
	if (!check_size(path, bytes, size, diags) || !check_utf8(path, bytes, size, diags))
		return NULL;
	char *text = arena_alloc(arena, size + 2, 1), *at = text; /* with a newline and the end */
	for (const char *p = bytes, *end = bytes + size; p < end; p++)
		if (is_line_end(p, end))
			*at++ = '\n';
		else if (*p != '\r')
			*at++ = *p;
	if (at == text || at[-1] != '\n')
		*at++ = '\n';
	*at = '\0';
	return text;
}

bool source_check_runes(const char *path, const char *text, struct diags *diags)
{
	struct place at = { path, 1, 1 };
	bool ok = true;
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (rune == '\n') {
			at.line++;
			at.column = 1;
			continue;
		}
		if (utf8_is_direction(rune))
			diag_add(diags, DIAG_ERROR, at, "remove it",
			         "the character U+%04X is not allowed in text: unseen, it changes the order of what is "
			         "read",
			         (unsigned)rune);
		else if (rune >= SOURCE_HOLE_FIRST || !utf8_is_fit(rune))
			diag_add(diags, DIAG_ERROR, at, "remove it", "a character that text must not contain");
		ok = ok && rune < SOURCE_HOLE_FIRST && utf8_is_fit(rune);
		at.column++;
	}
	return ok;
}
