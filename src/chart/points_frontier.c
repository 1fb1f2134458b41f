/* The efficient frontier of points: who dominates whom, and where the frontier runs if the intervals turn out well
 * or badly, with the developers' claims or without. */
#include "chart/points.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

static const struct standing_row *cell(const struct points_dot *d, size_t column)
{
	return column == POINTS_Y ? d->y : d->x;
}

const struct standing_interval *points_interval(const struct points *s, size_t column, const struct standing_row *row)
{
	return standing_interval(s->columns[column], row);
}

static bool is_lower(const struct points *s, size_t column)
{
	return s->columns[column]->benchmark->direction == DIRECTION_LOWER;
}

/* The better or the worse end of a value's interval; the value itself where none is known. */
static double end_of(const struct points *s, size_t column, const struct standing_row *row, bool better)
{
	if (!row->interval)
		return row->value;
	const struct standing_interval *interval = points_interval(s, column, row);
	return better != is_lower(s, column) ? interval->high : interval->low;
}

bool points_dominates(const struct points *s, const struct points_dot *d, const struct points_dot *other)
{
	bool ahead = false;
	for (size_t c = POINTS_Y; c <= POINTS_X; c++) {
		const struct standing_row *own = cell(d, c), *rival = cell(other, c);
		double lead = points_gain(s, c, own->value) - points_gain(s, c, rival->value);
		double joint = hypot(own->value - end_of(s, c, own, false), rival->value - end_of(s, c, rival, true));
		if ((own->claimed && !rival->claimed) || lead < joint)
			return false;
		ahead |= lead > 0;
	}
	return ahead;
}

bool points_is_mixed(const struct points *s, size_t column)
{
	size_t claims = 0;
	for (size_t i = 0; i < s->n; i++)
		claims += cell(&s->dots[i], column)->claimed;
	return claims > 0 && claims < s->n;
}

/* ---- two courses ---- */

enum course { CONSERVATIVE, PLAIN, OPTIMISTIC };

struct run { /* of a frontier, from left to right, in the plot */
	struct point *at;
	size_t n;
};

struct end { /* of a point's intervals, both better or both worse */
	double x, y;
};

static int by_x(const void *a, const void *b)
{
	const struct end *p = a, *q = b;
	if (p->x != q->x)
		return p->x < q->x ? -1 : 1;
	return p->y < q->y ? -1 : p->y > q->y;
}

/* True if q is as good on both; of two that are equal the first counts. */
static bool is_beaten(const struct points *s, const struct end *p, const struct end *q)
{
	double x = points_gain(s, POINTS_X, q->x) - points_gain(s, POINTS_X, p->x),
	       y = points_gain(s, POINTS_Y, q->y) - points_gain(s, POINTS_Y, p->y);
	return x >= 0 && y >= 0 && (x > 0 || y > 0 || q < p);
}

static struct end course_end(const struct points *s, const struct points_dot *d, enum course course)
{
	if (course == PLAIN || s->dated) /* whiskers tell the rest */
		return (struct end){ d->x->value, d->y->value };
	bool better = course == OPTIMISTIC;
	return (struct end){ end_of(s, POINTS_X, d->x, better), end_of(s, POINTS_Y, d->y, better) };
}

/* Only claimed, where others are not. */
static bool is_claim(const struct points_dot *d, const bool mixed[POINTS_AXES])
{
	return (mixed[POINTS_Y] && d->y->claimed) || (mixed[POINTS_X] && d->x->claimed);
}

/* Of the optimistic course all points count, with the better ends of their intervals; of the conservative one those
 * that nobody only claims, with the worse ends; the plain one between them has their values. */
static struct end *ends_of(const struct points *s, enum course course, size_t *n_ends)
{
	struct end *ends = arena_alloc(s->f.arena, s->n + 1, sizeof *ends),
		   *out = arena_alloc(s->f.arena, s->n + 1, sizeof *out);
	size_t n = 0;
	bool mixed[] = { points_is_mixed(s, POINTS_Y), points_is_mixed(s, POINTS_X) }, measured = false;
	for (size_t i = 0; i < s->n; i++)
		measured |= !is_claim(&s->dots[i], mixed);
	for (size_t i = 0; i < s->n; i++) {
		const struct points_dot *d = &s->dots[i];
		bool claim = is_claim(d, mixed);
		if (course == OPTIMISTIC || !claim || (course == PLAIN && !measured))
			ends[n++] = course_end(s, d, course);
	}
	qsort(ends, n, sizeof *ends, by_x);
	*n_ends = 0;
	for (size_t i = 0; i < n; i++) {
		bool beaten = false;
		for (size_t k = 0; k < n && !beaten; k++)
			beaten = k != i && is_beaten(s, &ends[i], &ends[k]);
		if (!beaten)
			out[(*n_ends)++] = ends[i];
	}
	return out;
}

