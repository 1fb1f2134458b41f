/* painters.h: the rows of the table of painters, each from its own file. Private to paint/. */
#ifndef PAINT_PAINTERS_H
#define PAINT_PAINTERS_H

struct painter;

extern const struct painter painter_png, painter_svg, painter_pdf, painter_html, painter_pptx, painter_eml;

#endif
