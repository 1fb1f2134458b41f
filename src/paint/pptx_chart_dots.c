/* Dots in rows, as a chart of points: the height of a point is the number of its row, and names are the labels of
 * points that nobody sees. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

struct dots {
	struct charting *c;
	struct graph *g;
	struct rect rows, plot, frame;
	struct chart_lanes lanes;
	const struct scene_measure *measure;
	int magnitude;
};

static const double edge = 4;

static double counted(const struct dots *d, double value)
{
	return pptx_chart_counted(value, d->magnitude);
}

/* The frame reaches from the names to the end of the scale, and up to its numbers. */
static bool begin(struct dots *d)
{
	struct charting *c = d->c;
	const struct scene_scale *s = &c->e->scales[0];
	double left, top = s->rows.y;
	if (!pptx_chart_is_named(c, 0, &left) || left > s->plot.x)
		return false;
	d->measure = pptx_chart_measure(c, 0);
	d->magnitude = d->measure ? d->measure->magnitude : 0;
	d->rows = s->rows;
	d->lanes = pptx_chart_lanes(c, 0, d->rows, true);
	for (size_t i = 0; i < c->figure->n_items; i++)
		if (c->figure->items[i].role == ROLE_TICK)
			top = fmin(top, scene_logical(&c->figure->items[i]).y);
	d->plot = (struct rect){ s->plot.x, d->rows.y, s->plot.w, d->rows.h };
	d->frame =
		(struct rect){ left, top - edge, rect_right(d->plot) + edge - left, rect_bottom(d->rows) - top + edge };
	d->g = pptx_chart_begin(c, GRAPH_POINTS, d->frame, d->plot);
	d->g->across = true;
	d->g->axes[GRAPH_X] = pptx_chart_axis(c, 0, d->magnitude, d->measure ? d->measure->unit : NULL, true);
	d->g->axes[GRAPH_X].far = true;
	d->g->axes[GRAPH_Y] =
		(struct graph_axis){ .reversed = true, .low = 0.5, .high = (double)d->lanes.n + 0.5, .step = 1 };
	return true;
}

/* ---- the dots ---- */

/* Past a whisker, past what other sources say, or before the dot: as far from it as in the figure. */
static void place_label(const struct dots *d, struct graph_label *l, const struct scene_item *dot, int datum)
{
	const struct scene_item *value = pptx_chart_item(d->c, ROLE_VALUE, datum, 0),
				*remark = pptx_chart_item(d->c, ROLE_REMARK, datum, 0);
	bool left = d->c->e->data[datum].words_left;
	if (!value || !l->n_parts)
		return;
	struct rect box = scene_logical(value), at = dot->path.rect;
	if (remark)
		box = rect_union(box, scene_logical(remark));
	double gap = d->c->figure->u / 2, off = left ? at.x - gap - rect_right(box) : box.x - rect_right(at) - gap;
	l->side = left ? GRAPH_LEFT : GRAPH_RIGHT;
	if (off > gap)
		l->dx = (left ? -off : off) / d->frame.w;
}

static void fill_point(const struct dots *d, struct graph_point *p, int datum, size_t lane)
{
	const struct scene_item *dot = datum >= 0 ? pptx_chart_item(d->c, ROLE_DOT, datum, 0) : NULL;
	double low, high;
	p->y = (double)lane + 1;
	if (!dot)
		return;
	bool solid = !(dot->path.stroke > 0);
	p->present = true;
	p->x = counted(d, dot->value);
	p->color = solid ? dot->path.fill : dot->path.stroke_color;
	p->fill = solid ? GRAPH_SOLID : GRAPH_HOLLOW;
	p->size = dot->path.rect.w * d->c->setup->scale;
	p->label = pptx_chart_value_label(d->c, datum, GRAPH_RIGHT);
	place_label(d, &p->label, dot, datum);
	if (!pptx_chart_interval(d->c, datum, 0, &low, &high))
		return;
	p->sure[GRAPH_X] = true;
	p->minus[GRAPH_X] = pptx_chart_length(low, dot->value, d->magnitude);
	p->plus[GRAPH_X] = pptx_chart_length(dot->value, high, d->magnitude);
}

/* ---- series ---- */

static void add_names(struct dots *d, size_t names, size_t rows)
{
	struct graph *g = d->g;
	size_t column = pptx_graph_column(g, words_get(d->c->language, WORD_SHEET_NAMES_AT), d->lanes.n);
	struct graph_series *s = pptx_graph_series(g, g->columns[column].head.text, d->lanes.n);
	s->unseen = true;
	for (size_t i = 0; i < s->n; i++) {
		struct graph_point *p = &s->points[i];
		*p = (struct graph_point){ .present = true, .x = g->axes[GRAPH_X].low, .y = (double)i + 1 };
		pptx_graph_put_number(g, column, i, p->x, NULL);
		if (*d->lanes.items[i].name)
			p->label = pptx_chart_words_label(d->c, d->lanes.items[i].name, d->c->ink, false, GRAPH_LEFT);
	}
	s->xs = pptx_graph_below(g, column);
	s->values = pptx_graph_below(g, rows);
	s->head = pptx_graph_head(column);
	s->words = pptx_graph_below(g, names);
	s->errors[GRAPH_X] = (struct graph_errors){ .always = g->axes[GRAPH_X].high - g->axes[GRAPH_X].low,
		                                    .one_way = true,
		                                    .bare = true,
		                                    .color = d->c->grid,
		                                    .thick = 0.5 };
}

