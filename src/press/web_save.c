/* The table of a figure for readers, and the same for programs, where every number is a number. */
#include "press/web_telling.h"

#include "base/str.h"
#include "read/emit.h"
#include "words/words.h"

/* ---- for readers ---- */

static enum word head_of(int cell)
{
	static const enum word heads[CELLS] = { [CELL_NAME] = WORD_HEAD_MODEL,
		                                [CELL_ON] = WORD_HEAD_BENCHMARK,
		                                [CELL_VALUE] = WORD_WEB_HEAD_VALUE,
		                                [CELL_DAY] = WORD_WEB_HEAD_DAY,
		                                [CELL_RANK] = WORD_HEAD_RANK,
		                                [CELL_INTERVAL] = WORD_WEB_HEAD_INTERVAL,
		                                [CELL_MEASURED] = WORD_WEB_HEAD_MEASURED,
		                                [CELL_SOURCE] = WORD_HEAD_SOURCE,
		                                [CELL_ALSO] = WORD_HEAD_ALSO };
	return heads[cell];
}

/* A number as programs read it, where the words of a cell are more than that. */
static const char *sorted_by(const struct web_telling *t, const struct web_row *row, int cell)
{
	const char *by = cell == CELL_VALUE               ? row->number
	                 : cell == CELL_DAY               ? row->day
	                 : cell == CELL_INTERVAL          ? row->low
	                 : cell == CELL_RANK && row->rank ? arena_printf(t->arena, "%d", row->rank)
	                                                  : NULL;
	return by && row->cells[cell] && !str_eq(by, row->cells[cell]) ? by : NULL;
}

/* Columns in which nothing stands are left out. */
static void make_table(struct web_telling *t)
{
	struct web_figure *f = t->figure;
	bool filled[CELLS] = { false };
	const char **heads = arena_alloc(t->arena, CELLS, sizeof *heads);
	struct web_fact *facts = arena_alloc(t->arena, t->n_rows + 1, sizeof *facts);
	for (size_t i = 0; i < t->n_rows; i++)
		for (int c = 0; c < CELLS; c++)
			filled[c] = filled[c] || t->rows[i].cells[c];
	for (int c = 0; c < CELLS; c++)
		if (filled[c])
			heads[f->n_columns++] = words_get(t->language, head_of(c));
	for (size_t i = 0; i < t->n_rows; i++) {
		const char **row = arena_alloc(t->arena, f->n_columns + 1, sizeof *row),
			   **sorted = arena_alloc(t->arena, f->n_columns + 1, sizeof *sorted);
		size_t n = 0;
		for (int c = 0; c < CELLS; c++)
			if (filled[c]) {
				row[n] = t->rows[i].cells[c] ? t->rows[i].cells[c] : "";
				sorted[n++] = sorted_by(t, &t->rows[i], c);
			}
		facts[i] = (struct web_fact){ row, sorted, t->rows[i].claimed };
	}
	f->heads = heads;
	f->facts = facts;
	f->n_facts = t->n_rows;
}

/* ---- for programs ---- */

struct saving { /* a column of what is saved */
	enum word head;
	const char *(*of)(struct arena *arena, const struct web_row *row); /* NULL: nothing is known */
};

#define SAVED(name, what)                                                                                              \
	static const char *name(struct arena *arena, const struct web_row *row)                                        \
	{                                                                                                              \
		(void)arena;                                                                                           \
		return what;                                                                                           \
	}
SAVED(model, row->cells[CELL_NAME])
SAVED(benchmark, row->cells[CELL_ON])
SAVED(value, row->number)
SAVED(unit, row->number ? row->unit : NULL)
SAVED(day, row->day)
SAVED(rank, row->rank ? arena_printf(arena, "%d", row->rank) : NULL)
SAVED(last, row->last > row->rank ? arena_printf(arena, "%d", row->last) : NULL)
SAVED(level, row->level)
SAVED(low, row->low)
SAVED(high, row->high)
SAVED(measured, row->cells[CELL_MEASURED])
SAVED(source, row->cells[CELL_SOURCE])
SAVED(other, row->cells[CELL_ALSO])
#undef SAVED

static const struct saving savings[] = {
	{ WORD_HEAD_MODEL, model },        { WORD_HEAD_BENCHMARK, benchmark },   { WORD_WEB_HEAD_VALUE, value },
	{ WORD_SHEET_UNIT, unit },         { WORD_WEB_HEAD_DAY, day },           { WORD_HEAD_RANK, rank },
	{ WORD_WEB_HEAD_RANK_LAST, last }, { WORD_WEB_HEAD_LEVEL, level },       { WORD_WEB_HEAD_LOW, low },
	{ WORD_WEB_HEAD_HIGH, high },      { WORD_WEB_HEAD_MEASURED, measured }, { WORD_HEAD_SOURCE, source },
	{ WORD_HEAD_ALSO, other },
};
enum { SAVINGS = sizeof savings / sizeof *savings };

static bool is_filled(const struct web_telling *t, const struct saving *s)
{
	for (size_t i = 0; i < t->n_rows; i++)
		if (s->of(t->arena, &t->rows[i]))
			return true;
	return false;
}

static const char *csv_of(const struct web_telling *t)
{
	const struct saving *shown[SAVINGS];
	struct strbuf b = strbuf_new(t->arena);
	size_t n = 0;
	for (size_t c = 0; c < SAVINGS; c++)
		if (is_filled(t, &savings[c]))
			shown[n++] = &savings[c];
	for (size_t c = 0; c < n; c++) {
		strbuf_add(&b, c ? "," : "");
		emit_csv_cell(&b, words_get(t->language, shown[c]->head));
	}
	strbuf_add(&b, "\n");
	for (size_t i = 0; i < t->n_rows; i++) {
		for (size_t c = 0; c < n; c++) {
			const char *text = shown[c]->of(t->arena, &t->rows[i]);
			strbuf_add(&b, c ? "," : "");
			emit_csv_cell(&b, text ? text : "");
		}
		strbuf_add(&b, "\n");
	}
	return b.s;
}

void web_save(struct web_telling *t)
{
	make_table(t);
	t->figure->csv = t->n_rows ? csv_of(t) : NULL;
}
