#include "chart/label.h"

#include "base/arena.h"
#include "chart/lengths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double turn_between = 0.3927; /* radians between two directions that are tried: a sixteenth of a turn */

/* Rectangles by the cells of the plot they touch: what is far from a name cannot be in its way. */
struct cells {
	struct rect box;
	size_t *first, *items; /* of each cell, up to those of the next */
};

struct labels {
	struct label_point *points;
	size_t n;
	const struct label_lines *given;
	struct rect inside;
	double u;
	struct cells lines, faint, dots;
	bool crossing;          /* names may stand on faint lines now */
	size_t *named, n_named; /* the points that have, or had, a name */
	bool *listed;           /* as one of them */
};

/* ---- cells ---- */

enum { CELLS = 32 }; /* along each side */

struct span { /* of cells, both ends included */
	size_t left, right, top, bottom;
};

static size_t cell_at(double at, double from, double length)
{
	double cell = (at - from) / length * CELLS;
	return cell > 0 ? (size_t)fmin(cell, CELLS - 1) : 0;
}

static struct span span_of(const struct cells *c, struct rect r)
{
	const struct rect *b = &c->box;
	return (struct span){ cell_at(r.x, b->x, b->w), cell_at(rect_right(r), b->x, b->w), cell_at(r.y, b->y, b->h),
		              cell_at(rect_bottom(r), b->y, b->h) };
}

/* Twice: how many each cell has, then which. */
static struct cells cells_of(struct arena *arena, struct rect box, const struct rect *rects, size_t n)
{
	struct cells c = { .box = box, .first = arena_alloc(arena, CELLS * CELLS + 2, sizeof *c.first) };
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < n; i++) {
			struct span s = span_of(&c, rects[i]);
			for (size_t y = s.top; y <= s.bottom; y++)
				for (size_t x = s.left; x <= s.right; x++) {
					size_t *count = &c.first[y * CELLS + x + (pass ? 1 : 2)];
					if (pass)
						c.items[*count] = i;
					++*count;
				}
		}
		if (pass)
			break;
		for (size_t i = 2; i < CELLS * CELLS + 2; i++)
			c.first[i] += c.first[i - 1];
		c.items = arena_alloc(arena, c.first[CELLS * CELLS + 1] + 1, sizeof *c.items);
	}
	return c;
}

struct walk { /* over what is near, some of it more than once */
	const struct cells *c;
	struct span span;
	size_t x, y, next;
};

static struct walk walk_near(const struct cells *c, struct rect r)
{
	struct span s = span_of(c, r);
	return (struct walk){ c, s, s.left, s.top, c->first[s.top * CELLS + s.left] };
}

static bool walk_on(struct walk *w, size_t *found)
{
	while (w->next == w->c->first[w->y * CELLS + w->x + 1]) {
		if (w->x == w->span.right && w->y == w->span.bottom)
			return false;
		bool wraps = w->x == w->span.right;
		w->y += wraps;
		w->x = wraps ? w->span.left : w->x + 1;
		w->next = w->c->first[w->y * CELLS + w->x];
	}
	*found = w->c->items[w->next++];
	return true;
}

/* ---- a name at a place ---- */

static struct rect dot_of(const struct label_point *p)
{
	return (struct rect){ p->at.x - p->radius, p->at.y - p->radius, 2 * p->radius, 2 * p->radius };
}

struct
try { /* a name at a place that is tried */
	const struct text_block *name;
	struct point origin;
};

static struct rect ink_of(struct try t)
{
	struct rect ink = t.name->ink;
	return (struct rect){ t.origin.x + ink.x, t.origin.y + ink.y, ink.w, ink.h };
}

/* What its first and last glyph keep free beside them must not leave the page either. */
static struct rect with_bearings(struct try t)
{
	struct rect ink = ink_of(t);
	double left = fmin(ink.x, t.origin.x), right = fmax(rect_right(ink), t.origin.x + t.name->width);
	return (struct rect){ left, ink.y, right - left, ink.h };
}

