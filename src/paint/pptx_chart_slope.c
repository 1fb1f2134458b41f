/* Lines from one end to the other: two categories, a series for each line, which is a row of the sheet. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

enum { FROM, TO, ENDS };

struct slopes {
	struct charting *c;
	struct graph *g;
	const struct scene_measure *measure;
	struct rect frame;
	size_t n;
	size_t names, values, words, minus, plus; /* columns; but for the names the first of two */
};

static int datum_of(size_t line, size_t end)
{
	return (int)(ENDS * line + end);
}

/* ---- labels ---- */

/* The change that stands in the line of the value at the right. */
static const char *change_at(const struct charting *c, const struct scene_item *value)
{
	static const double slip = 0.01;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->role == ROLE_WORD && item->kind == SCENE_TEXT &&
		    fabs(item->text.at.y - value->text.at.y) < slip)
			return item->text.block->text;
	}
	return NULL;
}

/* Behind the value at the right: the name if it stands there too, the change, remarks. */
static const char *words_after(const struct charting *c, int datum, const struct scene_item *value)
{
	struct strbuf b = strbuf_new(c->arena);
	const char *const parts[] = { pptx_chart_text(c, ROLE_LABEL, datum), change_at(c, value),
		                      pptx_chart_text(c, ROLE_REMARK, datum) };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (parts[i])
			strbuf_addf(&b, "%s%s", b.n ? " \u2002" : "", parts[i]);
	return b.n ? b.s : NULL;
}

static struct graph_label label_of(const struct slopes *s, size_t line, size_t end, const struct scene_item *dot)
{
	const struct charting *c = s->c;
	struct graph_label l = { .side = end == FROM ? GRAPH_LEFT : GRAPH_RIGHT };
	int datum = datum_of(line, end);
	const struct scene_item *value = pptx_chart_item(c, ROLE_VALUE, datum, 0);
	if (!value)
		return l;
	struct color ink = value->text.color;
	bool bold = value->text.block->style.weight == TEXT_BOLD;
	const char *text = value->text.block->text, *words = end == TO ? words_after(c, datum, value) : NULL,
		   *name = end == FROM ? pptx_chart_text(c, ROLE_LABEL, datum) : NULL;
	l.format = pptx_chart_format(c, text, s->measure ? s->measure->unit : NULL);
	if (name)
		pptx_chart_label_add(c, &l, GRAPH_NAME, name, ink, bold);
	pptx_chart_label_add(c, &l, l.format ? GRAPH_VALUE : GRAPH_TEXT, text, ink, bold);
	if (words)
		pptx_chart_label_add(c, &l, GRAPH_CELL, words, ink, bold);
	struct rect box = scene_logical(value), at = dot->path.rect;
	double off = box.y + box.h / 2 - at.y - at.h / 2;
	l.dy = fabs(off) > c->figure->u / 4 ? off / s->frame.h : 0;
	return l;
}

/* ---- lines ---- */

static const char *name_of(const struct charting *c, size_t line)
{
	const char *drawn = pptx_chart_text(c, ROLE_LABEL, datum_of(line, FROM));
	return drawn ? drawn : c->e->data[datum_of(line, FROM)].name;
}

/* Lines are drawn in the order of their dots, each before its own. */
static double thick_of(const struct charting *c, const struct scene_item *dot)
{
	double thick = 1;
	for (const struct scene_item *item = c->figure->items; item < dot; item++)
		if (item->role == ROLE_CONNECT)
			thick = item->path.stroke * c->setup->scale;
	return thick;
}

static void put_interval(struct slopes *s, size_t line, size_t end, const struct graph_point *p)
{
	if (!p->sure[GRAPH_Y])
		return;
	if (!s->minus) {
		const char *heads[] = { words_get(s->c->language, WORD_SHEET_MINUS),
			                words_get(s->c->language, WORD_SHEET_PLUS) };
		for (size_t k = 0; k < 2 * ENDS; k++) {
			const char *of = s->g->categories[k % ENDS];
			size_t column =
				pptx_graph_column(s->g, arena_printf(s->c->arena, "%s: %s", of, heads[k / ENDS]), s->n);
			s->minus = k == 0 ? column : s->minus;
			s->plus = k == ENDS ? column : s->plus;
		}
	}
	pptx_graph_put_number(s->g, s->minus + end, line, p->minus[GRAPH_Y], NULL);
	pptx_graph_put_number(s->g, s->plus + end, line, p->plus[GRAPH_Y], NULL);
}

