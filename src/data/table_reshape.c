/* From what a table is taken to say to plain records: one list of them for each column of values. Rows share
 * the cells of the table that they come from. */
#include "data/table_rewrite.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"

#include <string.h>

enum { UNITS = 200 }; /* a column of more is none of units */

struct making { /* one list of records */
	const struct table_reading *r;
	const struct table_value *value;
	struct rewritten w;
	struct table *table;
	size_t at; /* the column of values in the table */
};

static bool has_value(const struct making *m, size_t row)
{
	const char *text = table_cell(m->table, m->at, row);
	return *text && !quantity_is_missing(m->r->b->scratch, text);
}

/* Row by row, w NULL where all are bounds: ends that are offsets become bounds, and what has no value or one end alone
 * has no interval. */
static void put_rows(struct making *m, size_t column, const struct rewritten *w, const char *const *low_texts,
                     const char *const *high_texts, size_t high_column)
{
	const struct table *over = m->table->over;
	size_t low = table_empty(m->table, column, "ci_low"), high = table_empty(m->table, high_column, "ci_high");
	struct arena *scratch = arena_new_below(m->r->b->scratch);
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *a = low_texts[over->columns[column].cells[source]];
		const char *b = high_texts[over->columns[high_column].cells[source]];
		if (!*a || !*b || !has_value(m, row))
			continue;
		if (w && w->offsets[over->columns[column].cells[source]]) {
			a = table_sum(scratch, table_cell(m->table, m->at, row), a);
			b = table_sum(scratch, table_cell(m->table, m->at, row), b);
		}
		table_put_at(m->table, low, row, a, strlen(a));
		table_put_at(m->table, high, row, b, strlen(b));
	}
	arena_free(scratch);
}

static void put_half_rows(struct making *m, size_t column, const char *key, const char *const *texts)
{
	size_t at = table_empty(m->table, column, key);
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *text = texts[m->table->over->columns[column].cells[source]];
		if (*text && has_value(m, row))
			table_put_at(m->table, at, row, text, strlen(text));
	}
}

/* A share of a percent beside a fraction would be a hundred times off. */
static bool is_of_one_kind(struct making *m, size_t column, const struct rewritten *w)
{
	if (!w->n_percent || m->w.n_percent)
		return true;
	diag_add(m->r->b->diags, DIAG_WARNING, m->r->table->columns[column].key.place,
	         "write both with \"%\", or none of them", "\"%s\" is in percent, and \"%s\" is not: it is left out",
	         table_head_text(m->r, column), table_head_text(m->r, m->value->column));
	return false;
}

static void put_companions(struct making *m)
{
	struct arena *own = arena_new_below(m->r->b->scratch); /* the table copies what it takes */
	const size_t *companions = m->value->companions;
	size_t ci = companions[KEY_CI], low = companions[KEY_CI_LOW], high = companions[KEY_CI_HIGH],
	       se = companions[KEY_SE], n = companions[KEY_N];
	bool bounded = low != NO_COLUMN && high != NO_COLUMN;
	if (bounded) {
		struct rewritten a = table_rewrite_companion(own, m->r, low, PART_LOW),
				 b = table_rewrite_companion(own, m->r, high, PART_HIGH);
		bounded = is_of_one_kind(m, low, &a);
		if (bounded)
			put_rows(m, low, &a, a.parts[PART_LOW], b.parts[PART_HIGH], high);
	}
	if (ci != NO_COLUMN && !bounded) {
		struct rewritten w = table_rewrite_companion(own, m->r, ci, PART_HALF);
		bool fine = is_of_one_kind(m, ci, &w);
		if (fine && w.parts[PART_LOW])
			put_rows(m, ci, &w, w.parts[PART_LOW], w.parts[PART_HIGH], ci);
		if (fine && w.parts[PART_HALF])
			put_half_rows(m, ci, "ci", w.parts[PART_HALF]);
	} else if (!bounded) {
		if (m->w.parts[PART_LOW])
			put_rows(m, m->value->column, NULL, m->w.parts[PART_LOW], m->w.parts[PART_HIGH],
			         m->value->column);
		if (m->w.parts[PART_HALF])
			put_half_rows(m, m->value->column, "ci", m->w.parts[PART_HALF]);
	}
	if (se != NO_COLUMN) {
		struct rewritten w = table_rewrite_companion(own, m->r, se, PART_HALF);
		if (is_of_one_kind(m, se, &w))
			put_half_rows(m, se, "se", w.parts[PART_HALF]);
	}
	if (n != NO_COLUMN)
		put_half_rows(m, n, "n", table_rewrite_companion(own, m->r, n, PART_HALF).parts[PART_HALF]);
	arena_free(own);
}

/* ---- columns that all values share ---- */

