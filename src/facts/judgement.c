#include "facts/judgement.h"

#include "base/arena.h"
#include "data/quantity.h"
#include "facts/column.h"
#include "facts/print.h"

#include <math.h>
#include <stdlib.h>

const struct judgement *judgement_at(const struct evaluation *e, size_t offset)
{
	for (size_t i = 0; i < e->n_judgements; i++)
		if (e->judgements[i].offset == offset)
			return &e->judgements[i];
	return NULL;
}

/* The spot for a judgement; one that is made again replaces the earlier one. */
static void keep(struct evaluation *e, const struct judgement *judgement)
{
	size_t i = 0;
	while (i < e->n_judgements && e->judgements[i].offset != judgement->offset)
		i++;
	if (i == e->n_judgements) {
		e->judgements = arena_grow(e->arena, e->judgements, &e->judgements_room, e->n_judgements,
		                           sizeof *e->judgements);
		e->n_judgements++;
	}
	e->judgements[i] = *judgement;
}

static double share_of(double by, double side)
{
	return side > 0 ? by / side : by > 0 ? HUGE_VAL : 0;
}

static void set_by(struct judgement *j, struct term by, double side)
{
	if (by.number.number < 0)
		by.number = decimal_negated(by.number);
	j->kind = MARGIN_BY;
	j->by = by;
	j->share = share_of(by.number.number, fabs(side));
}

void judgement_note(struct evaluation *e, size_t offset, bool truth, const struct term *by, double side)
{
	struct judgement j = { .offset = offset, .truth = truth };
	set_by(&j, *by, side);
	keep(e, &j);
}

/* ---- places ---- */

/* The distance between two values of a benchmark. */
static struct term distance(const struct measurement *a, const struct measurement *b)
{
	const struct quantity *x = &a->value, *y = &b->value;
	struct decimal of_a = decimal_of(x->number, quantity_level(*x)),
		       of_b = decimal_of(y->number, quantity_level(*y));
	struct term by = { .kind = TERM_NUMBER, .number = decimal_difference(of_a, of_b) };
	by.finest = by.number.exact && by.number.places > 0 ? by.number.places : 0;
	by.measure = MEASURE_UNIT;
	by.unit = a->benchmark->unit;
	by.magnitude = x->magnitude < y->magnitude ? x->magnitude : y->magnitude;
	return by;
}

struct bar {          /* what a value has to reach to be no longer behind another one */
	double at;    /* negated where lower is better */
	double noise; /* the joint half-width, which the lead must reach to count */
	const struct measurement *of;
};

static int compare_bars(const void *a, const void *b)
{
	const struct bar *x = a, *y = b;
	return x->at < y->at ? 1 : x->at > y->at ? -1 : 0;
}

static struct bar bar_of(struct arena *arena, const struct standing *standing, const struct standing_row *row,
                         const struct standing_row *own, bool ranked)
{
	bool lower = standing->benchmark->direction == DIRECTION_LOWER;
	struct bar bar = { .noise = ranked ? standing_noise(standing, row, own) : 0,
		           .of = standing_chosen(arena, standing, row) };
	bar.at = (lower ? -row->value : row->value) - bar.noise;
	return bar;
}

/* How far the value is from a bar; exact where no noise blurs it. */
static struct term distance_to(struct arena *arena, const struct standing *s, const struct bar *bar,
                               const struct standing_row *own, bool lower)
{
	struct term by = distance(standing_chosen(arena, s, own), bar->of);
	if (bar->noise > 0)
		by.number = (struct decimal){ .number = bar->at - (lower ? -own->value : own->value) };
	by.number = by.number.number < 0 ? decimal_negated(by.number) : by.number;
	return by;
}

