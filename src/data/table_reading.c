#include "data/table_reading.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <string.h>

enum { ENOUGH = 20000, MOST = 2000 }; /* texts that tell what a column holds; columns of values */

static const char *head_at(const struct table_reading *r, size_t column)
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
	for (size_t c = 0; c < r->table->n_columns; c++) {
		const struct table_column *t = &r->table->columns[c];
		struct sniff_marks *marks = &r->columns[c].marks;
		for (size_t i = TABLE_TEXT; i < t->n_texts; i++)
			sniff_count(marks, t->texts[i].text);
		if (r->columns[c].n_numbers + r->columns[c].n_intervals <= r->columns[c].n_texts)
			continue;
		all->point += marks->point;
		all->comma += marks->comma;
	}
}

/* "71,5" is no number before the comma is known to be one. */
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

static bool is_numeric(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	return !c->nested && c->n_numbers && c->n_numbers >= c->n_texts;
}

/* ---- the mapping ---- */

static size_t column_named(const struct table_reading *r, const char *head)
{
	const char *fold = dataset_fold(r->b->scratch, head);
	size_t found = NO_COLUMN;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		if (str_eq(head_at(r, i), head))
			return i;
		if (found == NO_COLUMN && str_eq(dataset_fold(r->b->scratch, head_at(r, i)), fold))
			found = i;
	}
	return found;
}

size_t table_column_called(const struct table_reading *r, const char *head, struct place place)
{
	size_t found = column_named(r, head);
	if (found != NO_COLUMN)
		return found;
	struct nearest nearest = nearest_to(head);
	struct strbuf heads = strbuf_new(r->b->arena);
	strbuf_add(&heads, "it has ");
	for (size_t i = 0; i < r->table->n_columns && i < 20; i++) {
		nearest_offer(&nearest, head_at(r, i));
		strbuf_addf(&heads, "%s%s", i ? ", " : "", head_at(r, i));
	}
	diag_add(r->b->diags, DIAG_ERROR, place.file ? place : r->table->place,
	         nearest_hint(r->b->arena, &nearest, heads.s), "the table has no column \"%s\"", head);
	return NO_COLUMN;
}

static enum record_key role_called(const char *key)
{
	for (size_t i = 0; feed_role_at(i); i++)
		if (str_eq(feed_role_at(i), key))
			return record_key_named(key);
	return RECORD_KEYS;
}

static void add_value(struct table_reading *r, size_t column)
{
	struct table_value *value = &r->values[r->n_values++];
	*value = (struct table_value){ .column = column };
	for (size_t k = 0; k < RECORD_KEYS; k++)
		value->companions[k] = NO_COLUMN;
	value->leads = r->columns[column].head.role == KEY_VALUE || str_eq(r->columns[column].head.unit, "elo");
	r->columns[column].used = true;
}

static bool is_companion(enum record_key role)
{
	return role == KEY_SE || role == KEY_CI || role == KEY_CI_LOW || role == KEY_CI_HIGH || role == KEY_N;
}

/* The k-th column of a companion belongs to the k-th of the values; one sample may be that of all. */
static bool pair_companions(struct table_reading *r, enum record_key role, const size_t *columns, size_t n)
{
	bool shared = role == KEY_N && n == 1;
	if (n && n != r->n_values && !shared) {
		diag_add(r->b->diags, DIAG_ERROR, r->table->place, "map as many of both, in the same order",
		         "%zu %s mapped to value, and %zu to %s", r->n_values,
		         r->n_values == 1 ? "column is" : "columns are", n, record_key_word(role));
		return false;
	}
	for (size_t v = 0; v < r->n_values && n; v++)
		r->values[v].companions[role] = columns[shared ? 0 : v];
	return true;
}

/* The column that a pair maps; NO_COLUMN with an error. */
static size_t take_pair(struct table_reading *r, const struct feed_pair *pair)
{
	size_t column = table_column_called(r, pair->text, pair->place);
	if (column == NO_COLUMN)
		return NO_COLUMN;
	if (r->columns[column].used) {
		diag_add(r->b->diags, DIAG_ERROR, pair->place.file ? pair->place : r->table->place, NULL,
		         "the column \"%s\" is mapped twice", pair->text);
		return NO_COLUMN;
	}
	r->columns[column].used = r->columns[column].mapped = true;
	return column;
}

