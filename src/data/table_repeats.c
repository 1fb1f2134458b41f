#include "data/table_repeats.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"
#include "data/spread.h"

#include <math.h>
#include <string.h>

#define NO_ROW UINT32_MAX

struct repeats {
	const struct table_reading *r;
	const char *const *dates; /* of the texts of the column of dates; NULL: none */
	const uint32_t *rows;     /* of the table, in ascending order */
	size_t n;
	uint32_t *group, *next; /* of each: its group, and the next of that */
	size_t n_groups;
	bool *again; /* of each group: a run is in it twice */
	struct repeated_total *total;
};

struct repeated_total { /* of what was averaged, for the one note */
	size_t least, most;
};

struct key { /* the columns whose cells tell groups apart */
	size_t *columns;
	size_t n;
};

static uint32_t cell_at(const struct repeats *p, size_t column, size_t i)
{
	return p->r->table->columns[column].cells[p->rows[i]];
}

/* ---- which columns ---- */

/* What somebody wrote beside the values and may set rows apart: a text, or the setting of a model. When a row was
 * measured does not. */
static bool sets_apart(const struct table_reading *r, size_t column)
{
	static const char *const settings[] = { "shots",  "n_shot", "num_fewshot", "temperature",
		                                "top_p",  "top_k",  "context",     "context_length",
		                                "params", "type",   "max_tokens",  "context_window",
		                                "level",  "version" };
	const struct table_column_reading *c = &r->columns[column];
	const struct table_column *t = &r->table->columns[column];
	struct date date;
	if (c->used || c->nested)
		return false;
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		if (str_eq(c->head.key, settings[i]))
			return true;
	bool of_run = str_eq(c->head.key, "name") || str_eq(c->head.key, "state"); /* as trackers of runs have them */
	if (c->head.idle || of_run || table_is_numeric(r, column) || !c->n_texts)
		return false;
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++)
		if (!cell_date(r->b->scratch, t->texts[i].text, &date))
			return true;
	return false;
}

static void add_column(struct key *key, size_t column)
{
	if (column != NO_COLUMN)
		key->columns[key->n++] = column;
}

/* Who is measured on what, and how. */
static struct key key_of(const struct table_reading *r)
{
	static const enum record_key named[] = { KEY_MODEL, KEY_VARIANT, KEY_BENCHMARK, KEY_SOURCE, KEY_VERSION,
		                                 KEY_UNIT,  KEY_BETTER,  KEY_MEASURED,  KEY_STATUS };
	struct key key = { arena_alloc(r->b->scratch, r->table->n_columns + RECORD_KEYS, sizeof *key.columns), 0 };
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		add_column(&key, r->roles[named[i]]);
	return key;
}

/* ---- groups ---- */

static bool same_key(const struct repeats *p, const struct key *key, size_t a, size_t b)
{
	for (size_t k = 0; k < key->n; k++)
		if (cell_at(p, key->columns[k], a) != cell_at(p, key->columns[k], b))
			return false;
	return true;
}

static uint64_t hash_of(const struct repeats *p, const struct key *key, size_t i)
{
	uint64_t h = 0x9e3779b97f4a7c15u;
	for (size_t k = 0; k < key->n; k++)
		h = (h ^ cell_at(p, key->columns[k], i)) * 0x9fb21c651e98df25u;
	return h ^ h >> 32;
}

/* Of each row the first that agrees with it; how many there are. */
static size_t find_firsts(const struct repeats *p, const struct key *key, uint32_t *firsts)
{
	struct arena *scratch = arena_new_below(p->r->b->scratch);
	size_t n_slots = 64, found = 0;
	while (n_slots < 2 * p->n)
		n_slots *= 2;
	uint32_t *slots = arena_alloc(scratch, n_slots, sizeof *slots); /* 1 + a row */
	for (size_t i = 0; i < p->n; i++) {
		size_t at = hash_of(p, key, i) & (n_slots - 1);
		while (slots[at] && !same_key(p, key, slots[at] - 1, i))
			at = (at + 1) & (n_slots - 1);
		if (!slots[at]) {
			slots[at] = (uint32_t)i + 1;
			found++;
		}
		firsts[i] = slots[at] - 1;
	}
	arena_free(scratch);
	return found;
}

