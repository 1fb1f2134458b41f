/* DuckDB, in the process, for Parquet and for what is too large to load. It sees the files of this query alone: each is
 * opened here, through the gate if a file has named it, and stands in the database as a view of its name. */
#include "read/sql_parts.h"

#include "base/arena.h"
#include "base/map.h"
#include "read/duckdb_calls.h"

#include <string.h>

enum { FILES_MOST = 16, PATH_MOST = 4096 };

static const char get_it[] =
	"install a package that has libduckdb.so, or set BENCHBRIEF_DUCKDB to one: the npm package "
	"@duckdb/node-bindings-linux-x64 (or -arm64) brings it";

struct session {
	struct sql_run *run;
	struct duckdb_calls calls;
	void *config, *database, *connection;
	void *statements, *asked, *wrapped, *chunk;
	struct duckdb_result result;
	bool has_result;
	struct strbuf views, paths; /* statements that make the views; what may be opened */
	struct map named;           /* the names of views */
	size_t n_files;
};

/* ---- a session ---- */

static void finish(void *closure)
{
	struct session *s = closure;
	const struct duckdb_calls *c = &s->calls;
	if (s->chunk)
		c->destroy_data_chunk(&s->chunk);
	if (s->has_result)
		c->destroy_result(&s->result);
	if (s->wrapped)
		c->destroy_prepare(&s->wrapped);
	if (s->asked)
		c->destroy_prepare(&s->asked);
	if (s->statements)
		c->destroy_extracted(&s->statements);
	if (s->connection)
		c->disconnect(&s->connection);
	if (s->database)
		c->close(&s->database);
	if (s->config)
		c->destroy_config(&s->config);
}

static void stop(void *closure)
{
	struct session *s = closure;
	s->calls.interrupt(s->connection);
}

/* What DuckDB says, in its first line: what follows are candidates and a drawing of the query. */
static void fail(struct session *s, const char *message)
{
	struct sql_run *run = s->run;
	if (!message)
		message = "DuckDB fails and does not say why";
	const char *first = arena_strndup(run->arena, message, strcspn(message, "\n"));
	if (deadline_passed(&run->deadline))
		sql_fail_time(run);
	else if (str_starts(first, "Out of Memory"))
		sql_fail_memory(run);
	else if (str_starts(first, "Permission Error"))
		sql_fail(run, "name each file as from 'FILE.parquet', or as the source",
		         "the query may only read the files that it names: %s", first);
	else
		sql_fail(run, NULL, "%s", first);
}

static bool do_it(struct session *s, const char *text)
{
	if (s->has_result)
		s->calls.destroy_result(&s->result);
	s->has_result = true;
	if (s->calls.query(s->connection, text, &s->result) == DUCKDB_SUCCESS)
		return true;
	fail(s, s->calls.result_error(&s->result));
	return false;
}

/* One thread: sums of reals, and rows that nothing orders, come out the same each time. */
static bool open_database(struct session *s, const char *path)
{
	struct sql_run *run = s->run;
	const char *const settings[][2] = { { "access_mode", path ? "READ_ONLY" : "AUTOMATIC" },
		                            { "threads", "1" },
		                            { "memory_limit",
		                              arena_printf(run->arena, "%zuMiB", run->limits->memory >> 20) },
		                            { "temp_directory", "" },
		                            { "autoinstall_known_extensions", "false" },
		                            { "autoload_known_extensions", "false" },
		                            { "allow_community_extensions", "false" },
		                            { "allow_unsigned_extensions", "false" } };
	char *error = NULL;
	bool ok = s->calls.create_config(&s->config) == DUCKDB_SUCCESS;
	for (size_t i = 0; i < sizeof settings / sizeof *settings && ok; i++)
		ok = s->calls.set_config(s->config, settings[i][0], settings[i][1]) == DUCKDB_SUCCESS;
	if (!ok) {
		sql_fail(run, get_it, "this DuckDB is too old: version 1.2 or newer is needed");
		return false;
	}
	if (s->calls.open_ext(path, &s->database, s->config, &error) != DUCKDB_SUCCESS)
		fail(s, error ? arena_strdup(run->arena, error) : NULL);
	if (error)
		s->calls.free(error);
	if (!run->failed && s->calls.connect(s->database, &s->connection) != DUCKDB_SUCCESS)
		fail(s, NULL);
	return !run->failed;
}

