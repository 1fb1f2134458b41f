/* glyph_cache.h: the images of glyphs that have been drawn before. Private to paint/.
 *
 * Each glyph is drawn once for each quarter of a pixel. The cache outlives the font sets it has drawn from, so it holds
 * a reference to every face it knows: while an image is here, no other face can have that face's address. */
#ifndef PAINT_GLYPH_CACHE_H
#define PAINT_GLYPH_CACHE_H

#include "text/text.h"

#include <stdint.h>

struct glyph_cache;

enum { GLYPH_QUARTERS = 4 };

struct glyph_image {
	int left, top; /* of the mask, from the glyph's origin */
	int width, height;
	uint8_t *mask; /* one byte per pixel, width * height of them; NULL: no ink */
};

/* Released with the arena, with all that it drew. */
struct glyph_cache *glyph_cache_new(struct arena *arena);

/* The image of a glyph of a font at a size in pixels, that many quarters of a pixel to the right. Holds until the next
 * call. */
const struct glyph_image *glyph_cache_draw(struct glyph_cache *cache, const struct font *font, float size,
                                           uint32_t index, uint32_t quarter);

/* Twenty steps of grey are as smooth to the eye as 255, and few enough that most pictures fit a palette, which takes a
 * third of the bytes. */
uint8_t glyph_shade(uint8_t coverage);

#endif
