/* What lines over the calendar say: title, subtitle, notes, alt text. */
#include "chart/courses.h"

#include "base/arena.h"
#include "chart/census.h"
#include "chart/legend.h"
#include "chart/reference.h"
#include "words/words.h"

#include <math.h>

static const struct benchmark *benchmark_of(const struct courses *s)
{
	return s->standing->benchmark;
}

static const char *on_of(const struct courses *s)
{
	return words_object(s->f.arena, s->f.language, benchmark_of(s)->brief);
}

static const char *day_of(const struct courses *s, size_t point)
{
	return words_date(s->f.arena, s->f.language, s->runs[point]->date);
}

/* ---- the title ---- */

static bool has_noise(const struct courses *s, const struct course *c)
{
	for (size_t k = c->first; k <= courses_last(c); k++)
		if (courses_point(s, k)->interval)
			return true;
	return false;
}

static bool is_apart(const struct courses *s, size_t a, size_t b)
{
	const struct standing_row *x = courses_point(s, a), *y = courses_point(s, b);
	return standing_ahead(s->standing, x, y) || standing_ahead(s->standing, y, x);
}

/* Nothing on the way is beyond noise either: not from one point to the next, and not from the lowest to the highest. */
static bool is_steady(const struct courses *s, const struct course *c)
{
	size_t low = c->first, high = c->first;
	for (size_t k = c->first + 1; k <= courses_last(c); k++) {
		if (is_apart(s, k - 1, k))
			return false;
		low = courses_point(s, k)->value < courses_point(s, low)->value ? k : low;
		high = courses_point(s, k)->value > courses_point(s, high)->value ? k : high;
	}
	return !is_apart(s, low, high);
}

static bool ends_where_it_began(const struct courses *s, const struct course *c)
{
	return courses_point(s, c->first)->value == courses_point(s, courses_last(c))->value;
}

/* "Aster rose from 50 to 62 on Suite"; NULL of what cannot be compared. */
static const char *moved_title(const struct courses *s, const struct course *c)
{
	struct arena *a = s->f.arena;
	const struct benchmark *b = benchmark_of(s);
	const struct standing_row *first = courses_point(s, c->first), *last = courses_point(s, courses_last(c));
	bool steady = !c->change && has_noise(s, c) && is_steady(s, c);
	if (c->n < 2 || !c->comparable || (!c->change && !steady && !ends_where_it_began(s, c)))
		return NULL;
	enum word word = c->change > 0   ? WORD_TITLE_COURSE_ROSE
	                 : c->change < 0 ? WORD_TITLE_COURSE_FELL
	                 : steady        ? WORD_TITLE_COURSE_STEADY
	                                 : WORD_TITLE_COURSE_BACK;
	return words_fill(a, s->f.language, word, "name", phrase_variant(a, last->variant), "from",
	                  phrase_value(a, first, s->style, b, true), "to",
	                  b->unit->sign ? phrase_value(a, last, s->style, b, true)
	                                : phrase_counted(a, last, s->style, b),
	                  "on", on_of(s), NULL);
}

/* Where nobody changed beyond noise, or all are back where they began; NULL where neither is so, or nobody has two
 * values. */
static const char *steady_title(const struct courses *s)
{
	bool noise = false, any = false, steady = true, back = true;
	for (size_t i = 0; i < s->known; i++) {
		const struct course *c = &s->courses[i];
		any |= c->n > 1;
		noise |= has_noise(s, c);
		steady &= is_steady(s, c);
		back &= ends_where_it_began(s, c);
	}
	if (!any || !(back || (noise && steady)))
		return NULL;
	return words_fill(s->f.arena, s->f.language,
	                  noise && steady ? WORD_TITLE_COURSES_STEADY : WORD_TITLE_COURSES_BACK, "on", on_of(s), NULL);
}

static void titles(const struct courses *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const char *plain = words_sentence(
		a, s->f.language, words_fill(a, s->f.language, WORD_TITLE_COURSES, "on", benchmark_of(s)->brief, NULL));
	const char *best = s->moved ? moved_title(s, s->moved) : NULL;
	if (!best && !s->f.request->focus)
		best = subject_among(&s->f, steady_title(s));
	titles[0] = best ? best : plain;
	titles[1] = best ? plain : NULL;
	titles[2] = NULL;
}

/* ---- subtitle and notes ---- */

struct span { /* of what is drawn: the points of the first and the last day */
	size_t first, last;
};

static struct span span_of(const struct courses *s)
{
	struct span span = { s->courses[0].first, s->courses[0].first };
	for (size_t i = 0; i < s->n; i++) {
		const struct course *c = &s->courses[i];
		if (date_compare(s->runs[c->first]->date, s->runs[span.first]->date) < 0)
			span.first = c->first;
		if (date_compare(s->runs[courses_last(c)]->date, s->runs[span.last]->date) > 0)
			span.last = courses_last(c);
	}
	return span;
}

