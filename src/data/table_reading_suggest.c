/* A mapping for a table that cannot be understood: tried before it is told. */
#include "data/table_reading_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/table_container.h"

#include <string.h>

struct ranked { /* columns, the likelier first */
	size_t *columns;
	size_t n;
};

static struct ranked ranked_new(const struct table_reading *r)
{
	return (struct ranked){ arena_alloc(r->b->scratch, r->table->n_columns + 1, sizeof(size_t)), 0 };
}

/* True if no two rows have the same in these columns; second may be NO_COLUMN. */
static bool tells_rows_apart(const struct table_reading *r, size_t first, size_t second)
{
	struct arena *scratch = arena_new_below(r->b->scratch);
	struct map seen = map_new(scratch);
	bool apart = true;
	for (size_t row = 0; row < r->table->n_rows && apart; row++) {
		char *key = arena_printf(scratch, "%s\n%s", table_cell(r->table, first, row),
		                         second == NO_COLUMN ? "" : table_cell(r->table, second, row));
		apart = map_put(&seen, key, key) == key;
	}
	arena_free(scratch);
	return apart;
}

/* How likely a column names the models: the smaller, the likelier; 9 for never. */
static int model_rank(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	const char *head = table_head_text(r, column);
	size_t benchmark = r->roles[KEY_BENCHMARK];
	if (column == benchmark && !c->nested) /* functions that are compared are called benchmarks too */
		return 8;
	if (c->nested || c->head.role == KEY_DATE || c->head.role == KEY_NOTE)
		return 9;
	if (c->head.role == KEY_MODEL && !c->head.stem)
		return 0;
	if (str_eq(head, CONTAINER_KEY) || str_eq(head, READ_UNNAMED))
		return table_is_numeric(r, column) ? 6 : 1;
	if (table_is_numeric(r, column) || c->n_intervals || !c->n_texts)
		return c->n_intervals || c->head.role != RECORD_KEYS || column ? 9 : 7;
	return (tells_rows_apart(r, column, benchmark) ? 2 : 3) + (c->head.idle ? 2 : 0);
}

/* Likewise for the values. */
static int value_rank(const struct table_reading *r, size_t column)
{
	const struct table_column_reading *c = &r->columns[column];
	if (!table_is_numeric(r, column))
		return 9;
	if (c->head.role == KEY_VALUE)
		return 0;
	return c->head.idle ? 3 : c->head.role != RECORD_KEYS ? 2 : 1;
}

static struct ranked rank(const struct table_reading *r, int (*rank_of)(const struct table_reading *r, size_t column))
{
	struct ranked ranked = ranked_new(r);
	for (int at = 0; at < 9; at++)
		for (size_t i = 0; i < r->table->n_columns; i++)
			if (rank_of(r, i) == at)
				ranked.columns[ranked.n++] = i;
	return ranked;
}

/* ---- trying ---- */

struct trial {
	const struct table_reading *r;
	struct feed_pair pairs[3];
	size_t n;
	bool dots;
};

static void add_pair(struct trial *t, const char *role, size_t column)
{
	if (column != NO_COLUMN)
		t->pairs[t->n++] = (struct feed_pair){ .key = role, .text = table_head_text(t->r, column) };
}

/* True if bars from zero would mislead. */
static bool needs_dots(const struct table_reading *again)
{
	for (size_t v = 0; v < again->n_values; v++) {
		const char *name = again->columns[again->values[v].column].head.unit;
		const struct unit *unit = name ? unit_find(name) : NULL;
		if (unit && !unit->zero)
			return true;
	}
	return false;
}

/* True if the table can be understood with it, beside what the user has said. */
static bool works(struct trial *t)
{
	struct build b = *t->r->b;
	struct feed feed = { 0 };
	struct table_reading again = { .trial = true };
	b.scratch = arena_new_below(t->r->b->scratch);
	b.arena = b.scratch;
	b.diags = diags_new(b.scratch);
	if (t->r->feed)
		feed = *t->r->feed;
	feed.columns = t->pairs;
	feed.n_columns = t->n;
	bool fine = table_understand(&b, t->r->table, &feed, NULL, &again) && diags_ok(b.diags);
	t->dots = fine && needs_dots(&again);
	arena_free(b.scratch);
	return fine;
}

static struct suggestion suggestion_of(const struct trial *t)
{
	struct strbuf s = strbuf_new(t->r->b->arena);
	for (size_t i = 0; i < t->n; i++)
		strbuf_addf(&s, "%s%s=%s", i ? "," : "", t->pairs[i].key, t->pairs[i].text);
	return (struct suggestion){ s.s, t->dots ? "dots" : "leaderboard" };
}

/* A model with each value, or without one, which takes all columns of numbers. */
static struct suggestion try_model(const struct table_reading *r, size_t model, const struct ranked *values)
{
	size_t benchmark = model == r->roles[KEY_BENCHMARK] ? NO_COLUMN : r->roles[KEY_BENCHMARK];
	for (size_t v = 0; v <= values->n; v++) {
		struct trial t = { .r = r };
		add_pair(&t, "model", model);
		add_pair(&t, "benchmark", benchmark);
		if (v)
			add_pair(&t, "value", values->columns[v - 1]);
		if (works(&t))
			return suggestion_of(&t);
	}
	return (struct suggestion){ 0 };
}

struct suggestion table_suggest(const struct table_reading *r, bool other)
{
	enum { MOST = 8 };
	struct ranked models = rank(r, model_rank), values = rank(r, value_rank);
	values.n = values.n < MOST ? values.n : MOST;
	for (size_t m = 0; m < models.n && m < MOST && !other; m++) {
		struct suggestion suggestion = try_model(r, models.columns[m], &values);
		if (suggestion.mapping)
			return suggestion;
	}
	for (size_t i = 0; i < r->table->n_columns && other; i++) {
		struct trial t = { .r = r };
		if (!str_eq(table_head_text(r, i), CONTAINER_KEY))
			continue;
		add_pair(&t, "benchmark", i);
		if (works(&t))
			return suggestion_of(&t);
	}
	return (struct suggestion){ 0 };
}
