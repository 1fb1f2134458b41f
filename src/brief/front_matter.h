/* front_matter.h: the YAML a briefing begins with: what it is called, what it is made from, how it is to look.
 *
 * It is read before anything else, because it says which data and look the rest needs. Its texts may hold expressions,
 * which briefing.c answers later. Lives on the arena, const when read. */
#ifndef BRIEF_FRONT_MATTER_H
#define BRIEF_FRONT_MATTER_H

#include "brief/brand.h"
#include "brief/source.h"
#include "data/dataset.h"
#include "data/feed.h"
#include "style/page_format.h"
#include "words/words.h"

struct value;

enum unbound { UNBOUND_ERROR, UNBOUND_WARN }; /* what becomes of a number that is bound to nothing */

enum { FINDINGS_ASKED_MAX = 9 };

enum document_class {
	CLASS_REPORT,
	CLASS_MEMO,      /* no cover; above the text to whom, from whom, when, of what */
	CLASS_ONE_PAGER, /* everything on one sheet */
};

struct front_matter {
	const char *title, *subtitle,
		*name; /* NULL: not given; name: of the file with the pages, without folder and suffix */
	const char *const *authors;
	size_t n_authors;
	struct date date;
	const struct feed *data; /* files as written, seen from the briefing's folder */
	size_t n_data;
	const char *look, *focus; /* focus NULL: none */
	const struct language *language;
	const struct page_format *page;
	const struct page_format *slides; /* of a deck: the page, or what is on it where that is for notes */
	int columns;                      /* 0: as the page suggests */
	enum document_class class;
	const char *const *to; /* of a memo */
	size_t n_to;
	struct brand brand;
	bool contents, appendix;
	size_t findings;             /* at most so many begin the document; 0: none do */
	const struct value *numbers; /* of the cover: a list, as numbers.h reads it; NULL: none */
	enum unbound unbound;
	struct place title_place, subtitle_place, author_place, to_place, date_place, look_place, focus_place, class_place, findings_place;
};

/* True if the blocks become slides. */
bool front_matter_is_deck(const struct front_matter *front);

/* All as by default where the source has no front matter. NULL after errors, all of which are reported. */
const struct front_matter *front_matter_read(struct arena *arena, const struct source_text *source,
                                             struct diags *diags);

#endif
