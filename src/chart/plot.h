/* plot.h: what charts on axes share: where the plot is, its axes with ticks and heads, grid lines, reference lines;
 * and the marks in it: dots, whiskers, lines from dot to dot, stairs.
 *
 * A plot is a plain value that refers to the frame around it. Its axes are made first (axis.h), because their numbers
 * decide how much room they need; plot_settle then places the plot, and with it every value. Nothing here knows what a
 * chart is about. Lengths are points; what is made lives on the arena of the frame. */
#ifndef CHART_PLOT_H
#define CHART_PLOT_H

#include "chart/axis.h"
#include "chart/frame.h"
#include "scene/evidence.h"

struct plot {
	const struct frame *frame; /* of the chart; its arena holds what is made here */
	struct diags *diags;
	struct rect box; /* between the axes */
	struct axis x, y;
};

enum plot_way { PLOT_ACROSS, PLOT_UP }; /* along the horizontal or the vertical axis */

/* ---- words ---- */

/* A line in the small size of the look; tabular for numbers. */
const struct text_block *plot_small(const struct plot *plot, const char *text, bool tabular);

/* The head of an axis, broken where it is wider than this. */
const struct text_block *plot_head(const struct plot *plot, const char *text, double width);

/* ---- room ---- */

/* What the numbers left of the plot need. */
double plot_room_left(const struct plot *plot);

/* What is above the plot: the head of the vertical axis; and below it: numbers and the head of the other, if it has one
 * (NULL: none). */
double plot_room_above(const struct plot *plot, const struct text_block *head);
double plot_room_below(const struct plot *plot, const struct text_block *head);

/* Places the plot; values lie between the axes with some air around them. */
void plot_settle(struct plot *plot, struct rect box);

/* A scale as the proof wants to know it. */
struct scene_scale plot_scale(const struct plot *plot, enum plot_way way, const struct unit *unit);

/* ---- axes ---- */

/* Both axes, with the ticks whose numbers have room. */
void plot_draw_axes(const struct plot *plot, struct scene *scene);

/* The head of the vertical axis above the plot, from left on; that of the other below it, up to its right edge. */
void plot_draw_head_over(const struct plot *plot, struct scene *scene, double left, const struct text_block *head);
void plot_draw_head_under(const struct plot *plot, struct scene *scene, const struct text_block *head);

/* Lines across the plot at the ticks of one axis, behind everything drawn later; they pause where words are, which the
 * rectangles say. */
void plot_draw_grid(const struct plot *plot, struct scene *scene, enum plot_way way, const struct rect *words,
                    size_t n_words);

/* The next stretch of a line along x or y, from *at on, that touches none of the words. False at its end. */
bool plot_next_stretch(struct rect line, bool along_x, double *at, const struct rect *words, size_t n_words,
                       struct rect *out);

/* ---- marks ---- */

/* Solid, or a ring where the value is claimed or estimated. */
struct scene_item *plot_add_dot(const struct plot *plot, struct scene *scene, struct point at, double radius,
                                struct color color, bool solid);

/* The box of a whisker through at, from low to high on one axis. */
struct rect plot_whisker(const struct plot *plot, enum plot_way way, struct point at, double low, double high,
                         double thick);

/* Straight lines from dot to dot, which end at the edges of the dots. */
void plot_add_polyline(struct scene *scene, const struct point *points, size_t n, double radius, double thick,
                       struct color color);

struct plot_steps {
	struct rect *items;
	size_t n;
};

/* Stairs between points in the order of x, two boxes a step: across at the first point's height and then to the second
 * if first_level, else first to the second's height and then across. */
struct plot_steps plot_stairs(const struct plot *plot, const struct point *points, size_t n, bool first_level,
                              double thick);

#endif
