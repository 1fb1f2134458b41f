/* Any bytes as a SQLite file, and any text as a query to it: there is an answer that is clean text, or a diagnostic.
 *
 * The first line is the query; the rest is the file. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "read/read.h"
#include "read/sql.h"
#include "scratch.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct sql_limits limits = {
	.rows = 1000, .columns = 50, .cell = 4096, .answer = 1 << 20, .memory = 8 << 20, .milliseconds = 200
};

static void check_answer(const struct input *input, struct diags *diags)
{
	struct bytes bytes = input->bytes;
	if (utf8_bad(bytes.data, bytes.size) < bytes.size || bytes.size > 2 * limits.answer)
		abort();
	struct diags *own = diags_new(diags_arena(diags));
	read_bytes(diags_arena(diags), READ_CSV, "answer.csv", bytes.data, bytes.size, own);
	check_diags(own);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct input_queries allowed = { .files = true };
	const uint8_t *end = memchr(data, '\n', size);
	char path[4096];
	if (!end || memchr(data, '\0', (size_t)(end - data)))
		return 0;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct inputs *inputs = inputs_new(arena);
	inputs_allow(inputs, &allowed);
	scratch_put("a.sqlite", end + 1, size - (size_t)(end + 1 - data), path, sizeof path);
	const struct sql_query query = { .text = arena_strndup(arena, (const char *)data, (size_t)(end - data)),
		                         .from = path };
	const char *name;
	size_t count;
	const struct input *input = sql_read(arena, inputs, INPUT_DATA, &query, &limits, &name, diags);
	if ((input != NULL) != diags_ok(diags))
		abort();
	if (input)
		check_answer(input, diags);
	if (sql_is_sqlite((const char *)end + 1, size - (size_t)(end + 1 - data)))
		sql_tables(arena, inputs, INPUT_DATA, &query, &count, diags);
	check_diags(diags);
	arena_free(arena);
	return 0;
}
