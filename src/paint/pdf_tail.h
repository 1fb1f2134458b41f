/* pdf_tail.h: objects that are written behind a file that libqpdf has finished, as an update of it. libqpdf keeps
 * almost two kilobytes for each object until its file is written, and a long table has an object for each of its cells.
 * Private to paint/. */
#ifndef PAINT_PDF_TAIL_H
#define PAINT_PDF_TAIL_H

#include "base/file.h"

#include <stddef.h>

struct arena;
struct pdf_tail;
struct strbuf;

/* NULL if the end of the file cannot be read. Where its table of objects is text, so is what is added. */
struct pdf_tail *pdf_tail_open(struct arena *arena, struct bytes file);

/* The first of n numbers in a row, for new objects. Each is to be put before the end. */
size_t pdf_tail_reserve(struct pdf_tail *t, size_t n);

/* The object of this number is what was written to the buffer, which is emptied. One object of the file before may be
 * replaced. */
void pdf_tail_put(struct pdf_tail *t, size_t number, struct strbuf *text);

/* The whole file, sealed. */
struct bytes pdf_tail_close(struct pdf_tail *t);

/* As a file says it; a text is UTF-16 where it is not ASCII. */
void pdf_add_text(struct strbuf *b, const char *text);
void pdf_add_number(struct strbuf *b, size_t n);

#endif
