#include "chart/label.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>
#include <stdlib.h>

static const double turn_between = 0.3927; /* radians between two directions that are tried: a sixteenth of a turn */

struct labels {
	struct label_point *points;
	size_t n;
	const struct rect *obstacles;
	size_t n_obstacles;
	struct rect inside;
	double u;
};

static struct rect dot_of(const struct label_point *p)
{
	return (struct rect){ p->at.x - p->radius, p->at.y - p->radius, 2 * p->radius, 2 * p->radius };
}

static struct rect ink_at(const struct text_block *name, struct point origin)
{
	return (struct rect){ origin.x + name->ink.x, origin.y + name->ink.y, name->ink.w, name->ink.h };
}

static double distance(struct rect a, struct rect b)
{
	double dx = fmax(0, fmax(a.x - rect_right(b), b.x - rect_right(a)));
	double dy = fmax(0, fmax(a.y - rect_bottom(b), b.y - rect_bottom(a)));
	return hypot(dx, dy);
}

/* The part of from..to inside r: Liang and Barsky. */
static bool crosses(struct point from, struct point to, struct rect r)
{
	double w = to.x - from.x, h = to.y - from.y, enter = 0, leave = 1;
	const double step[4] = { -w, w, -h, h },
		     room[4] = { from.x - r.x, rect_right(r) - from.x, from.y - r.y, rect_bottom(r) - from.y };
	for (int i = 0; i < 4; i++) {
		if (step[i] == 0 && room[i] < 0)
			return false;
		if (step[i] < 0)
			enter = fmax(enter, room[i] / step[i]);
		if (step[i] > 0)
			leave = fmin(leave, room[i] / step[i]);
	}
	return enter < leave;
}

