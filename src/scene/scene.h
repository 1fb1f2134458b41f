/* scene.h: the finished layout of one page: items at fixed positions.
 *
 * Charts and briefings make scenes; painters draw them without measuring or moving anything; proof.h checks them
 * before. Items are drawn in their order. A scene and all it points to lives on one arena, but text blocks, which
 * belong to their font set. Lengths are points, the origin is the page's top left corner. */
#ifndef SCENE_SCENE_H
#define SCENE_SCENE_H

#include "base/geom.h"
#include "style/color.h"
#include "text/text.h"

#include <stddef.h>

enum scene_role {
	ROLE_BACKGROUND, /* the page's colour */
	ROLE_PANEL,      /* a card, a pill's ground */
	ROLE_RULE,       /* decoration: a rule, the tag */
	ROLE_GRID,
	ROLE_MARK, /* stands for a value: its length counts */
	ROLE_WHISKER,
	ROLE_BASELINE,
	ROLE_CHIP, /* a patch of colour beside a name, or in a key */
	ROLE_TITLE,
	ROLE_SUBTITLE,
	ROLE_DIRECTION, /* "Higher is better" */
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
};

enum scene_kind { SCENE_GROUP, SCENE_PATH, SCENE_TEXT, SCENE_IMAGE, SCENE_LINK };

enum scene_shape { SHAPE_RECT, SHAPE_ROUNDED, SHAPE_LINE, SHAPE_POLYGON };

enum scene_pattern { PATTERN_NONE, PATTERN_SOLID, PATTERN_HATCH }; /* hatch: 45° lines in the fill's colour */

struct scene_path {
	enum scene_shape shape;
	struct rect rect; /* RECT, ROUNDED: the fill's outline. LINE: from (x, y) to (x + w, y + h) */
	double radius;
	const struct point *points; /* POLYGON, closed */
	size_t n_points;
	enum scene_pattern pattern;
	struct color fill;
	struct color ground;            /* HATCH: what shows between the lines is the backdrop; kept for the checks */
	double hatch_step, hatch_width; /* at right angles to the lines */
	double stroke;                  /* width, 0 for none. RECT and ROUNDED: drawn inside the outline */
	struct color stroke_color;
};

struct scene_text {
	struct point at; /* left end of the first baseline */
	const struct text_block *block;
	struct color color;
};

struct scene_image {
	struct rect rect;
	const char *file;
};

struct scene_link {
	struct rect rect;
	const char *uri;
};

struct scene_group {      /* the items that follow, up to count, belong together; nothing is transformed */
	const char *name; /* of the figure, the table, the row */
	size_t count;
};

enum { SCENE_NO_DATUM = -1, SCENE_NO_SCALE = -1 };

struct scene_item {
	enum scene_kind kind;
	enum scene_role role;
	int datum;            /* number of the row it belongs to, or SCENE_NO_DATUM */
	int scale;            /* MARK, WHISKER: index in scene.scales */
	double value;         /* MARK: what its length says. VALUE: the number that is printed, unrounded */
	double low, high;     /* WHISKER */
	bool declared_inside; /* TEXT that stands on its own mark or panel */
	bool outlier;
	union {
		struct scene_group group;
		struct scene_path path;
		struct scene_text text;
		struct scene_image image;
		struct scene_link link;
	};
};

struct scene_scale { /* horizontal, linear: x = zero + per_unit * value */
	double zero, per_unit;
	double low, high; /* the domain */
	const char *unit;
	struct rect plot; /* marks stay inside */
};

struct scene_datum {      /* a row of data that this page shows */
	const char *name; /* as drawn, whole */
	bool present;     /* has a value */
	double value;
	int rank; /* 0: not ranked */
	bool tied;
	bool claimed;
};

struct scene {
	double width, height; /* points */
	double u;             /* size of label text */
	double text_min;      /* smallest text allowed on this medium */
	double pixel;         /* one device pixel in points, 0 where there is none */
	struct rect safe;     /* nothing but the background and panels reaches outside */
	struct color background;
	struct color muted; /* the grey of what is only context: it is no category */
	const char *title, *alt, *source,
		*language; /* for metadata; alt: what the figure says, for those who do not see it */
	const char *data_hash;
	struct scene_item *items;
	size_t n_items, capacity;
	struct scene_scale *scales;
	size_t n_scales;
	struct scene_datum *data;
	size_t n_data;
	size_t rows_known;     /* rows there are */
	size_t rows_elsewhere; /* drawn on other pages */
	size_t rows_told;      /* said in words, not drawn; if any, a NOTE holds the number */
	int decimals;          /* of every VALUE, -1 if there are none */
	int magnitude;         /* the power of ten in which VALUEs are printed */
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

/* Where an item puts ink (strokes included), and for text its logical box (ascent to descent, advance widths). */
struct rect scene_ink(const struct scene_item *item);
struct rect scene_logical(const struct scene_item *item);

const char *scene_role_word(enum scene_role role);

/* The scene as text, a line an item, lengths to 1/100 point: for tests and for `--format scene`. On the arena. */
char *scene_dump(struct arena *arena, const struct scene *scene);

#endif
