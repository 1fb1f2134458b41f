/* The gap: lead and lag of the focus against its best rival, benchmark by benchmark, largest lead first. */
#include "chart/subject.h"

#include "base/arena.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdlib.h>

struct gap {
	size_t column; /* of the grid */
	const struct standing_row *own, *rival;
	double points; /* positive is better */
};

struct gaps {
	struct subject f;
	struct gap *items;
	size_t n;
	const char **left_out, **unlike;
	size_t n_left_out, n_unlike;
	struct number_style style;
	size_t ahead, behind, claimed; /* claimed: of those ahead */
};

/* The best other row with a value; another variant of the same model is not a rival. */
static const struct standing_row *best_rival(const struct standing *s, const struct variant *focus)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant->model != focus->model)
			return &s->rows[i];
	return NULL;
}

static int by_points(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;
	if (x->points != y->points)
		return x->points > y->points ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

/* The scale that most benchmarks can be drawn on: those where the focus and a rival have values. */
static const struct benchmark *scale_of(const struct gaps *g, size_t focus)
{
	const struct grid *grid = g->f.grid;
	bool *drawable = arena_alloc(g->f.arena, grid->n_columns + 1, sizeof *drawable);
	for (size_t c = 0; c < grid->n_columns; c++)
		drawable[c] = focus != ROWS_NONE && grid_cell(grid, focus, c)->chosen &&
		              best_rival(grid->columns[c], g->f.request->focus);
	return grid->columns[subject_common_column(&g->f, drawable)]->benchmark;
}

static void measure(struct gaps *g)
{
	size_t *columns = arena_alloc(g->f.arena, g->n + 1, sizeof *columns);
	double largest = 0;
	for (size_t i = 0; i < g->n; i++) {
		struct gap *gap = &g->items[i];
		bool lower = g->f.grid->columns[gap->column]->benchmark->better == BETTER_LOWER;
		double points = gap->own->value - gap->rival->value;
		gap->points = lower ? -points : points;
		largest = fmax(largest, fabs(points));
		columns[i] = gap->column;
	}
	g->style = subject_common_style(&g->f, columns, g->n, largest);
}

static bool collect(struct gaps *g)
{
	struct subject *f = &g->f;
	size_t focus = subject_focus_row(f), n = f->grid->n_columns;
	const struct benchmark *scale = scale_of(g, focus);
	g->items = arena_alloc(f->arena, n + 1, sizeof *g->items);
	g->left_out = arena_alloc(f->arena, n + 1, sizeof *g->left_out);
	g->unlike = arena_alloc(f->arena, n + 1, sizeof *g->unlike);
	for (size_t c = 0; c < n; c++) {
		const struct standing *s = f->grid->columns[c];
		const struct standing_row *own = focus == ROWS_NONE ? NULL : grid_cell(f->grid, focus, c);
		const struct standing_row *rival = best_rival(s, f->request->focus);
		if (!benchmark_alike(s->benchmark, scale))
			g->unlike[g->n_unlike++] = s->benchmark->brief;
		else if (!own || !own->chosen || !rival)
			g->left_out[g->n_left_out++] = s->benchmark->brief;
		else
			g->items[g->n++] = (struct gap){ c, own, rival, 0 };
	}
	measure(g);
	qsort(g->items, g->n, sizeof *g->items, by_points);
	return g->n > 0;
}

static const struct unit *unit_of(const struct gaps *g)
{
	return g->f.grid->columns[g->items[0].column]->benchmark->unit;
}

static void titles(const struct gaps *g, const char *titles[FRAME_TITLES])
{
	struct arena *a = g->f.arena;
	const struct language *l = g->f.language;
	const char *name = phrase_variant(a, g->f.request->focus);
	const char *all = number_count(a, l, g->n);
	if (g->ahead && g->claimed == g->ahead)
		titles[0] = words_fill(a, l, WORD_TITLE_AHEAD_ONLY_CLAIMED, "name", name, "ahead",
		                       number_count(a, l, g->ahead), "all", all, NULL);
	else if (g->ahead && g->claimed)
		titles[0] =
			words_fill(a, l, WORD_TITLE_AHEAD_CLAIMED, "name", name, "ahead", number_count(a, l, g->ahead),
		                   "all", all, "claimed", number_count(a, l, g->claimed), NULL);
	else if (!g->ahead && !g->behind)
		titles[0] = words_fill(a, l, WORD_TITLE_GAP_LEVEL, "name", name, NULL);
	else if (g->ahead == g->n)
		titles[0] = words_fill(a, l, WORD_TITLE_AHEAD_ALL, "name", name, NULL);
	else if (g->behind == g->n)
		titles[0] = words_fill(a, l, WORD_TITLE_BEHIND_ALL, "name", name, NULL);
	else if (!g->ahead)
		titles[0] = words_fill(a, l, WORD_TITLE_TRAILS_ON, "name", name, "count", number_count(a, l, g->behind),
		                       "all", all, NULL);
	else if (!g->behind)
		titles[0] = words_fill(a, l, WORD_TITLE_LEADS_MOST, "name", name, "count", number_count(a, l, g->ahead),
		                       "all", all, NULL);
	else
		titles[0] =
			words_fill(a, l, WORD_TITLE_AHEAD_BEHIND, "name", name, "ahead", number_count(a, l, g->ahead),
		                   "all", all, "behind", number_count(a, l, g->behind), NULL);
	titles[1] = words_fill(a, l, WORD_TITLE_GAP_LEVEL, "name", name, NULL);
}

static void name_left_out(const struct gaps *g, struct notes *notes, enum word word, const char *const *names, size_t n)
{
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(g->f.arena, g->f.language, word, "names",
		                     words_list(g->f.arena, g->f.language, names, n, PHRASE_NAMES), NULL));
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct gaps *g = kind;
	struct subject *f = &g->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	size_t n = 0, *columns = arena_alloc(a, g->n + 1, sizeof *columns), *rows = arena_alloc(a, 1, sizeof *rows);
	const struct standing_row **rivals = arena_alloc(a, g->n + 1, sizeof *rivals);
	for (size_t i = 0; i < shown->n_rows; i++) {
		columns[n] = g->items[shown->rows[i]].column;
		rivals[n++] = g->items[shown->rows[i]].rival;
	}
	*rows = subject_focus_row(f);
	struct rows_shown turned = { rows, 1, columns, n };
	titles(g, words->titles);
	const char *points = number_unit(a, f->language, unit_of_difference(unit_of(g)), g->style.magnitude);
	words->heading = words->titles[1];
	words->subtitle = arena_printf(
		a, "%s%s%s%s",
		words_fill(a, f->language, WORD_SUB_GAP, "name", phrase_variant(a, f->request->focus), NULL),
		points ? ", " : "", points ? points : "", phrase_as_of(a, f->language, f->dataset->date));
	words->direction = words_get(f->language, WORD_HIGHER);
	notes_add(&notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_RIVAL));
	name_left_out(g, &notes, WORD_NOTE_NOT_BOTH, g->left_out, g->n_left_out);
	name_left_out(g, &notes, WORD_NOTE_OTHER_UNITS, g->unlike, g->n_unlike);
	f->extra = rivals;
	f->extra_of = columns;
	f->n_extra = n;
	subject_evidence(f, &turned, &notes, words);
}

