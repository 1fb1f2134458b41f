#include "data/support.h"

#include "base/arena.h"
#include "data/quantity.h"

#include <limits.h>
#include <stdlib.h>

struct field { /* the measurements */
	const struct measurement *const *items;
	size_t count;
};

static int compare_steps(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static size_t below(const double *sorted, size_t n, double value, bool or_equal)
{
	size_t low = 0;
	for (size_t high = n; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (sorted[middle] < value || (or_equal && sorted[middle] == value))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The least level above this one that any value is written at; INT_MAX if there is none. */
static int level_above(const struct field *field, int level)
{
	int next = INT_MAX;
	for (size_t i = 0; i < field->count; i++) {
		int own = quantity_level(field->items[i]->value);
		if (own > level && own < next)
			next = own;
	}
	return next;
}

/* Where no source has several values: level by level, each value is looked up among those of the level and those that
 * are written with more digits. */
static void count_alike(struct arena *arena, const struct field *field, size_t *supports)
{
	double *same = arena_alloc(arena, field->count, sizeof *same),
	       *finer = arena_alloc(arena, field->count, sizeof *finer);
	for (int level = level_above(field, INT_MIN); level != INT_MAX; level = level_above(field, level)) {
		size_t n_same = 0, n_finer = 0;
		for (size_t i = 0; i < field->count; i++) {
			const struct quantity *q = &field->items[i]->value;
			if (quantity_level(*q) >= level)
				finer[n_finer++] = quantity_steps(q->number, level);
			if (quantity_level(*q) == level)
				same[n_same++] = quantity_steps(q->number, level);
		}
		qsort(finer, n_finer, sizeof *finer, compare_steps);
		qsort(same, n_same, sizeof *same, compare_steps);
		for (size_t i = 0; i < field->count; i++) {
			const struct quantity *q = &field->items[i]->value;
			bool own = quantity_level(*q) == level;
			const double *among = own ? finer : same;
			size_t n = own ? n_finer : n_same;
			double steps = quantity_steps(q->number, level);
			if (quantity_level(*q) >= level)
				supports[i] += below(among, n, steps, true) - below(among, n, steps, false);
		}
	}
}

/* The same where sources have several values: each counts once. Sorted by source. */
static void count_sources(const struct field *field, size_t *supports)
{
	for (size_t i = 0; i < field->count; i++) {
		const struct measurement *last = NULL; /* of the source counted last */
		for (size_t j = 0; j < field->count; j++) {
			const struct measurement *m = field->items[j];
			if ((last && last->source == m->source) || !quantity_agrees(field->items[i]->value, m->value))
				continue;
			last = m;
			supports[i]++;
		}
	}
}

void support_count(struct arena *arena, const struct measurement *const *items, size_t count, size_t *supports)
{
	struct field field = { items, count };
	bool single = true;
	for (size_t i = 1; i < count; i++)
		single = single && items[i]->source != items[i - 1]->source;
	if (single)
		count_alike(arena, &field, supports);
	else
		count_sources(&field, supports);
}
