/* The gap: lead and lag of the focus against its best rival, benchmark by benchmark, largest lead first. */
#include "chart/kinds.h"
#include "chart/lengths.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "facts/decimal.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>

struct gap {
	size_t column; /* of the grid */
	const struct standing_row *own, *rival;
	double points; /* positive is better */
	struct digits digits;
	int places; /* of the finer source */
};

struct gaps {
	struct subject f;
	struct gap *items;
	size_t n;
	const char **left_out, **unlike, **undirected;
	size_t n_left_out, n_unlike, n_undirected;
	struct number_style style;
	int decimals;                  /* the most that a gap is printed with */
	size_t ahead, behind, claimed; /* of all benchmarks asked for; claimed: of those ahead */
	bool passed_over;              /* a better claim was not taken for a rival */
	bool folded; /* a narrow figure: rivals stand below the benchmarks, in no column of their own */
};

static int by_points(const void *a, const void *b)
{
	const struct gap *x = a, *y = b;
	if (x->points != y->points)
		return x->points > y->points ? -1 : 1;
	return x->column < y->column ? -1 : x->column > y->column;
}

static bool is_directed(const struct standing *s)
{
	return s->benchmark->direction != DIRECTION_UNKNOWN;
}

/* The scale that most benchmarks can be drawn on: those where the focus and a rival have values. */
static const struct benchmark *scale_of(const struct gaps *g, const struct contest *contests)
{
	const struct grid *grid = g->f.grid;
	bool *drawable = arena_alloc(g->f.arena, grid->n_columns + 1, sizeof *drawable);
	for (size_t c = 0; c < grid->n_columns; c++)
		drawable[c] = contests[c].own && contests[c].rival && is_directed(grid->columns[c]);
	return grid->columns[subject_common_column(&g->f, drawable)]->benchmark;
}

static void measure(struct gaps *g)
{
	size_t *columns = arena_alloc(g->f.arena, g->n + 1, sizeof *columns);
	double largest = 0;
	for (size_t i = 0; i < g->n; i++) {
		struct gap *gap = &g->items[i];
		bool lower = g->f.grid->columns[gap->column]->benchmark->direction == DIRECTION_LOWER;
		int own = subject_level(&g->f, gap->column, gap->own),
		    rival = subject_level(&g->f, gap->column, gap->rival);
		double points =
			decimal_difference(decimal_of(gap->own->value, own), decimal_of(gap->rival->value, rival))
				.number;
		gap->points = lower ? -points : points;
		gap->digits = digits_between(points, gap->own->digits, gap->rival->digits);
		largest = fmax(largest, fabs(points));
		gap->places = own > rival ? own : rival;
		columns[i] = gap->column;
	}
	g->style = subject_common_style(&g->f, columns, g->n, largest);
	g->decimals = 0;
	for (size_t i = 0; i < g->n; i++) {
		int decimals = digits_style(g->style, g->items[i].digits).decimals;
		g->decimals = decimals > g->decimals ? decimals : g->decimals;
	}
}

/* "Elo (ahead)": what cannot be drawn is told. */
static const char *off_scale(const struct gaps *g, const struct benchmark *b, enum contest_outcome outcome)
{
	struct arena *a = g->f.arena;
	const struct language *l = g->f.language;
	if (outcome != CONTEST_AHEAD && outcome != CONTEST_BEHIND)
		return b->brief;
	return arena_printf(a, "%s (%s)", b->brief,
	                    words_get(l, outcome == CONTEST_AHEAD ? WORD_IS_AHEAD : WORD_IS_BEHIND));
}

