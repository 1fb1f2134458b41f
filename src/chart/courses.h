/* courses.h: lines over the calendar while they are made: what one source measured of each model. Private to lines.c,
 * which finds them, courses.c, which lays them out, courses_draw.c and courses_words.c. */
#ifndef CHART_COURSES_H
#define CHART_COURSES_H

#include "chart/plot.h"
#include "chart/subject.h"

enum { COURSES_MOST = 8 };

struct course {          /* of one model; its runs are points of the chart, one a day, the earliest first */
	size_t row;      /* in the grid */
	size_t first;    /* of its points */
	size_t n;        /* of them */
	int change;      /* from its first to its last, beyond noise: 1 up, -1 down, 0 none */
	bool comparable; /* first and last are both claims, or neither is */
	bool leads, strong;
	struct color color;
	double label_y; /* where its words are; the middle of their line */
	const struct text_block *label, *value;
	unsigned says; /* what the label tells beside the name: of enum scene_says */
};

struct courses {
	struct subject f;
	const struct standing *standing; /* of all points */
	const struct measurement **runs; /* what each point is of */
	size_t n_points;
	struct course *courses;
	size_t n, known;                /* from n on: those that found no room */
	bool one_a_day;                 /* there are several runs of some day, of which one counts */
	const struct variant **missing; /* nothing dated is known of them */
	size_t n_missing;
	const struct course *moved; /* of whom the title speaks, NULL if nobody */
	struct number_style style;
	struct plot plot;
	struct frame frame;
	struct frame_words words;
	double pitch; /* of the words */
	bool dotted;  /* there is room for a dot and a whisker at each point */
};

static inline const struct standing_row *courses_point(const struct courses *courses, size_t point)
{
	return &courses->standing->rows[point];
}

static inline size_t courses_last(const struct course *course)
{
	return course->first + course->n - 1;
}

/* True if a whisker is drawn at the point, which has an interval. */
bool courses_has_whisker(const struct courses *courses, const struct course *course, size_t point);

/* Where a point is in the settled plot. */
struct point courses_place(const struct courses *courses, size_t point);

/* Where the words begin, right of the plot. */
double courses_edge(const struct courses *courses);

/* How far the widest value reaches, before and behind its decimal point. */
struct courses_numbers {
	double before, behind;
};
struct courses_numbers courses_numbers(const struct courses *courses);

/* Settles words, axes and plot; the last courses are left out until the others have room. False after errors. */
bool courses_lay_out(struct courses *courses);

/* Title, subtitle, notes and source, for the lines that are left; and the frame around them. */
void courses_make_words(struct courses *courses);

void courses_draw(const struct courses *courses, struct chart_pages *pages);

#endif