/* Groups of the rows that agree in the key, each in the order of the file. True if no run is twice in one. */
static bool group_rows(struct repeats *p, const struct key *named)
{
	struct arena *arena = p->r->b->scratch;
	struct key key = *named; /* and the run */
	uint32_t *firsts = arena_alloc(arena, p->n, sizeof *firsts), *runs = arena_alloc(arena, p->n, sizeof *runs);
	uint32_t *last = arena_alloc(arena, p->n, sizeof *last); /* of each group */
	bool clear = true;
	find_firsts(p, &key, firsts);
	for (size_t k = 0; k < p->r->n_runs; k++)
		add_column(&key, p->r->runs[k]);
	find_firsts(p, &key, runs);
	p->n_groups = 0;
	for (size_t i = 0; i < p->n; i++) {
		bool opens = firsts[i] == i;
		size_t group = p->group[i] = opens ? (uint32_t)p->n_groups++ : p->group[firsts[i]];
		if (opens)
			p->again[group] = false;
		else
			p->next[last[group]] = (uint32_t)i;
		last[group] = (uint32_t)i;
		p->next[i] = NO_ROW;
		p->again[group] |= runs[i] != i;
		clear &= runs[i] == i;
	}
	return clear;
}

/* The first column beside the key in which rows of one group differ; NO_COLUMN: none. */
static size_t what_differs(const struct repeats *p)
{
	for (size_t column = 0; column < p->r->table->n_columns; column++) {
		if (!sets_apart(p->r, column))
			continue;
		for (size_t i = 0; i < p->n; i++)
			if (p->next[i] != NO_ROW && cell_at(p, column, i) != cell_at(p, column, p->next[i]))
				return column;
	}
	return NO_COLUMN;
}

/* What can be done about rows that say one thing twice, for the message about each. */
static void keep_remedy(const struct repeats *p, char *remedy)
{
	map_put(&p->r->b->remedies, p->r->table->place.file, remedy);
}

static void tell_apart(const struct repeats *p, size_t column)
{
	const struct table_reading *r = p->r;
	const char *run = table_head_text(r, r->runs[0]), *head = table_head_text(r, column);
	char *remedy = arena_printf(
		r->b->arena, "--map 'variant=%s' keeps them apart, --map 'run=%s' takes all as runs of one thing", head,
		run);
	diag_add(r->b->diags, DIAG_WARNING, r->table->columns[column].key.place, remedy,
	         "rows of one model that differ in \"%s\" differ in \"%s\" too: they are not averaged", run, head);
	keep_remedy(p, remedy);
}

/* Groups by all that is known to set rows apart. The date of a run does only where it must. */
static void group(struct repeats *p)
{
	const struct table_reading *r = p->r;
	struct key key = key_of(r);
	bool forced = r->columns[r->runs[0]].mapped, clear = group_rows(p, &key);
	size_t other = forced ? NO_COLUMN : what_differs(p);
	if (other != NO_COLUMN) {
		for (size_t i = 0; i < r->table->n_columns; i++)
			if (sets_apart(r, i))
				add_column(&key, i);
		tell_apart(p, other);
		clear = group_rows(p, &key);
	}
	add_column(&key, r->roles[KEY_DATE]);
	if (!clear && r->roles[KEY_DATE] != NO_COLUMN)
		clear = group_rows(p, &key);
	if (!clear)
		keep_remedy(p,
		            arena_printf(r->b->arena, "keep one row for each \"%s\"", table_head_text(r, r->runs[0])));
}

/* ---- rows that repeat, and no column that is known to say why ---- */

