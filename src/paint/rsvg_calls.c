#define _XOPEN_SOURCE 700

#include "paint/rsvg_calls.h"

#include <cairo.h>
#include <dlfcn.h>
#include <string.h>

/* ISO C has no cast from an object's address to a function's; POSIX promises that they are alike. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);
	memcpy(function, &found, size);
	return found != NULL;
}

bool rsvg_load(struct rsvg *rsvg)
{
	void *library = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	return library &&
	       find(library, "rsvg_handle_new_from_data", &rsvg->new_from_data, sizeof rsvg->new_from_data) &&
	       find(library, "rsvg_handle_get_intrinsic_size_in_pixels", &rsvg->get_size, sizeof rsvg->get_size) &&
	       find(library, "rsvg_handle_render_document", &rsvg->render, sizeof rsvg->render) &&
	       find(library, "g_object_unref", &rsvg->unref, sizeof rsvg->unref) &&
	       find(library, "g_error_free", &rsvg->error_free, sizeof rsvg->error_free);
}

cairo_surface_t *rsvg_record(const struct rsvg *rsvg, void *handle, double width, double height,
                             struct rsvg_error **error)
{
	cairo_rectangle_t extents = { 0, 0, width, height };
	cairo_surface_t *record = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
	cairo_t *cr = cairo_create(record);
	bool ok = rsvg->render(handle, cr, &(struct rsvg_rectangle){ 0, 0, width, height }, error);
	ok = ok && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	if (ok && cairo_surface_status(record) == CAIRO_STATUS_SUCCESS)
		return record;
	cairo_surface_destroy(record);
	return NULL;
}
