/* base64.h: bytes as text (RFC 4648), for files inside files that are text. Private to paint/. */
#ifndef PAINT_BASE64_H
#define PAINT_BASE64_H

#include "base/bytes.h"
#include "base/str.h"

void base64_add(struct strbuf *out, const void *data, size_t n);

/* What it stands for, on the arena. False for anything else than whole groups of four. */
bool base64_read(struct arena *arena, const char *text, size_t n, struct bytes *out);

#endif