static char *alt_of(const struct gaps *g)
{
	struct arena *a = g->f.arena;
	const struct language *l = g->f.language;
	struct strbuf t = strbuf_new(a);
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, l, WORD_ALT_GAP, "name", phrase_variant(a, g->f.request->focus), "n",
	                       number_plain(a, l, g->n), NULL),
	            phrase_as_of(a, l, g->f.dataset->date));
	for (size_t i = 0; i < g->n; i++)
		phrase_alt_add(&t, words_fill(a, l, WORD_ALT_GAP_ROW, "on",
		                              g->f.grid->columns[g->items[i].column]->benchmark->brief, "gap",
		                              number_signed(a, g->items[i].points, g->style), "rival",
		                              phrase_variant(a, g->items[i].rival->variant), NULL));
	return t.s;
}

static double noise_of(const struct gap *gap)
{
	return hypot(gap->own->half, gap->rival->half);
}

static bool has_interval(const struct gap *gap)
{
	return gap->own->chosen->has_interval || gap->rival->chosen->has_interval;
}

/* On how many benchmarks it is ahead and behind, beyond noise and to the printed digit. */
static void count_gaps(struct gaps *g)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct gap *gap = &g->items[i];
		double shown = number_shown(gap->points, g->style);
		bool clear = fabs(gap->points) >= noise_of(gap);
		g->ahead += shown > 0 && clear;
		g->behind += shown < 0 && clear;
		g->claimed += shown > 0 && clear && gap->own->claimed;
		g->f.whiskers |= has_interval(gap);
	}
}

