/* Boxes and what stands behind them: panels of notes, bars of quotes. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley.h"

#include <math.h>

/* ---- boxes ---- */

struct scene_item *box_add(struct galley *g, struct box *box, enum scene_kind kind, enum scene_role role)
{
	box->items = arena_grow(g->arena, box->items, &box->room, box->n_items, sizeof *box->items);
	struct scene_item *item = &box->items[box->n_items++];
	*item = (struct scene_item){
		.kind = kind, .role = role, .datum = SCENE_NO_DATUM, .scale = SCENE_NO_SCALE, .scale_y = SCENE_NO_SCALE
	};
	return item;
}

void box_rect(struct galley *g, struct box *box, enum scene_role role, struct rect rect, struct color fill)
{
	struct scene_item *item = box_add(g, box, SCENE_PATH, role);
	item->path = (struct scene_path){ .shape = SHAPE_RECT, .rect = rect, .pattern = PATTERN_SOLID, .fill = fill };
}

/* Empty so far: a box's height and air are known at the end. */
static void add_ground(struct galley *g, struct box *box)
{
	const struct palette *p = &g->look->palette;
	box->panel.here = g->panel;
	box->bar.here = g->bar;
	if (g->panel)
		box_rect(g, box, ROLE_PANEL, (struct rect){ g->panel_x, 0, g->panel_width, 0 }, p->panel);
	if (g->bar)
		box_rect(g, box, ROLE_RULE, (struct rect){ g->bar_x, 0, 1.5, 0 }, p->muted);
}

/* The ground reaches over the air above, so that a note is one field. */
static void settle_ground(struct box *box, const struct box_ground *ground, struct rect *rect)
{
	double up = ground->first ? ground->over : box->above;
	rect->y = -up;
	rect->h = up + box->height + ground->under;
}

/* Behind rows the next line waits for the grid: the field bridges that. */
static void bridge(const struct galley *g, struct box_ground *ground, const struct box_ground *next)
{
	if (ground->here && next->here && !next->first)
		ground->under = g->paper->step;
}

void galley_settle(struct galley *g)
{
	for (size_t i = 0; i < g->n_boxes; i++) {
		struct box *box = g->boxes[i], *next = i + 1 < g->n_boxes ? g->boxes[i + 1] : NULL;
		if (next && box->loose && !next->loose) {
			bridge(g, &box->panel, &next->panel);
			bridge(g, &box->bar, &next->bar);
		}
		if (box->panel.here)
			settle_ground(box, &box->panel, &box->items[0].path.rect);
		if (box->bar.here)
			settle_ground(box, &box->bar, &box->items[box->panel.here].path.rect);
	}
}

struct scene_tag *galley_open(struct galley *g, enum scene_tag_kind kind)
{
	struct scene_tag *was = g->tag;
	if (was)
		g->tag = scene_tag_new(g->arena, was, kind);
	return was;
}

struct box *galley_box(struct galley *g, double height, double above)
{
	above = fmax(above, g->air);
	g->air = 0;
	struct box *box = arena_alloc(g->arena, 1, sizeof *box);
	*box = (struct box){ .height = height, .above = above, .wide = g->wide, .paired = g->paired };
	g->boxes = arena_grow(g->arena, g->boxes, &g->room, g->n_boxes, sizeof(struct box *));
	g->boxes[g->n_boxes++] = box;
	add_ground(g, box);
	return box;
}

void box_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
              const struct text_block *block, struct color color)
{
	struct scene_item *item = box_add(g, box, SCENE_TEXT, role);
	item->text = (struct scene_text){ .at = { x, baseline }, .block = block, .color = color };
	item->tag = g->tag;
}
