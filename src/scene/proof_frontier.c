/* Rules F8 and B14 of a scatter: what is efficient, where the frontier runs, which points have a name. All of it is
 * worked out again from the dots and whiskers that are drawn. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ACROSS, UP, WAYS };

struct spot {                                        /* more is better: what is not is turned */
	double gain[WAYS], above[WAYS], below[WAYS]; /* the value, and how far its interval reaches */
	bool claimed[WAYS];
	int datum;
};

struct spots {
	struct spot *items;
	size_t n;
	int better[WAYS];
	bool mixed[WAYS]; /* some of its values are claims, and some are not */
	bool dated;       /* over the calendar the courses run at values: whiskers tell the rest */
};

static void take_interval(struct spot *spot, const struct scene_item *whisker, const int better[WAYS])
{
	int way = whisker->scale ? UP : ACROSS;
	double a = whisker->low * better[way] - spot->gain[way], b = whisker->high * better[way] - spot->gain[way];
	spot->above[way] = fmax(fmax(a, b), 0);
	spot->below[way] = fmax(fmax(-a, -b), 0);
}

static struct spots collect_spots(struct proofing *p)
{
	const struct scene *s = p->scene;
	struct spots out = { .items = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *out.items),
		             .better = { s->evidence->better_x, s->evidence->better_y } };
	size_t claims[WAYS] = { 0 };
	for (size_t i = 0; i < s->n_items && out.n < s->evidence->n_data; i++) {
		const struct scene_item *dot = &s->items[i];
		const struct scene_datum *d = dot->role == ROLE_DOT ? proof_datum(s, dot) : NULL;
		if (!d)
			continue;
		struct spot *spot = &out.items[out.n++];
		*spot = (struct spot){ .gain = { dot->value * out.better[ACROSS], dot->value_y * out.better[UP] },
			               .claimed = { d->claimed_x, d->claimed_y },
			               .datum = dot->datum };
		claims[ACROSS] += d->claimed_x;
		claims[UP] += d->claimed_y;
		for (size_t k = 0; k < s->n_items; k++)
			if (s->items[k].role == ROLE_WHISKER && s->items[k].datum == dot->datum)
				take_interval(spot, &s->items[k], out.better);
	}
	out.dated = s->evidence->n_scales == WAYS && s->evidence->scales[ACROSS].dated;
	for (int w = 0; w < WAYS; w++)
		out.mixed[w] = claims[w] > 0 && claims[w] < out.n;
	return out;
}

/* ---- what is efficient ---- */

/* Beyond the joint interval on both axes; a claim beats no result. */
static bool beats(const struct spot *a, const struct spot *b)
{
	bool ahead = false;
	for (int w = 0; w < WAYS; w++) {
		double lead = a->gain[w] - b->gain[w];
		if ((a->claimed[w] && !b->claimed[w]) || lead < hypot(a->below[w], b->above[w]))
			return false;
		ahead |= lead > 0;
	}
	return ahead;
}

/* Returns how many are efficient. */
static size_t check_efficient(struct proofing *p, const struct spots *spots)
{
	const struct scene *s = p->scene;
	bool directed = s->evidence->better_x && s->evidence->better_y;
	size_t efficient = 0;
	for (size_t i = 0; i < spots->n; i++) {
		bool beaten = !directed;
		for (size_t k = 0; k < spots->n && !beaten; k++)
			beaten = beats(&spots->items[k], &spots->items[i]);
		efficient += !beaten;
		if (beaten == s->evidence->data[spots->items[i].datum].efficient)
			proof_find(p, "F8", s->n_items, proof_our_fault, "\"%s\" %s on the frontier",
			           s->evidence->data[spots->items[i].datum].name, beaten ? "is not" : "belongs");
	}
	return efficient;
}

/* ---- where it runs ---- */

enum course { CONSERVATIVE, PLAIN, OPTIMISTIC, COURSES };

struct run { /* of the points that no other beats, on the page, from the best to the worst across */
	struct point *at;
	size_t n;
};

