/* A slope as a scene: lines, dots, words at both ends, and what the proof holds them against. */
#include "chart/slope.h"

#include "base/arena.h"
#include "chart/lengths.h"
#include "words/number_read.h"
#include "words/words.h"

#include <math.h>

/* ---- drawing ---- */

static double last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

static struct point place_of(const struct slope *s, const struct slope_line *l, int e)
{
	double x = e == SLOPE_TO ? rect_right(s->plot.box) : s->plot.box.x;
	return (struct point){ x, axis_place(&s->plot.y, l->ends[e]->value) };
}

static int datum_of(size_t line, int e)
{
	return (int)(SLOPE_ENDS * line) + e;
}

/* From the dot to its value, which moves where neighbours are close. */
static void draw_lead(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, way = e == SLOPE_TO ? 1 : -1, label = s->lines[i].label_y[e];
	struct point at = place_of(s, &s->lines[i], e);
	bool moved = fabs(label - at.y) > length_slope_moved * u;
	double edge = at.x + way * length_slope_lead * u;
	struct point from = { at.x + way * (length_slope_dot * u + length_slope_lead_start * u), at.y };
	struct point to = { edge - way * length_slope_lead_stop * u, moved ? label : at.y };
	scene_add_line(scene, ROLE_LEADER, from, to, length_leader * u, p->ink3)->datum = datum_of(i, e);
}

/* What stands out does so as a whole; the words of the others are plain. */
static struct color ink_of(const struct slope *s, const struct slope_line *l, struct color plain)
{
	const struct palette *p = &s->f.look->palette;
	return l->told ? color_readable(l->color, s->f.look->card ? p->panel : p->background, p->ink) : plain;
}

/* Of words beside others that stand out. */
static struct color quiet_ink(const struct slope *s)
{
	const struct palette *p = &s->f.look->palette;
	return s->f.request->focus || s->small ? p->ink2 : p->ink;
}

static void draw_name(const struct slope *s, struct scene *scene, size_t i, int e, double x, double baseline)
{
	const struct slope_line *l = &s->lines[i];
	const struct text_block *b = e == SLOPE_FROM ? l->left : l->label;
	struct point at = { x, baseline - last_baseline(b) / 2 };
	scene_add_text(scene, ROLE_LABEL, at, b, ink_of(s, l, quiet_ink(s)))->datum = datum_of(i, e);
}

/* After the value at the right: the name, the change and remarks on it. */
static void draw_after(const struct slope *s, struct scene *scene, size_t i, const struct slope_widths *w, double x,
                       double baseline)
{
	const struct palette *p = &s->f.look->palette;
	const struct slope_line *l = &s->lines[i];
	double u = s->frame.u;
	double first = x + w->before_gain, at = first + w->gain.before - slope_point(s, l->gain),
	       end = first + w->gain.before + w->gain.behind;
	if (s->both)
		draw_name(s, scene, i, SLOPE_TO, x, baseline);
	scene_add_text(scene, ROLE_WORD, (struct point){ at, baseline }, l->gain, ink_of(s, l, p->ink2));
	if (!l->remark)
		return;
	struct point beside = { end + length_slope_remark_gap * u, baseline };
	struct scene_item *remark = scene_add_text(scene, ROLE_REMARK, beside, l->remark, p->ink3);
	remark->datum = datum_of(i, SLOPE_TO);
	remark->says = l->says;
}

/* On the left the name before the value, on the right the rest behind it. */
static void draw_words(const struct slope *s, struct scene *scene, size_t i, int e, const struct slope_widths *w,
                       double edge)
{
	const struct slope_line *l = &s->lines[i];
	struct slope_numbers column = w->values[e];
	double gap = length_slope_name_gap * s->frame.u, baseline = l->label_y[e] + l->values[e]->x_height / 2;
	double x = (e == SLOPE_TO ? edge + column.before : edge - column.behind) - slope_point(s, l->values[e]);
	struct scene_item *value = scene_add_text(scene, ROLE_VALUE, (struct point){ x, baseline }, l->values[e],
	                                          ink_of(s, l, quiet_ink(s)));
	value->datum = datum_of(i, e);
	value->value = l->ends[e]->value;
	double wide = column.before + column.behind;
	if (e == SLOPE_FROM)
		draw_name(s, scene, i, e, edge - wide - gap - l->left->width, baseline);
	else
		draw_after(s, scene, i, w, edge + wide + gap, baseline);
}

static void draw_dot(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct slope_line *l = &s->lines[i];
	struct scene_item *dot = plot_add_dot(&s->plot, scene, place_of(s, l, e), length_slope_dot * s->frame.u,
	                                      l->color, !l->ends[e]->claimed && !l->ends[e]->estimated);
	dot->datum = datum_of(i, e);
	dot->scale = 0;
	dot->value = l->ends[e]->value;
}

static void draw_end(const struct slope *s, struct scene *scene, size_t i, int e, const struct slope_widths *w)
{
	double way = e == SLOPE_TO ? 1 : -1;
	draw_lead(s, scene, i, e);
	draw_words(s, scene, i, e, w, place_of(s, &s->lines[i], e).x + way * length_slope_lead * s->frame.u);
}

