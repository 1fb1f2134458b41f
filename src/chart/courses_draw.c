/* Lines over the calendar, drawn. */
#include "chart/courses.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "chart/reference.h"
#include "data/quantity.h"
#include "words/number_read.h"

#include <math.h>

static double thick_of(const struct courses *s, const struct course *c)
{
	return (c->strong ? length_course_line_strong : length_course_line) * s->frame.u;
}

static bool is_solid(const struct standing_row *row)
{
	return !row->claimed && !row->estimated;
}

/* The data are the points of the courses that are drawn, one course after the other. */
static size_t datum_of(const struct courses *s, const struct course *c, size_t point)
{
	size_t before = 0;
	for (const struct course *other = s->courses; other < c; other++)
		before += other->n;
	return before + point - c->first;
}

/* Without room for dots a point is as wide as its line, which it rounds; what is hollow, and the last, can be seen. */
static double radius_of(const struct courses *s, const struct course *c, size_t point)
{
	bool seen = s->dotted || point == courses_last(c) || !is_solid(courses_point(s, point));
	return seen ? (c->strong ? length_course_dot_strong : length_course_dot) * s->frame.u : thick_of(s, c) / 2;
}

static void draw_whiskers(const struct courses *s, struct scene *scene, const struct course *c)
{
	double thick = frame_snap_length(s->f.request, length_course_whisker * s->frame.u);
	for (size_t i = c->first; i <= courses_last(c); i++) {
		const struct standing_interval *m = standing_interval(s->standing, courses_point(s, i));
		if (!courses_has_whisker(s, c, i))
			continue;
		struct rect box = plot_whisker(&s->plot, PLOT_UP, courses_place(s, i), m->low, m->high, thick);
		struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, box, s->f.look->palette.ink3);
		item->datum = (int)datum_of(s, c, i);
		item->scale = 1;
		item->low = m->low;
		item->high = m->high;
	}
}

/* From the edge of a ring, which shows what is behind it, and from the middle of a dot. */
static void draw_joins(const struct courses *s, struct scene *scene, const struct course *c)
{
	for (size_t i = c->first + 1; i <= courses_last(c); i++) {
		struct point a = courses_place(s, i - 1), b = courses_place(s, i);
		double length = hypot(b.x - a.x, b.y - a.y);
		double from = is_solid(courses_point(s, i - 1)) ? 0 : radius_of(s, c, i - 1) / length,
		       to = is_solid(courses_point(s, i)) ? 0 : radius_of(s, c, i) / length;
		double most = fmax(from + to, 1); /* rings that touch leave a point between them */
		struct point start = { a.x + (b.x - a.x) * from / most, a.y + (b.y - a.y) * from / most };
		struct point end = { b.x - (b.x - a.x) * to / most, b.y - (b.y - a.y) * to / most };
		scene_add_line(scene, ROLE_CONNECT, start, end, thick_of(s, c), c->color)->datum =
			(int)datum_of(s, c, i);
	}
}

static void draw_dots(const struct courses *s, struct scene *scene, const struct course *c)
{
	for (size_t i = c->first; i <= courses_last(c); i++) {
		struct scene_item *dot = plot_add_dot(&s->plot, scene, courses_place(s, i), radius_of(s, c, i),
		                                      c->color, is_solid(courses_point(s, i)));
		dot->datum = (int)datum_of(s, c, i);
		dot->scale = 0;
		dot->scale_y = 1;
		dot->value = (double)date_day(s->runs[i]->date);
		dot->value_y = courses_point(s, i)->value;
	}
}

/* Where the last of all lines ends. */
static double end_of_all(const struct courses *s)
{
	double end = 0;
	for (size_t i = 0; i < s->n; i++)
		end = fmax(end, courses_place(s, courses_last(&s->courses[i])).x);
	return end;
}

/* From the end of the last line to the words; to there a line that ends earlier is led by dashes. */
static void draw_leads(const struct courses *s, struct scene *scene, const struct course *c)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, thick = length_leader * u, end = end_of_all(s);
	double step = (length_course_gap + length_course_dash) * u;
	struct point at = courses_place(s, courses_last(c));
	double off = radius_of(s, c, courses_last(c)) + length_course_lead_start * u;
	bool moved = fabs(c->label_y - at.y) > length_course_moved * u;
	struct point turn = { fmax(end + length_course_dot_strong * u + length_course_lead_start * u, at.x + off),
		              at.y };
	struct point to = { courses_edge(s) - length_course_lead_stop * u, moved ? c->label_y : at.y };
	int datum = (int)datum_of(s, c, courses_last(c));
	scene_add_line(scene, ROLE_LEADER, turn, to, thick, p->ink3)->datum = datum;
	for (double x = turn.x - length_course_gap * u; x - length_course_dash * u > at.x + off; x -= step) {
		struct point from = { x - length_course_dash * u, at.y };
		scene_add_line(scene, ROLE_LEADER, from, (struct point){ x, at.y }, thick, p->ink3)->datum = datum;
	}
}