static double side(struct point a, struct point b, struct point c)
{
	return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool lines_cross(struct point a, struct point b, struct point c, struct point d)
{
	return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

static bool is_level(struct rect ink, struct point at)
{
	return at.y > ink.y && at.y < rect_bottom(ink);
}

/* Free of other names, lines and dots, and nearer to its own dot than to any other. */
static bool is_free(const struct labels *l, size_t self, struct rect ink, bool led)
{
	struct rect grown = rect_grow(ink, length_name_air * l->u);
	double own = distance(ink, dot_of(&l->points[self]));
	if (!rect_contains(l->inside, ink, 0) || own < length_name_off_dot * l->u)
		return false;
	for (size_t i = 0; i < l->n_obstacles; i++)
		if (rect_overlaps(rect_grow(ink, length_name_off_line * l->u), l->obstacles[i]))
			return false;
	for (size_t i = 0; i < l->n; i++) {
		const struct label_point *p = &l->points[i];
		if (i == self)
			continue;
		double other = distance(ink, dot_of(p)),
		       apart = hypot(p->at.x - l->points[self].at.x, p->at.y - l->points[self].at.y);
		if (other < length_name_off_dot * l->u || (!led && apart >= p->radius && own > share_name_own * other))
			return false; /* dots that coincide share their names */
		if (apart >= p->radius && is_level(ink, p->at) && !is_level(ink, l->points[self].at) && other < l->u)
			return false; /* it would read as that one's name */
		if (!p->placed)
			continue;
		if (rect_overlaps(grown, ink_at(p->name, p->origin)))
			return false;
		if (p->led && crosses(p->from, p->to, rect_grow(ink, length_name_off_line * l->u)))
			return false;
	}
	return true;
}

static bool leader_is_free(const struct labels *l, size_t self, struct point from, struct point to)
{
	for (size_t i = 0; i < l->n_obstacles; i++)
		if (crosses(from, to, rect_grow(l->obstacles[i], length_leader_air * l->u)))
			return false;
	for (size_t i = 0; i < l->n; i++) {
		const struct label_point *p = &l->points[i];
		if (i == self)
			continue;
		if (crosses(from, to, rect_grow(dot_of(p), length_leader_air * l->u)))
			return false;
		if (p->placed && crosses(from, to, rect_grow(ink_at(p->name, p->origin), length_name_off_line * l->u)))
			return false;
		if (p->placed && p->led && lines_cross(from, to, p->from, p->to))
			return false;
	}
	return true;
}

/* The name's origin when its ink box is at distance gap from the dot in direction (dx, dy). */
static struct point origin_of(const struct label_point *p, double dx, double dy, double gap)
{
	struct rect ink = p->name->ink;
	double reach = p->radius + gap;
	double cx = p->at.x + dx * (reach + ink.w / 2), cy = p->at.y + dy * (reach + ink.h / 2);
	return (struct point){ cx - ink.w / 2 - ink.x, cy - ink.h / 2 - ink.y };
}

/* The name at one of eight sides: right, left, above, below, and the corners, where it may come a little closer. */
static struct point origin_at(const struct label_point *p, int sx, int sy, double gap)
{
	struct rect ink = p->name->ink;
	double off = (p->radius + gap) * (sx && sy ? share_name_corner : 1);
	double x = sx > 0 ? p->at.x + off : sx < 0 ? p->at.x - off - ink.w : p->at.x - ink.w / 2;
	double y = sy > 0 ? p->at.y + off : sy < 0 ? p->at.y - off - ink.h : p->at.y - ink.h / 2;
	return (struct point){ x - ink.x, y - ink.y };
}

static bool place_near(const struct labels *l, size_t self)
{
	enum { SIDES = 8 };
	static const int sides[SIDES][2] = { { 1, 0 },   { 1, -1 }, { 1, 1 },  { -1, 0 },
		                             { -1, -1 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
	struct label_point *p = &l->points[self];
	for (size_t i = 0; i < SIDES; i++) {
		struct point origin = origin_at(p, sides[i][0], sides[i][1], length_name_near * l->u);
		if (is_free(l, self, ink_at(p->name, origin), false)) {
			p->placed = true;
			p->origin = origin;
			return true;
		}
	}
	return false;
}

/* The nearest point of the name's box, from where the leader starts. */
static struct point edge_of(struct rect ink, struct point at, double off)
{
	struct rect r = rect_grow(ink, off);
	return (struct point){ fmin(fmax(at.x, r.x), rect_right(r)), fmin(fmax(at.y, r.y), rect_bottom(r)) };
}

/* With its origin here and a leader to its dot, if there is room for both. */
static bool place_led(const struct labels *l, size_t self, struct point origin)
{
	struct label_point *p = &l->points[self];
	struct rect ink = ink_at(p->name, origin);
	struct point from = edge_of(ink, p->at, length_leader_start * l->u);
	double length = hypot(from.x - p->at.x, from.y - p->at.y);
	if (length < p->radius + length_leader_least * l->u || !is_free(l, self, ink, true))
		return false;
	double stop = (p->radius + length_leader_stop * l->u) / length;
	struct point to = { p->at.x + (from.x - p->at.x) * stop, p->at.y + (from.y - p->at.y) * stop };
	if (hypot(from.x - to.x, from.y - to.y) > length_leader_most * l->u || !leader_is_free(l, self, from, to))
		return false;
	p->placed = p->led = true;
	p->origin = origin;
	p->from = from;
	p->to = to;
	return true;
}

/* All around the dot, from the right on alternating between both sides; then further out. */
static bool place_far(const struct labels *l, size_t self)
{
	enum { DIRECTIONS = 16 };
	const struct label_point *p = &l->points[self];
	for (double gap = length_name_far_from; gap <= length_name_far_to; gap += length_name_far_step)
		for (int i = 0; i < DIRECTIONS; i++) {
			double turn = (i % 2 ? 1 : -1) * (double)((i + 1) / 2) * turn_between;
			if (place_led(l, self, origin_of(p, cos(turn), sin(turn), gap * l->u)))
				return true;
		}
	return false;
}

struct turn { /* the order in which points are placed */
	size_t point;
	struct point at;
	double crowd; /* how close its nearest neighbours are */
	int weight;
};

static int by_need(const void *a, const void *b)
{
	const struct turn *x = a, *y = b;
	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->crowd != y->crowd)
		return x->crowd > y->crowd ? -1 : 1;
	if (x->at.x != y->at.x)
		return x->at.x < y->at.x ? -1 : 1;
	if (x->at.y != y->at.y)
		return x->at.y < y->at.y ? -1 : 1;
	return x->point < y->point ? -1 : x->point > y->point;
}

/* Larger where neighbours are closer; rounded, so that their order makes no difference. */
static double crowd_around(const struct labels *l, size_t self)
{
	double crowd = 0;
	for (size_t k = 0; k < l->n; k++)
		if (k != self) {
			double far = hypot(l->points[self].at.x - l->points[k].at.x,
			                   l->points[self].at.y - l->points[k].at.y);
			crowd += 1 / (1 + pow(far / (length_crowd * l->u), 2));
		}
	return round(crowd / rounding) * rounding;
}

void label_place(struct arena *arena, struct label_point *points, size_t n, const struct rect *obstacles,
                 size_t n_obstacles, struct rect inside, double u)
{
	struct labels l = { points, n, obstacles, n_obstacles, inside, u };
	struct turn *turns = arena_alloc(arena, n + 1, sizeof *turns);
	for (size_t i = 0; i < n; i++)
		turns[i] = (struct turn){ i, points[i].at, crowd_around(&l, i), points[i].weight };
	qsort(turns, n, sizeof *turns, by_need);
	for (size_t i = 0; i < n; i++)
		if (!place_near(&l, turns[i].point))
			place_far(&l, turns[i].point);
}

struct want { /* a label that wants to be at y */
	double y;
	size_t label;
};

static int by_want(const void *a, const void *b)
{
	const struct want *x = a, *y = b;
	return x->y < y->y ? -1 : x->y > y->y ? 1 : x->label < y->label ? -1 : x->label > y->label;
}

/* Neighbours that would touch move as one, about their mean. */
void label_spread(struct arena *arena, double *wants, size_t n, double pitch, double top, double bottom)
{
	struct want *sorted = arena_alloc(arena, n + 1, sizeof *sorted);
	double *mean = arena_alloc(arena, n + 1, sizeof *mean);
	size_t *count = arena_alloc(arena, n + 1, sizeof *count), blocks = 0;
	for (size_t i = 0; i < n; i++)
		sorted[i] = (struct want){ wants[i], i };
	qsort(sorted, n, sizeof *sorted, by_want);
	for (size_t i = 0; i < n; i++) {
		mean[blocks] = sorted[i].y - pitch * (double)i; /* without the pitches they only have to be in order */
		count[blocks++] = 1;
		while (blocks > 1 && mean[blocks - 1] < mean[blocks - 2]) {
			size_t a = count[blocks - 2], b = count[blocks - 1];
			mean[blocks - 2] =
				(mean[blocks - 2] * (double)a + mean[blocks - 1] * (double)b) / (double)(a + b);
			count[blocks - 2] = a + b;
			blocks--;
		}
	}
	double first = top + pitch / 2, last = fmax(bottom - pitch * (double)n + pitch / 2, first);
	for (size_t b = 0, i = 0; b < blocks; b++)
		for (size_t k = 0; k < count[b]; k++, i++)
			wants[sorted[i].label] = fmin(fmax(mean[b], first), last) + pitch * (double)i;
}
