/* Points on two scales, or on one over the calendar, with the frontier as a line of its own. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

struct points {
	struct charting *c;
	struct graph *g;
	const struct scene_scale *x, *y;
	bool dated;
	int magnitude[GRAPH_AXES];
	const struct unit *unit[GRAPH_AXES];
	const char *head[GRAPH_AXES];
	struct rect frame;
};

static const double edge = 4;

/* ---- scales ---- */

static void read_measures(struct points *p)
{
	const struct scene_evidence *e = p->c->e;
	for (int axis = 0; axis < GRAPH_AXES; axis++) {
		size_t m = axis == GRAPH_Y ? 0 : 1;
		bool known = m < e->n_measures && !(axis == GRAPH_X && p->dated);
		p->magnitude[axis] = known ? e->measures[m].magnitude : 0;
		p->unit[axis] = known ? e->measures[m].unit : NULL;
		p->head[axis] = known ? pptx_chart_head(p->c, (int)m) : words_get(p->c->language, WORD_HEAD_DATE);
	}
}

/* The plot with the numbers at its axes. */
static struct rect frame_of(const struct points *p)
{
	struct rect r = rect_grow(p->x->plot, edge);
	for (size_t i = 0; i < p->c->figure->n_items; i++)
		if (p->c->figure->items[i].role == ROLE_TICK)
			r = rect_union(r, rect_grow(scene_logical(&p->c->figure->items[i]), edge));
	return r;
}

static void begin(struct points *p)
{
	p->x = &p->c->e->scales[0];
	p->y = &p->c->e->scales[1];
	p->dated = p->x->dated;
	read_measures(p);
	p->frame = frame_of(p);
	struct graph *g = p->g = pptx_chart_begin(p->c, GRAPH_POINTS, p->frame, p->x->plot);
	g->axes[GRAPH_X] = p->dated ? pptx_chart_dates(p->c, 0, false)
	                            : pptx_chart_axis(p->c, 0, p->magnitude[GRAPH_X], p->unit[GRAPH_X], true);
	g->axes[GRAPH_Y] = pptx_chart_axis(p->c, 1, p->magnitude[GRAPH_Y], p->unit[GRAPH_Y], true);
	g->axes[GRAPH_Y].grid = true;
}

static double counted(const struct points *p, int axis, double value)
{
	return axis == GRAPH_X && p->dated ? pptx_chart_day(value) : pptx_chart_counted(value, p->magnitude[axis]);
}

static struct point on_chart(const struct points *p, struct point at)
{
	const struct graph_axis *axes = p->g->axes;
	double x = p->dated ? pptx_chart_map_day(p->c, 0, &axes[GRAPH_X], at.x)
	                    : pptx_chart_map(p->c, 0, p->magnitude[GRAPH_X], &axes[GRAPH_X], at.x);
	return (struct point){ x, pptx_chart_map(p->c, 1, p->magnitude[GRAPH_Y], &axes[GRAPH_Y], at.y) };
}

/* Where programs would put other numbers. */
static void add_ticks(const struct points *p)
{
	for (int axis = 0; axis < GRAPH_AXES; axis++)
		if (p->g->axes[axis].apart)
			pptx_chart_add_ticks(p->c, p->g,
			                     &(struct chart_ticks){ axis, axis, p->magnitude[axis], p->unit[axis],
			                                            p->head[axis], p->x->plot, p->frame });
}

/* ---- points ---- */

static void add_interval(const struct points *p, struct graph_point *out, int datum, int axis, double value)
{
	double low, high;
	if (!pptx_chart_interval(p->c, datum, axis == GRAPH_X ? 0 : 1, &low, &high))
		return;
	out->sure[axis] = true;
	out->minus[axis] = pptx_chart_length(low, value, p->magnitude[axis]);
	out->plus[axis] = pptx_chart_length(value, high, p->magnitude[axis]);
}

