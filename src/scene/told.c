#include "scene/told.h"

#include "base/str.h"
#include "scene/scene.h"

static enum scene_key key_before(const struct scene *scene, size_t item)
{
	const struct scene_item *chip = item ? &scene->items[item - 1] : NULL;
	if (scene->items[item].role != ROLE_KEY || !chip || chip->role != ROLE_CHIP)
		return KEY_NONE;
	return chip->path.pattern == PATTERN_HATCH                          ? KEY_HATCH
	       : chip->path.shape == SHAPE_ROUNDED && chip->path.stroke > 0 ? KEY_RING
	                                                                    : KEY_OTHER;
}

bool scene_convention(const struct scene *scene, size_t item, struct scene_told *told)
{
	const struct scene_item *note = &scene->items[item];
	if (note->kind != SCENE_TEXT || !(note->says & SAYS_CONVENTION))
		return false;
	*told = (struct scene_told){ note->text.block->text, key_before(scene, item), note->says };
	return true;
}

bool scene_told_equal(const struct scene_told *a, const struct scene_told *b)
{
	return a->key == b->key && str_eq(a->text, b->text);
}

bool scene_tells(const struct scene *scene, const struct scene_told *told)
{
	struct scene_told own;
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene_convention(scene, i, &own) && scene_told_equal(&own, told))
			return true;
	return false;
}
