/* Any server or warehouse that has an ODBC driver. Text goes both ways as UTF-16: what drivers make of eight bits
 * depends on the locale. */
#define _XOPEN_SOURCE 700 /* strcasecmp */

#include "read/sql_parts.h"

#include "base/arena.h"
#include "read/odbc_calls.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { WIDE_ROOM = 4096, NAME_ROOM = 1024, LOGIN_SECONDS = 10, PER_SECOND = 1000 };

enum shape { SHAPE_TEXT, SHAPE_REAL, SHAPE_SINGLE, SHAPE_BOOLEAN, SHAPE_MOMENT, SHAPE_UNKNOWN };

struct session {
	struct sql_run *run;
	struct odbc_calls calls;
	SQLHENV environment;
	SQLHDBC connection;
	SQLHSTMT statement;
	bool connected;
	enum shape *shapes; /* by column */
	SQLWCHAR *wide;     /* a text as it comes */
	size_t n_wide, wide_room;
};

/* ---- UTF-16 ---- */

static SQLWCHAR *widened(struct arena *arena, const char *text)
{
	enum { FIRST_PAIR = 0x10000, HIGH = 0xd800, LOW = 0xdc00, BITS = 10, MASK = 0x3ff };
	SQLWCHAR *wide = arena_alloc(arena, strlen(text) + 1, sizeof *wide), *to = wide;
	while (*text) {
		uint32_t rune = utf8_next(&text);
		if (rune >= FIRST_PAIR) {
			*to++ = (SQLWCHAR)(HIGH + ((rune - FIRST_PAIR) >> BITS));
			*to++ = (SQLWCHAR)(LOW + ((rune - FIRST_PAIR) & MASK));
		} else {
			*to++ = (SQLWCHAR)rune;
		}
	}
	return wide;
}

/* Half of a pair comes out as bytes that are no UTF-8, which is found where every text is looked at. */
static struct strbuf narrowed(struct arena *arena, const SQLWCHAR *wide, size_t count)
{
	enum { FIRST_PAIR = 0x10000, HIGH = 0xd800, LOW = 0xdc00, END = 0xe000, BITS = 10 };
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < count; i++) {
		uint32_t rune = wide[i];
		bool pair = rune >= HIGH && rune < LOW && i + 1 < count && wide[i + 1] >= LOW && wide[i + 1] < END;
		if (pair)
			rune = FIRST_PAIR + ((rune - HIGH) << BITS) + (wide[++i] - LOW);
		if (rune)
			strbuf_add_rune(&b, rune);
		else
			strbuf_addn(&b, "", 1);
	}
	return b;
}

/* ---- errors ---- */

/* Without the names of those who passed it on, and without the password if a driver repeats it. */
static const char *told(struct session *s, const char *message)
{
	struct arena *arena = s->run->arena;
	const char *password = inputs_queries(s->run->inputs)->password, *found;
	while (*message == '[' && strchr(message, ']'))
		message = strchr(message, ']') + 1;
	message += strspn(message, " ");
	while (password && *password && (found = strstr(message, password)))
		message =
			arena_printf(arena, "%.*s\u2026%s", (int)(found - message), message, found + strlen(password));
	return message;
}

static void fail(struct session *s, const char *what)
{
	SQLWCHAR state[6] = { 0 }, text[NAME_ROOM];
	SQLINTEGER native;
	SQLSMALLINT size = 0, kind = s->statement ? SQL_HANDLE_STMT : s->connection ? SQL_HANDLE_DBC : SQL_HANDLE_ENV;
	SQLHANDLE handle = s->statement ? s->statement : s->connection ? s->connection : s->environment;
	struct arena *arena = s->run->arena;
	if (deadline_passed(&s->run->deadline)) {
		sql_fail_time(s->run);
		return;
	}
	if (!handle || !SQL_SUCCEEDED(s->calls.GetDiagRecW(kind, handle, 1, state, &native, text, NAME_ROOM, &size))) {
		sql_fail(s->run, NULL, "%s, and the driver does not say why", what);
		return;
	}
	size_t n = size > 0 && size < NAME_ROOM ? (size_t)size : size > 0 ? NAME_ROOM - 1 : 0;
	const char *message = narrowed(arena, text, n).s;
	if (str_eq(narrowed(arena, state, 5).s, "HYT00")) /* the driver has kept the time itself */
		sql_fail_time(s->run);
	else
		sql_fail(s->run,
		         s->connected ? NULL
		                      : "odbcinst -q -s lists the data sources; user and password stand there, or in "
		                        "BENCHBRIEF_ODBC_USER and BENCHBRIEF_ODBC_PASSWORD",
		         "%s (%s): %s", what, narrowed(arena, state, 5).s, told(s, message));
}

