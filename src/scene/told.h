/* told.h: notes that mean the same under every chart. A document gives each of them once, at the figure that needs it
 * first; the figures after it go without, and their evidence says on what they rely. */
#ifndef SCENE_TOLD_H
#define SCENE_TOLD_H

#include <stdbool.h>
#include <stddef.h>

struct scene;

enum scene_key { KEY_NONE, KEY_HATCH, KEY_RING, KEY_OTHER }; /* what is drawn before a note */

struct scene_told {
	const char *text;
	enum scene_key key;
	unsigned says; /* of enum scene_says */
};

/* False if the item is no such note. */
bool scene_convention(const struct scene *scene, size_t item, struct scene_told *told);

bool scene_told_equal(const struct scene_told *a, const struct scene_told *b);

/* True if a note of the scene says it. */
bool scene_tells(const struct scene *scene, const struct scene_told *told);

#endif
