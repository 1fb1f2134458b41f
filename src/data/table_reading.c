#include "data/table_reading_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/table_names.h"

#include <string.h>

enum { ENOUGH = 20000, MOST = 2000 }; /* texts that tell what a column holds; columns of values */

const char *table_head_text(const struct table_reading *r, size_t column)
{
	return r->table->columns[column].key.text;
}

const char *table_plain(struct arena *arena, const struct table_reading *r, size_t column, const char *text)
{
	return r->columns[column].decimal == SNIFF_COMMA ? sniff_with_point(arena, text) : text;
}

/* ---- what the columns hold ---- */

static void count_kinds(struct table_reading *r, size_t column)
{
	struct table_column_reading *c = &r->columns[column];
	const struct table_column *t = &r->table->columns[column];
	struct arena *scratch = arena_new_below(r->b->scratch);
	for (size_t i = TABLE_TEXT; i < t->n_texts && i < ENOUGH; i++) {
		switch (cell_read(scratch, table_plain(scratch, r, column, t->texts[i].text)).kind) {
		case CELL_MISSING:
			c->n_missing++;
			break;
		case CELL_NUMBER:
			c->n_numbers++;
			break;
		case CELL_INTERVAL:
			c->n_intervals++;
			break;
		case CELL_TEXT:
			c->n_texts++;
			break;
		}
		if (arena_used(scratch) > 1 << 20) {
			arena_free(scratch);
			scratch = arena_new_below(r->b->scratch);
		}
	}
	arena_free(scratch);
}

static char separator_of(const struct table *table)
{
	return table->origin && table->origin->separator ? table->origin->separator : ',';
}

/* Number marks of each column, and of the whole table. Texts that are no numbers have marks too, so only columns count
 * in which numbers prevail. */
static void read_marks(struct table_reading *r, struct sniff_marks *all)
{
	bool typed = r->table->tree || r->table->origin->format == READ_JSON; /* a number has a decimal point */
	double number;
	for (size_t c = 0; c < r->table->n_columns; c++) {
		const struct table_column *t = &r->table->columns[c];
		struct sniff_marks *marks = &r->columns[c].marks;
		for (size_t i = TABLE_TEXT; i < t->n_texts; i++)
			if (!(typed && strchr(t->texts[i].text, '.') && str_to_number(t->texts[i].text, &number)))
				sniff_count(marks, t->texts[i].text);
			else
				marks->a_point = marks->point++ ? marks->a_point : t->texts[i].text;
		if (r->columns[c].n_numbers + r->columns[c].n_intervals <= r->columns[c].n_texts)
			continue;
		all->point += marks->point;
		all->comma += marks->comma;
	}
}

/* "71,5" is not a number before the comma is known to be a decimal one. */
static void assume_comma(struct table_reading *r)
{
	for (size_t c = 0; c < r->table->n_columns; c++) {
		r->columns[c].decimal = SNIFF_COMMA;
		count_kinds(r, c);
	}
}

static void measure(struct table_reading *r)
{
	struct sniff_marks all = { 0 };
	assume_comma(r);
	read_marks(r, &all);
	for (size_t c = 0; c < r->table->n_columns; c++) {
		struct table_column_reading *column = &r->columns[c];
		const struct table_column *t = &r->table->columns[c];
		for (size_t row = 0; row < r->table->n_rows && !column->nested; row++)
			column->nested = t->cells[row] == TABLE_NESTED;
		column->decimal = sniff_decide(&column->marks, &all, separator_of(r->table));
		if (column->decimal == SNIFF_COMMA)
			continue;
		column->n_numbers = column->n_intervals = column->n_texts = column->n_missing = 0;
		count_kinds(r, c);
	}
}

bool table_is_numeric(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	return !c->nested && c->n_numbers && c->n_numbers >= c->n_texts;
}

/* ---- the heads ---- */