static bool open_session(struct session *s, struct sql_run *run)
{
	const char *why = "";
	*s = (struct session){ .run = run,
		               .views = strbuf_new(run->arena),
		               .paths = strbuf_new(run->arena),
		               .named = map_new(run->arena) };
	if (!duckdb_calls_load(&s->calls, inputs_queries(run->inputs)->duckdb, &why)) {
		sql_fail(run, get_it, "Parquet files and large ones are read with DuckDB, which is not here: %s", why);
		return false;
	}
	arena_defer(run->arena, finish, s);
	return true;
}

/* ---- files ---- */

/* Text between these marks, in which they are doubled. */
static void add_quoted(struct strbuf *b, const char *text, char mark)
{
	strbuf_addn(b, &mark, 1);
	for (; *text; text++) {
		strbuf_addn(b, text, 1);
		if (*text == mark)
			strbuf_addn(b, text, 1);
	}
	strbuf_addn(b, &mark, 1);
}

static const char *reader_of(const char *path)
{
	if (str_ends(path, ".gz"))
		return strstr(path, ".json") ? "read_json" : "read_csv";
	return str_ends(path, ".csv") || str_ends(path, ".tsv")                                   ? "read_csv"
	       : str_ends(path, ".json") || str_ends(path, ".jsonl") || str_ends(path, ".ndjson") ? "read_json"
	                                                                                          : "read_parquet";
}

static void add_view(struct session *s, const char *name, const char *path, const char *reader)
{
	if (!*name || map_find(&s->named, name))
		return;
	map_put(&s->named, arena_strdup(s->run->arena, name), s);
	strbuf_add(&s->views, "create view ");
	add_quoted(&s->views, name, '"');
	strbuf_addf(&s->views, " as select * from %s(", reader);
	add_quoted(&s->views, path, '\'');
	strbuf_add(&s->views, str_ends(name, ".gz") ? ", compression = 'gzip');\n" : ");\n");
}

/* The descriptor as a path: what is read is what the gate has let pass, whatever is moved there in between. */
static const char *path_of(struct session *s, const struct sql_file *file)
{
	return arena_printf(s->run->arena, "/proc/self/fd/%d", file->fd);
}

/* In the query it is called as it was written, or by its stem: runs for data/runs.parquet. */
static void add_file(struct session *s, const struct sql_file *file, const char *written)
{
	const char *path = path_of(s, file), *reader = reader_of(written), *name = file_name(written);
	add_view(s, written, path, reader);
	add_view(s, name, path, reader);
	add_view(s, arena_strndup(s->run->arena, name, strcspn(name, ".")), path, reader);
	strbuf_add(&s->paths, s->paths.n ? ", " : "");
	add_quoted(&s->paths, path, '\'');
	s->n_files++;
}

static bool is_name_of_file(const char *text)
{
	static const char *const endings[] = { ".parquet", ".csv",    ".tsv",    ".json",    ".jsonl",
		                               ".ndjson",  ".csv.gz", ".tsv.gz", ".json.gz", ".jsonl.gz" };
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(text, endings[i]) && strlen(text) < PATH_MOST && !strpbrk(text, "*?["))
			return true;
	return false;
}

/* What stands in quotes and is called as a file is. One that is not there is no error: it may be a text. */
static void take_name(struct session *s, const char *text)
{
	struct sql_run *run = s->run;
	if (!is_name_of_file(text) || map_find(&s->named, text) || run->failed)
		return;
	struct diags *own = diags_new(run->arena);
	struct sql_file file = sql_open(run, text, own);
	if (file.fd < 0 && run->query->below)
		diags_append(run->diags, own); /* the gate's answer */
	run->failed |= file.fd < 0 && run->query->below;
	if (file.fd < 0)
		return;
	if (s->n_files < FILES_MOST)
		add_file(s, &file, text);
	else
		sql_fail(run, "put them into one file", "the query names more than %d files", FILES_MOST);
}

