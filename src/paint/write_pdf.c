#include "paint/write.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/paint_cairo.h"

#include <cairo-pdf.h>

static cairo_status_t collect(void *closure, const unsigned char *data, unsigned length)
{
	strbuf_addn(closure, (const char *)data, length);
	return CAIRO_STATUS_SUCCESS;
}

/* The clock would make every file another one: a day stands for it, noon in UTC. */
static void describe(struct arena *arena, cairo_surface_t *surface, const struct scene *first,
                     const struct paint_info *info)
{
	struct date d = info->date;
	char *when = arena_printf(arena, "%04d-%02d-%02dT12:00:00Z", d.year ? d.year : 1970, d.month ? d.month : 1,
	                          d.day ? d.day : 1);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first->title ? first->title : "");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, first->source ? first->source : "");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, info->producer);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, when);
}

static void draw_page(cairo_surface_t *surface, cairo_t *cr, const struct scene *scene)
{
	cairo_pdf_surface_set_size(surface, scene->width, scene->height);
	struct color white = { 255, 255, 255 };
	if (!color_equal(scene->background, white)) {
		struct scene_item ground = { .kind = SCENE_PATH, .role = ROLE_BACKGROUND };
		ground.path = (struct scene_path){ .rect = { 0, 0, scene->width, scene->height },
			                           .pattern = PATTERN_SOLID,
			                           .fill = scene->background };
		paint_cairo_item(cr, &ground);
	}
	for (size_t i = 0; i < scene->n_items; i++)
		paint_cairo_item(cr, &scene->items[i]);
	cairo_show_page(cr);
}

bool write_pdf(struct arena *arena, const struct scene *const *pages, size_t n_pages, const struct paint_info *info,
               struct bytes *out, struct diags *diags)
{
	struct strbuf file = strbuf_new(arena);
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream(collect, &file, pages[0]->width, pages[0]->height);
	describe(arena, surface, pages[0], info);
	cairo_t *cr = paint_cairo_begin(surface);
	for (size_t i = 0; i < n_pages; i++)
		draw_page(surface, cr, pages[i]);
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	*out = (struct bytes){ file.s, file.n };
	if (status == CAIRO_STATUS_SUCCESS)
		return true;
	diag_add(diags, DIAG_FAILURE, place_file(NULL), NULL, "the PDF could not be drawn: %s",
	         cairo_status_to_string(status));
	return false;
}
