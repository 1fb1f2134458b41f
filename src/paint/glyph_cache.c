#include "paint/glyph_cache.h"

#include "base/arena.h"
#include "base/process.h"
#include "paint/paint_cairo.h"

#include <cairo.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { GLYPHS_MAX = 4096, SLOTS = 2 * GLYPHS_MAX, FACES_MAX = 256 };

struct glyph_key {
	uint32_t face; /* number in the cache's list */
	float size;    /* pixels */
	uint32_t index;
	uint32_t quarter;
};

struct glyph_slot {
	struct glyph_key key;
	struct glyph_image image;
};

struct glyph_cache {
	struct arena *arena;
	struct glyph_slot *slots[SLOTS];
	size_t n_glyphs;
	cairo_font_face_t *faces[FACES_MAX]; /* each referenced */
	uint32_t n_faces;
};

/* ---- life ---- */

static void forget(struct glyph_cache *c)
{
	for (size_t i = 0; i < SLOTS; i++) {
		if (c->slots[i])
			free(c->slots[i]->image.mask);
		free(c->slots[i]);
		c->slots[i] = NULL;
	}
	for (uint32_t i = 0; i < c->n_faces; i++)
		cairo_font_face_destroy(c->faces[i]);
	c->n_glyphs = c->n_faces = 0;
}

static void release(void *cache)
{
	forget(cache);
}

struct glyph_cache *glyph_cache_new(struct arena *arena)
{
	struct glyph_cache *c = arena_alloc(arena, 1, sizeof *c);
	c->arena = arena;
	arena_defer(arena, release, c);
	return c;
}

static uint32_t face_of(struct glyph_cache *c, const struct font *font)
{
	cairo_font_face_t *face = font_native(font);
	for (uint32_t i = 0; i < c->n_faces; i++)
		if (c->faces[i] == face)
			return i;
	if (c->n_faces == FACES_MAX)
		forget(c);
	c->faces[c->n_faces] = cairo_font_face_reference(face);
	return c->n_faces++;
}

/* ---- drawing ---- */

uint8_t glyph_shade(uint8_t coverage)
{
	enum { STEPS = 20 };
	return (uint8_t)((coverage * STEPS + 127) / 255 * 255 / STEPS);
}

static cairo_t *begin(cairo_surface_t *surface, cairo_font_face_t *face, double size)
{
	cairo_t *cr = paint_cairo_begin(surface);
	cairo_set_font_face(cr, face);
	cairo_set_font_size(cr, size);
	return cr;
}

/* Whether all went well; if not, the session is told, and what is drawn is not used. Cairo calls it a lack of memory if
 * it cannot open the font's file again. */
static bool went_well(cairo_t *cr)
{
	cairo_status_t status = cairo_status(cr);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_scaled_font_status(cairo_get_scaled_font(cr));
	if (status == CAIRO_STATUS_NO_MEMORY)
		process_complain("a glyph cannot be drawn: the font cannot be read, or memory is short");
	else if (status != CAIRO_STATUS_SUCCESS)
		process_complain(cairo_status_to_string(status));
	return status == CAIRO_STATUS_SUCCESS;
}

/* The box of whole pixels that holds the glyph's ink; false if there is none. */
static bool measure(struct glyph_image *image, cairo_font_face_t *face, double size, const cairo_glyph_t *glyph)
{
	cairo_surface_t *none = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
	cairo_t *cr = begin(none, face, size);
	double x1, y1, x2, y2;
	cairo_glyph_path(cr, glyph, 1);
	cairo_path_extents(cr, &x1, &y1, &x2, &y2);
	bool ok = went_well(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(none);
	if (!ok || x2 <= x1 || y2 <= y1)
		return false;
	image->left = (int)floor(x1);
	image->top = (int)floor(y1);
	image->width = (int)ceil(x2) - image->left;
	image->height = (int)ceil(y2) - image->top;
	return true;
}

static bool draw(const struct glyph_image *image, cairo_font_face_t *face, double size, const cairo_glyph_t *glyph)
{
	int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, image->width);
	uint8_t *pixels = calloc((size_t)stride * (size_t)image->height, 1);
	if (!pixels)
		return false;
	cairo_surface_t *surface =
		cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_A8, image->width, image->height, stride);
	cairo_t *cr = begin(surface, face, size);
	cairo_translate(cr, -image->left, -image->top);
	cairo_glyph_path(cr, glyph, 1);
	cairo_fill(cr);
	went_well(cr);
	cairo_destroy(cr);
	cairo_surface_flush(surface);
	for (int y = 0; y < image->height; y++)
		for (int x = 0; x < image->width; x++)
			image->mask[y * image->width + x] = glyph_shade(pixels[y * stride + x]);
	cairo_surface_destroy(surface);
	free(pixels);
	return true;
}

static bool render(struct glyph_slot *slot, cairo_font_face_t *face)
{
	cairo_glyph_t glyph = { slot->key.index, slot->key.quarter / (double)GLYPH_QUARTERS, 0 };
	struct glyph_image *image = &slot->image;
	if (!measure(image, face, (double)slot->key.size, &glyph))
		return true;
	image->mask = malloc((size_t)image->width * (size_t)image->height);
	return image->mask && draw(image, face, (double)slot->key.size, &glyph);
}

/* ---- looking up ---- */

static bool same(const struct glyph_key *a, const struct glyph_key *b)
{
	return a->face == b->face && a->index == b->index && a->quarter == b->quarter && a->size >= b->size &&
	       a->size <= b->size;
}

static size_t slot_of(const struct glyph_cache *c, const struct glyph_key *key)
{
	uint64_t h = key->face * 0x1000193u + key->index;
	h = (h ^ (uint64_t)lround((double)key->size * 64)) * 0x9e3779b97f4a7c15u + key->quarter;
	h = (h ^ h >> 29) * 0xbf58476d1ce4e5b9u;
	size_t i = (size_t)(h >> 32) % SLOTS;
	while (c->slots[i] && !same(&c->slots[i]->key, key))
		i = (i + 1) % SLOTS;
	return i;
}

const struct glyph_image *glyph_cache_draw(struct glyph_cache *c, const struct font *font, float size, uint32_t index,
                                           uint32_t quarter)
{
	if (c->n_glyphs == GLYPHS_MAX)
		forget(c);
	struct glyph_key key = { face_of(c, font), size, index, quarter };
	size_t i = slot_of(c, &key);
	if (c->slots[i])
		return &c->slots[i]->image;
	struct glyph_slot *slot = calloc(1, sizeof *slot);
	if (!slot)
		arena_exhausted(c->arena);
	slot->key = key;
	if (!render(slot, c->faces[key.face])) {
		free(slot->image.mask);
		free(slot);
		arena_exhausted(c->arena);
	}
	c->slots[i] = slot;
	c->n_glyphs++;
	return &slot->image;
}
