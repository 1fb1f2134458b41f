/* Rules A5, A9 and G1 where values are told by the shade of a field: every shade reads back as its value, fields of one
 * unit and range are shaded on one scale from a meaningful zero, and no value looks like one that is missing. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"

#include <math.h>

static const double tell_apart = 3;     /* CIEDE2000, side by side */
static const double tell_from_tile = 4; /* anywhere in the table */
static const int neutral = 12;          /* between the channels of a grey */

static double channel(unsigned char from, unsigned char to, double part)
{
	return from + (to - from) * part;
}

/* The largest difference of a channel between a colour and what the value's would be. */
static double off(const struct scene_shade *shade, double value, struct color c)
{
	double span = shade->high - shade->low, up = span > 0 ? (value - shade->low) / span : 0;
	double part = pow(shade->way > 0 ? up : shade->way < 0 ? 1 - up : 0, shade->bend);
	bool lower = part < 0.5;
	struct color a = lower ? shade->pale : shade->middle, b = lower ? shade->middle : shade->strong;
	double along = lower ? 2 * part : 2 * part - 1;
	return fmax(fabs(channel(a.r, b.r, along) - c.r),
	            fmax(fabs(channel(a.g, b.g, along) - c.g), fabs(channel(a.b, b.b, along) - c.b)));
}

static void check_field(struct proofing *p, size_t i, const struct scene_datum *d)
{
	const struct scene *s = p->scene;
	const struct scene_item *field = &s->items[i];
	const struct scene_shade *shade = &s->evidence->shades[d->place];
	struct color ground[8];
	size_t n = proof_backdrops(p, i, rect_grow(field->path.rect, -1), ground, sizeof ground / sizeof *ground);
	if (!d->present)
		proof_find(p, "G1", i, proof_our_fault, "\"%s\" has no value, but a field", d->name);
	else if (off(shade, d->value, field->path.fill) > 1)
		proof_find(p, "A9", i, proof_our_fault, "%s is not shaded as %.10g", proof_name(p, field), d->value);
	for (size_t k = 0; k < n; k++)
		if (color_distance(field->path.fill, ground[k], VISION_NORMAL) < tell_apart)
			proof_find(p, "G1", i, "choose other colours", "%s looks as if it had no value",
			           proof_name(p, field));
}

/* The field of a value that is missing; NULL if it is none. */
static const struct scene_datum *missing_at(const struct scene *s, const struct scene_item *item)
{
	const struct scene_datum *d = proof_datum(s, item);
	return item->role == ROLE_PANEL && item->kind == SCENE_PATH && d && !d->present ? d : NULL;
}

/* Fields without a value are all of one grey, which no shade of a value comes near. */
static void check_missing(struct proofing *p, size_t i, const struct scene_datum *d)
{
	const struct scene *s = p->scene;
	struct color c = s->items[i].path.fill;
	int high = c.r > c.g ? c.r : c.g, low = c.r < c.g ? c.r : c.g;
	high = c.b > high ? c.b : high;
	low = c.b < low ? c.b : low;
	if (high - low > neutral)
		proof_find(p, "G1", i, "choose a greyer panel", "the field of \"%s\" has no value, but a colour",
		           d->name);
	for (size_t k = 0; k < s->n_items; k++)
		if (s->items[k].role == ROLE_CELL && s->items[k].kind == SCENE_PATH &&
		    color_distance(s->items[k].path.fill, c, VISION_NORMAL) < tell_from_tile)
			proof_find(p, "G1", k, "choose other colours", "%s looks as if it had no value",
			           proof_name(p, &s->items[k]));
}

/* The scales of two columns: one where the unit is one and neither declares a range of its own. */
static void check_scales(struct proofing *p, const struct scene_datum *a, const struct scene_datum *b)
{
	const struct scene_evidence *e = p->scene->evidence;
	const struct scene_shade *x = &e->shades[a->place], *y = &e->shades[b->place];
	bool one = a->measure == b->measure && !x->declared && !y->declared;
	if (one && (x->low != y->low || x->high != y->high || x->bend != y->bend))
		proof_find(p, "A5", p->scene->n_items, proof_our_fault,
		           "fields of \"%s\" and \"%s\" are shaded on two scales of one unit",
		           a->column ? a->column : a->name, b->column ? b->column : b->name);
	if (!x->declared && e->measures[a->measure].unit->zero && x->low > 0)
		proof_find(p, "A5", p->scene->n_items, proof_our_fault,
		           "the shades of \"%s\" start at %.10g, not at zero", a->column ? a->column : a->name, x->low);
}

void proof_shade(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_datum *before = NULL;
	if (!s->evidence->shades)
		return;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_datum *d = proof_datum(s, &s->items[i]), *missing = missing_at(s, &s->items[i]);
		if (missing)
			check_missing(p, i, missing);
		if (s->items[i].role != ROLE_CELL || s->items[i].kind != SCENE_PATH || !d)
			continue;
		check_field(p, i, d);
		check_scales(p, d, before ? before : d);
		before = d;
	}
}
