/* flow.h: a galley -> pages: which box goes where.
 *
 * Boxes fill the page from its top in their order. What is tied stays together; a figure that does not fit lets the
 * text after it go first, as far as the next section; running text may be set in two columns, which end level;
 * footnotes are at the foot of the page that refers to them; the header of a table is set again on its next page. */
#ifndef BRIEF_FLOW_H
#define BRIEF_FLOW_H

#include "brief/galley.h"
#include "brief/placed.h"

/* top: what is at the top of the first page already. most: pages; where more are needed, there is one more, and the
 * rest is left out. False after errors. */
bool flow_pages(struct galley *g, double top, size_t most, struct flow *out);

#endif
