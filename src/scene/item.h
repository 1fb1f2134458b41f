/* item.h: one thing that is drawn at its place, or that only leads somewhere: kinds and shapes for painters, roles and
 * values for the proof. */
#ifndef SCENE_ITEM_H
#define SCENE_ITEM_H

#include "base/geom.h"
#include "scene/tag.h"
#include "style/color.h"
#include "text/text.h"

#include <stddef.h>

struct artwork; /* paint/picture.h */
struct scene;
struct scene_own;

enum scene_role {
	ROLE_BACKGROUND, /* the page's colour */
	ROLE_PANEL,      /* a card, a pill's ground */
	ROLE_RULE,       /* decoration: a rule, the tag */
	ROLE_GRID,
	ROLE_BAND,   /* between the two courses of a frontier */
	ROLE_CORNER, /* where both values of a scatter are better */
	ROLE_MARK,   /* a bar: its length from zero stands for a value */
	ROLE_PART,   /* a piece of a stacked bar, from the piece before */
	ROLE_DOT,    /* its middle's position stands for a value, on two scales in a scatter */
	ROLE_OTHER,  /* a dot for a value that another source gives */
	ROLE_CELL,   /* a field that is shaded by a value */
	ROLE_WHISKER,
	ROLE_SPREAD, /* from one quantile of the results to another: thick or thin */
	ROLE_RUN,    /* a small dot for a single result */
	ROLE_BASELINE,
	ROLE_REFERENCE, /* a line at a value that is no row */
	ROLE_RANGE,     /* what lies between two such values; its edges, each of one value */
	ROLE_LEAD,      /* the interval of the best, down all rows: who reaches into it may be as good */
	ROLE_TIE,       /* a bracket beside rows that share a rank */
	ROLE_AXIS,      /* a line of an axis, a tick */
	ROLE_CONNECT,   /* a line from one dot of a datum to the other, the frontier */
	ROLE_LEADER,    /* a line from a label to its mark */
	ROLE_POINTER,   /* a line from an annotation to its mark */
	ROLE_CHIP,      /* a patch of colour beside a name, or in a key */
	ROLE_TITLE,
	ROLE_SUBTITLE,
	ROLE_HEADING,   /* what is shown, between title and subtitle */
	ROLE_DIRECTION, /* "Higher is better" */
	ROLE_HEAD,      /* above a column, a panel, an axis */
	ROLE_GROUP,     /* above the rows of a group */
	ROLE_TICK,      /* a number at a tick */
	ROLE_WORD,      /* words in a column of words; a word in the plot */
	ROLE_RANK,
	ROLE_LABEL,      /* a row's name */
	ROLE_MAKER,      /* who made it, beside the name */
	ROLE_VALUE,      /* a printed value */
	ROLE_SHARE,      /* a number printed in a PART: what that stands for */
	ROLE_REMARK,     /* words beside a value: "claimed" */
	ROLE_ANNOTATION, /* what an author says of one value */
	ROLE_ABSENT,     /* words instead of a mark: "not reported" */
	ROLE_GAP,        /* where rows are left out: "3 more", and its dots */
	ROLE_KEY,
	ROLE_NOTE,
	ROLE_SOURCE,
	ROLE_PAGE, /* footer: title, page n of N */
	/* on the pages of a briefing */
	ROLE_SECTION,  /* a heading */
	ROLE_PROSE,    /* a line of running text */
	ROLE_ENTRY,    /* a line of the contents */
	ROLE_FIELD,    /* a line in a cell of a table */
	ROLE_SIGN,     /* a disc, a ring or a dash before the words of a cell, which say the same */
	ROLE_SPARK,    /* of a small chart among text: its line from low to high, its round dots, words at its ends */
	ROLE_STRIKE,   /* a line through words that are struck out, of the datum of their text */
	ROLE_CODE,     /* a line of code */
	ROLE_CAPTION,  /* "Figure 3", words below a picture */
	ROLE_FOOTNOTE, /* a line of one */
	ROLE_MARGIN,   /* a remark in the margin */
	ROLE_SIDE,     /* a line beside the text */
	ROLE_FIGURE,
};
enum { SCENE_ROLES = ROLE_FIGURE + 1 };

