/* paint_cairo.h: scene items -> Cairo calls. Private to paint/. */
#ifndef PAINT_PAINT_CAIRO_H
#define PAINT_PAINT_CAIRO_H

#include "scene/scene.h"

struct _cairo;         /* cairo_t */
struct _cairo_surface; /* cairo_surface_t */

/* A new context on surface for scenes: hinting off, everything the same on every surface. */
struct _cairo *paint_cairo_begin(struct _cairo_surface *surface);

/* Draws one item. What it needs for a while is a child of the arena. */
void paint_cairo_item(struct _cairo *cr, struct arena *arena, const struct scene_item *item);

/* The glyphs of one run, with its text, at the block's origin. spaced: with a space after them, which is not seen but
 * heard. */
void paint_cairo_run(struct _cairo *cr, struct arena *arena, const struct text_run *run, double size, struct point at,
                     struct color color, bool spaced);

#endif
