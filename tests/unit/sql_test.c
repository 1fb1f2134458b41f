/* Queries: what an engine gives becomes a table, and nothing else can be had of it. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/inputs.h"
#include "base/str.h"
#include "read/duckdb_calls.h"
#include "read/sql.h"
#include "read/sqlite_calls.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct desk {
	struct arena *arena;
	struct diags *diags;
	struct inputs *inputs;
	struct input_queries allowed;
	struct sql_limits limits;
	char *folder;
	const char *database, *name;
};

static void put(const struct desk *d, const char *path, const char *bytes, size_t size)
{
	assert_true(file_write(path, bytes, size, d->diags));
}

static char *in_folder(const struct desk *d, const char *name)
{
	return arena_printf(d->arena, "%s/%s", d->folder, name);
}

static void make_database(const struct desk *d, const char *path, const char *text)
{
	struct sqlite_calls calls;
	sqlite3 *db;
	assert_true(sqlite_calls_load(&calls));
	assert_int_equal(calls.open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), SQLITE_OK);
	if (calls.exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", calls.errmsg(db));
	calls.close_v2(db);
	(void)d;
}

static const char schema[] =
	"create table runs (model text, benchmark text, value real, n integer, note text, raw blob);"
	"insert into runs values ('Muse Spark', 'gpqa', 0.1, 9007199254740993, 'a, \"b\"', x'00ff'),"
	" ('Gémini', 'gpqa', 77.0, -1, null, null), ('Grok', 'gpqa', 1e300, 0, '', null);"
	"create view best as select model, max(value) as value from runs;";

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	*d = (struct desk){ .arena = arena,
		            .diags = diags_new(arena),
		            .inputs = inputs_new(arena),
		            .allowed = { .files = true,
		                         .duckdb = getenv("BENCHBRIEF_DUCKDB"),
		                         .user = getenv("BENCHBRIEF_ODBC_USER"),
		                         .password = getenv("BENCHBRIEF_ODBC_PASSWORD") },
		            .limits = sql_limits };
	inputs_allow(d->inputs, &d->allowed);
	d->folder = arena_strdup(arena, "/tmp/benchbrief-sql-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	d->database = in_folder(d, "results.sqlite");
	make_database(d, d->database, schema);
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *d = *state;
	size_t count;
	const char **names = file_list(d->arena, d->folder, &count, d->diags);
	for (size_t i = 0; names && i < count; i++)
		unlink(names[i]);
	rmdir(d->folder);
	arena_free(d->arena);
	return 0;
}

static const char *ask(struct desk *d, const char *from, const char *text)
{
	const struct sql_query query = { .text = text, .from = from };
	d->diags = diags_new(d->arena);
	const struct input *input = sql_read(d->arena, d->inputs, INPUT_DATA, &query, &d->limits, &d->name, d->diags);
	assert_true(input ? diags_ok(d->diags) : diags_count(d->diags, DIAG_ERROR) == 1);
	return input ? arena_strndup(d->arena, input->bytes.data, input->bytes.size) : NULL;
}

static void must_give(struct desk *d, const char *from, const char *text, const char *csv)
{
	const char *got = ask(d, from, text);
	if (!got)
		fail_msg("%s: %s", text ? text : from, diags_at(d->diags, 0)->message);
	assert_string_equal(got, csv);
}

static void must_fail(struct desk *d, const char *from, const char *text, const char *message)
{
	if (ask(d, from, text))
		fail_msg("passed: %s", text ? text : from);
	if (!strstr(diags_at(d->diags, 0)->message, message))
		fail_msg("%s: %s", text ? text : from, diags_at(d->diags, 0)->message);
}

/* ---- SQLite: what it gives ---- */

