/* From what a table is taken to say to plain records: one list of them for each column of values. Rows share
 * the cells of the table that they come from. */
#include "data/table_reshape.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"

#include <string.h>

enum { UNITS = 200 }; /* a column of more is none of units */

/* ---- means of repeated runs ---- */

static size_t column_for(const struct making *m, const char *key)
{
	const size_t *there = map_find(&m->table->numbers, key);
	return there ? *there : table_empty(m->table, m->value->column, key);
}

static size_t put_values(const struct making *m)
{
	const char *const *texts = m->w.parts[PART_VALUE];
	if (!m->means)
		return texts ? table_lend_as(m->table, m->value->column, "value", texts)
		             : table_lend(m->table, m->value->column, "value");
	size_t at = table_empty(m->table, m->value->column, "value");
	for (size_t row = 0; row < m->table->n_rows; row++) {
		uint32_t cell = m->table->over->columns[m->value->column].cells[m->table->picked[row]];
		const char *text = making_is_mean(m, row) ? m->means[row].value
		                                          : table_value_text(m->r, m->value->column, &m->w, cell);
		if (*text)
			table_put_at(m->table, at, row, text, strlen(text));
	}
	return at;
}

static void put_means(struct making *m)
{
	for (size_t row = 0; row < m->table->n_rows; row++) {
		const char *n, *se, *runs;
		if (!making_is_mean(m, row))
			continue;
		n = arena_printf(m->r->b->scratch, "%zu", m->means[row].n);
		table_put_at(m->table, column_for(m, "n"), row, n, strlen(n));
		if ((se = m->means[row].se))
			table_put_at(m->table, column_for(m, "se"), row, se, strlen(se));
		if ((runs = m->means[row].runs))
			table_put_at(m->table, column_for(m, "runs"), row, runs, strlen(runs));
	}
}

