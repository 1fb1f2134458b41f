/* Any bytes: the reader neither crashes nor hangs, reads what Python's json reads, and what it reads survives being
 * written and read again. */
#include "base/arena.h"
#include "desk.h"
#include "oracle.h"
#include "read/emit.h"
#include "read/read.h"
#include "table_support.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *first = read_bytes(arena, READ_JSON, "fuzz", (const char *)data, size, diags);
	if ((first == NULL) == diags_ok(diags))
		abort(); /* nothing was read and no error given, or something in spite of an error */
	check_diags(diags);
	same_as_table(arena, READ_JSON, data, size, first);
	oracle_compare(ORACLE_JSON, data, size, first);
	if (first) {
		const char *text = emit_json(arena, first);
		const struct value *again = read_bytes(arena, READ_JSON, "again", text, strlen(text), diags);
		if (!again || !value_equal(first, again))
			abort();
	}
	arena_free(arena);
	return 0;
}
