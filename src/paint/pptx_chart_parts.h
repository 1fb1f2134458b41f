/* pptx_chart_parts.h: a figure while it becomes charts. Private to paint/pptx_chart*.c: pptx_chart.c decides and
 * delivers, pptx_chart_find.c looks things up in the figure, pptx_chart_axis.c makes scales, pptx_chart_sheet.c writes
 * what stands beside the numbers; the others each make the charts of some kinds. */
#ifndef PAINT_PPTX_CHART_PARTS_H
#define PAINT_PPTX_CHART_PARTS_H

#include "paint/pptx_chart.h"
#include "paint/pptx_graph.h"
#include "scene/evidence.h"
#include "words/words.h"

enum chart_form { CHART_NONE, CHART_ROWS, CHART_UPRIGHT, CHART_DOTS, CHART_SCATTER, CHART_COURSES, CHART_SLOPE };

struct charting {
	struct arena *arena;
	const struct scene *figure;
	const struct scene_evidence *e;
	const struct language *language;
	const struct pptx_chart_setup *setup;
	struct color ground, ink, faint, grid;
	double size, small; /* type, on the slide */
	bool *replaces;
	struct scene_item *items;
	struct pptx_chart *out, *last; /* last NULL: none yet */
	bool failed;                   /* a workbook did not fit its format */
};

/* ---- pptx_chart_find.c ---- */

enum chart_form pptx_chart_form(const struct scene *figure);

/* The n-th item of this role that belongs to the datum; NULL. */
const struct scene_item *pptx_chart_item(const struct charting *charting, enum scene_role role, int datum, size_t n);

/* All texts of this role that belong to the datum, with spaces between them; NULL if there are none. */
const char *pptx_chart_text(const struct charting *charting, enum scene_role role, int datum);

/* The lines of a text, as they are set. */
const char *pptx_chart_lines(const struct charting *charting, const struct text_block *block);

/* The unit of what an item's datum is measured in, and its magnitude. */
const struct scene_measure *pptx_chart_measure(const struct charting *charting, int datum);

/* A value as it is counted in print, millions for a magnitude of 6, with no digit that it did not have. */
double pptx_chart_counted(double value, int magnitude);

/* From one value to another, likewise, without what computing adds. */
double pptx_chart_length(double from, double to, int magnitude);

/* What a format begins with, so that programs in other languages print it as the figure's does; "" for English. */
const char *pptx_chart_locale(const struct charting *charting);

/* The format in which a program prints the number as this text has it; NULL: it cannot. */
const char *pptx_chart_format(const struct charting *charting, const char *text, const struct unit *unit);

/* The same with so many decimals, and with the sign of its unit, or without. */
const char *pptx_chart_format_of(const struct charting *charting, int decimals, bool grouped, const struct unit *unit);

/* "Reasoning, %": the head of a column of values. */
const char *pptx_chart_head(const struct charting *charting, int measure);

/* How far a datum's interval reaches on a scale; false: none is drawn. */
bool pptx_chart_interval(const struct charting *charting, int datum, int scale, double *low, double *high);

/* Where a point of a drawing is in the units of its scale. */
double pptx_chart_value_at(const struct scene_scale *scale, double place);

bool pptx_chart_is_across(const struct scene_item *tick, const struct scene_scale *scale);

struct rect pptx_chart_on_slide(const struct charting *charting, struct rect rect);

/* ---- pptx_chart_axis.c ---- */

/* A scale with numbers at the figure's own steps. It begins at one of them, which is not said where nothing can be:
 * what lies on it moves with it (pptx_chart_map). A logarithmic one begins at a power of its base. own: where no such
 * beginning fits, its numbers may stand apart (pptx_chart_add_ticks), and it begins where the figure's does. magnitude:
 * of what is printed. */
struct graph_axis pptx_chart_axis(const struct charting *charting, int scale, int magnitude, const struct unit *unit,
                                  bool own);

/* Of days, as Excel counts them. joined: of a chart that has an axis of dates; else its numbers are its own. */
struct graph_axis pptx_chart_dates(const struct charting *charting, int scale, bool joined);
double pptx_chart_day(double day);
double pptx_chart_map_day(const struct charting *charting, int scale, const struct graph_axis *axis, double place);

/* Exactly the figure's own range, without numbers. */
struct graph_axis pptx_chart_range(const struct charting *charting, int scale, int magnitude);

/* Where something at this place on the figure's scale is on the chart's, whose plot is the scale's. */
double pptx_chart_map(const struct charting *charting, int scale, int magnitude, const struct graph_axis *axis,
                      double place);