static double last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

static void draw_words(const struct courses *s, struct scene *scene, const struct course *c)
{
	const struct palette *p = &s->f.look->palette;
	struct courses_numbers numbers = courses_numbers(s);
	int datum = (int)datum_of(s, c, courses_last(c));
	double edge = courses_edge(s), baseline = c->label_y + c->value->x_height / 2;
	double point = text_x(c->value, number_point(s->f.language, c->value->text));
	struct scene_item *value = scene_add_text(
		scene, ROLE_VALUE, (struct point){ edge + numbers.before - point, baseline }, c->value, p->ink);
	value->datum = datum;
	value->value = courses_point(s, courses_last(c))->value;
	struct point at = { edge + numbers.before + numbers.behind + length_course_name_gap * s->frame.u,
		            baseline - last_baseline(c->label) / 2 };
	struct scene_item *label = scene_add_text(scene, ROLE_LABEL, at, c->label, p->ink);
	label->datum = datum;
	label->says = c->says;
}

/* ---- what the proof holds the scene against ---- */

static void describe_point(const struct courses *s, struct scene_datum *d, size_t course, size_t point)
{
	const struct course *c = &s->courses[course];
	const struct standing_row *row = courses_point(s, point);
	*d = (struct scene_datum){ .name = variant_full_name(s->f.arena, row->variant),
		                   .row = course,
		                   .marked = true,
		                   .by_position = true,
		                   .present = true,
		                   .value = row->value,
		                   .day = date_day(s->runs[point]->date),
		                   .places = quantity_level(s->runs[point]->value),
		                   .claimed = row->claimed,
		                   .interval = courses_has_whisker(s, c, point) };
}

static void describe(const struct courses *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_evidence *e = scene->evidence;
	const struct benchmark *b = s->standing->benchmark;
	struct scene_measure *measure = arena_alloc(a, 1, sizeof *measure);
	*measure = (struct scene_measure){ .unit = b->unit,
		                           .name = b->brief,
		                           .words = number_unit(a, s->f.language, b->unit, s->style.magnitude),
		                           .magnitude = s->style.magnitude };
	for (size_t i = 0; i < s->n; i++) {
		int decimals = phrase_style(courses_point(s, courses_last(&s->courses[i])), s->style).decimals;
		measure->decimals = decimals > measure->decimals ? decimals : measure->decimals;
		e->n_data += s->courses[i].n;
	}
	e->names = s->f.names;
	e->n_names = s->f.n_names;
	e->measures = measure;
	e->n_measures = 1;
	e->courses = true;
	e->higher = b->direction == DIRECTION_HIGHER;
	e->lower = b->direction == DIRECTION_LOWER;
	e->rows = (struct scene_extent){ s->known, s->n, 0, s->known - s->n };
	e->columns = (struct scene_extent){ 1, 1, 0, 0 };
	e->scales = arena_alloc(a, 2, sizeof *e->scales);
	e->n_scales = 2;
	e->scales[0] = plot_scale(&s->plot, PLOT_ACROSS, &unit_score);
	e->scales[1] = plot_scale(&s->plot, PLOT_UP, b->unit);
	e->data = arena_alloc(a, e->n_data + 1, sizeof *e->data);
	for (size_t i = 0, n = 0; i < s->n; i++)
		for (size_t k = s->courses[i].first; k <= courses_last(&s->courses[i]); k++)
			describe_point(s, &e->data[n++], i, k);
}

/* Context behind, what stands out in front: the first course last. */
void courses_draw(const struct courses *s, struct chart_pages *pages)
{
	double pad = s->f.look->card ? length_plot_pad * s->frame.u : 0;
	double plot = rect_bottom(s->plot.box) + plot_room_below(&s->plot, NULL) + pad - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	reference_fill(s->f.request, scene, s->plot.box, 1);
	plot_draw_grid(&s->plot, scene, PLOT_UP, NULL, 0);
	plot_draw_axes(&s->plot, scene);
	for (size_t i = s->n; i-- > 0;)
		draw_whiskers(s, scene, &s->courses[i]);
	for (int strong = 0; strong < 2; strong++)
		for (size_t i = s->n; i-- > 0;)
			if (s->courses[i].strong == strong) {
				draw_joins(s, scene, &s->courses[i]);
				draw_dots(s, scene, &s->courses[i]);
			}
	for (size_t i = 0; i < s->n; i++) {
		draw_leads(s, scene, &s->courses[i]);
		draw_words(s, scene, &s->courses[i]);
	}
	reference_draw(s->f.request, scene, s->plot.box, 1);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}
