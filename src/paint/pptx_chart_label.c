/* Labels of points from the texts that stand beside their marks. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

enum { PARTS_MOST = 4 };

static bool is_bold(const struct scene_item *text)
{
	return text->text.block->style.weight == TEXT_BOLD;
}

void pptx_chart_label_add(const struct charting *c, struct graph_label *l, enum graph_part_kind kind, const char *text,
                          struct color ink, bool bold)
{
	struct graph_part *parts = arena_alloc(c->arena, PARTS_MOST, sizeof *parts);
	for (size_t i = 0; i < l->n_parts && i + 1 < PARTS_MOST; i++)
		parts[i] = l->parts[i];
	parts[l->n_parts++] = (struct graph_part){ kind, text, ink, bold };
	l->parts = parts;
}

struct graph_label pptx_chart_words_label(const struct charting *c, const char *words, struct color ink, bool bold,
                                          enum graph_side side)
{
	struct graph_label l = { .side = side };
	pptx_chart_label_add(c, &l, GRAPH_CELL, words, ink, bold);
	return l;
}

struct graph_label pptx_chart_value_label(const struct charting *c, int datum, enum graph_side side)
{
	struct graph_label l = { .side = side };
	const struct scene_item *value = pptx_chart_item(c, ROLE_VALUE, datum, 0);
	const struct scene_measure *m = pptx_chart_measure(c, datum);
	const char *remark = pptx_chart_text(c, ROLE_REMARK, datum), *said = pptx_chart_text(c, ROLE_ANNOTATION, datum);
	const char *words = remark && said ? arena_printf(c->arena, "%s %s", remark, said) : remark ? remark : said;
	if (!value)
		return l;
	const char *text = value->text.block->text;
	l.format = pptx_chart_format(c, text, m ? m->unit : NULL);
	if (value->declared_inside && side == GRAPH_BEYOND)
		l.side = GRAPH_END;
	if (!l.format) { /* a cell has it whole */
		words = words ? arena_printf(c->arena, "%s %s", text, words) : text;
		pptx_chart_label_add(c, &l, GRAPH_CELL, words, value->text.color, is_bold(value));
		return l;
	}
	pptx_chart_label_add(c, &l, GRAPH_VALUE, text, value->text.color, is_bold(value));
	if (words)
		pptx_chart_label_add(c, &l, GRAPH_CELL, words, c->faint, false);
	return l;
}

/* What programs leave between a dot and its label, in sizes of its type. */
static const double apart = 0.35;

void pptx_chart_label_place(const struct charting *c, struct graph_label *l, const struct scene_item *text,
                            struct point dot, double radius, struct rect frame)
{
	static const double near = 0.45; /* of the type: so far off nobody sees that it is not where we have it */
	struct rect box = scene_logical(text);
	double gap = radius + apart * c->figure->u, best = HUGE_VAL, x = box.x + box.w / 2, y = box.y + box.h / 2;
	const struct point usual[] = { [GRAPH_RIGHT] = { dot.x + gap + box.w / 2, dot.y },
		                       [GRAPH_LEFT] = { dot.x - gap - box.w / 2, dot.y },
		                       [GRAPH_ABOVE] = { dot.x, dot.y - gap - box.h / 2 },
		                       [GRAPH_BELOW] = { dot.x, dot.y + gap + box.h / 2 } };
	for (enum graph_side s = GRAPH_RIGHT; s <= GRAPH_BELOW; s++) {
		double off = fabs(x - usual[s].x) + fabs(y - usual[s].y);
		if (off >= best)
			continue;
		best = off;
		l->side = s;
		l->dx = (x - usual[s].x) / frame.w;
		l->dy = (y - usual[s].y) / frame.h;
	}
	if (best < near * c->figure->u)
		l->dx = l->dy = 0;
}
