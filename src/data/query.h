/* query.h: a feed that a database answers. Inside data/ only.
 *
 * That is one with a query, and a file that only a query can read (SQLite, DuckDB, Parquet): of such a file everything
 * is asked for if it holds one table, or the table that the feed names. */
#ifndef DATA_QUERY_H
#define DATA_QUERY_H

#include "base/inputs.h"
#include "data/feed.h"

/* path: of the feed's file, as it is read; NULL if it has none. */
bool query_is_asked(struct inputs *inputs, enum input_role role, const struct feed *feed, const char *path);

/* The answer, as CSV; *name: what places in it are called. NULL with a diagnostic. */
const struct input *query_ask(struct arena *arena, struct inputs *inputs, enum input_role role, const struct feed *feed,
                              const char *path, const char **name, struct diags *diags);

#endif
