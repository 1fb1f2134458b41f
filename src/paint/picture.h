/* picture.h: PNG and SVG files that pages show.
 *
 * PNG is Cairo's. SVG is librsvg's, which is loaded when the first one is shown: it brings in more than all the
 * rest of the program, and reads nothing but the bytes it is given. */
#ifndef PAINT_PICTURE_H
#define PAINT_PICTURE_H

#include "base/diag.h"
#include "scene/scene.h"

struct _cairo; /* cairo_t */

/* Width and height in points (a pixel is 3/4 of one). False after an error at place: neither PNG nor SVG, damaged,
 * without a size, too large, or librsvg is not installed. */
bool picture_size(const char *bytes, size_t size, const char *name, struct place place, double *width, double *height,
                  struct diags *diags);

/* Draws a picture whose size picture_size has found. */
void picture_draw(struct _cairo *cr, const struct scene_image *image);

#endif