/* The texts of a column of dates as ISO 8601; NULL if some are no dates. */
static const char *const *dates_of(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	const char **texts = arena_alloc(r->b->scratch, t->n_texts, sizeof *texts);
	for (size_t i = 0; i < t->n_texts; i++) {
		struct date date;
		texts[i] = "";
		if (i < TABLE_TEXT || quantity_is_missing(r->b->scratch, t->texts[i].text))
			continue;
		if (!cell_date(r->b->scratch, t->texts[i].text, &date))
			return NULL;
		texts[i] = date_iso(r->b->arena, date);
	}
	return texts;
}

/* True if every text is a word that the records know, or may be a unit. */
static bool is_known(const struct table_reading *r, size_t column, enum record_key role)
{
	static const char *const statuses[] = { "ok", "missing", "estimated", "unknown-zero", NULL };
	static const char *const measured[] = { "unknown", "first-party", "third-party", NULL };
	static const char *const better[] = { "unknown", "higher", "lower", NULL };
	const char *const *words = role == KEY_STATUS ? statuses : role == KEY_BETTER ? better : measured;
	const struct table_column *t = &r->table->columns[column];
	if (role == KEY_UNIT)
		return t->n_texts <= UNITS;
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++) {
		bool found = false;
		for (size_t k = 0; words[k]; k++)
			found |= str_eq(words[k], t->texts[i].text);
		if (!found)
			return false;
	}
	return true;
}

static void leave_out(struct table_reading *r, enum record_key role)
{
	r->columns[r->roles[role]].used = false;
	r->roles[role] = NO_COLUMN;
}

/* Takes out the columns whose heads promise what their cells do not hold. */
static void check_shared(struct table_reading *r)
{
	static const enum record_key closed[] = { KEY_UNIT, KEY_BETTER, KEY_MEASURED, KEY_STATUS };
	for (size_t k = 0; k < sizeof closed / sizeof *closed; k++)
		if (r->roles[closed[k]] != NO_COLUMN && !r->columns[r->roles[closed[k]]].mapped &&
		    !is_known(r, r->roles[closed[k]], closed[k]))
			leave_out(r, closed[k]);
	if (r->roles[KEY_DATE] != NO_COLUMN && !dates_of(r, r->roles[KEY_DATE]))
		leave_out(r, KEY_DATE);
}

static void lend(struct making *m, enum record_key role)
{
	if (m->r->roles[role] != NO_COLUMN)
		table_lend(m->table, m->r->roles[role], record_key_word(role));
}

/* The benchmark of a column: its head without the unit, unless that is the name of another. */
static const char *benchmark_of(const struct making *m)
{
	const struct table_reading *r = m->r;
	const char *shown = r->columns[m->value->column].head.shown;
	for (size_t v = 0; v < r->n_values; v++)
		if (&r->values[v] != m->value && str_eq(r->columns[r->values[v].column].head.shown, shown))
			return table_head_text(r, m->value->column);
	return shown;
}

/* Who and on what. */
static void put_names(struct making *m)
{
	const struct table_reading *r = m->r;
	if (r->across)
		table_fill(m->table, "model", table_head_text(r, m->value->column));
	else
		lend(m, KEY_MODEL);
	if (r->roles[KEY_BENCHMARK] != NO_COLUMN)
		lend(m, KEY_BENCHMARK);
	else
		table_fill(m->table, "benchmark", benchmark_of(m));
	lend(m, KEY_VARIANT);
	lend(m, KEY_ORGANISATION);
	lend(m, KEY_SOURCE);
	lend(m, KEY_VERSION);
	lend(m, KEY_MEASURED);
	lend(m, KEY_STATUS);
	lend(m, KEY_LEVEL);
	lend(m, KEY_NOTE);
	if (r->roles[KEY_DATE] != NO_COLUMN)
		table_lend_as(m->table, r->roles[KEY_DATE], "date", dates_of(r, r->roles[KEY_DATE]));
}

/* Each row names its unit, or none. */
static void put_units(struct making *m)
{
	size_t column = m->value->column, at = table_empty(m->table, column, "unit");
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *unit = m->w.units[m->table->over->columns[column].cells[source]];
		if (unit && *unit)
			table_put_at(m->table, at, row, unit, strlen(unit));
	}
}

/* Of the interval, as the heads of its columns say: "90% CI". NULL if they say none. */
static const char *level_of(const struct making *m)
{
	static const enum record_key ends[] = { KEY_CI, KEY_CI_LOW, KEY_CI_HIGH };
	const char *level = m->r->columns[m->value->column].head.level;
	for (size_t i = 0; i < sizeof ends / sizeof *ends && !level; i++) {
		size_t column = m->value->companions[ends[i]];
		level = column == NO_COLUMN ? NULL : m->r->columns[column].head.level;
	}
	return level;
}

