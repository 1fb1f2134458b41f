/* seal.h: whether a file is still as it was written.
 *
 * A file ends up with "benchbrief-seal:sha256:" and 64 hex digits somewhere inside: the hash of the whole file with
 * zeros in place of the digits. It shows that a file was damaged, edited, recompressed or stripped; it protects from
 * nobody who means to deceive, since anyone can compute it. Private to paint/, but for enum paint_seal in paint.h. */
#ifndef PAINT_SEAL_H
#define PAINT_SEAL_H

#include "paint/paint.h"

extern const char seal_blank[]; /* a seal that is still open: to be written into a file once */

/* Fills the last blank of the file in. tail: how many bytes after the digits depend on them (a checksum) and are left
 * out of the hash; whoever writes them does it afterwards. */
void seal_close(void *file, size_t size, size_t tail);

enum paint_seal seal_check(struct bytes file, size_t tail);

#endif
