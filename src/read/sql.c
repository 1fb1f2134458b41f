#define _XOPEN_SOURCE 700

#include "read/sql.h"

#include "base/arena.h"
#include "read/read.h"
#include "read/sql_parts.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum { QUERY_BYTES_MAX = 1 << 20 };

const struct sql_limits sql_limits = { .rows = 1000000,
	                               .columns = 1000,
	                               .cell = 1 << 20,
	                               .answer = READ_BYTES_MAX,
	                               .memory = (size_t)1 << 30,
	                               .milliseconds = 60000 };

enum engine { ENGINE_NONE, ENGINE_SQLITE, ENGINE_DUCKDB };

static const char duckdb[] = "duckdb", odbc[] = "odbc:";

/* ---- what a source is ---- */

bool sql_is_sqlite(const char *bytes, size_t size)
{
	static const char magic[SQL_HEAD] = "SQLite format 3";
	return size >= sizeof magic && memcmp(bytes, magic, sizeof magic) == 0;
}

static bool is_parquet(const char *bytes, size_t size)
{
	return size >= 4 && memcmp(bytes, "PAR1", 4) == 0;
}

static bool is_duckdb(const char *bytes, size_t size)
{
	enum { AT = 8 };
	return size >= AT + 4 && memcmp(bytes + AT, "DUCK", 4) == 0;
}

bool sql_recognise(const char *bytes, size_t size)
{
	return sql_is_sqlite(bytes, size) || is_parquet(bytes, size) || is_duckdb(bytes, size);
}

static enum engine engine_of(const char *path, const char *bytes, size_t size)
{
	static const char *const texts[] = { ".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".gz" };
	if (sql_is_sqlite(bytes, size))
		return ENGINE_SQLITE;
	if (is_parquet(bytes, size) || is_duckdb(bytes, size))
		return ENGINE_DUCKDB;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (str_ends(path, texts[i]))
			return ENGINE_DUCKDB;
	return ENGINE_NONE;
}

/* Of a connection only its name, or what says where it leads. */
static const char *connection_shown(struct arena *arena, const char *connection)
{
	static const char *const plain[] = { "dsn=", "server=", "host=", "port=", "database=" };
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, odbc);
	if (!strchr(connection, '=')) {
		strbuf_add(&b, connection);
		return b.s;
	}
	for (const char *at = connection; *at;) {
		size_t n = strcspn(at, ";");
		for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
			if (strncasecmp(at, plain[i], strlen(plain[i])) == 0) {
				strbuf_add(&b, b.n > strlen(odbc) ? ";" : "");
				strbuf_addn(&b, at, n);
			}
		at += n + (at[n] == ';');
	}
	return b.s;
}

char *sql_quoted(struct arena *arena, const char *name)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "\"");
	for (; *name; name++)
		strbuf_addn(&b, *name == '"' ? "\"\"" : name, *name == '"' ? 2 : 1);
	strbuf_add(&b, "\"");
	return b.s;
}

/* What an engine says or a database calls its tables may hold anything: "?" stands for what is no text. */
char *sql_shown(struct arena *arena, const char *said)
{
	struct strbuf b = strbuf_new(arena);
	size_t left = strlen(said);
	while (left) {
		size_t good = utf8_bad(said, left);
		const char *end = said + good, *clean = arena_strndup(arena, said, good);
		for (uint32_t rune; (rune = utf8_next(&clean)) != 0;)
			strbuf_add_rune(&b, rune == '\n' || rune == '\t' || rune == '\r' ? ' '
			                    : utf8_is_fit(rune)                          ? rune
			                                                                 : '?');
		left -= good;
		said = end;
		if (left) {
			strbuf_add(&b, "?");
			said++, left--;
		}
	}
	return b.s;
}

const char *sql_tables_told(struct arena *arena, const struct sql_table *tables, size_t count)
{
	enum { TABLES = 5, COLUMNS = 12 };
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < count && i < TABLES; i++) {
		strbuf_addf(&b, "%s%s (", i ? ", " : "", tables[i].name);
		for (size_t k = 0; k < tables[i].n_columns && k < COLUMNS; k++)
			strbuf_addf(&b, "%s%s", k ? ", " : "", tables[i].columns[k]);
		strbuf_add(&b, tables[i].n_columns > COLUMNS ? ", …)" : ")");
	}
	if (count > TABLES)
		strbuf_addf(&b, " and %zu more", count - TABLES);
	return sql_shown(arena, b.s);
}

const char *sql_source_shown(struct arena *arena, const char *from)
{
	return str_starts(from, odbc) ? connection_shown(arena, from + strlen(odbc)) : from;
}

/* ---- files ---- */

struct sql_file sql_open(struct sql_run *run, const char *path, struct diags *diags)
{
	struct sql_file file = { .path = path, .fd = -1 };
	if (run->query->below) {
		file.path = inputs_below(run->inputs, run->role, run->query->below, path, run->query->place,
		                         "put the database there", diags);
		if (!file.path)
			return file;
	}
	file.fd = inputs_open(run->inputs, run->arena, run->role, file.path, diags);
	return file;
}

bool sql_is_merged(struct sql_run *run, const struct sql_file *file, const char *ending, const char *hint)
{
	const char *path = arena_printf(run->arena, "%s%s", file->path, ending);
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
		return true;
	sql_fail(run, hint, "changes to it wait in %s and would be missed", path);
	return false;
}

