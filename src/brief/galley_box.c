/* Boxes, and their grounds: panels behind notes, bars beside quotes. */
#include "base/arena.h"
#include "brief/galley_parts.h"

#include <math.h>

/* Still empty: the height and air of a box are known only at the end. */
static void add_ground(struct galley *g, struct box *box)
{
	const struct palette *p = &g->look->palette;
	box->panel.here = g->panel;
	box->bar.here = g->bar;
	if (g->panel)
		box_add_rect(g->boxes_arena, box, ROLE_PANEL, (struct rect){ g->panel_x, 0, g->panel_width, 0 },
		             p->panel);
	if (g->bar)
		box_add_rect(g->boxes_arena, box, ROLE_RULE, (struct rect){ g->bar_x, 0, quote_bar, 0 }, p->muted);
}

/* The ground covers the air above, so that it is in one piece. */
static void settle_ground(struct box *box, const struct box_ground *ground, struct rect *rect)
{
	double up = ground->first ? ground->over : box->above;
	rect->y = -up;
	rect->h = up + box->height + ground->under;
}

static bool ends_off_grid(const struct galley *g, const struct box *box)
{
	static const double tiny = 0.01;
	return box->loose || paper_round(g->paper, box->height) > box->height + tiny;
}

/* After rows the next line begins on the grid: the ground bridges the gap. */
static void bridge(const struct galley *g, struct box_ground *ground, const struct box_ground *next)
{
	if (ground->here && next->here && !next->first)
		ground->under = g->paper->lengths->step;
}

void galley_settle(struct galley *g)
{
	galley_settle_side(g);
	for (size_t i = 0; i < g->n_boxes; i++) {
		struct box *box = g->boxes[i], *next = i + 1 < g->n_boxes ? g->boxes[i + 1] : NULL;
		if (next && ends_off_grid(g, box) && !next->loose) {
			bridge(g, &box->panel, &next->panel);
			bridge(g, &box->bar, &next->bar);
		}
		if (box->panel.here)
			settle_ground(box, &box->panel, &box->items[0].path.rect);
		if (box->bar.here)
			settle_ground(box, &box->bar, &box->items[box->panel.here].path.rect);
	}
}

struct scene_tag *galley_open_tag(struct galley *g, enum scene_tag_kind kind)
{
	struct scene_tag *was = g->tag;
	if (was)
		g->tag = scene_tag_new(g->arena, was, kind);
	return was;
}

struct scene_tag *galley_open_list(struct galley *g)
{
	struct scene_tag *was = galley_open_tag(g, TAG_LIST);
	if (g->tag)
		g->tag->list = LIST_BARE;
	return was;
}

struct box *galley_add_box(struct galley *g, double height, double above)
{
	above = fmax(above, g->air);
	g->air = 0;
	struct box *box = arena_alloc(g->boxes_arena, 1, sizeof *box);
	*box = (struct box){ .height = height, .above = above, .wide = g->wide, .paired = g->paired };
	g->boxes = arena_grow(g->boxes_arena, g->boxes, &g->room, g->n_boxes, sizeof(struct box *));
	g->boxes[g->n_boxes++] = box;
	add_ground(g, box);
	return box;
}

bool galley_may_widen(const struct galley *g)
{
	return !g->panel && !g->bar && g->x == 0 && !g->paired && !g->aside;
}

double galley_height(const struct galley *g)
{
	double height = 0;
	for (size_t i = 0; i < g->n_boxes; i++)
		height += g->boxes[i]->height + (i ? g->boxes[i]->above : 0);
	return height;
}
