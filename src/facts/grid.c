#include "facts/grid.h"

#include "base/arena.h"
#include "base/map.h"
#include "data/measurement.h"
#include "data/selection.h"
#include "facts/withheld.h"

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
	bool *asked = arena_alloc(arena, d->n_benchmarks + 1, sizeof *asked);
	*count = 0;
	for (size_t k = 0; k < n_benchmarks; k++)
		asked[benchmarks[k]->index] = true;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i) && asked[measurement_benchmark(d, i)->index])
			in[measurement_variant(d, i)->index] = true;
	for (size_t i = 0; i < d->n_variants; i++)
		if (in[i])
			all[(*count)++] = dataset_variant_at(d, i);
	return all;
}

/* The same for benchmarks that are alike, and for no others. */
static const char *measure_of(struct arena *arena, const struct benchmark *b)
{
	const struct unit *u = b->unit;
	if (u->kind == UNIT_SCALE && !b->ranged)
		return arena_printf(arena, "%zu", b->index);
	double low = u->kind == UNIT_SCALE ? b->low + 0.0 : 0, high = u->kind == UNIT_SCALE ? b->high + 0.0 : 0;
	return arena_printf(arena, "%s\n%s\n%a %a %a", u->name, u->base ? u->base : "", u->scale, low, high);
}

static void find_alike(struct arena *arena, struct grid *g)
{
	struct map first = map_new(arena);
	size_t *alike = arena_alloc(arena, g->n_columns + 1, sizeof *alike);
	for (size_t c = 0; c < g->n_columns; c++) {
		alike[c] = c;
		alike[c] = (size_t)((size_t *)map_put(&first, measure_of(arena, g->columns[c]->benchmark), &alike[c]) -
		                    alike);
	}
	g->alike = alike;
}

struct pair { /* a value and the row that has it */
	struct standing_row *row;
	double value;
};

static int by_value(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* Values of several columns that may stand on one scale are rounded at one place, or their order could be reversed. */
static void round_alike(struct arena *scratch, const struct grid *g, size_t first, const size_t *next)
{
	size_t n = 0;
	for (size_t c = first; c < g->n_columns; c = next[c])
		n += g->columns[c]->n_present;
	struct pair *pairs = arena_alloc(scratch, n + 1, sizeof *pairs);
	n = 0;
	int magnitude = g->columns[first]->magnitude;
	for (size_t c = first; c < g->n_columns; c = next[c]) {
		const struct standing *s = g->columns[c];
		magnitude = s->magnitude < magnitude ? s->magnitude : magnitude;
		for (size_t i = 0; i < s->n_present; i++) {
			const struct measurement *m = standing_chosen(scratch, s, &s->rows[i]);
			s->rows[i].digits = digits_given(&m->value, s->magnitude);
			pairs[n++] = (struct pair){ &s->rows[i], s->rows[i].value };
		}
	}
	double *values = arena_alloc(scratch, n + 1, sizeof *values);
	struct digits *digits = arena_alloc(scratch, n + 1, sizeof *digits);
	qsort(pairs, n, sizeof *pairs, by_value);
	for (size_t i = 0; i < n; i++) {
		values[i] = pairs[i].value;
		digits[i] = pairs[i].row->digits;
	}
	digits_round(values, digits, n, g->columns[first]->benchmark->unit, magnitude);
	for (size_t i = 0; i < n; i++)
		pairs[i].row->digits = digits[i];
}

static bool is_rounded(const struct standing *s)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].digits.rounded)
			return true;
	return false;
}

/* Each group of columns that are measured alike, once. */
static void choose_digits(struct arena *arena, const struct grid *g)
{
	struct arena *scratch = arena_new_below(arena);
	size_t n = g->n_columns, *next = arena_alloc(scratch, n + 1, sizeof *next),
	       *last = arena_alloc(scratch, n + 1, sizeof *last);
	bool *rounded = arena_alloc(scratch, n + 1, sizeof *rounded);
	for (size_t c = 0; c < n; c++) {
		size_t first = g->alike[c];
		next[c] = n;
		if (first < c)
			next[last[first]] = c;
		last[first] = c;
		rounded[first] |= is_rounded(g->columns[c]);
	}
	for (size_t c = 0; c < n; c++)
		if (rounded[c] && last[c] != c)
			round_alike(scratch, g, c, next);
	arena_free(scratch);
}

/* The cells, where the rows are known. */
static void fill(struct arena *arena, struct grid *g)
{
	size_t *row_of = arena_alloc(arena, g->n_variants + 1, sizeof *row_of);
	for (size_t i = 0; i < g->n_rows; i++)
		row_of[g->rows[i]->index] = i;
	g->cells = arena_alloc(arena, g->n_rows * g->n_columns + 1, sizeof *g->cells);
	for (size_t c = 0; c < g->n_columns; c++)
		for (size_t i = 0; i < g->columns[c]->count; i++)
			g->cells[row_of[g->columns[c]->rows[i].variant->index] * g->n_columns + c] =
				&g->columns[c]->rows[i];
}

