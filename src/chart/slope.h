/* slope.h: a slope while it is made. Private to slope.c, which finds its lines and lays them out, slope_draw.c, which
 * draws them, and slope_words.c, which says what they show. */
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
	int clear;                  /* the sign of the change; 0 where it is within noise or does not show */
	struct color color;
	bool strong, told;          /* in focus; its words have its colour */
	double label_y[SLOPE_ENDS]; /* where the words of each end are; the middle of their line */
	const struct text_block *label, *left, *values[SLOPE_ENDS], *gain, *remark; /* left: flush with its right */
	unsigned says; /* what the remark tells: of enum scene_says; remark NULL: none */
};

struct slope {
	struct subject f;
	const char *heads[SLOPE_ENDS]; /* what the lines lead from and to */
	bool of_models;                /* lines are models: two benchmarks */
	struct slope_line *lines;
	size_t n, known; /* from n on: those that found no room */
	double most;     /* the largest change, either way */
	bool small;      /* some changes are too small for a colour beside the largest */
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
	bool both;    /* names stand at both ends; else there is room for them at the left only */
};

struct slope_numbers { /* in a column, with their decimal points in line: the widest part on either side */
	double before, behind;
};

struct slope_widths { /* the widest of each column of words; after: of a name, a change and remarks at the
	               * right; before_gain: of what of it stands before the changes */
	double name, after, before_gain;
	struct slope_numbers values[SLOPE_ENDS], gain;
};

/* Of the words as they are shaped. */
struct slope_widths slope_widths(const struct slope *slope);

/* Where the decimal point of a number is, or would be, from its left end. */
double slope_point(const struct slope *slope, const struct text_block *number);

/* True if the words over both ends have room over the names and values: they stand there, else over the lines. */
bool slope_heads_out(const struct slope *slope);

/* The words over an end, in the room that is there. */
const struct text_block *slope_head(const struct slope *slope, int end);

/* Room inside a card. */
double slope_pad_across(const struct slope *slope);
double slope_pad_up(const struct slope *slope);

const struct standing_interval *slope_interval(const struct slope *slope, const struct slope_line *line, int end);

/* The settled slope as a scene. */
void slope_draw(const struct slope *slope, struct chart_pages *pages);

/* Counts a change among up and down: its sign, 0 where it is within noise or does not show. */
int slope_count_change(struct slope *slope, const struct standing_row *from, size_t from_column,
                       const struct standing_row *to, size_t to_column, struct number_style style);

/* Title, subtitle, notes and source, for the lines that are left; and the frame around them. */
void slope_make_words(struct slope *slope);

#endif
