/* paper.h: the measures of a page: what its format and its lengths come to. Points. */
#ifndef BRIEF_PAPER_H
#define BRIEF_PAPER_H

#include "base/geom.h"
#include "brief/front_matter.h"
#include "brief/lengths.h"
#include "chart/chart.h"

struct paper {
	bool slides;
	bool handout; /* the slides are set on sheets of paper: paper_of_sheet */
	double width, height;
	const struct lengths *lengths;
	const struct cover_lengths *cover;
	struct rect body;      /* what blocks fill; its height is a whole number of steps */
	int columns;           /* of running text */
	double measure;        /* width of running text in one column */
	double side_x, side;   /* the side column, from the body's left, and its width; 0: there is none */
	double header, footer; /* baselines; header 0: none */
	enum chart_medium medium;
	double figure_height; /* at most */
};

struct paper paper_of(const struct front_matter *front);

/* A side column beside the text, if there is room for one: where text is set in one column on portrait paper. */
void paper_open_side(struct paper *paper);

/* That on which slides are handed out. */
struct paper paper_of_sheet(const struct front_matter *front);

/* The height, rounded up to whole steps of the grid. */
double paper_round(const struct paper *paper, double height);

#endif
