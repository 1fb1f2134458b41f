/* stream.h: boxes on their way onto pages: the page at hand, and how far it is filled. Private to the flow.
 *
 * flow.c decides what comes next; this places it, with its footnotes, and opens new pages. */
#ifndef BRIEF_STREAM_H
#define BRIEF_STREAM_H

#include "brief/galley.h"
#include "brief/placed.h"

enum { COLUMN_STEPS_MIN = 4 }; /* columns less tall are not begun */

struct stream_side {     /* what stands in the side column of the page */
	size_t first, n; /* of the page's items */
	double y, height;
};

struct stream {
	struct galley *g;
	struct flow *out;
	size_t most; /* pages: no more boxes are placed when there is one more */
	struct flow_page *page;
	double y;                  /* where the last box ended */
	bool under;                /* a figure */
	double top;                /* of the page: what it had before any box */
	const struct box *section; /* whose heading is set again where it continues; NULL: none */
	size_t n_again;            /* items of the page that are such a heading */
	struct stream_side *sides; /* from the top down */
	size_t n_sides, sides_room;
	size_t n_still;                  /* of them, those that something broad stands below: they move no more */
	double side_top;                 /* the others move up as far as this */
	const struct box_side **waiting; /* found no room on the page of their box */
	size_t n_waiting, waiting_room;
	bool hold; /* what waits does so until the boxes at hand are placed: they have room without it only */
	bool *done; /* boxes that went before their turn */
};

void stream_new_page(struct stream *s);

/* A page for what continues from this one: on slides with its section's heading. */
void stream_next_page(struct stream *s);

bool stream_is_empty(const struct stream *s);

/* Nothing would look better on the next page. */
bool stream_is_fresh(const struct stream *s);

/* Height of the page's body that its footnotes leave. */
double stream_room(const struct stream *s);

/* Height of the footnotes that boxes from..to would bring. */
double stream_new_notes(const struct stream *s, size_t from, size_t to);

/* Where a box would begin: on the grid, with its air, but not at the top of a page. first: of what is placed now. */
double stream_start(const struct stream *s, const struct box *box, double y, bool first);

/* Places a box alone. */
void stream_lay(struct stream *s, const struct box *box, double x, double y);

/* Places a box, takes its footnotes and what stands beside it; y of the stream stays. */
void stream_put(struct stream *s, const struct box *box, double x, double y);

/* The header of a table once more: nothing begins beside it. */
void stream_put_again(struct stream *s, const struct box *head, double y);

/* Places boxes from..to below each other. */
void stream_place(struct stream *s, size_t from, size_t to);

bool stream_in_columns(const struct stream *s, const struct box *box);

/* Past the boxes that have to stay with box i, or past so many of them that no page takes them. */
size_t stream_chunk_end(const struct stream *s, size_t i);

/* ---- stream_side.c ---- */

/* Where a box would begin if it must not before y: below what stands in the side column if it is broad. */
double stream_below_sides(const struct stream *s, const struct box *box, double y);

/* Height of those that may move, one below the other, with the air below the last. */
double stream_movable(const struct stream *s);

/* Height of what stands beside a box, and the air between. */
double stream_sides_height(const struct box *box);

void stream_open_sides(struct stream *s); /* of a new page */

/* A box was put at y: sides make room for it if it is broad, what stands beside it takes its place. */
void stream_put_sides(struct stream *s, const struct box *box, double y);

/* What still waits when the last box is placed gets pages of its own. */
void stream_end_sides(struct stream *s);

/* ---- columns.c ---- */

/* Past the boxes that flow in columns with box i. */
size_t stream_columns_end(const struct stream *s, size_t i);

/* As many of the boxes from..to as the page has room for; past the last. Whole paragraphs, if that leaves no third of
 * the page empty. */
size_t stream_fill_columns(struct stream *s, size_t from, size_t to);

/* Boxes from..to in two columns, level at their end; what does not fit continues on the next page. */
void stream_flow_columns(struct stream *s, size_t from, size_t to);

#endif
