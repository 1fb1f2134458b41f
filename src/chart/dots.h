/* dots.h: what rows of dots have, whichever kind draws them: positions on a scale without a meaningful zero, and beside
 * them what other sources say. Private to chart/. */
#ifndef CHART_DOTS_H
#define CHART_DOTS_H

#include "chart/rows.h"
#include "chart/subject.h"

/* The subject as rows of dots. */
struct rows_table dots_table(struct subject *subject);

/* What is to be said of dots beside all else. */
void dots_notes(const struct subject *subject, const struct rows_shown *shown, bool logarithmic, struct notes *notes);

#endif
