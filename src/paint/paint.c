#include "paint/paint.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/canvas.h"
#include "paint/png.h"
#include "paint/write.h"

struct painter {
	struct arena *pages; /* what the last file was made in */
	struct canvas *canvas;
	struct png_writer *png;
};

static void release(void *object)
{
	struct painter *p = object;
	arena_free(p->pages);
}

struct painter *painter_new(struct arena *arena)
{
	struct painter *p = arena_alloc(arena, 1, sizeof *p);
	p->canvas = canvas_new(arena);
	p->png = png_writer_new(arena);
	arena_defer(arena, release, p);
	return p;
}

bool paint_format_of(const char *path, enum paint_format *format)
{
	const char *suffix = file_suffix(path);
	if (str_eq(suffix, ".png"))
		*format = PAINT_PNG;
	else if (str_eq(suffix, ".svg"))
		*format = PAINT_SVG;
	else if (str_eq(suffix, ".pdf"))
		*format = PAINT_PDF;
	else
		return false;
	return true;
}

static bool paint_png(struct painter *p, const struct scene *scene, const struct paint_info *info, struct bytes *out,
                      struct diags *diags)
{
	struct png_picture picture = { .pixels_per_metre = info->pixels_per_point * 72 / 0.0254 };
	struct png_text texts[] = {
		{ "Title", scene->document.title },
		{ "Description", scene->document.alt },
		{ "Source", scene->document.source },
		{ "Creation Time", info->date.year ? date_iso(p->pages, info->date) : NULL },
		{ "Software", info->producer },
		{ "Data SHA-256", scene->document.data_hash },
	};
	if (!canvas_paint(p->canvas, scene, info->pixels_per_point, &picture.pixels, &picture.width, &picture.height,
	                  diags))
		return false;
	picture.stride = picture.width;
	picture.texts = texts;
	picture.n_texts = sizeof texts / sizeof *texts;
	*out = png_encode(p->png, &picture);
	return true;
}

bool paint(struct painter *p, enum paint_format format, const struct scene *const *pages, size_t n_pages,
           const struct paint_info *info, struct bytes *out, struct diags *diags)
{
	arena_free(p->pages);
	p->pages = arena_new();
	switch (format) {
	case PAINT_PNG:
		return paint_png(p, pages[0], info, out, diags);
	case PAINT_SVG:
		return write_svg(p->pages, pages[0], info, out, diags);
	case PAINT_PDF:
		return write_pdf(p->pages, pages, n_pages, info, out, diags);
	}
	return false;
}

const char *paint_suffix(enum paint_format format)
{
	switch (format) {
	case PAINT_PNG:
		return "png";
	case PAINT_SVG:
		return "svg";
	case PAINT_PDF:
		return "pdf";
	}
	return "";
}