/* Names are texts: a number under such a head is measured. */
static bool fits(const struct table_reading *r, size_t column, enum record_key role)
{
	const struct table_column_reading *c = &r->columns[column];
	bool numeric = table_is_numeric(r, column);
	if (c->nested || c->used || c->head.stem || c->head.idle || c->head.role != role)
		return false;
	return (role != KEY_MODEL && role != KEY_BENCHMARK && role != KEY_ORGANISATION && role != KEY_VARIANT &&
	        role != KEY_SOURCE && role != KEY_STATUS && role != KEY_NOTE && role != KEY_LICENCE) ||
	       !numeric;
}

static void take_role(struct table_reading *r, enum record_key role)
{
	size_t best = r->roles[role];
	if (best != NO_COLUMN)
		return;
	for (size_t i = 0; i < r->table->n_columns; i++)
		if (fits(r, i, role) && (best == NO_COLUMN || r->columns[i].head.order < r->columns[best].head.order))
			best = i;
	r->roles[role] = best;
	if (best != NO_COLUMN)
		r->columns[best].used = true;
}

static bool all_differ(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	bool *seen = arena_alloc(r->b->scratch, t->n_texts + 1, sizeof *seen);
	for (size_t row = 0; row < r->table->n_rows; row++) {
		uint32_t cell = t->cells[row];
		if (cell < TABLE_TEXT || seen[cell])
			return false;
		seen[cell] = true;
	}
	return true;
}

/* What is known of some names: more of them are models (> 0), or benchmarks (< 0). */
static int lean(const struct table_reading *r, const char *name)
{
	enum record_key kind = table_name_kind(r->b->scratch, name);
	return kind == KEY_MODEL ? 1 : kind == KEY_BENCHMARK ? -1 : 0;
}

enum { ENOUGH_NAMES = 200 };

/* The same of the heads of numbers beside a column. */
static int heads_lean(const struct table_reading *r, size_t column)
{
	int heads = 0;
	for (size_t i = 0; i < r->table->n_columns && i < ENOUGH_NAMES; i++)
		if (i != column && table_is_numeric(r, i))
			heads += lean(r, table_head_text(r, i));
	return heads;
}

/* A column without a telling head, of benchmarks, beside one for each model. */
static bool names_benchmarks(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	int rows = 0, heads = heads_lean(r, column);
	for (size_t i = TABLE_TEXT; i < t->n_texts && i < ENOUGH_NAMES; i++)
		rows += lean(r, t->texts[i].text);
	return (rows < 0 && heads >= 0) || (heads > 0 && rows <= 0);
}

/* The one column of texts of which each names its row. */
static void guess_model(struct table_reading *r)
{
	size_t found = NO_COLUMN, n = 0;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		const struct table_column_reading *c = &r->columns[i];
		if (c->used || c->nested || c->head.idle || table_is_numeric(r, i) || c->n_intervals || !c->n_texts ||
		    c->head.role == KEY_DATE || c->head.role == KEY_NOTE)
			continue;
		n++;
		if (all_differ(r, i))
			found = i;
	}
	if (n != 1 || found == NO_COLUMN)
		return;
	r->across = names_benchmarks(r, found);
	r->roles[r->across ? KEY_BENCHMARK : KEY_MODEL] = found;
	r->columns[found].used = true;
}

static bool may_be_value(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	bool other = c->head.role != RECORD_KEYS && c->head.role != KEY_VALUE && c->head.role != KEY_BENCHMARK &&
	             c->head.role != KEY_MODEL && c->head.role != KEY_ORGANISATION && c->head.role != KEY_VARIANT;
	const char *text = table_head_text(r, column);
	bool unnamed = str_eq(text, READ_UNNAMED) || (column == 0 && str_starts(text, "column ")); /* grid.h */
	bool numbers_rows = unnamed || str_eq(text, "#");
	return !c->used && !c->head.idle && !other && !numbers_rows && table_is_numeric(r, column);
}

