/* picture_size.h: what a picture is laid out on, and how many pixels that is. */
#ifndef PRESS_PICTURE_SIZE_H
#define PRESS_PICTURE_SIZE_H

#include "base/diag.h"
#include "chart/chart.h"

struct picture_size {
	double width, height; /* points */
	double pixels_per_point;
	enum chart_medium medium;
};

/* The name of a page format, or WxH: points on paper, pixels elsewhere; NULL is a slide. A picture is laid out on a
 * slide of 960 pt (or, if it is upright, a page of A4's width) and scaled to its pixels, so that a small picture breaks
 * its lines like a large one. False with an error if it is none of them, or too small to read. */
bool picture_size_of(const char *text, bool paper, struct picture_size *size, struct diags *diags);

#endif
