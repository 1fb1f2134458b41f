/* pdf.h: a PDF on its way from scenes to bytes. Private to paint/.
 *
 * Cairo draws the pages and numbers what was content of a tag (pdf_draw.c). What Cairo 1.16 cannot say is added
 * afterwards (pdf_finish.c): the tree of tags, links, metadata, attachments. Cairo's own tree is left behind: its
 * elements cannot continue on another page, nor be read in another order than they are drawn. The tree has an object
 * for each cell of each table, so it does not pass through libqpdf: it is written behind the file (pdf_tail.c). */
#ifndef PAINT_PDF_H
#define PAINT_PDF_H

#include "paint/paint.h"
#include "scene/voice.h"

struct pdf_leaf { /* a piece of content, on one page */
	const struct scene_tag *tag;
	size_t page;
	int number;       /* on its page, from 0: its MCID */
	struct rect rect; /* FIGURE: where it is */
};

struct pdf_link {
	struct scene_link link;
	const struct scene_tag *tag;
	size_t page;
};

struct pdf_canvas;

struct pdf_draft {
	struct arena *arena;
	struct diags *diags;
	const struct paint_info *info;
	struct pdf_canvas *canvas;
	double *heights; /* of the pages */
	size_t n_pages, heights_room;
	struct scene_document document; /* of the first page */
	struct scene_voice voice;     /* of charts, whose pages are scenes by themselves; inside NULL: of a briefing */
	const struct scene_tag *root; /* NULL as long as no page had a tag */
	struct pdf_leaf *leaves;      /* as drawn */
	size_t n_leaves, leaves_room;
	struct pdf_link *links;
	size_t n_links, links_room;
	struct scene_tag **extras; /* tags that are not in the tree: of signs that are drawn as pictures */
	size_t n_extras, extras_room;
	struct bytes file; /* Cairo's */
};

/* Draws one more page. */
void pdf_draw_page(struct pdf_draft *draft, const struct scene *scene);

/* False with a diagnostic. */
bool pdf_draw_end(struct pdf_draft *draft); /* Cairo's file is complete */
bool pdf_finish(const struct pdf_draft *draft, struct bytes *out, struct diags *diags);

/* What a PDF carries: the attachment with the name of a record. */
void pdf_recover(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out, struct diags *diags);

#endif
