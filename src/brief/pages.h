/* pages.h: a briefing -> its pages, one scene per page: cover or masthead, contents, text and figures, header and
 * footer. */
#ifndef BRIEF_PAGES_H
#define BRIEF_PAGES_H

#include "brief/galley.h"

struct pages_request {
	const struct briefing *briefing;
	const struct paper *paper;
	const struct look *look;
	struct fontset *fonts;
	const struct figure_source *figures;
	const char *data_hash;
	size_t most; /* pages; 0: as many as a briefing may have */
};

struct pages {
	struct scene **items;
	size_t count;
	struct slide_speech *speeches; /* of slides, one for each; else NULL */
	struct pages *slides;          /* of a handout: what is on it, page by page; else NULL */
	struct arena **arenas;         /* of the pages, a few on each */
};

/* False after errors. */
bool pages_make(struct arena *arena, const struct pages_request *request, struct pages *out, struct diags *diags);

/* Nobody looks at page i any more, nor at those before it. What its items are content of, and say, stays. */
void pages_give_back(struct pages *pages, size_t i);

#endif