/* "mean of 5 runs", beside what is noted of the row. */
static void put_notes(const struct making *m)
{
	size_t column = m->r->roles[KEY_NOTE];
	for (size_t row = 0; row < m->table->n_rows; row++) {
		const char *note = column == NO_COLUMN ? "" : table_cell(m->table->over, column, m->table->picked[row]);
		if (making_is_mean(m, row))
			note = arena_printf(m->r->b->scratch, "mean of %zu runs", m->means[row].n);
		if (*note)
			table_put_at(m->table, column_for(m, "note"), row, note, strlen(note));
	}
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

static void tell_no_date(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	struct date date;
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++) {
		const char *text = t->texts[i].text;
		if (quantity_is_missing(r->b->scratch, text) || cell_date(r->b->scratch, text, &date))
			continue;
		diag_add(r->b->diags, DIAG_NOTE, t->key.place,
		         "leave the cell empty, or write a date: 2026-04-08, April 2026",
		         "the column \"%s\" is left out: \"%s\" is not a date", t->key.text, text);
		return;
	}
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

/* True if each benchmark has one version. */
static bool is_of_benchmarks(const struct table_reading *r, size_t column)
{
	size_t benchmark = r->roles[KEY_BENCHMARK];
	const uint32_t *cells = r->table->columns[column].cells;
	size_t n = benchmark == NO_COLUMN ? 1 : r->table->columns[benchmark].n_texts;
	uint32_t *version = arena_alloc(r->b->scratch, n, sizeof *version);
	for (size_t row = 0; row < r->table->n_rows; row++) {
		uint32_t *known = &version[benchmark == NO_COLUMN ? 0 : r->table->columns[benchmark].cells[row]];
		if (*known && *known != cells[row])
			return false;
		*known = cells[row];
	}
	return true;
}

/* True if each model has one text; where the columns are models, it can be of none of them. */
static bool is_of_models(const struct table_reading *r, size_t column)
{
	size_t model = r->roles[KEY_MODEL];
	if (r->across || model == NO_COLUMN)
		return false;
	const uint32_t *cells = r->table->columns[column].cells, *models = r->table->columns[model].cells;
	uint32_t *said = arena_alloc(r->b->scratch, r->table->columns[model].n_texts, sizeof *said);
	for (size_t row = 0; row < r->table->n_rows; row++) {
		uint32_t *known = &said[models[row]];
		if (cells[row] >= TABLE_TEXT && *known && *known != cells[row])
			return false;
		*known = cells[row] >= TABLE_TEXT ? cells[row] : *known;
	}
	return true;
}

static void leave_out(struct table_reading *r, enum record_key role)
{
	r->columns[r->roles[role]].used = false;
	r->roles[role] = NO_COLUMN;
}

/* What the user maps is not left out: its cells are wrong if they do not fit. */
static bool is_guessed(const struct table_reading *r, enum record_key role)
{
	return r->roles[role] != NO_COLUMN && !r->columns[r->roles[role]].mapped;
}

/* Takes out the columns whose heads promise what their cells do not hold. */
static void check_shared(struct table_reading *r)
{
	static const enum record_key closed[] = { KEY_UNIT, KEY_BETTER, KEY_MEASURED, KEY_STATUS };
	static const enum record_key of_models[] = { KEY_RELEASED, KEY_LICENCE }, dates[] = { KEY_DATE, KEY_RELEASED };
	for (size_t k = 0; k < sizeof closed / sizeof *closed; k++)
		if (is_guessed(r, closed[k]) && !is_known(r, r->roles[closed[k]], closed[k]))
			leave_out(r, closed[k]);
	if (is_guessed(r, KEY_VERSION) && !is_of_benchmarks(r, r->roles[KEY_VERSION]))
		leave_out(r, KEY_VERSION); /* that of a model */
	for (size_t k = 0; k < sizeof of_models / sizeof *of_models; k++)
		if (is_guessed(r, of_models[k]) && !is_of_models(r, r->roles[of_models[k]]))
			leave_out(r, of_models[k]);
	for (size_t k = 0; k < sizeof dates / sizeof *dates; k++)
		if (is_guessed(r, dates[k]) && !dates_of(r, r->roles[dates[k]])) {
			tell_no_date(r, r->roles[dates[k]]);
			leave_out(r, dates[k]);
		}
}

static void lend(struct making *m, enum record_key role)
{
	if (m->r->roles[role] != NO_COLUMN)
		table_lend(m->table, m->r->roles[role], record_key_word(role));
}

/* As they are where some are no dates, which the records then tell. */
static void lend_dates(struct making *m, enum record_key role)
{
	size_t column = m->r->roles[role];
	const char *const *dates = column == NO_COLUMN ? NULL : dates_of(m->r, column);
	if (dates)
		table_lend_as(m->table, column, record_key_word(role), dates);
	else
		lend(m, role);
}

/* ---- benchmarks in rows ---- */

static const struct table_head *row_head(const struct making *m, size_t row)
{
	size_t source = m->table->picked ? m->table->picked[row] : row;
	uint32_t cell = m->r->table->columns[m->r->roles[KEY_BENCHMARK]].cells[source];
	return cell >= TABLE_TEXT ? &m->r->rows[cell] : NULL;
}

static void put_benchmarks(struct making *m)
{
	size_t column = m->r->roles[KEY_BENCHMARK], n = m->r->table->columns[column].n_texts;
	const char **texts = arena_alloc(m->r->b->scratch, n, sizeof *texts);
	for (size_t i = 0; i < n; i++)
		texts[i] = i < TABLE_TEXT ? "" : m->r->rows[i].shown;
	table_lend_as(m->table, column, "benchmark", texts);
}

/* Each row may say which of its numbers are better. */
static void put_row_directions(struct making *m)
{
	size_t at = table_empty(m->table, m->value->column, "better");
	for (size_t row = 0; row < m->table->n_rows; row++) {
		const struct table_head *head = row_head(m, row);
		const char *better = head && head->better != DIRECTION_UNKNOWN ? direction_words[head->better] : "";
		if (*better)
			table_put_at(m->table, at, row, better, strlen(better));
	}
}

/* The name of a column, of a benchmark or a model: its head without the unit, unless that is the name of another. */
static const char *head_without_unit(const struct making *m)
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
		table_fill(m->table, "model", head_without_unit(m));
	else
		lend(m, KEY_MODEL);
	if (r->rows)
		put_benchmarks(m);
	else
		table_fill(m->table, "benchmark", head_without_unit(m));
	lend(m, KEY_VARIANT);
	lend(m, KEY_ORGANISATION);
	lend(m, KEY_LICENCE);
	lend(m, KEY_SOURCE);
	lend(m, KEY_VERSION);
	lend(m, KEY_MEASURED);
	lend(m, KEY_STATUS);
	lend(m, KEY_LEVEL);
	if (m->means)
		put_notes(m);
	else
		lend(m, KEY_NOTE);
	static const enum record_key dates[] = { KEY_DATE, KEY_RELEASED };
	for (size_t k = 0; k < sizeof dates / sizeof *dates; k++)
		lend_dates(m, dates[k]);
}