struct frontier {
	struct run runs[COURSES];
	bool to_left, down; /* the better way across, the better way up */
	double near;        /* lengths that are the same on the page */
	double last;        /* over the calendar: where the last point is, to which the best so far holds */
};

static double place(const struct scene_scale *scale, double value)
{
	return scale->zero + scale->per_unit * (scale->logarithmic ? log10(value) : value);
}

/* The better ends of all intervals, or the worse ends of those that nobody only claims, or their values. */
static bool end_of(const struct spots *spots, size_t i, enum course course, double end[WAYS])
{
	const struct spot *spot = &spots->items[i];
	for (int w = 0; w < WAYS; w++) {
		if (course != OPTIMISTIC && spots->mixed[w] && spot->claimed[w])
			return false;
		end[w] = spot->gain[w];
		if (spots->dated)
			continue;
		end[w] += course == OPTIMISTIC ? spot->above[w] : course == CONSERVATIVE ? -spot->below[w] : 0;
	}
	return true;
}

static bool is_outdone(const struct spots *spots, size_t i, enum course course, const double end[WAYS])
{
	double other[WAYS];
	for (size_t k = 0; k < spots->n; k++)
		if (k != i && end_of(spots, k, course, other) && other[ACROSS] >= end[ACROSS] && other[UP] >= end[UP] &&
		    (other[ACROSS] > end[ACROSS] || other[UP] > end[UP] || k < i))
			return true;
	return false;
}

static int by_x(const void *a, const void *b)
{
	const struct point *p = a, *q = b;
	return p->x < q->x ? -1 : p->x > q->x;
}

static struct run run_of(struct proofing *p, const struct spots *spots, enum course course)
{
	const struct scene_scale *scales = p->scene->evidence->scales;
	struct run run = { arena_alloc(p->arena, spots->n + 1, sizeof *run.at), 0 };
	struct spots all = *spots;
	double end[WAYS];
	bool any = false;
	for (size_t i = 0; i < spots->n; i++)
		any |= end_of(spots, i, course, end);
	all.mixed[ACROSS] &= any || course != PLAIN; /* where nothing is measured, claims make the line */
	all.mixed[UP] &= any || course != PLAIN;
	spots = &all;
	for (size_t i = 0; i < spots->n; i++)
		if (end_of(spots, i, course, end) && !is_outdone(spots, i, course, end))
			run.at[run.n++] = (struct point){ place(&scales[ACROSS], end[ACROSS] * spots->better[ACROSS]),
				                          place(&scales[UP], end[UP] * spots->better[UP]) };
	qsort(run.at, run.n, sizeof *run.at, by_x);
	return run;
}

/* How good a course promises to be at x, as a height on the page: the best of the points that are as good across. */
static bool height_at(const struct frontier *f, enum course course, double x, double *y)
{
	const struct run *run = &f->runs[course];
	bool found = false;
	for (size_t i = 0; i < run->n; i++) {
		double at = run->at[i].y;
		if (f->to_left ? run->at[i].x > x : run->at[i].x < x)
			continue;
		if (!found || (f->down ? at > *y : at < *y))
			*y = at;
		found = true;
	}
	return found;
}

/* Where the fields over x begin and end, if they leave nothing out between; false if there is none. */
static bool field_at(const struct scene *s, double x, double *top, double *bottom)
{
	bool found = false;
	for (size_t i = 0; i < s->n_items; i++) {
		struct rect r = s->items[i].path.rect;
		if (s->items[i].role != ROLE_BAND || s->items[i].kind != SCENE_PATH || x < r.x || x > rect_right(r))
			continue;
		*top = found ? fmin(*top, r.y) : r.y;
		*bottom = found ? fmax(*bottom, rect_bottom(r)) : rect_bottom(r);
		found = true;
	}
	return found;
}

