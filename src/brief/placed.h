/* placed.h: what a flow makes of a galley: where each box is, on which page. */
#ifndef BRIEF_PLACED_H
#define BRIEF_PLACED_H

#include <stddef.h>

struct box;
struct galley;

struct placed {
	const struct box *box;
	double x, y; /* of its top left corner, from that of the body */
};

struct flow_page {
	struct placed *items;
	size_t n_items, room;
	size_t *notes; /* footnotes, in their order */
	size_t n_notes, notes_room;
	double notes_height;
	double filled; /* of the body */
};

struct flow {
	struct flow_page *pages;
	size_t n_pages, room;
	const struct galley *notes; /* all footnotes, measured */
};

#endif