static bool collect(struct gaps *g)
{
	struct subject *f = &g->f;
	size_t n = f->grid->n_columns;
	struct contest *contests = arena_alloc(f->arena, n + 1, sizeof *contests);
	for (size_t c = 0; c < n; c++) {
		contests[c] = contest_of(f->grid->columns[c], f->request->focus);
		g->ahead += contests[c].outcome == CONTEST_AHEAD;
		g->behind += contests[c].outcome == CONTEST_BEHIND;
		g->claimed += contests[c].outcome == CONTEST_AHEAD && contests[c].own->claimed;
	}
	const struct benchmark *scale = scale_of(g, contests);
	g->items = arena_alloc(f->arena, n + 1, sizeof *g->items);
	g->left_out = arena_alloc(f->arena, n + 1, sizeof *g->left_out);
	g->unlike = arena_alloc(f->arena, n + 1, sizeof *g->unlike);
	g->undirected = arena_alloc(f->arena, n + 1, sizeof *g->undirected);
	for (size_t c = 0; c < n; c++) {
		const struct benchmark *b = f->grid->columns[c]->benchmark;
		const struct contest *contest = &contests[c];
		if (!contest->own || !contest->rival) {
			g->left_out[g->n_left_out++] = b->brief;
		} else if (!is_directed(f->grid->columns[c])) {
			g->undirected[g->n_undirected++] = b->brief;
		} else if (!benchmark_alike(b, scale)) {
			g->unlike[g->n_unlike++] = off_scale(g, b, contest->outcome);
		} else {
			g->items[g->n++] = (struct gap){ .column = c, .own = contest->own, .rival = contest->rival };
			g->passed_over |= contest->passed_over;
			f->whiskers |= contest->own->interval || contest->rival->interval;
		}
	}
	measure(g);
	qsort(g->items, g->n, sizeof *g->items, by_points);
	return g->n > 0;
}

static const struct unit *unit_of(const struct gaps *g)
{
	return g->f.grid->columns[g->items[0].column]->benchmark->unit;
}

static char *text_of(const struct gaps *g, const struct gap *gap)
{
	return number_change(g->f.arena, gap->points, digits_style(g->style, gap->digits), unit_of(g));
}

/* On how many of all benchmarks, drawn or not; of both counts only one where not all of them are drawn. */
static enum word title_word(const struct gaps *g, size_t all, size_t left, bool cut, bool only_behind)
{
	if (only_behind)
		return g->behind < all ? WORD_TITLE_TRAILS_ON : left ? WORD_TITLE_TRAILS_ALL : WORD_TITLE_BEHIND_ALL;
	if (g->claimed == g->ahead)
		return left ? WORD_TITLE_LEADS_ONLY_CLAIMED_LEFT : WORD_TITLE_AHEAD_ONLY_CLAIMED;
	if (g->claimed)
		return left ? WORD_TITLE_LEADS_CLAIMED_LEFT : WORD_TITLE_AHEAD_CLAIMED;
	if (g->ahead == all)
		return left ? WORD_TITLE_LEADS_ALL : WORD_TITLE_AHEAD_ALL;
	return !g->behind || cut ? WORD_TITLE_LEADS_MOST : WORD_TITLE_AHEAD_BEHIND;
}

static size_t count_drawn(const struct gaps *g, const struct shown *drawn, enum contest_outcome outcome)
{
	size_t n = 0;
	for (size_t i = 0; i < drawn->grid->n_columns; i++)
		n += contest_of(g->f.grid->columns[drawn->columns[i]], g->f.request->focus).outcome == outcome;
	return n;
}

static void titles(const struct gaps *g, const struct shown *drawn, const char *titles[FRAME_TITLES])
{
	struct arena *a = g->f.arena;
	const struct language *l = g->f.language;
	size_t all = g->f.grid->n_columns, left = drawn->benchmarks_left_out;
	const char *name = phrase_variant(a, g->f.request->focus);
	size_t leads_drawn = count_drawn(g, drawn, CONTEST_AHEAD), trails_drawn = count_drawn(g, drawn, CONTEST_BEHIND);
	bool cut = leads_drawn < g->ahead || trails_drawn < g->behind;
	bool only_behind = !g->ahead || (!leads_drawn && trails_drawn);
	titles[0] = titles[1] = words_fill(a, l, WORD_TITLE_GAP_LEVEL, "name", name, NULL);
	if (!g->ahead && !g->behind)
		return;
	const struct variant *who = g->f.request->focus;
	struct counted *counted = g->f.counted;
	counted->part = SCENE_TITLE;
	const char *ahead = counted_words_of(counted, COUNT_LEADS, who, 0, g->ahead),
		   *behind = counted_words_of(counted, COUNT_TRAILS, who, 0, g->behind);
	char *title = words_fill(a, l, title_word(g, all, left, cut, only_behind), "name", name, "ahead", ahead,
	                         "behind", behind, "count", only_behind ? behind : ahead, "all",
	                         counted_words(counted, COUNT_BENCHMARKS_ASKED, all), "claimed",
	                         counted_words_of(counted, COUNT_LEADS_CLAIMED, who, 0, g->claimed), NULL);
	if (!only_behind)
		title = shown_with_counted(drawn, title, who, COUNT_LEADS, g->ahead, COUNT_LEADS_DRAWN, leads_drawn);
	else
		title = shown_with_counted(drawn, title, who, COUNT_TRAILS, g->behind, COUNT_TRAILS_DRAWN,
		                           trails_drawn);
	titles[0] = subject_among(&g->f, title);
	counted_title(counted, titles[0]);
}

