/* scatter.h: a scatter while it is made. Private to scatter.c, which lays it out, and scatter_words.c, which says what
 * it shows. */
#ifndef CHART_SCATTER_H
#define CHART_SCATTER_H

#include "chart/label.h"
#include "chart/plot.h"
#include "chart/subject.h"

enum { SCATTER_Y, SCATTER_X }; /* columns of the grid */

struct scatter_dot {
	const struct standing_row *y, *x;
	bool efficient, strong;
	struct color color;
};

struct scatter {
	struct subject f;
	struct scatter_dot *dots;
	size_t n;
	const struct variant **missing;
	size_t n_missing;
	struct plot plot;
	struct frame frame;
	struct frame_words words;
	size_t unnamed;
	struct label_point *labels;
};

/* A value with its sign turned where lower is better, so that more is better. */
double scatter_gain(const struct scatter *scatter, size_t column, double value);

/* Title, subtitle, notes and source, for what is known of the layout so far; and the frame around the plot. */
void scatter_make_words(struct scatter *scatter);

/* "Intelligence Index, points, log scale" */
char *scatter_axis_words(const struct scatter *scatter, size_t column);

char *scatter_alt(const struct scatter *scatter);

#endif
