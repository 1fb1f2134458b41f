/* Points on two axes as a scene: band, line, whiskers that pause at names, dots, and what the proof holds them
 * against. */
#include "chart/annotate.h"
#include "chart/kind.h"
#include "chart/lengths.h"
#include "chart/points.h"
#include "chart/reference.h"

#include "base/arena.h"
#include "words/words.h"

#include <math.h>

/* ---- drawing ---- */

static struct color ground_of(const struct points *s)
{
	return s->f.look->card ? s->f.look->palette.panel : s->f.look->palette.background;
}

/* Of fields that lie behind everything. */
static struct color wash_of(const struct points *s)
{
	return color_between(ground_of(s), s->f.look->palette.grid, share_wash);
}

/* ---- the better corner ---- */

static const struct text_block *better_words(const struct points *s)
{
	return plot_small(&s->plot, words_get(s->f.language, WORD_BETTER), false);
}

static bool is_better_left(const struct points *s)
{
	return s->columns[POINTS_X]->benchmark->direction == DIRECTION_LOWER;
}

static bool is_better_down(const struct points *s)
{
	return s->columns[POINTS_Y]->benchmark->direction == DIRECTION_LOWER;
}

/* The arrow is in the corner, its word beside it. */
struct rect points_corner_words(const struct points *s)
{
	double u = s->frame.u, air = length_corner_air * u;
	const struct text_block *b = better_words(s);
	double w = (length_arrow + length_arrow_gap) * u + b->width, h = fmax(length_arrow * u, b->ink.h);
	struct rect box = s->plot.box;
	return (struct rect){ is_better_left(s) ? box.x + air : rect_right(box) - air - w,
		              is_better_down(s) ? rect_bottom(box) - air - h : box.y + air, w, h };
}

bool points_has_corner(const struct points *s)
{
	struct rect words = rect_grow(points_corner_words(s), length_dot * s->frame.u * 2);
	struct points_frontier stairs = points_stairs(s);
	const struct rect *bars = points_whiskers(s);
	bool free = points_directed(s) && !s->dated;
	for (size_t i = 0; i < s->n && free; i++) {
		struct point at = points_place(s, &s->dots[i]);
		free = !rect_overlaps(words, (struct rect){ at.x, at.y, 0, 0 }) &&
		       !(bars[2 * i].w > 0 && rect_overlaps(words, bars[2 * i])) &&
		       !(bars[2 * i + 1].w > 0 && rect_overlaps(words, bars[2 * i + 1]));
	}
	for (size_t i = 0; i < stairs.line.n && free; i++)
		free = !rect_overlaps(words, stairs.line.items[i]);
	for (size_t i = 0; i < stairs.fields.n && free; i++)
		free = !rect_overlaps(words, stairs.fields.items[i]);
	return free;
}

static void draw_arrow(const struct points *s, struct scene *scene, struct rect at)
{
	double thick = length_arrow_line * s->frame.u, w = at.w;
	struct color ink = s->f.look->palette.ink2;
	bool left = is_better_left(s), down = is_better_down(s);
	struct point tip = { left ? at.x : rect_right(at), down ? rect_bottom(at) : at.y };
	struct point tail = { left ? rect_right(at) : at.x, down ? at.y : rect_bottom(at) };
	double dx = left ? 0.5 * w : -0.5 * w, dy = down ? -0.5 * w : 0.5 * w;
	scene_add_line(scene, ROLE_AXIS, tail, tip, thick, ink);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x + dx, tip.y }, thick, ink);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x, tip.y + dy }, thick, ink);
}

/* An arrow that points into the corner where both are better: in that corner, or above the plot. */
static void draw_better(const struct points *s, struct scene *scene)
{
	double u = s->frame.u, w = length_arrow * u, gap = length_arrow_gap * u;
	const struct text_block *b = better_words(s);
	struct rect words = points_corner_words(s);
	bool inside = points_has_corner(s), first = inside && is_better_left(s);
	if (!inside)
		words = (struct rect){ rect_right(s->plot.box) - w - gap - b->width,
			               s->plot.box.y - length_axis_head_over * u - b->x_height / 2 - w / 2,
			               w + gap + b->width, w };
	double middle = words.y + words.h / 2;
	struct rect arrow = { first ? words.x : rect_right(words) - w, middle - w / 2, w, w };
	draw_arrow(s, scene, arrow);
	scene_add_text(scene, inside ? ROLE_CORNER : ROLE_WORD,
	               (struct point){ first ? words.x + w + gap : words.x, middle + b->x_height / 2 }, b,
	               s->f.look->palette.ink2);
}