/* "bar", "missing value": for messages. */
const char *scene_role_word(enum scene_role role);

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

struct scene_answer { /* bytes of a block's text that an expression gave, and where that stands in the source */
	size_t start, end;
	int line, column;
};

struct scene_origin { /* of a text: where its author wrote it, or what it is made by */
	int line, column;
	const struct scene_answer *answers; /* in their order */
	size_t n_answers;
};

struct scene_image {
	struct rect rect;
	const char *name, *alt;
	const struct artwork *art; /* what painters draw */
	bool fills;                /* it keeps its shape and fills the rectangle; what does not fit is cut off */
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
	const char *name;                    /* "Figure 3" */
	double scale;                        /* how large it is painted; 0: as it is */
	const struct scene_tag *const *tags; /* of its items, see voice.h; NULL: all are content of its own tag */
};

/* What a text tells the reader of the evidence; the proof looks for it where it is declared, and for its words there.
 */
enum scene_says {
	SAYS_DIRECTION = 1, /* which way is better */
	SAYS_SOURCE = 2,
	SAYS_LOG = 4,       /* that a scale is logarithmic */
	SAYS_CLAIM = 8,     /* that a value is claimed; a note: what that means */
	SAYS_CONFLICT = 16, /* †: that sources disagree on a value; a note: what they say */
	SAYS_INTERVALS = 32,
	SAYS_NO_INTERVALS = 64,
	SAYS_LEFT_OUT = 128,     /* a note: what is not drawn, by name */
	SAYS_ROUNDED = 256,      /* that values have fewer digits than their sources gave */
	SAYS_QUOTED = 512,       /* words of the data, which may say anything */
	SAYS_REFERENCE = 1024,   /* what a reference line is, its value and who gives it */
	SAYS_WITHHELD = 2048,    /* that claims are left out */
	SAYS_RATE = 4096,        /* how fast the best so far grew */
	SAYS_OTHERS = 8192,      /* what the strokes of other sources are */
	SAYS_UNSIGNED = 32768,   /* ‡: that nobody says who measured a value; a note: what the mark means */
	SAYS_MULTIPLE = 16384,   /* how many times one of a value and the best one the other is */
	SAYS_CONVENTION = 65536, /* what means the same under every chart: told.h */
};

enum { SCENE_NO_DATUM = -1, SCENE_NO_SCALE = -1 };

struct scene_item {
	enum scene_kind kind;
	enum scene_role role;
	const struct scene_tag *tag; /* that it is content of; NULL: of none */
	int datum;    /* number of the row it belongs to, or SCENE_NO_DATUM; in prose that of its block */
	int scale;    /* MARK, WHISKER: index in scene.scales */
	int scale_y;  /* DOT in a scatter, else SCENE_NO_SCALE */
	double value; /* MARK, DOT: what it says. VALUE, SHARE: the number that is printed, unrounded. PART: its own */
	double value_y;       /* DOT on scale_y */
	int column;           /* WORD: of numbers beside the values, its column from 1; PART, SHARE: which part, from 1;
	                       * 0: none. SPREAD: 1 inner, 2 outer */
	bool change;          /* VALUE: a difference, printed with its sign */
	double low, high;     /* WHISKER, RANGE, SPREAD */
	bool declared_inside; /* TEXT that is on its own mark or panel */
	bool outlier;
	unsigned says;                     /* TEXT: of enum scene_says */
	const struct scene_own *own;       /* TEXT: as much of it as its author wrote; NULL: nothing */
	const struct scene_origin *origin; /* TEXT; NULL: nobody knows */
	union {
		struct scene_path path;
		struct scene_text text;
		struct scene_image image;
		struct scene_link link;
		struct scene_target target;
		struct scene_figure figure;
	};
};

#endif
