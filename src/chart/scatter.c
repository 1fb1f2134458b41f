/* The scatter: a score against tokens, cost or time; how it is drawn, points.c knows. */
#include "chart/kind.h"
#include "chart/kinds.h"
#include "chart/lengths.h"
#include "chart/points.h"

#include "base/arena.h"
#include "words/words.h"

/* The first on the frontier that dominates d. */
static const struct points_dot *better_than(const struct points *s, const struct points_dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->dots[k].efficient && points_dominates(s, &s->dots[k], d))
			return &s->dots[k];
	return d;
}

static bool beats_all(const struct points *s, const struct points_dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (&s->dots[k] != d &&
		    (points_gain(s, POINTS_Y, s->dots[k].y->value) >= points_gain(s, POINTS_Y, d->y->value) ||
		     points_gain(s, POINTS_X, s->dots[k].x->value) >= points_gain(s, POINTS_X, d->x->value)))
			return false;
	return true;
}

static char *beaten_title(const struct points *s, const struct points_dot *d)
{
	const struct points_dot *rival = better_than(s, d);
	bool both = points_gain(s, POINTS_Y, rival->y->value) > points_gain(s, POINTS_Y, d->y->value) &&
	            points_gain(s, POINTS_X, rival->x->value) > points_gain(s, POINTS_X, d->x->value);
	return words_fill(
		s->f.arena, s->f.language, both ? WORD_TITLE_FRONTIER_BEATEN_BOTH : WORD_TITLE_FRONTIER_BEATEN, "name",
		phrase_variant(s->f.arena, d->y->variant), "rival", phrase_variant(s->f.arena, rival->y->variant), "y",
		words_object(s->f.arena, s->f.language, s->columns[POINTS_Y]->benchmark->brief), "x",
		words_object(s->f.arena, s->f.language, s->columns[POINTS_X]->benchmark->brief), NULL);
}

static bool is_result(const struct points_dot *d)
{
	return !d->y->claimed && !d->y->estimated && !d->x->claimed && !d->x->estimated;
}

/* Of two in focus, one that costs far more for less; NULL if none does. */
static char *waste_title(const struct points *s, const struct points_dot *focus)
{
	const struct benchmark *y = s->columns[POINTS_Y]->benchmark, *x = s->columns[POINTS_X]->benchmark;
	struct arena *a = s->f.arena;
	bool money = x->unit->money && x->direction == DIRECTION_LOWER && y->direction == DIRECTION_HIGHER;
	for (size_t i = 0; i < s->n && money; i++) {
		const struct points_dot *d = &s->dots[i];
		double times = focus->x->value > 0 ? d->x->value / focus->x->value : 0;
		if (!d->strong || d == focus || !is_result(d) || !is_result(focus) || times < ratio_of_titles ||
		    times > ratio_beyond_titles || !points_dominates(s, focus, d) || focus->y->value <= d->y->value)
			continue;
		struct number_style style = s->styles[POINTS_Y];
		double gap = phrase_difference(a, (struct phrase_end){ s->columns[POINTS_Y], focus->y },
		                               (struct phrase_end){ s->columns[POINTS_Y], d->y }, &style);
		return words_fill(a, s->f.language, WORD_TITLE_COSTS_SCORES, "name", phrase_variant(a, d->y->variant),
		                  "times", phrase_times(a, s->f.language, times), "rival",
		                  phrase_variant(a, focus->y->variant), "gap", number_gap(a, gap, style, y->unit),
		                  NULL);
	}
	return NULL;
}