static bool check(struct session *s, SQLRETURN result, const char *what)
{
	if (!SQL_SUCCEEDED(result))
		fail(s, what);
	return SQL_SUCCEEDED(result);
}

/* ---- a connection ---- */

static void finish(void *closure)
{
	struct session *s = closure;
	if (s->statement)
		s->calls.FreeHandle(SQL_HANDLE_STMT, s->statement);
	if (s->connected) {
		s->calls.EndTran(SQL_HANDLE_DBC, s->connection, SQL_ROLLBACK);
		s->calls.Disconnect(s->connection);
	}
	if (s->connection)
		s->calls.FreeHandle(SQL_HANDLE_DBC, s->connection);
	if (s->environment)
		s->calls.FreeHandle(SQL_HANDLE_ENV, s->environment);
}

static void stop(void *closure)
{
	struct session *s = closure;
	s->calls.Cancel(s->statement);
}

static SQLPOINTER number(size_t n)
{
	return (SQLPOINTER)(uintptr_t)n;
}

/* A value between braces, in which the closing one is doubled. */
static void add_key(struct strbuf *b, const char *key, const char *value)
{
	strbuf_addf(b, ";%s={", key);
	for (; *value; value++)
		strbuf_addn(b, *value == '}' ? "}}" : value, *value == '}' ? 2 : 1);
	strbuf_add(b, "}");
}

static bool has_key(const char *connection, const char *key)
{
	for (const char *at = connection; *at;
	     at += at[strcspn(at, ";")] == ';' ? strcspn(at, ";") + 1 : strcspn(at, ";")) {
		const char *from = at + strspn(at, " \t");
		size_t n = strlen(key);
		if (strncasecmp(from, key, n) == 0 && from[n + strspn(from + n, " \t")] == '=')
			return true;
	}
	return false;
}

/* NULL after an error. */
static const char *connection_of(struct session *s, const char *source)
{
	const struct input_queries *known = inputs_queries(s->run->inputs);
	struct strbuf b = strbuf_new(s->run->arena);
	if (!*source) {
		sql_fail(s->run, "write odbc:NAME; odbcinst -q -s lists the names", "the source has no name");
		return NULL;
	}
	if (has_key(source, "pwd") || has_key(source, "password")) {
		sql_fail(s->run, "put it into the data source (odbc.ini), or into BENCHBRIEF_ODBC_PASSWORD",
		         "a password in the name of a source would be seen by everyone");
		return NULL;
	}
	strbuf_addf(&b, strchr(source, '=') ? "%s" : "DSN=%s", source);
	if (known->user && *known->user && !has_key(source, "uid"))
		add_key(&b, "UID", known->user);
	if (known->password && *known->password)
		add_key(&b, "PWD", known->password);
	return b.s;
}

static bool tell(struct session *s, const char *order, const char *failure)
{
	return check(s, s->calls.ExecDirectW(s->statement, widened(s->run->arena, order), SQL_NTS), failure);
}

/* Nothing is committed; where the server can be told that nothing may be written, it is. MariaDB's driver holds the
 * whole answer: one row more than may be read tells that there are too many. */
static bool lock(struct session *s)
{
	struct arena *arena = s->run->arena;
	SQLWCHAR name[NAME_ROOM] = { 0 };
	SQLSMALLINT size = 0;
	SQLRETURN result = s->calls.SetConnectAttrW(s->connection, SQL_ATTR_AUTOCOMMIT, number(SQL_AUTOCOMMIT_OFF),
	                                            SQL_IS_UINTEGER);
	if (!check(s, result, "the source has no transactions, so that a query could change it"))
		return false;
	if (!check(s, s->calls.AllocHandle(SQL_HANDLE_STMT, s->connection, &s->statement), "no statement can be made"))
		return false;
	size_t seconds = (s->run->limits->milliseconds + PER_SECOND - 1) / PER_SECOND;
	s->calls.SetStmtAttrW(s->statement, SQL_ATTR_QUERY_TIMEOUT, number(seconds), SQL_IS_UINTEGER); /* if it can */
	s->calls.GetInfoW(s->connection, SQL_DBMS_NAME, name, (SQLSMALLINT)sizeof name - 2, &size);
	const char *server = narrowed(arena, name, size > 0 ? (size_t)size / sizeof *name : 0).s;
	bool maria = str_starts(server, "MariaDB") || str_starts(server, "MySQL");
	if (maria && !tell(s, arena_printf(arena, "set sql_select_limit = %zu", s->run->limits->rows + 1),
	                   "the rows of an answer cannot be limited"))
		return false;
	return !(maria || str_starts(server, "PostgreSQL")) ||
	       tell(s, "set transaction read only", "the transaction cannot be made read-only");
}