/* So that it includes 0, from which bars begin. */
void pptx_chart_from_zero(struct graph_axis *axis);

/* To six digits: what is left is finer than any screen. */
double pptx_chart_rounded(double value);

/* ---- pptx_chart_ticks.c ---- */

struct chart_ticks {
	int scale, axis, magnitude;
	const struct unit *unit;
	const char *head;        /* of the sheet's column */
	struct rect plot, frame; /* in the figure */
};

/* The figure's own numbers at a scale, and lines where its axis has a grid, in place of the axis's: of POINTS, once
 * both axes are settled. */
void pptx_chart_add_ticks(struct charting *charting, struct graph *graph, const struct chart_ticks *ticks);

/* ---- pptx_chart_sheet.c ---- */

/* A new chart: its type, colours, place. plot and frame in the figure. */
struct graph *pptx_chart_begin(struct charting *charting, enum graph_form form, struct rect frame, struct rect plot);

/* Who measured the value and who says so, as columns at the end of the sheet. data: by row, the datum, or none. */
void pptx_chart_add_evidence(struct charting *charting, struct graph *graph, const int *data, size_t n);

/* A column of the words in labels and columns of intervals, where a series has any. */
void pptx_chart_add_words(struct charting *charting, struct graph *graph, struct graph_series *series);
void pptx_chart_add_intervals(struct charting *charting, struct graph *graph, struct graph_series *series, int axis);

/* Writes chart and workbook, as the next of the figure's. name: of its column; NULL. */
void pptx_chart_end(struct charting *charting, struct graph *graph, const char *name);

/* ---- labels: pptx_chart_label.c ---- */

/* The value of a datum, with what is remarked on it: no parts if it is not printed. */
struct graph_label pptx_chart_value_label(const struct charting *charting, int datum, enum graph_side side);

/* Words alone. */
struct graph_label pptx_chart_words_label(const struct charting *charting, const char *words, struct color ink,
                                          bool bold, enum graph_side side);

/* Another part at its end. */
void pptx_chart_label_add(const struct charting *charting, struct graph_label *label, enum graph_part_kind kind,
                          const char *text, struct color ink, bool bold);

/* Where a text stands beside a dot: the side, and how far from where a program would put it. */
void pptx_chart_label_place(const struct charting *charting, struct graph_label *label, const struct scene_item *text,
                            struct point dot, double radius, struct rect frame);

/* ---- pptx_chart_lines.c: what lines over the calendar and from end to end have in common ---- */

/* A point with the look of its dot and its interval on the scale. */
void pptx_chart_fill_dot(const struct charting *charting, struct graph_point *point, const struct scene_item *dot,
                         double value, int scale, int magnitude);

/* Around the plot, the numbers at its axes and all words beside it. */
struct rect pptx_chart_lines_frame(const struct charting *charting, struct rect plot);

/* Of what belongs to the plot; heads, references and notes stay. */
void pptx_chart_lines_replace(const struct charting *charting);

/* ---- the kinds ---- */

bool pptx_chart_rows(struct charting *charting);
bool pptx_chart_upright(struct charting *charting);
bool pptx_chart_dots(struct charting *charting);
bool pptx_chart_scatter(struct charting *charting);
bool pptx_chart_courses(struct charting *charting);
bool pptx_chart_slope(struct charting *charting);

/* ---- pptx_chart_lanes.c: rows of a figure as places of a chart ---- */

struct chart_lane { /* a row, or what stands between two */
	int row;    /* -1: it is none */
	double y;   /* its middle in the figure */
	const char *name;
};

struct chart_lanes {
	struct chart_lane *items;
	size_t n, n_rows;
	bool even;    /* they are only rows */
	double pitch; /* from row to row, in the figure */
};

/* With names, or without (of a panel beside the first). place: of the column. */
struct chart_lanes pptx_chart_lanes(const struct charting *charting, size_t place, struct rect rows, bool named);

/* The n-th datum of a row in a column; SCENE_NO_DATUM. */
int pptx_chart_datum(const struct charting *charting, size_t place, int row, size_t n);

/* True if names stand at the left of this column; left: where the first begins. */
bool pptx_chart_is_named(const struct charting *charting, size_t place, double *left);

/* Moves words that stand in place of a mark to where the chart has their row. */
void pptx_chart_move_absent(struct charting *charting, size_t place, struct rect rows, const struct chart_lanes *lanes);

#endif
