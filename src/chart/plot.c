#include "chart/plot.h"

#include "chart/lengths.h"

#include <math.h>

static const struct chart_request *request_of(const struct plot *plot)
{
	return plot->frame->request;
}

static const struct palette *palette_of(const struct plot *plot)
{
	return &request_of(plot)->look->palette;
}

static double last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

/* ---- words ---- */

const struct text_block *plot_small(const struct plot *plot, const char *text, bool tabular)
{
	const struct chart_request *q = request_of(plot);
	return text_shape(q->fonts, text, frame_style(plot->frame, q->look->type.small, TEXT_REGULAR, tabular), 0, 0,
	                  plot->diags);
}

const struct text_block *plot_head(const struct plot *plot, const char *text, double width)
{
	const struct chart_request *q = request_of(plot);
	struct text_style style = frame_style(plot->frame, q->look->type.small, TEXT_SEMIBOLD, false);
	return text_shape(q->fonts, text, style, width, style.size * share_leading, plot->diags);
}

static const struct text_block *number(const struct plot *plot, const struct axis *axis, size_t tick)
{
	return plot_small(plot, axis_tick(plot->frame->arena, axis, request_of(plot)->language, tick), true);
}

/* ---- room ---- */

double plot_room_left(const struct plot *plot)
{
	double widest = 0;
	for (size_t i = 0; i < plot->y.n_ticks; i++)
		widest = fmax(widest, number(plot, &plot->y, i)->width);
	return widest + length_tick_column * plot->frame->u;
}

double plot_room_above(const struct plot *plot, const struct text_block *head)
{
	double u = plot->frame->u;
	return length_axis_over * u + last_baseline(head) + fmax(0, -head->ink.y - length_axis_ascent * u);
}

double plot_room_below(const struct plot *plot, const struct text_block *head)
{
	double u = plot->frame->u, last = head ? last_baseline(head) : 0;
	if (!head)
		return length_ticks_under * u;
	return length_axis_under * u + last + fmax(0, rect_bottom(head->ink) - last - length_axis_descent * u);
}

void plot_settle(struct plot *plot, struct rect box)
{
	double inset = length_plot_inset * plot->frame->u;
	plot->box = box;
	plot->x.from = box.x + inset;
	plot->x.to = rect_right(box) - inset;
	plot->y.from = rect_bottom(box) - inset;
	plot->y.to = box.y + inset;
}

struct scene_scale plot_scale(const struct plot *plot, enum plot_way way, const struct unit *unit)
{
	const struct axis *axis = way == PLOT_UP ? &plot->y : &plot->x;
	return (struct scene_scale){ .zero = axis_zero(axis),
		                     .per_unit = axis_per_unit(axis),
		                     .vertical = way == PLOT_UP,
		                     .logarithmic = axis->kind == AXIS_LOG,
		                     .dated = axis->kind == AXIS_DATE,
		                     .positions = true,
		                     .measure = -1,
		                     .low = axis->low,
		                     .high = axis->high,
		                     .unit = unit,
		                     .plot = plot->box };
}

/* ---- axes ---- */

static void draw_up(const struct plot *plot, struct scene *scene, double thin, double tick)
{
	const struct palette *p = palette_of(plot);
	double u = plot->frame->u, below = 0;
	for (size_t i = 0; i < plot->y.n_ticks; i++) {
		const struct text_block *b = number(plot, &plot->y, i);
		double y = frame_snap(request_of(plot), axis_place(&plot->y, plot->y.ticks[i]));
		if (i && below - y < length_ticks_pitch * u)
			continue;
		below = y;
		scene_add_rect(scene, ROLE_AXIS, (struct rect){ plot->box.x, y, tick, thin }, p->ink3);
		scene_add_text(scene, ROLE_TICK,
		               (struct point){ plot->box.x - thin - length_tick_gap * u - b->width,
		                               y + b->x_height * share_drop },
		               b, p->ink3);
	}
}

/* Of the ticks of a calendar, which are evenly apart, every so many, so that they stay so: the fewest left out for
 * whose words there is room. */
static size_t stride_across(const struct plot *plot)
{
	size_t stride = 1;
	for (bool meet = plot->x.kind == AXIS_DATE; meet && stride < plot->x.n_ticks; stride += meet) {
		double end = -HUGE_VAL;
		meet = false;
		for (size_t i = 0; i < plot->x.n_ticks; i += stride) {
			double half = number(plot, &plot->x, i)->width / 2, x = axis_place(&plot->x, plot->x.ticks[i]);
			meet |= x - half < end + length_ticks_apart * plot->frame->u;
			end = x + half;
		}
	}
	return stride;
}

