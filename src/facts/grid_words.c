/* Large counts in words: where the digits of a number in full say less than its size. */
#include "facts/grid.h"

#include "base/arena.h"
#include "words/number.h"

#include <math.h>
#include <stdlib.h>

struct told { /* a way to print counts that are written in full */
	int magnitude, decimals;
};

/* Amounts that people count, and for which a larger number has a word and not a unit of its own. */
static bool is_counted_in_full(const struct standing *s)
{
	const struct unit *unit = s->benchmark->unit;
	return !s->magnitude && unit->kind == UNIT_AMOUNT && !unit->money && !unit->sign && !unit_larger(unit, 3);
}

static double printed(double value, struct told told)
{
	struct number_style style = { .decimals = told.decimals, .magnitude = told.magnitude };
	return number_meant(value, style);
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* Nothing becomes a zero, and sums that differ are not printed alike. */
static bool tells_apart(const struct grid *g, const double *sums, size_t n, struct told told)
{
	for (size_t i = 0; i < g->n_rows * g->n_columns; i++) {
		const struct standing_row *row = grid_cell(g, i / g->n_columns, i % g->n_columns);
		if (row->present && row->value != 0 && printed(row->value, told) == 0)
			return false;
	}
	for (size_t i = 1; i < n; i++)
		if (sums[i] != sums[i - 1] && printed(sums[i], told) == printed(sums[i - 1], told))
			return false;
	return true;
}

/* Of rows with all values, in order. */
static double *sums_of(struct arena *arena, const struct grid *g, size_t *n)
{
	double *sums = arena_alloc(arena, g->n_rows + 1, sizeof *sums);
	*n = 0;
	for (size_t r = 0; r < g->n_rows; r++) {
		bool whole = true;
		sums[*n] = 0;
		for (size_t c = 0; c < g->n_columns; c++) {
			whole &= grid_cell(g, r, c)->present;
			sums[*n] += grid_cell(g, r, c)->value;
		}
		*n += whole;
	}
	qsort(sums, *n, sizeof *sums, by_size);
	return sums;
}

static void tell(struct arena *arena, const struct grid *g, struct told told)
{
	for (size_t c = 0; c < g->n_columns; c++) {
		const struct standing *s = g->columns[c];
		struct standing *own = arena_alloc(arena, 1, sizeof *own);
		*own = *s;
		own->magnitude = told.magnitude;
		g->columns[c] = own;
		for (size_t i = 0; i < s->n_present; i++) {
			struct standing_row *row = &s->rows[i];
			row->digits = digits_limited(row->value, row->digits, told.decimals - told.magnitude);
		}
	}
}

void grid_count_in_words(struct arena *arena, const struct grid *g, int asked)
{
	enum { MILLION = 6, BILLION = 9, DECIMALS_MOST = 2 };
	static const double three_digits = 100;
	for (size_t c = 0; c < g->n_columns; c++)
		if (!is_counted_in_full(g->columns[c]))
			return;
	size_t n = 0;
	const double *sums = sums_of(arena, g, &n);
	for (int magnitude = BILLION; n && magnitude >= MILLION; magnitude -= 3) {
		double most = sums[n - 1] / pow(10, magnitude);
		int few = asked >= 0 ? asked : most >= three_digits ? 0 : 1, many = asked >= 0 ? asked : DECIMALS_MOST;
		for (int decimals = few; most >= 1 && decimals <= many; decimals++)
			if (tells_apart(g, sums, n, (struct told){ magnitude, decimals })) {
				tell(arena, g, (struct told){ magnitude, decimals });
				return;
			}
	}
}
