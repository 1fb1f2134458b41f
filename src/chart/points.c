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
#include "base/str.h"
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

bool points_one_colour(const struct points *s)
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
		s->dots[s->n++] = (struct points_dot){
			.y = y, .x = x, .strong = strong, .color = subject_color(&s->f, v, strong)
		};
	else if ((y->present || !y->withheld) && (x->present || !x->withheld)) /* else it is counted */
		s->missing[s->n_missing++] = v;
}

struct color points_line_color(const struct points *s)
{
	const struct palette *p = &s->f.look->palette;
	if (!points_one_colour(s))
		return p->ink2;
	if (!s->f.request->focus)
		return p->highlight;
	for (size_t i = 0; i < s->n; i++) /* one that runs through the focus is of its colour: one hue less */
		if (s->dots[i].strong && s->dots[i].on_line && color_equal(s->dots[i].color, p->highlight))
			return p->highlight;
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].strong && color_distance(s->dots[i].color, p->better, VISION_NORMAL) < hues_apart)
			return p->ink2; /* the colour has another meaning here */
	return p->better;
}

/* Once all points are there: what is efficient, and what stands out. */
static void settle_points(struct points *s)
{
	find_frontier(s);
	s->banded = points_directed(s) && points_is_banded(s);
	if (points_directed(s))
		points_find_line(s);
	for (size_t i = 0; i < s->n && points_one_colour(s); i++)
		if (!s->dots[i].strong)
			s->dots[i].color = s->dots[i].on_line || (!points_directed(s) && !s->f.request->focus)
			                           ? points_line_color(s)
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

const struct text_block *points_head_over(const struct points *s)
{
	return plot_head(&s->plot, points_axis_words(s, POINTS_Y), s->frame.plot_width * share_axis_head_across);
}

const struct text_block *points_head_under(const struct points *s)
{
	return plot_head(&s->plot, points_axis_words(s, POINTS_X), s->frame.plot_width * share_axis_head_along);
}

/* Dates need no head that says what they are: the subtitle does. */
double points_room_below(const struct points *s)
{
	return s->dated ? plot_room_below(&s->plot, NULL) : plot_room_below(&s->plot, points_head_under(s));
}

double points_pad(const struct points *s)
{
	return s->f.look->card ? length_plot_pad * s->frame.u : 0;
}

const char *points_say(const struct points *s, const struct standing_row *row, size_t column)
{
	struct number_style style = s->styles[column];
	const struct benchmark *b = s->columns[column]->benchmark;
	if (!b->unit->money || style.magnitude || fabs(row->value) < 1)
		return phrase_counted(s->f.arena, row, style, b);
	enum { CENTS = 2 };
	if (fabs(row->value) < whole_money_from && phrase_style(row, style).decimals <= CENTS)
		return phrase_counted(s->f.arena, row, style, b);
	style.decimals = fabs(row->value) < whole_money_from ? CENTS : 0;
	return number_with_unit(s->f.arena, row->value, style, b->unit);
}

enum { IN_FULL, NARROW, BARE };

/* What is in focus says its values beside its name. */
static const char *with_values(const struct points *s, const struct points_dot *d, const char *name)
{
	struct arena *a = s->f.arena;
	const char *values = points_say(s, d->y, POINTS_Y);
	if (!s->dated)
		values = words_clause(a, s->f.language, values, points_say(s, d->x, POINTS_X));
	return words_fill(a, s->f.language, WORD_NAME_VALUES, "name", name, "values", values, NULL);
}

/* The name of a point, with remarks on its values. */
static const struct text_block *name_of(const struct points *s, const struct points_dot *d)
{
	struct arena *a = s->f.arena;
	const struct chart_request *q = s->f.request;
	struct text_style style =
		frame_style(&s->frame, s->f.look->type.label, d->strong ? TEXT_BOLD : TEXT_REGULAR, false);
	double wide = (d->strong && s->terse == IN_FULL ? length_name_wide_strong : length_name_wide) * s->frame.u,
	       step = style.size * share_leading;
	const char *name = phrase_variant(a, d->y->variant);
	if (d->strong && s->terse < BARE)
		name = with_values(s, d, name);
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
	if (last->strong)
		return; /* with its values it is long, and goes to the left */
	double needs = name_of(s, last)->width + (length_name_beside + length_name_off_edge) * s->frame.u,
	       has = rect_right(s->plot.box) - axis_place(&s->plot.x, last->x->value);
	s->plot.x.to -= fmin(fmax(0, needs - has), share_names_right * s->plot.box.w);
}

/* Room for the numbers left and below, the heads of the axes above and below. */
static bool settle_plot(struct points *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, pad = points_pad(s), tall = (q->inset ? length_plot_inset_tall : length_plot_tall) * u;
	double height = s->frame.anchored ? s->frame.plot_height : fmin(s->frame.plot_height, tall);
	struct rect box = { .x = frame_snap(q, s->frame.plot_left + pad + plot_room_left(&s->plot)),
		            .y = frame_snap(q,
		                            s->frame.plot_top + pad + plot_room_above(&s->plot, points_head_over(s))) };
	box.w = frame_snap(q, s->frame.plot_left + s->frame.plot_width - pad - box.x);
	box.h = frame_snap(q, s->frame.plot_top + height - pad - points_room_below(s) - box.y);
	plot_settle(&s->plot, box);
	leave_room_right(s);
	if (box.h >= length_plot_least_tall * u && box.w >= length_plot_least_wide * u)
		return true;
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(q)->room,
	         "the plot does not fit on the page beside its title and notes");
	return false;
}

