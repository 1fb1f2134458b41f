/* Lines over the calendar. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

#include <stdlib.h>

static int by_number(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

/* All days on which anything was measured, in their order. */
static double *days_of(const struct charting *c, size_t *n)
{
	double *days = arena_alloc(c->arena, c->e->n_data + 1, sizeof *days);
	*n = 0;
	for (size_t i = 0; i < c->e->n_data; i++)
		days[i] = (double)c->e->data[i].day;
	if (c->e->n_data)
		qsort(days, c->e->n_data, sizeof *days, by_number);
	for (size_t i = 0; i < c->e->n_data; i++)
		if (!*n || days[*n - 1] < days[i])
			days[(*n)++] = days[i];
	return days;
}

static double thick_of(const struct charting *c, int datum)
{
	const struct scene_item *line = pptx_chart_item(c, ROLE_CONNECT, datum, 0);
	return line ? line->path.stroke * c->setup->scale : 0;
}

/* The value and the name of the course, after its last dot. */
static struct graph_label end_label(const struct charting *c, int datum, const char *name, struct rect frame,
                                    const struct scene_item *dot)
{
	struct graph_label l = pptx_chart_value_label(c, datum, GRAPH_RIGHT);
	const struct scene_item *label = pptx_chart_item(c, ROLE_LABEL, datum, 0),
				*value = pptx_chart_item(c, ROLE_VALUE, datum, 0);
	if (!label || !value)
		return l;
	const char *text = label->text.block->text;
	bool bold = label->text.block->style.weight == TEXT_BOLD;
	enum graph_part_kind kind = str_eq(text, name) ? GRAPH_NAME : GRAPH_TEXT;
	pptx_chart_label_add(c, &l, kind, text, label->text.color, bold);
	struct rect box = scene_logical(value), at = dot->path.rect;
	double gap = c->figure->u / 2;
	l.dx = fmax(0, box.x - rect_right(at) - gap) / frame.w;
	l.dy = (box.y + box.h / 2 - at.y - at.h / 2) / frame.h;
	if (fabs(l.dy) * frame.h < gap / 2)
		l.dy = 0;
	return l;
}

static void add_course(struct charting *c, struct graph *g, size_t first, size_t end, const double *days, size_t n_days,
                       struct rect frame)
{
	const struct scene_measure *m = pptx_chart_measure(c, 0);
	const char *name = c->e->data[first].name;
	size_t column = pptx_graph_column(g, name, n_days);
	struct graph_series *s = pptx_graph_series(g, name, n_days);
	s->dots = true;
	s->line = end - first > 1 ? thick_of(c, (int)end - 1) : 0;
	for (size_t k = 0; k < n_days; k++)
		s->points[k].x = pptx_chart_day(days[k]);
	for (size_t i = first; i < end; i++) {
		const struct scene_item *dot = pptx_chart_item(c, ROLE_DOT, (int)i, 0);
		const double day = (double)c->e->data[i].day,
			     *at = bsearch(&day, days, n_days, sizeof *days, by_number);
		struct graph_point *p = &s->points[at - days];
		pptx_chart_fill_dot(c, p, dot, c->e->data[i].value, 1, m ? m->magnitude : 0);
		s->color = p->color;
		if (i + 1 == end)
			p->label = end_label(c, (int)i, name, frame, dot);
		if (i + 1 == end)
			s->format = p->label.format;
		pptx_graph_put_number(g, column, (size_t)(at - days), p->y, NULL);
	}
	s->values = pptx_graph_below(g, column);
	s->head = pptx_graph_head(column);
	s->errors[GRAPH_Y] = (struct graph_errors){ .bare = true, .color = c->faint, .thick = 0.75 };
}

/* What lies on the vertical scale, where the chart's has it. */
static void move_references(struct charting *c, const struct graph *g, int magnitude)
{
	for (size_t i = 0; i < c->figure->n_items; i++) {
		struct scene_item *item = &c->items[i];
		if (item->role != ROLE_RANGE && item->role != ROLE_REFERENCE)
			continue;
		double from = pptx_chart_map(c, 1, magnitude, &g->axes[GRAPH_Y], item->path.rect.y),
		       to = pptx_chart_map(c, 1, magnitude, &g->axes[GRAPH_Y], rect_bottom(item->path.rect));
		item->path.rect.y = from;
		item->path.rect.h = fmax(to - from, item->role == ROLE_REFERENCE ? item->path.rect.h : 0);
	}
}

bool pptx_chart_courses(struct charting *c)
{
	struct rect plot = c->e->scales[0].plot, frame = pptx_chart_lines_frame(c, plot);
	const struct scene_measure *m = pptx_chart_measure(c, 0);
	struct graph *g = pptx_chart_begin(c, GRAPH_DATED, frame, plot);
	int magnitude = m ? m->magnitude : 0;
	size_t n_days;
	const double *days = days_of(c, &n_days);
	g->axes[GRAPH_X] = pptx_chart_dates(c, 0, true);
	g->axes[GRAPH_Y] = pptx_chart_axis(c, 1, magnitude, m ? m->unit : NULL, false);
	g->axes[GRAPH_Y].grid = true;
	size_t dates = pptx_graph_column(g, words_get(c->language, WORD_HEAD_DATE), n_days);
	for (size_t i = 0; i < n_days; i++)
		pptx_graph_put_number(g, dates, i, pptx_chart_day(days[i]), "yyyy-mm-dd");
	g->names = pptx_graph_below(g, dates);
	for (size_t first = 0, end; first < c->e->n_data; first = end) {
		for (end = first + 1; end < c->e->n_data && c->e->data[end].row == c->e->data[first].row; end++)
			;
		add_course(c, g, first, end, days, n_days, frame);
	}
	for (size_t i = 0; i < g->n_series; i++) {
		pptx_chart_add_words(c, g, &g->series[i]);
		pptx_chart_add_intervals(c, g, &g->series[i], GRAPH_Y);
	}
	move_references(c, g, magnitude);
	pptx_chart_lines_replace(c);
	pptx_chart_end(c, g, NULL);
	return true;
}
