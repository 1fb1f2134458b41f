/* sql_parts.h: one query as the engines see it. Private to sql. */
#ifndef READ_SQL_PARTS_H
#define READ_SQL_PARTS_H

#include "base/deadline.h"
#include "base/str.h"
#include "read/sql.h"

struct sql_run {
	struct arena *arena; /* for this query only: its end closes what engines have opened */
	struct inputs *inputs;
	enum input_role role;
	const struct sql_query *query;
	const struct sql_limits *limits;
	struct deadline deadline;
	const char *shown; /* the source, for messages */
	struct diags *diags;
	bool failed; /* there is a diagnostic */
	/* The answer so far. */
	struct strbuf csv;
	const char **columns;
	size_t n_columns, n_rows, cell; /* cell: the next one in its row */
};

/* ---- engines: each asks and takes the answer; failed tells ---- */

struct sql_file { /* opened for this query */
	const char *path;
	int fd;
	bool is_duckdb; /* DuckDB's own format */
};

void sql_sqlite_ask(struct sql_run *run, const struct sql_file *file);
const struct sql_table *sql_sqlite_tables(struct sql_run *run, const struct sql_file *file, struct arena *arena,
                                          size_t *count);
void sql_duckdb_ask(struct sql_run *run, const struct sql_file *file); /* NULL: the query names its files */
void sql_odbc_ask(struct sql_run *run, const char *source);

/* Opens a file that the query names, and lists it. */
struct sql_file sql_open(struct sql_run *run, const char *path, struct diags *diags);

/* An error if what the database has not merged yet lies beside it: path with this ending, and something in it. */
bool sql_is_merged(struct sql_run *run, const struct sql_file *file, const char *ending, const char *hint);

/* ---- the answer ---- */

void sql_fail(struct sql_run *run, const char *hint, const char *format, ...) __attribute__((format(printf, 3, 4)));
void sql_fail_time(struct sql_run *run);
void sql_fail_memory(struct sql_run *run);
void sql_fail_type(struct sql_run *run, size_t column, const char *type, const char *hint);

/* The header, then cell by cell, row by row. False after an error, which ends it. */
bool sql_take_columns(struct sql_run *run, const char **names, size_t count);
bool sql_take_text(struct sql_run *run, const char *text, size_t size);
bool sql_take_missing(struct sql_run *run);
bool sql_take_real(struct sql_run *run, double real);
bool sql_take_single(struct sql_run *run, float real);
bool sql_take_row(struct sql_run *run); /* at its end */

#endif
