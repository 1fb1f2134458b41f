/* A small vertical timeline: a line with a dot for each event, its date, and what happened. */
#include "base/str.h"
#include "brief/galley_parts.h"

#include <math.h>

struct course { /* how it is set */
	struct galley *g;
	struct galley_piece date, text;
	bool beside;        /* the text is beside its date, not below */
	double dot, middle; /* its side; its middle, from the top of a box */
};

static struct course settle(struct galley *g, const struct block_events *events)
{
	const struct lengths *l = g->paper->lengths;
	const struct palette *p = &g->look->palette;
	double days = 0, indent = event_indent * l->size;
	struct course c = { .g = g, .dot = event_dot * l->size, .middle = l->rise - event_lift * l->size };
	c.date = (struct galley_piece){ .role = ROLE_FIELD,
		                        .style = { .size = l->size, .weight = TEXT_SEMIBOLD, .tabular = true },
		                        .step = l->step,
		                        .x = g->x + indent,
		                        .baseline = l->rise,
		                        .color = p->ink };
	for (size_t i = 0; i < events->count; i++) {
		const struct rich day = { .text = events->items[i].day };
		days = fmax(days, galley_shape(g, &day, c.date.style, 0, 0)->width);
	}
	c.text = c.date;
	c.text.style = (struct text_style){ .size = l->size };
	c.text.x += days + event_gap * l->size;
	c.text.width = g->x + g->width - c.text.x;
	c.beside = c.text.width >= event_least * l->size;
	if (c.beside)
		return c;
	c.date.width = c.text.width = g->width - indent;
	c.text.x = c.date.x;
	return c;
}

static void add_line(const struct course *c, struct box *box, bool first, bool last)
{
	const struct palette *p = &c->g->look->palette;
	double from = first ? c->middle : 0, to = last ? c->middle : box->height, x = c->g->x + c->dot / 2;
	box_add_rect(c->g->boxes_arena, box, ROLE_RULE,
	             (struct rect){ x - event_line / 2, from, event_line, to - from }, p->muted);
	struct scene_item *dot = box_add(c->g->boxes_arena, box, SCENE_PATH, ROLE_RULE);
	dot->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                         .rect = { c->g->x, c->middle - c->dot / 2, c->dot, c->dot },
		                         .radius = c->dot / 2,
		                         .pattern = PATTERN_SOLID,
		                         .fill = p->highlight };
}

static void add_event(const struct course *c, struct box *box, const struct event *event, bool first, bool last)
{
	struct galley *g = c->g;
	double step = g->paper->lengths->step;
	struct galley_piece text = c->text;
	const struct rich day = { .text = event->day };
	const struct rich told = { .text = words_get(g->briefing->front->language, WORD_UNPROVED) };
	struct scene_tag *list = galley_open_tag(g, TAG_ITEM), *item = g->tag;
	galley_open_tag(g, TAG_LABEL);
	double date = galley_set(g, box, &c->date, &day), height = c->beside ? 0 : date;
	g->tag = item;
	galley_open_tag(g, TAG_BODY);
	galley_open_tag(g, TAG_PARAGRAPH);
	text.baseline += height;
	text.color = event->doubted ? look_doubt(g->look) : text.color;
	height += galley_set(g, box, &text, &event->text);
	if (event->doubted) {
		box->items[box->n_items - 1].text.spaced = true;
		text.baseline = height + g->paper->lengths->rise;
		text.style.weight = TEXT_BOLD;
		height += galley_set(g, box, &text, &told);
	}
	g->tag = list;
	box->height = fmax(height, date) + (last ? 0 : event_apart * step);
	box->loose = !first;
	add_line(c, box, first, last);
}

void galley_events(struct galley *g, const struct block *block)
{
	const struct block_events *events = &block->events;
	struct course c = settle(g, events);
	size_t first = g->n_boxes;
	double height = 0;
	struct scene_tag *above = galley_open_list(g);
	for (size_t i = 0; i < events->count; i++) {
		struct box *box = galley_add_box(g, 0, i ? 0 : g->paper->lengths->step);
		add_event(&c, box, &events->items[i], i == 0, i + 1 == events->count);
		height += box->height;
		if (box->height > g->paper->body.h - (g->paper->slides ? row_reserve_slide : row_reserve))
			diag_add(g->diags, DIAG_ERROR, block->place, "shorten it, or write it as text",
			         "an event is taller than a page: \"%s\"",
			         str_clipped(g->arena, events->items[i].text.text, message_runes));
	}
	for (size_t i = first + 1; i < g->n_boxes; i++)
		g->boxes[i]->tied = height < g->paper->lengths->table_whole * g->paper->body.h;
	g->tag = above;
}
