/* scatter.h: a scatter while it is made. Private to scatter.c, which lays it out, scatter_frontier.c,
 * which knows what is efficient, and scatter_words.c, which says what it shows. */
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
	bool banded; /* the frontier is a band */
	struct label_point *labels;
};

/* True if it is known on both axes which numbers are better: then there is a frontier. */
bool scatter_directed(const struct scatter *scatter);

/* Of a value in this column of the grid. */
const struct standing_interval *scatter_interval(const struct scatter *scatter, size_t column,
                                                 const struct standing_row *row);

/* A value with its sign turned where lower is better, so that more is better. */
double scatter_gain(const struct scatter *scatter, size_t column, double value);

/* True if d is better than the other on one axis and as good on the other, beyond the joint interval on each; a claim
 * is never better than what somebody measured. */
bool scatter_dominates(const struct scatter *scatter, const struct scatter_dot *d, const struct scatter_dot *other);

/* True if on this axis some values are claims and some are not. */
bool scatter_is_mixed(const struct scatter *scatter, size_t column);

/* True if the optimistic and the conservative course of the frontier differ. */
bool scatter_is_banded(const struct scatter *scatter);

struct scatter_frontier {
	struct plot_steps low, high; /* their lines; low is empty if they do not */
	struct plot_steps fields;    /* between them */
};

/* In a settled plot, with lines so thick; empty where fewer than two points are efficient. */
struct scatter_frontier scatter_frontier_of(const struct scatter *scatter, double thick);

/* Title, subtitle, notes and source, for what is known of the layout so far; and the frame around the plot. */
void scatter_make_words(struct scatter *scatter);

/* "Intelligence Index, points, log scale" */
char *scatter_axis_words(const struct scatter *scatter, size_t column);

#endif