static void draw_whisker(const struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct standing_interval *m = slope_interval(s, &s->lines[i], e);
	double thick = frame_snap_length(s->f.request, length_slope_whisker * s->frame.u);
	if (!s->lines[i].ends[e]->interval)
		return;
	struct rect box = plot_whisker(&s->plot, PLOT_UP, place_of(s, &s->lines[i], e), m->low, m->high, thick);
	struct scene_item *item = scene_add_rect(scene, ROLE_WHISKER, box, s->f.look->palette.ink3);
	item->datum = datum_of(i, e);
	item->scale = 0;
	item->low = m->low;
	item->high = m->high;
}

static void draw_line(const struct slope *s, struct scene *scene, const struct slope_line *l)
{
	struct point points[] = { place_of(s, l, SLOPE_FROM), place_of(s, l, SLOPE_TO) };
	double u = s->frame.u, thick = (l->strong ? length_slope_line_strong : length_slope_line) * u;
	plot_add_polyline(scene, points, SLOPE_ENDS, length_slope_dot * u, thick, l->color);
}

/* What the proof holds the scene against. */
static void describe(const struct slope *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_evidence *e = scene->evidence;
	struct scene_measure *measure = arena_alloc(a, 1, sizeof *measure);
	*measure = (struct scene_measure){ .unit = s->scale->unit,
		                           .name = s->lines[0].name,
		                           .words = number_unit(a, s->f.language, s->scale->unit, s->style.magnitude),
		                           .decimals = s->decimals,
		                           .magnitude = s->style.magnitude };
	e->names = s->f.names;
	e->n_names = s->f.n_names;
	e->measures = measure;
	e->n_measures = 1;
	e->rows_counted = true;
	for (size_t i = 0; i < s->n; i++) {
		enum direction direction = s->f.grid->columns[s->lines[i].columns[0]]->benchmark->direction;
		e->higher |= direction == DIRECTION_HIGHER;
		e->lower |= direction == DIRECTION_LOWER;
	}
	e->rows = (struct scene_extent){ s->known, s->n, 0, s->known - s->n };
	e->columns = (struct scene_extent){ SLOPE_ENDS, SLOPE_ENDS, 0, 0 };
	e->data = arena_alloc(a, SLOPE_ENDS * s->n + 1, sizeof *e->data);
	e->n_data = SLOPE_ENDS * s->n;
	for (size_t i = 0; i < e->n_data; i++) {
		const struct slope_line *l = &s->lines[i / SLOPE_ENDS];
		size_t end = i % SLOPE_ENDS;
		e->data[i] = (struct scene_datum){ .name = l->full,
			                           .column = s->heads[end],
			                           .row = i / SLOPE_ENDS,
			                           .place = end,
			                           .marked = true,
			                           .by_position = true,
			                           .words_left = end == SLOPE_FROM,
			                           .present = true,
			                           .value = l->ends[end]->value,
			                           .places = subject_level(&s->f, l->columns[end], l->ends[end]),
			                           .claimed = l->ends[end]->claimed,
			                           .interval = l->ends[end]->interval };
	}
	e->scales = arena_alloc(a, 1, sizeof *e->scales);
	e->n_scales = 1;
	e->scales[0] = plot_scale(&s->plot, PLOT_UP, measure->unit);
}

static void draw_head(const struct slope *s, struct scene *scene, int e)
{
	const struct text_block *b = slope_head(s, e);
	bool out = slope_heads_out(s), to = e == SLOPE_TO;
	double edge = to ? rect_right(s->plot.box) : s->plot.box.x, dot = out ? length_slope_dot * s->frame.u : 0;
	double x = to == out ? edge + (to ? -dot : 0) : edge + (to ? 0 : dot) - b->width;
	struct point at = { x, s->plot.box.y - length_slope_head_over * s->frame.u - last_baseline(b) };
	scene_add_text(scene, ROLE_HEAD, at, b, s->f.look->palette.ink);
}

/* Context behind, what stands out in front. */
static void draw_lines(const struct slope *s, struct scene *scene)
{
	for (int depth = 0; depth <= 2; depth++)
		for (size_t i = s->n; i-- > 0;) {
			const struct slope_line *l = &s->lines[i];
			if (l->strong + l->told != depth)
				continue;
			draw_line(s, scene, l);
			for (int e = 0; e < SLOPE_ENDS; e++)
				draw_dot(s, scene, i, e);
		}
}

void slope_draw(const struct slope *s, struct chart_pages *pages)
{
	double foot = length_slope_foot * s->frame.u;
	double plot = rect_bottom(s->plot.box) + slope_pad_up(s) + foot - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	for (int e = 0; e < SLOPE_ENDS; e++)
		draw_head(s, scene, e);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			draw_whisker(s, scene, i, e);
	draw_lines(s, scene);
	const struct slope_widths w = slope_widths(s);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			draw_end(s, scene, i, e, &w);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}