static void each_type_is_written_exactly(void **state)
{
	struct desk *d = *state;
	must_give(d, d->database, "select model, value, n, note from runs order by n desc -- so",
	          "model,value,n,note\nMuse Spark,0.1,9007199254740993,\"a, \"\"b\"\"\"\nGrok,1e+300,0,\n"
	          "Gémini,77,-1,\n");
	must_give(d, d->database, "select 0.1 + 0.2 as a, 1e23 as b, -0.0 as c, 9223372036854775807 as d;",
	          "a,b,c,d\n0.30000000000000004,1e+23,-0,9223372036854775807\n");
	must_give(d, d->database, "select null as a", "a\n\"\"\n");
	must_give(d, d->database, "select ' x' as \"a, b\", char(10) || 'y' as c", "\"a, b\",c\n\" x\",\"\ny\"\n");
	must_give(d, d->database, "select * from best", "model,value\nGrok,1e+300\n");
	must_give(d, d->database, "select value from json_each('[1,2]')", "value\n1\n2\n");
	must_fail(d, d->database, "select raw from runs", "the column \"raw\" holds a blob");
	must_fail(d, d->database, "select 9e999 as a, a from runs", "no such column: a");
	must_fail(d, d->database, "select model, model from runs", "two columns are called \"model\"");
	must_fail(d, d->database, "select cast(x'ff' as text) as a", "row 1, column \"a\": the text is not UTF-8");
	must_fail(d, d->database, "select 'a' || char(0) || 'b' as a", "has a zero byte in it");
	must_fail(d, d->database, "select * from runs where 0", "the query gives no rows");
}

static void the_input_shows_the_query(void **state)
{
	struct desk *d = *state;
	assert_non_null(ask(d, d->database, "select 1\nas a"));
	assert_string_equal(d->name, arena_printf(d->arena, "%s (query)", d->database));
	assert_non_null(ask(d, d->database, "select 2 as a"));
	assert_string_equal(d->name, arena_printf(d->arena, "%s (query 2)", d->database));
	assert_int_equal(inputs_count(d->inputs), 3);
	assert_int_equal(inputs_at(d->inputs, 0)->kind, INPUT_DATABASE);
	assert_string_equal(inputs_at(d->inputs, 0)->path, d->database);
	assert_int_equal(inputs_at(d->inputs, 1)->kind, INPUT_QUERY);
	assert_string_equal(inputs_at(d->inputs, 1)->path, arena_printf(d->arena, "%s: select 1 as a", d->database));
	assert_true(inputs_hit(d->inputs, d->database));
}

static void a_wrong_name_tells_the_tables(void **state)
{
	struct desk *d = *state;
	must_fail(d, d->database, "select modle from runs", "no such column: modle");
	assert_string_equal(diags_at(d->diags, 0)->hint,
	                    "it has best (model, value), runs (model, benchmark, value, n, note, raw)");
	must_fail(d, d->database, "select * from run", "no such table: run");
	must_fail(d, d->database, "selct 1", "syntax error");
	must_fail(d, d->database, NULL, "a SQLite file needs a query");
	must_fail(d, d->database, " ; ", "the query is empty");
	must_fail(d, d->database, "-- nothing", "the query is no select");
}

static void tables_are_listed(void **state)
{
	struct desk *d = *state;
	size_t count;
	const struct sql_query query = { .from = d->database };
	const struct sql_table *tables = sql_tables(d->arena, d->inputs, INPUT_DATA, &query, &count, d->diags);
	assert_int_equal(count, 2);
	assert_string_equal(tables[0].name, "best");
	assert_int_equal(tables[1].n_columns, 6);
	assert_string_equal(tables[1].columns[5], "raw");
}

/* ---- SQLite: what it refuses ---- */

