/* Numbers at a scale as labels of points that nobody sees. Programs put theirs in steps of one length, from the end of
 * the scale on: months are not equally long, and a logarithmic scale that begins at 0.005 would go on with 0.05. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"
#include "words/number.h"
#include "words/number_read.h"

static const double thin = 0.75;   /* lines of the grid */
static const double inside = 1e-6; /* of the beginning of a logarithmic scale: LibreOffice takes that for outside */

enum { PER_LINE = 3 }; /* points: its ends, and the gap behind it */

static bool is_of(const struct scene_scale *s, const struct scene_item *item)
{
	return item->role == ROLE_TICK && item->kind == SCENE_TEXT && pptx_chart_is_across(item, s) != s->vertical;
}

/* Where the number stands in the figure, on the end of the plot at which the scale is. */
static struct point stand(const struct chart_ticks *t, const struct scene_scale *s, bool far,
                          const struct scene_item *tick)
{
	struct rect box = scene_logical(tick);
	if (s->vertical)
		return (struct point){ t->plot.x, tick->text.at.y - tick->text.block->x_height / 2 };
	return (struct point){ box.x + box.w / 2, far ? t->plot.y : rect_bottom(t->plot) };
}

/* What it says: its place is that of a pixel. */
static double counted(const struct charting *c, const struct chart_ticks *t, const struct scene_item *tick,
                      double place)
{
	const struct scene_scale *s = &c->e->scales[t->scale];
	const char *text = tick->text.block->text;
	double value = pptx_chart_value_at(s, place);
	if (s->dated)
		return pptx_chart_day(round(value));
	struct number_printed said =
		number_read(c->language, t->unit ? number_without_sign(c->arena, c->language, text, t->unit) : text);
	return said.bytes ? said.number : pptx_chart_rounded(value / pow(10, t->magnitude));
}

/* The beginning and the end of the other scale, where numbers stand and lines end. */
struct ends {
	double low, high;
};

static struct ends ends_of(const struct graph *g, const struct chart_ticks *t)
{
	const struct graph_axis *other = &g->axes[t->axis == GRAPH_X ? GRAPH_Y : GRAPH_X];
	double slip = other->base > 0 ? inside : 0;
	return (struct ends){ other->low * (1 + slip), other->high * (1 - slip) };
}

static struct graph_point point_at(const struct chart_ticks *t, double along, double across)
{
	bool flat = t->axis == GRAPH_X;
	return (struct graph_point){ .present = true, .x = flat ? along : across, .y = flat ? across : along };
}

/* The number, and if there are to be lines, the end of its line and a gap. */
static void fill_points(const struct charting *c, const struct graph *g, const struct chart_ticks *t,
                        struct graph_point *p, const struct scene_item *tick)
{
	const struct scene_scale *s = &c->e->scales[t->scale];
	struct point at = stand(t, s, g->axes[t->axis].far, tick);
	double along = counted(c, t, tick, s->vertical ? at.y : at.x);
	struct ends ends = ends_of(g, t);
	p[0] = point_at(t, along, ends.low);
	p->label = pptx_chart_words_label(c, pptx_chart_lines(c, tick->text.block), c->faint, false, GRAPH_BELOW);
	p->label.small = true;
	pptx_chart_label_place(c, &p->label, tick, at, 0, t->frame);
	if (!g->axes[t->axis].grid)
		return;
	p[1] = point_at(t, along, ends.high);
	p[2] = p[1];
	p[2].present = false;
}

static size_t count(const struct charting *c, const struct scene_scale *s)
{
	size_t n = 0;
	for (size_t i = 0; i < c->figure->n_items; i++)
		n += is_of(s, &c->figure->items[i]);
	return n;
}

static void put(struct graph *g, const struct graph_series *s, size_t xs, size_t ys, const char *format)
{
	for (size_t i = 0; i < s->n; i++) {
		pptx_graph_put_number(g, xs, i, s->points[i].x, format);
		if (s->points[i].present)
			pptx_graph_put_number(g, ys, i, s->points[i].y, NULL);
	}
}

void pptx_chart_add_ticks(struct charting *c, struct graph *g, const struct chart_ticks *t)
{
	const struct scene_scale *s = &c->e->scales[t->scale];
	struct graph_axis *axis = &g->axes[t->axis];
	size_t each = axis->grid ? PER_LINE : 1, n = count(c, s) * each, at = 0;
	if (!n)
		return;
	const char *name = arena_printf(c->arena, "%s: %s", words_get(c->language, WORD_SHEET_SCALE), t->head);
	size_t along = pptx_graph_column(g, name, n),
	       across = pptx_graph_column(g, words_get(c->language, WORD_SHEET_NAMES_AT), n),
	       xs = t->axis == GRAPH_X ? along : across, ys = t->axis == GRAPH_X ? across : along;
	struct graph_series *series = pptx_graph_series(g, name, n);
	series->unseen = !axis->grid;
	series->color = c->grid;
	series->line = axis->grid ? thin : 0;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		if (!is_of(s, &c->figure->items[i]))
			continue;
		fill_points(c, g, t, &series->points[at], &c->figure->items[i]);
		at += each;
	}
	put(g, series, xs, ys, s->dated ? "yyyy-mm-dd" : NULL);
	series->xs = pptx_graph_below(g, xs);
	series->values = pptx_graph_below(g, ys);
	series->head = pptx_graph_head(along);
	axis->shown = axis->grid = false;
	pptx_chart_add_words(c, g, series);
}