/* A file that another program writes meanwhile cannot be read as one. */
static void check_still(struct sql_run *run, const struct sql_file *file, const struct stat *before)
{
	struct stat after;
	if (fstat(file->fd, &after) != 0 || after.st_size != before->st_size ||
	    after.st_mtim.tv_sec != before->st_mtim.tv_sec || after.st_mtim.tv_nsec != before->st_mtim.tv_nsec)
		sql_fail(run, "run it again when nothing writes to the file", "it changed while it was read");
}

static void ask_file(struct sql_run *run)
{
	char head[SQL_HEAD];
	struct stat before;
	struct sql_file file = sql_open(run, run->query->from, run->diags);
	run->failed = file.fd < 0;
	if (run->failed)
		return;
	ssize_t n = pread(file.fd, head, sizeof head, 0);
	enum engine engine = engine_of(file.path, head, n > 0 ? (size_t)n : 0);
	file.is_duckdb = n > 0 && is_duckdb(head, (size_t)n);
	if (n < 0 || fstat(file.fd, &before) != 0) {
		sql_fail(run, NULL, "cannot be read");
	} else if (engine == ENGINE_NONE) {
		sql_fail(run,
		         "name a SQLite, DuckDB, Parquet, CSV or JSON file, duckdb, or odbc:NAME for a data source",
		         n ? "this is no database that benchbrief knows" : "the file is empty");
	} else {
		(engine == ENGINE_SQLITE ? sql_sqlite_ask : sql_duckdb_ask)(run, &file);
		check_still(run, &file, &before);
	}
}

/* ---- a query ---- */

static bool is_allowed(struct sql_run *run)
{
	const struct input_queries *allowed = inputs_queries(run->inputs);
	bool server = str_starts(run->query->from, odbc);
	if (!allowed->files)
		sql_fail(run, "save the answer of the query as a CSV file, and name that",
		         "no database is opened for an untrusted briefing or untrusted data");
	else if (server && run->query->place.file && !allowed->servers)
		sql_fail(run, "give --allow-sql if you trust this file, or --sql and --from yourself",
		         "a file may not connect to a database server");
	return !run->failed;
}

static bool is_query_fit(struct sql_run *run)
{
	const char *text = run->query->text;
	if (text && !text[strspn(text, " \t\r\n;")])
		sql_fail(run, "write a select", "the query is empty");
	else if (text && strlen(text) > QUERY_BYTES_MAX)
		sql_fail(run, NULL, "the query is longer than %d KB", QUERY_BYTES_MAX / 1024);
	else if (!text && (str_eq(run->query->from, duckdb) || str_starts(run->query->from, odbc)))
		sql_fail(run, "add --sql 'select …'", "this source needs a query");
	return !run->failed;
}

static void ask(struct sql_run *run)
{
	const char *from = run->query->from;
	if (!is_allowed(run) || !is_query_fit(run))
		return;
	run->deadline = deadline_in(run->limits->milliseconds);
	if (str_starts(from, odbc))
		sql_odbc_ask(run, from + strlen(odbc));
	else if (str_eq(from, duckdb))
		sql_duckdb_ask(run, NULL);
	else
		ask_file(run);
	if (!run->failed && !run->n_rows)
		sql_fail(run, "look at the conditions of the query", "the query gives no rows");
}

/* "results.sqlite: select model, …", and in places "results.sqlite (query)", with a number from the second on. */
static const struct input *list(struct sql_run *run, struct arena *arena, const char **name)
{
	const char *text = run->query->text ? str_one_line(run->arena, run->query->text) : "all of it";
	const char *prefix = arena_printf(run->arena, "%s: ", run->shown);
	const char *path = arena_printf(run->arena, "%s%s", prefix, text);
	size_t number = 1;
	for (size_t i = 0; i < inputs_count(run->inputs); i++) {
		const struct input *other = inputs_at(run->inputs, i);
		number += other->kind == INPUT_QUERY && other->role == run->role && !str_eq(other->path, path) &&
		          str_starts(other->path, prefix);
	}
	*name = number > 1 ? arena_printf(arena, "%s (query %zu)", run->shown, number)
	                   : arena_printf(arena, "%s (query)", run->shown);
	struct bytes bytes = { .data = arena_strndup(arena, run->csv.s, run->csv.n), .size = run->csv.n };
	return inputs_put(run->inputs, run->role, path, bytes);
}

static struct sql_run run_of(struct arena *arena, struct inputs *inputs, enum input_role role,
                             const struct sql_query *query, const struct sql_limits *limits, struct diags *diags)
{
	struct sql_run run = { .arena = arena_new_below(arena),
		               .inputs = inputs,
		               .role = role,
		               .query = query,
		               .limits = limits,
		               .diags = diags };
	run.csv = strbuf_new(run.arena);
	run.shown = sql_source_shown(run.arena, query->from);
	return run;
}

const struct input *sql_read(struct arena *arena, struct inputs *inputs, enum input_role role,
                             const struct sql_query *query, const struct sql_limits *limits, const char **name,
                             struct diags *diags)
{
	struct sql_run run = run_of(arena, inputs, role, query, limits, diags);
	ask(&run);
	const struct input *input = run.failed ? NULL : list(&run, arena, name);
	arena_free(run.arena);
	return input;
}

const struct sql_table *sql_tables(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const struct sql_query *query, size_t *count, struct diags *diags)
{
	struct sql_run run = run_of(arena, inputs, role, query, &sql_limits, diags);
	const struct sql_table *tables = NULL;
	*count = 0;
	if (is_allowed(&run)) {
		run.deadline = deadline_in(run.limits->milliseconds);
		struct sql_file file = sql_open(&run, query->from, diags);
		tables = file.fd < 0 ? NULL : sql_sqlite_tables(&run, &file, arena, count);
	}
	arena_free(run.arena);
	return tables;
}
