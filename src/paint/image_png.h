/* image_png.h: a picture of a scene as pixels, for documents that hold no artwork. */
#ifndef PAINT_IMAGE_PNG_H
#define PAINT_IMAGE_PNG_H

#include "base/bytes.h"
#include "scene/scene.h"

/* A PNG of two pixels a point, on the arena. Size 0 if the machine cannot. */
struct bytes image_png(struct arena *arena, const struct scene_image *image);

#endif