static bool connect(struct session *s, const char *source)
{
	const char *connection = connection_of(s, source);
	if (!connection)
		return false;
	if (!odbc_calls_load(&s->calls)) {
		sql_fail(s->run, "install the package unixodbc and the driver of the database",
		         "data sources are reached through unixODBC, which is not here");
		return false;
	}
	arena_defer(s->run->arena, finish, s);
	if (!check(s, s->calls.AllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &s->environment), "ODBC does not start") ||
	    !check(s, s->calls.SetEnvAttr(s->environment, SQL_ATTR_ODBC_VERSION, number(SQL_OV_ODBC3), 0),
	           "ODBC 3 is not to be had") ||
	    !check(s, s->calls.AllocHandle(SQL_HANDLE_DBC, s->environment, &s->connection), "ODBC does not start"))
		return false;
	/* Drivers may know neither; the transaction and the deadline hold all the same. */
	s->calls.SetConnectAttrW(s->connection, SQL_ATTR_ACCESS_MODE, number(SQL_MODE_READ_ONLY), SQL_IS_UINTEGER);
	s->calls.SetConnectAttrW(s->connection, SQL_ATTR_LOGIN_TIMEOUT, number(LOGIN_SECONDS), SQL_IS_UINTEGER);
	SQLRETURN result = s->calls.DriverConnectW(s->connection, NULL, widened(s->run->arena, connection), SQL_NTS,
	                                           NULL, 0, NULL, SQL_DRIVER_NOPROMPT);
	if (!check(s, result, "no connection"))
		return false;
	s->connected = true;
	return lock(s);
}

/* ---- the query ---- */

static const char *skip_comments(const char *at)
{
	for (;;) {
		at += strspn(at, " \t\r\n;(");
		if (str_starts(at, "--"))
			at += strcspn(at, "\n");
		else if (str_starts(at, "/*") && strstr(at, "*/"))
			at = strstr(at, "*/") + 2;
		else
			return at;
	}
}

/* The end of a quoted piece that begins here, or NULL. Where a backslash may quote a quote, or a comment hold a lone
 * one, no quote is trusted. */
static const char *quoted_end(const char *text, const char *at)
{
	bool plain = !strpbrk(text, "\\#") && !strstr(text, "--") && !strstr(text, "/*");
	return plain && (*at == '\'' || *at == '"' || *at == '`') ? strchr(at + 1, *at) : NULL;
}

/* A semicolon with something after it. */
static bool is_several(const char *text)
{
	for (const char *at = text; *at; at++) {
		const char *end = quoted_end(text, at);
		if (end)
			at = end;
		else if (*at == ';' && *skip_comments(at))
			return true;
	}
	return false;
}

static bool in_word(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '$' || (unsigned char)c >= 0x80;
}

/* A word begins here: after something else, or right after a number or \\N, which MariaDB ends there. */
static bool begins_word(const char *text, const char *at)
{
	const char *start = at;
	while (start > text && in_word(start[-1]))
		start--;
	return start == at || isdigit((unsigned char)*start) || (start > text && start[-1] == '\\');
}

/* "into" writes a table, a variable or, in MariaDB, a file of the server, which no read-only transaction forbids. */
static bool writes_into(const char *text)
{
	static const char word[] = "into";
	for (const char *at = text; *at; at++) {
		const char *end = quoted_end(text, at);
		if (end)
			at = end;
		else if (strncasecmp(at, word, strlen(word)) == 0 && !in_word(at[strlen(word)]) &&
		         begins_word(text, at))
			return true;
	}
	return false;
}

static bool fail_into(struct sql_run *run, const char *text)
{
	bool into = writes_into(text);
	if (into)
		sql_fail(run, "leave it out: a query only reads", "the query says \"into\"");
	return into;
}

