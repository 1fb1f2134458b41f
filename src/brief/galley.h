/* galley.h: blocks, measured: one long column of boxes, each a whole number of steps high, which flow.h cuts into
 * pages.
 *
 * A box holds what is painted, from its own top left corner, and what a break has to respect. */
#ifndef BRIEF_GALLEY_H
#define BRIEF_GALLEY_H

#include "brief/paper.h"
#include "scene/scene.h"

struct box_ground {         /* the field of a note, the bar of a quote */
	bool here, first;   /* the first does not reach over the air above */
	double over, under; /* beyond the box: the first, the last */
};

struct box {
	double height;
	double above;            /* air, but not at the top of a page */
	bool tied;               /* stays with the box before it */
	bool wide;               /* goes over all columns */
	bool paired;             /* of a block of columns: flows in two columns */
	bool breaks;             /* begins a page */
	bool floats;             /* a figure: text may be set before it where it does not fit */
	bool barrier;            /* no text from behind it is set before a figure that stands before it */
	bool plate;              /* fills a slide from edge to edge */
	const struct box *head;  /* of a table: set again at the top of the next page */
	const struct box *again; /* of a section on slides: the same for what goes on on the next one */
	size_t *notes;           /* footnotes it refers to */
	size_t n_notes, notes_room;
	struct box_ground panel, bar; /* the first of the items, in this order */
	struct scene_item *items;
	size_t n_items, room;
	const char *section; /* a heading's text, for the header of the page; NULL for others */
	int section_level;
	size_t heading;     /* in galley.headings, where there is a section */
	double entry_right; /* where that number ends */
	const char *entry;  /* of the contents: anchor of the heading whose page number stands at its end; else NULL */
	bool loose;         /* stands where the one before it ends, not on the grid: rows */
};

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
	const struct brief_maker *maker;
	struct box **boxes;
	size_t n_boxes, room;
	struct heading *headings;
	size_t n_headings, headings_room;
	int n_paragraphs;
	struct scene_tag *front;  /* cover or masthead */
	struct scene_tag *tag;    /* what is set now is its content; NULL: of none */
	struct scene_tag **notes; /* of the footnotes that were referred to */
	/* the links, then the references, of the text in `tag` */
	const struct scene_tag *inlines_of;
	struct scene_tag **inlines;
	/* where blocks are set at the moment */
	double x, width;
	bool wide, paired;
	double air;                         /* that the next box has above it at least: behind a field of colour */
	bool panel;                         /* a note's ground behind every box */
	double panel_x, panel_width, bar_x; /* where these are */
	bool bar;                           /* a quote's line beside every box */
	bool footnote;                      /* smaller type, its own steps */
};

struct brief_picture {
	const char *bytes;
	size_t size;
	double width, height;
};

/* Charts and images come from outside: this floor opens no files. */
struct brief_maker {
	void *closure;
	/* Pages of a chart for this width and height; false after errors. */
	bool (*chart)(void *closure, const struct block *block, double width, double height, struct chart_pages *pages);
	/* A picture's bytes and its size in points; false after an error at place. */
	bool (*image)(void *closure, const char *path, struct place place, struct brief_picture *picture);
};

/* All blocks of the briefing, contents included. False after errors. */
bool galley_fill(struct galley *g);

/* One footnote, as boxes of its own galley. */
struct galley galley_of_note(const struct galley *g, size_t note);

/* ---- for the files of the galley ---- */

/* Opens a tag below the one that is open, and returns that, for g->tag to be set to when this one ends. */
struct scene_tag *galley_open(struct galley *g, enum scene_tag_kind kind);

/* A new box with the air above it, on a panel or beside a bar where one is open. */
struct box *galley_box(struct galley *g, double height, double above);
struct scene_item *box_add(struct galley *g, struct box *box, enum scene_kind kind, enum scene_role role);
void box_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
              const struct text_block *block, struct color color);

void box_rect(struct galley *g, struct box *box, enum scene_role role, struct rect rect, struct color fill);

/* galley_box.c: when all boxes are there: fields of colour meet and end where their texts do. */
void galley_settle(struct galley *g);

/* galley_line.c: text as it is set at the moment: in the body or in a footnote. */
struct text_style galley_style(const struct galley *g);
double galley_step(const struct galley *g);
double galley_rise(const struct galley *g);

/* A bar beside a line whose claim does not hold, and words where there is room for them. */
void box_doubt(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes);

/* galley_heading.c */
void galley_heading(struct galley *g, const struct block *block);
void galley_contents(struct galley *g);
/* What follows a heading stays with it. */
void galley_tie_headings(struct galley *g);

/* A line of rich text: its tints, links and notes. first: offset of the line in the text. */
void box_rich_line(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                   const struct rich *rich, const struct text_block *block, size_t line, struct color color);

const struct text_block *galley_shape(struct galley *g, const struct rich *rich, struct text_style style, double width,
                                      double step);

/* galley_table.c */
void galley_table(struct galley *g, const struct block *block);

/* galley_figure.c */
bool galley_chart(struct galley *g, const struct block *block);
bool galley_image(struct galley *g, const struct block *block);

#endif
