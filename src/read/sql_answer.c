/* What comes back from an engine, as CSV. */
#include "read/sql_parts.h"

#include "base/arena.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEGABYTE = 1 << 20, PER_SECOND = 1000 };

/* ---- errors ---- */

void sql_fail(struct sql_run *run, const char *hint, const char *format, ...)
{
	va_list args;
	struct place place = run->query->place;
	if (run->failed)
		return;
	run->failed = true;
	va_start(args, format);
	const char *message = arena_vprintf(run->arena, format, args);
	va_end(args);
	message = sql_shown(run->arena, message);
	hint = hint ? sql_shown(run->arena, hint) : NULL;
	if (place.file)
		diag_add(run->diags, DIAG_ERROR, place, hint, "%s: %s", run->shown, message);
	else
		diag_add(run->diags, DIAG_ERROR, place_file(run->shown), hint, "%s", message);
}

void sql_fail_time(struct sql_run *run)
{
	double seconds = (double)run->limits->milliseconds / PER_SECOND;
	sql_fail(run, "ask for less, or save the answer as a CSV file once",
	         "the query took longer than %g seconds, the most a query may take", seconds);
}

void sql_fail_memory(struct sql_run *run)
{
	sql_fail(run, "ask for less: aggregate (group by), or choose with where",
	         "the query needs more than %zu MB of memory, the most a query may use",
	         run->limits->memory / MEGABYTE);
}

void sql_fail_type(struct sql_run *run, size_t column, const char *type, const char *hint)
{
	sql_fail(run, hint, "the column \"%s\" holds %s, which no table of results can", run->columns[column], type);
}

/* ---- the header ---- */

static void put_text(struct sql_run *run, const char *text, size_t size)
{
	bool quoted = false;
	for (size_t i = 0; i < size && !quoted; i++)
		quoted = strchr(",\"\r\n", text[i]) != NULL || ((i == 0 || i + 1 == size) && strchr(" \t", text[i]));
	quoted |= size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0; /* it is no byte order mark here */
	if (!quoted) {
		strbuf_addn(&run->csv, text, size);
		return;
	}
	strbuf_add(&run->csv, "\"");
	for (size_t i = 0; i < size; i++)
		if (text[i] == '"')
			strbuf_add(&run->csv, "\"\"");
		else if (text[i] != '\r' || i + 1 == size || text[i + 1] != '\n') /* a line ends in \n here */
			strbuf_addn(&run->csv, text + i, 1);
	strbuf_add(&run->csv, "\"");
}

static bool is_repeated(struct sql_run *run, size_t column)
{
	for (size_t i = 0; i < column; i++)
		if (str_eq(run->columns[i], run->columns[column])) {
			sql_fail(run, "rename one of them: select … as name", "two columns are called \"%s\"",
			         run->columns[column]);
			return true;
		}
	return false;
}

static bool is_clean(struct sql_run *run, const char *what, const char *text, size_t size)
{
	if (utf8_bad(text, size) < size)
		sql_fail(run, "convert it in the query, or leave it out", "%s is not UTF-8", what);
	else if (memchr(text, '\0', size))
		sql_fail(run, "leave it out of the query", "%s has a zero byte in it", what);
	return !run->failed;
}

bool sql_take_columns(struct sql_run *run, const char **names, size_t count)
{
	run->columns = names;
	run->n_columns = count;
	if (!count)
		sql_fail(run, "write a select", "the query gives no table");
	else if (count > run->limits->columns)
		sql_fail(run, "name the columns that are needed", "the answer has %zu columns; at most %zu are read",
		         count, run->limits->columns);
	for (size_t i = 0; i < count && !run->failed; i++) {
		const char *what = arena_printf(run->arena, "the name of column %zu", i + 1);
		if (!is_clean(run, what, names[i], strlen(names[i])) || is_repeated(run, i))
			return false;
		strbuf_add(&run->csv, i ? "," : "");
		put_text(run, names[i], strlen(names[i]));
	}
	strbuf_add(&run->csv, "\n");
	return !run->failed;
}

/* ---- cells ---- */

static void separate(struct sql_run *run)
{
	if (run->cell++)
		strbuf_add(&run->csv, ",");
}

static const char *cell_words(struct sql_run *run)
{
	return arena_printf(run->arena, "row %zu, column \"%s\":", run->n_rows + 1, run->columns[run->cell]);
}

static bool is_text_fit(struct sql_run *run, const char *text, size_t size)
{
	if (size > run->limits->cell)
		sql_fail(run, "leave it out of the query", "%s a text of %zu bytes; at most %zu KB are read",
		         cell_words(run), size, run->limits->cell / 1024);
	else if (utf8_bad(text, size) < size || memchr(text, '\0', size))
		is_clean(run, arena_printf(run->arena, "%s the text", cell_words(run)), text, size);
	else if (run->csv.n + size > run->limits->answer)
		sql_fail(run, "ask for less: aggregate (group by), or choose with where",
		         "the answer is larger than %zu MB, the most that is read", run->limits->answer / MEGABYTE);
	return !run->failed;
}

bool sql_take_text(struct sql_run *run, const char *text, size_t size)
{
	if (!is_text_fit(run, text, size))
		return false;
	separate(run);
	put_text(run, text, size);
	return true;
}

bool sql_take_missing(struct sql_run *run)
{
	separate(run);
	return true;
}

static bool take_special(struct sql_run *run, double real)
{
	const char *text = isnan(real) ? "NaN" : real > 0 ? "Infinity" : "-Infinity";
	return sql_take_text(run, text, strlen(text));
}

bool sql_take_real(struct sql_run *run, double real)
{
	enum { LEAST = 15, MOST = 17 };
	char text[40];
	if (!isfinite(real))
		return take_special(run, real);
	for (int digits = LEAST; digits <= MOST; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, real);
		if (strtod(text, NULL) == real)
			break;
	}
	return sql_take_text(run, text, strlen(text));
}

bool sql_take_single(struct sql_run *run, float real)
{
	enum { LEAST = 6, MOST = 9 };
	char text[40];
	if (!isfinite(real))
		return take_special(run, (double)real);
	for (int digits = LEAST; digits <= MOST; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, (double)real);
		if (strtof(text, NULL) == real)
			break;
	}
	return sql_take_text(run, text, strlen(text));
}

bool sql_take_row(struct sql_run *run)
{
	if (run->n_columns == 1 && run->csv.s[run->csv.n - 1] == '\n')
		strbuf_add(&run->csv, "\"\""); /* an empty line would be no row */
	strbuf_add(&run->csv, "\n");
	run->cell = 0;
	if (++run->n_rows > run->limits->rows)
		sql_fail(run, "aggregate in the query (group by), or choose with where or limit",
		         "the query gives more than %zu rows, the most that are read", run->limits->rows);
	return !run->failed;
}
