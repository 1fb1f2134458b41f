/* chart.h: a request to a dataset becomes pages.
 *
 * A request is made by request.h, completed with look, language, fonts and page by whoever draws, and laid out by
 * chart_layout. Every kind works in the same order: what to show, margins from measured text, ranges, marks, scene. A
 * kind is one file and one row of the table in kind.c. Pages live on the arena of the layout; a request is only read.
 */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "data/dataset.h"
#include "scene/scene.h"

/* How models are ordered: best first; as the data list them; by name; the newest first. */
enum chart_order { ORDER_VALUE, ORDER_DATA, ORDER_NAME, ORDER_RELEASED };
enum { CHART_ORDERS = ORDER_RELEASED + 1 };
extern const char *const chart_order_words[CHART_ORDERS];

enum chart_medium { MEDIUM_SLIDE, MEDIUM_PAGE }; /* they differ in the size of text: frame_unit */

/* What colours mean: what the look says; what stands out; who made it. */
enum chart_color { CHART_COLOR_LOOK, CHART_COLOR_HIGHLIGHT, CHART_COLOR_MAKER };

/* Whether positions are on a log scale: where the range is wide; always; never. */
enum chart_log { CHART_LOG_WIDE, CHART_LOG_ALWAYS, CHART_LOG_NEVER };

/* Whether rows are in groups, each under its head. */
enum chart_group { CHART_GROUP_NONE, CHART_GROUP_MAKER, CHART_GROUP_FAMILY };

enum { CHART_BESIDE = 3 };

struct changes;
struct chart_kind;
struct chart_reference;  /* reference.h */
struct chart_annotation; /* annotate.h */
struct chart_annotated;

struct chart_naming { /* what the parts of a request are called by whoever asks; messages use these words */
	const char *benchmark, *model, *focus, *rows;
	const char *room; /* what to do where the page is too small */
};

extern const struct chart_naming chart_options; /* "-b", "-m" and so on */
extern const struct chart_naming chart_keys;    /* keys in quotes: "benchmark" and so on */

struct chart_name { /* as it was written */
	const char *text;
	struct place place;
};

struct chart_own {                        /* words of the author's on a chart */
	const char *text;                 /* NULL: none */
	const struct scene_name *vouched; /* parts that were computed */
	size_t n_vouched;
	bool claimed; /* a claim, which is about all data, stands for it; not for a chart of a selection */
};

/* Whether a layout is only tried: nothing is told of it, and it fails where there would be an error; or a warning. */
enum chart_trial { CHART_FOR_GOOD, CHART_TRIED, CHART_TRIED_HARD };

/* A slide that has its head and its edges in common with others. Points. The title is drawn where it says, for whoever
 * sets the slide to take it out of the scene; no rule is drawn above it. */
struct chart_slide {
	double margin_x, top, bottom;             /* edges */
	double title, title_step, title_baseline; /* of its first line */
	double label, note;                       /* sizes of type: of labels, of notes at least */
	double aside;                             /* width that stays free at the right of the plot */
	enum chart_trial trial;                   /* for whoever lays it out */
};

struct chart_request {
	const struct chart_kind *kind;
	const struct chart_naming *naming; /* NULL: options */
	const struct dataset *dataset;
	const struct look *look;
	const struct language *language;
	struct fontset *fonts;
	const struct benchmark *const *benchmarks;
	size_t n_benchmarks;
	const struct variant *const *models; /* NULL: all that were measured */
	size_t n_models;
	bool selected; /* not all that was measured on the benchmarks is among them, which is noted */
	bool sifted;   /* likewise, and not because these are the first: who leads among them may not lead among all */
	enum chart_order order;
	const struct variant *focus;                /* which the chart speaks of; NULL: none */
	const struct variant *beside[CHART_BESIDE]; /* highlighted too, each in a colour of its own */
	size_t n_beside;
	enum chart_color color;
	enum chart_log log;
	enum chart_group group;
	bool percent;     /* parts as shares of their total */
	bool transparent; /* pictures of it have no ground of their own */
	const struct chart_reference *references;
	size_t n_references;
	size_t digits; /* 1 + the decimals that values are printed with at most; 0: all that they have */
	struct place digits_place;
	const struct chart_annotation *annotations;
	size_t n_annotations;
	const struct changes
		*changes;       /* since an earlier state of the data, which leaderboards mark; NULL: there is none */
	struct date since;      /* the date of that state */
	struct chart_own title; /* none: made from the data */
	struct chart_own subtitle;     /* none: only what is measured, and when, stands under the title */
	struct chart_own source;       /* after the source line that is made from the data; none: nothing */
	struct chart_own alt;          /* for readers who cannot see the picture; none: made from the data */
	const struct chart_own *notes; /* after those that the data ask for */
	size_t n_notes;
	const struct scene_told *told; /* what its document has said before: no note says it again */
	size_t n_told;
	const char
		*data_hash; /* written into the files, so that a picture can be checked against its data; may be NULL */
	double per_unit_most; /* how long a bar of one is at most, for charts that stand side by side; 0: as fits */
	enum chart_medium medium;
	double width, height;            /* of the page, points */
	const struct chart_slide *slide; /* NULL: a picture, or a figure in a report */
	double type; /* how many times the usual size its type is; 0: a picture with few rows may choose */
	bool grow;   /* the page may become taller to hold all rows asked for */
	bool paged;  /* what does not fit continues on further pages */
	bool lazy;   /* pages are counted, and drawn by chart_page_open alone, as often as it is called */
	bool part;  /* of a document that numbers its own pages: scene.part says which part of the chart a page shows */
	bool over;  /* of bars or dots in rows, names stand over them, however wide the figure is */
	bool inset; /* a figure on a page: without margins, as tall as its content, no taller than height */
	double pixel; /* one device pixel in points: edges of bars and lines fall on whole pixels; 0: there are none */
	size_t rows;  /* 0: as many as the medium takes */
};

struct chart_pages {
	struct scene **items; /* NULL: see chart_page_open */
	size_t count;
	struct scene *(*draw)(const void *of, struct arena *arena, size_t i);
	const void *of;        /* what draws them, on the arena of the layout */
	struct fontset *fonts; /* and with what */
};

/* The naming of a request, or that of options if it has none. */
const struct chart_naming *chart_naming_of(const struct chart_request *request);

/* True if the kind can answer: enough benchmarks and not too many, a focus where it needs one, a zero where it draws
 * lengths. Else an error at place, or in the data where place has no file. */
bool chart_check(const struct chart_request *request, struct place place, struct diags *diags);

/* Checks the request and lays it out. False after errors. */
bool chart_layout(struct arena *arena, const struct chart_request *request, struct chart_pages *pages,
                  struct diags *diags);

/* The i-th page; where pages are lazy it is drawn, on this arena, and holds until it is closed: one at a time. */
const struct scene *chart_page_open(const struct chart_pages *pages, struct arena *arena, size_t i);
void chart_page_close(const struct chart_pages *pages);

#endif
