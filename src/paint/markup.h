/* markup.h: how words stand in markup. Private to paint/. */
#ifndef PAINT_MARKUP_H
#define PAINT_MARKUP_H

#include "base/str.h"

/* n bytes as the value of an attribute in quotes; as text. */
void markup_escape(struct strbuf *out, const char *text, size_t n);
void markup_text(struct strbuf *out, const char *text, size_t n);

/* What an address may not contain, percent-encoded; whole: also what parts addresses. */
void markup_encode(struct strbuf *out, const char *text, size_t n, bool whole);

#endif