static bool line_at(const struct frontier *f, const struct scene *s, double x, double y)
{
	for (size_t i = 0; i < s->n_items; i++) {
		struct rect r = s->items[i].path.rect;
		if (s->items[i].role == ROLE_CONNECT && s->items[i].kind == SCENE_PATH && x > r.x &&
		    x < rect_right(r) && fabs(r.y + r.h / 2 - y) <= f->near)
			return true;
	}
	return false;
}

/* Between two neighbouring turns of any course. worst: where both have begun. */
static void check_stretch(struct proofing *p, const struct frontier *f, double x, bool begun)
{
	const struct scene *s = p->scene;
	double low = 0, high = 0, top = 0, bottom = 0;
	bool has_low = height_at(f, CONSERVATIVE, x, &low), has_high = height_at(f, OPTIMISTIC, x, &high),
	     field = field_at(s, x, &top, &bottom), both = has_low && has_high && begun && fabs(low - high) > f->near;
	if (field != both && !(has_low && has_high && fabs(low - high) <= 2 * f->near))
		proof_find(p, "F8", s->n_items, proof_our_fault, "at x = %.2f the frontier's band is %s", x,
		           field ? "drawn where its courses do not run" : "missing between its courses");
	else if (field && both && (fabs(top - fmin(low, high)) > f->near || fabs(bottom - fmax(low, high)) > f->near))
		proof_find(
			p, "F8", s->n_items, proof_our_fault,
			"at x = %.2f the frontier's band reaches from %.2f to %.2f, its courses run at %.2f and %.2f",
			x, top, bottom, fmin(low, high), fmax(low, high));
	const struct run *run = &f->runs[PLAIN];
	bool inside = run->n && x > run->at[0].x && x < fmax(run->at[run->n - 1].x, f->last);
	double y = 0;
	if (inside && height_at(f, PLAIN, x, &y) && !line_at(f, s, x, y))
		proof_find(p, "F8", s->n_items, proof_our_fault, "at x = %.2f the frontier has no line at its values",
		           x);
}

static int by_number(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return *x < *y ? -1 : *x > *y;
}

/* Whatever lies between two turns lies at one height, so it is enough to look at the middle of each stretch. */
static void check_course(struct proofing *p, const struct spots *spots)
{
	const struct scene *s = p->scene;
	double pixel = fmax(s->pixel, 0.1), *turns = arena_alloc(p->arena, COURSES * spots->n + 2, sizeof *turns);
	struct frontier f = { .to_left = spots->better[ACROSS] < 0, .down = spots->better[UP] < 0, .near = pixel };
	size_t n = 0;
	for (int c = 0; c < COURSES; c++) {
		f.runs[c] = run_of(p, spots, (enum course)c);
		for (size_t i = 0; i < f.runs[c].n; i++)
			turns[n++] = f.runs[c].at[i].x;
	}
	f.last = -HUGE_VAL;
	for (size_t i = 0; i < spots->n && s->evidence->scales[ACROSS].dated; i++)
		f.last = fmax(f.last, place(&s->evidence->scales[ACROSS],
		                            spots->items[i].gain[ACROSS] * spots->better[ACROSS]));
	if (n && isfinite(f.last))
		turns[n++] = f.last;
	qsort(turns, n, sizeof *turns, by_number);
	for (size_t i = 0; i + 1 < n; i++)
		if (turns[i + 1] - turns[i] > 2 * pixel)
			check_stretch(p, &f, (turns[i] + turns[i + 1]) / 2, true);
	if (n) {
		check_stretch(p, &f, turns[0] - 2 * pixel, false);
		check_stretch(p, &f, turns[n - 1] + 2 * pixel, false);
	}
}

static void check_nothing(struct proofing *p)
{
	for (size_t i = 0; i < p->scene->n_items; i++)
		if (p->scene->items[i].role == ROLE_BAND || p->scene->items[i].role == ROLE_CONNECT)
			proof_find(p, "F8", i, proof_our_fault, "%s is drawn where there is no frontier",
			           proof_name(p, &p->scene->items[i]));
}

