/* table_reading.h: what a table that nobody made for this program is taken to say, before anything is made of it.
 *
 * In a long table each row is one value, with columns for its model and its benchmark. In a wide one each row is a
 * model and each benchmark has a column, or vice versa. Which of them it is, and what each column is, follows
 * from the mapping that the user gives, then from the heads (table_header.h), then from what the cells hold (cell.h).
 * What does not follow is an error that shows the heads, what was recognised, and a mapping that would read the table.
 * Inside data/ only. */
#ifndef DATA_TABLE_READING_H
#define DATA_TABLE_READING_H

#include "data/build.h"
#include "data/cell.h"
#include "data/feed.h"
#include "data/table_header.h"
#include "read/sniff.h"

struct table_column_reading {
	struct table_head head;
	bool mapped, used;
	size_t n_numbers, n_intervals, n_texts, n_missing; /* of the different texts */
	bool nested;
	enum sniff_decimal decimal;
	struct sniff_marks marks;
};

struct table_value { /* a column whose cells are measured */
	size_t column;
	bool leads;                     /* the head says that it ranks */
	size_t companions[RECORD_KEYS]; /* its se, ci, ci_low, ci_high, n; NO_COLUMN: none */
};

struct table_reading {
	struct build *b;
	struct table *table;
	const struct feed *feed;
	struct table_column_reading *columns;
	size_t roles[RECORD_KEYS]; /* the column of a role that is the same for all values; NO_COLUMN: none */
	bool across;
	bool trial; /* nothing is said of what cannot be understood */
	struct table_value *values;
	size_t n_values;
	struct table_head *rows; /* by the text of the column of benchmarks: what it says, as a head; NULL: none */
	size_t *runs, n_runs;    /* the columns that tell repeated measurements apart */
};

/* False with one error if the table cannot be understood. */
bool table_understand(struct build *b, struct table *table, const struct feed *feed, const char *path,
                      struct table_reading *reading);

/* A note that says what was recognised, and which columns are left out. */
void table_tell(const struct table_reading *reading);

/* The head of a column as written. */
const char *table_head_text(const struct table_reading *reading, size_t column);

/* True if numbers prevail in a column. */
bool table_is_numeric(const struct table_reading *reading, size_t column);

/* The text with a decimal point, as its column is written. */
const char *table_plain(struct arena *arena, const struct table_reading *reading, size_t column, const char *text);

/* The column with this head, as written or but for case; NO_COLUMN with an error at place, or at the table if that is
 * nowhere. */
size_t table_column_called(const struct table_reading *reading, const char *head, struct place place);

/* table_reshape.c: as records, a list of them for each column of values (records.next). Columns that turn out to be
 * unfit are taken out of the reading, which is why it is told afterwards. NULL after errors. */
struct records *table_reshape(struct table_reading *reading);

#endif