static void nothing_but_reading_passes(void **state)
{
	struct desk *d = *state;
	const char *other = in_folder(d, "other.sqlite"), *written = in_folder(d, "written.sqlite");
	struct stat before, after;
	make_database(d, other, "create table secret (x); insert into secret values ('secret')");
	assert_int_equal(stat(d->database, &before), 0);
	const char *const attacks[] = {
		arena_printf(d->arena, "attach '%s' as other", other),
		"detach main",
		"select load_extension('/tmp/evil.so')",
		"select fts3_tokenizer('simple')",
		"pragma writable_schema = on",
		"pragma journal_mode = wal",
		"pragma temp_store_directory = '/tmp'",
		"pragma database_list",
		"select * from pragma_database_list",
		"select * from pragma_journal_mode('wal')",
		arena_printf(d->arena, "vacuum into '%s'", written),
		"vacuum",
		"insert into runs (model) values ('x')",
		"delete from runs",
		"update runs set value = 0 returning model",
		"drop table runs",
		"create table x (y)",
		"create temp table x as select 1",
		"create virtual table x using fts5(y)",
		"update sqlite_schema set sql = 'x'",
		"begin immediate",
		"savepoint x",
		"reindex",
		"analyze",
		"explain select 1",
	};
	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
		if (ask(d, d->database, attacks[i]))
			fail_msg("passed: %s", attacks[i]);
		assert_non_null(diags_at(d->diags, 0)->message);
	}
	must_fail(d, d->database, attacks[0], "the query may only read");
	must_fail(d, d->database, attacks[2], "the query may only read");
	must_fail(d, d->database, attacks[4], "the query may only read");
	must_fail(d, d->database, attacks[10], "the query is no select");
	must_fail(d, d->database, "select readfile('/etc/passwd')", "no such function: readfile");
	must_fail(d, d->database, "select * from dbstat", "no such table: dbstat");
	must_fail(d, d->database, "select 1; delete from runs", "more than one statement");
	must_fail(d, d->database, "select 1; select 2", "more than one statement");
	must_fail(d, d->database, "select * from runs where note < date('now')", "asks for the time of day");
	assert_int_equal(stat(d->database, &after), 0);
	assert_true(before.st_mtime == after.st_mtime && before.st_size == after.st_size);
	assert_false(file_exists(written));
}

static const char without_end[] = "with recursive x(i) as (select 1 union all select i + 1 from x) select ";

static void each_limit_is_an_error_that_names_it(void **state)
{
	struct desk *d = *state;
	d->limits.milliseconds = 200;
	must_fail(d, d->database, arena_printf(d->arena, "%scount(*) as n from x", without_end),
	          "took longer than 0.2 seconds");
	d->limits = sql_limits;
	must_fail(d, d->database, arena_printf(d->arena, "%si from x limit 10000000", without_end),
	          "more than 1000000 rows");
	must_fail(d, d->database, "select zeroblob(1000000000) as a", "larger than 64 MB");
	must_fail(d, d->database, "select length(hex(zeroblob(40000000))) as a", "larger than 64 MB");
	must_fail(d, d->database, "select hex(zeroblob(1000000)) as a", "a text of 2000000 bytes; at most 1024 KB");
	d->limits.answer = 100000;
	must_fail(d, d->database, arena_printf(d->arena, "%shex(zeroblob(1000)) as a from x", without_end),
	          "the answer is larger than");
	d->limits = sql_limits;
	d->limits.columns = 2;
	must_fail(d, d->database, "select * from runs", "the answer has 6 columns; at most 2");
	d->limits = sql_limits;
	d->limits.memory = 8 << 20;
	must_fail(d, d->database, arena_printf(d->arena, "%shex(randomblob(500)) as a from x order by 1", without_end),
	          "needs more than 8 MB of memory");
	d->limits = sql_limits;
	must_give(d, d->database, "select 1 as a", "a\n1\n"); /* and all is well again */
}

static void a_damaged_file_is_an_error(void **state)
{
	struct desk *d = *state;
	struct bytes bytes;
	const char *path = in_folder(d, "damaged.sqlite");
	assert_true(file_read(d->arena, d->database, 1 << 20, &bytes, d->diags));
	char *copy = arena_strndup(d->arena, bytes.data, bytes.size);
	memset(copy + 4096, 0xee, 100);
	put(d, path, copy, bytes.size);
	must_fail(d, path, "select model from runs", "the database is damaged");
	put(d, path, bytes.data, 5000);
	must_fail(d, path, "select model from runs", "the database is damaged");
	put(d, path, bytes.data, 16);
	assert_null(ask(d, path, "select model from runs"));
	put(d, path, "model,value\n", 12);
	must_fail(d, path, "select 1", "this is no database that benchbrief knows");
	put(d, path, "", 0);
	must_fail(d, path, "select 1", "the file is empty");
	must_fail(d, d->folder, "select 1", "is a folder");
	must_fail(d, in_folder(d, "none.sqlite"), "select 1", "");
}

