/* dots.h: what rows of dots have, whichever kind draws them: positions on a scale without a meaningful zero, and beside
 * them what other sources say. Private to chart/.
 *
 * A plain value that its kind owns while the chart is laid out. */
#ifndef CHART_DOTS_H
#define CHART_DOTS_H

#include "chart/rows.h"
#include "chart/subject.h"

struct dots {
	struct subject subject;
	struct rows_table table; /* of bars where a leaderboard draws them */
};

/* The subject as rows of dots. */
struct rows_table dots_table(struct subject *subject);

/* Whether what is drawn of these rows is on a log scale: asked for, or spread so wide. */
bool dots_logarithmic(const struct dots *dots, const struct rows_shown *shown);

/* False, with an error, if a log scale is asked for and has no place for something that is drawn. */
bool dots_check_log(const struct dots *dots);

/* What is to be said of dots beside all else. */
void dots_notes(const struct dots *dots, const struct rows_shown *shown, struct notes *notes);

#endif
