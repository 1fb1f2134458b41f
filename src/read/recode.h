/* recode.h: a file as it lies on disk -> text in UTF-8.
 *
 * Spreadsheets save UTF-16 or Windows-1252, and large files are packed with gzip. A packed file is unpacked up to the
 * size that is read at all; UTF-16 is told by its mark or by its zeros; Windows-1252 is only taken where a table is no
 * UTF-8 at all, and a note says so, since nothing in the file tells. What is UTF-8 already is not copied. */
#ifndef READ_RECODE_H
#define READ_RECODE_H

#include "read/read.h"

/* *name loses ".gz". The new bytes are on the arena. False with an error. */
bool recode(struct arena *arena, const char **name, struct bytes *bytes, struct diags *diags);

#endif
