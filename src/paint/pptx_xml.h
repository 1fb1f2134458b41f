/* pptx_xml.h: pieces of XML that all parts of a presentation are written with. Private to paint/. */
#ifndef PAINT_PPTX_XML_H
#define PAINT_PPTX_XML_H

#include "base/geom.h"
#include "base/markup.h"
#include "base/str.h"
#include "style/color.h"

struct look;

enum { PPTX_EMU = 12700 }; /* in a point */

extern const char pptx_xml_head[]; /* <?xml …?> and a line break */

/* A length of so many points, in EMU. */
long pptx_emu(double points);

/* <a:srgbClr val="…"/>, or the name that the theme of the look has for it: NULL for no theme. */
void pptx_xml_color(struct strbuf *b, const struct look *look, struct color color);

/* <a:solidFill>…</a:solidFill> */
void pptx_xml_fill(struct strbuf *b, struct color color);

#endif
