/* table_reshape.h: one list of records while it is made of a column of values. For table_reshape.c and
 * table_reshape_companions.c. */
#ifndef DATA_TABLE_RESHAPE_H
#define DATA_TABLE_RESHAPE_H

#include "data/table_repeats.h"

struct making { /* one list of records */
	const struct table_reading *r;
	const struct table_value *value;
	struct rewritten w;
	const struct repeated_mean *means; /* by row; NULL: each row is one measurement */
	struct table *table;
	size_t at; /* the column of values in the table */
};

bool making_is_mean(const struct making *making, size_t row);

/* The columns of what is uncertain about the values, counted as they are. */
void making_put_companions(struct making *making);

#endif
