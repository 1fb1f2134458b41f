/* page_svg.h: a page of a briefing as an SVG element inside another document, which brings the fonts.
 *
 * What is drawn is what the PDF has. Over it lie spots, which are not seen: buttons with attributes of the caller's,
 * for a reader to point at. The same page gives the same bytes. */
#ifndef PAINT_PAGE_SVG_H
#define PAINT_PAGE_SVG_H

#include "base/str.h"
#include "scene/scene.h"

struct page_spot {
	struct rect rect;       /* points of the page */
	const char *attributes; /* as they are, the first after a blank */
};

/* Adds the element. prefix: of the ids in it, so that several pages may share a document. */
void page_svg_write(struct strbuf *out, const struct scene *page, const char *prefix, const struct page_spot *spots,
                    size_t n_spots);

/* What a style sheet says for these pages to have their fonts: every face that they use, cut to the characters that
 * they have. key: 64 hex digits and NUL, the same for the same faces and characters; if it holds that already, nothing
 * is written and the result is false. */
bool page_svg_fonts(struct strbuf *out, const struct scene *const *pages, size_t n_pages, char key[65]);

#endif
