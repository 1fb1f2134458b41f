/* Grouped bars: one group per benchmark, up to five models side by side: the step from bar to bar keeps
 * their words apart. */
#include "chart/kinds.h"
#include "chart/shown.h"

#include "base/arena.h"

#include <math.h>

struct groups {
	struct subject f;
	size_t series[ROWS_SERIES]; /* rows of the grid, in the order in which they were asked for */
	size_t n_series;
};

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct groups *g = kind;
	struct subject *f = &g->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	size_t *rows = arena_alloc(a, g->n_series + 1, sizeof *rows);
	for (size_t i = 0; i < g->n_series; i++)
		rows[i] = g->series[i];
	struct rows_shown turned = { rows, g->n_series, shown->rows, shown->n_rows, false };
	struct shown drawn = shown_of(f, &turned);
	shown_grid_words(&drawn, words);
	words->alt = shown_grid_alt(&drawn, WORD_KIND_GROUPED);
	shown_evidence(&drawn, &notes, words);
}

/* In looks that colour by maker, the makers' colours where they differ. Otherwise the focus has the highlight, and each
 * maker starts its search for a colour at a place of its own, so that it has the same colour in every chart. */
static bool makers_differ(const struct groups *g)
{
	const struct grid *grid = g->f.grid;
	if (g->f.look->color != LOOK_COLOR_MAKER)
		return false;
	for (size_t i = 0; i < g->n_series; i++)
		for (size_t k = 0; k < i; k++)
			if (color_equal(subject_color(&g->f, grid_variant(grid, g->series[i]), true),
			                subject_color(&g->f, grid_variant(grid, g->series[k]), true)))
				return false;
	return true;
}

static bool stands_apart(const struct color *taken, size_t n, struct color c)
{
	for (size_t i = 0; i < n; i++)
		if (color_distance(taken[i], c, VISION_NORMAL) < 20 || color_distance_worst(taken[i], c) < 10)
			return false;
	return true;
}

static struct color color_of(const struct groups *g, size_t series)
{
	const struct palette *p = &g->f.look->palette;
	size_t focus = subject_focus_row(&g->f), n = 0;
	struct color taken[ROWS_SERIES + 1];
	if (makers_differ(g))
		return subject_color(&g->f, grid_variant(g->f.grid, g->series[series]), true);
	if (g->series[series] == focus)
		return p->highlight;
	if (focus != ROWS_NONE)
		taken[n++] = p->highlight;
	for (size_t s = 0; s <= series; s++) {
		const struct variant *v = grid_variant(g->f.grid, g->series[s]);
		size_t first = v->model->own->organisation ? v->model->own->organisation->index : v->model->index;
		for (size_t i = 0; i < p->n_series && g->series[s] != focus; i++)
			if (stands_apart(taken, n, p->series[(first + i) % p->n_series])) {
				taken[n++] = p->series[(first + i) % p->n_series];
				break;
			}
	}
	return n ? taken[n - 1] : p->muted;
}

static const char *with_name(struct arena *arena, const char *name, const char *remark)
{
	return remark ? arena_printf(arena, "%s, %s", name, remark) : name;
}

/* The first group in which a model has a bar, or the first of all. */
static size_t first_group(const struct groups *g, size_t series)
{
	for (size_t c = 0; c < g->f.grid->n_columns; c++)
		if (grid_cell(g->f.grid, g->series[series], c)->present)
			return c;
	return 0;
}

/* Bars of one colour could not be told apart. */
static bool has_colors(const struct groups *g)
{
	for (size_t s = 0; s < g->n_series; s++)
		for (size_t k = 0; k < s; k++)
			if (color_equal(color_of(g, s), color_of(g, k))) {
				diag_add(g->f.diags, DIAG_ERROR, place_file(NULL),
				         "draw panels instead, choose another look, or show fewer",
				         "the look has too few colours for %zu %s side by side", g->n_series,
				         g->f.dataset->said.many);
				return false;
			}
	return true;
}

/* Beside the extremes: without the first group nobody could tell the bars apart. */
static void keep_first(struct arena *arena, struct rows_table *t)
{
	rows_keep_extremes(arena, t);
	size_t *keep = arena_alloc(arena, t->n_keep + 1, sizeof *keep);
	for (size_t i = 0; i < t->n_keep; i++)
		keep[i + 1] = t->keep[i];
	t->n_must = keep[1] == 0 ? 1 : 2; /* the first, and the longest */
	t->keep = keep;
	t->n_keep++;
}

static const char *const *series_names(const struct groups *g)
{
	const char **names = arena_alloc(g->f.arena, g->n_series + 1, sizeof *names);
	for (size_t s = 0; s < g->n_series; s++)
		names[s] = phrase_variant(g->f.arena, grid_variant(g->f.grid, g->series[s]));
	return names;
}

bool chart_grouped(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct groups g = { .n_series = 0 };
	struct subject *f = &g.f;
	if (!subject_open(f, arena, q, diags))
		return false;
	if (!subject_check_scale(f, false))
		return false;
	if (f->grid->n_rows > ROWS_SERIES) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena, "draw panels instead, or name up to five %s with %s",
		                      f->dataset->said.many, chart_naming_of(q)->model),
		         "grouped bars show up to five %s, not %zu", f->dataset->said.many, f->grid->n_rows);
		return false;
	}
	f->whiskers = true;
	f->turned_all = f->grid->n_columns;
	for (size_t m = 0; m < q->n_models || (!q->n_models && m < f->grid->n_rows); m++)
		for (size_t r = 0; r < f->grid->n_rows; r++)
			if (q->n_models ? grid_variant(f->grid, r) == q->models[m] : r == m)
				g.series[g.n_series++] = r;
	if (!has_colors(&g))
		return false;
	struct rows_table t = subject_table(f, ROWS_BARS);
	t.series = series_names(&g);
	size_t n = f->grid->n_columns;
	struct rows_label *labels = arena_alloc(arena, n + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(arena, n * g.n_series + 1, sizeof *cells);
	struct rows_column column = { .form = ROWS_BARS, .data = true };
	for (size_t c = 0; c < n; c++) {
		const struct benchmark *b = f->grid->columns[c]->benchmark;
		labels[c] = (struct rows_label){ .name = subject_row_name(f, b), .full = b->name };
		for (size_t s = 0; s < g.n_series; s++) {
			struct rows_cell *cell = &cells[c * g.n_series + s];
			const char *name = t.series[s];
			*cell = *rows_cell(&t, g.series[s], c, 0);
			cell->color = color_of(&g, s);
			cell->strong = g.series[s] == subject_focus_row(f);
			cell->rank = 0; /* of the models, not of these rows */
			cell->tied = false;
			cell->absent = with_name(arena, cell->absent, name);
			if (c != first_group(&g, s) && !q->paged)
				continue;
			cell->named = true; /* the first bar of a model has its name */
			cell->unnamed = cell->present ? cell->remark : cell->absent;
			cell->remark = with_name(arena, name, cell->remark);
		}
	}
	t.labels = labels;
	t.cells = cells;
	t.columns = &column;
	t.n_rows = n;
	t.n_columns = t.n_data_columns = t.n_columns_known = 1;
	t.n_series = g.n_series;
	t.spread = true;
	t.sorted = 0;
	t.rows_counted = true;
	keep_first(arena, &t);
	return rows_layout(arena, q, &t, make_words, &g, pages, diags);
}
