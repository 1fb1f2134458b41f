/* What stands beside the text: boxes of their own, tied to the box whose first line theirs is level with. */
#include "base/arena.h"
#include "brief/galley_parts.h"

#include <math.h>
#include <string.h>

bool galley_is_side(const struct block *block)
{
	return block->kind == BLOCK_SIDE || (block->kind == BLOCK_CHART && block->chart.width == FIGURE_SIDE);
}

static void add_content(struct galley *g, const struct block *block)
{
	struct scene_tag *was = g->tag;
	if (block->kind == BLOCK_CHART) {
		galley_chart(g, block);
		return;
	}
	galley_open_tag(g, TAG_GROUP);
	for (size_t i = 0; i < block->n_items; i++)
		galley_add_block(g, block->items[i]);
	g->tag = was;
}

/* Over words; numbers and charts have a rule of their own. */
static void rule_off(struct galley *g, struct box *box)
{
	double y = galley_rise(g) - side_rule_over * galley_style(g).size;
	box_add_rect(g->boxes_arena, box, ROLE_RULE, (struct rect){ g->x, y, g->width, rule_thin },
	             g->look->palette.ink);
}

/* Baseline of its first text, from its top; 0: there is none. */
static double first_baseline(const struct box *box)
{
	for (size_t i = 0; i < box->n_items; i++)
		if (box->items[i].kind == SCENE_TEXT)
			return box->items[i].text.at.y;
	return 0;
}

/* Takes the boxes from the first on out of the galley: they stand beside another. */
static struct box_side *take(struct galley *g, size_t first, const struct box *beside)
{
	struct box_side *side = arena_alloc(g->boxes_arena, 1, sizeof *side);
	size_t n = g->n_boxes - first;
	struct box **boxes = arena_alloc(g->boxes_arena, n, sizeof *boxes);
	memcpy(boxes, g->boxes + first, n * sizeof *boxes);
	g->n_boxes = first;
	*side = (struct box_side){ .boxes = boxes, .n = n };
	for (size_t i = 0; i < n; i++)
		side->height += boxes[i]->height + (i ? boxes[i]->above : 0);
	side->down = fmax(0, first_baseline(beside) - first_baseline(boxes[0]));
	return side;
}

static void append(struct box *beside, struct box_side *side)
{
	struct box_side **end = &beside->side;
	while (*end)
		end = &(*end)->next;
	*end = side;
}

/* Where there is no side column it stands in the text. */
static void set_in_text(struct galley *g, const struct block *block)
{
	bool shows = block->kind == BLOCK_CHART;
	for (size_t i = 0; i < block->n_items; i++)
		shows |= block->items[i]->kind != BLOCK_PARAGRAPH && block->items[i]->kind != BLOCK_LIST;
	if (shows) /* a figure stands on no field, and large numbers do not */
		add_content(g, block);
	else
		galley_aside(g, block);
}

void galley_side(struct galley *g, const struct block *block)
{
	struct galley was = *g;
	size_t first = g->n_boxes;
	if (g->paper->side <= 0 || !galley_may_widen(g) || !g->beside) {
		set_in_text(g, block);
		return;
	}
	g->x = g->paper->side_x;
	g->width = g->paper->side;
	g->air = 0;
	g->aside = true;
	add_content(g, block);
	if (first < g->n_boxes && block->n_items && block->items[0]->kind == BLOCK_PARAGRAPH)
		rule_off(g, g->boxes[first]);
	g->x = was.x;
	g->width = was.width;
	g->air = was.air;
	g->aside = false;
	g->beside = was.beside;
	if (first == g->n_boxes) /* it could not be set, which has been told */
		return;
	struct box *beside = g->boxes[g->beside - 1];
	struct box_side *side = take(g, first, beside);
	append(beside, side);
	if (side->height > g->paper->body.h)
		diag_add(g->diags, DIAG_ERROR, block->place, "shorten it, or move it into the text",
		         "what stands beside the text here is taller than a page");
}

/* ---- what is in its way ---- */

static bool reaches(const struct box *box, double x)
{
	for (size_t i = 0; i < box->n_items; i++) {
		bool drawn = box->items[i].kind != SCENE_TARGET && box->items[i].kind != SCENE_LINK;
		if (drawn && rect_right(scene_ink(&box->items[i])) > x - fit_tolerance)
			return true;
	}
	return false;
}

void galley_settle_side(struct galley *g)
{
	for (size_t i = 0; i < g->n_boxes && g->paper->side > 0; i++)
		g->boxes[i]->broad = g->boxes[i]->barrier || g->boxes[i]->paired ||
		                     reaches(g->boxes[i], g->paper->side_x - side_gutter / 2);
}
