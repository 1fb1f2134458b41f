/* sql.h: a question to a database, and its answer as a table.
 *
 * A source is a SQLite, DuckDB or Parquet file (told by its content), a CSV or JSON file that DuckDB reads, "duckdb"
 * (the files are named in the query), or "odbc:NAME". The answer is listed among the inputs as CSV with a header:
 * integers and decimals as the source writes them, reals with the fewest digits that read back as the same, dates in
 * ISO 8601, true and false, nothing for NULL. It is read like any CSV file from there on.
 *
 * Nothing is ever written: files are opened to be read, through the gate if a file has named them, and a statement that
 * does more than select is refused by the engine's own means. What an engine may take is limited, and each limit is an
 * error that names it. Passwords come from the data source or the environment (base/inputs.h) and appear nowhere. */
#ifndef READ_SQL_H
#define READ_SQL_H

#include "base/inputs.h"

struct arena;

struct sql_limits {
	size_t rows, columns;
	size_t cell, answer; /* bytes of one text, of all */
	size_t memory;       /* bytes that an embedded engine may use */
	unsigned milliseconds;
};

extern const struct sql_limits sql_limits; /* those of the program */

struct sql_query {
	const char *text;   /* NULL: all of a source that is one table */
	const char *from;   /* the source, as it is written */
	const char *below;  /* the folder below which files lie, for what a file names; NULL: the user named it */
	struct place place; /* where it is written; no file: the user typed it */
};

struct sql_table { /* of a database */
	const char *name;
	const char *const *columns;
	size_t n_columns;
};

/* Asks, and lists the answer in this role, with "SOURCE: QUERY" as its path. *name is what places in it should be
 * called. NULL with a diagnostic. */
const struct input *sql_read(struct arena *arena, struct inputs *inputs, enum input_role role,
                             const struct sql_query *query, const struct sql_limits *limits, const char **name,
                             struct diags *diags);

/* True for the first bytes of a file that only a query can read. */
bool sql_recognise(const char *bytes, size_t size);
enum { SQL_HEAD = 16 }; /* so many are enough */

/* True for a SQLite file: it holds any number of tables. */
bool sql_is_sqlite(const char *bytes, size_t size);

/* The tables and views of a SQLite file, by name. NULL with a diagnostic. */
const struct sql_table *sql_tables(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const struct sql_query *query, size_t *count, struct diags *diags);

/* For messages: "runs (model, score, …), prices (model, usd) and 3 more". */
const char *sql_tables_told(struct arena *arena, const struct sql_table *tables, size_t count);

/* A name as it stands in a query, and what an engine says as messages may show it: what is no text is "?". */
char *sql_quoted(struct arena *arena, const char *name);
char *sql_shown(struct arena *arena, const char *said);

/* The source as messages may show it: a connection without what it is opened with. */
const char *sql_source_shown(struct arena *arena, const char *from);

#endif
