/* The timeline: a score by the day of release, with the course of the best so far; how it is drawn, points.c knows. */
#include "chart/kind.h"
#include "chart/kinds.h"
#include "chart/lengths.h"
#include "chart/points.h"
#include "chart/timeline_rate.h"

#include "base/arena.h"
#include "words/words.h"

static struct date released(const struct standing_row *row)
{
	return row->variant->model->own->more->released;
}

static const char *measure_on(const struct points *s)
{
	return words_object(s->f.arena, s->f.language, s->columns[POINTS_Y]->benchmark->brief);
}

/* ---- the best so far ---- */

/* True if d came out first, and is better despite the noise; a claim is not better than what somebody measured. */
static bool was_ahead(const struct points *s, const struct points_dot *d, const struct points_dot *later)
{
	return date_precedes(released(d->y), released(later->y)) && (!d->y->claimed || later->y->claimed) &&
	       standing_ahead(s->columns[POINTS_Y], d->y, later->y);
}

/* The best of those that were out before it and ahead of it; NULL if nothing was. */
static const struct points_dot *best_before(const struct points *s, const struct points_dot *d)
{
	const struct points_dot *best = NULL;
	for (size_t i = 0; i < s->n; i++)
		if (was_ahead(s, &s->dots[i], d) &&
		    (!best || points_gain(s, POINTS_Y, s->dots[i].y->value) > points_gain(s, POINTS_Y, best->y->value)))
			best = &s->dots[i];
	return best;
}

/* True if it is ahead of all that came out before it, of which there are some. */
static bool led_at_release(const struct points *s, const struct points_dot *d)
{
	size_t earlier = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *other = &s->dots[i];
		if (other == d || date_precedes(released(d->y), released(other->y)))
			continue; /* certainly later */
		earlier++;
		if (!standing_ahead(s->columns[POINTS_Y], d->y, other->y) ||
		    !date_precedes(released(other->y), released(d->y)))
			return false;
	}
	return earlier > 0 && d->y->rank > 0;
}

/* Of what counts as a result: the first that came out, of several on one day the best; NULL if there is none. */
static const struct points_dot *first_of(const struct points *s)
{
	const struct points_dot *first = NULL;
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *d = &s->dots[i];
		if (!d->y->rank)
			continue;
		int order = first ? date_compare(released(d->y), released(first->y)) : -1;
		if (order < 0 ||
		    (order == 0 && points_gain(s, POINTS_Y, d->y->value) > points_gain(s, POINTS_Y, first->y->value)))
			first = d;
	}
	return first;
}

/* The only one of rank 1, if it has a point. */
static const struct points_dot *leader_of(const struct points *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].y->rank == 1)
			return s->dots[i].y->tied ? NULL : &s->dots[i];
	return NULL;
}

/* The best of rank 1 that has a point. */
static const struct points_dot *best_of(const struct points *s)
{
	const struct points_dot *best = NULL;
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].y->rank == 1 &&
		    (!best || points_gain(s, POINTS_Y, s->dots[i].y->value) > points_gain(s, POINTS_Y, best->y->value)))
			best = &s->dots[i];
	return best;
}

/* ---- words ---- */

static const char *count_title(const struct points *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	return words_sentence(a, l,
	                      words_fill(a, l, WORD_TITLE_BY_RELEASE, "count",
	                                 counted_words(s->f.counted, COUNT_POINTS, s->n), "n", number_plain(a, l, s->n),
	                                 "on", measure_on(s), NULL));
}

/* Of the best so far: from the first to the latest, which is clearly better. */
static struct timeline_rate rate_of(const struct points *s)
{
	const struct points_dot *first = first_of(s), *best = best_of(s);
	bool grew = points_directed(s) && first && best && date_precedes(released(first->y), released(best->y)) &&
	            s->columns[POINTS_Y]->benchmark->direction == DIRECTION_HIGHER && !first->y->estimated &&
	            !best->y->estimated && standing_ahead(s->columns[POINTS_Y], best->y, first->y);
	return grew ? timeline_rate(s, first, best) : (struct timeline_rate){ .known = false };
}