/* "Six of 17 models are worth the cost; Aster scores highest, for $178": of few on the frontier, and one best. */
static const char *worth_title(const struct points *s, const struct points_dot *focus, size_t efficient)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *y = s->columns[POINTS_Y]->benchmark, *x = s->columns[POINTS_X]->benchmark;
	const struct points_dot *best = NULL;
	bool alone = true;
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *d = &s->dots[i];
		if (d->y->rank == 1)
			alone &= !best, best = d;
	}
	if (!x->unit->money || x->direction != DIRECTION_LOWER || y->direction != DIRECTION_HIGHER || !best || !alone ||
	    best->y->tied || !is_result(best) || (focus && focus != best) || !best->efficient || efficient < 2 ||
	    2 * efficient >= s->n)
		return NULL;
	return words_fill(a, l, WORD_TITLE_WORTH, "count",
	                  words_sentence(a, l, counted_words(s->f.counted, COUNT_EFFICIENT, efficient)), "all",
	                  counted_words(s->f.counted, COUNT_POINTS, s->n), "n", number_plain(a, l, efficient), "name",
	                  phrase_variant(a, best->y->variant), "value", points_say(s, best->x, POINTS_X), NULL);
}

static char *frontier_title(const struct points *s, const struct points_dot *d, size_t others)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	return words_fill(a, l, others ? WORD_TITLE_FRONTIER_FOCUS : WORD_TITLE_FRONTIER_ALONE, "name",
	                  phrase_variant(a, d->y->variant), "count",
	                  counted_words(s->f.counted, COUNT_OTHER_EFFICIENT, others), "n", number_plain(a, l, others),
	                  NULL);
}

/* Where nobody knows which numbers are better: how many are shown. */
static char *sizes_title(const struct points *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const char *both[] = { words_inside(a, l, s->columns[POINTS_Y]->benchmark->brief),
		               words_inside(a, l, s->columns[POINTS_X]->benchmark->brief) };
	return words_sentence(a, l,
	                      words_fill(a, l, WORD_TITLE_MODELS_ON, "count",
	                                 counted_words(s->f.counted, COUNT_POINTS, s->n), "n", number_plain(a, l, s->n),
	                                 "on", words_list(a, l, both, 2, 2), NULL));
}

static char *count_title(const struct points *s, size_t efficient)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const char *all = counted_words(s->f.counted, COUNT_POINTS, s->n);
	if (efficient == s->n)
		return words_fill(a, l, s->n == 2 ? WORD_TITLE_FRONTIER_BOTH : WORD_TITLE_FRONTIER_ALL, "all", all,
		                  NULL);
	return words_fill(a, l, WORD_TITLE_FRONTIER, "count",
	                  words_sentence(a, l, counted_words(s->f.counted, COUNT_EFFICIENT, efficient)), "all", all,
	                  "n", number_plain(a, l, efficient), NULL);
}

static void titles(const struct points *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	size_t efficient = points_count_efficient(s);
	const struct points_dot *focus = NULL, *only = NULL;
	for (size_t i = 0; i < s->n; i++) {
		only = s->dots[i].efficient ? &s->dots[i] : only;
		focus = s->dots[i].y->variant == s->f.request->focus ? &s->dots[i] : focus;
	}
	bool sized = !points_directed(s) || s->n == 1;
	titles[0] = titles[1] = sized ? sizes_title(s) : count_title(s, efficient);
	counted_title(s->f.counted, titles[1]);
	if (!sized && focus)
		titles[0] = focus->efficient ? frontier_title(s, focus, efficient - 1) : beaten_title(s, focus);
	else if (!sized && efficient == 1)
		titles[0] = beats_all(s, only) ? words_fill(a, l, WORD_TITLE_FRONTIER_ONE, "name",
		                                            phrase_variant(a, only->y->variant), NULL)
		                               : frontier_title(s, only, 0);
	counted_title(s->f.counted, titles[0]);
	titles[2] = titles[3] = NULL;
	const char *worth = sized ? NULL : subject_among(&s->f, worth_title(s, focus, efficient));
	const char *found[] = { worth, !sized && focus ? waste_title(s, focus) : NULL };
	if (worth)
		counted_title(s->f.counted, worth);
	for (size_t i = sizeof found / sizeof *found; i-- > 0;) {
		if (!found[i] || !subject_is_short(&s->f, found[i]))
			continue;
		titles[3] = titles[2];
		titles[2] = titles[1];
		titles[1] = titles[0];
		titles[0] = found[i];
	}
}

