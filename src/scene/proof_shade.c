/* Rules A5, A9, G1 and H6 where values are told by the shade of a field: every shade reads back as its value, fields of
 * one unit and range are shaded on one scale from a meaningful zero, and no value looks like one that is missing. */
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
	if (x->bend != y->bend)
		proof_find(p, "A5", p->scene->n_items, proof_our_fault,
		           "the shades of \"%s\" deepen at another rate than those of \"%s\"",
		           b->column ? b->column : b->name, a->column ? a->column : a->name);
	if (one && (x->low != y->low || x->high != y->high))
		proof_find(p, "A5", p->scene->n_items, proof_our_fault,
		           "fields of \"%s\" and \"%s\" are shaded on two scales of one unit",
		           a->column ? a->column : a->name, b->column ? b->column : b->name);
	if (!x->declared && e->measures[a->measure].unit->zero && x->low > 0)
		proof_find(p, "A5", p->scene->n_items, proof_our_fault,
		           "the shades of \"%s\" start at %.10g, not at zero", a->column ? a->column : a->name, x->low);
}

/* ---- H6: frames around fields ---- */

static const double beside = 1.5; /* points between a frame and what is in it, on each side */

static bool is_line(const struct scene_item *item, bool upright)
{
	struct rect r = item->path.rect;
	return item->role == ROLE_RULE && item->kind == SCENE_PATH && (r.h > r.w) == upright;
}

/* The upright line that ends the upper edge of a frame at its left; NULL if the line is no such edge. */
static const struct scene_item *side_of(const struct scene *s, const struct scene_item *edge)
{
	struct rect e = edge->path.rect;
	for (size_t i = 0; i < s->n_items; i++) {
		struct rect r = s->items[i].path.rect;
		if (is_line(&s->items[i], true) && fabs(r.x - e.x) < beside && fabs(r.y - rect_bottom(e)) < beside)
			return &s->items[i];
	}
	return NULL;
}

/* Which fields a frame goes around; true in framed. */
static void note_framed(const struct scene *s, const struct scene_item *edge, const struct scene_item *side,
                        bool *framed)
{
	struct rect e = edge->path.rect, inside = { e.x, side->path.rect.y, e.w, side->path.rect.h };
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_CELL && proof_datum(s, &s->items[i]))
			framed[s->items[i].datum] |= rect_contains(inside, s->items[i].path.rect, beside);
}

static void check_frames(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t n_rows = 0;
	for (size_t i = 0; i < s->evidence->n_data; i++)
		n_rows = s->evidence->data[i].row >= n_rows ? s->evidence->data[i].row + 1 : n_rows;
	bool *framed = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *framed),
	     *in_focus = arena_alloc(p->arena, n_rows + 1, sizeof *in_focus); /* rows with frames */
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *side = is_line(&s->items[i], false) ? side_of(s, &s->items[i]) : NULL;
		if (side)
			note_framed(s, &s->items[i], side, framed);
	}
	for (size_t i = 0; i < s->evidence->n_data; i++)
		in_focus[s->evidence->data[i].row] |= framed[i];
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		const struct scene_datum *d = &s->evidence->data[i];
		bool leads = in_focus[d->row] && d->present && d->rank == 1 && !d->level;
		if (framed[i] != leads)
			proof_find(p, "H6", s->n_items, proof_our_fault, "the field of \"%s\" on \"%s\" %s", d->name,
			           d->column ? d->column : "",
			           framed[i] ? "has a frame and does not lead" : "leads and has no frame");
	}
}

void proof_shade(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_datum *before = NULL;
	if (!s->evidence->shades)
		return;
	check_frames(p);
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