/* Each row names its unit, or none. */
static void put_units(struct making *m)
{
	size_t column = m->value->column, at = table_empty(m->table, column, "unit");
	for (size_t row = 0; row < m->table->n_rows; row++) {
		size_t source = m->table->picked ? m->table->picked[row] : row;
		const char *unit = m->w.units ? m->w.units[m->table->over->columns[column].cells[source]] : NULL;
		const struct table_head *head = row_head(m, row);
		if (!(unit && *unit) && head)
			unit = head->unit;
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
	else if (r->rows && r->roles[KEY_UNIT] == NO_COLUMN)
		put_units(m);
	else
		lend(m, KEY_UNIT);
	if (feed && feed->better)
		table_fill(m->table, "better", feed->better);
	else if (head->better != DIRECTION_UNKNOWN)
		table_fill(m->table, "better", direction_words[head->better]);
	else if (r->rows && r->roles[KEY_BETTER] == NO_COLUMN)
		put_row_directions(m);
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

/* What the texts of the column of benchmarks say, as heads do: "Latency (ms) ↓". */
static void read_row_heads(struct table_reading *r)
{
	size_t column = r->roles[KEY_BENCHMARK];
	if (column == NO_COLUMN)
		return;
	const struct table_column *t = &r->table->columns[column];
	struct map seen = map_new(r->b->scratch);
	r->rows = arena_alloc(r->b->scratch, t->n_texts, sizeof *r->rows);
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++) {
		struct table_head *head = &r->rows[i], *first;
		*head = table_head_of(r->b->arena, t->texts[i].text);
		first = map_put(&seen, head->shown, head);
		if (first == head)
			continue;
		first->shown = t->texts[first - r->rows].text; /* two of one name: each as it is written */
		head->shown = t->texts[i].text;
	}
}

/* A row of a standard error; of a table with a benchmark in each row also of a rank, a licence, a date. */
static bool is_beside(const struct table_reading *r, size_t row)
{
	size_t column = r->roles[KEY_BENCHMARK];
	if (column == NO_COLUMN || r->columns[column].mapped || r->table->columns[column].cells[row] < TABLE_TEXT)
		return false;
	const struct table_head *head = &r->rows[r->table->columns[column].cells[row]];
	if (!r->across)
		return head->stem != NULL && head->role != KEY_N;
	return head->idle || head->stem ||
	       (head->role != RECORD_KEYS && head->role != KEY_VALUE && head->role != KEY_BENCHMARK);
}

static void tell_beside(const struct table_reading *r, size_t first, size_t count)
{
	size_t column = r->roles[KEY_BENCHMARK];
	if (count)
		diag_add(r->b->diags, DIAG_NOTE, table_place(r->table, column, first),
		         "--map benchmark=HEAD keeps them", "left out: \"%s\"%s, not of a benchmark",
		         table_cell(r->table, column, first),
		         count == 1   ? ", a row"
		         : count == 2 ? " and another row"
		                      : arena_printf(r->b->arena, " and %zu more rows", count - 1));
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
	size_t beside = 0, first_beside = 0;
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
		bool left = wanted && is_beside(r, row);
		first_beside = left && !beside++ ? row : first_beside;
		if (wanted && named && !sums && !left)
			rows[(*n_picked)++] = (uint32_t)row;
	}
	*picked = *n_picked == t->n_rows ? NULL : rows;
	tell_beside(r, first_beside, beside);
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

static struct records *make(struct table_reading *r, const struct table_value *value, const struct repeats *repeats,
                            const uint32_t *picked, size_t n_picked, const struct records *before)
{
	struct build *b = r->b;
	struct making m = { .r = r, .value = value, .w = table_rewrite(r, value->column) };
	if (repeats) {
		struct repeated_rows kept = repeats_of(repeats, &m.w, value->column);
		picked = kept.rows;
		n_picked = kept.n;
		m.means = kept.means;
	}
	m.table = table_over(b->scratch, r->table, picked, n_picked, table_head_text(r, value->column),
	                     before ? before->table : NULL);
	m.at = put_values(&m);
	put_names(&m);
	put_measures(&m);
	making_put_companions(&m);
	if (m.means)
		put_means(&m);
	struct records *records = records_of(b, m.table);
	records->leads = value->leads;
	return records;
}

struct records *table_reshape(struct table_reading *r)
{
	struct records *first = NULL, *last = NULL, **next = &first;
	const uint32_t *picked = NULL;
	size_t n_picked = r->table->n_rows;
	read_row_heads(r);
	if (!pick_rows(r, &picked, &n_picked))
		return NULL;
	check_shared(r);
	const char *const *dates = r->roles[KEY_DATE] == NO_COLUMN ? NULL : dates_of(r, r->roles[KEY_DATE]);
	struct repeats *repeats = repeats_find(r, picked, n_picked, dates);
	for (size_t v = 0; v < r->n_values; v++) {
		*next = last = make(r, &r->values[v], repeats, picked, n_picked, last);
		next = &last->next;
	}
	if (repeats)
		repeats_tell(repeats);
	return first;
}
