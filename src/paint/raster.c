#define _DEFAULT_SOURCE
#include "paint/raster.h"

#include "base/arena.h"
#include "base/diag.h"
#include "paint/glyph_cache.h"
#include "paint/paint_cairo.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { SIDE_MAX = 32767, PIXELS_MAX = 400000000 };

struct raster {
	struct arena *arena;
	uint32_t *pixels;
	size_t capacity;
	uint32_t width, height;
	uint32_t opaque; /* in the top byte of what covers a pixel; 0 where there is a ground */
	double scale;
	cairo_surface_t *surface; /* over pixels, for what is not drawn by hand */
	cairo_t *cr;
	struct glyph_cache *glyphs;
};

/* ---- life ---- */

static void release(void *object)
{
	struct raster *c = object;
	if (c->cr)
		cairo_destroy(c->cr);
	if (c->surface)
		cairo_surface_destroy(c->surface);
	free(c->pixels);
}

struct raster *raster_new(struct arena *arena)
{
	struct raster *c = arena_alloc(arena, 1, sizeof *c);
	c->arena = arena;
	c->glyphs = glyph_cache_new(arena);
	arena_defer(arena, release, c);
	return c;
}

/* A slide takes 8 MB: the kernel would spend more time handing them out in pages of 4 KB than we spend painting. */
static void *large_block(size_t size)
{
	enum { HUGE_PAGE = 2 << 20 };
	size_t whole_pages = (size + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	void *block = aligned_alloc(HUGE_PAGE, whole_pages);
	if (block)
		madvise(block, whole_pages, MADV_HUGEPAGE); /* only a hint */
	return block;
}

static bool fit(struct raster *c, const struct scene *scene, double scale, struct diags *diags)
{
	double width = round(scene->width * scale), height = round(scene->height * scale);
	if (width > SIDE_MAX || height > SIDE_MAX || width * height > PIXELS_MAX || width < 1 || height < 1) {
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         "ask for fewer --rows or a smaller --size; a document continues on further pages",
		         "a picture of %.0f x %.0f pixels is too large (%d a side at most)", width, height, SIDE_MAX);
		return false;
	}
	c->width = (uint32_t)width;
	c->height = (uint32_t)height;
	c->scale = scale;
	size_t need = (size_t)c->width * c->height;
	if (need > c->capacity) {
		free(c->pixels);
		c->pixels = large_block(need * sizeof *c->pixels);
		c->capacity = c->pixels ? need : 0;
	}
	if (!c->pixels)
		arena_exhausted(c->arena);
	return true;
}

/* ---- shades ---- */

/* Of colours that are multiplied by their opacity, which is in the top byte, or that have none. */
static uint32_t mix(uint32_t below, uint32_t color, uint32_t alpha)
{
	uint32_t out = 0;
	for (int shift = 0; shift <= 24; shift += 8) {
		uint32_t a = below >> shift & 0xff, b = color >> shift & 0xff;
		out |= (a * (255 - alpha) + b * alpha + 127) / 255 << shift;
	}
	return out;
}

/* ---- boxes on whole pixels ---- */

static uint32_t packed(const struct raster *c, struct color color)
{
	return c->opaque | (uint32_t)color.r << 16 | (uint32_t)color.g << 8 | color.b;
}

/* What of a pixel means something. */
static uint32_t seen(const struct raster *c, uint32_t pixel)
{
	return c->opaque ? pixel : pixel & 0xffffff;
}

static bool whole(double at)
{
	return fabs(at - round(at)) < 1e-6;
}

static void fill_box(struct raster *c, long x0, long y0, long x1, long y1, uint32_t color)
{
	x0 = x0 < 0 ? 0 : x0;
	y0 = y0 < 0 ? 0 : y0;
	x1 = x1 > (long)c->width ? (long)c->width : x1;
	y1 = y1 > (long)c->height ? (long)c->height : y1;
	if (x0 >= x1 || y0 >= y1)
		return;
	uint32_t *first = c->pixels + (size_t)y0 * c->width + x0;
	size_t n = (size_t)(x1 - x0);
	for (size_t i = 0; i < n; i++)
		first[i] = color;
	for (long y = y0 + 1; y < y1; y++)
		memcpy(c->pixels + (size_t)y * c->width + x0, first, n * sizeof *first);
}

