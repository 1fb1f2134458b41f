#include "brief/box.h"

#include "base/arena.h"

void box_reserve(struct arena *arena, struct box *box, size_t more)
{
	if (box->room - box->n_items >= more)
		return;
	box->room = box->n_items + more;
	struct scene_item *items = arena_alloc(arena, box->room, sizeof *items);
	for (size_t i = 0; i < box->n_items; i++)
		items[i] = box->items[i];
	box->items = items;
}

struct scene_item *box_add(struct arena *arena, struct box *box, enum scene_kind kind, enum scene_role role)
{
	box->items = arena_grow(arena, box->items, &box->room, box->n_items, sizeof *box->items);
	struct scene_item *item = &box->items[box->n_items++];
	*item = (struct scene_item){
		.kind = kind, .role = role, .datum = SCENE_NO_DATUM, .scale = SCENE_NO_SCALE, .scale_y = SCENE_NO_SCALE
	};
	return item;
}

void box_add_rect(struct arena *arena, struct box *box, enum scene_role role, struct rect rect, struct color fill)
{
	struct scene_item *item = box_add(arena, box, SCENE_PATH, role);
	item->path = (struct scene_path){ .shape = SHAPE_RECT, .rect = rect, .pattern = PATTERN_SOLID, .fill = fill };
}