bool points_is_banded(const struct points *s)
{
	size_t n, m;
	const struct end *high = ends_of(s, OPTIMISTIC, &n), *low = ends_of(s, CONSERVATIVE, &m);
	bool same = n == m;
	for (size_t i = 0; i < n && same; i++)
		same = by_x(&high[i], &low[i]) == 0;
	return m > 0 && !same;
}

enum { EXTENSIONS = 3 }; /* that a run may get: to where two others end, and to the last point */

static struct run run_of(const struct points *s, enum course course)
{
	size_t n;
	const struct end *ends = ends_of(s, course, &n);
	struct run run = { arena_alloc(s->f.arena, n + EXTENSIONS, sizeof *run.at), n };
	for (size_t i = 0; i < n; i++)
		run.at[i] = (struct point){ axis_place(&s->plot.x, ends[i].x), axis_place(&s->plot.y, ends[i].y) };
	return run;
}

/* Level to where the other ends, on the side where both values are worse or x alone is. */
static void extend(const struct points *s, struct run *run, struct run other)
{
	bool right = is_lower(s, POINTS_X);
	if (!run->n || !other.n)
		return;
	double to = right ? other.at[other.n - 1].x : other.at[0].x;
	if (right && to > run->at[run->n - 1].x) {
		run->at[run->n] = (struct point){ to, run->at[run->n - 1].y };
		run->n++;
	} else if (!right && to < run->at[0].x) {
		for (size_t i = run->n++; i > 0; i--)
			run->at[i] = run->at[i - 1];
		run->at[0].x = to;
	}
}

/* The best so far holds until something better comes out: level to the last of all points. */
static void lasts(const struct points *s, struct run *run)
{
	double to = run->n ? run->at[run->n - 1].x : 0, last = to;
	for (size_t i = 0; i < s->n; i++)
		last = fmax(last, axis_place(&s->plot.x, s->dots[i].x->value));
	if (run->n && s->dated && last > to) {
		run->at[run->n] = (struct point){ last, run->at[run->n - 1].y };
		run->n++;
	}
}

/* ---- what is drawn ---- */

/* The height of a run's stairs at x; false where it has none. */
static bool height_at(const struct points *s, struct run run, double x, double *y)
{
	bool found = false, lower = is_lower(s, POINTS_X);
	for (size_t i = 0; i < run.n; i++)
		if (lower ? run.at[i].x <= x : run.at[i].x >= x && !found) {
			*y = run.at[i].y;
			found = true;
		}
	return found;
}

static int by_number(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

/* The fields between the two courses, one for each stretch in which neither has a step. */
static struct plot_steps fields_between(const struct points *s, struct run low, struct run high)
{
	const struct chart_request *q = s->f.request;
	double *turns = arena_alloc(s->f.arena, low.n + high.n + 1, sizeof *turns), from = 0, to = 0;
	struct plot_steps out = { arena_alloc(s->f.arena, low.n + high.n + 1, sizeof *out.items), 0 };
	size_t n = 0;
	for (size_t i = 0; i < low.n; i++)
		turns[n++] = frame_snap(q, low.at[i].x);
	for (size_t i = 0; i < high.n; i++)
		turns[n++] = frame_snap(q, high.at[i].x);
	qsort(turns, n, sizeof *turns, by_number);
	for (size_t i = 0; i + 1 < n; i++) {
		double middle = (turns[i] + turns[i + 1]) / 2;
		if (turns[i] == turns[i + 1] || !height_at(s, low, middle, &from) || !height_at(s, high, middle, &to))
			continue;
		from = frame_snap(q, from);
		to = frame_snap(q, to);
		if (from != to)
			out.items[out.n++] =
				(struct rect){ turns[i], fmin(from, to), turns[i + 1] - turns[i], fabs(from - to) };
	}
	return out;
}

void points_find_line(struct points *s)
{
	size_t n;
	const struct end *ends = ends_of(s, PLAIN, &n);
	for (size_t i = 0; i < s->n; i++) {
		struct end own = course_end(s, &s->dots[i], PLAIN);
		for (size_t k = 0; k < n && !s->dots[i].on_line; k++)
			s->dots[i].on_line = by_x(&own, &ends[k]) == 0;
	}
}

struct points_frontier points_frontier_of(const struct points *s, double thick)
{
	struct points_frontier out = { .line = { NULL, 0 } };
	size_t efficient = 0;
	for (size_t i = 0; i < s->n; i++)
		efficient += s->dots[i].efficient;
	if (efficient < 2)
		return out;
	struct run high = run_of(s, OPTIMISTIC), low = run_of(s, CONSERVATIVE), line = run_of(s, PLAIN);
	if (s->banded) {
		struct run plain = high;
		extend(s, &high, low);
		extend(s, &low, plain);
		extend(s, &high, line); /* the line never leaves the band */
		extend(s, &low, line);
		lasts(s, &high);
		lasts(s, &low);
		out.fields = fields_between(s, low, high);
	}
	lasts(s, &line);
	out.line = plot_stairs(&s->plot, line.at, line.n, is_lower(s, POINTS_X), thick);
	return out;
}
