/* Bars: models on one benchmark, or one model on several benchmarks of a unit. */
#include "chart/kinds.h"
#include "chart/legend.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "words/words.h"

#include <stdlib.h>

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct subject *f = kind;
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_words(&drawn, words);
	words->alt = shown_alt(&drawn, WORD_ALT_BARS, WORD_KIND_BARS);
	legend_rows(&drawn, &notes);
	shown_evidence(&drawn, &notes, words);
}

/* Rows that can be shown share a rank, or may: only then bars, which are ordered anyway, have ranks to show it. */
static bool any_tied(const struct subject *f)
{
	for (size_t i = 0; i < f->grid->n_rows; i++) {
		const struct standing_row *row = grid_cell(f->grid, i, 0);
		if (subject_shows(f, i) && row->present && row->rank &&
		    (row->tied || standing_last_place(f->grid->columns[0], row) > row->rank))
			return true;
	}
	return false;
}

static bool of_models(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                      struct diags *diags)
{
	struct subject f;
	if (!subject_open(&f, arena, q, diags))
		return false;
	f.whiskers = true;
	f.most_rows = rows_at_most(q);
	f.unsigned_marked = subject_some_unsigned(&f);
	struct rows_table t = subject_table(&f, ROWS_BARS);
	struct rows_label *labels = arena_alloc(arena, t.n_rows + 1, sizeof *labels);
	for (size_t i = 0; i < t.n_rows; i++)
		if (subject_shows(&f, i))
			labels[i] = subject_label(&f, i, false);
	t.labels = labels;
	if (any_tied(&f))
		subject_print_ranks(&f, &t);
	subject_tell_multiple(&f, &t);
	return rows_layout(arena, q, &t, make_words, &f, pages, diags);
}

/* ---- one model: one row per benchmark ---- */

struct turned { /* benchmarks as rows: best first, or largest first where their directions differ */
	struct subject f;
	size_t *order;
	size_t highest, lowest; /* columns of the extreme values */
	bool rising;            /* smallest value first */
};

static bool is_drawn(const struct shown *drawn, size_t column)
{
	for (size_t i = 0; i < drawn->grid->n_columns; i++)
		if (drawn->columns[i] == column)
			return true;
	return false;
}

static void turned_titles(const struct turned *t, const struct shown *drawn, const char *titles[FRAME_TITLES])
{
	const struct subject *f = &t->f;
	struct arena *a = f->arena;
	size_t n = f->grid->n_columns, next = 0;
	const char *name = phrase_variant(a, grid_variant(f->grid, 0));
	f->counted->part = SCENE_TITLE;
	bool differ = phrase_meant(grid_cell(f->grid, 0, t->highest), f->styles[t->highest]) !=
	              phrase_meant(grid_cell(f->grid, 0, t->lowest), f->styles[t->lowest]);
	if (n > 1 && differ && is_drawn(drawn, t->highest) && is_drawn(drawn, t->lowest))
		titles[next++] = words_fill(
			a, f->language, WORD_TITLE_ONE_MODEL_BEST, "name", name, "best",
			words_inside(a, f->language, f->grid->columns[t->highest]->benchmark->brief), "worst",
			words_inside(a, f->language, f->grid->columns[t->lowest]->benchmark->brief), NULL);
	const char *count = words_fill(a, f->language, WORD_TITLE_ONE_MODEL, "name", name, "count",
	                               counted_words(f->counted, COUNT_BENCHMARKS_ASKED, n), "n",
	                               number_plain(a, f->language, n), NULL);
	titles[next] = shown_with_rest(drawn, count, COUNT_BENCHMARKS_LEFT, drawn->benchmarks_left_out);
	counted_title(f->counted, titles[next]);
}

static char *turned_alt(const struct shown *drawn)
{
	const struct subject *f = drawn->subject;
	struct arena *a = f->arena;
	struct strbuf alt = strbuf_new(a);
	size_t n = drawn->grid->n_columns;
	f->counted->part = SCENE_ALT;
	const char *start =
		words_fill(a, f->language, WORD_ALT_BARS_OF, "n", counted_digits(f->counted, COUNT_BENCHMARKS, n),
	                   "name", phrase_variant(a, grid_variant(f->grid, 0)), NULL);
	strbuf_addf(&alt, "%s%s.", shown_with_benchmarks_left(drawn, start, false),
	            phrase_as_of(a, f->language, f->dataset->date));
	subject_alt_selected(f, &alt);
	for (size_t i = 0; i < n; i++) {
		const struct standing_row *row = grid_cell(drawn->grid, 0, i);
		const struct benchmark *b = drawn->grid->columns[i]->benchmark;
		const char *value = row->present ? phrase_value(a, row, drawn->styles[i], b, true)
		                                 : phrase_absent(f->language, row);
		phrase_alt_add(&alt, arena_printf(a, "%s: %s.", b->brief, value));
	}
	return alt.s;
}

