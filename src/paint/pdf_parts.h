/* pdf_parts.h: what pdf_finish.c adds, each part from a file of its own. Private to paint/. */

#ifndef PAINT_PDF_PARTS_H
#define PAINT_PDF_PARTS_H

#include "paint/pdf.h"
#include "paint/pdf_file.h"

struct pdf_tail;

/* pdf_content.c: the operators of a page with all that is content of no tag marked as an artifact. NULL if the pieces
 * of content are not n, numbered from 0. */
char *pdf_content_mark(struct arena *arena, const char *operators, size_t size, int n, size_t *out_size);

/* pdf_link.c: annotations, on their pages in the order of the links. The number of one in the tree of parents is that
 * of the link after all pages. */
void pdf_links_add(struct pdf_file *f, const struct pdf_draft *draft);

/* The numbers of objects in a file that is written: of pages, of the annotations of links, of the root of the tree. */
struct pdf_places {
	size_t *pages, *links, root;
};

/* pdf_tree.c: the tree of tags, whose root is replaced. */
void pdf_tree_put(struct pdf_tail *tail, const struct pdf_draft *draft, const struct pdf_places *places);

/* pdf_meta.c: who, what, when, in which colours; and the files inside. */
void pdf_meta_add(struct pdf_file *f, const struct pdf_draft *draft);
void pdf_attachments_add(struct pdf_file *f, const struct pdf_draft *draft);

/* The profile of the colours that everything is painted in. */
struct bytes pdf_srgb(struct arena *arena);

#endif
