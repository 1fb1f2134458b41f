/* raster.h: a pixel buffer that scenes are painted on. Private to paint/.
 *
 * Cairo 1.16 puts glyphs of a picture on whole pixels, which spaces letters unevenly. The raster lays images of
 * glyphs itself, to a quarter of a pixel. It does the same for boxes on whole pixels; everything else is Cairo's. */
#ifndef PAINT_RASTER_H
#define PAINT_RASTER_H

#include "base/diag.h"
#include "scene/scene.h"

#include <stdint.h>

struct raster;

/* Released with the arena. */
struct raster *raster_new(struct arena *arena);

/* Paints the scene; the pixels (0x00RRGGBB, of a transparent scene 0xAARRGGBB and not multiplied, stride = width) are
 * the raster's own and hold until its next call. False
 * with a diagnostic if the picture is too large. */
bool raster_paint(struct raster *raster, const struct scene *scene, double pixels_per_point, const uint32_t **pixels,
                  uint32_t *width, uint32_t *height, struct diags *diags);

#endif