static void fill_point(const struct points *p, struct graph_point *out, int datum)
{
	const struct scene_item *dot = pptx_chart_item(p->c, ROLE_DOT, datum, 0),
				*label = pptx_chart_item(p->c, ROLE_LABEL, datum, 0);
	bool solid = !(dot->path.stroke > 0);
	struct rect r = dot->path.rect;
	out->present = true;
	out->x = counted(p, GRAPH_X, dot->value);
	out->y = counted(p, GRAPH_Y, dot->value_y);
	out->color = solid ? dot->path.fill : dot->path.stroke_color;
	out->fill = solid ? GRAPH_SOLID : GRAPH_HOLLOW;
	out->size = r.w * p->c->setup->scale;
	add_interval(p, out, datum, GRAPH_X, dot->value);
	add_interval(p, out, datum, GRAPH_Y, dot->value_y);
	if (!label)
		return;
	out->label = pptx_chart_words_label(p->c, pptx_chart_lines(p->c, label->text.block), label->text.color,
	                                    label->text.block->style.weight == TEXT_BOLD, GRAPH_RIGHT);
	pptx_chart_label_place(p->c, &out->label, label, (struct point){ r.x + r.w / 2, r.y + r.h / 2 }, r.w / 2,
	                       p->frame);
}

/* names: the first of three columns. */
static void add_points(struct points *p, size_t names)
{
	struct graph *g = p->g;
	const struct scene_evidence *e = p->c->e;
	size_t n = e->n_data, xs = names + 1, ys = names + 2;
	struct graph_series *s = pptx_graph_series(g, p->head[GRAPH_Y], n);
	const char *date = "yyyy-mm-dd";
	s->dots = true;
	for (size_t i = 0; i < n; i++) {
		fill_point(p, &s->points[i], (int)i);
		pptx_graph_put_text(g, names, i, e->data[i].name);
		pptx_graph_put_number(g, xs, i, s->points[i].x, p->dated ? date : NULL);
		pptx_graph_put_number(g, ys, i, s->points[i].y, NULL);
		if (s->points[i].fill == GRAPH_SOLID || !i)
			s->color = s->points[i].color;
	}
	s->xs = pptx_graph_below(g, xs);
	s->values = pptx_graph_below(g, ys);
	s->head = pptx_graph_head(ys);
	for (int axis = 0; axis < GRAPH_AXES; axis++) {
		s->errors[axis].color = p->c->faint;
		s->errors[axis].thick = 0.75;
		s->errors[axis].bare = true;
	}
	pptx_chart_add_words(p->c, g, s);
	pptx_chart_add_intervals(p->c, g, s, GRAPH_Y);
	pptx_chart_add_intervals(p->c, g, s, GRAPH_X);
}

/* ---- the frontier: stairs from point to point, whose corners have the values of points ---- */

/* The value of the dot that is nearest to this place. */
static double nearest(const struct points *p, int axis, double place)
{
	double best = HUGE_VAL, value = 0;
	for (size_t i = 0; i < p->c->figure->n_items; i++) {
		const struct scene_item *dot = &p->c->figure->items[i];
		if (dot->role != ROLE_DOT)
			continue;
		struct rect r = dot->path.rect;
		double off = fabs((axis == GRAPH_X ? r.x + r.w / 2 : r.y + r.h / 2) - place);
		if (off >= best)
			continue;
		best = off;
		value = axis == GRAPH_X ? dot->value : dot->value_y;
	}
	return counted(p, axis, value);
}

static bool is_stair(const struct scene_item *item)
{
	return item->role == ROLE_CONNECT && item->path.shape == SHAPE_RECT;
}

/* The boxes lie across and up in turn; each adds the corner at its far end. */
static size_t walk(const struct points *p, struct graph_series *s)
{
	size_t n = 0, boxes = 0;
	const struct scene *f = p->c->figure;
	const struct rect *before = NULL;
	for (size_t i = 0; i < f->n_items; i++) {
		if (!is_stair(&f->items[i]))
			continue;
		const struct rect *r = &f->items[i].path.rect;
		bool across = boxes % 2 == 0;
		struct graph_point *at = &s->points[n], *last = n ? at - 1 : NULL;
		if (boxes++ == 0) {
			*at = (struct graph_point){ .present = true,
				                    .x = nearest(p, GRAPH_X, r->x),
				                    .y = nearest(p, GRAPH_Y, r->y + r->h / 2) };
			last = at++;
			n++;
		}
		*at = *last;
		if (across)
			at->x = nearest(p, GRAPH_X, rect_right(*r));
		else
			at->y = nearest(p, GRAPH_Y,
			                fabs(before->y - r->y) < fabs(before->y - rect_bottom(*r)) ? rect_bottom(*r)
			                                                                           : r->y);
		before = r;
		n++;
	}
	return n;
}

