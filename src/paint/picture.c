#define _XOPEN_SOURCE 700

#include "paint/picture.h"

#include <cairo.h>
#include <dlfcn.h>
#include <string.h>

static const double point = 0.75, longest = 20000, largest = 1e8; /* points per pixel; pixels */

/* ---- PNG ---- */

static bool is_png(const char *bytes, size_t size)
{
	static const char magic[] = "\x89PNG\r\n\x1a\n";
	return size >= 33 && memcmp(bytes, magic, 8) == 0 && memcmp(bytes + 12, "IHDR", 4) == 0;
}

static double read_u32(const char *bytes)
{
	const unsigned char *p = (const unsigned char *)bytes;
	return (double)((unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3]);
}

struct pipe { /* a file's bytes, on their way to Cairo */
	const char *bytes;
	size_t left;
};

static cairo_status_t pour(void *closure, unsigned char *data, unsigned length)
{
	struct pipe *pipe = closure;
	if (length > pipe->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, pipe->bytes, length);
	pipe->bytes += length;
	pipe->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

/* NULL if it is damaged. */
static cairo_surface_t *png_open(const char *bytes, size_t size)
{
	struct pipe pipe = { bytes, size };
	cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(pour, &pipe);
	if (cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS)
		return picture;
	cairo_surface_destroy(picture);
	return NULL;
}

/* ---- SVG ---- */

struct rsvg_rectangle {
	double x, y, width, height;
};

struct rsvg { /* the calls to librsvg, with the arguments of its header */
	void *(*new_from_data)(const unsigned char *, unsigned long, void **error);
	int (*get_size)(void *handle, double *width, double *height);
	int (*render)(void *handle, cairo_t *, const struct rsvg_rectangle *, void **error);
	void (*unref)(void *);
};

/* ISO C has no cast from an object's address to a function's; POSIX promises that they are alike. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);
	memcpy(function, &found, size);
	return found != NULL;
}

static bool rsvg_load(struct rsvg *rsvg)
{
	void *library = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	return library &&
	       find(library, "rsvg_handle_new_from_data", &rsvg->new_from_data, sizeof rsvg->new_from_data) &&
	       find(library, "rsvg_handle_get_intrinsic_size_in_pixels", &rsvg->get_size, sizeof rsvg->get_size) &&
	       find(library, "rsvg_handle_render_document", &rsvg->render, sizeof rsvg->render) &&
	       find(library, "g_object_unref", &rsvg->unref, sizeof rsvg->unref);
}

/* The root element may be preceded by other text. */
static bool is_svg(const char *bytes, size_t size)
{
	for (size_t i = 0; i + 4 < size && i < 4096; i++)
		if (memcmp(bytes + i, "<svg", 4) == 0)
			return true;
	return false;
}

static bool svg_size(const char *bytes, size_t size, double *width, double *height, const char **wrong)
{
	struct rsvg rsvg;
	*wrong = "librsvg, which draws SVG, is not installed";
	if (!rsvg_load(&rsvg))
		return false;
	void *svg = rsvg.new_from_data((const unsigned char *)bytes, size, NULL);
	*wrong = "it is damaged, or its width and height are not given";
	bool ok = svg && rsvg.get_size(svg, width, height);
	if (svg)
		rsvg.unref(svg);
	return ok;
}

static void svg_draw(cairo_t *cr, const struct scene_image *image)
{
	struct rsvg rsvg;
	const struct rect *r = &image->rect;
	void *svg =
		rsvg_load(&rsvg) ? rsvg.new_from_data((const unsigned char *)image->bytes, image->size, NULL) : NULL;
	if (!svg)
		return;
	cairo_save(cr);
	rsvg.render(svg, cr, &(struct rsvg_rectangle){ r->x, r->y, r->w, r->h }, NULL);
	cairo_restore(cr);
	rsvg.unref(svg);
}

/* ---- both ---- */

bool picture_size(const char *bytes, size_t size, const char *name, struct place place, double *width, double *height,
                  struct diags *diags)
{
	const char *wrong = "it is neither PNG nor SVG";
	bool ok = false;
	if (is_png(bytes, size)) {
		cairo_surface_t *picture = NULL;
		*width = read_u32(bytes + 16);
		*height = read_u32(bytes + 20);
		if (*width <= longest && *height <= longest && *width * *height <= largest)
			picture = png_open(bytes, size);
		ok = picture != NULL;
		wrong = "it is damaged or has more than 100 million pixels";
		if (picture)
			cairo_surface_destroy(picture);
	} else if (is_svg(bytes, size)) {
		ok = svg_size(bytes, size, width, height, &wrong);
	}
	ok = ok && *width > 0 && *height > 0 && *width <= longest && *height <= longest;
	if (!ok)
		diag_add(diags, DIAG_ERROR, place, "save it as PNG, or as SVG with a width and a height",
		         "the picture %s cannot be shown: %s", name, wrong);
	*width *= point;
	*height *= point;
	return ok;
}

static void png_draw(cairo_t *cr, const struct scene_image *image)
{
	cairo_surface_t *picture = png_open(image->bytes, image->size);
	if (!picture)
		return;
	cairo_save(cr);
	cairo_translate(cr, image->rect.x, image->rect.y);
	cairo_scale(cr, image->rect.w / cairo_image_surface_get_width(picture),
	            image->rect.h / cairo_image_surface_get_height(picture));
	cairo_set_source_surface(cr, picture, 0, 0);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_destroy(picture);
}

void picture_draw(cairo_t *cr, const struct scene_image *image)
{
	if (is_png(image->bytes, image->size))
		png_draw(cr, image);
	else
		svg_draw(cr, image);
}
