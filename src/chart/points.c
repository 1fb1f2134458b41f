/* Points on two axes: laid out and drawn, with the efficient frontier and every point named.
 *
 *   score, unit                                     better ↖
 *   60 |        • name
 *   40 |   • name   _____
 *      +------------------------
 *          20       40     tokens, unit (log scale)
 */
#include "chart/points.h"
#include "chart/annotate.h"
#include "chart/kind.h"
#include "chart/kinds.h"
#include "chart/lengths.h"
#include "chart/reference.h"

#include "base/arena.h"
#include "words/words.h"

#include <math.h>

/* ---- the data ---- */

bool points_directed(const struct points *s)
{
	return s->columns[POINTS_Y]->benchmark->direction != DIRECTION_UNKNOWN &&
	       s->columns[POINTS_X]->benchmark->direction != DIRECTION_UNKNOWN;
}

double points_gain(const struct points *s, size_t column, double value)
{
	return s->columns[column]->benchmark->direction == DIRECTION_LOWER ? -value : value;
}

/* Nothing dominates it. */
static void find_frontier(struct points *s)
{
	for (size_t i = 0; i < s->n && points_directed(s); i++) {
		s->dots[i].efficient = true;
		for (size_t k = 0; k < s->n && s->dots[i].efficient; k++)
			s->dots[i].efficient = k == i || !points_dominates(s, &s->dots[k], &s->dots[i]);
	}
}

static bool one_colour(const struct points *s)
{
	return s->f.look->color == LOOK_COLOR_HIGHLIGHT || s->f.dataset->n_organisations == 0;
}

void points_add(struct points *s, const struct standing_row *y, const struct standing_row *x)
{
	const struct variant *v = y->variant;
	size_t most = s->f.grid->n_rows;
	bool strong = subject_in_focus(&s->f, v);
	if (!s->dots) {
		s->dots = arena_alloc(s->f.arena, most + 1, sizeof *s->dots);
		s->missing = arena_alloc(s->f.arena, most + 1, sizeof *s->missing);
	}
	if (y->present && x->present)
		s->dots[s->n++] = (struct points_dot){ y, x, false, strong, subject_color(&s->f, v, strong) };
	else if ((y->present || !y->withheld) && (x->present || !x->withheld)) /* else it is counted */
		s->missing[s->n_missing++] = v;
}

/* Once all points are there: what is efficient, and what stands out. */
static void settle_points(struct points *s)
{
	find_frontier(s);
	s->banded = points_directed(s) && points_is_banded(s);
	for (size_t i = 0; i < s->n && !s->f.request->focus && one_colour(s); i++)
		s->dots[i].color = s->dots[i].efficient || !points_directed(s) ? s->f.look->palette.highlight
		                                                               : s->f.look->palette.muted;
}

static void span(const struct points *s, bool of_y, double *low, double *high)
{
	*low = HUGE_VAL;
	*high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *row = of_y ? s->dots[i].y : s->dots[i].x;
		const struct standing_interval *interval = points_interval(s, of_y ? POINTS_Y : POINTS_X, row);
		*low = fmin(*low, row->interval ? fmin(interval->low, row->value) : row->value);
		*high = fmax(*high, row->interval ? fmax(interval->high, row->value) : row->value);
	}
	if (of_y)
		reference_widen(s->f.request, low, high);
}

/* ---- layout ---- */

static const struct text_block *head_over(const struct points *s)
{
	return plot_head(&s->plot, points_axis_words(s, POINTS_Y), s->frame.plot_width * share_axis_head_across);
}

static const struct text_block *head_under(const struct points *s)
{
	return plot_head(&s->plot, points_axis_words(s, POINTS_X), s->frame.plot_width * share_axis_head_along);
}

/* Dates need no head that says what they are: the subtitle does. */
static double room_below(const struct points *s)
{
	return s->dated ? plot_room_below(&s->plot, NULL) : plot_room_below(&s->plot, head_under(s));
}

