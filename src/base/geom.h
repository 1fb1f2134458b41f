/* geom.h: points and boxes. Lengths are PDF points (1/72 inch), x to the right, y downwards, as doubles. */
#ifndef BASE_GEOM_H
#define BASE_GEOM_H

#include <math.h>
#include <stdbool.h>

struct point {
	double x, y;
};

struct rect {
	double x, y, w, h;
};

static inline double rect_right(struct rect r)
{
	return r.x + r.w;
}

static inline double rect_bottom(struct rect r)
{
	return r.y + r.h;
}

/* r with d more on every side. */
static inline struct rect rect_grow(struct rect r, double d)
{
	return (struct rect){ r.x - d, r.y - d, r.w + 2 * d, r.h + 2 * d };
}

/* True if the insides share a point; boxes that only touch do not. */
static inline bool rect_overlaps(struct rect a, struct rect b)
{
	return a.x < rect_right(b) && b.x < rect_right(a) && a.y < rect_bottom(b) && b.y < rect_bottom(a);
}

static inline bool rect_contains(struct rect outer, struct rect inner, double tolerance)
{
	return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
	       rect_right(inner) <= rect_right(outer) + tolerance &&
	       rect_bottom(inner) <= rect_bottom(outer) + tolerance;
}

/* From edge to edge; 0 if they touch or overlap. */
static inline double rect_distance(struct rect a, struct rect b)
{
	double dx = fmax(0, fmax(a.x - rect_right(b), b.x - rect_right(a)));
	double dy = fmax(0, fmax(a.y - rect_bottom(b), b.y - rect_bottom(a)));
	return hypot(dx, dy);
}

/* The smallest box around both; one without area and at the origin counts as nothing. */
static inline struct rect rect_union(struct rect a, struct rect b)
{
	if (a.w <= 0 && a.h <= 0)
		return b;
	if (b.w <= 0 && b.h <= 0)
		return a;
	double x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
	double r = rect_right(a) > rect_right(b) ? rect_right(a) : rect_right(b);
	double t = rect_bottom(a) > rect_bottom(b) ? rect_bottom(a) : rect_bottom(b);
	return (struct rect){ x, y, r - x, t - y };
}

#endif
