/* record.h: where files keep their record, and how it is unpacked. Private to paint/. */
#ifndef PAINT_RECORD_H
#define PAINT_RECORD_H

#include "base/file.h"

struct arena;

extern const char record_keyword[]; /* of the chunk, the element */

/* What zlib packed, on the arena; size 0 if it is damaged or more than limit bytes. */
struct bytes record_unpack(struct arena *arena, struct bytes packed, size_t limit);

#endif
