/* box.h: a piece of the galley that is never split: a line, a row of a table, a figure.
 *
 * A box has what is painted, in points from its own top left corner, and what a break between pages has to respect.
 * Boxes live on the galley's arena of boxes; what their items refer to does not. */
#ifndef BRIEF_BOX_H
#define BRIEF_BOX_H

#include "brief/speech.h"
#include "scene/scene.h"

struct box_ground {         /* the field of a note, the bar of a quote */
	bool here, first;   /* the first box of a ground does not reach over the air above */
	double over, under; /* how far the ground reaches beyond the box: the first, the last */
};

struct box_side { /* what stands in the side column beside a box */
	struct box *const *boxes;
	size_t n;
	double down;   /* from the top of that box to its own: their first lines are level */
	double height; /* of its own boxes, one below the other */
	struct box_side *next;
};

struct box {
	double height;
	double above;            /* air, but not at the top of a page */
	bool tied;               /* stays with the box before it */
	bool wide;               /* as wide as all columns */
	bool paired;             /* of a block of columns: flows in two columns */
	bool breaks;             /* begins a page */
	bool floats;             /* a figure: later text may be set before it where it does not fit */
	bool barrier;            /* no text after it is set before a figure that precedes it */
	bool plate;              /* fills a slide from edge to edge */
	bool broad;              /* reaches into the side column, or ends what stands there */
	bool part;               /* begins a part of a deck */
	bool appendix;           /* set smaller */
	bool continued;          /* on a slide whose title is that of the one before */
	bool loose;              /* starts where the one before it ends, not on the grid: rows */
	const struct box *head;  /* of a table: set again at the top of the next page */
	const struct box *again; /* of a section on slides: the same for what continues on the next one */
	struct box_side *side;   /* NULL: nothing */
	size_t *notes;           /* footnotes it refers to */
	size_t n_notes, notes_room;
	struct slide_speech speech;   /* of the slide that this is on */
	struct box_ground panel, bar; /* painted by the first of the items, in this order */
	struct scene_item *items;
	size_t n_items, room;
	const char *section; /* a heading's text, for the header of the page; NULL for others */
	int section_level;
	size_t heading;     /* in galley.headings, where there is a section */
	size_t n_also;      /* headings before that one which are here, too */
	const char *entry;  /* of the contents: anchor of the heading whose page number is at its end; else NULL */
	double entry_right; /* where that number ends */
};

/* Makes room for items that are about to be added, in one piece. */
void box_reserve(struct arena *arena, struct box *box, size_t more);

/* A new item of the box, of no datum and no scale. Valid until the next one. */
struct scene_item *box_add(struct arena *arena, struct box *box, enum scene_kind kind, enum scene_role role);
void box_add_rect(struct arena *arena, struct box *box, enum scene_role role, struct rect rect, struct color fill);

#endif
