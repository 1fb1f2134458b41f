/* svg_font.h: the part of a font that a picture uses, as a data URI. Private to paint/. */
#ifndef PAINT_SVG_FONT_H
#define PAINT_SVG_FONT_H

#include "base/str.h"
#include "scene/scene.h"

/* Adds an @font-face rule for every face whose letters the scene's text needs; faces that bring their own colours are
 * left to the viewer. */
void svg_add_fonts(struct strbuf *out, const struct scene *scene);

#endif