struct box { /* in pixels */
	long x0, y0, x1, y1;
};

/* Lines from the lower left to the upper right at x + y = k * along, at places that are the same for the whole page. */
static void hatch_box(struct raster *c, struct box b, const struct scene_path *p)
{
	double along = p->hatch_step * sqrt(2) * c->scale, half = p->hatch_width * c->scale / 2;
	uint32_t color = packed(c, p->fill);
	for (long y = b.y0 < 0 ? 0 : b.y0; y < b.y1 && y < (long)c->height; y++) {
		uint32_t *row = c->pixels + (size_t)y * c->width;
		double at = fmod((double)(b.x0 + y) + 1, along); /* the middle of a pixel lies at x + y + 1 */
		for (long x = b.x0; x < b.x1 && x < (long)c->width;
		     x++, at = at + 1 >= along ? at + 1 - along : at + 1) {
			double cover = half - fmin(at, along - at) / sqrt(2) + 0.5;
			if (cover > 0 && x >= 0)
				row[x] =
					mix(seen(c, row[x]), color, glyph_shade((uint8_t)lround(255 * fmin(cover, 1))));
		}
	}
}

/* Inside the box, as everywhere. */
static void frame_box(struct raster *c, struct box b, long stroke, uint32_t color)
{
	stroke = lround(fmin((double)stroke, fmin((double)(b.x1 - b.x0 + 1) / 2, (double)(b.y1 - b.y0 + 1) / 2)));
	fill_box(c, b.x0, b.y0, b.x1, b.y0 + stroke, color);
	fill_box(c, b.x0, b.y1 - stroke, b.x1, b.y1, color);
	fill_box(c, b.x0, b.y0, b.x0 + stroke, b.y1, color);
	fill_box(c, b.x1 - stroke, b.y0, b.x1, b.y1, color);
}

/* True if the item was a box on whole pixels and is drawn. */
static bool draw_box(struct raster *c, const struct scene_item *item)
{
	const struct scene_path *p = &item->path;
	if (item->kind != SCENE_PATH || p->shape != SHAPE_RECT)
		return false;
	double x0 = p->rect.x * c->scale, y0 = p->rect.y * c->scale, stroke = p->stroke * c->scale;
	double x1 = rect_right(p->rect) * c->scale, y1 = rect_bottom(p->rect) * c->scale;
	if (!whole(x0) || !whole(y0) || !whole(x1) || !whole(y1) || !whole(stroke))
		return false;
	struct box b = { lround(x0), lround(y0), lround(x1), lround(y1) };
	if (p->pattern == PATTERN_SOLID)
		fill_box(c, b.x0, b.y0, b.x1, b.y1, packed(c, p->fill));
	if (p->pattern == PATTERN_HATCH)
		hatch_box(c, b, p);
	if (stroke > 0)
		frame_box(c, b, lround(stroke), packed(c, p->stroke_color));
	return true;
}

/* ---- glyphs ---- */

static void lay_glyph(struct raster *c, const struct glyph_image *g, long x, long y, uint32_t color)
{
	long x0 = x + g->left, y0 = y + g->top;
	for (int row = 0; row < g->height; row++) {
		long py = y0 + row;
		if (py < 0 || py >= (long)c->height)
			continue;
		const uint8_t *mask = g->mask + (size_t)row * (size_t)g->width;
		uint32_t *pixels = c->pixels + (size_t)py * c->width;
		for (int col = 0; col < g->width; col++) {
			long px = x0 + col;
			if (!mask[col] || px < 0 || px >= (long)c->width)
				continue;
			pixels[px] = mask[col] == 255 ? color : mix(seen(c, pixels[px]), color, mask[col]);
		}
	}
}