/* ---- marks ---- */

/* Each line of every name, with so much air. */
static struct rect *names_of(const struct points *s, double air, size_t *n)
{
	size_t most = 0;
	for (size_t i = 0; i < s->n + s->n_said; i++)
		most += s->labels[i].placed ? s->labels[i].name->n_lines : 0;
	struct rect *words = arena_alloc(s->f.arena, most + 2, sizeof *words);
	*n = 0;
	for (size_t i = 0; i < s->n + s->n_said; i++)
		for (size_t l = 0; s->labels[i].placed && l < s->labels[i].name->n_lines; l++)
			words[(*n)++] = rect_grow(text_line_ink(s->labels[i].name, l, s->labels[i].origin), air);
	if (points_has_corner(s))
		words[(*n)++] = rect_grow(points_corner_words(s), air);
	return words;
}

/* Lighter than what stands out, as far as it can still be seen on grid lines; that of a strong point in its colour. */
static struct color whisker_color(const struct points *s, const struct points_dot *d)
{
	const struct palette *p = &s->f.look->palette;
	struct color c = d->strong ? d->color : p->muted;
	return color_towards(c, p->grid, p->ink, seen_apart);
}

static void add_whisker(const struct points *s, struct scene *scene, size_t i, struct rect part,
                        const struct standing_interval *interval)
{
	struct scene_item *w = scene_add_rect(scene, ROLE_WHISKER, part, whisker_color(s, &s->dots[i / 2]));
	w->datum = (int)(i / 2);
	w->scale = i % 2 ? 0 : 1;
	w->low = interval->low;
	w->high = interval->high;
}

/* A whisker pauses where a name stands on it. */
static void draw_whiskers(const struct points *s, struct scene *scene)
{
	const struct rect *bars = points_whiskers(s);
	size_t n_names;
	const struct rect *names = names_of(s, length_name_off_line * s->frame.u, &n_names);
	for (size_t i = 0; i < 2 * s->n; i++) {
		const struct points_dot *d = &s->dots[i / 2];
		const struct standing_interval *interval =
			points_interval(s, i % 2 ? POINTS_X : POINTS_Y, i % 2 ? d->x : d->y);
		double at = i % 2 ? bars[i].x : bars[i].y;
		size_t before = scene->n_items;
		struct rect part;
		while (bars[i].w > 0 && plot_next_stretch(bars[i], i % 2, &at, names, n_names, &part))
			add_whisker(s, scene, i, part, interval);
		if (bars[i].w > 0 && scene->n_items == before) /* shorter than a name is tall */
			add_whisker(s, scene, i, bars[i], interval);
	}
}

/* A name stands out as its dot does. */
static struct color name_ink(const struct points *s, const struct points_dot *d)
{
	const struct palette *p = &s->f.look->palette;
	bool quiet = color_equal(d->color, p->muted);
	if (!points_one_colour(s))
		return d->strong || d->on_line ? p->ink : p->ink2;
	return quiet ? p->ink2 : color_readable(d->color, s->banded ? wash_of(s) : ground_of(s), p->ink);
}

static void draw_dot(const struct points *s, struct scene *scene, size_t i)
{
	const struct palette *p = &s->f.look->palette;
	const struct points_dot *d = &s->dots[i];
	const struct label_point *l = &s->labels[i];
	bool solid = !d->y->claimed && !d->x->claimed && !d->y->estimated && !d->x->estimated;
	struct scene_item *dot = plot_add_dot(&s->plot, scene, l->at, l->radius, d->color, solid);
	dot->datum = (int)i;
	dot->scale = 0;
	dot->scale_y = 1;
	dot->value = d->x->value;
	dot->value_y = d->y->value;
	if (l->led)
		scene_add_line(scene, ROLE_LEADER, l->from, l->to, length_leader * s->frame.u, p->ink3)->datum = (int)i;
	if (l->placed) {
		struct scene_item *label = scene_add_text(scene, ROLE_LABEL, l->origin, l->name, name_ink(s, d));
		label->datum = (int)i;
		label->says = (d->y->claimed || d->x->claimed ? SAYS_CLAIM : 0u) |
		              (d->y->disputed || d->x->disputed ? SAYS_CONFLICT : 0u);
	}
}

static void draw_said(const struct points *s, struct scene *scene, size_t i)
{
	const struct palette *p = &s->f.look->palette;
	const struct label_point *l = &s->labels[s->n + i];
	if (l->led)
		scene_add_line(scene, ROLE_POINTER, l->from, l->to, length_leader * s->frame.u, p->ink3)->datum =
			(int)l->twin - 1;
	struct scene_item *text = scene_add_text(scene, ROLE_ANNOTATION, l->origin, l->name, p->ink2);
	text->datum = (int)l->twin - 1;
	text->own = annotation_own(s->f.arena, s->f.request, s->said[i], l->name->text);
}

