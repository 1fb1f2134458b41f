/* woff.h: a font file with its tables packed (W3C, WOFF 1.0), as browsers take it. Private to paint/. */
#ifndef PAINT_WOFF_H
#define PAINT_WOFF_H

#include "base/bytes.h"

struct arena;

/* On the arena. False if the bytes are no OpenType file of one face, or there is no memory to pack them. */
bool woff_pack(struct arena *arena, struct bytes font, struct bytes *out);

#endif