static void draw_across(const struct plot *plot, struct scene *scene, double thin, double tick)
{
	const struct palette *p = palette_of(plot);
	double u = plot->frame->u, end = plot->box.x - length_tick_before * u, bottom = rect_bottom(plot->box);
	for (size_t i = 0, stride = stride_across(plot); i < plot->x.n_ticks; i += stride) {
		const struct text_block *b = number(plot, &plot->x, i);
		double x = frame_snap(request_of(plot), axis_place(&plot->x, plot->x.ticks[i]));
		if (x - b->width / 2 < end + length_ticks_apart * u || x + b->width / 2 > rect_right(plot->box))
			continue;
		end = x + b->width / 2;
		scene_add_rect(scene, ROLE_AXIS, (struct rect){ x, bottom - tick, thin, tick }, p->ink3);
		scene_add_text(scene, ROLE_TICK, (struct point){ x - b->width / 2, bottom + length_tick_baseline * u },
		               b, p->ink3);
	}
}

void plot_draw_axes(const struct plot *plot, struct scene *scene)
{
	double u = plot->frame->u;
	double thin = frame_snap_length(request_of(plot), length_axis * u),
	       tick = frame_snap_length(request_of(plot), length_tick * u);
	struct rect b = plot->box;
	struct color ink = palette_of(plot)->ink3;
	scene_add_rect(scene, ROLE_AXIS, (struct rect){ b.x - thin, b.y, thin, b.h }, ink);
	scene_add_rect(scene, ROLE_AXIS, (struct rect){ b.x - thin, rect_bottom(b), b.w + thin, thin }, ink);
	draw_up(plot, scene, thin, tick);
	draw_across(plot, scene, thin, tick);
}

void plot_draw_head_over(const struct plot *plot, struct scene *scene, double left, const struct text_block *head)
{
	double baseline = plot->box.y - length_axis_head_over * plot->frame->u;
	scene_add_text(scene, ROLE_HEAD, (struct point){ left, baseline - last_baseline(head) }, head,
	               palette_of(plot)->ink2)
		->says = plot->y.kind == AXIS_LOG ? SAYS_LOG : 0;
}

void plot_draw_head_under(const struct plot *plot, struct scene *scene, const struct text_block *head)
{
	double baseline = rect_bottom(plot->box) + length_axis_head_under * plot->frame->u;
	scene_add_text(scene, ROLE_HEAD, (struct point){ rect_right(plot->box) - head->width, baseline }, head,
	               palette_of(plot)->ink2)
		->says = plot->x.kind == AXIS_LOG ? SAYS_LOG : 0;
}

/* A line across the plot at this position on an axis. */
static struct rect line_at(const struct plot *plot, enum plot_way way, double value, double thick)
{
	const struct axis *axis = way == PLOT_UP ? &plot->y : &plot->x;
	double at = frame_snap(request_of(plot), axis_place(axis, value) - thick / 2);
	struct rect b = plot->box;
	return way == PLOT_UP ? (struct rect){ b.x, at, b.w, thick } : (struct rect){ at, b.y, thick, b.h };
}

bool plot_next_stretch(struct rect line, bool along_x, double *at, const struct rect *words, size_t n, struct rect *out)
{
	double end = along_x ? rect_right(line) : rect_bottom(line), to = end;
	for (bool moved = true; moved;) {
		moved = false;
		for (size_t i = 0; i < n; i++) {
			double from = along_x ? words[i].x : words[i].y,
			       until = along_x ? rect_right(words[i]) : rect_bottom(words[i]);
			if (rect_overlaps(words[i], line) && from <= *at && until > *at) {
				*at = until;
				moved = true;
			}
		}
	}
	for (size_t i = 0; i < n; i++)
		if (rect_overlaps(words[i], line) && (along_x ? words[i].x : words[i].y) > *at)
			to = fmin(to, along_x ? words[i].x : words[i].y);
	if (*at >= end)
		return false;
	*out = along_x ? (struct rect){ *at, line.y, to - *at, line.h }
	               : (struct rect){ line.x, *at, line.w, to - *at };
	*at = to;
	return true;
}

void plot_draw_grid(const struct plot *plot, struct scene *scene, enum plot_way way, const struct rect *words,
                    size_t n_words)
{
	const struct axis *axis = way == PLOT_UP ? &plot->y : &plot->x;
	double thick = frame_snap_length(request_of(plot), length_axis * plot->frame->u);
	for (size_t i = 0; i < axis->n_ticks; i++) {
		struct rect line = line_at(plot, way, axis->ticks[i], thick), part;
		double at = way == PLOT_UP ? line.x : line.y;
		while (plot_next_stretch(line, way == PLOT_UP, &at, words, n_words, &part))
			scene_add_rect(scene, ROLE_GRID, part, palette_of(plot)->grid);
	}
}