static bool take_mapping(struct table_reading *r)
{
	size_t n_pairs = r->feed ? r->feed->n_columns : 0, n[RECORD_KEYS] = { 0 };
	size_t *columns[RECORD_KEYS] = { 0 };
	bool ok = true;
	for (size_t i = 0; i < n_pairs; i++) {
		enum record_key role = role_called(r->feed->columns[i].key);
		size_t column = role < RECORD_KEYS ? take_pair(r, &r->feed->columns[i]) : NO_COLUMN;
		if (column == NO_COLUMN) {
			ok = false;
		} else if (role == KEY_VALUE) {
			add_value(r, column);
		} else if (is_companion(role)) {
			columns[role] =
				columns[role] ? columns[role] : arena_alloc(r->b->scratch, n_pairs, sizeof **columns);
			columns[role][n[role]++] = column;
		} else {
			r->roles[role] = column;
		}
	}
	for (size_t role = 0; role < RECORD_KEYS && r->n_values && ok; role++)
		ok = pair_companions(r, (enum record_key)role, columns[role], n[role]) && ok;
	for (size_t role = 0; role < RECORD_KEYS && !r->n_values; role++)
		if (n[role])
			r->roles[role] = columns[role][0]; /* of the one column of values that will be found */
	return ok;
}

/* ---- the heads ---- */

/* Names are texts: a number under such a head is measured. */
static bool fits(const struct table_reading *r, size_t column, enum record_key role)
{
	const struct table_column_reading *c = &r->columns[column];
	bool numeric = is_numeric(r, column);
	if (c->nested || c->used || c->head.stem || c->head.idle || c->head.role != role)
		return false;
	return (role != KEY_MODEL && role != KEY_BENCHMARK && role != KEY_ORGANISATION && role != KEY_VARIANT &&
	        role != KEY_SOURCE && role != KEY_STATUS && role != KEY_NOTE && role != KEY_DATE) ||
	       !numeric || role == KEY_DATE;
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

/* The one column of texts of which each names its row. */
static void guess_model(struct table_reading *r)
{
	size_t found = NO_COLUMN, n = 0;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		const struct table_column_reading *c = &r->columns[i];
		if (c->used || c->nested || c->head.idle || is_numeric(r, i) || c->n_intervals || !c->n_texts)
			continue;
		n++;
		if (all_differ(r, i))
			found = i;
	}
	if (n != 1 || found == NO_COLUMN)
		return;
	r->roles[KEY_MODEL] = found;
	r->columns[found].used = true;
}

static bool may_be_value(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	bool other = c->head.role != RECORD_KEYS && c->head.role != KEY_VALUE && c->head.role != KEY_BENCHMARK &&
	             c->head.role != KEY_MODEL && c->head.role != KEY_ORGANISATION && c->head.role != KEY_VARIANT;
	bool numbers_rows = str_eq(head_at(r, column), READ_UNNAMED);
	return !c->used && !c->head.idle && !other && !numbers_rows && is_numeric(r, column);
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
	add_value(r, best);
	return true;
}

static void take_wide_values(struct table_reading *r)
{
	for (size_t i = 0; i < r->table->n_columns; i++)
		if (may_be_value(r, i))
			add_value(r, i);
}

/* ---- what belongs to a value ---- */

static bool is_stem_of(const char *stem, const struct table_head *head, struct arena *arena)
{
	return str_eq(stem, head->key) || str_eq(arena_printf(arena, "%s_mean", stem), head->key) ||
	       str_eq(arena_printf(arena, "%s_score", stem), head->key) ||
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
			         "\"%s\" may belong to each of %zu columns of values", head_at(r, column), r->n_values);
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

/* ---- what is said ---- */

