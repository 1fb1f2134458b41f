/* cover.h: what a briefing begins with: a page of its own, or a masthead above the first text. */
#ifndef BRIEF_COVER_H
#define BRIEF_COVER_H

#include "brief/galley.h"

/* Draws the cover onto an empty page. */
void cover_draw(struct galley *g, struct scene *scene);

/* Draws the masthead at the top of the body; returns how much of the body it takes, in whole steps. With scene NULL it
 * only measures. */
double masthead_draw(struct galley *g, struct scene *scene);

#endif