/* Whole numbers, as runs are counted. */
static bool counts_runs(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++)
		if (t->texts[i].text[strspn(t->texts[i].text, "0123456789")])
			return false;
	return t->n_texts > TABLE_TEXT;
}

/* True if rows of one thing never have the same in this column, nor nothing. */
static bool tells_all_apart(const struct repeats *p, const struct key *named, size_t column, uint32_t *firsts)
{
	struct key key = *named;
	for (size_t i = 0; i < p->n; i++)
		if (cell_at(p, column, i) < TABLE_TEXT)
			return false;
	add_column(&key, column);
	return find_firsts(p, &key, firsts) == p->n;
}

/* A column that was taken for values, beside others, and may count runs from 0 or 1. */
static bool is_guessed_value(const struct table_reading *r, size_t column)
{
	const struct table_column *t = &r->table->columns[column];
	bool guessed = false, starts = false;
	for (size_t v = 0; v < r->n_values && r->n_values > 1; v++)
		guessed |= r->values[v].column == column && !r->columns[column].mapped;
	for (size_t i = TABLE_TEXT; i < t->n_texts; i++)
		starts |= str_eq(t->texts[i].text, "0") || str_eq(t->texts[i].text, "1");
	return guessed && starts;
}

/* The command that tells the rows apart; NULL if no column does. */
static char *remedy_of(const struct repeats *p, const struct key *key, uint32_t *firsts)
{
	const struct table_reading *r = p->r;
	size_t run = NO_COLUMN, variant = NO_COLUMN;
	for (size_t i = r->table->n_columns; i-- > 0;) {
		bool left = !r->columns[i].used;
		if ((!left && !is_guessed_value(r, i)) || r->columns[i].nested || !tells_all_apart(p, key, i, firsts))
			continue;
		if (counts_runs(r, i) && (run == NO_COLUMN || left || r->columns[run].used))
			run = i;
		if (left && sets_apart(r, i))
			variant = i;
	}
	if (variant != NO_COLUMN) {
		const char *head = table_head_text(r, variant);
		const char *other = r->roles[KEY_BENCHMARK] == NO_COLUMN
		                            ? arena_printf(r->b->arena, " or 'benchmark=%s'", head)
		                            : "";
		return arena_printf(
			r->b->arena,
			"--map 'variant=%s'%s keeps them apart; to keep one, write where: {%s: …} under data:", head,
			other, head);
	}
	if (run == NO_COLUMN)
		return NULL;
	return arena_printf(r->b->arena, "where they are repeated runs, --map 'run=%s' takes their mean",
	                    table_head_text(r, run));
}

/* Keeps what can be done about rows that repeat others, for the message about each. */
static void note_remedy(const struct repeats *p)
{
	struct arena *arena = p->r->b->scratch;
	uint32_t *firsts = arena_alloc(arena, p->n, sizeof *firsts);
	struct key key = key_of(p->r);
	add_column(&key, p->r->roles[KEY_DATE]);
	if (find_firsts(p, &key, firsts) == p->n)
		return;
	char *remedy = remedy_of(p, &key, firsts);
	if (remedy)
		keep_remedy(p, remedy);
}

struct repeats *repeats_find(const struct table_reading *r, const uint32_t *picked, size_t n_picked,
                             const char *const *dates)
{
	struct arena *arena = r->b->scratch;
	struct repeats *p = arena_alloc(arena, 1, sizeof *p);
	uint32_t *rows = arena_alloc(arena, n_picked, sizeof *rows);
	for (size_t i = 0; i < n_picked; i++)
		rows[i] = picked ? picked[i] : (uint32_t)i;
	*p = (struct repeats){ .r = r, .dates = dates, .rows = rows, .n = n_picked };
	if (!r->n_runs) {
		note_remedy(p);
		return NULL;
	}
	p->group = arena_alloc(arena, p->n, sizeof *p->group);
	p->next = arena_alloc(arena, p->n, sizeof *p->next);
	p->again = arena_alloc(arena, p->n, sizeof *p->again);
	p->total = arena_alloc(arena, 1, sizeof *p->total);
	group(p);
	return p->n_groups < p->n ? p : NULL;
}