/* "The best result on GPQA rose from 35.7% to 94.3%"; NULL where the best is not clearly better than the first. */
static const char *rise_title(const struct points *s)
{
	const struct points_dot *first = first_of(s), *best = best_of(s);
	struct arena *a = s->f.arena;
	const struct benchmark *b = s->columns[POINTS_Y]->benchmark;
	bool lower = b->direction == DIRECTION_LOWER, mixed = points_is_mixed(s, POINTS_Y);
	if (!first || !best || !date_precedes(released(first->y), released(best->y)) ||
	    !standing_ahead(s->columns[POINTS_Y], best->y, first->y))
		return NULL;
	enum word word = lower ? (mixed ? WORD_TITLE_BEST_FELL_MEASURED : WORD_TITLE_BEST_FELL)
	                       : (mixed ? WORD_TITLE_BEST_ROSE_MEASURED : WORD_TITLE_BEST_ROSE);
	double times = first->y->value > 0 ? best->y->value / first->y->value : 0;
	if (!lower && !mixed && b->unit->zero && times >= ratio_of_titles && times <= ratio_beyond_titles)
		word = WORD_TITLE_BEST_GREW;
	return words_fill(a, s->f.language, word, "on", measure_on(s), "times", phrase_times(a, s->f.language, times),
	                  "from", phrase_value(a, first->y, s->styles[POINTS_Y], b, true), "to",
	                  b->unit->sign ? phrase_value(a, best->y, s->styles[POINTS_Y], b, true)
	                                : phrase_counted(a, best->y, s->styles[POINTS_Y], b),
	                  NULL);
}

/* "Time horizon doubled every 6 months, from 5.4 to 137.3 minutes": of a size, not of a score. */
static const char *rate_title(const struct points *s)
{
	const struct points_dot *first = first_of(s), *best = best_of(s);
	struct arena *a = s->f.arena;
	const struct benchmark *b = s->columns[POINTS_Y]->benchmark;
	bool size = b->unit->zero && b->unit != &unit_percent && b->unit != &unit_fraction && !b->unit->bare;
	struct timeline_rate rate = rate_of(s);
	if (!rate.known || !size || points_is_mixed(s, POINTS_Y) || rate.months < rate_least || rate.months > rate_most)
		return NULL;
	struct number_style whole = { .language = s->f.language };
	return words_sentence(a, s->f.language,
	                      words_fill(a, s->f.language, WORD_TITLE_DOUBLED, "on", measure_on(s), "months",
	                                 number_text(a, rate.months, whole), "from",
	                                 phrase_value(a, first->y, s->styles[POINTS_Y], b, true), "to",
	                                 phrase_counted(a, best->y, s->styles[POINTS_Y], b), NULL));
}

static const char *focus_title(const struct points *s, const struct points_dot *focus)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct points_dot *before = best_before(s, focus);
	const char *name = phrase_variant(a, focus->y->variant);
	if (focus == leader_of(s) && !s->columns[POINTS_Y]->all_claimed && !focus->y->estimated)
		return words_fill(a, l,
		                  points_is_mixed(s, POINTS_Y) ? WORD_TITLE_HOLDS_BEST_MEASURED : WORD_TITLE_HOLDS_BEST,
		                  "name", name, "on", measure_on(s), NULL);
	if (before)
		return words_fill(a, l, WORD_TITLE_CAME_BEHIND, "name", name, "rival",
		                  phrase_variant(a, before->y->variant), "on", measure_on(s), NULL);
	if (led_at_release(s, focus) && !s->columns[POINTS_Y]->all_claimed && !focus->y->estimated)
		return words_fill(a, l, WORD_TITLE_LED_AT_RELEASE, "name", name, "on", measure_on(s), NULL);
	return NULL;
}

static void titles(const struct points *s, const char *titles[FRAME_TITLES])
{
	const struct points_dot *focus = NULL;
	for (size_t i = 0; i < s->n; i++)
		focus = s->dots[i].y->variant == s->f.request->focus ? &s->dots[i] : focus;
	titles[1] = count_title(s);
	counted_title(s->f.counted, titles[1]);
	titles[2] = NULL;
	titles[0] = NULL;
	if (points_directed(s) && focus)
		titles[0] = focus_title(s, focus);
	const char *rate = titles[0] ? NULL : rate_title(s);
	if (points_directed(s) && !titles[0])
		titles[0] = rise_title(s);
	titles[0] = titles[0] ? subject_among(&s->f, titles[0]) : titles[1];
	if (!rate)
		return;
	titles[2] = titles[1];
	titles[1] = titles[0];
	titles[0] = subject_among(&s->f, rate);
}

static const char *heading_of(const struct points *s)
{
	return words_fill(s->f.arena, s->f.language, WORD_SUB_TIMELINE, "y",
	                  phrase_measure(s->f.arena, s->columns[POINTS_Y]->benchmark, s->styles[POINTS_Y]), NULL);
}

