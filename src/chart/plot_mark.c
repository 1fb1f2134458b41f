/* The marks of a plot. */
#include "chart/plot.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>

struct scene_item *plot_add_dot(const struct plot *plot, struct scene *scene, struct point at, double radius,
                                struct color color, bool solid)
{
	const struct look *look = plot->frame->request->look;
	struct color hollow = look->card ? look->palette.panel : look->palette.background;
	struct scene_item *dot = scene_add(scene, SCENE_PATH, ROLE_DOT);
	dot->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                         .rect = { at.x - radius, at.y - radius, 2 * radius, 2 * radius },
		                         .radius = radius,
		                         .pattern = PATTERN_SOLID,
		                         .fill = solid ? color : hollow,
		                         .stroke = solid ? 0 : length_dot_ring * plot->frame->u,
		                         .stroke_color = color };
	return dot;
}

struct rect plot_whisker(const struct plot *plot, enum plot_way way, struct point at, double low, double high,
                         double thick)
{
	if (way == PLOT_UP) {
		double top = axis_place(&plot->y, high), bottom = axis_place(&plot->y, low);
		return (struct rect){ at.x - thick / 2, top, thick, bottom - top };
	}
	double left = axis_place(&plot->x, low), right = axis_place(&plot->x, high);
	return (struct rect){ left, at.y - thick / 2, fmax(thick, right - left), thick };
}

void plot_add_polyline(struct scene *scene, const struct point *points, size_t n, double radius, double thick,
                       struct color color)
{
	for (size_t i = 0; i + 1 < n; i++) {
		struct point a = points[i], b = points[i + 1];
		double length = hypot(b.x - a.x, b.y - a.y);
		if (length <= 2 * radius) /* the dots touch */
			continue;
		double dx = (b.x - a.x) / length * radius, dy = (b.y - a.y) / length * radius;
		scene_add_line(scene, ROLE_CONNECT, (struct point){ a.x + dx, a.y + dy },
		               (struct point){ b.x - dx, b.y - dy }, thick, color);
	}
}

struct plot_steps plot_stairs(const struct plot *plot, const struct point *points, size_t n, bool first_level,
                              double thick)
{
	const struct chart_request *q = plot->frame->request;
	struct plot_steps out = { arena_alloc(plot->frame->arena, 2 * n + 1, sizeof *out.items), 0 };
	for (size_t i = 0; i + 1 < n; i++) {
		struct point a = points[i], b = points[i + 1];
		double level = frame_snap(q, first_level ? a.y : b.y), turn = frame_snap(q, first_level ? b.x : a.x);
		out.items[out.n++] = (struct rect){ a.x, level - thick / 2, b.x - a.x, thick };
		out.items[out.n++] = (struct rect){ turn - thick / 2, fmin(a.y, b.y), thick, fabs(b.y - a.y) };
	}
	return out;
}
