/* rows.h: what table.h asks of the readers of CSV and JSON. Inside read/ only. */
#ifndef READ_ROWS_H
#define READ_ROWS_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct origin;
struct table;
struct value;

/* Room for that many rows without moving. */
void table_reserve(struct table *table, size_t rows);
/* A cell of the last row from a value, which is copied. */
void table_put_value(struct table *table, size_t column, const struct value *value);

/* All rows; the keys stay in the origin, on keep. False after errors. */
bool rows_read_csv(struct table *table, struct arena *keep, struct origin *origin, struct diags *diags);
/* All rows. False, with nothing added to diags, if it is anything but a list of maps without a fault. */
bool rows_read_json(struct table *table, struct diags *diags);

/* One row again. */
const struct value *rows_csv_row(struct arena *arena, const struct origin *origin, size_t offset);
struct place rows_csv_place(const struct origin *origin, size_t offset, size_t column);
const struct value *rows_json_row(struct arena *arena, const struct origin *origin, size_t offset);

#endif
