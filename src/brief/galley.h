/* galley.h: a briefing's blocks, measured: one long column of boxes, which flow.h cuts into pages.
 *
 * Lines of text are a whole number of steps of the grid high, so that they are level across columns and pages.
 * Whoever makes a galley sets what is needed (arena to figures), calls galley_fill once, and reads boxes and headings.
 * It lives on its arena. */
#ifndef BRIEF_GALLEY_H
#define BRIEF_GALLEY_H

#include "brief/box.h"
#include "brief/briefing.h"
#include "brief/figure_source.h"
#include "brief/paper.h"
#include "brief/speech.h"

struct heading { /* for contents and outline */
	const char *text, *anchor;
	int level;
	size_t page; /* from 0; set by the flow */
};

struct galley {
	struct arena *arena;
	struct diags *diags;
	const struct briefing *briefing;
	const struct paper *paper;
	const struct look *look;
	struct fontset *fonts;
	const struct figure_source *figures;
	struct arena *boxes_arena; /* of boxes and their items, for whoever gives them back earlier; NULL: the arena */
	struct box **boxes;
	size_t n_boxes, room;
	struct heading *headings;
	size_t n_headings, headings_room;
	size_t n_pending; /* the last of them, with nothing below them: they are on the next slide */
	int n_paragraphs;
	struct scene_tag *front;  /* cover or masthead */
	struct scene_tag *tag;    /* what is set now is its content; NULL: of none */
	struct scene_tag **notes; /* of the footnotes that were referred to */
	bool *marked;             /* footnotes: a reference to it is set */
	/* tags of the links, then of the references, of the text in `tag` */
	const struct scene_tag *inlines_of;
	struct scene_tag **inlines;
	struct place at;                   /* of the block that is set now */
	const struct scene_origin *origin; /* of texts without answers at that place; NULL: none yet */
	/* where blocks are set now */
	double x, width;
	double hang; /* of the marks of list items, left of x */
	bool wide, paired;
	double air;                         /* that the next box has above it at least: after a panel */
	bool panel;                         /* a note's ground behind every box */
	double panel_x, panel_width, bar_x; /* where these are */
	bool bar;                           /* a quote's line beside every box */
	const struct block *before;         /* that was added last, in the same parent; NULL: none */
	size_t beside;                      /* box that a side block would stand beside, from 1; 0: there is none */
	bool aside;                         /* in the side column: smaller type, its own steps */
	bool footnote;                      /* smaller type, its own steps */
	bool merged; /* on slides: a heading begins none, but stands on that of the section before */
};

/* True of what stands beside the text where there is a side column. */
bool galley_is_side(const struct block *block);

/* All blocks of the briefing, contents included; those that cannot be set are reported and left out. */
void galley_fill(struct galley *g);

/* The same with slides on sheets of paper, which must outlive what is made of it, and what is said of each. */
void galley_handout(struct galley *g, struct scene *const *slides, const struct slide_speech *speeches, size_t n);

/* From the top of the first box to the bottom of the last. */
double galley_height(const struct galley *g);

/* One footnote, as boxes of its own galley. */
struct galley galley_of_note(const struct galley *g, size_t note);

/* A large value is its number and, smaller beside it, its unit: "58" and "million tokens". unit "": it has none that is
 * set apart, as "74.3%" and "fourth" have none. */
struct galley_value {
	const char *number, *unit;
};
struct galley_value galley_value_of(struct arena *arena, const char *value);

/* Of such a unit where its number has this size. */
double galley_unit_size(const struct galley *g, double size);

/* How far right of its number's end a unit begins. */
double galley_unit_gap(double size);

/* The size, this or smaller, at which the widest of these values is so wide at most. */
double galley_numbers_size(const struct galley *g, const struct block_numbers *numbers, double width, double size);

#endif
