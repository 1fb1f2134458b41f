/* Rule F9: the parts of a stacked bar lie end to end, in one order, as long as what they stand for, and make up the
 * whole. Where the parts are values of the data, both are computed again from these. */
#include "scene/proof_stack.h"

#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>

enum { PARTS = 6 }; /* more could not be told apart, nor compared; tokens have three */

static const double whole = 100;     /* of a bar that shows shares */
static const double slip = 1e-9;     /* of adding up, as a part of the sum */
static const double gap_most = 0.25; /* u: between two parts */
static const double inside = 0.15;   /* u: from a number to the edges of its part */

/* ---- from the values ---- */

struct stack_total *stack_totals(struct proofing *p, size_t *n)
{
	const struct scene_document *d = &p->scene->document;
	size_t parts = p->scene->evidence->n_parts;
	struct stack_total *totals = arena_alloc(p->arena, d->n_uses + 1, sizeof *totals);
	*n = 0;
	for (size_t from = 0, to; from < d->n_uses && parts; from = to) { /* the values of a row follow each other */
		double sum = 0;
		for (to = from; to < d->n_uses && str_eq(d->uses[to].name, d->uses[from].name); to++)
			sum += d->uses[to].value;
		if (to - from == parts)
			totals[(*n)++] = (struct stack_total){ d->uses[from].name, &d->uses[from], sum };
	}
	return totals;
}

static const struct stack_total *total_of(const struct stack_total *totals, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(totals[i].name, name))
			return &totals[i];
	return NULL;
}

static bool is_near(double a, double b)
{
	return fabs(a - b) <= slip * fmax(fabs(a), fabs(b));
}

/* What a part of somebody's bar stands for; NAN if nobody knows. */
static double part_of(const struct scene *s, const struct stack_total *of, int column)
{
	const struct scene_evidence *e = s->evidence;
	if (!of || column < 1 || (size_t)column > e->n_parts)
		return (double)NAN;
	for (size_t i = 0; i < e->n_parts; i++)
		if (str_eq(of->parts[i].on, e->parts[column - 1]))
			return e->shares ? of->parts[i].value / of->total * whole : of->parts[i].value;
	return (double)NAN;
}

/* ---- as drawn ---- */

struct stack { /* what is drawn of a datum */
	double sum;
	size_t n;
	int last; /* its last part so far */
};

static double bar_of(const struct scene *s, size_t datum)
{
	return s->evidence->shares ? whole : s->evidence->data[datum].value;
}

/* Half of the last digit that is printed: parts make up a published total to that. */
static double rounding(const struct scene *s, size_t datum)
{
	const struct scene_measure *m = &s->evidence->measures[s->evidence->data[datum].measure];
	return s->evidence->n_parts ? 0 : pow(10, m->magnitude - m->decimals) / 2;
}

static void check_place(struct proofing *p, size_t i, const struct stack *stack)
{
	const struct scene *s = p->scene;
	const struct scene_item *item = &s->items[i];
	size_t n_scales = s->evidence->n_scales;
	const struct scene_scale *scale =
		item->scale >= 0 && (size_t)item->scale < n_scales ? &s->evidence->scales[item->scale] : NULL;
	if (!scale) {
		proof_find(p, "F9", i, proof_our_fault, "%s has no scale", proof_name(p, item));
		return;
	}
	double near = (s->pixel > 0 ? s->pixel : 0.1) + scale->per_unit * rounding(s, (size_t)item->datum);
	double from = scale->zero + scale->per_unit * stack->sum, to = from + scale->per_unit * item->value;
	double lead = item->path.rect.x - from, over = rect_right(item->path.rect) - to;
	if (lead < -near || lead > near + gap_most * s->u || fabs(over) > near)
		proof_find(p, "F9", i, proof_our_fault, "%s is drawn from %.2f to %.2f and belongs from %.2f to %.2f",
		           proof_name(p, item), item->path.rect.x, rect_right(item->path.rect), from, to);
}

/* The same part has the same colour in every bar. */
static void check_color(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	for (size_t k = 0; k < i; k++)
		if (s->items[k].role == ROLE_PART && s->items[k].column == s->items[i].column) {
			if (!color_equal(s->items[k].path.fill, s->items[i].path.fill))
				proof_find(p, "F9", i, proof_our_fault, "%s has another colour than in the bar above",
				           proof_name(p, &s->items[i]));
			return;
		}
}