/* The bar from zero: hatched where one of the two values is claimed, an outline where one is estimated. */
static struct rows_cell lead_cell(const struct gaps *g, const struct gap *gap)
{
	const struct palette *p = &g->f.look->palette;
	bool claimed = gap->own->claimed || gap->rival->claimed,
	     estimated = gap->own->estimated || gap->rival->estimated,
	     doubtful = phrase_in_conflict(gap->own) || phrase_in_conflict(gap->rival);
	const char *remark = claimed     ? words_get(g->f.language, WORD_CLAIMED)
	                     : estimated ? words_get(g->f.language, WORD_ESTIMATED)
	                                 : NULL;
	if (doubtful)
		remark = remark ? arena_printf(g->f.arena, "† %s", remark) : "†";
	return (struct rows_cell){ .present = true,
		                   .value = gap->points,
		                   .pattern = claimed     ? PATTERN_HATCH
		                              : estimated ? PATTERN_NONE
		                                          : PATTERN_SOLID,
		                   .color = gap->points < 0 ? p->worse : p->better,
		                   .text = number_signed(g->f.arena, gap->points, g->style),
		                   .change = true,
		                   .whisker = has_interval(gap),
		                   .low = gap->points - noise_of(gap),
		                   .high = gap->points + noise_of(gap),
		                   .claimed = claimed,
		                   .doubted = doubtful,
		                   .remark = remark };
}

static struct scene_measure *measure_of(const struct gaps *g)
{
	struct scene_measure *measure = arena_alloc(g->f.arena, 1, sizeof *measure);
	const struct unit *unit = unit_of(g);
	*measure = (struct scene_measure){ .unit = unit,
		                           .words = number_unit(g->f.arena, g->f.language, unit_of_difference(unit),
		                                                g->style.magnitude),
		                           .decimals = g->style.decimals,
		                           .magnitude = g->style.magnitude };
	return measure;
}

static struct rows_table table_of(const struct gaps *g)
{
	enum { RIVAL, LEAD, COLUMNS };
	const struct subject *f = &g->f;
	struct rows_label *labels = arena_alloc(f->arena, g->n + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(f->arena, COLUMNS * g->n + 1, sizeof *cells);
	struct rows_column *columns = arena_alloc(f->arena, COLUMNS, sizeof *columns);
	columns[RIVAL] = (struct rows_column){ .form = ROWS_WORDS, .head = words_get(f->language, WORD_HEAD_RIVAL) };
	columns[LEAD] =
		(struct rows_column){ .form = ROWS_BARS, .head = words_get(f->language, WORD_HEAD_LEAD), .data = true };
	for (size_t i = 0; i < g->n; i++) {
		const struct gap *gap = &g->items[i];
		const struct benchmark *b = f->grid->columns[gap->column]->benchmark;
		labels[i] = (struct rows_label){ .name = b->brief, .full = b->name };
		cells[COLUMNS * i + RIVAL] =
			(struct rows_cell){ .present = true, .text = phrase_variant(f->arena, gap->rival->variant) };
		cells[COLUMNS * i + LEAD] = lead_cell(g, gap);
	}
	return (struct rows_table){ .labels = labels,
		                    .n_rows = g->n,
		                    .columns = columns,
		                    .n_columns = COLUMNS,
		                    .n_data_columns = 1,
		                    .n_columns_known = 1,
		                    .n_series = 1,
		                    .cells = cells,
		                    .measures = measure_of(g),
		                    .n_measures = 1,
		                    .keep = ROWS_NONE,
		                    .sorted = 1,
		                    .rows_counted = true,
		                    .names = f->names,
		                    .n_names = f->n_names,
		                    .spread = true };
}

bool chart_gap(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct gaps g = { .n = 0 };
	if (!subject_open(&g.f, arena, q, diags))
		return false;
	if (!collect(&g)) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena, "choose other benchmarks with %s", chart_naming_of(q)->benchmark),
		         "there is no benchmark on which %s and a rival have values",
		         variant_full_name(arena, q->focus));
		return false;
	}
	count_gaps(&g);
	g.f.turned_all = g.n;
	struct rows_table t = table_of(&g);
	return rows_layout(arena, q, &t, make_words, &g, alt_of(&g), pages, diags);
}
