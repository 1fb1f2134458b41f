/* table_reading_parts.h: what the files that make a reading share. */
#ifndef DATA_TABLE_READING_PARTS_H
#define DATA_TABLE_READING_PARTS_H

#include "data/table_reading.h"

/* Where the heads start. */
struct place table_head_place(const struct table_reading *reading);

/* Its cells are measured. */
void table_add_value(struct table_reading *reading, size_t column);

/* The columns that tell runs apart. */
void table_take_runs(struct table_reading *reading);

/* The columns that the feed maps. False with an error for each that is not there or comes twice. */
bool table_take_mapping(struct table_reading *reading);

/* A mapping with which the table can be understood, and the kind of chart that can show it. */
struct suggestion {
	const char *mapping; /* "model=name,value=score"; NULL: none can */
	const char *kind;
};

/* other: what else it may be, where the keys of a file name either side. */
struct suggestion table_suggest(const struct table_reading *reading, bool other);

/* False, with the one message about a table that cannot be understood. */
bool table_not_understood(const struct table_reading *reading, const char *path, const char *lacking);

/* False with an error if two columns name the models, as in two tables side by side. */
bool table_models_are_clear(const struct table_reading *reading);

/* Says how the commas of each column of values are taken. False with an error if one may be a thousand times off. */
bool table_numbers_are_clear(const struct table_reading *reading);

#endif