static void add_frontier(struct points *p)
{
	struct graph *g = p->g;
	size_t n = 0;
	const struct scene_item *first = NULL;
	for (size_t i = 0; i < p->c->figure->n_items; i++)
		if (is_stair(&p->c->figure->items[i])) {
			first = first ? first : &p->c->figure->items[i];
			n++;
		}
	if (!n)
		return;
	const char *name = words_get(p->c->language, WORD_SHEET_FRONTIER);
	size_t xs = pptx_graph_column(g, arena_printf(p->c->arena, "%s: %s", name, p->head[GRAPH_X]), n + 1),
	       ys = pptx_graph_column(g, name, n + 1);
	struct graph_series *s = pptx_graph_series(g, name, n + 1);
	s->n = walk(p, s);
	s->color = first->path.fill;
	s->line = first->path.rect.h * p->c->setup->scale;
	for (size_t i = 0; i < s->n; i++) {
		pptx_graph_put_number(g, xs, i, s->points[i].x, p->dated ? "yyyy-mm-dd" : NULL);
		pptx_graph_put_number(g, ys, i, s->points[i].y, NULL);
	}
	s->xs = pptx_graph_below(g, xs);
	s->values = pptx_graph_below(g, ys);
	s->head = pptx_graph_head(ys);
}

/* ---- what stays ---- */

static void move_rect(const struct points *p, struct rect *r, bool across, bool up)
{
	struct point a = on_chart(p, (struct point){ r->x, r->y }),
		     b = on_chart(p, (struct point){ rect_right(*r), rect_bottom(*r) });
	if (across) {
		r->x = a.x;
		r->w = b.x - a.x;
	}
	if (up) {
		r->y = a.y;
		r->h = b.y - a.y;
	}
}

static void move_with_dot(const struct points *p, struct scene_item *item)
{
	const struct scene_item *dot = pptx_chart_item(p->c, ROLE_DOT, item->datum, 0);
	struct rect r = dot ? dot->path.rect : (struct rect){ 0, 0, 0, 0 };
	struct point from = { r.x + r.w / 2, r.y + r.h / 2 }, to = on_chart(p, from);
	if (dot)
		scene_item_move(item, to.x - from.x, to.y - from.y);
}

static void settle(struct points *p)
{
	for (size_t i = 0; i < p->c->figure->n_items; i++) {
		struct scene_item *item = &p->c->items[i];
		switch (item->role) {
		case ROLE_BAND:
			move_rect(p, &item->path.rect, true, true);
			break;
		case ROLE_RANGE:
		case ROLE_REFERENCE:
			move_rect(p, &item->path.rect, false, true);
			item->path.rect.h = fmax(item->path.rect.h, p->c->items[i].role == ROLE_REFERENCE);
			break;
		case ROLE_ANNOTATION:
		case ROLE_POINTER:
		case ROLE_LEADER:
			move_with_dot(p, item);
			break;
		case ROLE_AXIS:
			p->c->replaces[i] = item->path.shape == SHAPE_RECT; /* the arrow is of lines */
			break;
		case ROLE_DOT:
		case ROLE_LABEL:
		case ROLE_WHISKER:
		case ROLE_CONNECT:
		case ROLE_GRID:
		case ROLE_TICK:
			p->c->replaces[i] = true;
			break;
		default:
			break;
		}
	}
}

bool pptx_chart_scatter(struct charting *c)
{
	struct points p = { .c = c };
	begin(&p);
	size_t n = c->e->n_data, names = pptx_graph_column(p.g, words_get(c->language, WORD_HEAD_MODEL), n);
	pptx_graph_column(p.g, p.head[GRAPH_X], n);
	pptx_graph_column(p.g, p.head[GRAPH_Y], n);
	add_ticks(&p);
	add_frontier(&p);
	add_points(&p, names);
	settle(&p);
	pptx_chart_end(c, p.g, NULL);
	return true;
}