struct point points_place(const struct points *s, const struct points_dot *d)
{
	return (struct point){ axis_place(&s->plot.x, d->x->value), axis_place(&s->plot.y, d->y->value) };
}

struct points_frontier points_stairs(const struct points *s)
{
	return points_frontier_of(s, frame_snap_length(s->f.request, length_frontier * s->frame.u));
}

/* Two per dot, up and across; empty where no interval is known. */
struct rect *points_whiskers(const struct points *s)
{
	struct rect *out = arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *out);
	double thick = frame_snap_length(s->f.request, length_dot_whisker * s->frame.u);
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *y = s->dots[i].y, *x = s->dots[i].x;
		struct point at = points_place(s, &s->dots[i]);
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

/* Stairs, and the word in the better corner. */
static struct rect *solid_lines(const struct points *s, size_t *n)
{
	struct points_frontier stairs = points_stairs(s);
	struct rect *out = arena_alloc(s->f.arena, stairs.line.n + 2, sizeof *out);
	for (*n = 0; *n < stairs.line.n; ++*n)
		out[*n] = stairs.line.items[*n];
	if (points_has_corner(s))
		out[(*n)++] = points_corner_words(s);
	return out;
}

/* Dots that cover each other so far that they look like one. */
static void find_shared(struct points *s)
{
	s->shared = arena_alloc(s->f.arena, s->n + 1, sizeof *s->shared);
	s->n_shared = 0;
	for (size_t i = 0; i < s->n; i++) {
		bool any = false;
		for (size_t k = 0; k < s->n && !any; k++)
			any = k != i && label_coincide(&s->labels[i], &s->labels[k]);
		if (any)
			s->shared[s->n_shared++] = s->dots[i].y->variant;
	}
}

static void label_points(struct points *s)
{
	size_t n_solid, n_faint = 0;
	const struct rect *solid = solid_lines(s, &n_solid), *bars = points_whiskers(s);
	struct rect *faint = arena_alloc(s->f.arena, 2 * s->n + 1, sizeof *faint);
	double radius = radius_of(s);
	for (size_t i = 0; i < 2 * s->n; i++)
		if (bars[i].w > 0)
			faint[n_faint++] = bars[i];
	s->labels = arena_alloc(s->f.arena, s->n + CHART_ANNOTATIONS + 1, sizeof *s->labels);
	s->said = arena_alloc(s->f.arena, CHART_ANNOTATIONS + 1, sizeof *s->said);
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *d = &s->dots[i];
		struct point at = points_place(s, d);
		s->labels[i] = (struct label_point){
			.at = { frame_snap(s->f.request, at.x), frame_snap(s->f.request, at.y) },
			.radius = radius,
			.weight = d->strong    ? STRONG
			          : d->on_line ? EFFICIENT
			                       : PLAIN,
		};
		align_name(s, &s->labels[i], name_of(s, d));
	}
	add_said(s);
	struct label_lines lines = { solid, n_solid, faint, n_faint };
	label_place(s->f.arena, s->labels, s->n + s->n_said, &lines, clear_of_ticks(s), s->frame.u);
	s->unnamed = 0;
	for (size_t i = 0; i < s->n; i++)
		s->unnamed += !s->labels[i].placed;
	find_shared(s);
}

static bool names_focus(const struct points *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].strong && !s->labels[i].placed)
			return false;
	return true;
}

/* What is in focus has its name wherever there is room for that, with its values if it can be. */
static void place_labels(struct points *s)
{
	for (s->terse = IN_FULL;; s->terse++) {
		label_points(s);
		if (s->terse == BARE || names_focus(s))
			return;
	}
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
	for (size_t before = 2 * s->n + 1, tries = 0; s->unnamed + s->n_shared != before && tries < TRIES; tries++) {
		before = s->unnamed + s->n_shared;
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

/* The axis that may be logarithmic: the horizontal one, or the vertical one over a calendar. */
static bool may_log(const struct points *s, size_t column)
{
	return (column == POINTS_X) != s->dated;
}

static bool in_time(const struct unit *unit)
{
	return str_eq(unit->base, unit_find("s")->name);
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
	if (column == POINTS_X && axis.kind == AXIS_LOG)
		axis = axis_log_fine(axis);
	if (in_time(s->columns[column]->benchmark->unit))
		axis = axis_in_time(axis, unit_ratio(s->columns[column]->benchmark->unit, unit_find("s")));
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
	points_paint(s, pages);
	return diags_ok(s->f.diags);
}
