/* What is said of how a table is read, and of one that cannot be understood. */
#include "data/table_reading_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"

#include <string.h>

static void list_heads(const struct table_reading *r, struct strbuf *out, const size_t *columns, size_t n)
{
	enum { SHOWN = 8 };
	for (size_t i = 0; i < n && i < SHOWN; i++)
		strbuf_addf(out, "%s\"%s\"", !i ? "" : i + 1 == n ? " and " : ", ", table_head_text(r, columns[i]));
	if (n > SHOWN)
		strbuf_addf(out, " and %zu more", n - SHOWN);
}

static size_t columns_of(const struct table_reading *r, bool used, size_t *columns)
{
	size_t n = 0;
	for (size_t i = 0; i < r->table->n_columns; i++)
		if (r->columns[i].used == used)
			columns[n++] = i;
	return n;
}

struct place table_head_place(const struct table_reading *r)
{
	return r->table->n_columns ? r->table->columns[0].key.place : r->table->place;
}

void table_tell(const struct table_reading *r)
{
	struct strbuf s = strbuf_new(r->b->arena);
	size_t *columns = arena_alloc(r->b->scratch, r->table->n_columns + 1, sizeof *columns), n = 0;
	for (size_t v = 0; v < r->n_values; v++)
		columns[n++] = r->values[v].column;
	if (r->across) {
		strbuf_addf(&s,
		            "read as a table with a benchmark in each row (\"%s\") and a model in each of the columns ",
		            table_head_text(r, r->roles[KEY_BENCHMARK]));
		list_heads(r, &s, columns, n);
	} else if (r->roles[KEY_BENCHMARK] != NO_COLUMN) {
		strbuf_addf(&s, "read as a table of models (\"%s\"), benchmarks (\"%s\") and values (",
		            table_head_text(r, r->roles[KEY_MODEL]), table_head_text(r, r->roles[KEY_BENCHMARK]));
		list_heads(r, &s, columns, n);
		strbuf_add(&s, ")");
	} else {
		strbuf_addf(&s, "read as a table with a model in each row (\"%s\") and the values of %s ",
		            table_head_text(r, r->roles[KEY_MODEL]), n == 1 ? "the benchmark" : "the benchmarks");
		list_heads(r, &s, columns, n);
	}
	n = columns_of(r, false, columns);
	if (n) {
		strbuf_add(&s, "; left out: ");
		list_heads(r, &s, columns, n);
	}
	diag_add(r->b->diags, DIAG_NOTE, table_head_place(r), "--map says otherwise: --map model=HEAD,value=HEAD", "%s",
	         s.s);
}

/* What a column is known as, for the message; NULL: nothing. */
static const char *known_as(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	if (c->head.idle)
		return "left out";
	if (c->head.role != RECORD_KEYS)
		return record_key_word(c->head.role);
	return c->head.unit && table_is_numeric(r, column) ? "value" : NULL;
}

/* As a shell takes it for one word. */
static const char *shell_word(struct arena *arena, const char *text)
{
	struct strbuf word = strbuf_new(arena);
	if (*text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-")])
		return text;
	strbuf_add(&word, "'");
	for (const char *p = text; *p; p++)
		strbuf_addf(&word, *p == '\'' ? "'\\%c'" : "%c", *p);
	strbuf_add(&word, "'");
	return word.s;
}

/* Values stand where heads belong. */
static bool has_number_as_head(const struct table_reading *r)
{
	double number;
	for (size_t i = 0; i < r->table->n_columns; i++)
		if (str_to_number(table_head_text(r, i), &number))
			return true;
	return false;
}

/* Commands that are known to work. */
static void add_command(const struct table_reading *r, const char *path, struct strbuf *hint)
{
	struct suggestion first = table_suggest(r, false), other = table_suggest(r, true);
	if (first.mapping)
		strbuf_addf(hint, "; say which is which: benchbrief chart %s %s --map %s", first.kind,
		            path ? shell_word(r->b->arena, path) : "FILE", shell_word(r->b->arena, first.mapping));
	else
		strbuf_add(hint, "; a table names its models in one column and has numbers in another");
	if (other.mapping)
		strbuf_addf(hint, ", or %s", shell_word(r->b->arena, other.mapping));
}

/* The one message about a table that cannot be understood. */
bool table_not_understood(const struct table_reading *r, const char *path, const char *lacking)
{
	enum { SHOWN = 8 };
	if (r->trial)
		return false;
	struct strbuf heads = strbuf_new(r->b->arena), hint = strbuf_new(r->b->arena);
	size_t *columns = arena_alloc(r->b->scratch, r->table->n_columns + 1, sizeof *columns), known = 0;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		columns[i] = i;
		if (known_as(r, i) && known++ < SHOWN)
			strbuf_addf(&hint, "%s%s as %s", known > 1 ? ", " : "recognised: ", table_head_text(r, i),
			            known_as(r, i));
	}
	list_heads(r, &heads, columns, r->table->n_columns);
	if (!known)
		strbuf_add(&hint, "no column is recognised");
	if (!known && has_number_as_head(r))
		strbuf_add(&hint, "; the first row must name the columns: write one above the values");
	else
		add_command(r, path, &hint);
	diag_add(r->b->diags, DIAG_ERROR, table_head_place(r), hint.s, "this table cannot be understood: %s among %s",
	         lacking, heads.s);
	return false;
}