static double pad_of(const struct points *s)
{
	return s->f.look->card ? length_plot_pad * s->frame.u : 0;
}

/* The name of a point, with remarks on its values. */
static const struct text_block *name_of(const struct points *s, const struct points_dot *d)
{
	struct arena *a = s->f.arena;
	const struct chart_request *q = s->f.request;
	struct text_style style =
		frame_style(&s->frame, s->f.look->type.label, d->strong ? TEXT_BOLD : TEXT_REGULAR, false);
	double wide = length_name_wide * s->frame.u, step = style.size * share_leading;
	const char *name = phrase_variant(a, d->y->variant);
	if (d->y->claimed || d->x->claimed)
		name = words_clause(a, s->f.language, name, words_get(s->f.language, WORD_CLAIMED));
	if (d->y->disputed || d->x->disputed)
		name = arena_printf(a, "%s\u00a0†", name);
	const struct text_block *block = text_shape(q->fonts, name, style, 0, step, s->f.diags);
	return block->width > wide ? text_shape(q->fonts, name, style, wide, step, s->f.diags) : block;
}

/* The name of the last point goes to its right, where names are looked for first: makes room for it. */
static void leave_room_right(struct points *s)
{
	const struct points_dot *last = &s->dots[0];
	for (size_t i = 1; i < s->n; i++)
		last = s->dots[i].x->value > last->x->value ? &s->dots[i] : last;
	double needs = name_of(s, last)->width + (length_name_beside + length_name_off_edge) * s->frame.u,
	       has = rect_right(s->plot.box) - axis_place(&s->plot.x, last->x->value);
	s->plot.x.to -= fmin(fmax(0, needs - has), share_names_right * s->plot.box.w);
}

/* Room for the numbers left and below, the heads of the axes above and below. */
static bool settle_plot(struct points *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, pad = pad_of(s), tall = (q->inset ? length_plot_inset_tall : length_plot_tall) * u;
	double height = s->frame.anchored ? s->frame.plot_height : fmin(s->frame.plot_height, tall);
	struct rect box = { .x = frame_snap(q, s->frame.plot_left + pad + plot_room_left(&s->plot)),
		            .y = frame_snap(q, s->frame.plot_top + pad + plot_room_above(&s->plot, head_over(s))) };
	box.w = frame_snap(q, s->frame.plot_left + s->frame.plot_width - pad - box.x);
	box.h = frame_snap(q, s->frame.plot_top + height - pad - room_below(s) - box.y);
	plot_settle(&s->plot, box);
	leave_room_right(s);
	if (box.h >= length_plot_least_tall * u && box.w >= length_plot_least_wide * u)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(q)->room,
	         "the plot does not fit on the page beside its title and notes");
	return false;
}

static struct point place_of(const struct points *s, const struct points_dot *d)
{
	return (struct point){ axis_place(&s->plot.x, d->x->value), axis_place(&s->plot.y, d->y->value) };
}

static struct points_frontier frontier(const struct points *s)
{
	return points_frontier_of(s, frame_snap_length(s->f.request, length_frontier * s->frame.u));
}

/* Two per dot, up and across; empty where no interval is known. */
static struct rect *whiskers(const struct points *s)
{
	struct rect *out = arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *out);
	double thick = frame_snap_length(s->f.request, length_dot_whisker * s->frame.u);
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *y = s->dots[i].y, *x = s->dots[i].x;
		struct point at = place_of(s, &s->dots[i]);
		const struct standing_interval *up = points_interval(s, POINTS_Y, y),
					       *across = points_interval(s, POINTS_X, x);
		if (y->interval)
			out[2 * i] = plot_whisker(&s->plot, PLOT_UP, at, up->low, up->high, thick);
		if (x->interval)
			out[2 * i + 1] = plot_whisker(&s->plot, PLOT_ACROSS, at, across->low, across->high, thick);
	}
	return out;
}