/* ---- means ---- */

struct amount { /* what a text of the column of values says */
	struct quantity q;
	bool valued, percent;
};

struct sample {           /* the values of one group */
	size_t n, newest; /* newest: the row that the mean stands in */
	double sum, least, most;
	int decimals;
	bool mixed; /* in percent and not, or in several units */
};

struct averaging { /* of one column of values */
	const struct repeats *p;
	const struct amount *amounts; /* by the number of a text */
	const char *const *units;     /* likewise; NULL: one for all */
	size_t column;
	const struct rewritten *values;
};

static const struct amount *amount_at(const struct averaging *a, size_t i)
{
	return &a->amounts[cell_at(a->p, a->column, i)];
}

static const char *unit_at_row(const struct averaging *a, size_t i)
{
	const char *unit = a->units ? a->units[cell_at(a->p, a->column, i)] : NULL;
	return unit ? unit : "";
}

static const char *date_at(const struct repeats *p, size_t i)
{
	return p->dates ? p->dates[cell_at(p, p->r->roles[KEY_DATE], i)] : "";
}

static struct amount *read_amounts(const struct repeats *p, const struct rewritten *w, size_t column)
{
	struct amount *amounts = arena_alloc(p->r->b->scratch, w->n, sizeof *amounts);
	for (size_t i = TABLE_TEXT; i < w->n; i++) {
		const char *text = table_value_text(p->r, column, w, i);
		amounts[i].valued = quantity_parse(p->r->b->scratch, text, &amounts[i].q, &amounts[i].percent);
	}
	return amounts;
}

/* The values of the group that starts with a row. */
static struct sample sample_of(const struct averaging *a, size_t first)
{
	struct sample s = { .newest = first };
	for (uint32_t i = (uint32_t)first; i != NO_ROW; i = a->p->next[i]) {
		const struct amount *amount = amount_at(a, i), *before = amount_at(a, s.newest);
		int level = quantity_level(amount->q);
		if (!amount->valued)
			continue;
		s.mixed |= s.n &&
		           (amount->percent != before->percent || !str_eq(unit_at_row(a, i), unit_at_row(a, s.newest)));
		if (!s.n || strcmp(date_at(a->p, i), date_at(a->p, s.newest)) > 0)
			s.newest = i;
		s.least = s.n && s.least < amount->q.number ? s.least : amount->q.number;
		s.most = s.n && s.most > amount->q.number ? s.most : amount->q.number;
		s.decimals = level > s.decimals ? level : s.decimals;
		s.sum += amount->q.number;
		s.n++;
	}
	const double spread = s.most - s.least;
	s.mixed |=
		!isfinite(s.sum) || !isfinite(spread * spread * (double)s.n); /* there is no mean, or no error of it */
	return s;
}

/* Of the values around their mean, over the root of how many there are. */
static double standard_error(const struct averaging *a, size_t first, size_t n, double mean)
{
	double squares = 0;
	for (uint32_t i = (uint32_t)first; i != NO_ROW; i = a->p->next[i]) {
		double off = amount_at(a, i)->q.number - mean;
		squares += amount_at(a, i)->valued ? off * off : 0;
	}
	return sqrt(squares / (double)(n - 1) / (double)n);
}

/* With one digit more than the values have, where it is not 0 and not far below what is uncertain. */
static const char *mean_text(struct arena *arena, double mean, int decimals, double error)
{
	enum { MOST = 12 };
	bool finer = decimals < MOST && error < 10 * pow(10, -decimals);
	char *text = arena_printf(arena, "%.*f", decimals < MOST ? decimals + finer : MOST, mean);
	size_t n = strlen(text);
	if (finer && text[n - 1] == '0')
		text[n - 1 - (decimals == 0)] = '\0';
	return text;
}