static void list_heads(const struct table_reading *r, struct strbuf *out, const size_t *columns, size_t n)
{
	enum { SHOWN = 8 };
	for (size_t i = 0; i < n && i < SHOWN; i++)
		strbuf_addf(out, "%s\"%s\"", !i ? "" : i + 1 == n ? " and " : ", ", head_at(r, columns[i]));
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

static struct place head_place(const struct table_reading *r)
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
		            head_at(r, r->roles[KEY_BENCHMARK]));
		list_heads(r, &s, columns, n);
	} else if (r->roles[KEY_BENCHMARK] != NO_COLUMN) {
		strbuf_addf(&s, "read as a table of models (\"%s\"), benchmarks (\"%s\") and values (",
		            head_at(r, r->roles[KEY_MODEL]), head_at(r, r->roles[KEY_BENCHMARK]));
		list_heads(r, &s, columns, n);
		strbuf_add(&s, ")");
	} else {
		strbuf_addf(&s, "read as a table with a model in each row (\"%s\") and the values of %s ",
		            head_at(r, r->roles[KEY_MODEL]), n == 1 ? "the benchmark" : "the benchmarks");
		list_heads(r, &s, columns, n);
	}
	n = columns_of(r, false, columns);
	if (n) {
		strbuf_add(&s, "; left out: ");
		list_heads(r, &s, columns, n);
	}
	diag_add(r->b->diags, DIAG_NOTE, head_place(r), "--map says otherwise: --map model=HEAD,value=HEAD", "%s", s.s);
}

/* A mapping that could read it: what is recognised, and the best guess for the rest. */
static const char *mapping_for(const struct table_reading *r)
{
	struct strbuf s = strbuf_new(r->b->arena);
	size_t model = r->roles[KEY_MODEL], benchmark = r->roles[KEY_BENCHMARK], value = NO_COLUMN;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		const struct table_column_reading *c = &r->columns[i];
		if (value == NO_COLUMN && (is_numeric(r, i) || c->head.role == KEY_VALUE) && !c->head.idle &&
		    i != benchmark)
			value = i;
		if (model == NO_COLUMN && !is_numeric(r, i) && !c->nested && !c->head.idle && i != benchmark)
			model = i;
	}
	strbuf_addf(&s, "model=%s", model == NO_COLUMN ? "HEAD" : head_at(r, model));
	if (benchmark != NO_COLUMN)
		strbuf_addf(&s, ",benchmark=%s", head_at(r, benchmark));
	strbuf_addf(&s, ",value=%s", value == NO_COLUMN ? "HEAD" : head_at(r, value));
	return s.s;
}

/* What a column is known as, for the message; NULL: nothing. */
static const char *known_as(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	if (c->head.idle)
		return "left out";
	if (c->head.role != RECORD_KEYS)
		return record_key_word(c->head.role);
	return c->head.unit && is_numeric(r, column) ? "value" : NULL;
}

/* The one message about a table that cannot be understood. */
static bool not_understood(const struct table_reading *r, const char *path, const char *lacking)
{
	enum { SHOWN = 8 };
	struct strbuf heads = strbuf_new(r->b->arena), hint = strbuf_new(r->b->arena);
	size_t *columns = arena_alloc(r->b->scratch, r->table->n_columns + 1, sizeof *columns), known = 0;
	for (size_t i = 0; i < r->table->n_columns; i++) {
		columns[i] = i;
		if (known_as(r, i) && known++ < SHOWN)
			strbuf_addf(&hint, "%s%s as %s", known > 1 ? ", " : "recognised: ", head_at(r, i),
			            known_as(r, i));
	}
	list_heads(r, &heads, columns, r->table->n_columns);
	strbuf_addf(&hint, "%s; say which is which: benchbrief chart leaderboard %s --map '%s'",
	            known ? "" : "no column is recognised", path ? path : "FILE", mapping_for(r));
	diag_add(r->b->diags, DIAG_ERROR, head_place(r), hint.s, "this table cannot be understood: %s among %s",
	         lacking, heads.s);
	return false;
}

