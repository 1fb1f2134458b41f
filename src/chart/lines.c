/* Lines: what one source measured of each model, run after run.
 *
 *   |        •----•        62  Aster
 *   |  •----•      \
 *   |               •----  50  Borealis
 *   +--------------------
 *     March  April  May
 *
 * Of each model the source counts whose value counts (data/selection.h), with all that it said (data/series.h). Another
 * version of a benchmark is another benchmark, so no line joins two. */
#include "chart/courses.h"
#include "chart/kind.h"
#include "chart/kinds.h"

#include "base/arena.h"
#include "data/series.h"

#include <math.h>
#include <stdlib.h>

/* ---- which lines ---- */

struct runs { /* while they are collected */
	struct courses *s;
	size_t room, courses_room;
};

static void add_run(struct runs *r, const struct measurement *m)
{
	struct courses *s = r->s;
	s->runs = arena_grow(s->f.arena, s->runs, &r->room, s->n_points, sizeof *s->runs);
	s->runs[s->n_points++] = m;
}

/* One run a day: the one that counts, else the first of those with the most of a date. */
static void add_series(struct runs *r, const struct series *series, const struct measurement *chosen)
{
	struct courses *s = r->s;
	size_t first = s->n_points;
	for (size_t i = 0; i < series->count; i++) {
		const struct measurement *m = series->points[i],
					 *last = s->n_points > first ? s->runs[s->n_points - 1] : NULL;
		if (!m->date.year)
			continue;
		if (!last || date_day(last->date) != date_day(m->date)) {
			add_run(r, m);
			continue;
		}
		s->one_a_day = true;
		if (last->index != chosen->index &&
		    (m->index == chosen->index || date_compare(last->date, m->date) < 0))
			s->runs[s->n_points - 1] = m;
	}
}

static void add_row(struct runs *r, size_t row)
{
	struct courses *s = r->s;
	struct arena *a = s->f.arena;
	const struct standing_row *latest = grid_cell(s->f.grid, row, 0);
	const struct selection *selection =
		latest->present ? standing_selection(a, s->f.grid->columns[0], latest) : NULL;
	size_t first = s->n_points;
	struct series_list list = { 0 };
	if (selection && selection->chosen)
		list = series_of(a, selection->all, selection->n_all);
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].source == selection->chosen->source)
			add_series(r, &list.items[i], selection->chosen);
	if (s->n_points == first) {
		s->missing[s->n_missing++] = grid_variant(s->f.grid, row);
		return;
	}
	s->courses = arena_grow(a, s->courses, &r->courses_room, s->known, sizeof *s->courses);
	s->courses[s->known++] = (struct course){ .row = row, .first = first, .n = s->n_points - first };
}

static void collect(struct courses *s)
{
	struct runs r = { .s = s };
	s->missing = arena_alloc(s->f.arena, s->f.grid->n_rows + 1, sizeof *s->missing);
	for (size_t row = 0; row < s->f.grid->n_rows; row++)
		add_row(&r, row);
}

static const struct variant *variant_of(const struct courses *s, const struct course *c)
{
	return grid_variant(s->f.grid, c->row);
}

/* Where colours mean makers and nobody knows any, lines of one colour could not be told apart: context is grey. */
static struct color color_of(const struct courses *s, const struct course *c)
{
	bool grey = !c->strong && !s->f.dataset->n_organisations && subject_directed(&s->f);
	return grey ? s->f.look->palette.muted : subject_color(&s->f, variant_of(s, c), c->strong);
}

/* What each run is on the scale of all, and what changed from the first to the last. */
static void settle_courses(struct courses *s)
{
	const struct benchmark *b = s->f.grid->columns[0]->benchmark;
	struct standing *all = standing_course(s->f.arena, s->f.dataset, b, s->runs, s->n_points);
	double largest = 0;
	for (size_t i = 0; i < s->n_points; i++)
		largest = fmax(largest, fabs(all->rows[i].value));
	s->standing = all;
	s->style = number_style_of(s->f.language, b->unit, 0, all->magnitude, largest);
	for (size_t i = 0; i < s->known; i++) {
		struct course *c = &s->courses[i];
		const struct standing_row *latest = grid_cell(s->f.grid, c->row, 0);
		struct standing_row *first = &all->rows[c->first], *last = &all->rows[courses_last(c)];
		bool clear = standing_ahead(all, last, first) || standing_ahead(all, first, last);
		last->disputed = latest->disputed && latest->value == last->value;
		c->change = !clear ? 0 : last->value > first->value ? 1 : -1;
		c->comparable = first->claimed == last->claimed;
		c->leads = s->f.few_lead && latest->rank == 1;
	}
}

static double moved_by(const struct courses *s, const struct course *c)
{
	return c->change && c->comparable
	               ? fabs(courses_point(s, courses_last(c))->value - courses_point(s, c->first)->value)
	               : 0;
}

/* Who changed most, or with a focus the focus alone. */
static size_t find_moved(const struct courses *s)
{
	size_t most = s->known;
	for (size_t i = 0; i < s->known; i++) {
		const struct course *c = &s->courses[i];
		if (s->f.request->focus ? variant_of(s, c) == s->f.request->focus
		                        : moved_by(s, c) > (most < s->known ? moved_by(s, &s->courses[most]) : 0))
			most = i;
	}
	return most;
}

/* The focus, or of whom the title speaks, or who leads. */
static void emphasize(struct courses *s)
{
	size_t moved = find_moved(s);
	for (size_t i = 0; i < s->known; i++) {
		struct course *c = &s->courses[i];
		c->strong = s->f.request->focus ? subject_in_focus(&s->f, variant_of(s, c))
		            : moved < s->known  ? i == moved
		                                : c->leads;
		c->color = color_of(s, c);
	}
}

/* First of whom the title speaks, then who else is in focus, then as they rank: the last may find no room. */
static void order_courses(struct courses *s)
{
	struct course *in_order = arena_alloc(s->f.arena, s->known + 1, sizeof *in_order);
	size_t n = 0, moved = find_moved(s);
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < s->known; i++) {
			int own = i == moved ? 0 : s->f.request->focus && s->courses[i].strong ? 1 : 2;
			if (own != pass)
				continue;
			if (i == moved)
				s->moved = &in_order[n];
			in_order[n++] = s->courses[i];
		}
	s->courses = in_order;
	s->n = s->known < COURSES_MOST ? s->known : COURSES_MOST;
}

bool chart_lines(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct courses s = { .plot = { .diags = diags } };
	if (!subject_open(&s.f, arena, q, diags))
		return false;
	collect(&s);
	if (!s.known) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         "give the measurements, or their sources, \"date: 2026-04-08\" in the data",
		         "no %s has a dated value on %s", q->dataset->said.one, q->benchmarks[0]->name);
		return false;
	}
	settle_courses(&s);
	emphasize(&s);
	order_courses(&s);
	s.plot.frame = &s.frame;
	if (!courses_lay_out(&s))
		return false;
	courses_draw(&s, pages);
	return diags_ok(diags);
}
