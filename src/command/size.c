#include "command/size.h"

#include "style/page_format.h"

#include <math.h>
#include <stdlib.h>

static const double least_scale = 0.75, slide_width = 960, slide_height = 540, a4_width = 595.276, a4_height = 841.89;

static bool named_size(const char *name, double *width, double *height)
{
	const struct page_format *page = page_format_find(name);
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

bool picture_size_of(struct command_env *env, const char *command, const char *name, bool paper,
                     struct picture_size *size)
{
	double w, h;
	size->pixels_per_point = 2;
	if (named_size(name, &w, &h)) {
		size->width = w;
		size->height = h;
	} else if (!given_size(name, &w, &h) || w > 32767 || h > 32767 || w < 240 || h < 120) {
		command_usage(env, command, "--size must be one of %s, or WxH (240x120 to 32767x32767), not %s",
		              page_format_names(env->arena), name);
		return false;
	} else if (paper) {
		size->width = w;
		size->height = h;
	} else {
		double full = w >= h ? slide_width : a4_width;
		size->width = fmin(full, fmax(full / 2, w / least_scale)); /* a small picture has larger type */
		size->pixels_per_point = w / size->width;
		size->height = h / size->pixels_per_point;
	}
	size->medium = size->width > size->height ? MEDIUM_SLIDE : MEDIUM_PAGE;
	if (size->medium == MEDIUM_PAGE ? size->width < a4_width / 2 || size->height < a4_height / 4
	                                : size->width < slide_width / 2 || size->height < slide_height / 4) {
		command_usage(env, command, "--size %s is too small or too narrow to read", name);
		return false;
	}
	return true;
}
