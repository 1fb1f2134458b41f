/* Any text: its tables are read or refused with a reason, and each has its places in the text; what is recognised as
 * Markdown or HTML is read without a fault of the system. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "read/sheets.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_places(const struct table *table)
{
	for (size_t r = 0; r < table->n_rows && r < 50; r++)
		for (size_t c = 0; c < table->n_columns && c < 50; c++) {
			struct place place = table_place(table, c, r);
			if (place.line < 1 || place.column < 1 || !str_eq(place.file, "fuzz"))
				abort();
		}
}

static void check(struct arena *arena, struct bytes bytes, const struct sheet_choice *choice)
{
	struct diags *diags = diags_new(arena);
	const struct table *table = sheets_read(arena, arena, "fuzz", bytes, choice, diags);
	if ((table == NULL) == diags_ok(diags))
		abort();
	check_diags(diags);
	if (table)
		check_places(table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct sheet_choice choices[] = { { .sheet = "1" }, { .table = "2" }, { "One", NULL, "A1:B9" } };
	struct arena *arena = arena_new();
	const struct bytes bytes = { .data = (const char *)data, .size = size };
	sheets_recognise("fuzz", bytes);
	if (!(size > 3 && memcmp(data, "PK\3\4", 4) == 0)) {
		check(arena, bytes, NULL);
		for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
			check(arena, bytes, &choices[i]);
	}
	arena_free(arena);
	return 0;
}
