/* paint_cairo.h: scene items -> Cairo calls. Private to paint/. */
#ifndef PAINT_PAINT_CAIRO_H
#define PAINT_PAINT_CAIRO_H

#include "scene/scene.h"

#include <cairo.h>

/* A new context on surface for scenes: hinting off, everything the same on every surface. */
cairo_t *paint_cairo_begin(cairo_surface_t *surface);

/* Draws one item; groups draw nothing. */
void paint_cairo_item(cairo_t *cr, const struct scene_item *item);

/* The glyphs of one run, with its text, at the block's origin. */
void paint_cairo_run(cairo_t *cr, const struct text_run *run, double size, struct point at, struct color color);

#endif
