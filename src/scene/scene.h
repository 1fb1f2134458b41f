/* scene.h: the finished layout of one page: items at fixed positions.
 *
 * Charts and briefings make scenes; painters draw them without measuring or moving anything; proof.h checks them
 * before. Items are drawn in their order. A scene and all it points to lives on one arena, but text blocks, which
 * belong to their font set. Lengths are points, the origin is the page's top left corner. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "base/geom.h"
#include "scene/tag.h"
#include "style/color.h"
#include "text/text.h"
#include "words/words.h"

#include <stddef.h>

enum scene_role {
	ROLE_BACKGROUND, /* the page's colour */
	ROLE_PANEL,      /* a card, a pill's ground */
	ROLE_RULE,       /* decoration: a rule, the tag */
	ROLE_GRID,
	ROLE_MARK,  /* a bar: its length from zero stands for a value */
	ROLE_PART,  /* a piece of a stacked bar, from the piece before */
	ROLE_DOT,   /* its middle's position stands for a value, on two scales in a scatter */
	ROLE_OTHER, /* a dot for a value that another source gives */
	ROLE_CELL,  /* a field that is shaded by a value */
	ROLE_WHISKER,
	ROLE_BASELINE,
	ROLE_AXIS,    /* a line of an axis, a tick */
	ROLE_CONNECT, /* a line from one dot of a datum to the other, the frontier */
	ROLE_LEADER,  /* a line from a label to its mark */
	ROLE_CHIP,    /* a patch of colour beside a name, or in a key */
	ROLE_TITLE,
	ROLE_SUBTITLE,
	ROLE_HEADING,   /* what is shown, between title and subtitle */
	ROLE_DIRECTION, /* "Higher is better" */
	ROLE_HEAD,      /* above a column, a panel, an axis */
	ROLE_TICK,      /* a number at a tick */
	ROLE_WORD,      /* words in a column of words; a word in the plot */
	ROLE_RANK,
	ROLE_LABEL,  /* a row's name */
	ROLE_MAKER,  /* who made it, beside the name */
	ROLE_VALUE,  /* a printed value */
	ROLE_REMARK, /* words beside a value: "claimed" */
	ROLE_ABSENT, /* words instead of a mark: "not reported" */
	ROLE_KEY,
	ROLE_NOTE,
	ROLE_SOURCE,
	ROLE_PAGE, /* footer: title, page n of N */
	/* on the pages of a briefing */
	ROLE_SECTION,  /* a heading */
	ROLE_PROSE,    /* a line of running text */
	ROLE_ENTRY,    /* a line of the contents */
	ROLE_FIELD,    /* a line in a cell of a table */
	ROLE_CODE,     /* a line of code */
	ROLE_CAPTION,  /* "Figure 3", words below a picture */
	ROLE_FOOTNOTE, /* a line of one */
	ROLE_MARGIN,   /* a remark in the margin */
	ROLE_FIGURE,
};

enum scene_kind { SCENE_PATH, SCENE_TEXT, SCENE_IMAGE, SCENE_LINK, SCENE_TARGET, SCENE_FIGURE };

enum scene_shape { SHAPE_RECT, SHAPE_ROUNDED, SHAPE_LINE };

enum scene_pattern { PATTERN_NONE, PATTERN_SOLID, PATTERN_HATCH }; /* hatch: 45° lines in the fill's colour */

struct scene_path {
	enum scene_shape shape;
	struct rect rect; /* RECT, ROUNDED: the fill's outline. LINE: from (x, y) to (x + w, y + h) */
	double radius;
	enum scene_pattern pattern;
	struct color fill;
	struct color ground;            /* HATCH: what shows between the lines is the backdrop; kept for the checks */
	double hatch_step, hatch_width; /* at right angles to the lines */
	double stroke;                  /* width, 0 for none. RECT and ROUNDED: drawn inside the outline */
	struct color stroke_color;
};

struct scene_tint { /* bytes of a block's text in another colour, a cluster at a time */
	size_t start, end;
	struct color color;
};

struct scene_span { /* bytes of a block's text that are a tag of their own: a link, a reference */
	size_t start, end;
	const struct scene_tag *tag;
};

struct scene_text {
	struct point at; /* left end of the first baseline */
	const struct text_block *block;
	struct color color;
	const struct scene_tint *tints; /* sorted, disjoint */
	size_t n_tints;
	const struct scene_span *spans; /* sorted, disjoint */
	size_t n_spans;
	bool spaced; /* what its tag holds next is another word */
};

struct scene_image {
	struct rect rect;
	const char *name, *alt;
	const char *bytes; /* of the file: PNG or SVG */
	size_t size;
};

struct scene_link {
	struct rect rect;
	const char *uri; /* "#name" leads to a target of the same document */
};

struct scene_target { /* where links lead to; with a title it is in the outline */
	struct point at;
	const char *name, *title;
	int level; /* of the outline, from 1 */
};

struct scene_figure { /* a scene in the scene, proved by itself */
	struct point at;
	const struct scene *scene;
	const char *name; /* "Figure 3" */
};

enum { SCENE_NO_DATUM = -1, SCENE_NO_SCALE = -1 };

struct scene_item {
	enum scene_kind kind;
	enum scene_role role;
	const struct scene_tag *tag; /* that it is content of; NULL: of none */
	int datum;            /* number of the row it belongs to, or SCENE_NO_DATUM; in prose that of its block */
	int scale;            /* MARK, WHISKER: index in scene.scales */
	int scale_y;          /* DOT in a scatter, else SCENE_NO_SCALE */
	double value;         /* MARK, DOT: what it says. VALUE: the number that is printed, unrounded. PART: its own */
	double value_y;       /* DOT on scale_y */
	bool change;          /* VALUE: a difference, printed with its sign */
	double low, high;     /* WHISKER */
	bool declared_inside; /* TEXT that stands on its own mark or panel */
	bool outlier;
	union {
		struct scene_path path;
		struct scene_text text;
		struct scene_image image;
		struct scene_link link;
		struct scene_target target;
		struct scene_figure figure;
	};
};

