/* font_uses.h: which characters of which faces a file uses, so that it can carry just these. Private to paint/. */
#ifndef PAINT_FONT_USES_H
#define PAINT_FONT_USES_H

#include "base/hash.h"
#include "base/str.h"
#include "scene/scene.h"

/* How a face is written into a style sheet. Browsers unpack WOFF; other programs that read SVG may not. */
enum font_wrap { FONT_OPENTYPE, FONT_WOFF };

struct font_uses;

/* Released with the arena. */
struct font_uses *font_uses_new(struct arena *arena);

/* Faces that bring their own colours are left to the viewer. */
void font_uses_add(struct font_uses *uses, const struct text_block *block);
void font_uses_add_scene(struct font_uses *uses, const struct scene *scene);

/* Adds to a hash which they are: faces and characters. */
void font_uses_hash(const struct font_uses *uses, struct hash *hash);

/* Adds an @font-face rule for every face that is used. What cannot be read again is complained of. */
void font_uses_write(const struct font_uses *uses, struct strbuf *out, enum font_wrap wrap);

#endif