/* Flush with its dot on either side, in the middle above and below it. */
static void align_name(const struct points *s, struct label_point *label, const struct text_block *name)
{
	label->names[LABEL_RIGHT] = label->names[LABEL_MIDDLE] = label->names[LABEL_LEFT] = name;
	if (name->n_lines < 2)
		return;
	label->names[LABEL_MIDDLE] = text_align(s->f.request->fonts, name, 0.5);
	label->names[LABEL_LEFT] = text_align(s->f.request->fonts, name, 1);
}

static struct rect clear_of_ticks(const struct points *s)
{
	double u = s->frame.u, tick = length_name_off_axis * u;
	struct rect b = s->plot.box;
	return (struct rect){ b.x + tick, b.y, b.w - tick - length_name_off_edge * u, b.h - tick };
}

/* The more points, the smaller: a cloud of them shows where it is dense. */
static double radius_of(const struct points *s)
{
	enum { LARGE_UP_TO = 150 };
	double share = s->n > LARGE_UP_TO ? sqrt((double)LARGE_UP_TO / (double)s->n) : 1;
	return fmax(length_dot * share, length_dot_least) * s->frame.u;
}

static const struct chart_annotation *said_of(const struct points *s, size_t i)
{
	return annotation_at(s->f.request, s->dots[i].y->variant, NULL);
}

static const struct text_block *shape_said(const struct points *s, const struct chart_annotation *said)
{
	struct text_style style = frame_style(&s->frame, s->f.look->type.small, TEXT_REGULAR, false);
	return text_shape(s->f.request->fonts, said->text.text, style, length_annotation_wide * s->frame.u,
	                  style.size * share_leading, s->f.diags);
}

enum { PLAIN, EFFICIENT, STRONG, SAID, SAID_NAME }; /* whose words are placed first */

/* What is said of points is placed as their names are. */
static void add_said(struct points *s)
{
	s->n_said = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct chart_annotation *said = said_of(s, i);
		if (!said)
			continue;
		struct label_point *label = &s->labels[s->n + s->n_said];
		*label = s->labels[i];
		label->weight = SAID;
		label->twin = i + 1;
		align_name(s, label, shape_said(s, said));
		s->said[s->n_said++] = said;
		s->labels[i].weight = SAID_NAME;
	}
}

static void place_labels(struct points *s)
{
	struct points_frontier stairs = frontier(s);
	const struct rect *bars = whiskers(s);
	struct rect *obstacles =
		arena_alloc(s->f.arena, stairs.low.n + stairs.high.n + 2 * s->n + 1, sizeof *obstacles);
	double radius = radius_of(s);
	size_t n = 0;
	for (size_t i = 0; i < stairs.high.n; i++)
		obstacles[n++] = stairs.high.items[i];
	for (size_t i = 0; i < stairs.low.n; i++)
		obstacles[n++] = stairs.low.items[i];
	for (size_t i = 0; i < 2 * s->n; i++)
		if (bars[i].w > 0)
			obstacles[n++] = bars[i];
	s->labels = arena_alloc(s->f.arena, s->n + CHART_ANNOTATIONS + 1, sizeof *s->labels);
	s->said = arena_alloc(s->f.arena, CHART_ANNOTATIONS + 1, sizeof *s->said);
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *d = &s->dots[i];
		struct point at = place_of(s, d);
		s->labels[i] = (struct label_point){
			.at = { frame_snap(s->f.request, at.x), frame_snap(s->f.request, at.y) },
			.radius = radius,
			.weight = d->strong      ? STRONG
			          : d->efficient ? EFFICIENT
			                         : PLAIN,
		};
		align_name(s, &s->labels[i], name_of(s, d));
	}
	add_said(s);
	label_place(s->f.arena, s->labels, s->n + s->n_said, obstacles, n, clear_of_ticks(s), s->frame.u);
	s->unnamed = 0;
	for (size_t i = 0; i < s->n; i++)
		s->unnamed += !s->labels[i].placed;
}