/* Of a table with a column of benchmarks: the one column of values. False if there may be several. */
static bool take_long_value(struct table_reading *r)
{
	size_t best = NO_COLUMN, n = 0;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		bool generic = r->columns[i].head.role == KEY_VALUE;
		if (!may_be_value(r, i))
			continue;
		n += !generic;
		if (best == NO_COLUMN || (generic && r->columns[best].head.role != KEY_VALUE) ||
		    (generic && r->columns[i].head.order < r->columns[best].head.order))
			best = i;
	}
	if (best == NO_COLUMN || (n > 1 && r->columns[best].head.role != KEY_VALUE))
		return false;
	table_add_value(r, best);
	return true;
}

static void take_wide_values(struct table_reading *r)
{
	for (size_t i = 0; i < r->table->n_columns; i++)
		if (may_be_value(r, i))
			table_add_value(r, i);
}

/* ---- what belongs to a value ---- */

static bool is_stem_of(const char *stem, const struct table_head *head, struct arena *arena)
{
	size_t n = strlen(stem);
	const char *rest = str_starts(head->key, stem) && head->key[n] == '_' ? head->key + n + 1 : "";
	return str_eq(stem, head->key) || table_is_measure(arena, rest) ||
	       str_eq(stem, arena_printf(arena, "%s_mean", head->key));
}

static bool is_only_leader(const struct table_reading *r, size_t v)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n_values; i++)
		n += r->values[i].leads;
	return n == 1 && r->values[v].leads;
}

static bool take_companions(struct table_reading *r)
{
	static const enum record_key kinds[] = { KEY_SE, KEY_CI, KEY_CI_LOW, KEY_CI_HIGH, KEY_N };
	for (size_t v = 0; v < r->n_values; v++)
		for (size_t i = 0; i < r->table->n_columns; i++) {
			struct table_column_reading *c = &r->columns[i];
			const char *stem = c->head.stem;
			if (c->used || !stem || r->values[v].companions[c->head.role] != NO_COLUMN)
				continue;
			bool board = str_eq(stem, "score") || str_eq(stem, "rating") || str_eq(stem, "elo");
			if (!(board && is_only_leader(r, v)) &&
			    !is_stem_of(stem, &r->columns[r->values[v].column].head, r->b->scratch))
				continue;
			r->values[v].companions[c->head.role] = i;
			c->used = true;
		}
	bool alone = r->n_values == 1; /* else "ci" may belong to any */
	for (size_t i = 0; i < r->table->n_columns; i++)
		alone &= !may_be_value(r, i);
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
		size_t column = r->roles[kinds[k]];
		if (column == NO_COLUMN && alone) {
			take_role(r, kinds[k]);
			column = r->roles[kinds[k]];
		}
		r->roles[kinds[k]] = NO_COLUMN;
		if (column != NO_COLUMN && r->n_values > 1) {
			diag_add(r->b->diags, DIAG_ERROR, r->table->columns[column].key.place, "map value too",
			         "\"%s\" may belong to each of %zu columns of values", table_head_text(r, column),
			         r->n_values);
			return false;
		}
		for (size_t v = 0; v < r->n_values && column != NO_COLUMN; v++)
			if (r->values[v].companions[kinds[k]] == NO_COLUMN)
				r->values[v].companions[kinds[k]] = column;
	}
	for (size_t v = 0; v < r->n_values; v++) { /* one end says nothing */
		size_t *low = &r->values[v].companions[KEY_CI_LOW], *high = &r->values[v].companions[KEY_CI_HIGH];
		if ((*low == NO_COLUMN) == (*high == NO_COLUMN))
			continue;
		r->columns[*low == NO_COLUMN ? *high : *low].used = false;
		*low = *high = NO_COLUMN;
	}
	return true;
}

/* ---- all of it ---- */

static bool has_sign(const char *text)
{
	return strstr(text, "\u00b1") || strstr(text, "+/-");
}

/* "MMLU ±" with nothing but half widths below it reads as "MMLU ci". */
static const char *head_meant(const struct table_reading *r, size_t column)
{
	const char *text = table_head_text(r, column);
	const struct table_column *c = &r->table->columns[column];
	size_t n = strlen(text), sign = str_ends(text, "\u00b1") ? strlen("\u00b1") : str_ends(text, "+/-") ? 3 : 0;
	if (!sign || sign == n)
		return text;
	for (size_t i = TABLE_TEXT; i < c->n_texts; i++)
		if (has_sign(c->texts[i].text))
			return text;
	return arena_printf(r->b->scratch, "%.*s ci", (int)(n - sign), text);
}

