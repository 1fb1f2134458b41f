/* frame.h: what surrounds the data of every chart: rule, title, subtitle, direction; key, notes, source, page
 * number.
 *
 * First frame_measure shapes all words and tells how much room the plot has; then, when the plot's height is settled,
 * frame_draw puts everything into a scene. One frame serves all pages of a chart. */
#ifndef CHART_FRAME_H
#define CHART_FRAME_H

#include "chart/chart.h"
#include "scene/evidence.h"

enum frame_swatch { SWATCH_NONE, SWATCH_HATCH, SWATCH_OUTLINE, SWATCH_DOT, SWATCH_TICK, SWATCH_COLOR, SWATCH_BAND };

struct frame_note {
	const char *text;
	enum frame_swatch swatch; /* drawn before the text */
	struct color color;       /* COLOR, BAND: of its fill */
	unsigned says;            /* of enum scene_says */
};

enum { FRAME_TITLES = 9 };

struct frame_words {
	const char *titles[FRAME_TITLES]; /* all true, the fullest first; the first to fit on two lines is used. NULL
	                                   * after the last */
	bool one_line;                    /* or the first to fit on one, if one does but the last */
	const char *heading;              /* what is shown, for looks that have a line for it */
	bool heads_say;                   /* what is shown stands over the columns of the plot, too */
	const char *subtitle;
	const char *direction; /* a sentence; in the pill where the look has one, else at the subtitle's end */
	bool higher, lower;    /* as in the scene */
	const struct scene_overlap *overlap; /* as in the scene */
	bool logarithmic;                    /* positions of dots are on a log scale, which a note says */
	const struct frame_note *notes;
	size_t n_notes;
	const char *source, *alt;
	/* for the proof: names of what is asked for and not drawn, and how much is */
	const char *const *hidden;
	size_t n_hidden;
	struct scene_crowd crowd;   /* as in the scene */
	struct scene_census census; /* likewise */
	struct scene_count models, benchmarks;
	const struct scene_use *uses;
	size_t n_uses;
};

struct frame_line { /* a piece of the foot, placed */
	const struct text_block *block;
	double x, baseline; /* from the frame's left edge and the foot's top */
	enum frame_swatch swatch;
	double swatch_x;
	struct color color;
	unsigned says;               /* of enum scene_says */
	bool source, credit;         /* credit: what its author adds to the source */
	const struct chart_own *own; /* NULL: made from the data */
};

struct frame {
	struct arena *arena;
	const struct chart_request *request;
	const struct scene_told *told; /* notes that are left to earlier figures */
	size_t n_told;
	double u;
	struct rect box; /* margins taken off; on a page that grows or a figure on paper the height is the page's */
	double plot_top; /* y of the rows' area (the card's top edge, where there is one) */
	double plot_left, plot_width;
	double plot_height; /* at most, with the foot at the bottom */
	double foot_height; /* from the rows' area to the last descender */
	bool anchored;      /* the foot is at the bottom of the page; else right under the rows */
	const struct text_block *title, *heading, *subtitle, *direction; /* direction: in the pill */
	bool directed;                                                   /* the subtitle says it */
	double title_baseline, rule_y, heading_baseline, subtitle_baseline;
	const struct frame_line *lines;
	size_t n_lines;
};

/* Points of u on the request's medium, in the size of type that it asks for. */
double frame_unit(const struct chart_request *request);

/* Margins taken off: where everything goes. */
struct rect frame_box(const struct chart_request *request);

struct frame frame_measure(struct arena *arena, const struct chart_request *request, const struct frame_words *words,
                           struct diags *diags);

/* A scene of the height that plot_height asks for (the request's own unless the page grows), with background, head and
 * foot. page_words: "page 2 of 5", or NULL. */
struct scene *frame_scene(struct arena *arena, const struct frame *frame, const struct frame_words *words,
                          double plot_height, const char *page_words, struct diags *diags);

/* The card, in looks that have one, as tall as the plot. */
void frame_card(struct scene *scene, const struct frame *frame, double plot_height);

/* Rounded to a whole device pixel of the request; lengths to at least one. */
double frame_snap(const struct chart_request *request, double at);
double frame_snap_length(const struct chart_request *request, double length);

/* Rounded up to whole device pixels: gaps between fills. */
double frame_snap_gap(const struct chart_request *request, double length);

/* A text style of the look; size is in u. */
struct text_style frame_style(const struct frame *frame, double size, enum text_weight weight, bool tabular);

#endif
