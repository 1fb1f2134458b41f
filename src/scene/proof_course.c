/* Rules A9, F10 and B14 of lines over the calendar: every dot is at its day and its value, lines join the values of one
 * row in the order of their days, and each row is named at its end. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"

#include <math.h>
#include <stdlib.h>

static double half_pixel(const struct scene *s)
{
	return (s->pixel > 0 ? s->pixel / 2 : 0.05) + 1e-6;
}

static void check_dot(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	const struct scene_item *dot = &s->items[i];
	const struct scene_datum *d = proof_datum(s, dot);
	if (!d || dot->scale != 0 || dot->scale_y != 1 || s->evidence->n_scales != 2 || !s->evidence->scales[0].dated) {
		proof_find(p, "A9", i, proof_our_fault, "%s has no day and no value", proof_name(p, dot));
		return;
	}
	if (dot->value != (double)d->day)
		proof_find(p, "A9", i, proof_our_fault, "%s is drawn on day %.0f, the datum is of day %ld",
		           proof_name(p, dot), dot->value, d->day);
	if (dot->value_y != d->value)
		proof_find(p, "A9", i, proof_our_fault, "%s stands for %.6g, the datum is %.6g", proof_name(p, dot),
		           dot->value_y, d->value);
}

/* ---- what the lines join ---- */

/* By datum; NULL where none is drawn. */
static const struct scene_item **dots_of(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item **dots = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *dots);
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_DOT && proof_datum(s, &s->items[i]))
			dots[s->items[i].datum] = &s->items[i];
	return dots;
}

/* From the middle of a dot to the middle of the next, or from edge to edge: how far an end is off the way. */
static double off_way(double x, double y, const struct scene_item *dot)
{
	struct rect r = dot->path.rect;
	return fmax(0, hypot(x - r.x - r.w / 2, y - r.y - r.h / 2) - r.w / 2);
}

static void check_join(struct proofing *p, size_t i, const struct scene_item *const *dots, size_t *joins)
{
	const struct scene *s = p->scene;
	const struct scene_item *line = &s->items[i];
	const struct scene_datum *d = proof_datum(s, line), *before = d && line->datum ? d - 1 : NULL;
	if (!before || before->row != d->row || before->day >= d->day || line->path.shape != SHAPE_LINE ||
	    !dots[line->datum] || !dots[line->datum - 1]) {
		proof_find(p, "F10", i, proof_our_fault, "%s joins no value to one that was measured later",
		           proof_name(p, line));
		return;
	}
	struct rect r = line->path.rect;
	double near = half_pixel(s), off = fmax(off_way(r.x, r.y, dots[line->datum - 1]),
	                                        off_way(rect_right(r), rect_bottom(r), dots[line->datum]));
	if (off > near)
		proof_find(p, "F10", i, proof_our_fault, "%s ends %.2f points from what it joins", proof_name(p, line),
		           off);
	joins[line->datum]++;
}

static void check_joins(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_datum *data = s->evidence->data;
	const struct scene_item *const *dots = dots_of(p);
	size_t *joins = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *joins);
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_CONNECT && s->items[i].kind == SCENE_PATH)
			check_join(p, i, dots, joins);
	for (size_t i = 1; i < s->evidence->n_data; i++)
		if (data[i].row == data[i - 1].row && joins[i] != 1)
			proof_find(p, "F10", s->n_items, proof_our_fault, "%zu lines lead to value %zu of \"%s\"",
			           joins[i], i, data[i].name);
}

/* ---- names ---- */

/* The last value of a row. */
static bool is_end(const struct scene_evidence *e, size_t i)
{
	return i + 1 == e->n_data || e->data[i + 1].row != e->data[i].row;
}

static void check_ends(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_evidence *e = s->evidence;
	size_t *names = arena_alloc(p->arena, e->n_data + 1, sizeof *names),
	       *values = arena_alloc(p->arena, e->n_data + 1, sizeof *values);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_TEXT || !proof_datum(s, item))
			continue;
		names[item->datum] += item->role == ROLE_LABEL;
		values[item->datum] += item->role == ROLE_VALUE;
	}
	for (size_t i = 0; i < e->n_data; i++)
		if (names[i] != is_end(e, i) || values[i] != is_end(e, i))
			proof_find(p, "B14", s->n_items, proof_our_fault, "\"%s\" has %zu names and %zu values at %s",
			           e->data[i].name, names[i], values[i],
			           is_end(e, i) ? "the end of its line" : "a value before the last");
}

void proof_courses(struct proofing *p)
{
	const struct scene *s = p->scene;
	if (!s->evidence->courses)
		return;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_DOT && s->items[i].kind == SCENE_PATH)
			check_dot(p, i);
	check_joins(p);
	check_ends(p);
}