static const char *runs_text(const struct averaging *a, size_t first, size_t n)
{
	struct strbuf b = strbuf_new(a->p->r->b->scratch);
	for (uint32_t i = (uint32_t)first; i != NO_ROW && n <= SPREAD_RUNS; i = a->p->next[i])
		if (amount_at(a, i)->valued)
			strbuf_addf(&b, "%s%s", b.n ? ";" : "",
			            table_value_text(a->p->r, a->column, a->values, cell_at(a->p, a->column, i)));
	return b.n ? b.s : NULL;
}

static struct repeated_mean mean_of(const struct averaging *a, size_t first, const struct sample *s)
{
	struct arena *arena = a->p->r->b->scratch;
	double mean = s->sum / (double)s->n, error = standard_error(a, first, s->n, mean);
	const char *text = mean_text(arena, mean, s->decimals, error);
	struct repeated_mean m = { .value = text, .n = s->n, .runs = runs_text(a, first, s->n) };
	if (amount_at(a, s->newest)->percent)
		m.value = arena_printf(arena, "%s%%", text);
	if (s->least != s->most) /* runs that all agree tell nothing of what another would give */
		m.se = arena_printf(arena, "%.3g", error);
	return m;
}

struct repeated_rows repeats_of(const struct repeats *p, const struct rewritten *w, size_t column)
{
	struct arena *arena = p->r->b->scratch;
	const struct averaging a = { p, read_amounts(p, w, column), w->units, column, w };
	struct repeated_mean *means = arena_alloc(arena, p->n, sizeof *means);
	struct repeated_rows kept = { arena_alloc(arena, p->n, sizeof *kept.rows),
		                      arena_alloc(arena, p->n, sizeof *kept.means), 0 };
	for (size_t i = 0, groups = 0; i < p->n; i++) {
		if (p->group[i] != groups) /* not the first of a group */
			continue;
		struct sample s = sample_of(&a, i);
		bool averaged = s.n > 1 && !s.mixed && !p->again[groups];
		for (uint32_t k = (uint32_t)i; k != NO_ROW; k = p->next[k])
			means[k].n = !averaged && amount_at(&a, k)->valued;
		means[s.newest].n = 1;
		if (averaged) {
			means[s.newest] = mean_of(&a, i, &s);
			p->total->least = p->total->least && p->total->least < s.n ? p->total->least : s.n;
			p->total->most = p->total->most > s.n ? p->total->most : s.n;
		}
		groups++;
	}
	for (size_t i = 0; i < p->n; i++)
		if (means[i].n) {
			kept.rows[kept.n] = p->rows[i];
			kept.means[kept.n++] = means[i];
		}
	return kept;
}

void repeats_tell(const struct repeats *p)
{
	const struct table_reading *r = p->r;
	struct strbuf heads = strbuf_new(r->b->arena);
	const struct repeated_total *t = p->total;
	for (size_t i = 0; i < r->n_runs; i++)
		strbuf_addf(&heads, "%s\"%s\"",
		            !i                   ? ""
		            : i + 1 == r->n_runs ? " and "
		                                 : ", ",
		            table_head_text(r, r->runs[i]));
	if (!t->most)
		return;
	const char *span = t->least == t->most ? arena_printf(r->b->arena, "%zu", t->most)
	                                       : arena_printf(r->b->arena, "%zu to %zu", t->least, t->most);
	diag_add(r->b->diags, DIAG_NOTE, r->table->columns[r->runs[0]].key.place,
	         arena_printf(r->b->arena,
	                      "to keep one run, write where: {%s: …} under data:", table_head_text(r, r->runs[0])),
	         "rows that differ in %s are repeated runs: a value is the mean of %s of them, with its standard error",
	         heads.s, span);
}