static void name_left_out(const struct gaps *g, struct notes *notes, enum word word, const char *const *names, size_t n)
{
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(g->f.arena, g->f.language, word, "names",
		                     words_list(g->f.arena, g->f.language, names, n, PHRASE_NAMES), NULL))
			->says = SAYS_LEFT_OUT;
}

static char *alt_of(const struct gaps *g, const struct rows_shown *shown, const struct shown *drawn)
{
	struct arena *a = g->f.arena;
	const struct language *l = g->f.language;
	struct strbuf t = strbuf_new(a);
	g->f.counted->part = SCENE_ALT;
	const char *start = words_fill(a, l, WORD_ALT_GAP, "name", phrase_variant(a, g->f.request->focus), "n",
	                               counted_digits(g->f.counted, COUNT_BENCHMARKS, shown->n_rows), NULL);
	strbuf_addf(&t, "%s%s.", shown_with_benchmarks_left(drawn, start, false),
	            phrase_as_of(a, l, g->f.dataset->date));
	subject_alt_selected(&g->f, &t);
	for (size_t i = 0; i < shown->n_rows; i++) {
		const struct gap *gap = &g->items[shown->rows[i]];
		phrase_alt_add(&t, words_fill(a, l, WORD_ALT_GAP_ROW, "on",
		                              g->f.grid->columns[gap->column]->benchmark->brief, "gap", text_of(g, gap),
		                              "rival", phrase_variant(a, gap->rival->variant), NULL));
	}
	return t.s;
}

static enum word rival_note(const struct gaps *g)
{
	if (g->f.request->selected)
		return g->passed_over ? WORD_NOTE_RIVAL_SELECTED_ASIDE : WORD_NOTE_RIVAL_SELECTED;
	return g->passed_over ? WORD_NOTE_RIVAL_CLAIMS_ASIDE : WORD_NOTE_RIVAL;
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct gaps *g = kind;
	struct subject *f = &g->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	size_t n = shown->n_rows, *columns = arena_alloc(a, n + 1, sizeof *columns), row = subject_focus_row(f);
	const struct standing_row **rivals = arena_alloc(a, n + 1, sizeof *rivals);
	for (size_t i = 0; i < n; i++) {
		columns[i] = g->items[shown->rows[i]].column;
		rivals[i] = g->items[shown->rows[i]].rival;
	}
	f->extra = rivals;
	f->extra_of = columns;
	f->n_extra = n;
	struct shown drawn = shown_of(f, &(struct rows_shown){ &row, 1, columns, n, false });
	titles(g, &drawn, words->titles);
	const char *points = number_unit(a, f->language, unit_of_difference(unit_of(g)), g->style.magnitude);
	words->heading = words_fill(a, f->language, WORD_SUB_GAP, "name", phrase_variant(a, f->request->focus), NULL);
	words->subtitle = arena_printf(a, "%s%s%s%s", words->heading, points ? ", " : "", points ? points : "",
	                               phrase_as_of(a, f->language, f->dataset->date));
	words->direction = words_get(f->language, WORD_HIGHER);
	words->higher = true;
	words->alt = alt_of(g, shown, &drawn);
	notes_add_convention(&notes, SWATCH_NONE, words_get(f->language, rival_note(g)));
	name_left_out(g, &notes, WORD_NOTE_NOT_BOTH, g->left_out, g->n_left_out);
	name_left_out(g, &notes, WORD_NOTE_OTHER_UNITS, g->unlike, g->n_unlike);
	name_left_out(g, &notes, WORD_NOTE_NO_DIRECTION, g->undirected, g->n_undirected);
	shown_evidence(&drawn, &notes, words);
}

static bool has_interval(const struct gap *gap)
{
	return gap->own->interval || gap->rival->interval;
}

/* The bar from zero: hatched where one of the two values is claimed, an outline where one is estimated. */
static struct rows_cell lead_cell(const struct gaps *g, const struct gap *gap)
{
	const struct palette *p = &g->f.look->palette;
	const struct standing *standing = g->f.grid->columns[gap->column];
	bool claimed = gap->own->claimed || gap->rival->claimed,
	     estimated = gap->own->estimated || gap->rival->estimated,
	     doubtful = gap->own->disputed || gap->rival->disputed;
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
		                   .text = text_of(g, gap),
		                   .places = gap->places,
		                   .change = true,
		                   .whisker = has_interval(gap),
		                   .low = gap->points - standing_noise(standing, gap->own, gap->rival),
		                   .high = gap->points + standing_noise(standing, gap->rival, gap->own),
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
		                           .decimals = g->decimals,
		                           .magnitude = g->style.magnitude };
	return measure;
}

