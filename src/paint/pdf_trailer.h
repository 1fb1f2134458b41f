/* pdf_trailer.h: what the end of a PDF says of itself, as far as an update that is written behind it repeats it. Any
 * file that keeps to the format is read, however its writer breaks lines and whichever kind of table it has. Private
 * to paint/. */
#ifndef PAINT_PDF_TRAILER_H
#define PAINT_PDF_TRAILER_H

#include "base/file.h"

#include <stddef.h>

struct pdf_trailer {
	size_t table;                /* where the last table of objects begins */
	bool plain;                  /* it is text ("xref"), no stream */
	size_t size;                 /* one more than the largest number of an object */
	struct bytes root, info, id; /* as they stand in the file; info: empty if there is none */
};

/* False if the file does not end as a PDF does, lacks a root or an identity, or is encrypted. */
bool pdf_trailer_read(struct bytes file, struct pdf_trailer *out);

#endif
