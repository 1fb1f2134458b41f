/* Bars that stand side by side. */
#include "base/arena.h"
#include "paint/pptx_chart_parts.h"

static const double per_cent = 100, edge = 2;

static void mark_replaced(const struct charting *c)
{
	for (size_t i = 0; i < c->figure->n_items; i++) {
		enum scene_role role = c->figure->items[i].role;
		c->replaces[i] = role == ROLE_MARK || role == ROLE_WHISKER || role == ROLE_BASELINE ||
		                 (c->figure->items[i].datum >= 0 &&
		                  (role == ROLE_VALUE || role == ROLE_REMARK || role == ROLE_LABEL));
	}
}

/* What is remarked stands further out than the value. */
static void pile(const struct charting *c, struct graph_label *l, bool down)
{
	if (l->n_parts < 2)
		return;
	struct graph_part *parts = arena_alloc(c->arena, 2, sizeof *parts);
	parts[down ? 0 : 1] = l->parts[0];
	parts[down ? 1 : 0] = l->parts[1];
	l->parts = parts;
	l->n_parts = 2;
	l->piled = true;
}

static void fill_point(const struct charting *c, const struct graph *g, struct graph_point *p, int datum, int magnitude)
{
	const struct scene_item *mark = pptx_chart_item(c, ROLE_MARK, datum, 0);
	double low, high;
	if (!mark)
		return;
	p->present = true;
	p->y = pptx_chart_counted(mark->value, magnitude);
	p->color = mark->path.fill;
	p->fill = mark->path.pattern == PATTERN_SOLID   ? GRAPH_SOLID
	          : mark->path.pattern == PATTERN_HATCH ? GRAPH_HATCHED
	                                                : GRAPH_HOLLOW;
	p->label = pptx_chart_value_label(c, datum, GRAPH_BEYOND);
	pile(c, &p->label, mark->value < 0);
	if (!pptx_chart_interval(c, datum, 0, &low, &high))
		return;
	p->sure[GRAPH_Y] = true;
	p->minus[GRAPH_Y] = pptx_chart_length(low, mark->value, magnitude);
	p->plus[GRAPH_Y] = pptx_chart_length(mark->value, high, magnitude);
	double past = mark->value < 0 ? fmin(0, low - mark->value) : fmax(0, high - mark->value);
	p->label.dy = past * c->e->scales[0].per_unit * c->setup->scale / g->frame.h;
}

/* Names, as wide as the columns stand apart, and all that belongs to them. */
static struct graph *begin(struct charting *c)
{
	const struct scene_scale *s = &c->e->scales[0];
	double bottom = rect_bottom(s->plot), wide = 0;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->role == ROLE_LABEL)
			bottom = fmax(bottom, rect_bottom(scene_logical(item)) + edge);
		if (item->role == ROLE_MARK)
			wide = item->path.rect.w;
	}
	struct rect frame = { s->plot.x - edge, s->plot.y - edge, s->plot.w + 2 * edge, bottom - s->plot.y + edge };
	struct graph *g = pptx_chart_begin(c, GRAPH_COLUMNS, frame, s->plot);
	g->axes[GRAPH_X] = (struct graph_axis){ .shown = true, .line = true };
	double slot = s->plot.w / (double)c->e->n_data;
	g->gap = fmin(5 * per_cent, (slot - wide) / wide * per_cent);
	return g;
}

bool pptx_chart_upright(struct charting *c)
{
	size_t n = c->e->n_data;
	struct graph *g = begin(c);
	const struct scene_measure *m = pptx_chart_measure(c, 0);
	int magnitude = m ? m->magnitude : 0, *data = arena_alloc(c->arena, n + 1, sizeof *data);
	const char **names = arena_alloc(c->arena, n + 1, sizeof *names);
	g->axes[GRAPH_Y] = pptx_chart_range(c, 0, magnitude);
	pptx_chart_from_zero(&g->axes[GRAPH_Y]);
	size_t name = pptx_graph_column(g, NULL, n), value = pptx_graph_column(g, pptx_chart_head(c, 0), n);
	struct graph_series *s = pptx_graph_series(g, pptx_chart_head(c, 0), n);
	for (size_t i = 0; i < n; i++) {
		names[i] = pptx_chart_text(c, ROLE_LABEL, (int)i);
		pptx_graph_put_text(g, name, i, names[i]);
		fill_point(c, g, &s->points[i], (int)i, magnitude);
		if (s->points[i].present)
			pptx_graph_put_number(g, value, i, s->points[i].y, s->points[i].label.format);
		if (!s->format)
			s->format = s->points[i].label.format;
		if (s->points[i].present && color_equal(s->color, (struct color){ 0, 0, 0 }))
			s->color = s->points[i].color;
		data[i] = (int)i;
	}
	g->categories = names;
	g->n_categories = n;
	g->names = pptx_graph_below(g, name);
	s->values = pptx_graph_below(g, value);
	s->head = pptx_graph_head(value);
	s->errors[GRAPH_Y].color = c->ink;
	s->errors[GRAPH_Y].thick = 1;
	pptx_chart_add_words(c, g, s);
	pptx_chart_add_intervals(c, g, s, GRAPH_Y);
	pptx_chart_add_evidence(c, g, data, n);
	mark_replaced(c);
	pptx_chart_end(c, g, NULL);
	return true;
}