/* A column of values that may be a thousand times off. */
static bool numbers_are_clear(const struct table_reading *r)
{
	bool ok = true;
	for (size_t v = 0; v < r->n_values; v++) {
		size_t i = r->values[v].column;
		const struct table_column_reading *c = &r->columns[i];
		struct place place = r->table->columns[i].key.place;
		if (c->decimal == SNIFF_BOTH) {
			diag_add(r->b->diags, DIAG_ERROR, place, "write all of them one way",
			         "\"%s\" has numbers with a decimal point, \"%s\", and with a decimal comma, \"%s\"",
			         head_at(r, i), c->marks.a_point, c->marks.a_comma);
			ok = false;
		} else if (c->decimal == SNIFF_UNDECIDED) {
			diag_add(r->b->diags, DIAG_ERROR, place,
			         "write thousands without a mark, or decimals with a point",
			         "the numbers of \"%s\", such as \"%s\", may be thousands or have three decimal places",
			         head_at(r, i), c->marks.an_either);
			ok = false;
		} else if (c->decimal == SNIFF_COMMA) {
			diag_add(r->b->diags, DIAG_NOTE, place, NULL, "the comma in \"%s\" is taken as a decimal comma",
			         head_at(r, i));
		} else if (c->marks.either && !c->marks.point) {
			diag_add(r->b->diags, DIAG_NOTE, place, NULL,
			         "the comma in \"%s\" (\"%s\") is taken as a mark of thousands", head_at(r, i),
			         c->marks.an_either);
		}
	}
	return ok;
}

/* ---- all of it ---- */

static void read_heads(struct table_reading *r)
{
	for (size_t i = 0; i < r->table->n_columns; i++)
		r->columns[i].head = table_head_of(r->b->arena, head_at(r, i));
}

static bool find_values(struct table_reading *r, const char *path)
{
	bool mapped = r->n_values > 0, benchmarked = r->roles[KEY_BENCHMARK] != NO_COLUMN;
	if (r->roles[KEY_MODEL] == NO_COLUMN && benchmarked && !mapped) {
		bool generic = false;
		for (size_t i = 0; i < r->table->n_columns; i++)
			generic |= r->columns[i].head.role == KEY_VALUE && is_numeric(r, i);
		r->across = !generic;
	}
	if (r->roles[KEY_MODEL] == NO_COLUMN && !r->across)
		guess_model(r);
	if (r->roles[KEY_MODEL] == NO_COLUMN && !r->across)
		return not_understood(r, path, "no column names the models");
	if (!mapped && benchmarked && !r->across && !take_long_value(r))
		return not_understood(r, path, "no one column has the values");
	if (!mapped && (!benchmarked || r->across))
		take_wide_values(r);
	if (r->n_values > MOST) {
		diag_add(r->b->diags, DIAG_ERROR, head_place(r), "name those that matter: --map value=HEAD,value=HEAD",
		         "the table has %zu columns of values, more than the %d that are read", r->n_values, MOST);
		return false;
	}
	if (!r->n_values)
		return not_understood(r, path, r->across ? "no column names the models" : "no column has values");
	return true;
}

bool table_understand(struct build *b, const struct table *table, const struct feed *feed, const char *path,
                      struct table_reading *r)
{
	static const enum record_key shared[] = { KEY_VARIANT, KEY_ORGANISATION, KEY_UNIT, KEY_BETTER,
		                                  KEY_VERSION, KEY_SOURCE,       KEY_DATE, KEY_MEASURED,
		                                  KEY_STATUS,  KEY_LEVEL,        KEY_NOTE };
	*r = (struct table_reading){ .b = b, .table = table, .feed = feed };
	r->columns = arena_alloc(b->scratch, table->n_columns + 1, sizeof *r->columns);
	r->values = arena_alloc(b->scratch, table->n_columns + 1, sizeof *r->values);
	for (size_t k = 0; k < RECORD_KEYS; k++)
		r->roles[k] = NO_COLUMN;
	read_heads(r);
	measure(r);
	if (!take_mapping(r))
		return false;
	take_role(r, KEY_MODEL);
	take_role(r, KEY_BENCHMARK);
	if (!find_values(r, path))
		return false;
	for (size_t k = 0; k < sizeof shared / sizeof *shared; k++)
		take_role(r, shared[k]);
	return take_companions(r) && numbers_are_clear(r);
}
