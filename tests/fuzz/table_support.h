/* table_support.h: a table holds what the tree of the same bytes holds. */
#ifndef TESTS_TABLE_SUPPORT_H
#define TESTS_TABLE_SUPPORT_H

#include "base/arena.h"
#include "base/str.h"
#include "read/table.h"

#include <stdlib.h>

/* tree: NULL if the bytes are wrong. Aborts if table_read takes anything else out of them. */
static inline void same_as_table(struct arena *arena, enum read_format format, const uint8_t *data, size_t size,
                                 const struct value *tree)
{
	struct bytes bytes = { .data = (const char *)data, .size = size };
	if (!read_clean(format, "fuzz", &bytes, diags_new(arena)))
		return;
	const struct table *table = table_read(arena, arena, format, "fuzz", bytes, diags_new(arena));
	if ((table && !tree) || (!table && tree && format != READ_JSON))
		abort();
	if (table && table->n_rows != tree->count)
		abort();
	for (size_t i = 0; table && i < table->n_rows; i++) {
		const struct value *row = table_row(arena, table, i), *there = &tree->items[i];
		if (!value_equal(row, there) || row->place.line != there->place.line ||
		    row->place.column != there->place.column)
			abort();
		for (size_t k = 0; k < table->n_columns; k++) {
			const struct value *value = value_at(there, table->columns[k].key.text);
			struct place place = table_place(table, k, i);
			if (value && (place.line != value->place.line || place.column != value->place.column))
				abort();
			if (table->columns[k].cells[i] >= TABLE_TEXT &&
			    (!value || !str_eq(value->text, table_cell(table, k, i))))
				abort();
		}
	}
}

#endif
