/* table_rewrite.h: the cells of one column, each as what it says. Inside data/ only.
 *
 * A column's texts are read once each (cell.h), however many rows have them. What comes out are texts of the same
 * numbers: the value, half of its interval or the two ends of it. All that is odd is told once for the column. The
 * texts live as long as the build. */
#ifndef DATA_TABLE_REWRITE_H
#define DATA_TABLE_REWRITE_H

#include "data/table_reading.h"

enum part { PART_VALUE, PART_HALF, PART_LOW, PART_HIGH, PARTS };

/* A column of values, or of what is uncertain about them, text by text. */
struct rewritten {
	struct arena *arena;
	size_t n;                  /* texts */
	const char **parts[PARTS]; /* by the number of a text; "" for nothing, NULL for none at all, but
	                            * of the value: for the texts as they are written */
	bool *offsets;             /* by the number of a text: its low and high are offsets */
	const struct unit *unit;   /* that the cells name; NULL: none */
	const char **units; /* by the number of a text, where each row is of another benchmark; NULL: one for all */
	size_t n_percent, n_plain;
};

/* A column of values. */
struct rewritten table_rewrite(const struct table_reading *reading, size_t column);

/* What the i-th text of a column of values says; "" for nothing. */
const char *table_value_text(const struct table_reading *reading, size_t column, const struct rewritten *values,
                             size_t i);

/* A column of what is uncertain about them, on the arena; alone: what a number without a sign is. */
struct rewritten table_rewrite_companion(struct arena *arena, const struct table_reading *reading, size_t column,
                                         enum part alone);

/* Multiplies the numbers of a part; of one that is not there, nothing. */
void table_rescale(struct rewritten *w, enum part part, double ratio);

/* "1317" and "-8": "1309". "" if one is not a number. */
const char *table_sum(struct arena *arena, const char *a, const char *b);

#endif
