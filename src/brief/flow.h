/* flow.h: a galley -> pages: which box goes where.
 *
 * Boxes fill the page from its top in their order. What is tied stays together; a figure that does not fit lets the
 * text after it go first, as far as the next section; running text may be set in two columns, which end level;
 * footnotes are at the foot of the page that refers to them; the header of a table is set again on its next page. */
#ifndef BRIEF_FLOW_H
#define BRIEF_FLOW_H

#include "brief/galley.h"

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

/* top: what is at the top of the first page already. False after errors. */
bool flow_pages(struct galley *g, double top, struct flow *out);

#endif