/* A log that is not merged holds what the file alone does not tell. */
static void what_is_not_merged_is_not_missed(void **state)
{
	struct desk *d = *state;
	struct sqlite_calls calls;
	sqlite3 *db;
	const char *path = in_folder(d, "log.sqlite");
	assert_true(sqlite_calls_load(&calls));
	assert_int_equal(calls.open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), SQLITE_OK);
	assert_int_equal(calls.exec(db, "pragma journal_mode = wal; create table x (y); insert into x values (1)", NULL,
	                            NULL, NULL),
	                 SQLITE_OK);
	must_fail(d, path, "select * from x", "wait in");
	calls.close_v2(db);
	must_give(d, path, "select * from x", "y\n1\n");
}

static void a_file_reaches_only_its_folder(void **state)
{
	struct desk *d = *state;
	const char *outside = in_folder(d, "outside.sqlite"), *inner = in_folder(d, "inner");
	make_database(d, outside, schema);
	assert_true(file_make_folder(inner, d->diags));
	assert_int_equal(symlink("../outside.sqlite", arena_printf(d->arena, "%s/link.sqlite", inner)), 0);
	const char *const ways[] = { "../outside.sqlite", outside, "link.sqlite" };
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		const struct sql_query query = { "select * from runs", ways[i], inner, { "briefing.md", 3, 1 } };
		d->diags = diags_new(d->arena);
		assert_null(sql_read(d->arena, d->inputs, INPUT_DATA, &query, &d->limits, &d->name, d->diags));
		assert_non_null(strstr(diags_at(d->diags, 0)->message, "is not below the briefing's folder"));
	}
	const struct sql_query good = {
		"select model from runs", "results.sqlite", d->folder, { "briefing.md", 3, 1 }
	};
	d->diags = diags_new(d->arena);
	assert_non_null(sql_read(d->arena, d->inputs, INPUT_DATA, &good, &d->limits, &d->name, d->diags));
	unlink(arena_printf(d->arena, "%s/link.sqlite", inner));
	rmdir(inner);
}

static void what_is_not_allowed_is_not_opened(void **state)
{
	struct desk *d = *state;
	const struct sql_query server = { "select 1", "odbc:warehouse", d->folder, { "briefing.md", 3, 1 } };
	assert_null(sql_read(d->arena, d->inputs, INPUT_DATA, &server, &d->limits, &d->name, d->diags));
	assert_string_equal(diags_at(d->diags, 0)->message,
	                    "odbc:warehouse: a file may not connect to a database server");
	d->allowed.files = false;
	must_fail(d, d->database, "select 1", "no database is opened for an untrusted briefing");
	must_fail(d, "duckdb", "select 1", "no database is opened for an untrusted briefing");
	must_fail(d, "odbc:warehouse", "select 1", "no database is opened for an untrusted briefing");
	assert_int_equal(inputs_count(d->inputs), 0);
}

static void a_password_is_not_shown(void **state)
{
	struct desk *d = *state;
	assert_string_equal(sql_source_shown(d->arena, "odbc:warehouse"), "odbc:warehouse");
	assert_string_equal(
		sql_source_shown(d->arena, "odbc:Driver=/lib/x.so;Server=db;UID=me;PWD=secret;Database=runs"),
		"odbc:Server=db;Database=runs");
}

/* ---- DuckDB ---- */

