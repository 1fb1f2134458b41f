/* canvas.h: a pixel buffer that scenes are painted on, with the images of glyphs that have been drawn before.
 *
 * Cairo 1.16 puts glyphs of a picture on whole pixels, which makes letters stand unevenly. The canvas draws each glyph
 * once for each quarter of a pixel and lays the images itself. It does the same for boxes on whole pixels; all else is
 * Cairo's. */
#ifndef PAINT_CANVAS_H
#define PAINT_CANVAS_H

#include "scene/scene.h"

#include <stdint.h>

struct canvas;

/* Released with the arena. */
struct canvas *canvas_new(struct arena *arena);

/* Paints the scene; the pixels (0x00RRGGBB, stride = width) are the canvas's own. False with a diagnostic if it is too
 * large. */
bool canvas_paint(struct canvas *canvas, const struct scene *scene, double pixels_per_point, const uint32_t **pixels,
                  uint32_t *width, uint32_t *height, struct diags *diags);

#endif
