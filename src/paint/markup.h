/* markup.h: how addresses stand in markup. Private to paint/. */
#ifndef PAINT_MARKUP_H
#define PAINT_MARKUP_H

#include "base/markup.h"

/* What an address may not contain, percent-encoded; whole: also what parts addresses. */
void markup_encode(struct strbuf *out, const char *text, size_t n, bool whole);

#endif
