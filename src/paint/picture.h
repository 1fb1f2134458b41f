/* picture.h: PNG and SVG files that pages show, as they are drawn once a trial has shown that they can be.
 *
 * A PNG is the pixels that came of its trial; an SVG is vectors, with pixels for elements that have filters, or pixels
 * as a whole where there are many of these. One artwork serves all places that show the picture: a PDF holds it once.
 */
#ifndef PAINT_PICTURE_H
#define PAINT_PICTURE_H

#include "base/file.h"
#include "paint/outcome.h"
#include "scene/scene.h"

struct _cairo; /* cairo_t */

struct artwork;
struct system_fonts;

/* Lives on the arena. Pixels (NULL if the trial says vectors) and the file must outlive it; the fonts, put into use if
 * it has text, need not. NULL if what the trial drew cannot be drawn here. */
struct artwork *artwork_new(struct arena *arena, const struct picture_trial *trial, const unsigned char *pixels,
                            struct bytes file, struct system_fonts *fonts);

void picture_draw(struct _cairo *cr, const struct scene_image *image);

#endif
