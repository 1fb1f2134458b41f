/* slide_head.h: what stands above the title of a slide: the rule of the look, and the name of the part. */
#ifndef BRIEF_SLIDE_HEAD_H
#define BRIEF_SLIDE_HEAD_H

#include "brief/galley.h"
#include "brief/placed.h"

/* *part: of the slide before, NULL: none; it becomes that of this one. */
void slide_head_draw(struct galley *g, struct scene *scene, const struct flow_page *page, const char **part);

#endif