/* Every annotation has its point, and its place beside the name. */
static bool check_said(const struct points *s)
{
	const struct chart_request *q = s->f.request;
	bool *drawn = arena_alloc(s->f.arena, q->n_annotations + 1, sizeof *drawn);
	for (size_t i = 0; i < s->n_said; i++)
		drawn[s->said[i] - q->annotations] = true;
	if (!annotation_check(q, drawn, s->f.diags))
		return false;
	for (size_t i = 0; i < s->n_said; i++)
		if (!s->labels[s->n + i].placed || !s->labels[s->labels[s->n + i].twin - 1].placed) {
			diag_add(s->f.diags, DIAG_ERROR, s->said[i]->place,
			         arena_printf(s->f.arena, "shorten it, or %s", chart_naming_of(q)->room),
			         "there is no room for the annotation beside the mark of %s",
			         s->said[i]->model->model->name);
			return false;
		}
	return true;
}

/* A note that points have no name makes the plot smaller, which may cost a name more: until it holds. */
static bool lay_out(struct points *s)
{
	enum { TRIES = 4 };
	for (size_t before = s->n + 1, tries = 0; s->unnamed != before && tries < TRIES; tries++) {
		before = s->unnamed;
		points_make_words(s);
		if (!settle_plot(s))
			return false;
		place_labels(s);
	}
	points_make_words(s);
	if (!check_said(s))
		return false;
	if (s->unnamed < s->n)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(s->f.request)->room,
	         "names and values leave no room for the points");
	return false;
}

/* ---- drawing ---- */

/* An arrow that points into the corner where both are better. */
static void draw_better(const struct points *s, struct scene *scene)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, w = length_arrow * u, right = rect_right(s->plot.box), thick = length_arrow_line * u;
	double baseline = s->plot.box.y - length_axis_head_over * u;
	bool left = s->columns[POINTS_X]->benchmark->direction == DIRECTION_LOWER,
	     down = s->columns[POINTS_Y]->benchmark->direction == DIRECTION_LOWER;
	const struct text_block *b = plot_small(&s->plot, words_get(s->f.language, WORD_BETTER), false);
	double top = baseline - b->x_height / 2 - w / 2;
	struct point tip = { left ? right - w : right, down ? top + w : top };
	struct point tail = { left ? right : right - w, down ? top : top + w };
	double dx = left ? 0.5 * w : -0.5 * w, dy = down ? -0.5 * w : 0.5 * w;
	scene_add_line(scene, ROLE_AXIS, tail, tip, thick, p->ink2);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x + dx, tip.y }, thick, p->ink2);
	scene_add_line(scene, ROLE_AXIS, tip, (struct point){ tip.x, tip.y + dy }, thick, p->ink2);
	scene_add_text(scene, ROLE_WORD, (struct point){ right - w - length_arrow_gap * u - b->width, baseline }, b,
	               p->ink2);
}