/* Several columns: rows by the share of comparisons won. */
static void contest(struct arena *arena, struct grid *g)
{
	struct contender *contenders = arena_alloc(arena, g->n_rows + 1, sizeof *contenders),
			 **by_variant = arena_alloc(arena, g->n_variants + 1, sizeof *by_variant);
	for (size_t i = 0; i < g->n_rows; i++) {
		contenders[i] = (struct contender){ g->columns[0]->rows[i].variant, 0, 0, i };
		by_variant[contenders[i].variant->index] = &contenders[i];
	}
	for (size_t i = 0; i < g->n_columns; i++)
		if (g->columns[i]->benchmark->direction != DIRECTION_UNKNOWN)
			compare_all(g->columns[i], by_variant);
	qsort(contenders, g->n_rows, sizeof *contenders, by_share);
	g->rows = arena_alloc(arena, g->n_rows + 1, sizeof *g->rows);
	for (size_t i = 0; i < g->n_rows; i++)
		g->rows[i] = contenders[i].variant;
	fill(arena, g);
}

/* By column, of whoever was asked for. */
static const size_t *count_withheld(struct arena *arena, const struct dataset *d,
                                    const struct benchmark *const *benchmarks, size_t n_benchmarks,
                                    const struct variant *const *only, size_t n_only)
{
	size_t *counts = arena_alloc(arena, n_benchmarks + 1, sizeof *counts);
	for (size_t i = 0; i < n_benchmarks; i++)
		counts[i] = withheld_count(d, withheld_on(arena, d, benchmarks[i]), only, n_only);
	return counts;
}

const struct grid *grid_of(struct arena *arena, const struct dataset *d, const struct benchmark *const *benchmarks,
                           size_t n_benchmarks, const struct variant *const *only, size_t n_only, struct diags *diags)
{
	struct grid *g = arena_alloc(arena, 1, sizeof *g);
	g->withheld = count_withheld(arena, d, benchmarks, n_benchmarks, only, n_only);
	if (!only && n_benchmarks > 1)
		only = gather(arena, d, benchmarks, n_benchmarks, &n_only);
	if (only && d->with_claims)
		only = withheld_rest(arena, d, benchmarks, n_benchmarks, only, &n_only);
	g->columns = arena_alloc(arena, n_benchmarks + 1, sizeof *g->columns);
	bool ok = true;
	size_t present = 0;
	const struct cells *cells = only && n_benchmarks > 1 ? cells_of(arena, d, NULL) : NULL;
	for (size_t i = 0; i < n_benchmarks; i++) {
		g->columns[i] = cells ? standing_out_of(arena, d, cells, benchmarks[i], only, n_only, diags)
		                      : standing_of(arena, d, benchmarks[i], only, n_only, diags);
		ok = ok && g->columns[i];
		present += g->columns[i] ? g->columns[i]->n_present : 0;
	}
	if (ok && n_benchmarks && !present)
		diag_add(diags, DIAG_ERROR, place_file(NULL),
		         arena_printf(arena, "choose other benchmarks, or other %s", d->said.many),
		         "there is no value to show on any of these %zu benchmarks", n_benchmarks);
	if (!ok || !n_benchmarks || !present)
		return NULL;
	g->n_columns = n_benchmarks;
	g->n_rows = g->columns[0]->count;
	g->n_variants = d->n_variants;
	if (n_benchmarks > 1)
		contest(arena, g);
	find_alike(arena, g);
	choose_digits(arena, g);
	return g;
}

/* Rows are in order: those that would be printed alike follow each other. And nothing becomes a zero. */
static bool are_told_apart(const struct standing *s, struct place place, struct diags *diags)
{
	struct number_style style = { .magnitude = s->magnitude };
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *b = &s->rows[i], *a = i ? b - 1 : b;
		if (b->value != 0 && number_meant(b->value, digits_style(style, b->digits)) == 0) {
			diag_add(diags, DIAG_ERROR, place, "ask for more digits, or leave it out",
			         "%s has a value on %s that would be printed as zero", b->variant->model->name,
			         s->benchmark->name);
			return false;
		}
		double before = number_meant(a->value, digits_style(style, a->digits)),
		       after = number_meant(b->value, digits_style(style, b->digits));
		if (a->value == b->value || before != after || !a->rank || !b->rank || a->rank == b->rank)
			continue;
		diag_add(diags, DIAG_ERROR, place, "ask for more digits, or leave it out",
		         "%s and %s rank differently on %s and would be printed alike", a->variant->model->name,
		         b->variant->model->name, s->benchmark->name);
		return false;
	}
	return true;
}

