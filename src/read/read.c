#include "read/read.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/file_copy.h"
#include "base/str.h"
#include "read/builder.h"
#include "read/sniff.h"

#include <string.h>

/* Of one file are told: nobody reads on. */
enum { UNFIT_MOST = 1000 };

static bool first_line_has(const char *bytes, size_t size, const char *what)
{
	const char *end = size ? memchr(bytes, '\n', size) : NULL;
	size_t n = end ? (size_t)(end - bytes) : size, m = strlen(what);
	for (size_t i = 0; i + m <= n; i++)
		if (memcmp(bytes + i, what, m) == 0)
			return true;
	return false;
}

static size_t bom(const char *bytes, size_t size)
{
	return size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

enum read_format read_format_of(const char *name, const char *bytes, size_t size)
{
	const char *suffix = file_suffix(name);
	if (str_eq(suffix, ".json") || str_eq(suffix, ".jsonl") || str_eq(suffix, ".ndjson"))
		return READ_JSON;
	if (str_eq(suffix, ".yaml") || str_eq(suffix, ".yml"))
		return READ_YAML;
	if (str_eq(suffix, ".csv"))
		return READ_CSV;
	if (str_eq(suffix, ".tsv") || str_eq(suffix, ".tab"))
		return READ_TSV;
	size_t skip = bom(bytes, size);
	while (skip < size && strchr(" \t\r\n", bytes[skip]) && bytes[skip])
		skip++;
	bytes += skip;
	size -= skip;
	if (size && (*bytes == '{' || *bytes == '['))
		return READ_JSON;
	if (!first_line_has(bytes, size, ": ") && first_line_has(bytes, size, "\t"))
		return READ_TSV;
	if (!first_line_has(bytes, size, ": ") && !first_line_has(bytes, size, "#") &&
	    (first_line_has(bytes, size, ",") || first_line_has(bytes, size, ";") || first_line_has(bytes, size, "|")))
		return READ_CSV;
	return READ_YAML;
}

/* From the place of a byte to that of a later one. */
static void walk(struct place *place, const char *bytes, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (bytes[i] == '\n') {
			place->line++;
			place->column = 1;
		} else if (((unsigned char)bytes[i] & 0xc0) != 0x80) {
			place->column++;
		}
	}
}

/* What no text may hold, found byte by byte; readers check what comes out of escapes. */
size_t read_bad(struct bytes b)
{
	enum { PIECE = 1 << 20, LONGEST = 4 };
	const char *rested = b.data;
	for (size_t i = 0; i < b.size; file_copy_rest(b, &rested, b.data + i)) {
		size_t n = b.size - i < PIECE ? b.size - i : PIECE, bad = utf8_bad(b.data + i, n);
		bool cut = bad < n && n - bad < LONGEST && i + n < b.size; /* perhaps a letter that the piece divides */
		if (bad < n && !cut)
			return i + bad;
		if (cut && !bad)
			return i;
		i += bad;
	}
	return b.size;
}

static bool clean(enum read_format format, const char *name, struct bytes b, struct diags *diags)
{
	const char *bytes = b.data;
	size_t size = b.size;
	if (size >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
		diag_add(diags, DIAG_ERROR, place_file(name), "save the file as UTF-8", "is UTF-16");
		return false;
	}
	struct place place = { name, 1, 1 };
	size_t bad = read_bad(b), at = 0, unfit = 0;
	if (bad < size) {
		walk(&place, bytes, 0, bad);
		diag_add(diags, DIAG_ERROR, place, "save the file as UTF-8", "the byte 0x%02X is not valid UTF-8 here",
		         (unsigned)(unsigned char)bytes[bad]);
		return false;
	}
	const char *rested = bytes;
	for (size_t i = 0; i < size && unfit < UNFIT_MOST; i++) {
		unsigned char c = (unsigned char)bytes[i];
		if ((c >= 0x20 && c < 0x7f) || (c & 0xc0) == 0x80)
			continue;
		if (c == '\n')
			file_copy_rest(b, &rested, bytes + i);
		if (c == '\n' || c == '\t' || c == '\r')
			continue;
		const char *p = bytes + i;
		uint32_t rune = c ? utf8_next(&p) : 0;
		if (c < 0x20 || !utf8_is_fit(rune)) {
			if (c == 0xc2 && rune == 0x85 && format == READ_YAML)
				continue; /* NEL, a line break in YAML */
			walk(&place, bytes, at, i);
			at = i;
			unfit += !builder_rune_ok(rune, place, diags);
		}
	}
	if (unfit == UNFIT_MOST)
		diag_add(diags, DIAG_ERROR, place, "name a file of text",
		         "the rest was not looked at after %d such characters", UNFIT_MOST);
	return !unfit;
}

bool read_clean(enum read_format format, const char *name, struct bytes *bytes, struct diags *diags)
{
	if (bytes->size > READ_BYTES_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(name), "split it into several files",
		         "is larger than %d MB, the most that is read", READ_BYTES_MAX >> 20);
		return false;
	}
	size_t skip = bom(bytes->data, bytes->size);
	bytes->data += skip;
	bytes->size -= skip;
	return clean(format, name, *bytes, diags);
}

const struct value *read_bytes(struct arena *arena, enum read_format format, const char *name, const char *bytes,
                               size_t size, struct diags *diags)
{
	struct bytes b = { .data = bytes, .size = size };
	name = arena_strdup(arena, name);
	if (!read_clean(format, name, &b, diags))
		return NULL;
	bytes = b.data;
	size = b.size;
	switch (format) {
	case READ_JSON:
		return read_json(arena, name, bytes, size, diags);
	case READ_YAML:
		return read_yaml(arena, name, bytes, size, diags);
	case READ_CSV:
		return read_csv(arena, name, bytes, size, sniff_separator(bytes, size), diags);
	case READ_TSV:
		return read_csv(arena, name, bytes, size, '\t', diags);
	}
	return NULL;
}

const struct value *read_file(struct arena *arena, struct inputs *inputs, enum input_role role, const char *path,
                              struct diags *diags)
{
	const struct input *input = inputs_read(inputs, role, path, READ_BYTES_MAX, diags);
	if (!input)
		return NULL;
	struct bytes b = input->bytes;
	return read_bytes(arena, read_format_of(input->path, b.data, b.size), input->path, b.data, b.size, diags);
}
