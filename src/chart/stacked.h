/* stacked.h: bars of several parts while they are made. Private to stacked.c, which adds up and lays out, and
 * stacked_words.c. */
#ifndef CHART_STACKED_H
#define CHART_STACKED_H

#include "chart/subject.h"

enum { STACK_PARTS = ROWS_PARTS };

struct stack_row {                 /* a row of the grid */
	bool whole;                /* every part of it is known */
	struct standing_row total; /* as if it had been measured: its value, its digits, what is to be said of it */
	int places;                /* decimal places that the finest of its parts gave */
};

struct stack {
	struct subject f;
	struct stack_row *rows;    /* by row of the grid */
	bool shares;               /* each bar is the whole */
	enum direction direction;  /* of the totals: that of all parts */
	struct number_style style; /* of all numbers but shares */
};

/* The share of a part in its row, which is whole and more than zero: 0.34. */
double stacked_share(const struct stack *stack, size_t row, size_t part);

/* It has a total, of which there are shares where they are shown. */
bool stacked_has_bar(const struct stack *stack, size_t row);

/* "no total: Input, Answer not reported": of a row that is not whole. */
const char *stacked_absent(const struct stack *stack, size_t row);

/* The colour of a part. */
struct color stacked_color(const struct stack *stack, size_t part);

/* Titles, subtitle, notes and alt text of the rows that are drawn. */
void stacked_words(void *stack, const struct rows_shown *shown, struct frame_words *words);

#endif