/* --unit is for heads that say none. */
static bool is_unit_free(const struct table_reading *r, size_t column)
{
	const char *said = r->columns[column].head.unit, *given = r->feed ? r->feed->unit : NULL;
	const struct unit *a = said ? unit_find(said) : NULL, *b = given ? unit_find(given) : NULL;
	if (!given || !said || (a && b && unit_same(a, b)) || str_eq(said, given))
		return true;
	diag_add(r->b->diags, DIAG_ERROR, r->table->columns[column].key.place,
	         "leave the unit out, or correct the head", "the head \"%s\" says %s, and %s is given as the unit",
	         table_head_text(r, column), said, given);
	return false;
}

/* "Model" or "Model (column C)", as the second of one name is called. */
static const char *head_once(const struct table_reading *r, size_t column)
{
	const char *text = table_head_text(r, column), *numbered = strstr(text, " (column ");
	return numbered ? arena_strndup(r->b->scratch, text, (size_t)(numbered - text)) : text;
}

static bool names_models(const struct table_reading *r, size_t column)
{
	enum { NAMES = 10 }; /* the words of table_header.c that say model and nothing else */
	const struct table_head head = table_head_of(r->b->scratch, head_once(r, column));
	return head.role == KEY_MODEL && !head.stem && head.order <= NAMES && !r->columns[column].nested &&
	       !table_is_numeric(r, column);
}

/* An id beside a name is usual. Another column of the same name is none, nor is one with values before it. */
static bool is_side_by_side(const struct table_reading *r, size_t first, size_t second)
{
	bool apart = str_eq(head_once(r, first), head_once(r, second)), differs = false;
	for (size_t i = first + 1; i < second; i++)
		apart |= table_is_numeric(r, i) && !r->columns[i].head.idle;
	for (size_t row = 0; row < r->table->n_rows && !differs; row++)
		differs = !str_eq(table_cell(r->table, first, row), table_cell(r->table, second, row));
	return apart && differs;
}

/* "Name" of a run, beside the model of many. */
static bool names_runs(const struct table_reading *r, size_t column)
{
	bool runs = false;
	for (size_t i = 0; i < r->table->n_columns; i++)
		runs |= r->columns[i].head.role == KEY_RUN;
	return runs && str_eq(r->columns[column].head.key, "name");
}

bool table_models_are_clear(const struct table_reading *r)
{
	size_t first = r->roles[KEY_MODEL];
	if (first == NO_COLUMN || r->columns[first].mapped || !names_models(r, first))
		return true;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		if (i == first || !names_models(r, i) || names_runs(r, i) ||
		    !is_side_by_side(r, i < first ? i : first, i < first ? first : i))
			continue;
		diag_add(r->b->diags, DIAG_ERROR, r->table->columns[i].key.place,
		         arena_printf(r->b->arena, "keep one with --map 'model=%s', or make two tables of it",
		                      table_head_text(r, first)),
		         "two columns name the models: \"%s\" and \"%s\"", table_head_text(r, first),
		         table_head_text(r, i));
		return false;
	}
	return true;
}

/* What a calculation could not give, at the first row that has it. */
static void tell_nan(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	size_t n = 0, first = 0, nan = TABLE_TEXT;
	while (nan < t->n_texts && !quantity_is_nan(t->texts[nan].text))
		nan++;
	for (size_t row = 0; nan < t->n_texts && row < r->table->n_rows; row++)
		if (t->cells[row] >= TABLE_TEXT && quantity_is_nan(t->texts[t->cells[row]].text)) {
			first = n ? first : row;
			n++;
		}
	if (n)
		diag_add(r->b->diags, DIAG_WARNING, table_place(r->table, column, first),
		         "leave the cell empty if nothing is known",
		         "%s in \"%s\" is not a number; treated as missing%s", table_cell(r->table, column, first),
		         table_head_text(r, column),
		         n == 1 ? ""
		                : arena_printf(r->b->arena, n == 2 ? ", as is %zu more" : ", as are %zu more", n - 1));
}

/* A column of values that may be a thousand times off. */
bool table_numbers_are_clear(const struct table_reading *r)
{
	bool ok = true;
	for (size_t v = 0; v < r->n_values; v++) {
		size_t i = r->values[v].column;
		tell_nan(r, i);
		ok = is_unit_free(r, i) && ok;
		const struct table_column_reading *c = &r->columns[i];
		struct place place = r->table->columns[i].key.place;
		if (c->decimal == SNIFF_BOTH) {
			diag_add(r->b->diags, DIAG_ERROR, place, "write all of them one way",
			         "\"%s\" has numbers with a decimal point, \"%s\", and with a decimal comma, \"%s\"",
			         table_head_text(r, i), c->marks.a_point, c->marks.a_comma);
			ok = false;
		} else if (c->decimal == SNIFF_UNDECIDED) {
			diag_add(r->b->diags, DIAG_ERROR, place,
			         "write thousands without a mark, or decimals with a point",
			         "the numbers of \"%s\", such as \"%s\", may be thousands or have three decimal places",
			         table_head_text(r, i), c->marks.an_either ? c->marks.an_either : c->marks.a_dotted);
			ok = false;
		} else if (c->decimal == SNIFF_COMMA && !c->marks.comma && c->marks.dotted) {
			diag_add(r->b->diags, DIAG_NOTE, place, NULL,
			         "the point in \"%s\" (\"%s\") is taken as a mark of thousands", table_head_text(r, i),
			         c->marks.a_dotted);
		} else if (c->decimal == SNIFF_COMMA && c->marks.comma) {
			diag_add(r->b->diags, DIAG_NOTE, place, NULL, "the comma in \"%s\" is taken as a decimal comma",
			         table_head_text(r, i));
		} else if (c->marks.either && !c->marks.point) {
			diag_add(r->b->diags, DIAG_NOTE, place, NULL,
			         "the comma in \"%s\" (\"%s\") is taken as a mark of thousands", table_head_text(r, i),
			         c->marks.an_either);
		}
	}
	return ok;
}