static struct rows_table table_of(const struct gaps *g)
{
	enum { RIVAL, LEAD, COLUMNS_MOST };
	const struct subject *f = &g->f;
	size_t first = g->folded ? LEAD : RIVAL, n = COLUMNS_MOST - first;
	struct rows_label *labels = arena_alloc(f->arena, g->n + 1, sizeof *labels);
	struct rows_cell *cells = arena_alloc(f->arena, n * g->n + 1, sizeof *cells);
	struct rows_column *columns = arena_alloc(f->arena, COLUMNS_MOST, sizeof *columns);
	columns[RIVAL] = (struct rows_column){ .form = ROWS_WORDS, .head = words_get(f->language, WORD_HEAD_RIVAL) };
	columns[LEAD] =
		(struct rows_column){ .form = ROWS_BARS, .head = words_get(f->language, WORD_HEAD_LEAD), .data = true };
	for (size_t i = 0; i < g->n; i++) {
		const struct gap *gap = &g->items[i];
		const struct benchmark *b = f->grid->columns[gap->column]->benchmark;
		const char *rival = phrase_variant(f->arena, gap->rival->variant);
		labels[i] = (struct rows_label){ .name = b->brief, .full = b->name };
		if (g->folded)
			labels[i].variant = words_fill(f->arena, f->language, WORD_GAP_RIVAL, "rival", rival, NULL);
		else
			cells[n * i] = (struct rows_cell){ .present = true, .text = rival };
		cells[n * i + LEAD - first] = lead_cell(g, gap);
	}
	return (struct rows_table){ .labels = labels,
		                    .n_rows = g->n,
		                    .columns = columns + first,
		                    .n_columns = n,
		                    .n_data_columns = 1,
		                    .n_columns_known = 1,
		                    .n_series = 1,
		                    .cells = cells,
		                    .measures = measure_of(g),
		                    .n_measures = 1,
		                    .sorted = 1,
		                    .rows_counted = true,
		                    .names = f->names,
		                    .n_names = f->n_names,
		                    .names_over = length_gap_folded_page,
		                    .spread = true,
		                    .folded = g->folded && f->request->slide };
}

/* Variants of one model are no rivals. */
static bool is_alone(const struct gaps *g)
{
	for (size_t i = 0; i < g->f.grid->n_rows; i++)
		if (grid_variant(g->f.grid, i)->model != g->f.request->focus->model)
			return false;
	return true;
}

/* No benchmark is left: where some have no direction, that can be helped. */
static void tell_empty(const struct gaps *g)
{
	struct arena *a = g->f.arena;
	const char *hint = arena_printf(a, "choose other benchmarks with %s", chart_naming_of(g->f.request)->benchmark);
	if (g->n_undirected)
		hint = arena_printf(a, "write better: higher or lower in the data for %s, or %s",
		                    words_list(a, &language_english, g->undirected, g->n_undirected, PHRASE_NAMES),
		                    hint);
	if (g->f.request->n_models && is_alone(g)) {
		diag_add(g->f.diags, DIAG_ERROR, place_file(NULL), "choose rivals too",
		         "a gap chart shows its focus against others, and only %s itself is chosen",
		         g->f.request->focus->model->name);
		return;
	}
	diag_add(g->f.diags, DIAG_ERROR, place_file(NULL), hint,
	         "there is no benchmark %son which %s and a rival have values",
	         g->n_undirected ? "with a known direction " : "", variant_full_name(a, g->f.request->focus));
}

bool chart_gap(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct gaps g = { .n = 0 };
	if (!subject_open(&g.f, arena, q, diags))
		return false;
	if (!collect(&g)) {
		tell_empty(&g);
		return false;
	}
	g.f.turned_all = g.n;
	double wide = q->slide ? length_gap_folded : length_gap_folded_page;
	g.folded = (q->slide || q->inset) && frame_box(q).w < wide * frame_unit(q);
	struct rows_table t = table_of(&g);
	rows_keep_extremes(arena, &t);
	return rows_layout(arena, q, &t, make_words, &g, pages, diags);
}
