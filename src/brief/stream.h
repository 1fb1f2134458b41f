/* stream.h: boxes on their way onto pages: the page at hand, and how far it is filled. Private to the flow.
 *
 * flow.c decides what comes next; this places it, with its footnotes, and opens new pages. */
#ifndef BRIEF_STREAM_H
#define BRIEF_STREAM_H

#include "brief/galley.h"
#include "brief/placed.h"

enum { COLUMN_STEPS_MIN = 4 }; /* columns less tall are not begun */

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
	bool *done;                /* boxes that went before their turn */
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

/* Places a box and takes its footnotes; y of the stream stays. */
void stream_put(struct stream *s, const struct box *box, double x, double y);

/* Places boxes from..to below each other. */
void stream_place(struct stream *s, size_t from, size_t to);

bool stream_in_columns(const struct stream *s, const struct box *box);

/* Past the boxes that have to stay with box i, or past so many of them that no page takes them. */
size_t stream_chunk_end(const struct stream *s, size_t i);

/* ---- columns.c ---- */

/* Past the boxes that flow in columns with box i. */
size_t stream_columns_end(const struct stream *s, size_t i);

/* Boxes from..to in two columns, level at their end; what does not fit continues on the next page. */
void stream_flow_columns(struct stream *s, size_t from, size_t to);

#endif