static void take_names(struct session *s, const char *query)
{
	for (const char *at = query; *at;) {
		size_t skip = strcspn(at, "'\"-/");
		at += skip;
		if (str_starts(at, "--")) {
			at += strcspn(at, "\n");
		} else if (str_starts(at, "/*")) {
			const char *end = strstr(at + 2, "*/");
			at = end ? end + 2 : at + strlen(at);
		} else if (*at == '\'' || *at == '"') {
			size_t n = strcspn(at + 1, *at == '"' ? "\"" : "'");
			take_name(s, arena_strndup(s->run->arena, at + 1, n));
			at += 1 + n + (at[1 + n] != '\0');
		} else if (*at) {
			at++;
		}
	}
}

/* Nothing but these files from here on, and no setting can be changed. */
static bool close_the_door(struct session *s)
{
	struct arena *arena = s->run->arena;
	s->calls.query(s->connection, "set TimeZone = 'UTC'", &s->result); /* without ICU it is that in any case */
	s->has_result = true;
	return do_it(s, arena_printf(arena, "set allowed_paths = [%s]", s->paths.s)) &&
	       do_it(s, "set enable_external_access = false") && do_it(s, "set lock_configuration = true") &&
	       (!s->views.n || do_it(s, s->views.s));
}

/* ---- a query ---- */

static bool prepare(struct session *s, const char *text)
{
	const struct duckdb_calls *c = &s->calls;
	uint64_t count = c->extract_statements(s->connection, text, &s->statements);
	if (!count) {
		fail(s, c->extract_statements_error(s->statements));
		return false;
	}
	if (count > 1) {
		sql_fail(s->run, "write one select", "the query is more than one statement");
		return false;
	}
	if (c->prepare_extracted_statement(s->connection, s->statements, 0, &s->asked) != DUCKDB_SUCCESS) {
		fail(s, c->prepare_error(s->asked));
		return false;
	}
	if (c->prepared_statement_type(s->asked) != DUCKDB_SELECT)
		sql_fail(s->run, "write a select", "the query is no select");
	else if (c->nparams(s->asked))
		sql_fail(s->run, "write the value", "the query has a parameter");
	return !s->run->failed;
}

static const char *refused(int type)
{
	switch (type) {
	case DUCKDB_BLOB:
	case DUCKDB_BIT:
		return "a blob";
	case DUCKDB_LIST:
	case DUCKDB_ARRAY:
		return "a list";
	case DUCKDB_STRUCT:
	case DUCKDB_MAP:
	case DUCKDB_UNION:
		return "a map";
	default:
		return NULL;
	}
}

static bool take_header(struct session *s)
{
	const struct duckdb_calls *c = &s->calls;
	struct sql_run *run = s->run;
	size_t count = (size_t)c->prepared_statement_column_count(s->asked);
	const char **names = arena_alloc(run->arena, count + 1, sizeof *names);
	for (size_t i = 0; i < count; i++) {
		const char *name = c->prepared_statement_column_name(s->asked, i);
		names[i] = arena_strdup(run->arena, name ? name : "");
		if (name)
			c->free((void *)(uintptr_t)name);
	}
	if (!sql_take_columns(run, names, count))
		return false;
	for (size_t i = 0; i < count && !run->failed; i++) {
		const char *what = refused(c->prepared_statement_column_type(s->asked, i));
		if (what)
			sql_fail_type(run, i, what, "leave it out, or take what is needed out of it in the query");
	}
	return !run->failed;
}

/* A moment in ISO 8601 has a T in the middle. */
static bool is_moment(int type)
{
	enum { TIMESTAMP = 12, SECONDS = 20, NANOSECONDS = 22, WITH_ZONE = 31 };
	return type == TIMESTAMP || (type >= SECONDS && type <= NANOSECONDS) || type == WITH_ZONE;
}