static struct try placed_at(const struct label_point *p)
{
	return (struct try){ p->name, p->origin };
}

/* The line of the name that is nearest to a dot. */
static struct rect nearest_line(struct try t, struct rect dot)
{
	struct rect nearest = text_line_ink(t.name, 0, t.origin);
	for (size_t i = 1; i < t.name->n_lines; i++) {
		struct rect ink = text_line_ink(t.name, i, t.origin);
		if (rect_distance(ink, dot) < rect_distance(nearest, dot))
			nearest = ink;
	}
	return nearest;
}

static double distance(struct try t, struct rect dot)
{
	return rect_distance(nearest_line(t, dot), dot);
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

static bool is_level(struct try t, struct point at)
{
	struct rect ink = ink_of(t);
	return at.y > ink.y && at.y < rect_bottom(ink);
}

bool label_coincide(const struct label_point *one, const struct label_point *other)
{
	return hypot(other->at.x - one->at.x, other->at.y - one->at.y) < other->radius;
}

static size_t mark_of(const struct labels *l, size_t i)
{
	return l->points[i].twin ? l->points[i].twin - 1 : i;
}

static bool is_one_mark(const struct labels *l, size_t a, size_t b)
{
	return mark_of(l, a) == mark_of(l, b);
}

/* Nearer to its own dot than to this one or, at the end of a leader, so far from it that it does not read as its
 * name. Dots that coincide share their names. */
static bool belongs(const struct labels *l, size_t self, size_t k, struct try t, bool led)
{
	const struct label_point *own = &l->points[self], *other = &l->points[k];
	double far = distance(t, dot_of(other));
	if (far < length_name_off_dot * l->u)
		return false;
	if (is_one_mark(l, self, k) || label_coincide(own, other))
		return true;
	if (led ? far < length_name_led_apart * l->u : distance(t, dot_of(own)) > share_name_own * far)
		return false;
	return !(is_level(t, other->at) && !is_level(t, own->at) && far < l->u);
}

/* How far from a name another dot may be and still forbid its place: the largest distance that belongs() asks for. */
static double reach_of(const struct labels *l, bool led)
{
	double reach = led ? length_name_led_apart : length_name_near_most / share_name_own;
	return fmax(reach, 1) * l->u;
}

/* What most places in a crowd fail by, at the first dot they cover. */
static bool covers_dot(const struct labels *l, struct try t)
{
	for (size_t line = 0; line < t.name->n_lines; line++) {
		struct rect ink = text_line_ink(t.name, line, t.origin);
		struct walk w = walk_near(&l->dots, ink);
		for (size_t i; walk_on(&w, &i);)
			if (rect_overlaps(ink, dot_of(&l->points[i])))
				return true;
	}
	return false;
}

static bool is_clear_of_dots(const struct labels *l, size_t self, struct try t, bool led)
{
	if (covers_dot(l, t))
		return false;
	struct walk w = walk_near(&l->dots, rect_grow(ink_of(t), reach_of(l, led)));
	for (size_t i; walk_on(&w, &i);)
		if (i != self && !belongs(l, self, i, t, led))
			return false;
	return true;
}

static bool is_clear_of_names(const struct labels *l, size_t self, struct try t)
{
	struct rect ink = ink_of(t), grown = rect_grow(ink, length_name_air * l->u),
		    beside = rect_grow(ink, length_name_off_line * l->u);
	for (size_t i = 0; i < l->n_named; i++) {
		const struct label_point *p = &l->points[l->named[i]];
		if (l->named[i] == self || !p->placed)
			continue;
		if (rect_overlaps(grown, ink_of(placed_at(p))) || (p->led && crosses(p->from, p->to, beside)))
			return false;
	}
	return true;
}

/* A faint line must show on both sides of the name. */
static bool is_on_middle(struct rect grown, struct rect line, double shown)
{
	return line.h > line.w ? grown.y - line.y >= shown && rect_bottom(line) - rect_bottom(grown) >= shown
	                       : grown.x - line.x >= shown && rect_right(line) - rect_right(grown) >= shown;
}

static bool is_clear_of_lines(const struct labels *l, struct try t)
{
	struct rect grown = rect_grow(ink_of(t), length_name_off_line * l->u);
	struct walk w = walk_near(&l->lines, grown), f = walk_near(&l->faint, grown);
	for (size_t i; walk_on(&w, &i);)
		if (rect_overlaps(grown, l->given->solid[i]))
			return false;
	for (size_t i; walk_on(&f, &i);)
		if (rect_overlaps(grown, l->given->faint[i]) &&
		    !(l->crossing && is_on_middle(grown, l->given->faint[i], length_whisker_shown * l->u)))
			return false;
	return true;
}

/* Free of other names, lines and dots, and seen to belong to its own. */
static bool is_free(const struct labels *l, size_t self, struct try t, bool led)
{
	double near = distance(t, dot_of(&l->points[self]));
	if (!rect_contains(l->inside, with_bearings(t), 0) || near < length_name_off_dot * l->u)
		return false;
	if (!led && near > length_name_near_most * l->u)
		return false;
	return is_clear_of_lines(l, t) && is_clear_of_names(l, self, t) && is_clear_of_dots(l, self, t, led);
}

static bool leader_is_free(const struct labels *l, size_t self, struct point from, struct point to)
{
	double air = length_leader_air * l->u;
	struct rect around = { fmin(from.x, to.x), fmin(from.y, to.y), fabs(to.x - from.x), fabs(to.y - from.y) };
	struct walk lines = walk_near(&l->lines, rect_grow(around, air)),
		    faint = walk_near(&l->faint, rect_grow(around, air)),
		    dots = walk_near(&l->dots, rect_grow(around, air));
	for (size_t i; walk_on(&lines, &i);)
		if (crosses(from, to, rect_grow(l->given->solid[i], air)))
			return false;
	for (size_t i; !l->crossing && walk_on(&faint, &i);)
		if (crosses(from, to, rect_grow(l->given->faint[i], air)))
			return false;
	for (size_t i; walk_on(&dots, &i);)
		if (!is_one_mark(l, self, i) && crosses(from, to, rect_grow(dot_of(&l->points[i]), air)))
			return false;
	for (size_t i = 0; i < l->n_named; i++) {
		const struct label_point *p = &l->points[l->named[i]];
		if (l->named[i] == self || !p->placed)
			continue;
		if (crosses(from, to, rect_grow(ink_of(placed_at(p)), length_name_off_line * l->u)) ||
		    (p->led && lines_cross(from, to, p->from, p->to)))
			return false;
	}
	return true;
}

static enum label_side side_of(double dx)
{
	return dx > 0 ? LABEL_RIGHT : dx < 0 ? LABEL_LEFT : LABEL_MIDDLE;
}

/* With its ink box at distance gap from the dot in direction (dx, dy). */
static struct try around(const struct label_point *p, double dx, double dy, double gap)
{
	const struct text_block *name = p->names[side_of(fabs(dx) < share_name_beside ? 0 : dx)];
	struct rect ink = name->ink;
	double reach = p->radius + gap;
	double cx = p->at.x + dx * (reach + ink.w / 2), cy = p->at.y + dy * (reach + ink.h / 2);
	return (struct try){ name, { cx - ink.w / 2 - ink.x, cy - ink.h / 2 - ink.y } };
}

/* At one of eight sides: right, left, above, below, and the corners, where it may come a little closer. */
static struct try beside(const struct label_point *p, int sx, int sy, double gap)
{
	const struct text_block *name = p->names[side_of(sx)];
	struct rect ink = name->ink;
	double off = (p->radius + gap) * (sx && sy ? share_name_corner : 1);
	double x = sx > 0 ? p->at.x + off : sx < 0 ? p->at.x - off - ink.w : p->at.x - ink.w / 2;
	double y = sy > 0 ? p->at.y + off : sy < 0 ? p->at.y - off - ink.h : p->at.y - ink.h / 2;
	return (struct try){ name, { x - ink.x, y - ink.y } };
}

static void take(struct labels *l, size_t self, struct try t)
{
	struct label_point *p = &l->points[self];
	if (!l->listed[self])
		l->named[l->n_named++] = self;
	l->listed[self] = true;
	p->placed = true;
	p->name = t.name;
	p->origin = t.origin;
}

/* Two names at what looks like one mark stand one below the other beside it. */
static bool place_paired(struct labels *l, size_t self)
{
	static const int sides[][2] = { { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 } };
	struct label_point *p = &l->points[self];
	bool shares = false;
	for (size_t k = 0; k < l->n && !shares; k++)
		shares = !is_one_mark(l, self, k) && label_coincide(p, &l->points[k]);
	for (size_t i = 0; shares && i < sizeof sides / sizeof *sides; i++) {
		struct try t = beside(p, sides[i][0], 0, length_name_near * l->u);
		double half = length_name_paired / 2 * l->u;
		t.origin.y = sides[i][1] > 0 ? p->at.y + half - t.name->ink.y
		                             : p->at.y - half - t.name->ink.h - t.name->ink.y;
		if (is_free(l, self, t, false)) {
			take(l, self, t);
			return true;
		}
	}
	return false;
}

static bool place_near(struct labels *l, size_t self)
{
	enum { SIDES = 8 };
	static const int sides[SIDES][2] = { { 1, 0 },   { 1, -1 }, { 1, 1 },  { -1, 0 },
		                             { -1, -1 }, { -1, 1 }, { 0, -1 }, { 0, 1 } };
	struct label_point *p = &l->points[self];
	if (place_paired(l, self))
		return true;
	for (size_t i = 0; i < SIDES; i++) {
		struct try t = beside(p, sides[i][0], sides[i][1], length_name_near * l->u);
		if (is_free(l, self, t, false)) {
			take(l, self, t);
			return true;
		}
	}
	return false;
}

/* The nearest point of a line's ink, from where the leader starts. */
static struct point edge_of(struct rect ink, struct point at, double off)
{
	struct rect r = rect_grow(ink, off);
	return (struct point){ fmin(fmax(at.x, r.x), rect_right(r)), fmin(fmax(at.y, r.y), rect_bottom(r)) };
}

/* With a leader to its dot, if there is room for both. */
static bool place_led(struct labels *l, size_t self, struct try t)
{
	struct label_point *p = &l->points[self];
	struct point from = edge_of(nearest_line(t, dot_of(p)), p->at, length_leader_start * l->u);
	double length = hypot(from.x - p->at.x, from.y - p->at.y);
	if (length < p->radius + length_leader_least * l->u || !is_free(l, self, t, true))
		return false;
	double stop = (p->radius + length_leader_stop * l->u) / length;
	struct point to = { p->at.x + (from.x - p->at.x) * stop, p->at.y + (from.y - p->at.y) * stop };
	if (hypot(from.x - to.x, from.y - to.y) > length_leader_most * l->u || !leader_is_free(l, self, from, to))
		return false;
	take(l, self, t);
	p->led = true;
	p->from = from;
	p->to = to;
	return true;
}

/* All around the dot, from the right on alternating between both sides; then further out. */
static bool place_far(struct labels *l, size_t self)
{
	enum { DIRECTIONS = 16 };
	const struct label_point *p = &l->points[self];
	for (double gap = length_name_far_from; gap <= length_name_far_to; gap += length_name_far_step)
		for (int i = 0; i < DIRECTIONS; i++) {
			double turn = (i % 2 ? 1 : -1) * (double)((i + 1) / 2) * turn_between;
			if (place_led(l, self, around(p, cos(turn), sin(turn), gap * l->u)))
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
	double crowd = 0, square = pow(length_crowd * l->u, 2);
	for (size_t k = 0; k < l->n; k++)
		if (k != self) {
			double x = l->points[self].at.x - l->points[k].at.x,
			       y = l->points[self].at.y - l->points[k].at.y;
			crowd += 1 / (1 + (x * x + y * y) / square);
		}
	return round(crowd / rounding) * rounding;
}

/* Clear of all lines if it can be, else across whiskers; a leader only where neither gives a place at the dot. */
static bool place(struct labels *l, size_t self)
{
	bool placed = place_near(l, self);
	l->crossing = l->given->n_faint > 0;
	placed = placed || (l->crossing && place_near(l, self));
	l->crossing = false;
	placed = placed || place_far(l, self);
	l->crossing = l->given->n_faint > 0;
	placed = placed || (l->crossing && place_far(l, self));
	l->crossing = false;
	return placed;
}

/* A name that found no place gets one where a single other name that is no heavier moves, or, if it is lighter and
 * may be lost, gives way. */
static bool place_by_moving(struct labels *l, size_t self, bool losing)
{
	struct label_point *p = &l->points[self];
	for (size_t k = 0; k < l->n; k++) {
		struct label_point *other = &l->points[k], before = *other;
		double far = hypot(other->at.x - p->at.x, other->at.y - p->at.y);
		if (!other->placed || other->weight > p->weight || far > length_names_meet * l->u)
			continue;
		other->placed = other->led = false;
		if (place(l, self)) {
			if (place(l, k) || (losing && other->weight < p->weight))
				return true;
			p->placed = p->led = false;
		}
		*other = before;
	}
	return false;
}

/* All of them, in this order; then those that are left, where others can move. Returns how many have no name. */
static size_t place_all(struct labels *l, const struct turn *turns, bool moving)
{
	size_t left = 0;
	for (size_t i = 0; i < l->n; i++)
		place(l, turns[i].point);
	for (size_t i = 0; i < l->n && moving; i++)
		if (!l->points[turns[i].point].placed && !place_by_moving(l, turns[i].point, false))
			place_by_moving(l, turns[i].point, true);
	for (size_t i = 0; i < l->n; i++)
		left += !l->points[i].placed;
	return left;
}

/* Those that were left out once go before others of their weight the next time; the round that leaves out fewest is
 * kept. */
static void place_in_rounds(struct arena *arena, struct labels *l, struct turn *turns)
{
	enum { MOVING_MAX = 100, ROUNDS = 3 }; /* points; beyond them it takes long and helps little */
	struct label_point *best = arena_alloc(arena, l->n + 1, sizeof *best);
	bool moving = l->n <= MOVING_MAX;
	size_t least = l->n + 1;
	for (int round = 0; round < (moving ? ROUNDS : 1) && least > 0; round++) {
		for (size_t i = 0; i < l->n; i++)
			l->points[i].placed = l->points[i].led = false;
		qsort(turns, l->n, sizeof *turns, by_need);
		size_t left = place_all(l, turns, moving);
		if (left < least)
			memcpy(best, l->points, l->n * sizeof *best);
		least = left < least ? left : least;
		for (size_t i = 0; i < l->n; i++)
			turns[i].crowd += l->points[turns[i].point].placed ? 0 : (double)l->n;
	}
	memcpy(l->points, best, l->n * sizeof *best);
}

void label_place(struct arena *arena, struct label_point *points, size_t n, const struct label_lines *lines,
                 struct rect inside, double u)
{
	struct rect *dots = arena_alloc(arena, n + 1, sizeof *dots);
	for (size_t i = 0; i < n; i++)
		dots[i] = dot_of(&points[i]);
	struct labels l = { .points = points,
		            .n = n,
		            .given = lines,
		            .inside = inside,
		            .u = u,
		            .lines = cells_of(arena, inside, lines->solid, lines->n_solid),
		            .faint = cells_of(arena, inside, lines->faint, lines->n_faint),
		            .dots = cells_of(arena, inside, dots, n),
		            .named = arena_alloc(arena, n + 1, sizeof *l.named),
		            .listed = arena_alloc(arena, n + 1, sizeof *l.listed) };
	struct turn *turns = arena_alloc(arena, n + 1, sizeof *turns);
	for (size_t i = 0; i < n; i++)
		turns[i] = (struct turn){ i, points[i].at, crowd_around(&l, i), points[i].weight };
	place_in_rounds(arena, &l, turns);
}