static void read_heads(struct table_reading *r)
{
	for (size_t i = 0; i < r->table->n_columns; i++)
		r->columns[i].head = table_head_of(r->b->arena, head_meant(r, i));
}

/* The first row holds a name that nobody knows, and numbers: it is a row like the others. */
static bool has_no_heads(const struct table_reading *r)
{
	size_t model = r->roles[KEY_MODEL];
	double number;
	if (model == NO_COLUMN || r->columns[model].mapped || r->columns[model].head.role != RECORD_KEYS ||
	    str_eq(table_head_text(r, model), READ_UNNAMED))
		return false;
	for (size_t v = 0; v < r->n_values; v++)
		if (!str_to_number(table_head_text(r, r->values[v].column), &number))
			return false;
	return true;
}

static bool find_values(struct table_reading *r, const char *path)
{
	bool mapped = r->n_values > 0, benchmarked = r->roles[KEY_BENCHMARK] != NO_COLUMN;
	if (r->roles[KEY_MODEL] == NO_COLUMN && benchmarked && !mapped) {
		bool generic = false;
		for (size_t i = 0; i < r->table->n_columns; i++)
			generic |= r->columns[i].head.role == KEY_VALUE && table_is_numeric(r, i);
		r->across = !generic && heads_lean(r, r->roles[KEY_BENCHMARK]) >= 0;
	}
	if (r->roles[KEY_MODEL] == NO_COLUMN && !r->across)
		guess_model(r);
	if (r->roles[KEY_MODEL] == NO_COLUMN && !r->across)
		return table_not_understood(r, path, "no column names the models");
	if (!mapped && benchmarked && !r->across && !take_long_value(r))
		return table_not_understood(r, path, "no one column has the values");
	if (!mapped && (!benchmarked || r->across))
		take_wide_values(r);
	if (r->n_values > MOST) {
		diag_add(r->b->diags, DIAG_ERROR, table_head_place(r),
		         "name those that matter: --map value=HEAD,value=HEAD",
		         "the table has %zu columns of values, more than the %d that are read", r->n_values, MOST);
		return false;
	}
	if (!mapped && r->n_values && has_no_heads(r))
		return table_not_understood(r, path, "no column has a name");
	if (!r->n_values)
		return table_not_understood(r, path, r->across ? "no column names the models" : "no column has values");
	return true;
}

bool table_understand(struct build *b, struct table *table, const struct feed *feed, const char *path,
                      struct table_reading *r)
{
	static const enum record_key shared[] = { KEY_VARIANT, KEY_ORGANISATION, KEY_RELEASED, KEY_LICENCE,
		                                  KEY_UNIT,    KEY_BETTER,       KEY_VERSION,  KEY_SOURCE,
		                                  KEY_DATE,    KEY_MEASURED,     KEY_STATUS,   KEY_LEVEL,
		                                  KEY_NOTE };
	*r = (struct table_reading){ .b = b, .table = table, .feed = feed, .trial = r->trial };
	r->columns = arena_alloc(b->scratch, table->n_columns + 1, sizeof *r->columns);
	r->values = arena_alloc(b->scratch, table->n_columns + 1, sizeof *r->values);
	for (size_t k = 0; k < RECORD_KEYS; k++)
		r->roles[k] = NO_COLUMN;
	read_heads(r);
	measure(r);
	if (!table_take_mapping(r))
		return false;
	take_role(r, KEY_MODEL);
	take_role(r, KEY_BENCHMARK);
	if (!table_models_are_clear(r))
		return false;
	if (!find_values(r, path))
		return false;
	for (size_t k = 0; k < sizeof shared / sizeof *shared; k++)
		take_role(r, shared[k]);
	table_take_runs(r);
	return take_companions(r) && table_numbers_are_clear(r);
}