static bool is_select(struct sql_run *run, const char *text)
{
	static const char *const words[] = { "select", "with", "values", "table", "from" };
	const char *first = skip_comments(text);
	if (is_several(text)) {
		sql_fail(run, "write one select", "the query is more than one statement");
		return false;
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);
		if (strncasecmp(first, words[i], n) == 0 && strchr(" \t\r\n(*'\"", first[n]))
			return !fail_into(run, text);
	}
	sql_fail(run, "write a select", "the query is no select");
	return false;
}

/* ---- the answer ---- */

static const char *type_name(struct session *s, size_t column)
{
	SQLWCHAR name[NAME_ROOM] = { 0 };
	SQLSMALLINT size = 0;
	SQLRETURN result = s->calls.ColAttributeW(s->statement, (SQLUSMALLINT)(column + 1), SQL_DESC_TYPE_NAME, name,
	                                          (SQLSMALLINT)sizeof name - 2, &size, NULL);
	bool found = SQL_SUCCEEDED(result) && size > 0 && (size_t)size < sizeof name;
	return found ? narrowed(s->run->arena, name, (size_t)size / sizeof *name).s : "";
}

/* Drivers call a list or a map a text: their names of types tell. */
static bool is_nested(const char *type)
{
	static const char *const nested[] = { "json", "jsonb", "record", "hstore", "row", "map", "array", "struct" };
	for (size_t i = 0; i < sizeof nested / sizeof *nested; i++) {
		size_t n = strlen(nested[i]);
		if (strncasecmp(type, nested[i], n) == 0 && (!type[n] || strchr("(<", type[n])))
			return true;
	}
	return type[0] == '_' || str_ends(type, "[]");
}

static void fail_nested(struct session *s, size_t column)
{
	sql_fail_type(s->run, column, "a list or a map", "leave it out, or take what is needed out of it in the query");
}

static enum shape shape_of(struct session *s, size_t column, SQLSMALLINT type)
{
	const char *name = type_name(s, column);
	if (is_nested(name))
		fail_nested(s, column);
	switch (type) {
	case SQL_BINARY:
	case SQL_VARBINARY:
	case SQL_LONGVARBINARY:
		sql_fail_type(s->run, column, "a blob", "leave it out, or convert it to text in the query");
		return SHAPE_TEXT;
	case SQL_BIT:
		return SHAPE_BOOLEAN;
	case SQL_REAL:
		return SHAPE_SINGLE;
	case SQL_FLOAT:
	case SQL_DOUBLE:
		return SHAPE_REAL;
	case SQL_TIMESTAMP:
	case SQL_TYPE_TIMESTAMP:
		return SHAPE_MOMENT;
	default:
		return strncasecmp(name, "bool", 4) == 0 ? SHAPE_BOOLEAN
		       : str_eq(name, "unknown")         ? SHAPE_UNKNOWN
		                                         : SHAPE_TEXT;
	}
}

static bool take_header(struct session *s)
{
	struct sql_run *run = s->run;
	SQLSMALLINT n = 0, size = 0, digits, nullable;
	SQLULEN length;
	if (!check(s, s->calls.NumResultCols(s->statement, &n), "the answer has no columns"))
		return false;
	size_t count = n > 0 ? (size_t)n : 0;
	const char **names = arena_alloc(run->arena, count + 1, sizeof *names);
	SQLSMALLINT *types = arena_alloc(run->arena, count + 1, sizeof *types);
	for (size_t i = 0; i < count; i++) {
		SQLWCHAR name[NAME_ROOM] = { 0 };
		SQLRETURN result = s->calls.DescribeColW(s->statement, (SQLUSMALLINT)(i + 1), name, NAME_ROOM, &size,
		                                         &types[i], &length, &digits, &nullable);
		if (!check(s, result, "a column has no name"))
			return false;
		names[i] = narrowed(run->arena, name, size > 0 && size < NAME_ROOM ? (size_t)size : 0).s;
	}
	if (!sql_take_columns(run, names, count))
		return false;
	s->shapes = arena_alloc(run->arena, count, sizeof *s->shapes);
	for (size_t i = 0; i < count && !run->failed; i++)
		s->shapes[i] = shape_of(s, i, types[i]);
	return !run->failed;
}

