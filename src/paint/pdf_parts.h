/* pdf_parts.h: what pdf_finish.c adds, each part from a file of its own. Private to paint/. */

#ifndef PAINT_PDF_PARTS_H
#define PAINT_PDF_PARTS_H

#include "paint/pdf.h"
#include "paint/pdf_file.h"

/* pdf_content.c: the operators of a page with all that is content of no tag marked as an artifact. NULL if the pieces
 * of content are not n, numbered from 0. */
char *pdf_content_mark(struct arena *arena, const char *operators, size_t size, int n, size_t *out_size);

/* pdf_tree.c: the tree of tags, and the annotations of links, which are part of it. */
void pdf_tree_add(struct pdf_file *f, const struct pdf_draft *draft);

/* pdf_link.c: an object of its own. Its number in the tree of parents is that of the link after all pages. */
qpdf_oh pdf_link_annotation(struct pdf_file *f, const struct pdf_draft *draft, const struct pdf_link *link);

/* pdf_meta.c: who, what, when, in which colours; and the files inside. */
void pdf_meta_add(struct pdf_file *f, const struct pdf_draft *draft);
void pdf_attachments_add(struct pdf_file *f, const struct pdf_draft *draft);

/* The profile of the colours that everything is painted in. */
struct bytes pdf_srgb(struct arena *arena);

#endif