static void add_values(struct dots *d, size_t values, size_t rows, int *data)
{
	struct graph *g = d->g;
	struct graph_series *s = pptx_graph_series(g, g->columns[values].head.text, d->lanes.n);
	s->dots = true;
	for (size_t i = 0; i < s->n; i++) {
		data[i] = d->lanes.items[i].row >= 0 ? pptx_chart_datum(d->c, 0, d->lanes.items[i].row, 0)
		                                     : SCENE_NO_DATUM;
		fill_point(d, &s->points[i], data[i], i);
		pptx_graph_put_number(g, rows, i, (double)i + 1, NULL);
		if (!s->points[i].present)
			continue;
		pptx_graph_put_number(g, values, i, s->points[i].x, s->points[i].label.format);
		s->color = s->points[i].fill == GRAPH_SOLID || i == 0 ? s->points[i].color : s->color;
		s->errors[GRAPH_X].color = s->color;
	}
	s->errors[GRAPH_X].thick = 1;
	s->xs = pptx_graph_below(g, values);
	s->values = pptx_graph_below(g, rows);
	s->head = pptx_graph_head(values);
	pptx_chart_add_words(d->c, g, s);
	pptx_chart_add_intervals(d->c, g, s, GRAPH_X);
}

/* What other sources say: upright strokes. */
static void add_others(struct dots *d)
{
	struct graph *g = d->g;
	size_t n = 0;
	const struct scene *f = d->c->figure;
	for (size_t i = 0; i < f->n_items; i++)
		n += f->items[i].role == ROLE_OTHER;
	if (!n)
		return;
	size_t values = pptx_graph_column(g, words_get(d->c->language, WORD_SHEET_OTHER), n),
	       rows = pptx_graph_column(g, words_get(d->c->language, WORD_SHEET_ROW), n), at = 0;
	struct graph_series *s = pptx_graph_series(g, g->columns[values].head.text, n);
	for (size_t i = 0; i < f->n_items; i++) {
		if (f->items[i].role != ROLE_OTHER)
			continue;
		struct graph_point *p = &s->points[at];
		p->present = true;
		p->x = counted(d, f->items[i].value);
		for (size_t k = 0; k < d->lanes.n; k++)
			if (d->lanes.items[k].row == (int)d->c->e->data[f->items[i].datum].row)
				p->y = (double)k + 1;
		s->errors[GRAPH_Y].color = f->items[i].path.fill;
		pptx_graph_put_number(g, values, at, p->x, NULL);
		pptx_graph_put_number(g, rows, at++, p->y, NULL);
	}
	s->xs = pptx_graph_below(g, values);
	s->values = pptx_graph_below(g, rows);
	s->head = pptx_graph_head(values);
	s->errors[GRAPH_Y].always = 0.3; /* of a row */
	s->errors[GRAPH_Y].bare = true;
	s->errors[GRAPH_Y].thick = 2;
}

/* ---- the figure ---- */

/* What the scale carries and the chart does not, where the chart's scale has it. */
static void move_marks(struct dots *d)
{
	const struct graph_axis *a = &d->g->axes[GRAPH_X];
	for (size_t i = 0; i < d->c->figure->n_items; i++) {
		struct scene_item *item = &d->c->items[i];
		if (item->scale != 0 ||
		    (item->role != ROLE_LEAD && item->role != ROLE_RANGE && item->role != ROLE_REFERENCE))
			continue;
		double from = pptx_chart_map(d->c, 0, d->magnitude, a, item->path.rect.x),
		       to = pptx_chart_map(d->c, 0, d->magnitude, a, rect_right(item->path.rect));
		bool thin = item->role == ROLE_REFERENCE;
		item->path.rect.x = from;
		item->path.rect.w = thin ? item->path.rect.w : to - from;
	}
}

static void mark_replaced(const struct charting *c)
{
	static const enum scene_role roles[] = { ROLE_DOT,   ROLE_OTHER, ROLE_WHISKER, ROLE_VALUE,
		                                 ROLE_LABEL, ROLE_RANK,  ROLE_MAKER,   ROLE_ANNOTATION,
		                                 ROLE_GAP,   ROLE_GROUP, ROLE_TIE,     ROLE_AXIS,
		                                 ROLE_TICK,  ROLE_GRID,  ROLE_REMARK,  ROLE_POINTER };
	for (size_t i = 0; i < c->figure->n_items; i++) {
		for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
			c->replaces[i] |= c->figure->items[i].role == roles[k];
		c->replaces[i] |= c->figure->items[i].role == ROLE_CHIP && c->figure->items[i].datum >= 0;
	}
}

bool pptx_chart_dots(struct charting *c)
{
	struct dots d = { .c = c };
	if (!begin(&d))
		return false;
	struct graph *g = d.g;
	size_t n = d.lanes.n, names = pptx_graph_column(g, NULL, n),
	       values = pptx_graph_column(g, pptx_chart_head(c, 0), n),
	       rows = pptx_graph_column(g, words_get(c->language, WORD_SHEET_ROW), n);
	int *data = arena_alloc(c->arena, n + 1, sizeof *data);
	for (size_t i = 0; i < n; i++)
		pptx_graph_put_text(g, names, i, d.lanes.items[i].name);
	add_values(&d, values, rows, data);
	pptx_chart_add_evidence(c, g, data, n);
	if (g->axes[GRAPH_X].apart)
		pptx_chart_add_ticks(c, g,
		                     &(struct chart_ticks){ 0, GRAPH_X, d.magnitude, d.measure ? d.measure->unit : NULL,
		                                            pptx_chart_head(c, 0), d.plot, d.frame });
	add_names(&d, names, rows);
	add_others(&d);
	move_marks(&d);
	pptx_chart_move_absent(c, 0, d.rows, &d.lanes);
	mark_replaced(c);
	pptx_chart_end(c, g, NULL);
	return true;
}