static void add_line(struct slopes *s, size_t line)
{
	struct graph *g = s->g;
	struct graph_series *series = pptx_graph_series(g, name_of(s->c, line), ENDS);
	series->dots = true;
	pptx_graph_put_text(g, s->names, line, series->name);
	for (size_t end = 0; end < ENDS; end++) {
		int datum = datum_of(line, end);
		const struct scene_item *dot = pptx_chart_item(s->c, ROLE_DOT, datum, 0);
		struct graph_point *p = &series->points[end];
		pptx_chart_fill_dot(s->c, p, dot, s->c->e->data[datum].value, 0,
		                    s->measure ? s->measure->magnitude : 0);
		p->label = label_of(s, line, end, dot);
		series->color = p->color;
		series->line = thick_of(s->c, dot);
		series->format = p->label.format;
		pptx_graph_put_number(g, s->values + end, line, p->y, p->label.format);
		for (size_t k = 0; k < p->label.n_parts; k++)
			if (p->label.parts[k].kind == GRAPH_CELL)
				pptx_graph_put_text(g, s->words + end, line, p->label.parts[k].text);
		put_interval(s, line, end, p);
	}
	series->head = (struct graph_ref){ s->names, line + 1, 1, false };
	series->values = (struct graph_ref){ s->values, line + 1, ENDS, true };
	series->words = (struct graph_ref){ s->words, line + 1, ENDS, true };
	series->errors[GRAPH_Y] = (struct graph_errors){ .bare = true, .color = s->c->faint, .thick = 0.75 };
}

/* Above the plot, where the heads of both ends are. */
static struct rect frame_with_heads(const struct charting *c, struct rect plot)
{
	struct rect r = pptx_chart_lines_frame(c, plot);
	for (size_t i = 0; i < c->figure->n_items; i++)
		if (c->figure->items[i].role == ROLE_HEAD)
			r = rect_union(r, scene_logical(&c->figure->items[i]));
	return r;
}

bool pptx_chart_slope(struct charting *c)
{
	struct rect plot = c->e->scales[0].plot;
	struct slopes s = { .c = c, .measure = pptx_chart_measure(c, 0), .n = c->e->n_data / ENDS };
	s.frame = frame_with_heads(c, plot);
	struct graph *g = s.g = pptx_chart_begin(c, GRAPH_LINES, s.frame, plot);
	const char **ends = arena_alloc(c->arena, ENDS, sizeof *ends);
	g->axes[GRAPH_X] = (struct graph_axis){ .shown = true, .far = true, .bold = true };
	g->axes[GRAPH_Y] = pptx_chart_range(c, 0, s.measure ? s.measure->magnitude : 0);
	s.names = pptx_graph_column(g, NULL, s.n);
	for (size_t e = 0; e < ENDS; e++) {
		ends[e] = c->e->data[e].column;
		size_t column = pptx_graph_column(g, ends[e], s.n);
		s.values = e == FROM ? column : s.values;
	}
	for (size_t e = 0; e < ENDS; e++) {
		size_t column = pptx_graph_column(
			g, arena_printf(c->arena, "%s: %s", ends[e], words_get(c->language, WORD_SHEET_WORDS)), s.n);
		s.words = e == FROM ? column : s.words;
	}
	g->categories = ends;
	g->n_categories = ENDS;
	g->names = (struct graph_ref){ s.values, 0, ENDS, true };
	for (size_t line = 0; line < s.n; line++)
		add_line(&s, line);
	for (size_t i = 0; i < s.n; i++) {
		if (!s.minus)
			continue;
		g->series[i].errors[GRAPH_Y].minus = (struct graph_ref){ s.minus, i + 1, ENDS, true };
		g->series[i].errors[GRAPH_Y].plus = (struct graph_ref){ s.plus, i + 1, ENDS, true };
	}
	pptx_chart_lines_replace(c);
	for (size_t i = 0; i < c->figure->n_items; i++)
		c->replaces[i] |= c->figure->items[i].role == ROLE_HEAD;
	pptx_chart_end(c, g, NULL);
	return true;
}
