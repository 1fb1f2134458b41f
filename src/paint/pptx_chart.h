/* pptx_chart.h: a figure as charts that PowerPoint holds itself, with their workbooks. Private to paint/.
 *
 * What a native chart cannot hold is drawn as shapes (pptx_shape.c) by whoever asked: whole figures that do not fit,
 * and of one that fits, the items that the charts do not replace (title, notes, key). */
#ifndef PAINT_PPTX_CHART_H
#define PAINT_PPTX_CHART_H

#include "base/bytes.h"
#include "scene/scene.h"

struct pptx_chart_setup {
	const struct look *look; /* whose colours and fonts the theme has */
	const char *language;    /* as PowerPoint names it: "en-US" */
	const char *workbook;    /* id of the relation of the chart's part to its workbook: "rId1" */
	struct point at;         /* of the figure's origin on the slide, in points */
	double scale;            /* how large the figure is painted */
};

struct pptx_chart {
	struct bytes chart;    /* chartN.xml */
	struct bytes workbook; /* the .xlsx */
	const char *name;      /* of the column that it shows; NULL: the figure is one chart */
	struct rect place;     /* of the graphic frame on the slide, in points: the plot with its names and values */
	bool *replaces;        /* by item of the figure: a chart shows it */
	const struct scene_item *items; /* those of the figure; what is not replaced stands where the chart has it */
	const struct pptx_chart *next;  /* of the same figure: one a panel. It has the same replaces and items */
};

/* Whether PowerPoint can hold the figure as a chart. */
bool pptx_chart_fits(const struct scene *figure);

/* On the arena. False if the figure does not fit. */
bool pptx_chart_write(struct arena *arena, const struct scene *figure, const struct pptx_chart_setup *setup,
                      struct pptx_chart *out);

#endif