static void draw_whiskers(const struct points *s, struct scene *scene)
{
	const struct rect *bars = whiskers(s);
	for (size_t i = 0; i < 2 * s->n; i++) {
		const struct points_dot *d = &s->dots[i / 2];
		const struct standing_interval *interval =
			points_interval(s, i % 2 ? POINTS_X : POINTS_Y, i % 2 ? d->x : d->y);
		if (bars[i].w <= 0)
			continue;
		struct scene_item *w = scene_add_rect(scene, ROLE_WHISKER, bars[i], s->f.look->palette.ink3);
		w->datum = (int)(i / 2);
		w->scale = i % 2 ? 0 : 1;
		w->low = interval->low;
		w->high = interval->high;
	}
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
		struct scene_item *label = scene_add_text(scene, ROLE_LABEL, l->origin, l->name, p->ink);
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

static void draw_grid(const struct points *s, struct scene *scene)
{
	size_t most = 0, n = 0;
	for (size_t i = 0; i < s->n + s->n_said; i++)
		most += s->labels[i].placed ? s->labels[i].name->n_lines : 0;
	struct rect *words = arena_alloc(s->f.arena, most + 1, sizeof *words);
	for (size_t i = 0; i < s->n + s->n_said; i++)
		for (size_t l = 0; s->labels[i].placed && l < s->labels[i].name->n_lines; l++)
			words[n++] = rect_grow(text_line_ink(s->labels[i].name, l, s->labels[i].origin),
			                       length_name_halo * s->frame.u);
	plot_draw_grid(&s->plot, scene, PLOT_UP, words, n);
}

static void draw(const struct points *s, struct chart_pages *pages)
{
	const struct palette *p = &s->f.look->palette;
	const struct text_block *under = head_under(s);
	double plot = rect_bottom(s->plot.box) + room_below(s) + pad_of(s) - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	reference_fill(s->f.request, scene, s->plot.box, 1);
	struct points_frontier stairs = frontier(s);
	struct color line = s->banded ? p->ink3 : p->ink2;
	for (size_t i = 0; i < stairs.fields.n; i++)
		scene_add_rect(scene, ROLE_BAND, stairs.fields.items[i], p->grid);
	draw_grid(s, scene);
	plot_draw_axes(&s->plot, scene);
	plot_draw_head_over(&s->plot, scene, s->frame.plot_left + pad_of(s), head_over(s));
	if (points_directed(s) && !s->dated)
		draw_better(s, scene);
	if (!s->dated)
		plot_draw_head_under(&s->plot, scene, under);
	for (size_t i = 0; i < stairs.high.n; i++)
		scene_add_rect(scene, ROLE_CONNECT, stairs.high.items[i], line);
	for (size_t i = 0; i < stairs.low.n; i++)
		scene_add_rect(scene, ROLE_CONNECT, stairs.low.items[i], line);
	draw_whiskers(s, scene);
	for (size_t i = 0; i < s->n; i++)
		draw_dot(s, scene, i);
	for (size_t i = 0; i < s->n_said; i++)
		draw_said(s, scene, i);
	reference_draw(s->f.request, scene, s->plot.box, 1);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}

/* The axis that may be logarithmic: the horizontal one, or the vertical one over a calendar. */
static bool may_log(const struct points *s, size_t column)
{
	return (column == POINTS_X) != s->dated;
}

static struct axis axis_of(const struct points *s, size_t column)
{
	enum chart_log log = s->f.request->log;
	double low, high;
	span(s, column == POINTS_Y, &low, &high);
	struct axis axis =
		may_log(s, column) && log == CHART_LOG_ALWAYS
			? axis_log(low, high, s->styles[column].magnitude)
			: axis_new(low, high, column == POINTS_X && log == CHART_LOG_WIDE, s->styles[column].magnitude);
	axis.unit = s->columns[column]->benchmark->unit;
	return axis;
}

/* A log scale has no place for zero and what is below it. */
static bool check_log(const struct points *s)
{
	size_t column = s->dated ? POINTS_Y : POINTS_X;
	double low, high;
	span(s, column == POINTS_Y, &low, &high);
	if (s->f.request->log != CHART_LOG_ALWAYS || low > 0)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), "leave the log scale out",
	         "a log scale needs values above zero, and %s has one, or the end of an interval, that is not",
	         s->columns[column]->benchmark->name);
	return false;
}

bool points_draw(struct points *s, struct chart_pages *pages)
{
	if (!check_log(s))
		return false;
	settle_points(s);
	s->plot.frame = &s->frame;
	s->plot.diags = s->f.diags;
	s->plot.y = axis_of(s, POINTS_Y);
	if (!s->dated)
		s->plot.x = axis_of(s, POINTS_X);
	if (!lay_out(s))
		return false;
	draw(s, pages);
	return diags_ok(s->f.diags);
}
