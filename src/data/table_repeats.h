/* table_repeats.h: rows of a table that measure one thing again, as a column of seeds, runs or trials tells. Inside
 * data/ only.
 *
 * Rows that agree in all that says who is measured on what, and differ in their run, become one row: the mean of
 * their values, with the standard error of the mean. Rows that differ in anything else that somebody wrote beside the
 * values are not averaged, unless the user names the column of the runs; nor are rows that give one run twice. They
 * stay as they are, and are told as values that are given twice. */
#ifndef DATA_TABLE_REPEATS_H
#define DATA_TABLE_REPEATS_H

#include "data/table_rewrite.h"

struct repeats; /* which rows repeat others; for all columns of values */

struct repeated_mean { /* n > 1, or the row stands for itself alone */
	const char *value, *se;
	const char *runs; /* the values, with ';' between them; NULL: they are too many */
	size_t n;
};

/* Of one column of values: the rows that are kept, in ascending order, and the mean that stands in each. */
struct repeated_rows {
	uint32_t *rows;
	struct repeated_mean *means;
	size_t n;
};

/* picked: the rows that count, NULL for all. dates: of each text of the column of dates, or NULL. NULL if no row
 * repeats another. */
struct repeats *repeats_find(const struct table_reading *reading, const uint32_t *picked, size_t n_picked,
                             const char *const *dates);

struct repeated_rows repeats_of(const struct repeats *repeats, const struct rewritten *values, size_t column);

/* Says once, for the whole table, what was averaged. */
void repeats_tell(const struct repeats *repeats);

#endif
