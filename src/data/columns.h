/* columns.h: how a dataset stores its measurements. Inside data/ only; others ask measurement.h.
 *
 * One array a field, of what fits into eight bytes or less; names are indexes into the dataset. What few measurements
 * have (an interval, a note, candidates, a number not written as the program would write it) is in side tables, in
 * ascending order of the measurement. A place is a byte of a file; it becomes a line and a column when it is asked for.
 * Columns live on the arena they were made on, only grow, and may be shared by several datasets that show different
 * parts of them. */
#ifndef DATA_COLUMNS_H
#define DATA_COLUMNS_H

#include "data/dataset.h"

#include <stdint.h>

struct origin;

struct columns;

/* Where a measurement was read: a row of a table (origin and the row's byte), or a map of a value tree. */
struct spot {
	const struct origin *origin; /* NULL for a value tree */
	size_t offset;
	struct place place, value; /* of a value tree: of the map, of its value */
};

struct columns *columns_new(struct arena *arena);

/* Room for that many more without moving. */
void columns_reserve(struct columns *columns, size_t more);

/* Adds a measurement; its columns and index are not looked at, its texts are copied. percent: it was written with "%".
 */
void columns_add(struct columns *columns, const struct measurement *measurement, bool percent, const struct spot *spot);

size_t columns_count(const struct columns *columns);

/* Of the i-th. NONE for no variant or source. */
#define COLUMNS_NONE UINT32_MAX
uint32_t columns_variant(const struct columns *columns, size_t i);
uint32_t columns_benchmark(const struct columns *columns, size_t i);
uint32_t columns_source(const struct columns *columns, size_t i);
/* Dates compare as these numbers do; 0 stands for none. */
uint32_t columns_date(const struct columns *columns, size_t i);
struct date columns_day(const struct columns *columns, size_t i);
enum status columns_status(const struct columns *columns, size_t i);
enum measured columns_measured(const struct columns *columns, size_t i);
bool columns_has_value(const struct columns *columns, size_t i);
bool columns_percent(const struct columns *columns, size_t i);
double columns_number(const struct columns *columns, size_t i);
bool columns_stated(const struct columns *columns, size_t i);
/* True if it has nothing but a value, written as quantity_text writes it with so many decimals, or no value at all: no
 * interval, sample, candidates or note. */
bool columns_plain(const struct columns *columns, size_t i, int *decimals);
struct place columns_place(const struct columns *columns, size_t i);
struct place columns_value_place(const struct columns *columns, size_t i);

/* To whom an ambiguous value may belong: how many there are. */
size_t columns_candidates(const struct columns *columns, size_t i, const struct variant *const **candidates);

/* The whole of it; its text is made on the arena, or is "" if that is NULL. */
void columns_get(struct arena *arena, const struct dataset *dataset, size_t i, struct measurement *into);

#endif
