#include "facts/suggest.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/column.h"

#include <math.h>

enum { COUNTED_MOST = 100 };

struct search {
	struct facts *facts;
	struct arena *arena;
	const struct numeral *numeral;
	const struct suggest_near *near;
	size_t *budget;
	const char *found;
};

/* ---- one candidate ---- */

/* The candidate, if it gives the number when it is asked: nothing is suggested that does not. */
static bool offer(struct search *s, const char *expression)
{
	struct fact fact;
	struct fact_fault fault;
	const struct numeral *n = s->numeral;
	if (!facts_try(s->facts, s->arena, expression, false, &fact, &fault))
		return false;
	if (fact.kind != FACT_NUMBER || (!numeral_equals(n, fact.number) && !numeral_equals(n, -fact.number)))
		return false;
	bool word = n->kind == NUMERAL_WORD && n->form == NUMERAL_CARDINAL && fact.number == floor(fact.number);
	const char *around = n->form == NUMERAL_ORDINAL ? "ordinal" : word ? "spell" : NULL;
	s->found = around ? arena_printf(s->arena, "%s(%s)", around, expression) : expression;
	return true;
}

static bool spent(struct search *s)
{
	if (!*s->budget)
		return true;
	--*s->budget;
	return false;
}

static bool unit_fits(const struct search *s, const struct unit *unit)
{
	return !s->numeral->unit || str_eq(s->numeral->unit, unit->name);
}

/* The number that a value would have to be: a percentage is as it is written. */
static bool reads(const struct search *s, double x)
{
	return numeral_equals(s->numeral, x) || numeral_equals(s->numeral, -x);
}

static const struct measurement *value_of(struct search *s, const struct variant *v, const struct benchmark *b)
{
	const struct selection *selection = column_selection(column_of(s->facts, b), v);
	return selection ? selection->chosen : NULL;
}

/* ---- values, gaps and ratios ---- */

static bool try_value(struct search *s, const struct variant *v, const struct benchmark *b)
{
	if (spent(s) || !unit_fits(s, b->unit))
		return false;
	const struct measurement *m = value_of(s, v, b);
	return m && reads(s, m->value.number) &&
	       offer(s, arena_printf(s->arena, "value(\"%s\",\"%s\")", variant_ref(s->arena, v), b->id));
}

static bool try_gap(struct search *s, const struct variant *v, const struct variant *w, const struct benchmark *b)
{
	if (spent(s) || !unit_fits(s, unit_of_difference(b->unit)))
		return false;
	const struct measurement *x = value_of(s, v, b), *y = value_of(s, w, b);
	if (!x || !y || !reads(s, x->value.number - y->value.number))
		return false;
	bool ahead = column_compare(column_of(s->facts, b), x->value.number, y->value.number) >= 0;
	return offer(s, arena_printf(s->arena, "gap(\"%s\",\"%s\",\"%s\")", variant_ref(s->arena, ahead ? v : w),
	                             variant_ref(s->arena, ahead ? w : v), b->id));
}

static bool try_ratio(struct search *s, const struct variant *v, const struct variant *w, const struct benchmark *b)
{
	if (spent(s))
		return false;
	const struct measurement *x = value_of(s, v, b), *y = value_of(s, w, b);
	if (!x || !y || y->value.number == 0)
		return false;
	double ratio = x->value.number / y->value.number;
	const char *expression = arena_printf(s->arena, "ratio(\"%s\",\"%s\",\"%s\")", variant_ref(s->arena, v),
	                                      variant_ref(s->arena, w), b->id);
	if (s->numeral->percent && reads(s, ratio * 100))
		return offer(s, arena_printf(s->arena, "percent(%s,%d)", expression, s->numeral->decimals));
	return !s->numeral->unit && reads(s, ratio) && offer(s, expression);
}

/* ---- ranks and counts ---- */

static bool try_rank(struct search *s, const struct variant *v, const struct benchmark *b)
{
	if (spent(s) || !value_of(s, v, b))
		return false;
	struct column *column = column_of(s->facts, b);
	const struct standing *standing = column_standing(s->facts, column);
	if (!standing)
		return false;
	const struct standing_row *row = column_row(column, v);
	const char *of = arena_printf(s->arena, "(\"%s\",\"%s\")", variant_ref(s->arena, v), b->id);
	if (row->rank && reads(s, row->rank) && offer(s, arena_printf(s->arena, "rank%s", of)))
		return true;
	return reads(s, (double)(row - standing->rows) + 1) && offer(s, arena_printf(s->arena, "place%s", of));
}

static bool try_counts(struct search *s)
{
	static const char *const all[] = { "models", "benchmarks", "sources", "claims", "conflicts", "measurements" };
	const struct suggest_near *near = s->near;
	for (size_t i = 0; i < near->n_benchmarks; i++)
		if (!spent(s) && offer(s, arena_printf(s->arena, "count(\"%s\")", near->benchmarks[i]->id)))
			return true;
	for (size_t i = 0; i < near->n_models; i++)
		if (!spent(s) && (offer(s, arena_printf(s->arena, "wins(\"%s\")", near->models[i]->id)) ||
		                  offer(s, arena_printf(s->arena, "compared(\"%s\")", near->models[i]->id))))
			return true;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (!spent(s) && offer(s, arena_printf(s->arena, "count(\"%s\")", all[i])))
			return true;
	return false;
}