static void make_parquet(struct desk *d, const char *text)
{
	struct duckdb_calls c;
	const char *why = "";
	void *database = NULL, *connection = NULL, *config = NULL;
	char *error = NULL;
	struct duckdb_result result;
	if (!duckdb_calls_load(&c, d->allowed.duckdb, &why)) {
		print_message("no DuckDB: set BENCHBRIEF_DUCKDB to a libduckdb.so\n");
		skip();
	}
	assert_int_equal(c.create_config(&config), DUCKDB_SUCCESS);
	assert_int_equal(c.open_ext(NULL, &database, config, &error), DUCKDB_SUCCESS);
	assert_int_equal(c.connect(database, &connection), DUCKDB_SUCCESS);
	if (c.query(connection, text, &result) != DUCKDB_SUCCESS)
		fail_msg("%s", c.result_error(&result));
	c.destroy_result(&result);
	c.disconnect(&connection);
	c.close(&database);
	c.destroy_config(&config);
}

static const char *parquet(struct desk *d, const char *name, const char *select)
{
	const char *path = in_folder(d, name);
	make_parquet(d, arena_printf(d->arena, "copy (%s) to '%s'", select, path));
	return path;
}

static void duckdb_writes_each_type_exactly(void **state)
{
	struct desk *d = *state;
	const char *path = parquet(
		d, "runs.parquet",
		"select * from (values ('Gémini, 2', 0.1::double, 9223372036854775807::bigint, 1.50::decimal(9,2),"
		" date '2025-06-01', timestamp '2025-06-01 12:30:00', true, 0.1::float, 'a text of many bytes'),"
		" (null, 1e300, -1, null, null, null, false, 3e10::float, '')) t(model, x, n, usd, day, moment, ok, f, "
		"s)");
	must_give(d, path, NULL,
	          "model,x,n,usd,day,moment,ok,f,s\n"
	          "\"Gémini, 2\",0.1,9223372036854775807,1.50,2025-06-01,2025-06-01T12:30:00,true,0.1,a text of many "
	          "bytes\n"
	          ",1e+300,-1,,,,false,30000001024.0,\n");
	must_give(d, path, "select sum(n) as n from runs -- all of them", "n\n9223372036854775806\n");
	must_give(d, path, "from 'runs.parquet' select count(*) as n;", "n\n2\n");
	must_give(d, "duckdb", arena_printf(d->arena, "select max(n) as n from '%s'", path),
	          "n\n9223372036854775807\n");
	assert_int_equal(inputs_at(d->inputs, 0)->kind, INPUT_DATABASE);
	must_fail(d, path, "select [1, 2] as a", "the column \"a\" holds a list");
	must_fail(d, path, "select {'x': 1} as a", "the column \"a\" holds a map");
	must_fail(d, path, "select 'x'::blob as a", "the column \"a\" holds a blob");
	must_fail(d, path, "select modle from runs", "modle");
	must_fail(d, path, "select 1 as a, 2 as a", "two columns are called \"a\"");
	must_fail(d, path, "select $1 as a", "parameter");
}

static void duckdb_reads_csv_and_json(void **state)
{
	struct desk *d = *state;
	const char *csv = in_folder(d, "runs.csv"), *json = in_folder(d, "more.jsonl");
	parquet(d, "none.parquet", "select 1 as a"); /* or skips */
	put(d, csv, "model,value\na,1\na,3\n", 20);
	put(d, json, "{\"model\": \"b\", \"value\": 5}\n", 27);
	must_give(d, csv, "select model, avg(value) as value from runs group by 1", "model,value\na,2.0\n");
	must_give(d, json, "select model, value from more", "model,value\nb,5\n");
}

