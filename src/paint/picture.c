#include "paint/picture.h"

#include "base/arena.h"
#include "paint/rsvg_calls.h"
#include "paint/svg_scan.h"
#include "paint/system_fonts.h"

#include <cairo.h>
#include <math.h>

struct artwork {
	cairo_surface_t *surface;
	double width, height; /* of the surface, in its own units */
};

static void release(void *surface)
{
	cairo_surface_destroy(surface);
}

static cairo_surface_t *of_pixels(const struct picture_trial *t, const unsigned char *pixels)
{
	/* Cairo only reads what it is a source of. */
	union {
		const unsigned char *given;
		unsigned char *taken;
	} data = { pixels };
	return cairo_image_surface_create_for_data(data.taken, t->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
	                                           (int)t->columns, (int)t->rows, (int)t->columns * 4);
}

static cairo_surface_t *of_vectors(struct arena *arena, const struct picture_trial *t, struct bytes file,
                                   struct system_fonts *fonts)
{
	if (t->words)
		system_fonts_use(fonts);
	struct rsvg rsvg;
	struct bytes plain = svg_without_links(arena, file);
	void *svg = rsvg_load(&rsvg) ? rsvg.new_from_data((const unsigned char *)plain.data, plain.size, NULL) : NULL;
	cairo_surface_t *record = svg ? rsvg_record(&rsvg, svg, t->width * t->scale, t->height * t->scale, NULL) : NULL;
	if (svg)
		rsvg.unref(svg);
	return record;
}

struct artwork *artwork_new(struct arena *arena, const struct picture_trial *trial, const unsigned char *pixels,
                            struct bytes file, struct system_fonts *fonts)
{
	struct artwork *art = arena_alloc(arena, 1, sizeof *art);
	art->surface = trial->vectors ? of_vectors(arena, trial, file, fonts) : of_pixels(trial, pixels);
	art->width = trial->vectors ? trial->width * trial->scale : trial->columns;
	art->height = trial->vectors ? trial->height * trial->scale : trial->rows;
	if (!art->surface)
		return NULL;
	arena_defer(arena, release, art->surface);
	return cairo_surface_status(art->surface) == CAIRO_STATUS_SUCCESS ? art : NULL;
}

void picture_draw(cairo_t *cr, const struct scene_image *image)
{
	const struct artwork *art = image->art;
	const struct rect *r = &image->rect;
	double across = r->w / art->width, down = r->h / art->height, most = fmax(across, down);
	cairo_save(cr);
	cairo_translate(cr, r->x, r->y);
	if (image->fills) { /* its middle is the rectangle's */
		cairo_rectangle(cr, 0, 0, r->w, r->h);
		cairo_clip(cr);
		cairo_translate(cr, (r->w - most * art->width) / 2, (r->h - most * art->height) / 2);
		across = down = most;
	}
	cairo_scale(cr, across, down);
	cairo_rectangle(cr, 0, 0, art->width, art->height); /* vectors may reach over the edge */
	cairo_clip(cr);
	cairo_set_source_surface(cr, art->surface, 0, 0);
	cairo_paint(cr);
	cairo_restore(cr);
}
