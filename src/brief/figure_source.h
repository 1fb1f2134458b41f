/* figure_source.h: where a briefing's charts and images come from: this floor lays out no chart and opens no file. */
#ifndef BRIEF_FIGURE_SOURCE_H
#define BRIEF_FIGURE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

struct artwork;
struct block;
struct chart_pages;
struct chart_slide;

struct figure_image { /* a picture, and its size in points */
	const struct artwork *art;
	double width, height;
};

struct figure_source {
	void *closure;
	/* The pages of a BLOCK_CHART, each of this width and at most this height, in points. slide: what they are
	 * slides of; NULL: they are figures in a report. False after errors. */
	bool (*chart)(void *closure, const struct block *block, double width, double height,
	              const struct chart_slide *slide, struct chart_pages *pages);
	/* True if a BLOCK_CHART is to stand on a ground of its own: its look has another than the pages. */
	bool (*has_ground)(void *closure, const struct block *block);
	/* An image by its path as written. False if it cannot be shown, which has been told. */
	bool (*image)(void *closure, const char *path, struct figure_image *image);
};

#endif