/* Of the axis of which it may be known; NULL if it is of neither. */
static const char *one_direction(const struct points *s, const struct benchmark *b)
{
	if (b->direction == DIRECTION_UNKNOWN)
		return NULL;
	return words_fill(s->f.arena, s->f.language, b->direction == DIRECTION_LOWER ? WORD_LOWER_ON : WORD_HIGHER_ON,
	                  "on", words_object(s->f.arena, s->f.language, b->brief), NULL);
}

static const char *direction_of(const struct points *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *y = s->columns[POINTS_Y]->benchmark, *x = s->columns[POINTS_X]->benchmark;
	if (!points_directed(s))
		return one_direction(s, y->direction == DIRECTION_UNKNOWN ? x : y);
	if (y->direction == x->direction)
		return words_get(l, y->direction == DIRECTION_LOWER ? WORD_LOWER : WORD_HIGHER);
	const char *up = y->direction == DIRECTION_LOWER ? x->brief : y->brief,
		   *down = y->direction == DIRECTION_LOWER ? y->brief : x->brief;
	return words_fill(a, l, WORD_DIRECTIONS, "up", words_inside(a, l, up), "down", words_inside(a, l, down), NULL);
}

static const char *heading_of(const struct points *s)
{
	return words_fill(s->f.arena, s->f.language, WORD_SUB_SCATTER, "y", s->columns[POINTS_Y]->benchmark->name, "x",
	                  words_inside(s->f.arena, s->f.language, s->columns[POINTS_X]->benchmark->name), NULL);
}

static const char *alt_start(const struct points *s)
{
	return words_fill(s->f.arena, s->f.language, WORD_ALT_SCATTER, "y",
	                  words_inside(s->f.arena, s->f.language, s->columns[POINTS_Y]->benchmark->brief), "x",
	                  words_inside(s->f.arena, s->f.language, s->columns[POINTS_X]->benchmark->brief), "n",
	                  counted_digits(s->f.counted, COUNT_POINTS, s->n), NULL);
}

static const char *across(const struct points *s, const struct standing_row *row)
{
	return phrase_counted(s->f.arena, row, s->styles[POINTS_X], s->columns[POINTS_X]->benchmark);
}

static const struct points_voice voice = { .titles = titles,
	                                   .heading = heading_of,
	                                   .direction = direction_of,
	                                   .alt = alt_start,
	                                   .across = across,
	                                   .line = WORD_NOTE_FRONTIER,
	                                   .line_shown = WORD_NOTE_FRONTIER_SHOWN,
	                                   .band = WORD_NOTE_BAND,
	                                   .on_line = WORD_ALT_FRONTIER,
	                                   .left_out = WORD_NOTE_NOT_BOTH };

bool chart_scatter(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct points s = { .voice = &voice };
	if (!subject_open(&s.f, arena, q, diags))
		return false;
	for (size_t c = 0; c < POINTS_AXES; c++) {
		s.columns[c] = s.f.grid->columns[c];
		s.styles[c] = s.f.styles[c];
	}
	for (size_t r = 0; r < s.f.grid->n_rows; r++)
		points_add(&s, grid_cell(s.f.grid, r, POINTS_Y), grid_cell(s.f.grid, r, POINTS_X));
	if (s.n)
		return points_draw(&s, pages);
	diag_add(diags, DIAG_ERROR, place_file(NULL),
	         arena_printf(arena, "choose other benchmarks with %s", chart_naming_of(q)->benchmark),
	         "no %s has a value on both %s and %s", q->dataset->said.one, q->benchmarks[POINTS_Y]->name,
	         q->benchmarks[POINTS_X]->name);
	return false;
}
