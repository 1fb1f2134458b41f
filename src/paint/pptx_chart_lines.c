#include "paint/pptx_chart_parts.h"

static const double edge = 4;

void pptx_chart_fill_dot(const struct charting *c, struct graph_point *p, const struct scene_item *dot, double value,
                         int scale, int magnitude)
{
	double low, high;
	bool solid = !(dot->path.stroke > 0);
	p->present = true;
	p->y = pptx_chart_counted(value, magnitude);
	p->color = solid ? dot->path.fill : dot->path.stroke_color;
	p->fill = solid ? GRAPH_SOLID : GRAPH_HOLLOW;
	p->size = dot->path.rect.w * c->setup->scale;
	if (!pptx_chart_interval(c, dot->datum, scale, &low, &high))
		return;
	p->sure[GRAPH_Y] = true;
	p->minus[GRAPH_Y] = pptx_chart_length(low, value, magnitude);
	p->plus[GRAPH_Y] = pptx_chart_length(value, high, magnitude);
}

static bool is_beside(enum scene_role role)
{
	return role == ROLE_TICK || role == ROLE_LABEL || role == ROLE_VALUE || role == ROLE_REMARK ||
	       role == ROLE_WORD;
}

struct rect pptx_chart_lines_frame(const struct charting *c, struct rect plot)
{
	struct rect r = rect_grow(plot, edge);
	for (size_t i = 0; i < c->figure->n_items; i++)
		if (is_beside(c->figure->items[i].role) && c->figure->items[i].kind == SCENE_TEXT)
			r = rect_union(r, rect_grow(scene_logical(&c->figure->items[i]), edge));
	return r;
}

void pptx_chart_lines_replace(const struct charting *c)
{
	static const enum scene_role roles[] = { ROLE_DOT,   ROLE_WHISKER, ROLE_CONNECT, ROLE_GRID,
		                                 ROLE_TICK,  ROLE_AXIS,    ROLE_LEADER,  ROLE_LABEL,
		                                 ROLE_VALUE, ROLE_WORD,    ROLE_REMARK };
	for (size_t i = 0; i < c->figure->n_items; i++)
		for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
			c->replaces[i] |= c->figure->items[i].role == roles[k];
}