bool grid_limit_digits(const struct grid *g, int decimals, struct place place, struct diags *diags)
{
	int most = 0;
	for (size_t c = 0; c < g->n_columns; c++)
		for (size_t i = 0; i < g->columns[c]->n_present; i++) {
			const struct standing *s = g->columns[c];
			int own = s->rows[i].digits.power ? 0 : s->rows[i].digits.places + s->magnitude;
			most = own > most ? own : most;
		}
	if (most < decimals) {
		diag_add(diags, DIAG_ERROR, place,
		         "ask for no more, or leave it out: no value is printed with digits that its source does not "
		         "give",
		         "%d decimals are asked for, and no source gives more than %d", decimals, most);
		return false;
	}
	for (size_t c = 0; c < g->n_columns; c++) {
		const struct standing *s = g->columns[c];
		for (size_t i = 0; i < s->n_present; i++)
			s->rows[i].digits =
				digits_limited(s->rows[i].value, s->rows[i].digits, decimals - s->magnitude);
		if (!are_told_apart(s, place, diags))
			return false;
	}
	return true;
}

/* How many of the rows of one benchmark are the first most: whoever shares the last one's rank or value is one of them,
 * and what has a better value than they. */
static size_t count_top(const struct standing *s, size_t most)
{
	size_t n = most < s->n_present ? most : s->n_present, end = n;
	int rank = 0;
	for (size_t i = 0; i < n; i++)
		rank = s->rows[i].rank ? s->rows[i].rank : rank; /* a claim has none */
	for (size_t i = n; i < s->n_present && n; i++)
		if (s->rows[i].value == s->rows[n - 1].value || (rank && s->rows[i].rank == rank))
			end = i + 1;
	return end;
}

const struct variant *const *grid_top(struct arena *arena, const struct dataset *d,
                                      const struct benchmark *const *benchmarks, size_t n_benchmarks,
                                      const struct variant *const *only, size_t n_only, size_t most, size_t *n,
                                      struct diags *diags)
{
	const struct grid *g = grid_of(arena, d, benchmarks, n_benchmarks, only, n_only, diags);
	const struct variant **top = g ? arena_alloc(arena, g->n_rows + 1, sizeof *top) : NULL;
	size_t end = !g ? 0 : n_benchmarks == 1 ? count_top(g->columns[0], most) : most < g->n_rows ? most : g->n_rows;
	*n = end;
	for (size_t i = 0; i < end; i++)
		top[i] = grid_variant(g, i);
	return top;
}

const struct grid *grid_in_order(struct arena *arena, const struct grid *all, const size_t *rows)
{
	struct grid *g = arena_alloc(arena, 1, sizeof *g);
	*g = *all;
	g->rows = arena_alloc(arena, g->n_rows + 1, sizeof *g->rows);
	for (size_t i = 0; i < g->n_rows; i++)
		g->rows[i] = grid_variant(all, rows[i]);
	fill(arena, g);
	return g;
}

/* A standing of some of its rows. */
static struct standing *standing_part(struct arena *arena, const struct standing *all, size_t most)
{
	struct standing *part = arena_alloc(arena, 1, sizeof *part);
	*part = *all;
	part->rows = arena_alloc(arena, most + 1, sizeof *part->rows);
	part->count = part->n_present = part->n_ranked = part->n_claimed = 0;
	return part;
}

static void part_add(struct standing *part, const struct standing_row *row)
{
	part->rows[part->count++] = *row;
	part->n_present += row->present;
	part->n_ranked += row->rank > 0;
	part->n_claimed += row->claimed;
}

static int by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return x < y ? -1 : x > y;
}

/* Of the only column: rows are numbers of its own rows. */
static const struct standing *part_of_column(struct arena *arena, const struct standing *all, const size_t *rows,
                                             size_t n)
{
	struct standing *part = standing_part(arena, all, n);
	size_t *sorted = arena_alloc(arena, n + 1, sizeof *sorted);
	for (size_t i = 0; i < n; i++)
		sorted[i] = rows[i];
	qsort(sorted, n, sizeof *sorted, by_number);
	for (size_t i = 0; i < n; i++)
		part_add(part, &all->rows[sorted[i]]);
	return part;
}

const struct grid *grid_part(struct arena *arena, const struct grid *all, const size_t *rows, size_t n_rows,
                             const size_t *columns, size_t n_columns)
{
	struct grid *g = arena_alloc(arena, 1, sizeof *g);
	*g = (struct grid){ .n_rows = n_rows, .n_columns = n_columns, .n_variants = all->n_variants };
	g->rows = arena_alloc(arena, n_rows + 1, sizeof *g->rows);
	g->columns = arena_alloc(arena, n_columns + 1, sizeof *g->columns);
	for (size_t i = 0; i < n_rows; i++)
		g->rows[i] = grid_variant(all, rows[i]);
	bool *in = all->cells ? arena_alloc(arena, all->n_variants + 1, sizeof *in) : NULL;
	for (size_t i = 0; i < n_rows && in; i++)
		in[g->rows[i]->index] = true;
	for (size_t c = 0; c < n_columns; c++) {
		const struct standing *column = all->columns[columns[c]];
		struct standing *part = in ? standing_part(arena, column, n_rows) : NULL;
		for (size_t i = 0; in && i < column->count; i++)
			if (in[column->rows[i].variant->index])
				part_add(part, &column->rows[i]);
		g->columns[c] = in ? part : part_of_column(arena, column, rows, n_rows);
	}
	fill(arena, g);
	find_alike(arena, g);
	return g;
}
