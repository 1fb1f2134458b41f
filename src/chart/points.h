/* points.h: points on two axes while they are made: a score against another benchmark (scatter.c) or against the day of
 * release (timeline.c). points.c lays them out, points_draw.c draws them, points_frontier.c knows what is efficient,
 * points_words.c says what both kinds say alike; the voice of a kind says the rest. Private to chart/.
 *
 * A kind opens the subject, sets voice, columns and styles, adds a point for each row and calls points_draw. */
#ifndef CHART_POINTS_H
#define CHART_POINTS_H

#include "chart/label.h"
#include "chart/plot.h"
#include "chart/subject.h"

enum { POINTS_Y, POINTS_X, POINTS_AXES };

struct points_dot {
	const struct standing_row *y, *x;
	bool efficient, strong;
	bool on_line; /* no value is better on both: the line of the frontier runs through it */
	struct color color;
};

struct points;

struct points_voice { /* what a kind says of its points; all on the arena of the chart */
	void (*titles)(const struct points *points, const char *titles[FRAME_TITLES]);
	const char *(*heading)(const struct points *points);
	const char *(*direction)(const struct points *points); /* NULL: none is known */
	const char *(*alt)(const struct points *points);       /* how an alt text begins, without a full stop */
	const char *(*across)(const struct points *points, const struct standing_row *row); /* its place, in words */
	void (*notes)(const struct points *points, struct notes *notes);                    /* of its own, first */
	struct scene_rate (*rate)(const struct points *points); /* that its notes say; NULL: none */
	enum word line, line_shown, band, on_line, left_out;    /* of the frontier; of who has no point */
};

struct points {
	struct subject f;
	const struct points_voice *voice;
	const struct standing *columns[POINTS_AXES];
	struct number_style styles[POINTS_AXES];
	struct points_dot *dots;
	size_t n;
	const struct variant **missing;
	size_t n_missing;
	struct plot plot;
	struct frame frame;
	struct frame_words words;
	size_t unnamed;
	const struct variant **shared; /* whose dots cover each other, as far as the layout is known */
	size_t n_shared;
	int terse;   /* how little is said beside what is in focus: 0 its values, 1 in narrow lines, 2 nothing */
	bool banded; /* the frontier is a band */
	bool dated;  /* the horizontal axis is the calendar: earlier is better, and needs no arrow to say so */
	struct label_point *labels;           /* of the points, then of what is said of them */
	const struct chart_annotation **said; /* after the points: of labels[n + i] */
	size_t n_said;
};

/* True if colours tell no makers. */
bool points_one_colour(const struct points *points);

/* Of the line of the frontier and its points. */
struct color points_line_color(const struct points *points);

/* The heads of the axes, what is below the plot, and room inside a card. */
const struct text_block *points_head_over(const struct points *points);
const struct text_block *points_head_under(const struct points *points);
double points_room_below(const struct points *points);
double points_pad(const struct points *points);

/* A value in words, without the cents of hundreds of dollars, which nobody names. */
const char *points_say(const struct points *points, const struct standing_row *row, size_t column);

struct point points_place(const struct points *points, const struct points_dot *dot);

/* Two per dot, up and across; empty where no interval is known. */
struct rect *points_whiskers(const struct points *points);

/* The frontier as thick as it is drawn. */
struct points_frontier points_stairs(const struct points *points);

/* The corner where both are better is shaded and says so, unless a point lies in the way of its words. */
bool points_has_corner(const struct points *points);
struct rect points_corner_words(const struct points *points);

/* The points, laid out and labelled, as a scene. */
void points_paint(const struct points *points, struct chart_pages *pages);

/* True if it is known on both axes which numbers are better: then there is a frontier. */
bool points_directed(const struct points *points);

/* Of a value in this column of the grid. */
const struct standing_interval *points_interval(const struct points *points, size_t column,
                                                const struct standing_row *row);

/* A value with its sign turned where lower is better, so that more is better. */
double points_gain(const struct points *points, size_t column, double value);

/* True if d is better than the other on one axis and as good on the other, beyond the joint interval on each; a claim
 * is never better than what somebody measured. */
bool points_dominates(const struct points *points, const struct points_dot *d, const struct points_dot *other);

/* True if on this axis some values are claims and some are not. */
bool points_is_mixed(const struct points *points, size_t column);

/* True if the optimistic and the conservative course of the frontier differ. */
bool points_is_banded(const struct points *points);

struct points_frontier {
	struct plot_steps line;   /* by the values that somebody measured */
	struct plot_steps fields; /* between the optimistic and the conservative course, where they differ */
};

/* Which points the line of the frontier runs through. */
void points_find_line(struct points *points);

/* In a settled plot, with lines so thick; empty where fewer than two points are efficient. */
struct points_frontier points_frontier_of(const struct points *points, double thick);

/* "Intelligence Index, points, log scale"; of the calendar what its dates are. */
char *points_axis_words(const struct points *points, size_t column);

/* Adds a point, or a variant that has none: one of its values is missing. */
void points_add(struct points *points, const struct standing_row *y, const struct standing_row *x);

/* Settles the axes but for one that is set already, and draws. False after errors. */
bool points_draw(struct points *points, struct chart_pages *pages);

/* Title, subtitle, notes and source in the voice of the kind, for what is known of the layout so far; and the frame
 * around the plot. */
void points_make_words(struct points *points);

size_t points_count_efficient(const struct points *points);

#endif
