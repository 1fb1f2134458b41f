#include "press/picture_size.h"

#include "base/arena.h"
#include "style/page_format.h"

#include <math.h>
#include <stdlib.h>

static const double least_scale = 0.75, slide_width = 960, slide_height = 540, a4_width = 595.276, a4_height = 841.89;
static const double least_width = 240, least_height = 120, most = 32767; /* of WxH */

static bool named_size(const char *name, double *width, double *height)
{
	const struct page_format *page = page_format_find(name);
	if (page && page->kind == PAGE_NOTES)
		return false;
	if (page) {
		*width = page->width;
		*height = page->height;
	}
	return page != NULL;
}

static bool given_size(const char *text, double *width, double *height)
{
	char *end;
	if (text[0] < '0' || text[0] > '9')
		return false;
	*width = strtod(text, &end);
	if (*end != 'x' || end[1] < '0' || end[1] > '9')
		return false;
	*height = strtod(end + 1, &end);
	return !*end && *width >= 1 && *height >= 1;
}

static bool is_readable(const struct picture_size *size)
{
	return size->medium == MEDIUM_PAGE ? size->width >= a4_width / 2 && size->height >= a4_height / 4
	                                   : size->width >= slide_width / 2 && size->height >= slide_height / 4;
}

/* A small picture has larger type. */
static void scale(struct picture_size *size, double pixels)
{
	double full = pixels >= size->height ? slide_width : a4_width;
	size->width = fmin(full, fmax(full / 2, pixels / least_scale));
	size->pixels_per_point = pixels / size->width;
	size->height /= size->pixels_per_point;
}

bool picture_size_of(const char *text, bool paper, struct picture_size *size, struct diags *diags)
{
	*size = (struct picture_size){ .width = slide_width, .height = slide_height, .pixels_per_point = 2 };
	bool named = !text || named_size(text, &size->width, &size->height);
	if (!named && (!given_size(text, &size->width, &size->height) || size->width > most || size->height > most ||
	               size->width < least_width || size->height < least_height)) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), NULL,
		         "--size must be one of %s, or WxH (%.0fx%.0f to %.0fx%.0f), not %s",
		         page_format_names(diags_arena(diags), false), least_width, least_height, most, most, text);
		return false;
	}
	if (!named && !paper)
		scale(size, size->width);
	size->medium = size->width > size->height ? MEDIUM_SLIDE : MEDIUM_PAGE;
	if (is_readable(size))
		return true;
	diag_add(diags, DIAG_ERROR, place_file(NULL), NULL, "--size %s is too small or too narrow to read",
	         text ? text : "");
	return false;
}
