/* voice.h: a chart as those hear it who do not see it: its title, what is shown, its notes and its source as text, its
 * drawing as a figure with an alt text, or as a table with heads where it is one.
 *
 * A voice is zeroed, given an arena and a tag, and then asked for the pages of one chart in their order; all tags it
 * makes are on the arena, below that tag. What an earlier page said in the same words is not said again, and a table
 * goes on. */
#ifndef SCENE_VOICE_H
#define SCENE_VOICE_H

#include "scene/scene.h"

struct scene_voice_table;

struct scene_voice {
	struct arena *arena;
	struct scene_tag *inside;
	int heading; /* level of the title; 0: it is a caption */
	/* of the last page, for whoever adds to it */
	struct scene_tag *caption; /* words that name the figure go there, before its title; NULL: they were said */
	struct scene_tag *drawing; /* the figure, or the first table */
	/* its own */
	const char **said;
	size_t n_said, said_room, n_before; /* n_before: on earlier pages */
	struct scene_voice_table *tables;
	size_t n_tables, tables_room;
};

/* The tags that the items of a page are content of, in their order: NULL for furniture and for what was said. On the
 * arena. NULL where there is no tag to put them below. */
const struct scene_tag *const *scene_voice_page(struct scene_voice *voice, const struct scene *scene);

#endif
