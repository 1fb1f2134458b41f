/* handout.h: slides on sheets of paper, each with what its speaker says below it. */
#ifndef BRIEF_HANDOUT_H
#define BRIEF_HANDOUT_H

#include "brief/galley.h"
#include "brief/pages.h"

/* All slides, as boxes of a galley whose paper is that of a report. The slides must outlive what is made of it. */
void handout_fill(struct galley *g, const struct pages *slides);

#endif
