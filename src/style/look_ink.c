/* Colours that follow from those of a look. */
#include "style/look.h"

struct color look_doubt(const struct look *look)
{
	static const double readable = 4.5;
	const struct palette *p = &look->palette;
	const struct color colors[] = { p->tag, p->worse };
	for (size_t i = 0; i < sizeof colors / sizeof *colors; i++)
		if (color_contrast(colors[i], p->background) >= readable &&
		    color_contrast(colors[i], p->panel) >= readable)
			return colors[i];
	return p->ink;
}

struct color palette_pale(const struct palette *p)
{
	static const double part = 0.5, seen = 2; /* of the way from muted to the page; contrast */
	struct color pale = color_towards(color_between(p->muted, p->background, part), p->background, p->muted, seen);
	return color_towards(pale, p->panel, p->muted, seen);
}
