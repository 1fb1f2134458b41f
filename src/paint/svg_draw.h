/* svg_draw.h: items of a scene as SVG elements: real text that can be selected, at the places and widths that were
 * shaped. Private to paint/. */
#ifndef PAINT_SVG_DRAW_H
#define PAINT_SVG_DRAW_H

#include "base/str.h"
#include "scene/scene.h"

enum { SVG_PATTERNS_MAX = 32 };

struct svg_drawing {
	struct strbuf *out;
	const char *prefix;                           /* of ids: "" where the file is its own document */
	struct scene_path patterns[SVG_PATTERNS_MAX]; /* one per colour and step */
	size_t n_patterns;
};

/* " name="12.5"": at most three decimal places, without trailing zeros. */
void svg_number(struct strbuf *b, const char *name, double n);

/* " name="#1a2b3c"". */
void svg_color(struct strbuf *b, const char *name, struct color c);

/* A rectangle whose tag is still open. */
void svg_box(struct strbuf *b, struct rect r, double radius);

/* All hatchings of the scene and of its figures; they stand before what is filled with them. */
void svg_add_patterns(struct svg_drawing *d, const struct scene *scene);

void svg_draw_path(struct svg_drawing *d, const struct scene_path *path);
void svg_draw_text(struct svg_drawing *d, const struct scene_text *text);

/* more: attributes, as they are; NULL: none. */
void svg_draw_link(struct svg_drawing *d, const struct scene_link *link, const char *more);

#endif
