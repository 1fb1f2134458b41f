/* slope.h: a slope while it is made. Private to slope.c, which finds its lines and lays them out, and slope_words.c,
 * which says what they show. */
#ifndef CHART_SLOPE_H
#define CHART_SLOPE_H

#include "chart/plot.h"
#include "chart/subject.h"

enum { SLOPE_FROM, SLOPE_TO, SLOPE_ENDS };

struct slope_line {
	size_t number; /* as they were found */
	const char *name, *full;
	const struct standing_row *ends[SLOPE_ENDS];
	size_t columns[SLOPE_ENDS]; /* of the grid */
	double change;              /* positive is better, or more where nobody knows which is */
	bool directed;              /* that is known */
	struct color color;
	bool strong;
	double label_y[SLOPE_ENDS]; /* where the words of each end are; the middle of their line */
	const struct text_block *label, *values[SLOPE_ENDS], *gain, *remark; /* remark NULL: none */
	unsigned says; /* what the remark tells: of enum scene_says */
};

struct slope {
	struct subject f;
	const char *heads[SLOPE_ENDS]; /* what the lines lead from and to */
	bool of_models;                /* lines are models: two benchmarks */
	struct slope_line *lines;
	size_t n, known; /* from n on: those that found no room */
	size_t up, down; /* of all that have both values, drawn or not, beyond noise and to the printed digit */
	const char **unlike, **unpaired;
	size_t n_unlike, n_unpaired;   /* unlike: with both values, on another scale */
	const struct benchmark *scale; /* all values are like its own */
	struct number_style style;
	int decimals;     /* the most that a value is printed with */
	struct plot plot; /* its box from the first dots to the last; its x axis is not used */
	struct frame frame;
	struct frame_words words;
	double pitch; /* of the words */
};

/* Counts a change among up and down: its sign, 0 where it is within noise or does not show. */
int slope_count_change(struct slope *slope, const struct standing_row *from, size_t from_column,
                       const struct standing_row *to, size_t to_column, struct number_style style);

/* Title, subtitle, notes and source, for the lines that are left; and the frame around them. */
void slope_make_words(struct slope *slope);

#endif