static void draw_run(struct raster *c, const struct text_run *run, double size, struct point at, uint32_t color)
{
	for (size_t i = 0; i < run->n_glyphs; i++) {
		double x = (at.x + run->glyphs[i].x) * c->scale, y = (at.y + run->glyphs[i].y) * c->scale;
		long quarters = lround(x * GLYPH_QUARTERS), px = (long)floor((double)quarters / GLYPH_QUARTERS);
		const struct glyph_image *g =
			glyph_cache_draw(c->glyphs, run->font, (float)(size * c->scale), run->glyphs[i].index,
		                         (uint32_t)(quarters - px * GLYPH_QUARTERS));
		if (g->mask)
			lay_glyph(c, g, px, lround(y), color);
	}
}

static void draw_part(struct raster *c, const struct text_run *run, double size, struct point at, struct color color)
{
	if (!font_color(run->font)) {
		draw_run(c, run, size, at, packed(c, color));
		return;
	}
	paint_cairo_run(c->cr, c->arena, run, size, at, color, false);
	cairo_surface_flush(c->surface);
}

static void draw_text(struct raster *c, const struct scene_text *t)
{
	struct text_run part;
	struct color color;
	for (size_t i = 0; i < t->block->n_lines; i++)
		for (size_t k = 0; k < t->block->lines[i].n_runs; k++)
			for (size_t at = 0; scene_tinted(t, &t->block->lines[i].runs[k], &at, &part, &color);)
				draw_part(c, &part, t->block->style.size, t->at, color);
}

/* ---- the whole ---- */

/* Colours by themselves, as PNG has them: what is half transparent was mixed with nothing. */
static void divide(struct raster *c)
{
	for (size_t i = 0, n = (size_t)c->width * c->height; i < n; i++) {
		uint32_t pixel = c->pixels[i], alpha = pixel >> 24, out = pixel & 0xff000000;
		if (alpha == 255)
			continue;
		for (int shift = 0; shift <= 16 && alpha; shift += 8) {
			uint32_t part = ((pixel >> shift & 0xff) * 255 + alpha / 2) / alpha;
			out |= (part < 255 ? part : 255) << shift;
		}
		c->pixels[i] = out;
	}
}

static bool draw_items(struct raster *c, const struct scene *scene, struct diags *diags)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_item *item = &scene->items[i];
		if (draw_box(c, item))
			continue;
		cairo_surface_mark_dirty(c->surface);
		if (item->kind == SCENE_TEXT) {
			draw_text(c, &item->text);
		} else {
			paint_cairo_item(c->cr, c->arena, item);
			cairo_surface_flush(c->surface);
		}
	}
	if (cairo_status(c->cr) == CAIRO_STATUS_SUCCESS)
		return true;
	diag_add(diags, DIAG_FAILURE, place_file(NULL), NULL, "the picture could not be drawn: %s",
	         cairo_status_to_string(cairo_status(c->cr)));
	return false;
}

bool raster_paint(struct raster *c, const struct scene *scene, double scale, const uint32_t **pixels, uint32_t *width,
                  uint32_t *height, struct diags *diags)
{
	if (!fit(c, scene, scale, diags))
		return false;
	c->opaque = scene->transparent ? 0xff000000 : 0;
	fill_box(c, 0, 0, c->width, c->height, scene->transparent ? 0 : packed(c, scene->background));
	c->surface = cairo_image_surface_create_for_data((unsigned char *)c->pixels,
	                                                 scene->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
	                                                 (int)c->width, (int)c->height, (int)c->width * 4);
	c->cr = paint_cairo_begin(c->surface);
	cairo_scale(c->cr, scale, scale);
	bool ok = draw_items(c, scene, diags);
	cairo_destroy(c->cr);
	cairo_surface_destroy(c->surface);
	c->cr = NULL;
	c->surface = NULL;
	if (scene->transparent)
		divide(c);
	*pixels = c->pixels;
	*width = c->width;
	*height = c->height;
	return ok;
}