struct scene_scale { /* position = zero + per_unit * value: x, or y if vertical (then per_unit is negative) */
	double zero, per_unit;
	bool vertical;
	bool logarithmic; /* of log10(value) */
	bool positions;   /* only dots stand on it; 0 need not be on it */
	int measure;      /* scales of one measure are equally long; -1 for one that is compared with no other */
	double low, high; /* the domain */
	const char *unit;
	struct rect plot; /* marks stay inside */
};

struct scene_measure { /* how a column of values is printed */
	const char *unit;
	const char *name;  /* of the benchmark, NULL if it stands for several */
	const char *words; /* the unit as a reader has to find it: "million tokens"; NULL if it has none */
	int decimals;
	int magnitude; /* the power of ten in which they are printed */
};

struct scene_datum {        /* a value that this page shows, or would show if it were known */
	const char *name;   /* of its row, as drawn, whole */
	const char *column; /* of its column, NULL if there is only one */
	size_t row, place;  /* of all rows of the page, from 0; its column among all of the chart */
	int measure;        /* in scene.measures */
	bool words_left;    /* its value stands left of its dot */
	bool by_position;   /* its mark is a dot: words stand right of it, whatever its sign */
	bool marked;        /* a bar or dot stands for it, else the printed value alone */
	bool present;       /* has a value */
	double value;
	int rank; /* 0: not ranked */
	bool tied;
	bool claimed;
	bool interval;  /* its uncertainty is known */
	bool efficient; /* nothing else on the scatter is as good in both */
};

struct scene_extent {     /* nothing is dropped: known = here + elsewhere + told */
	size_t known;     /* there are */
	size_t here;      /* on this page */
	size_t elsewhere; /* on other pages */
	size_t told;      /* said in words, not drawn; if any, a NOTE holds the number */
};

struct scene_known { /* a value of the chart, on whatever page it stands */
	double value;
	int measure;
	int rank;
	bool claimed;
};

struct scene_paper {      /* of a page of a briefing */
	struct rect body; /* what blocks fill */
	double step;      /* of the grid of lines */
	bool cover;       /* it has no footer */
	bool narrow;      /* running text stands in two narrow columns */
};

struct scene {
	const struct scene_paper *paper; /* NULL: a chart by itself */
	double width, height;            /* points */
	double u;                        /* size of label text */
	double text_min;                 /* smallest text allowed on this medium */
	double pixel;                    /* one device pixel in points, 0 where there is none */
	struct rect safe;                /* nothing but the background and panels reaches outside */
	struct color background;
	struct color muted; /* the grey of what is only context: it is no category */
	const char *title, *source;
	const char *part; /* of a figure that goes over several pages: "Rows 51 to 100 of 230"; NULL if it is whole */
	const char *alt;  /* what the figure says, for those who do not see it */
	const struct language *language;
	const char *data_hash;
	struct scene_item *items;
	size_t n_items, capacity;
	struct scene_scale *scales;
	size_t n_scales;
	struct scene_datum *data;
	size_t n_data;
	size_t page; /* of its chart, from 0 */
	struct scene_extent rows, columns;
	int sorted;        /* rows by value: 1 largest first, -1 smallest first, 0 in another order, which is said */
	bool rows_counted; /* rows are benchmarks, and words count them: "on three of six" */
	int better_x, better_y;          /* of a scatter: 1 more, -1 less is better; 0 no scatter */
	const struct scene_known *known; /* all values; none: those of the items */
	size_t n_known;
	const char *const *names; /* of models and benchmarks of which the words may speak, beside those of the data */
	size_t n_names;
	const char *vintage; /* the date of the data, as it is printed; NULL if they have none */
	const struct scene_measure *measures;
	size_t n_measures;
	struct arena *arena;
};

struct scene *scene_new(struct arena *arena, double width, double height);

/* A fresh item at the end, all zero but kind, role and no datum and no scale; fill it in before the next is added. */
struct scene_item *scene_add(struct scene *scene, enum scene_kind kind, enum scene_role role);

/* Shorthands for what is drawn most. They return the item, for datum and value to be set. */
struct scene_item *scene_add_rect(struct scene *scene, enum scene_role role, struct rect rect, struct color fill);
struct scene_item *scene_add_line(struct scene *scene, enum scene_role role, struct point from, struct point to,
                                  double width, struct color color);
struct scene_item *scene_add_text(struct scene *scene, enum scene_role role, struct point at,
                                  const struct text_block *block, struct color color);

/* The parts of a run in one colour each, in the order of reading: the next one from *at, which is 0 at first and moves
 * behind it. False at the end of the run. All of the run where there are no tints. */
bool scene_tinted(const struct scene_text *text, const struct text_run *run, size_t *at, struct text_run *part,
                  struct color *color);

/* Where an item puts ink (strokes included), and for text its logical box (ascent to descent, advance widths). */
struct rect scene_ink(const struct scene_item *item);
struct rect scene_logical(const struct scene_item *item);

const char *scene_role_word(enum scene_role role);

/* The scene as text, a line an item, lengths to 1/100 point: for tests and for `--format scene`. On the arena. */
char *scene_dump(struct arena *arena, const struct scene *scene);

#endif
