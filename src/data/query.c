#include "data/query.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/sql.h"

bool query_is_asked(struct inputs *inputs, enum input_role role, const struct feed *feed, const char *path)
{
	char head[SQL_HEAD];
	if (feed->sql || feed->from)
		return true;
	size_t n = path ? inputs_head(inputs, role, path, head, sizeof head) : 0;
	return sql_recognise(head, n);
}

static void report_tables(struct arena *arena, const struct sql_query *query, const char *wanted,
                          const struct sql_table *tables, size_t count, struct diags *diags)
{
	struct place place = query->place.file ? query->place : place_file(query->from);
	if (!count) {
		diag_add(diags, DIAG_ERROR, place, "name another file", "there is no table in this database");
		return;
	}
	const char *first = sql_shown(arena, tables[0].name);
	const char *hint = query->place.file
	                           ? arena_printf(arena, "name one: table: %s; or ask: sql: select …, from: %s", first,
	                                          query->from)
	                           : arena_printf(arena, "ask for one: --sql 'select * from %s' --from %s",
	                                          sql_quoted(arena, first), query->from);
	const char *told = sql_tables_told(arena, tables, count);
	if (wanted)
		diag_add(diags, DIAG_ERROR, place, hint, "there is no table \"%s\" in this database; it has %s", wanted,
		         told);
	else
		diag_add(diags, DIAG_ERROR, place, hint, "this database has %zu tables: %s", count, told);
}

/* Of a SQLite file, the query for the table that is wanted, or for the only one. NULL with an error. */
static const char *query_of_table(struct arena *arena, struct inputs *inputs, enum input_role role,
                                  const struct sql_query *query, const char *wanted, struct diags *diags)
{
	size_t count;
	const struct sql_table *tables = sql_tables(arena, inputs, role, query, &count, diags);
	if (!tables)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (wanted ? str_eq(tables[i].name, wanted) : count == 1)
			return arena_printf(arena, "select * from %s", sql_quoted(arena, tables[i].name));
	report_tables(arena, query, wanted, tables, count, diags);
	return NULL;
}

static bool is_sound(const struct feed *feed, struct diags *diags)
{
	if (feed->sheet || feed->range)
		diag_add(diags, DIAG_ERROR, feed->place, "leave it out", "a database has no sheets");
	else if (feed->from && !feed->sql)
		diag_add(diags, DIAG_ERROR, feed->place, "add sql:, or leave from: out", "a source needs a query");
	else if (feed->sql && !feed->from)
		diag_add(diags, DIAG_ERROR, feed->place, "name what is asked: --from FILE, --from odbc:NAME",
		         "the query has no source");
	else if (feed->sql && (feed->file || feed->table))
		diag_add(diags, DIAG_ERROR, feed->place, "leave it out: from: names the source",
		         "a query is given, and a %s", feed->file ? "file" : "table");
	else
		return true;
	return false;
}

const struct input *query_ask(struct arena *arena, struct inputs *inputs, enum input_role role, const struct feed *feed,
                              const char *path, const char **name, struct diags *diags)
{
	char head[SQL_HEAD];
	struct sql_query query = { .text = feed->sql,
		                   .from = feed->sql     ? feed->from
		                           : feed->below ? feed->file
		                                         : path,
		                   .below = feed->below,
		                   .place = feed->place };
	if (!is_sound(feed, diags))
		return NULL;
	bool sqlite = !query.text && sql_is_sqlite(head, inputs_head(inputs, role, path, head, sizeof head));
	if (sqlite)
		query.text = query_of_table(arena, inputs, role, &query, feed->table, diags);
	if (sqlite && !query.text)
		return NULL;
	return sql_read(arena, inputs, role, &query, &sql_limits, name, diags);
}
