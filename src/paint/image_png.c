#include "paint/image_png.h"

#include "base/arena.h"
#include "paint/picture.h"
#include "paint/png.h"

#include <cairo.h>
#include <math.h>
#include <stdint.h>

static void release(void *surface)
{
	cairo_surface_destroy(surface);
}

/* Cairo multiplies colours by their opacity; PNG does not. */
static void divide(uint32_t *pixels, size_t n)
{
	enum { OPAQUE = 255, BITS = 8 };
	for (size_t i = 0; i < n; i++) {
		uint32_t alpha = pixels[i] >> (3 * BITS), out = alpha << (3 * BITS);
		for (unsigned shift = 0; alpha && shift < 3 * BITS; shift += BITS) {
			uint32_t part = ((pixels[i] >> shift & OPAQUE) * OPAQUE + alpha / 2) / alpha;
			out |= (part > OPAQUE ? OPAQUE : part) << shift;
		}
		pixels[i] = out;
	}
}

struct bytes image_png(struct arena *arena, const struct scene_image *image)
{
	static const double pixels_per_point = 2, points_per_metre = 72 / 0.0254;
	struct scene_image at = *image;
	int width = (int)ceil(image->rect.w * pixels_per_point), height = (int)ceil(image->rect.h * pixels_per_point);
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
	arena_defer(arena, release, surface);
	cairo_t *cr = cairo_create(surface);
	cairo_scale(cr, pixels_per_point, pixels_per_point);
	at.rect.x = at.rect.y = 0;
	picture_draw(cr, &at);
	bool drawn = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	uint32_t *pixels = (uint32_t *)(void *)cairo_image_surface_get_data(surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(surface) / sizeof *pixels;
	if (!drawn || !pixels || width < 1 || height < 1)
		return (struct bytes){ .size = 0 };
	divide(pixels, stride * (size_t)height);
	struct png_picture picture = { .pixels = pixels,
		                       .translucent = true,
		                       .stride = stride,
		                       .width = (uint32_t)width,
		                       .height = (uint32_t)height,
		                       .pixels_per_metre = pixels_per_point * points_per_metre };
	return png_encode(png_writer_new(arena), &picture);
}
