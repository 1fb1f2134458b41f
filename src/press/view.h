/* view.h: a briefing as a reader at a screen sees it: each page for a browser, and what stands behind everything on it.
 *
 * Made from the result of a call that laid a briefing out and painted nothing. A spot of a page is a place to point at;
 * its attributes say what is there:
 *   data-line, data-column    a text, and where its author wrote it
 *   data-value                an answer: its number among "values" of press_view_told
 *   data-chart                a figure: its number among "charts"
 *   data-chart, data-fact     a mark or a value in one: its number among "facts" of that chart */
#ifndef PRESS_VIEW_H
#define PRESS_VIEW_H

#include "press/press.h"

struct arena;

struct press_view_page {
	const char *svg; /* an element; the faces that it uses are those of the view */
	size_t bytes;
	double width, height; /* points */
	char sha256[65];      /* of the element */
};

struct press_view {
	struct press_view_page *pages;
	size_t n_pages;
	char faces[65];        /* which faces they use: a key */
	const char *new_faces; /* their style sheet, where the key is another than before; NULL: it is not */
	struct view_chart *charts;
	size_t n_charts;
};

/* All pages of a result that is done, on the arena; faces: the key of the view before ("": none). */
void press_view_make(struct arena *arena, const struct press_result *result, const char *faces,
                     struct press_view *view);

/* What stands behind them, as JSON: title, language, look, coverage, claims, published, values, conflicts, charts. */
char *press_view_told(struct arena *arena, const struct press_result *result, const struct press_view *view);

#endif
