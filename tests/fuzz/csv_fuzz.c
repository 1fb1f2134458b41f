/* Any bytes: the reader neither crashes nor hangs, reads what Python's csv reads, and a table survives being written
 * and read again. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "oracle.h"
#include "read/emit.h"
#include "read/read.h"
#include "read/sniff.h"
#include "table_support.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void compare(const struct value *a, const struct value *b)
{
	if (!b || a->count != b->count)
		abort();
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < a->items[i].count; k++)
			if (!str_eq(a->items[i].items[k].text, b->items[i].items[k].text) ||
			    !str_eq(a->items[i].keys[k].text, b->items[i].keys[k].text))
				abort();
}

/* A line with nothing but separators, quotes and blanks: Python has a row of empty texts there. */
static bool has_hollow_line(const uint8_t *data, size_t size)
{
	bool hollow = true, cells = false, found = false;
	for (size_t i = 0; i <= size; i++) {
		if (i == size || data[i] == '\n') {
			found |= hollow && cells;
			hollow = true;
			cells = false;
		} else {
			cells |= data[i] != '\r';
			hollow &= strchr(", \t\"\r", data[i]) != NULL;
		}
	}
	return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *first = read_bytes(arena, READ_CSV, "fuzz", (const char *)data, size, diags);
	if ((first == NULL) == diags_ok(diags))
		abort();
	check_diags(diags);
	same_as_table(arena, READ_CSV, data, size, first);
	struct bytes bytes = { .data = (const char *)data, .size = size };
	bool left_out = diags_count(diags, DIAG_NOTE) || has_hollow_line(data, size); /* titles, remarks, two heads */
	if (!left_out && read_clean(READ_CSV, "fuzz", &bytes, diags_new(arena)) &&
	    sniff_separator(bytes.data, bytes.size) == ',')
		oracle_compare(ORACLE_CSV, data, size, first);
	/* A row of one empty cell is written as a blank line, which is not a row, one column may look like several, and
	 * a head that begins with "#" or "sep=" like a remark: then a note says that a line was left out. */
	if (first && first->count && first->items[0].count > 1) {
		const char *text = emit_csv(arena, first);
		struct diags *said = diags_new(arena);
		const struct value *again = read_bytes(arena, READ_CSV, "again", text, strlen(text), said);
		if (!diags_count(said, DIAG_NOTE))
			compare(first, again);
	}
	arena_free(arena);
	return 0;
}
