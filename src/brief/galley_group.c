/* Blocks that contain others: lists, quotes, notes, columns; and the panel behind notes and code. */
#include "base/arena.h"
#include "brief/galley_parts.h"

#include <math.h>

void galley_open_panel(struct galley *g)
{
	g->panel = true;
	g->panel_x = g->x;
	g->panel_width = g->width;
	g->x += panel_pad * g->paper->lengths->size;
	g->width -= 2 * panel_pad * g->paper->lengths->size;
}

void galley_close_panel(struct galley *g, size_t first)
{
	const struct lengths *l = g->paper->lengths;
	g->panel = false;
	g->x = g->panel_x;
	g->width = g->panel_width;
	if (first == g->n_boxes)
		return;
	g->boxes[first]->panel.first = true;
	g->boxes[first]->panel.over = panel_half * l->step;
	g->boxes[g->n_boxes - 1]->panel.under = panel_half * l->step;
	g->boxes[first]->above = fmax(g->boxes[first]->above, l->panel_above * l->step);
	g->air = panel_below * l->step;
}

/* A bullet or number on the first line of its item. */
static void add_marker(struct galley *g, size_t first, const struct block *item, double indent, struct scene_tag *label)
{
	const struct palette *p = &g->look->palette;
	if (first >= g->n_boxes)
		return;
	struct box *box = g->boxes[first];
	double size = galley_style(g).size, x = g->x - indent * size;
	if (!item->number) {
		double side = bullet_side * size;
		box_add_rect(g->boxes_arena, box, ROLE_RULE,
		             (struct rect){ x + bullet_left * size, galley_rise(g) - bullet_rise * size, side, side },
		             p->tag);
		return;
	}
	const struct text_block *number =
		text_shape(g->fonts, arena_printf(g->arena, "%d.", item->number),
	                   (struct text_style){ .size = size, .tabular = true }, 0, 0, g->diags);
	struct scene_tag *was = g->tag;
	g->tag = label;
	galley_add_text(g, box, ROLE_PROSE, g->x - item_number_gap * size - number->width, galley_rise(g), number,
	                p->ink2);
	g->tag = was;
}

/* The place of the galley is restored as it was: added and subtracted again, it would drift, and a table knows by x ==
 * 0 that it may be as wide as the page. */
static void add_item(struct galley *g, const struct block *item, double indent)
{
	double x = g->x, width = g->width, hang = g->hang, size = galley_style(g).size;
	size_t first = g->n_boxes;
	struct scene_tag *list = galley_open_tag(g, TAG_ITEM),
			 *label = g->tag && item->number ? scene_tag_new(g->arena, g->tag, TAG_LABEL) : NULL;
	galley_open_tag(g, TAG_BODY);
	g->x += indent * size;
	g->width -= indent * size;
	g->hang += indent * size;
	for (size_t i = 0; i < item->n_items; i++)
		galley_add_block(g, item->items[i]);
	g->tag = list;
	add_marker(g, first, item, indent, label);
	g->hang = hang;
	g->x = x;
	g->width = width;
}

void galley_list(struct galley *g, const struct block *list)
{
	double indent = bullet_indent;
	for (int last = list->ordered ? list->items[list->n_items - 1]->number : 0; last > 9; last /= 10)
		indent += digit_width;
	size_t begin = g->n_boxes;
	struct scene_tag *was = galley_open_tag(g, TAG_LIST);
	if (g->tag)
		g->tag->list = list->ordered ? LIST_NUMBERED : LIST_MARKED;
	for (size_t i = 0; i < list->n_items; i++) {
		size_t first = g->n_boxes;
		add_item(g, list->items[i], indent);
		if (first < g->n_boxes && i)
			g->boxes[first]->above = -1; /* not known yet */
	}
	g->tag = was;
	/* Items of one line follow each other closely, longer ones are set apart. */
	double apart = g->n_boxes - begin > list->n_items ? galley_step(g) * g->paper->lengths->item_apart : 0;
	for (size_t i = begin; i < g->n_boxes; i++)
		if (g->boxes[i]->above < 0) {
			g->boxes[i]->above = apart;
			g->boxes[i]->loose = g->paper->slides; /* half a step apart is off the grid */
		}
}

void galley_quote(struct galley *g, const struct block *quote)
{
	double indent = quote_indent * g->paper->lengths->size, x = g->x, width = g->width;
	bool was = g->bar;
	size_t first = g->n_boxes;
	struct scene_tag *above = galley_open_tag(g, TAG_QUOTE);
	if (!was)
		g->bar_x = g->x;
	g->x += indent;
	g->width -= indent;
	g->bar = true;
	for (size_t i = 0; i < quote->n_items; i++)
		galley_add_block(g, quote->items[i]);
	g->tag = above;
	g->bar = was;
	g->x = x;
	g->width = width;
	if (first < g->n_boxes && !was) /* the bar begins with the first line */
		g->boxes[first]->bar.first = true;
}

void galley_aside(struct galley *g, const struct block *note)
{
	size_t first = g->n_boxes;
	double height = 0, width = g->width;
	struct scene_tag *above = galley_open_tag(g, TAG_GROUP);
	if (g->paper->slides && galley_may_widen(g)) /* as wide as the table above it */
		g->width = g->paper->body.w;
	galley_open_panel(g);
	for (size_t i = 0; i < note->n_items; i++)
		galley_add_block(g, note->items[i]);
	galley_close_panel(g, first);
	g->width = width;
	g->tag = above;
	for (size_t i = first; i < g->n_boxes; i++)
		height += g->boxes[i]->height + g->boxes[i]->above;
	for (size_t i = first + 1; i < g->n_boxes; i++) /* a short one stays on one page */
		g->boxes[i]->tied |= height < g->paper->lengths->table_whole * g->paper->body.h;
}

void galley_columns(struct galley *g, const struct block *block)
{
	double width = g->width;
	g->paired = true;
	if (g->paper->columns == 1)
		g->width = (g->paper->body.w - g->paper->lengths->gutter) / 2;
	for (size_t i = 0; i < block->n_items; i++)
		galley_add_block(g, block->items[i]);
	g->width = width;
	g->paired = false;
}
