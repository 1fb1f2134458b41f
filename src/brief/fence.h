/* fence.h: fences whose content is YAML or nothing: charts, and what is generated from the data. Private to brief/. */
#ifndef BRIEF_FENCE_H
#define BRIEF_FENCE_H

#include "brief/reading.h"

/* Adds the block that a fence of this kind asks for to into. content begins on that line of the source's body. A kind
 * whose content is Markdown is markdown.c's. */
void fence_read(struct reading *r, enum fence_kind kind, const char *content, int line, struct block *into);

#endif
