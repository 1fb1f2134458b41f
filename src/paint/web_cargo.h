/* web_cargo.h: the files that a document for browsers carries, in a script that is data: JSON, each file packed with
 * gzip and written in base64. Private to paint/. */
#ifndef PAINT_WEB_CARGO_H
#define PAINT_WEB_CARGO_H

#include "base/str.h"
#include "paint/paint.h"

void web_cargo_add(struct arena *arena, struct strbuf *out, const struct paint_info *info);

#endif