/* The same rows, every cell as text, and one more than may be: the engine writes its numbers best. */
static const char *as_text(struct session *s, const char *text)
{
	struct sql_run *run = s->run;
	struct strbuf b = strbuf_new(run->arena);
	size_t n = strlen(text);
	while (n && strchr(" \t\r\n;", text[n - 1]))
		n--;
	strbuf_add(&b, "select ");
	for (size_t i = 0; i < run->n_columns; i++)
		strbuf_addf(&b,
		            is_moment(s->calls.prepared_statement_column_type(s->asked, i))
		                    ? "%sreplace(cast(c%zu as varchar), ' ', 'T')"
		                    : "%scast(c%zu as varchar)",
		            i ? ", " : "", i);
	strbuf_add(&b, " from (");
	strbuf_addn(&b, text, n);
	strbuf_add(&b, "\n) as asked(");
	for (size_t i = 0; i < run->n_columns; i++)
		strbuf_addf(&b, "%sc%zu", i ? ", " : "", i);
	strbuf_addf(&b, ") limit %zu", run->limits->rows + 1);
	return b.s;
}

struct vector { /* a column of a chunk */
	const struct duckdb_text *texts;
	const uint64_t *valid; /* NULL: all are */
};

static bool take_cell(struct sql_run *run, const struct vector *v, size_t row)
{
	enum { BITS = 64, IN_PLACE = 12 };
	if (v->valid && !(v->valid[row / BITS] >> row % BITS & 1))
		return sql_take_missing(run);
	const struct duckdb_text *text = &v->texts[row];
	const char *in_place = (const char *)text + offsetof(struct duckdb_text, start);
	return sql_take_text(run, text->size <= IN_PLACE ? in_place : text->far, text->size);
}

static bool take_chunk(struct session *s, struct vector *vectors)
{
	const struct duckdb_calls *c = &s->calls;
	struct sql_run *run = s->run;
	size_t rows = (size_t)c->data_chunk_get_size(s->chunk);
	for (size_t i = 0; i < run->n_columns; i++) {
		void *vector = c->data_chunk_get_vector(s->chunk, i);
		vectors[i] = (struct vector){ c->vector_get_data(vector), c->vector_get_validity(vector) };
	}
	for (size_t row = 0; row < rows; row++) {
		for (size_t i = 0; i < run->n_columns; i++)
			if (!take_cell(run, &vectors[i], row))
				return false;
		if (!sql_take_row(run))
			return false;
	}
	return true;
}

static void take_rows(struct session *s)
{
	const struct duckdb_calls *c = &s->calls;
	struct vector *vectors = arena_alloc(s->run->arena, s->run->n_columns, sizeof *vectors);
	while ((s->chunk = c->fetch_chunk(s->result))) {
		if (!take_chunk(s, vectors))
			return;
		c->destroy_data_chunk(&s->chunk);
		s->chunk = NULL;
	}
	const char *error = c->result_error(&s->result);
	if (error)
		fail(s, error);
}

static void ask(struct session *s, const char *text)
{
	const struct duckdb_calls *c = &s->calls;
	deadline_watch(s->run->arena, s->run->deadline, stop, s);
	if (!close_the_door(s) || !prepare(s, text) || !take_header(s))
		return;
	if (c->prepare(s->connection, as_text(s, text), &s->wrapped) != DUCKDB_SUCCESS) {
		fail(s, c->prepare_error(s->wrapped));
		return;
	}
	c->destroy_result(&s->result);
	if (c->execute_prepared(s->wrapped, &s->result) == DUCKDB_SUCCESS)
		take_rows(s);
	else
		fail(s, c->result_error(&s->result));
}

void sql_duckdb_ask(struct sql_run *run, const struct sql_file *file)
{
	struct session *s = arena_alloc(run->arena, 1, sizeof *s);
	const char *text = run->query->text;
	if (!open_session(s, run))
		return;
	bool database = file && file->is_duckdb;
	if (database && !text) {
		sql_fail(run, "add --sql 'select …'", "a DuckDB file needs a query");
		return;
	}
	if (database && !sql_is_merged(run, file, ".wal", "close the program that has it open"))
		return;
	if (file && !database)
		add_file(s, file, run->query->from);
	else if (!file)
		take_names(s, text);
	if (run->failed || !open_database(s, database ? path_of(s, file) : NULL))
		return;
	if (!text) {
		struct strbuf all = strbuf_new(run->arena);
		strbuf_add(&all, "select * from ");
		add_quoted(&all, run->query->from, '"');
		text = all.s;
	}
	ask(s, text);
}
