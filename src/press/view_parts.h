/* view_parts.h: what the files of the view share. Private to them. */
#ifndef PRESS_VIEW_PARTS_H
#define PRESS_VIEW_PARTS_H

#include "press/job.h"
#include "press/view.h"
#include "press/web_parts.h"

struct view_chart { /* a chart as it is on the pages */
	const struct block *block;
	struct web_figure *parts; /* one for each of its pages */
	size_t n_parts;
};

#endif