static void check_part(struct proofing *p, size_t i, struct stack *stack, const struct stack_total *of)
{
	const struct scene *s = p->scene;
	const struct scene_item *item = &s->items[i];
	if (item->column <= stack->last)
		proof_find(p, "F9", i, proof_our_fault, "%s is out of order", proof_name(p, item));
	if (s->evidence->n_parts && !is_near(part_of(s, of, item->column), item->value))
		proof_find(p, "F9", i, proof_our_fault, "%s stands for %.10g, not %.10g", proof_name(p, item),
		           item->value, part_of(s, of, item->column));
	check_place(p, i, stack);
	check_color(p, i);
	stack->sum += item->value;
	stack->last = item->column;
	if (++stack->n == PARTS + 1)
		proof_find(p, "F9", i, "name fewer parts", "the bar of \"%s\" has more than %d parts",
		           s->evidence->data[item->datum].name, PARTS);
}

static void check_whole(struct proofing *p, size_t datum, const struct stack *stack, const struct stack_total *of)
{
	const struct scene *s = p->scene;
	const struct scene_datum *d = &s->evidence->data[datum];
	double bar = bar_of(s, datum);
	if (stack->n && fabs(stack->sum - bar) > rounding(s, datum) + slip * fabs(bar))
		proof_find(p, "F9", s->n_items, proof_our_fault, "the parts of \"%s\" add up to %.10g, not %.10g",
		           d->name, stack->sum, bar);
	if (!s->evidence->n_parts)
		return;
	if (d->present && (!of || !is_near(of->total, d->value)))
		proof_find(p, "F9", s->n_items, proof_our_fault,
		           "the total of \"%s\" is %.10g, that of its values %.10g", d->name, d->value,
		           of ? of->total : (double)NAN);
	if (!d->present && of && !(s->evidence->shares && of->total == 0))
		proof_find(p, "F9", s->n_items, proof_our_fault, "\"%s\" has all parts, and no bar", d->name);
}

/* ---- numbers in parts ---- */

/* In the digits in which it is printed. */
static bool reads_as(struct proofing *p, const struct scene_item *item)
{
	const struct scene *s = p->scene;
	const struct scene_measure *m = &s->evidence->measures[s->evidence->data[item->datum].measure];
	const struct language *l = s->document.language;
	const struct unit *unit = s->evidence->shares ? &unit_percent : m->unit;
	const char *text = number_without_sign(p->arena, l, item->text.block->text, unit);
	struct number_printed n = number_read(l, text);
	double magnitude = s->evidence->shares || n.power ? 0 : m->magnitude;
	double step = pow(10, magnitude + (n.power ? n.power : 0) - n.decimals);
	return n.bytes && !text[n.bytes] &&
	       fabs(n.number * pow(10, magnitude) - item->value) <= step / 2 + slip * fabs(item->value);
}

/* A number in a part is what that stands for, and keeps clear of its edges. */
static void check_number(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	const struct scene_item *text = &s->items[i], *part = NULL;
	for (size_t k = i; k-- > 0 && !part;)
		if (s->items[k].role == ROLE_PART && s->items[k].datum == text->datum &&
		    s->items[k].column == text->column)
			part = &s->items[k];
	if (!part || !rect_contains(rect_grow(part->path.rect, -inside * s->u), scene_ink(text), 0))
		proof_find(p, "F9", i, proof_our_fault, "%s is not inside its part", proof_name(p, text));
	else if (text->value != part->value || !reads_as(p, text))
		proof_find(p, "F9", i, proof_our_fault, "%s is printed for %.10g", proof_name(p, text), part->value);
}

/* A name over the bars starts over its part of the first bar. */
static void check_name(struct proofing *p, size_t i)
{
	const struct scene *s = p->scene;
	const struct scene_item *name = &s->items[i], *first = NULL;
	for (size_t k = 0; k < s->n_items && !first; k++)
		if (s->items[k].role == ROLE_PART && s->items[k].column == name->column)
			first = &s->items[k];
	double slack = gap_most * s->u + s->pixel, x = name->text.at.x;
	if (!first || x < first->path.rect.x - slack || x > rect_right(first->path.rect) ||
	    name->text.at.y > first->path.rect.y)
		proof_find(p, "F9", i, proof_our_fault, "%s is not over its part", proof_name(p, name));
}

void proof_stack(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t n_data = s->evidence->n_data, n;
	struct stack *stacks = arena_alloc(p->arena, n_data + 1, sizeof *stacks);
	const struct stack_total *totals = stack_totals(p, &n), **of = arena_alloc(p->arena, n_data + 1, sizeof *of);
	for (size_t i = 0; i < n_data && n; i++)
		of[i] = total_of(totals, n, s->evidence->data[i].name);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role == ROLE_KEY && item->kind == SCENE_TEXT && item->column > 0)
			check_name(p, i);
		if (!proof_datum(s, item))
			continue;
		if (item->role == ROLE_PART)
			check_part(p, i, &stacks[item->datum], of[item->datum]);
		if (item->role == ROLE_SHARE && item->kind == SCENE_TEXT)
			check_number(p, i);
	}
	for (size_t i = 0; i < n_data; i++)
		check_whole(p, i, &stacks[i], of[i]);
}
