/* Any bytes as a picture: it has a fault that is named, or the trial gives a size and pixels within the bounds, or
 * vectors, and it is drawn.
 *
 * The trial runs here without the process that bounds its time, so pictures with filters are left to that one. */
#include "base/arena.h"
#include "paint/attempt.h"
#include "paint/picture.h"
#include "paint/svg_scan.h"
#include "paint/system_fonts.h"

#include <cairo.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WIDTH = 64, HEIGHT = 48, PIXELS_MAX = 1 << 20 };

static void draw(const struct artwork *artwork)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
	cairo_t *cr = cairo_create(surface);
	const struct scene_image image = { .rect = { 0, 0, WIDTH, HEIGHT }, .art = artwork };
	picture_draw(cr, &image);
	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		abort();
	cairo_destroy(cr);
	cairo_surface_destroy(surface);
}

static bool is_costly(struct bytes file)
{
	struct svg_scan scan;
	if (!picture_is_svg(file))
		return false;
	svg_scan(file, &scan);
	return scan.filtered || scan.costly[0];
}

static void check(const struct picture_trial *trial, const unsigned char *pixels)
{
	if (!(trial->width > 0 && trial->height > 0 && trial->width <= PICTURE_SIDE_MAX &&
	      trial->height <= PICTURE_SIDE_MAX))
		abort();
	if (!trial->vectors && (!pixels || (uint64_t)trial->columns * trial->rows > PIXELS_MAX))
		abort();
}

static struct arena *all;
static struct system_fonts *fonts;

static void close_fonts(void)
{
	arena_free(all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!all) {
		all = arena_new();
		fonts = system_fonts_new(all);
		picture_warm_up(fonts);
		atexit(close_fonts);
	}
	struct arena *arena = arena_new();
	const struct bytes file = { .data = (const char *)data, .size = size };
	struct picture_trial trial;
	const unsigned char *pixels = NULL;
	picture_glance(file, &trial);
	if (!trial.fault && !is_costly(file)) {
		picture_try(arena, file, PIXELS_MAX, &trial, &pixels);
		if (!trial.fault) {
			check(&trial, pixels);
			const struct artwork *artwork = artwork_new(arena, &trial, pixels, file, fonts);
			if (artwork)
				draw(artwork);
		}
	}
	arena_free(arena);
	return 0;
}