static void turned_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct turned *t = kind;
	struct subject *f = &t->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	size_t row = 0, *columns = arena_alloc(a, f->grid->n_columns + 1, sizeof *columns);
	for (size_t i = 0; i < shown->n_rows; i++)
		columns[i] = t->order[shown->rows[i]];
	struct shown drawn = shown_of(f, &(struct rows_shown){ &row, 1, columns, shown->n_rows, false });
	turned_titles(t, &drawn, words->titles);
	words->heading = words_fill(a, f->language, WORD_SUB_BENCHMARKS_OF, "name",
	                            phrase_variant(a, grid_variant(f->grid, 0)), NULL);
	const char *unit = number_unit(a, f->language, f->grid->columns[0]->benchmark->unit, f->styles[0].magnitude);
	words->subtitle = arena_printf(a, "%s%s", words_clause(a, f->language, words->heading, unit),
	                               phrase_as_of(a, f->language, f->dataset->date));
	shown_direction(&drawn, words);
	words->alt = turned_alt(&drawn);
	shown_evidence(&drawn, &notes, words);
}

struct ordered { /* a column to sort */
	size_t column;
	const struct standing_row *row;
	double key; /* the largest first */
};

/* Missing values last; ties in the order of the request. */
static int by_key(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	if (!x->row->present != !y->row->present)
		return x->row->present ? -1 : 1;
	if (x->row->present && x->key != y->key)
		return x->key > y->key ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

static void put_in_order(struct turned *t)
{
	const struct subject *f = &t->f;
	size_t n = f->grid->n_columns, present = 0;
	struct ordered *columns = arena_alloc(f->arena, n + 1, sizeof *columns);
	t->order = arena_alloc(f->arena, n + 1, sizeof *t->order);
	t->rising = !subject_directions_differ(f) && f->grid->columns[0]->benchmark->direction == DIRECTION_LOWER;
	for (size_t i = 0; i < n; i++) {
		const struct standing_row *row = grid_cell(f->grid, 0, i);
		columns[i] = (struct ordered){ i, row, t->rising ? -row->value : row->value };
		present += row->present;
	}
	qsort(columns, n, sizeof *columns, by_key);
	for (size_t i = 0; i < n; i++)
		t->order[i] = columns[i].column;
	size_t last = present ? present - 1 : 0;
	t->highest = t->order[t->rising ? last : 0];
	t->lowest = t->order[t->rising ? 0 : last];
}

static bool of_benchmarks(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                          struct diags *diags)
{
	struct turned turned;
	struct subject *f = &turned.f;
	if (!subject_open(f, arena, q, diags) || !subject_check_scale(f, false))
		return false;
	f->whiskers = true;
	f->turned_all = f->grid->n_columns;
	put_in_order(&turned);
	struct rows_table t = subject_table(f, ROWS_BARS);
	size_t n = f->grid->n_columns;
	struct rows_label *labels = arena_alloc(arena, n + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(arena, n + 1, sizeof *cells);
	struct rows_column column = { .form = ROWS_BARS, .data = true };
	for (size_t i = 0; i < n; i++) {
		const struct benchmark *b = f->grid->columns[turned.order[i]]->benchmark;
		labels[i] = (struct rows_label){ .name = subject_row_name(f, b), .full = b->brief };
		cells[i] = t.cells[turned.order[i]];
		cells[i].strong = false;
		cells[i].color = subject_color(f, grid_variant(f->grid, 0), true);
		cells[i].rank = 0; /* of the models, not of these rows */
		cells[i].tied = false;
	}
	t.labels = labels;
	t.cells = cells;
	t.columns = &column;
	t.n_rows = n;
	t.n_columns = t.n_data_columns = t.n_columns_known = 1;
	t.spread = true;
	t.sorted = turned.rising ? -1 : 1;
	t.rows_counted = true;
	rows_keep_extremes(arena, &t);
	return rows_layout(arena, q, &t, turned_words, &turned, pages, diags);
}

bool chart_bars(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	if (q->n_models == 1 && q->n_benchmarks > 1)
		return of_benchmarks(arena, q, pages, diags);
	if (q->n_benchmarks != 1)
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena,
		                      "name one benchmark with -b, or one %s with -m; panels and grouped show several "
		                      "of both",
		                      q->dataset->said.one),
		         "bars show one benchmark, or several for one %s", q->dataset->said.one);
	return q->n_benchmarks == 1 && of_models(arena, q, pages, diags);
}
