#include "scene/tag.h"

#include "base/arena.h"

struct scene_tag *scene_tag_new(struct arena *arena, struct scene_tag *parent, enum scene_tag_kind kind)
{
	struct scene_tag *tag = arena_alloc(arena, 1, sizeof *tag);
	*tag = (struct scene_tag){ .kind = kind, .inside = parent };
	tag->made = parent ? parent->made : arena_alloc(arena, 1, sizeof *tag->made);
	tag->number = (*tag->made)++;
	if (!parent)
		return tag;
	if (parent->last)
		parent->last->next = tag;
	else
		parent->first = tag;
	parent->last = tag;
	return tag;
}

const struct scene_tag *scene_tag_next(const struct scene_tag *tag)
{
	if (tag->first)
		return tag->first;
	while (tag && !tag->next)
		tag = tag->inside;
	return tag ? tag->next : NULL;
}

const struct scene_tag *scene_tag_root(const struct scene_tag *tag)
{
	while (tag->inside)
		tag = tag->inside;
	return tag;
}