static void duckdb_sees_only_named_files(void **state)
{
	struct desk *d = *state;
	const char *path = parquet(d, "runs.parquet", "select 1 as a");
	const char *other = parquet(d, "other.parquet", "select 'secret' as a");
	put(d, in_folder(d, "secret.txt"), "secret", 6);
	const char *written = in_folder(d, "written.csv");
	const char *const attacks[] = {
		arena_printf(d->arena, "select * from '%s'", other),
		arena_printf(d->arena, "select * from read_parquet('%s')", other),
		arena_printf(d->arena, "select * from read_text('%s')", in_folder(d, "secret.txt")),
		"select * from read_text('/etc/passwd')",
		"select * from read_csv('/etc/passwd')",
		"select * from glob('/etc/*')",
		"select * from read_blob('/proc/self/environ')",
		"select getenv('HOME') as a",
		arena_printf(d->arena, "copy (select 1) to '%s'", written),
		arena_printf(d->arena, "export database '%s'", d->folder),
		arena_printf(d->arena, "attach '%s' as x", in_folder(d, "x.duckdb")),
		"install httpfs",
		"load httpfs",
		"select * from 'https://127.0.0.1:9/x.parquet'",
		"select * from 's3://x/y.parquet'",
		"set enable_external_access = true",
		"set lock_configuration = false",
		"set allowed_paths = ['/etc/passwd']",
		"pragma memory_limit = '100GB'",
		"create table x (y int)",
		"drop view runs",
		"call pragma_version()",
		"select 1; select 2",
		"prepare x as select 1",
		"checkpoint",
	};
	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
		if (ask(d, path, attacks[i]))
			fail_msg("passed: %s", attacks[i]);
	must_fail(d, path, attacks[1], "may only read the files that it names");
	must_fail(d, "duckdb", "select * from read_text('/etc/passwd')", "may only read the files that it names");
	assert_false(file_exists(written));
}

static void duckdb_has_limits(void **state)
{
	struct desk *d = *state;
	const char *path = parquet(d, "runs.parquet", "select 1 as a");
	d->limits.milliseconds = 500;
	must_fail(d, path,
	          "select count(*) as n from range(100000000) a, range(100000000) b where a.range + b.range = 7",
	          "took longer than 0.5 seconds");
	d->limits = sql_limits;
	must_fail(d, path, "select range as a from range(10000000)", "more than 1000000 rows");
	must_fail(d, path, "select repeat('x', 2000000) as a", "a text of 2000000 bytes");
	d->limits.memory = 64 << 20;
	must_fail(d, path,
	          "select * from (select range as a, repeat('x', 100) || range as b from range(5000000)) order by b",
	          "needs more than 64 MB of memory");
}

static void duckdb_reads_a_million_rows(void **state)
{
	struct desk *d = *state;
	const char *path = parquet(d, "million.parquet",
	                           "select 'model ' || (range % 20) as model, 'task ' || (range % 7) as benchmark,"
	                           " (range * 7919 % 1000) / 10.0 as value from range(1000000)");
	const char *csv =
		ask(d, path, "select model, benchmark, avg(value) as value, count(*) as n from million group by 1, 2");
	size_t rows = 0, n = 0;
	assert_non_null(csv);
	for (const char *at = strchr(csv, '\n') + 1; *at; at = strchr(at, '\n') + 1, rows++)
		n += strtoul(strrchr(arena_strndup(d->arena, at, strcspn(at, "\n")), ',') + 1, NULL, 10);
	assert_int_equal(rows, 140);
	assert_int_equal(n, 1000000);
	assert_string_equal(csv, ask(d, path,
	                             "select model, benchmark, avg(value) as value, count(*) as n from million "
	                             "group by 1, 2")); /* the same bytes each time */
}

/* ---- a server, where tests/sql_server.sh has started one ---- */

static const char *server(void)
{
	const char *source = getenv("BENCHBRIEF_TEST_ODBC");
	if (!source)
		skip();
	return source;
}