/* A place against a number: the shortest way of the value to a place of which the comparison says the opposite. */
static bool judge_place(struct evaluation *e, enum comparison how, const struct term *term, double number, bool truth,
                        struct judgement *j)
{
	const struct term_standing *s = term->standing;
	const struct standing *standing = s->column->standing;
	const struct standing_row *own = column_row(s->column, s->variant);
	bool lower = s->column->benchmark->direction == DIRECTION_LOWER, found = false;
	struct arena *scratch = arena_new_below(e->arena);
	struct bar *bars = arena_alloc(scratch, standing->n_present, sizeof *bars);
	int n = 0, place = (int)term->number.number;
	for (size_t i = 0; i < standing->n_present; i++)
		if (&standing->rows[i] != own && (!s->ranked || standing->rows[i].rank))
			bars[n++] = bar_of(scratch, standing, &standing->rows[i], own, s->ranked);
	qsort(bars, (size_t)n, sizeof *bars, compare_bars);
	for (int at = 1; at <= n + 1; at++) {
		if (at == place || compare_answer(how, (at > number) - (at < number)) == truth)
			continue;
		const struct bar *bar = &bars[at < place ? at - 1 : at - 2];
		struct term by = distance_to(scratch, standing, bar, own, lower);
		if (found && j->by.number.number <= by.number.number)
			continue;
		set_by(j, by, own->value);
		found = true;
	}
	arena_free(scratch);
	return found;
}

/* The leader against a model: its lead over the next, or how far that model is behind it. */
static void judge_leader(struct evaluation *e, const struct term *term, const struct term *name, struct judgement *j)
{
	const struct term_standing *s = term->standing;
	const struct standing *standing = s->column->standing;
	const struct variant *named =
		name->things && name->things->kind == NAME_VARIANT
			? name->things->items[0]
			: dataset_variant(e->facts->dataset, name->text, (struct place){ 0 }, NULL);
	const struct selection *other = named ? column_selection(s->column, named) : NULL;
	const struct measurement *first = standing_chosen(e->arena, standing, &standing->rows[0]),
				 *second = other ? other->chosen : NULL;
	if (named == s->variant)
		second = standing->n_present > 1 ? standing_chosen(e->arena, standing, &standing->rows[1]) : NULL;
	if (second)
		set_by(j, distance(first, second), first->value.number);
	if (!second || named == s->variant || named == standing->rows[1].variant)
		return;
	/* whoever reads by how much it is behind wants to see its value, too */
	column_use_rival(e, s->column, named);
	evaluation_step(e, words_fill(e->arena, e->facts->language, WORD_FACT_VALUE, "name",
	                              variant_full_name(e->arena, named), "on",
	                              words_object(e->arena, e->facts->language, second->benchmark->brief), "value",
	                              print_value(e->arena, e->facts->language, second), NULL));
}

/* ---- comparisons ---- */

static void judge_numbers(struct evaluation *e, enum comparison how, const struct comparands *both, bool truth,
                          struct judgement *j)
{
	static const enum comparison mirrored[] = {
		[COMPARE_EQUAL] = COMPARE_EQUAL,
		[COMPARE_UNEQUAL] = COMPARE_UNEQUAL,
		[COMPARE_LESS] = COMPARE_MORE,
		[COMPARE_MORE] = COMPARE_LESS,
		[COMPARE_LESS_OR_EQUAL] = COMPARE_MORE_OR_EQUAL,
		[COMPARE_MORE_OR_EQUAL] = COMPARE_LESS_OR_EQUAL,
	};
	const struct term *left = both->left, *right = both->right;
	bool equal = left->number.number == right->number.number;
	if (left->standing && judge_place(e, how, left, right->number.number, truth, j))
		return;
	if (right->standing && judge_place(e, mirrored[how], right, left->number.number, truth, j))
		return;
	j->kind = MARGIN_EXACT;
	if (!equal || (how != COMPARE_EQUAL && how != COMPARE_UNEQUAL))
		set_by(j, term_compute(TERM_SUBTRACT, left, right),
		       fmax(fabs(left->number.number), fabs(right->number.number)));
}

void judgement_compare(struct evaluation *e, enum comparison how, const struct comparands *both, bool truth)
{
	struct judgement j = { .offset = both->offset, .truth = truth, .kind = MARGIN_NONE };
	const struct term *left = both->left, *right = both->right;
	if (left->kind == TERM_NUMBER && right->kind == TERM_NUMBER)
		judge_numbers(e, how, both, truth, &j);
	else if (left->kind == TERM_TEXT && right->kind == TERM_TEXT && left->standing)
		judge_leader(e, left, right, &j);
	else if (left->kind == TERM_TEXT && right->kind == TERM_TEXT && right->standing)
		judge_leader(e, right, left, &j);
	keep(e, &j);
}