static void put_measures(struct making *m)
{
	const struct table_reading *r = m->r;
	const struct table_head *head = &r->columns[m->value->column].head;
	const struct feed *feed = r->feed;
	const char *unit = feed && feed->unit ? feed->unit : m->w.unit ? m->w.unit->name : head->unit;
	if (m->w.n_percent && !m->w.n_plain && !(feed && feed->unit))
		unit = "percent";
	bool said = feed && feed->unit;
	if (unit && (said || !r->across))
		table_fill(m->table, "unit", unit);
	else if (r->across && r->roles[KEY_UNIT] == NO_COLUMN)
		put_units(m);
	else
		lend(m, KEY_UNIT);
	if (feed && feed->better)
		table_fill(m->table, "better", feed->better);
	else if (head->better != DIRECTION_UNKNOWN)
		table_fill(m->table, "better", direction_words[head->better]);
	else
		lend(m, KEY_BETTER);
	const char *level = level_of(m);
	if (level && r->roles[KEY_LEVEL] == NO_COLUMN)
		table_fill(m->table, "level", level);
}

/* ---- rows ---- */

/* Of a wide table: a row that sums up the others, where the user does not say which column is the models'. */
static bool sums_up(const struct table_reading *r, size_t row)
{
	static const char *const words[] = { "average", "total", "mean", "durchschnitt", "summe", "gesamt" };
	size_t model = r->roles[KEY_MODEL];
	if (model == NO_COLUMN || r->roles[KEY_BENCHMARK] != NO_COLUMN || r->columns[model].mapped)
		return false;
	const char *folded = dataset_fold(r->b->scratch, table_cell(r->table, model, row));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(folded, words[i]))
			return true;
	return false;
}

/* The rows that the feed wants and that name their model; NULL for all. False if a head is not there. */
static bool pick_rows(const struct table_reading *r, const uint32_t **picked, size_t *n_picked)
{
	const struct table *t = r->table;
	size_t model = r->roles[KEY_MODEL], n_where = r->feed ? r->feed->n_where : 0, nameless = 0;
	size_t *columns = arena_alloc(r->b->scratch, n_where + 1, sizeof *columns);
	for (size_t i = 0; i < n_where; i++)
		if ((columns[i] = table_column_called(r, r->feed->where[i].key, r->feed->where[i].place)) == NO_COLUMN)
			return false;
	uint32_t *rows = arena_alloc(r->b->scratch, t->n_rows + 1, sizeof *rows);
	*n_picked = 0;
	for (size_t row = 0; row < t->n_rows; row++) {
		bool wanted = true;
		for (size_t i = 0; i < n_where; i++) {
			bool any = false; /* several texts for one head: any of them */
			for (size_t k = 0; k < n_where; k++)
				any |= columns[k] == columns[i] &&
				       str_eq(table_cell(t, columns[k], row), r->feed->where[k].text);
			wanted &= any;
		}
		bool named = model == NO_COLUMN || *table_cell(t, model, row);
		nameless += wanted && !named;
		bool sums = wanted && named && sums_up(r, row);
		if (sums)
			diag_add(r->b->diags, DIAG_NOTE, table_place(t, model, row), "--map model=HEAD keeps it",
			         "the row \"%s\" sums up the others: it is left out", table_cell(t, model, row));
		if (wanted && named && !sums)
			rows[(*n_picked)++] = (uint32_t)row;
	}
	*picked = *n_picked == t->n_rows ? NULL : rows;
	if (nameless)
		diag_add(r->b->diags, DIAG_NOTE, t->columns[model].key.place, NULL,
		         nameless == 1 ? "%zu row without a model is left out"
		                       : "%zu rows without a model are left out",
		         nameless);
	if (n_where && !*n_picked)
		diag_add(r->b->diags, DIAG_ERROR, r->feed->where[0].place, NULL, "no row of %s is as where: says",
		         t->place.file);
	return !n_where || *n_picked;
}

static struct records *make(struct table_reading *r, const struct table_value *value, const uint32_t *picked,
                            size_t n_picked, const struct records *before)
{
	struct build *b = r->b;
	struct making m = { .r = r, .value = value, .w = table_rewrite(r, value->column) };
	m.table = table_over(b->scratch, r->table, picked, n_picked, table_head_text(r, value->column),
	                     before ? before->table : NULL);
	m.at = m.w.parts[PART_VALUE] ? table_lend_as(m.table, value->column, "value", m.w.parts[PART_VALUE])
	                             : table_lend(m.table, value->column, "value");
	put_names(&m);
	put_measures(&m);
	put_companions(&m);
	struct records *records = records_of(b, m.table);
	records->leads = value->leads;
	return records;
}

struct records *table_reshape(struct table_reading *r)
{
	struct records *first = NULL, *last = NULL, **next = &first;
	const uint32_t *picked = NULL;
	size_t n_picked = r->table->n_rows;
	if (!pick_rows(r, &picked, &n_picked))
		return NULL;
	check_shared(r);
	for (size_t v = 0; v < r->n_values; v++) {
		*next = last = make(r, &r->values[v], picked, n_picked, last);
		next = &last->next;
	}
	return first;
}