/* ---- going through what is near ---- */

typedef bool try_one(struct search *s, const struct variant *v, const struct benchmark *b);
typedef bool try_two(struct search *s, const struct variant *v, const struct variant *w, const struct benchmark *b);

/* All variants of a model on a benchmark. */
static bool each_variant(struct search *s, const struct model *m, const struct benchmark *b, try_one *try)
{
	for (size_t i = 0; i < m->n_variants; i++)
		if (try(s, model_variant(m, i), b))
			return true;
	return false;
}

static bool each_near(struct search *s, try_one *try)
{
	const struct dataset *d = s->facts->dataset;
	const struct suggest_near *near = s->near;
	for (size_t i = 0; i < near->n_models; i++)
		for (size_t k = 0; k < near->n_benchmarks; k++)
			if (each_variant(s, near->models[i], near->benchmarks[k], try))
				return true;
	for (size_t i = 0; i < near->n_models; i++)
		for (size_t k = 0; k < d->n_benchmarks && *s->budget; k++)
			if (each_variant(s, near->models[i], d->benchmarks[k], try))
				return true;
	for (size_t i = 0; i < near->n_benchmarks; i++)
		for (size_t k = 0; k < d->n_models && *s->budget; k++)
			if (each_variant(s, dataset_model_at(d, k), near->benchmarks[i], try))
				return true;
	return false;
}

/* Two models on a benchmark, in every variant. */
static bool each_pair_of(struct search *s, const struct model *m, const struct model *other, const struct benchmark *b,
                         try_two *try)
{
	for (size_t v = 0; m != other && v < m->n_variants; v++)
		for (size_t w = 0; w < other->n_variants && *s->budget; w++)
			if (try(s, model_variant(m, v), model_variant(other, w), b) ||
			    try(s, model_variant(other, w), model_variant(m, v), b))
				return true;
	return false;
}

/* What is near with each other, then with all others. */
static bool each_pair_on(struct search *s, const struct benchmark *b, bool all, try_two *try)
{
	const struct suggest_near *near = s->near;
	const struct dataset *d = s->facts->dataset;
	for (size_t i = 0; i < near->n_models; i++)
		for (size_t k = i + 1; k < near->n_models && !all; k++)
			if (each_pair_of(s, near->models[i], near->models[k], b, try))
				return true;
	for (size_t i = 0; i < near->n_models && all; i++)
		for (size_t k = 0; k < d->n_models && *s->budget; k++)
			if (each_pair_of(s, near->models[i], dataset_model_at(d, k), b, try))
				return true;
	return false;
}

static bool each_pair(struct search *s, bool all, try_two *try)
{
	const struct dataset *d = s->facts->dataset;
	for (size_t i = 0; i < s->near->n_benchmarks; i++)
		if (each_pair_on(s, s->near->benchmarks[i], all, try))
			return true;
	for (size_t i = 0; i < d->n_benchmarks && *s->budget; i++)
		if (each_pair_on(s, d->benchmarks[i], all, try))
			return true;
	return false;
}

/* Every value of the data, as far as the budget goes. */
static bool each_value(struct search *s)
{
	const struct dataset *d = s->facts->dataset;
	for (size_t i = 0; i < d->n_benchmarks && *s->budget; i++) {
		const struct selections *all = &column_of(s->facts, d->benchmarks[i])->selections;
		for (size_t k = 0; k < all->count && *s->budget; k++)
			if (all->items[k]->chosen && try_value(s, all->items[k]->variant, d->benchmarks[i]))
				return true;
	}
	return false;
}

static bool is_count(const struct numeral *n)
{
	return !n->decimals && !n->percent && !n->unit && n->value == floor(n->value) && n->value >= 0 &&
	       n->value <= COUNTED_MOST;
}

static bool search(struct search *s)
{
	const struct numeral *n = s->numeral;
	if (n->form == NUMERAL_DATE || isnan(n->value))
		return false;
	if (n->form == NUMERAL_ORDINAL)
		return each_near(s, try_rank);
	if (n->form == NUMERAL_TIMES || n->form == NUMERAL_SHARE)
		return each_pair(s, false, try_ratio) || each_pair(s, true, try_ratio);
	if (n->kind == NUMERAL_WORD && is_count(n) && try_counts(s))
		return true;
	if (each_near(s, try_value) || each_pair(s, false, try_gap) || each_pair(s, false, try_ratio) ||
	    each_pair(s, true, try_gap))
		return true;
	if (is_count(n) && (try_counts(s) || each_near(s, try_rank)))
		return true;
	return each_value(s);
}

const char *suggest_expression(struct facts *facts, struct arena *arena, const struct numeral *numeral,
                               const struct suggest_near *near, size_t *budget)
{
	struct search s = { facts, arena, numeral, near, budget, NULL };
	return search(&s) ? s.found : NULL;
}
