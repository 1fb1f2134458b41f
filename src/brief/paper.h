/* paper.h: the measures of a page: margins, grid, columns, sizes of type. Points. */
#ifndef BRIEF_PAPER_H
#define BRIEF_PAPER_H

#include "base/geom.h"
#include "brief/front_matter.h"
#include "chart/chart.h"

enum { HEADINGS = 3 };

struct paper {
	bool slides;
	double width, height;
	struct rect body;              /* what blocks fill; its height is a whole number of steps */
	double step;                   /* of the grid on which all lines of text stand */
	int columns;                   /* of running text */
	double gutter;                 /* between them */
	double measure;                /* width of running text in one column: 45 to 80 characters */
	double size, small, note_step; /* of text; of captions, notes, header and footer; from line to line of notes */
	double text_min;
	double heading[HEADINGS];                               /* sizes */
	double heading_step[HEADINGS], heading_above[HEADINGS]; /* baseline to baseline; air, in steps of the grid */
	double rise;                                            /* from the top of a step to the baseline in it */
	double header, footer;                                  /* baselines */
	enum chart_medium medium;
	double figure_height; /* at most */
};

struct paper paper_of(const struct front_matter *front);

/* The least whole number of steps that holds this height. */
double paper_round(const struct paper *paper, double height);

#endif
