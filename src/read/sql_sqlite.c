#define _XOPEN_SOURCE 700 /* strcasecmp */

/* SQLite, in the process, with nothing in sight but one file. */
#include "read/sql_parts.h"

#include "base/arena.h"
#include "read/sqlite_calls.h"
#include "read/sqlite_file.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	TEXT_MOST = 64 << 20, /* bytes of anything that a query computes on the way */
	DEPTH_MOST = 200,     /* of expressions */
	PARTS_MOST = 100,     /* selects that one statement joins with union */
	STEPS_MOST = 250000,  /* instructions that a statement is compiled to */
	ARGUMENTS_MOST = 100,
	PATTERN_MOST = 1000,   /* bytes, of like and glob */
	PROGRESS_EVERY = 1000, /* instructions */
	TABLES_MOST = 1000
};

struct session {
	struct sql_run *run;
	struct sqlite_calls calls;
	sqlite3 *db;
	sqlite3_stmt *statement;
	bool denied, asked_clock;
};

/* ---- what a statement may do ---- */

static bool is_one_of(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (name && strcasecmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Reading and computing pass; all else is denied, what a later SQLite may invent included. */
static int authorize(void *closure, int action, const char *first, const char *second, const char *database,
                     const char *trigger)
{
	static const char *const pragmas[] = { "table_info", "table_xinfo", "table_list" };
	static const char *const functions[] = { "load_extension", "fts3_tokenizer", "readfile", "writefile", "edit" };
	struct session *s = closure;
	(void)database, (void)trigger;
	bool may = action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE ||
	           (action == SQLITE_FUNCTION && !is_one_of(second, functions, sizeof functions / sizeof *functions)) ||
	           (action == SQLITE_PRAGMA && is_one_of(first, pragmas, sizeof pragmas / sizeof *pragmas));
	s->denied |= !may;
	return may ? SQLITE_OK : SQLITE_DENY;
}

static int is_late(void *closure)
{
	const struct session *s = closure;
	return deadline_passed(&s->run->deadline);
}

static void set_limits(struct session *s)
{
	const struct {
		int what, most;
	} limits[] = { { SQLITE_LIMIT_LENGTH, TEXT_MOST },
		       { SQLITE_LIMIT_EXPR_DEPTH, DEPTH_MOST },
		       { SQLITE_LIMIT_COMPOUND_SELECT, PARTS_MOST },
		       { SQLITE_LIMIT_VDBE_OP, STEPS_MOST },
		       { SQLITE_LIMIT_FUNCTION_ARG, ARGUMENTS_MOST },
		       { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, PATTERN_MOST },
		       { SQLITE_LIMIT_ATTACHED, 0 },
		       { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
		       { SQLITE_LIMIT_WORKER_THREADS, 0 } };
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		s->calls.limit(s->db, limits[i].what, limits[i].most);
	s->calls.hard_heap_limit64((sqlite3_int64)s->run->limits->memory);
}

/* The file is not trusted either: its schema may hold what was made to harm whoever reads it. */
static bool harden(struct session *s)
{
	static const char *const kept[] = { "json_each", "json_tree", NULL };
	const char *modules[sizeof kept / sizeof *kept];
	const struct {
		int what, on;
	} settings[] = { { SQLITE_DBCONFIG_DEFENSIVE, 1 },
		         { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		         { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		         { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		         { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		         { SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 } };
	bool ok = true;
	memcpy(modules, kept, sizeof modules);
	for (size_t i = 0; i < sizeof settings / sizeof *settings && ok; i++)
		ok = s->calls.db_config(s->db, settings[i].what, settings[i].on, (int *)NULL) == SQLITE_OK;
	ok = ok && s->calls.drop_modules(s->db, modules) == SQLITE_OK;
	ok = ok && s->calls.exec(s->db,
	                         "pragma temp_store = memory; pragma mmap_size = 0; pragma query_only = on; "
	                         "pragma cell_size_check = on; "
	                         /* set up now: the authorizer would be asked for more than reading */
	                         "select 1 from json_each('[]'), json_tree('[]')",
	                         NULL, NULL, NULL) == SQLITE_OK;
	ok = ok && s->calls.set_authorizer(s->db, authorize, s) == SQLITE_OK;
	s->calls.progress_handler(s->db, PROGRESS_EVERY, is_late, s);
	return ok;
}

/* ---- a session ---- */

/* SQLite takes what lies past the end of a file for zeros, and rows would be gone unseen. */
static bool is_whole(struct session *s, const struct sql_file *file)
{
	enum { PAGE_SIZE = 16, LARGEST = 65536 };
	unsigned char head[PAGE_SIZE + 2];
	struct stat st;
	bool read = pread(file->fd, head, sizeof head, 0) == (ssize_t)sizeof head && fstat(file->fd, &st) == 0;
	unsigned page = read ? (unsigned)head[PAGE_SIZE] << 8 | head[PAGE_SIZE + 1] : 0;
	page = page == 1 ? LARGEST : page;
	if (read && page && st.st_size % page == 0)
		return true;
	sql_fail(s->run, "copy it again", "the database is damaged: it is cut off");
	return false;
}

static void finish(void *closure)
{
	struct session *s = closure;
	s->calls.finalize(s->statement);
	s->calls.close_v2(s->db);
}

static void fail(struct session *s, int error);

static bool open_session(struct session *s, struct sql_run *run, const struct sql_file *file)
{
	*s = (struct session){ .run = run };
	if (!sql_is_merged(
		    run, file, "-wal",
		    "close the program that has it open, or run: sqlite3 FILE 'pragma wal_checkpoint(truncate)'") ||
	    !sql_is_merged(run, file, "-journal", "open and close it once with sqlite3"))
		return false;
	if (!is_whole(s, file))
		return false;
	if (!sqlite_calls_load(&s->calls)) {
		sql_fail(run, "install the package libsqlite3-0",
		         "SQLite files are read with libsqlite3, which is not here");
		return false;
	}
	const char *name = sqlite_file_register(run->arena, &s->calls, file->fd, &s->asked_clock);
	int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX;
	int error = name ? s->calls.open_v2("database", &s->db, flags, name) : SQLITE_NOMEM;
	arena_defer(run->arena, finish, s);
	if (error != SQLITE_OK) {
		fail(s, error);
		return false;
	}
	set_limits(s);
	if (harden(s))
		return true;
	fail(s, SQLITE_ERROR);
	return false;
}

/* ---- tables ---- */

static const char *const *columns_of(struct session *s, struct arena *arena, const char *table, size_t *count)
{
	sqlite3_stmt *statement = NULL;
	const char *text = arena_printf(s->run->arena, "select * from %s", sql_quoted(s->run->arena, table));
	*count = 0;
	if (s->calls.prepare_v2(s->db, text, -1, &statement, NULL) == SQLITE_OK)
		*count = (size_t)s->calls.column_count(statement);
	s->calls.finalize(s->statement);
	s->statement = statement; /* so that it is given back in any case */
	const char **columns = arena_alloc(arena, *count + 1, sizeof *columns);
	for (size_t i = 0; i < *count; i++) {
		const char *name = s->calls.column_name(statement, (int)i);
		columns[i] = arena_strdup(arena, name && !name[utf8_bad(name, strlen(name))] ? name : "?");
	}
	return columns;
}

/* The names first, for a statement is open only once. NULL with SQLite's error, which the caller reports: this is also
 * asked while another error is told. */
static struct sql_table *list_tables(struct session *s, struct arena *arena, size_t *count, int *error)
{
	static const char text[] = "select name from sqlite_schema where type in ('table', 'view') "
				   "and name not like 'sqlite\\_%' escape '\\' order by name";
	struct sql_table *tables = NULL;
	size_t room = 0;
	int step = SQLITE_DONE;
	*count = 0;
	*error = s->calls.prepare_v2(s->db, text, -1, &s->statement, NULL);
	while (*error == SQLITE_OK && *count < TABLES_MOST && (step = s->calls.step(s->statement)) == SQLITE_ROW) {
		const char *name = (const char *)s->calls.column_text(s->statement, 0);
		if (!name || name[utf8_bad(name, strlen(name))])
			continue;
		tables = arena_grow(arena, tables, &room, *count, sizeof *tables);
		tables[(*count)++] = (struct sql_table){ .name = arena_strdup(arena, name) };
	}
	if (*error == SQLITE_OK && step != SQLITE_DONE && step != SQLITE_ROW)
		*error = step;
	if (*error != SQLITE_OK)
		return NULL;
	for (size_t i = 0; i < *count; i++)
		tables[i].columns = columns_of(s, arena, tables[i].name, &tables[i].n_columns);
	return tables ? tables : arena_alloc(arena, 1, sizeof *tables);
}

/* "it has runs (model, score), prices (model, usd)" */
static const char *tables_told(struct session *s)
{
	size_t count;
	int error;
	struct arena *arena = s->run->arena;
	const struct sql_table *tables = list_tables(s, arena, &count, &error);
	return tables && count ? arena_printf(arena, "it has %s", sql_tables_told(arena, tables, count)) : NULL;
}

/* ---- errors ---- */

static void fail(struct session *s, int error)
{
	enum { KIND = 0xff };
	struct sql_run *run = s->run;
	const char *message = s->db ? arena_strdup(run->arena, s->calls.errmsg(s->db)) : "out of memory";
	switch (error & KIND) {
	case SQLITE_INTERRUPT:
		sql_fail_time(run);
		return;
	case SQLITE_NOMEM:
		sql_fail_memory(run);
		return;
	case SQLITE_TOOBIG:
		sql_fail(run, "leave it out of the query",
		         "a text or a blob is larger than %d MB, the most that is read", TEXT_MOST >> 20);
		return;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		sql_fail(run, "check it: sqlite3 FILE 'pragma integrity_check'", "the database is damaged: %s",
		         message);
		return;
	case SQLITE_IOERR:
		sql_fail(run, NULL, "cannot be read: %s", message);
		return;
	default:
		break;
	}
	if (s->denied)
		sql_fail(run, "write a select over the tables of the file", "the query may only read: %s", message);
	else
		sql_fail(run, s->statement ? NULL : tables_told(s), "%s", message);
}

/* ---- a query ---- */

static bool prepare(struct session *s, const char *text)
{
	const char *rest = NULL;
	sqlite3_stmt *second = NULL;
	int error = s->calls.prepare_v2(s->db, text, -1, &s->statement, &rest);
	if (error != SQLITE_OK) {
		fail(s, error);
		return false;
	}
	if (!s->statement || s->calls.stmt_isexplain(s->statement) || !s->calls.stmt_readonly(s->statement))
		sql_fail(s->run, "write a select", "the query is no select");
	else if (s->calls.prepare_v2(s->db, rest, -1, &second, NULL) != SQLITE_OK || second)
		sql_fail(s->run, "write one select", "the query is more than one statement");
	s->calls.finalize(second);
	return !s->run->failed;
}

static bool take_header(struct session *s)
{
	struct arena *arena = s->run->arena;
	size_t count = (size_t)s->calls.column_count(s->statement);
	const char **names = arena_alloc(arena, count + 1, sizeof *names);
	for (size_t i = 0; i < count; i++) {
		const char *name = s->calls.column_name(s->statement, (int)i);
		names[i] = arena_strdup(arena, name ? name : "");
	}
	return sql_take_columns(s->run, names, count);
}

static bool take_cell(struct session *s, int column)
{
	const char *text;
	switch (s->calls.column_type(s->statement, column)) {
	case SQLITE_NULL:
		return sql_take_missing(s->run);
	case SQLITE_FLOAT:
		return sql_take_real(s->run, s->calls.column_double(s->statement, column));
	case SQLITE_BLOB:
		sql_fail_type(s->run, (size_t)column, "a blob", "leave it out, or convert it: cast(… as text)");
		return false;
	default: /* an integer reads as its digits */
		text = (const char *)s->calls.column_text(s->statement, column);
		if (text)
			return sql_take_text(s->run, text, (size_t)s->calls.column_bytes(s->statement, column));
		fail(s, SQLITE_NOMEM);
		return false;
	}
}

static bool take_row(struct session *s)
{
	for (size_t i = 0; i < s->run->n_columns; i++)
		if (!take_cell(s, (int)i))
			return false;
	return sql_take_row(s->run);
}

void sql_sqlite_ask(struct sql_run *run, const struct sql_file *file)
{
	struct session *s = arena_alloc(run->arena, 1, sizeof *s);
	int step = SQLITE_DONE;
	if (!run->query->text)
		sql_fail(run, "add --sql 'select …'", "a SQLite file needs a query");
	if (run->failed || !open_session(s, run, file) || !prepare(s, run->query->text) || !take_header(s))
		return;
	while ((step = s->calls.step(s->statement)) == SQLITE_ROW)
		if (!take_row(s))
			return;
	if (step != SQLITE_DONE)
		fail(s, step);
	else if (s->asked_clock)
		sql_fail(run, "write the date",
		         "the query asks for the time of day: its answer would be another tomorrow");
}

const struct sql_table *sql_sqlite_tables(struct sql_run *run, const struct sql_file *file, struct arena *arena,
                                          size_t *count)
{
	struct session *s = arena_alloc(run->arena, 1, sizeof *s);
	int error = SQLITE_OK;
	if (!open_session(s, run, file))
		return NULL;
	const struct sql_table *tables = list_tables(s, arena, count, &error);
	if (error != SQLITE_OK)
		fail(s, error);
	return tables;
}