static void keep(struct session *s, const SQLWCHAR *piece, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		s->wide = arena_grow(s->run->arena, s->wide, &s->wide_room, s->n_wide, sizeof *s->wide);
		s->wide[s->n_wide++] = piece[i];
	}
}

/* A text comes in pieces. *missing: it is NULL. */
static bool fetch_text(struct session *s, size_t column, bool *missing)
{
	SQLWCHAR piece[WIDE_ROOM];
	SQLLEN size = 0;
	s->n_wide = 0;
	*missing = false;
	for (;;) {
		SQLRETURN result = s->calls.GetData(s->statement, (SQLUSMALLINT)(column + 1), SQL_C_WCHAR, piece,
		                                    sizeof piece, &size);
		if (result == SQL_NO_DATA)
			return true;
		if (!check(s, result, "a text cannot be read"))
			return false;
		*missing = size == SQL_NULL_DATA;
		bool whole = size >= 0 && (size_t)size < sizeof piece;
		keep(s, piece, *missing ? 0 : whole ? (size_t)size / sizeof *piece : WIDE_ROOM - 1);
		if (*missing || whole || s->n_wide > s->run->limits->cell)
			return true;
	}
}

static bool take_real(struct session *s, size_t column)
{
	bool single = s->shapes[column] == SHAPE_SINGLE;
	double real = 0;
	float narrow = 0;
	SQLLEN size = 0;
	SQLRETURN result =
		s->calls.GetData(s->statement, (SQLUSMALLINT)(column + 1), single ? SQL_C_FLOAT : SQL_C_DOUBLE,
	                         single ? (SQLPOINTER)&narrow : (SQLPOINTER)&real, 0, &size);
	if (!check(s, result, "a number cannot be read"))
		return false;
	if (size == SQL_NULL_DATA)
		return sql_take_missing(s->run);
	return single ? sql_take_single(s->run, narrow) : sql_take_real(s->run, real);
}

static bool take_text(struct session *s, size_t column)
{
	enum { TIME_AT = 10 };
	struct arena *scratch = arena_new_below(s->run->arena);
	bool missing, ok = fetch_text(s, column, &missing);
	if (ok && missing) {
		ok = sql_take_missing(s->run);
	} else if (ok) {
		struct strbuf text = narrowed(scratch, s->wide, s->n_wide);
		if (s->shapes[column] == SHAPE_UNKNOWN && strchr("{(", *text.s) && *text.s)
			fail_nested(s, column); /* of a type that the driver has no name for */
		if (s->shapes[column] == SHAPE_MOMENT && text.n > TIME_AT && text.s[TIME_AT] == ' ')
			text.s[TIME_AT] = 'T';
		bool yes = str_eq(text.s, "1") || str_eq(text.s, "t"), no = str_eq(text.s, "0") || str_eq(text.s, "f");
		if (s->run->failed)
			ok = false;
		else if (s->shapes[column] == SHAPE_BOOLEAN && (yes || no))
			ok = sql_take_text(s->run, yes ? "true" : "false", yes ? strlen("true") : strlen("false"));
		else
			ok = sql_take_text(s->run, text.s, text.n);
	}
	arena_free(scratch);
	return ok;
}

static bool take_row(struct session *s)
{
	for (size_t i = 0; i < s->run->n_columns; i++) {
		bool real = s->shapes[i] == SHAPE_REAL || s->shapes[i] == SHAPE_SINGLE;
		if (!(real ? take_real : take_text)(s, i))
			return false;
	}
	return sql_take_row(s->run);
}

static void take_rows(struct session *s)
{
	SQLRETURN result;
	while (SQL_SUCCEEDED(result = s->calls.Fetch(s->statement))) {
		if (deadline_passed(&s->run->deadline))
			sql_fail_time(s->run);
		if (s->run->failed || !take_row(s))
			return;
	}
	if (result != SQL_NO_DATA)
		fail(s, "the answer breaks off");
}

void sql_odbc_ask(struct sql_run *run, const char *source)
{
	struct session *s = arena_alloc(run->arena, 1, sizeof *s);
	s->run = run;
	if (!is_select(run, run->query->text) || !connect(s, source))
		return;
	deadline_watch(run->arena, run->deadline, stop, s);
	SQLWCHAR *text = widened(run->arena, run->query->text);
	if (check(s, s->calls.ExecDirectW(s->statement, text, SQL_NTS), "the query fails") && take_header(s))
		take_rows(s);
}