static const char *direction_of(const struct points *s)
{
	enum direction direction = s->columns[POINTS_Y]->benchmark->direction;
	if (direction == DIRECTION_UNKNOWN)
		return NULL;
	return words_get(s->f.language, direction == DIRECTION_LOWER ? WORD_LOWER : WORD_HIGHER);
}

static const char *alt_start(const struct points *s)
{
	return words_fill(s->f.arena, s->f.language, WORD_ALT_TIMELINE, "y", s->columns[POINTS_Y]->benchmark->brief,
	                  "n", counted_digits(s->f.counted, COUNT_POINTS, s->n), NULL);
}

static const char *across(const struct points *s, const struct standing_row *row)
{
	return words_date(s->f.arena, s->f.language, released(row));
}

/* A date without a day is drawn at its start. */
static void add_notes(const struct points *s, struct notes *notes)
{
	bool vague = false;
	for (size_t i = 0; i < s->n; i++)
		vague |= released(s->dots[i].y).day == 0;
	timeline_rate_note(s, rate_of(s), notes);
	if (vague)
		notes_add_convention(notes, SWATCH_NONE, words_get(s->f.language, WORD_NOTE_VAGUE_DATES));
}

static struct scene_rate rate_said(const struct points *s)
{
	const struct points_dot *first = first_of(s), *best = best_of(s);
	if (!rate_of(s).known)
		return (struct scene_rate){ .known = false };
	return (struct scene_rate){ .known = true, .from = (int)(first - s->dots), .to = (int)(best - s->dots) };
}

static const struct points_voice voice = { .titles = titles,
	                                   .heading = heading_of,
	                                   .direction = direction_of,
	                                   .alt = alt_start,
	                                   .across = across,
	                                   .notes = add_notes,
	                                   .rate = rate_said,
	                                   .line = WORD_NOTE_BEST_SO_FAR,
	                                   .line_shown = WORD_NOTE_BEST_SO_FAR_SHOWN,
	                                   .band = WORD_NOTE_BAND_SO_FAR,
	                                   .on_line = WORD_ALT_BEST_SO_FAR,
	                                   .left_out = WORD_NOTE_NOT_DATED };

/* ---- the calendar as an axis ---- */

/* Days of release as a standing of which earlier is better, so that the best so far is what nothing earlier beats. */
static const struct standing *releases(const struct points *s)
{
	struct arena *a = s->f.arena;
	const struct standing *y = s->columns[POINTS_Y];
	struct standing *x = arena_alloc(a, 1, sizeof *x);
	struct benchmark *b = arena_alloc(a, 1, sizeof *b);
	*b = (struct benchmark){ .name = words_get(s->f.language, WORD_RELEASE_DATE),
		                 .unit = &unit_score,
		                 .direction = DIRECTION_LOWER };
	b->brief = b->name;
	if (y->benchmark->direction == DIRECTION_UNKNOWN)
		b->direction = DIRECTION_UNKNOWN;
	*x = (struct standing){ .benchmark = b, .rows = arena_alloc(a, s->f.grid->n_rows + 1, sizeof *x->rows) };
	for (size_t r = 0; r < s->f.grid->n_rows; r++) {
		const struct standing_row *row = grid_cell(s->f.grid, r, POINTS_Y);
		struct date date = released(row);
		x->rows[x->count++] = (struct standing_row){ .variant = row->variant,
			                                     .value = date.year ? (double)date_day(date) : 0,
			                                     .present = date.year > 0 };
	}
	return x;
}

static struct axis axis_of(const struct points *s)
{
	struct date first = released(s->dots[0].y), last = first;
	for (size_t i = 1; i < s->n; i++) {
		struct date date = released(s->dots[i].y);
		first = date_compare(date, first) < 0 ? date : first;
		last = date_compare(date, last) > 0 ? date : last;
	}
	return axis_of_dates(first, last);
}

bool chart_timeline(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct points s = { .voice = &voice, .dated = true };
	if (!subject_open(&s.f, arena, q, diags))
		return false;
	s.columns[POINTS_Y] = s.f.grid->columns[0];
	s.styles[POINTS_Y] = s.f.styles[0];
	s.columns[POINTS_X] = releases(&s);
	for (size_t r = 0; r < s.f.grid->n_rows; r++)
		points_add(&s, grid_cell(s.f.grid, r, 0), &s.columns[POINTS_X]->rows[r]);
	if (s.n) {
		s.plot.x = axis_of(&s);
		return points_draw(&s, pages);
	}
	diag_add(diags, DIAG_ERROR, place_file(NULL), "give the models \"released: 2026-04-08\" in the data",
	         "no %s with a value on %s has a release date", q->dataset->said.one, q->benchmarks[0]->name);
	return false;
}