static void a_server_writes_each_type_exactly(void **state)
{
	struct desk *d = *state;
	const char *from = server();
	must_give(d, from, "select model, score, small, cost, n, ok, day, at from runs order by score; -- all",
	          "model,score,small,cost,n,ok,day,at\n"
	          "G\u00e9mini \U0001f0a1,0.1,0.1,1.500,9007199254740993,true,2025-06-01,2025-06-01T12:30:00\n"
	          "Muse Spark,89.5,2.5,,-1,false,,\n");
	must_give(d, from, "select 'a;b' as \"x;y\", 0.1::float8 + 0.2 as s, 'NaN'::float8 as n, null::float8 as m",
	          "x;y,s,n,m\na;b,0.30000000000000004,NaN,\n");
	const char *pieces = ask(d, from, "select repeat('\u00e9', 30000) as x");
	assert_non_null(pieces);
	for (size_t i = 0; i < 30000; i++)
		assert_memory_equal(pieces + 2 + 2 * i, "\u00e9", 2);
	assert_string_equal(pieces + 60002, "\n");
	must_fail(d, from, "select raw from runs", "the column \"raw\" holds a blob");
	must_fail(d, from, "select tags from runs", "the column \"tags\" holds a list or a map");
	must_fail(d, from, "select more from runs", "the column \"more\" holds a list or a map");
	must_fail(d, from, "select modle from runs", "column \"modle\" does not exist");
}

static void a_server_is_not_changed(void **state)
{
	struct desk *d = *state;
	const char *from = server();
	must_fail(d, from, "insert into runs (model) values ('x')", "the query is no select");
	must_fail(d, from, "with x as (update runs set n = 0 returning model) select * from x",
	          "read-only transaction");
	must_fail(d, from, "with x as (insert into runs (model) values ('x') returning model) select * from x",
	          "the query says \"into\"");
	must_give(d, from, "select 'into; it' as x", "x\ninto; it\n");
	must_fail(d, from, "select nextval('steps')", "read-only transaction");
	must_fail(d, from, "select 1; commit; delete from runs", "more than one statement");
	must_fail(d, from, "/* x */ delete from runs returning model", "the query is no select");
	must_give(d, from, "select count(*) as n from runs", "n\n2\n");
}

static void a_server_has_limits(void **state)
{
	struct desk *d = *state;
	const char *from = server();
	d->limits.milliseconds = 1000;
	must_fail(d, from, "select pg_sleep(30)::text as x", "took longer than 1 seconds");
	d->limits = sql_limits;
	d->limits.rows = 1000;
	must_fail(d, from, "select * from many", "more than 1000 rows");
	d->limits = sql_limits;
	must_fail(d, from, "select repeat('x', 5000000) as x", "at most 1024 KB");
}

static void a_server_is_reached_with_what_is_known(void **state)
{
	struct desk *d = *state;
	const char *from = server(), *password = d->allowed.password;
	must_fail(d, "odbc:none", "select 1 as x", "no connection");
	must_fail(d, "odbc:", "select 1 as x", "the source has no name");
	must_fail(d, "odbc:DSN=results; Pwd = secret", "select 1 as x", "would be seen by everyone");
	d->allowed.password = "false";
	must_fail(d, from, "select 1 as x", "no connection");
	d->allowed.password = password;
	for (size_t i = 0; i < inputs_count(d->inputs); i++)
		assert_null(strstr(inputs_at(d->inputs, i)->path, password));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_type_is_written_exactly),
		TEST(the_input_shows_the_query),
		TEST(a_wrong_name_tells_the_tables),
		TEST(tables_are_listed),
		TEST(nothing_but_reading_passes),
		TEST(each_limit_is_an_error_that_names_it),
		TEST(a_damaged_file_is_an_error),
		TEST(what_is_not_merged_is_not_missed),
		TEST(a_file_reaches_only_its_folder),
		TEST(what_is_not_allowed_is_not_opened),
		TEST(a_password_is_not_shown),
		TEST(duckdb_writes_each_type_exactly),
		TEST(duckdb_reads_csv_and_json),
		TEST(duckdb_sees_only_named_files),
		TEST(duckdb_has_limits),
		TEST(duckdb_reads_a_million_rows),
		TEST(a_server_writes_each_type_exactly),
		TEST(a_server_is_not_changed),
		TEST(a_server_has_limits),
		TEST(a_server_is_reached_with_what_is_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
