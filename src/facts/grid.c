#include "facts/grid.h"

#include "base/arena.h"
#include "data/measurement.h"

#include <stdlib.h>

struct contender {
	const struct variant *variant;
	double won, met; /* comparisons; a tie is half won */
	size_t place;    /* in the first column */
};

/* The largest share first; ties in the order of the first column. */
static int by_share(const void *a, const void *b)
{
	const struct contender *x = a, *y = b;
	double p = x->met > 0 ? x->won / x->met : -1, q = y->met > 0 ? y->won / y->met : -1;
	if (p != q)
		return p > q ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static int by_place(const void *a, const void *b)
{
	const struct contender *x = a, *y = b;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* All pairs meet on each benchmark that both have: rows are best first, so each beats those after it. */
static void compare_all(const struct standing *s, struct contender *const *by_variant)
{
	for (size_t i = 0, j; i < s->n_present; i = j) {
		for (j = i + 1; j < s->n_present && s->rows[j].value == s->rows[i].value; j++)
			;
		for (size_t k = i; k < j; k++) {
			struct contender *c = by_variant[s->rows[k].variant->index];
			c->won += (double)(s->n_present - j) + (double)(j - i - 1) / 2;
			c->met += (double)(s->n_present - 1);
		}
	}
}

/* All variants that were measured on any of the benchmarks. */
static const struct variant **gather(struct arena *arena, const struct dataset *d,
                                     const struct benchmark *const *benchmarks, size_t n_benchmarks, size_t *count)
{
	bool *in = arena_alloc(arena, d->n_variants + 1, sizeof *in);
	const struct variant **all = arena_alloc(arena, d->n_variants + 1, sizeof *all);
	*count = 0;
	for (size_t i = 0; i < d->n_measurements; i++)
		for (size_t k = 0; k < n_benchmarks; k++)
			if (measurement_variant(d, i) && measurement_benchmark(d, i) == benchmarks[k])
				in[measurement_variant(d, i)->index] = true;
	for (size_t i = 0; i < d->n_variants; i++)
		if (in[i])
			all[(*count)++] = d->variants[i];
	return all;
}

static void fill(struct arena *arena, struct grid *g, size_t n_variants)
{
	size_t *row_of = arena_alloc(arena, n_variants + 1, sizeof *row_of);
	for (size_t i = 0; i < g->n_rows; i++)
		row_of[g->rows[i]->index] = i;
	g->cells = arena_alloc(arena, g->n_rows * g->n_columns + 1, sizeof *g->cells);
	for (size_t c = 0; c < g->n_columns; c++)
		for (size_t i = 0; i < g->columns[c]->count; i++)
			g->cells[row_of[g->columns[c]->rows[i].variant->index] * g->n_columns + c] =
				&g->columns[c]->rows[i];
}

const struct grid *grid_of(struct arena *arena, const struct dataset *d, const struct benchmark *const *benchmarks,
                           size_t n_benchmarks, const struct variant *const *only, size_t n_only, struct diags *diags)
{
	struct grid *g = arena_alloc(arena, 1, sizeof *g);
	if (!only && n_benchmarks > 1)
		only = gather(arena, d, benchmarks, n_benchmarks, &n_only);
	g->columns = arena_alloc(arena, n_benchmarks + 1, sizeof *g->columns);
	bool ok = true;
	size_t present = 0;
	for (size_t i = 0; i < n_benchmarks; i++) {
		g->columns[i] = only && n_benchmarks > 1
		                        ? standing_or_empty(arena, d, benchmarks[i], only, n_only, diags)
		                        : standing_of(arena, d, benchmarks[i], only, n_only, diags);
		ok = ok && g->columns[i];
		present += g->columns[i] ? g->columns[i]->n_present : 0;
	}
	if (ok && n_benchmarks && !present)
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose other benchmarks, or other models",
		         "there is no value to show on any of these %zu benchmarks", n_benchmarks);
	if (!ok || !n_benchmarks || !present)
		return NULL;
	g->n_columns = n_benchmarks;
	g->n_rows = g->columns[0]->count;
	struct contender *contenders = arena_alloc(arena, g->n_rows + 1, sizeof *contenders),
			 **by_variant = arena_alloc(arena, d->n_variants + 1, sizeof *by_variant);
	for (size_t i = 0; i < g->n_rows; i++) {
		contenders[i] = (struct contender){ g->columns[0]->rows[i].variant, 0, 0, i };
		by_variant[contenders[i].variant->index] = &contenders[i];
	}
	for (size_t i = 0; i < n_benchmarks; i++)
		compare_all(g->columns[i], by_variant);
	qsort(contenders, g->n_rows, sizeof *contenders, n_benchmarks > 1 ? by_share : by_place);
	g->rows = arena_alloc(arena, g->n_rows + 1, sizeof *g->rows);
	for (size_t i = 0; i < g->n_rows; i++)
		g->rows[i] = contenders[i].variant;
	fill(arena, g, d->n_variants);
	return g;
}