/* What the proof holds the scene against. */
static void describe(const struct points *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_evidence *e = scene->evidence;
	struct scene_measure *measures = arena_alloc(a, POINTS_AXES, sizeof *measures);
	for (size_t c = 0; c < POINTS_AXES; c++) {
		enum direction direction = s->columns[c]->benchmark->direction;
		int better = direction == DIRECTION_HIGHER ? 1 : direction == DIRECTION_LOWER ? -1 : 0;
		*(c == POINTS_X ? &e->better_x : &e->better_y) = better;
		if (c == POINTS_X && s->dated)
			continue;
		measures[c] = subject_measure(&s->f, c);
		e->higher |= better > 0;
		e->lower |= better < 0;
	}
	e->scatter = true;
	if (s->voice->rate)
		e->rate = s->voice->rate(s);
	e->names = s->f.names;
	e->n_names = s->f.n_names;
	e->measures = measures;
	e->n_measures = s->dated ? 1 : POINTS_AXES;
	e->rows = (struct scene_extent){ s->n, s->n - s->unnamed, 0, s->unnamed };
	e->columns = (struct scene_extent){ 1, 1, 0, 0 };
	e->scales = arena_alloc(a, 2, sizeof *e->scales);
	e->n_scales = 2;
	e->scales[0] = plot_scale(&s->plot, PLOT_ACROSS, s->columns[POINTS_X]->benchmark->unit);
	e->scales[1] = plot_scale(&s->plot, PLOT_UP, s->columns[POINTS_Y]->benchmark->unit);
	for (size_t c = 0; c < 2; c++)
		e->scales[c].asked = s->f.request->log == CHART_LOG_ALWAYS;
	e->data = arena_alloc(a, s->n + 1, sizeof *e->data);
	e->n_data = s->n;
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *y = s->dots[i].y, *x = s->dots[i].x;
		e->data[i] = (struct scene_datum){ .name = variant_full_name(a, y->variant),
			                           .row = i,
			                           .marked = true,
			                           .by_position = true,
			                           .present = true,
			                           .value = x->value,
			                           .claimed = y->claimed || x->claimed,
			                           .claimed_x = x->claimed,
			                           .claimed_y = y->claimed,
			                           .interval = y->interval || x->interval,
			                           .efficient = s->dots[i].efficient };
	}
}

/* Faint lines at the ticks: of a calendar at none. */
static void draw_grid(const struct points *s, struct scene *scene)
{
	size_t n;
	const struct rect *words = names_of(s, length_name_halo * s->frame.u, &n);
	plot_draw_grid(&s->plot, scene, PLOT_UP, words, n);
	if (!s->dated && s->plot.x.kind == AXIS_LOG)
		plot_draw_grid(&s->plot, scene, PLOT_ACROSS, words, n);
}

/* Context behind, the line over it, what is in focus in front. */
static void draw_marks(const struct points *s, struct scene *scene)
{
	struct points_frontier stairs = points_stairs(s);
	draw_whiskers(s, scene);
	for (size_t i = 0; i < stairs.line.n; i++)
		scene_add_rect(scene, ROLE_CONNECT, stairs.line.items[i], points_line_color(s));
	for (int strong = 0; strong < 2; strong++)
		for (size_t i = 0; i < s->n; i++)
			if (s->dots[i].strong == strong)
				draw_dot(s, scene, i);
	for (size_t i = 0; i < s->n_said; i++)
		draw_said(s, scene, i);
}

void points_paint(const struct points *s, struct chart_pages *pages)
{
	double plot = rect_bottom(s->plot.box) + points_room_below(s) + points_pad(s) - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	reference_fill(s->f.request, scene, s->plot.box, 1);
	struct points_frontier stairs = points_stairs(s);
	for (size_t i = 0; i < stairs.fields.n; i++)
		scene_add_rect(scene, ROLE_BAND, stairs.fields.items[i], wash_of(s));
	draw_grid(s, scene);
	plot_draw_axes(&s->plot, scene);
	plot_draw_head_over(&s->plot, scene, s->frame.plot_left + points_pad(s), points_head_over(s));
	if (points_directed(s) && !s->dated)
		draw_better(s, scene);
	if (!s->dated)
		plot_draw_head_under(&s->plot, scene, points_head_under(s));
	draw_marks(s, scene);
	reference_draw(s->f.request, scene, s->plot.box, 1);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}
