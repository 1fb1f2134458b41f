#include "chart/order.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/word.h"

#include <stdlib.h>

const char *const chart_order_words[CHART_ORDERS] = { "value", "data", "name", "released" };

struct placed {
	const struct variant *variant;
	size_t row;
};

static int by_data(const struct variant *a, const struct variant *b)
{
	return a->index < b->index ? -1 : a->index > b->index;
}

int order_compare(enum chart_order order, const struct variant *a, const struct variant *b)
{
	int names;
	switch (order) {
	case ORDER_VALUE:
		return 0;
	case ORDER_DATA:
		return by_data(a, b);
	case ORDER_NAME:
		names = variant_compare_names(a, b);
		return names ? names : by_data(a, b);
	case ORDER_RELEASED: /* a month or a year counts from its first day; what is not known comes last */
		return date_compare(b->model->own->more->released, a->model->own->more->released);
	}
	return 0;
}

static int compare(enum chart_order order, const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int sign = order_compare(order, x->variant, y->variant);
	return sign ? sign : x->row < y->row ? -1 : x->row > y->row;
}

static int compare_data(const void *a, const void *b)
{
	return compare(ORDER_DATA, a, b);
}

static int compare_names(const void *a, const void *b)
{
	return compare(ORDER_NAME, a, b);
}

static int compare_releases(const void *a, const void *b)
{
	return compare(ORDER_RELEASED, a, b);
}

const struct grid *order_apply(struct arena *arena, const struct grid *g, enum chart_order order)
{
	static int (*const comparisons[CHART_ORDERS])(const void *, const void *) = {
		[ORDER_DATA] = compare_data, [ORDER_NAME] = compare_names, [ORDER_RELEASED] = compare_releases
	};
	if (!comparisons[order])
		return g;
	struct placed *placed = arena_alloc(arena, g->n_rows + 1, sizeof *placed);
	size_t *rows = arena_alloc(arena, g->n_rows + 1, sizeof *rows);
	for (size_t i = 0; i < g->n_rows; i++)
		placed[i] = (struct placed){ grid_variant(g, i), i };
	qsort(placed, g->n_rows, sizeof *placed, comparisons[order]);
	for (size_t i = 0; i < g->n_rows; i++)
		rows[i] = placed[i].row;
	return grid_in_order(arena, g, rows);
}

enum word order_word(enum chart_order order)
{
	switch (order) {
	case ORDER_VALUE:
		break;
	case ORDER_DATA:
		return WORD_SUB_ORDER_DATA;
	case ORDER_NAME:
		return WORD_SUB_ORDER_NAME;
	case ORDER_RELEASED:
		return WORD_SUB_ORDER_RELEASED;
	}
	return WORD_SUB_ORDER_WON;
}

bool order_find(const char *name, struct place place, enum chart_order *order, struct diags *diags)
{
	*order = ORDER_VALUE;
	for (size_t i = 0; name && i < CHART_ORDERS; i++)
		if (str_eq(name, chart_order_words[i])) {
			*order = (enum chart_order)i;
			return true;
		}
	if (name)
		diag_add(diags, DIAG_ERROR, place, "the orders are value, data, name and released",
		         "there is no order \"%s\"", name);
	return !name;
}
