/* page_format.h: the formats of a page, by the names that front matter, options and looks give them.
 *
 * One table, so that a name that works in one place works in all of them and messages list what there is. */
#ifndef STYLE_PAGE_FORMAT_H
#define STYLE_PAGE_FORMAT_H

#include <stdbool.h>

struct arena;

enum page_kind { PAGE_A4, PAGE_LETTER, PAGE_SLIDES, PAGE_NOTES }; /* notes: slides with what is said, on A4 */

struct page_format {
	const char *name;
	enum page_kind kind;
	bool landscape;       /* paper turned on its side; slides are wide by themselves */
	double width, height; /* points, as the page is read */
};

enum { PAGE_FORMATS = 9 };

/* index < PAGE_FORMATS; that of a kind is the upright one, but for notes. */
const struct page_format *page_format_at(int index);

/* By its name in any case, with any number of blanks between its words. NULL if there is none. */
const struct page_format *page_format_find(const char *name);

/* "A4, Letter, 16:9, A4 landscape" and so on; briefing: with what only a briefing has. */
char *page_format_names(struct arena *arena, bool briefing);

#endif