static void name_measure(struct courses *s)
{
	struct arena *a = s->f.arena;
	struct span span = span_of(s);
	struct date last = s->runs[span.last]->date, data = s->f.dataset->date;
	bool one_day = date_compare(s->runs[span.first]->date, last) == 0;
	enum direction direction = benchmark_of(s)->direction;
	s->words.heading = words_fill(a, s->f.language, one_day ? WORD_SUB_COURSES_DAY : WORD_SUB_COURSES, "y",
	                              phrase_measure(a, benchmark_of(s), s->style), "from", day_of(s, span.first), "to",
	                              day_of(s, span.last), NULL);
	s->words.subtitle = arena_printf(a, "%s%s", s->words.heading,
	                                 date_compare(last, data) == 0 ? "" : phrase_as_of(a, s->f.language, data));
	if (direction != DIRECTION_UNKNOWN)
		s->words.direction = words_get(s->f.language, direction == DIRECTION_LOWER ? WORD_LOWER : WORD_HIGHER);
}

/* A month or a year is drawn at its start. */
static bool has_vague_dates(const struct courses *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->courses[i].first; k <= courses_last(&s->courses[i]); k++)
			if (!s->runs[k]->date.day)
				return true;
	return false;
}

static void add_notes(const struct courses *s, struct notes *notes)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct variant **models = arena_alloc(a, s->n + 1, sizeof *models);
	for (size_t i = 0; i < s->n; i++)
		models[i] = grid_variant(s->f.grid, s->courses[i].row);
	legend_makers(&s->f, models, s->n, notes);
	if (s->plot.y.low > 0)
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	reference_notes(s->f.request, s->style, notes);
	if (has_vague_dates(s))
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_VAGUE_DATES));
	if (s->one_a_day)
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_ONE_A_DAY));
	if (s->n_missing)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_NO_RUN, "names", phrase_variants(a, l, s->missing, s->n_missing),
		                     NULL))
			->says = SAYS_LEFT_OUT;
}

/* All points that are drawn; of one whose interval is not, as if there were none. */
static void add_evidence(struct courses *s, struct notes *notes)
{
	struct arena *a = s->f.arena;
	struct standing_row *rows = arena_alloc(a, s->n_points + 1, sizeof *rows);
	struct subject_points points = { .cells = arena_alloc(a, s->n_points + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, s->n_points + 1, sizeof *points.of),
		                         .chosen = arena_alloc(a, s->n_points + 1, sizeof *points.chosen),
		                         .rows = { s->known, s->n, s->n_missing } };
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->courses[i].first; k <= courses_last(&s->courses[i]); k++) {
			bool whisker = courses_has_whisker(s, &s->courses[i], k);
			points.ends |= courses_point(s, k)->interval && !whisker;
			rows[points.n] = *courses_point(s, k);
			if (!whisker)
				rows[points.n].interval = 0;
			points.chosen[points.n] = s->runs[k];
			subject_add_point(&points, &rows[points.n], 0);
		}
	subject_points_evidence(&s->f, &points, notes, &s->words);
}

/* ---- alt text ---- */

static char *alt_of(const struct courses *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *b = benchmark_of(s);
	struct span span = span_of(s);
	struct strbuf t = strbuf_new(a);
	s->f.counted->part = SCENE_ALT;
	strbuf_addf(&t, "%s.",
	            words_fill(a, l, WORD_ALT_COURSES, "y", b->brief, "n",
	                       counted_digits(s->f.counted, COUNT_MODELS, s->n), "from", day_of(s, span.first), "to",
	                       day_of(s, span.last), NULL));
	subject_alt_selected(&s->f, &t);
	for (size_t i = 0; i < s->n; i++) {
		const struct course *c = &s->courses[i];
		const struct standing_row *first = courses_point(s, c->first),
					  *last = courses_point(s, courses_last(c));
		phrase_alt_add(&t, words_fill(a, l, c->n > 1 ? WORD_ALT_COURSE : WORD_ALT_COURSE_DOT, "name",
		                              phrase_variant(a, last->variant), "value",
		                              phrase_value(a, first, s->style, b, true), "from", day_of(s, c->first),
		                              "last", phrase_value(a, last, s->style, b, true), "to",
		                              day_of(s, courses_last(c)), NULL));
	}
	return t.s;
}

/* The lines that found no room, and what could not be one; for the proof. */
static void name_hidden(struct courses *s)
{
	const char **names = arena_alloc(s->f.arena, s->known + s->n_missing + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = s->n; i < s->known; i++)
		names[n++] = variant_full_name(s->f.arena, grid_variant(s->f.grid, s->courses[i].row));
	for (size_t i = 0; i < s->n_missing; i++)
		names[n++] = variant_full_name(s->f.arena, s->missing[i]);
	s->words.models = (struct scene_count){ s->known + s->n_missing, s->n };
	s->words.hidden = names;
	s->words.n_hidden = n;
}

void courses_make_words(struct courses *s)
{
	struct subject *f = &s->f;
	struct notes notes = { .arena = f->arena };
	size_t *rows = arena_alloc(f->arena, s->n + 1, sizeof *rows);
	for (size_t i = 0; i < s->n; i++)
		rows[i] = s->courses[i].row;
	s->words = (struct frame_words){ .source = NULL };
	counted_restart(f->counted);
	f->counted->part = SCENE_TITLE;
	titles(s, s->words.titles);
	if (f->request->title.text)
		s->words.titles[0] = f->request->title.text, s->words.titles[1] = NULL;
	name_measure(s);
	f->counted->part = SCENE_NOTES;
	add_notes(s, &notes);
	add_evidence(s, &notes);
	s->words.alt = alt_of(s);
	s->words.census = census_of(f, rows, s->n, NULL, 0, NULL);
	name_hidden(s);
	s->frame = frame_measure(f->arena, f->request, &s->words, f->diags);
}