/* The word that says so stands in the quarter of the plot where both values are better. */
static void check_corner(struct proofing *p, const struct spots *spots)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *word = &s->items[i];
		if (word->role != ROLE_CORNER || word->kind != SCENE_TEXT)
			continue;
		struct rect plot = s->evidence->scales[ACROSS].plot;
		bool left = word->text.at.x + word->text.block->width / 2 < plot.x + plot.w / 2,
		     above = word->text.at.y < plot.y + plot.h / 2;
		bool known = spots->better[ACROSS] && spots->better[UP];
		if (!known || left != (spots->better[ACROSS] < 0) || above != (spots->better[UP] > 0))
			proof_find(p, "F8", i, proof_our_fault, "%s is not in the corner that is better",
			           proof_name(p, word));
	}
}

/* ---- names ---- */

/* True if the number is printed for this value, in ones or in the magnitude of one of the measures. */
static bool is_printed(const struct scene_evidence *e, const struct number_printed *n, double value)
{
	double half = pow(10, -n->decimals) / 2 * (1 + 1e-9);
	bool same = n->power ? fabs(n->number - value) <= fabs(value) / 2 : fabs(n->number - value) <= half;
	for (size_t m = 0; m < e->n_measures && !same; m++)
		same = fabs(n->number - value / pow(10, e->measures[m].magnitude)) <= half;
	return same;
}

/* The number here, whose unit may stand between its minus and its digits. */
static struct number_printed value_here(struct proofing *p, const char *at)
{
	const struct scene *s = p->scene;
	struct number_printed n = number_read(s->document.language, at);
	for (size_t m = 0; m < s->evidence->n_measures && !n.bytes; m++) {
		const char *bare =
			number_without_sign(p->arena, s->document.language, at, s->evidence->measures[m].unit);
		n = number_read(s->document.language, bare);
		n.bytes += n.bytes ? strlen(at) - strlen(bare) : 0;
	}
	return n;
}

/* What is said beside a point, after its name, are its values. */
static void check_label(struct proofing *p, size_t label, const struct scene_item *dot)
{
	const struct scene *s = p->scene;
	const char *text = s->items[label].text.block->text, *name = proof_datum(s, dot)->name;
	const char *at = proof_find_whole(text, text, name);
	for (at = at ? at + strlen(name) : ""; *at;) {
		struct number_printed n = value_here(p, at);
		if (n.bytes && !is_printed(s->evidence, &n, dot->value) && !is_printed(s->evidence, &n, dot->value_y))
			proof_find(p, "A9", label, proof_our_fault, "%s says %.*s, which is none of its values",
			           proof_name(p, &s->items[label]), (int)n.bytes, at);
		at += n.bytes ? n.bytes : 1;
	}
}

static void check_labels(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item **dots = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *dots);
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_DOT && proof_datum(s, &s->items[i]))
			dots[s->items[i].datum] = &s->items[i];
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role == ROLE_LABEL && item->kind == SCENE_TEXT && proof_datum(s, item) && dots[item->datum])
			check_label(p, i, dots[item->datum]);
	}
}

static void check_named(struct proofing *p, const struct spots *spots)
{
	const struct scene *s = p->scene;
	size_t unnamed = 0;
	for (size_t i = 0; i < spots->n; i++) {
		bool named = false;
		for (size_t k = 0; k < s->n_items && !named; k++)
			named = s->items[k].role == ROLE_LABEL && s->items[k].datum == spots->items[i].datum;
		unnamed += !named;
	}
	if (unnamed != s->evidence->rows.told)
		proof_find(p, "B14", s->n_items, proof_our_fault, "%zu points have no name, but the notes say %zu",
		           unnamed, s->evidence->rows.told);
}

void proof_frontier(struct proofing *p)
{
	if (!p->scene->evidence->scatter)
		return;
	struct spots spots = collect_spots(p);
	bool scaled = p->scene->evidence->n_scales == WAYS;
	if (check_efficient(p, &spots) < 2)
		check_nothing(p);
	else if (scaled)
		check_course(p, &spots);
	if (scaled)
		check_corner(p, &spots);
	check_named(p, &spots);
	check_labels(p);
}
