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

static int by_data(const void *a, const void *b)
{
	const struct variant *x = ((const struct placed *)a)->variant, *y = ((const struct placed *)b)->variant;
	return x->index < y->index ? -1 : x->index > y->index;
}

static int by_name(const void *a, const void *b)
{
	int order = variant_compare_names(((const struct placed *)a)->variant, ((const struct placed *)b)->variant);
	return order ? order : by_data(a, b);
}

/* Those of which no day is known come last. */
static int by_release(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int order = date_compare(y->variant->model->own->more->released, x->variant->model->own->more->released);
	return order ? order : x->row < y->row ? -1 : x->row > y->row;
}

const struct grid *order_apply(struct arena *arena, const struct grid *g, enum chart_order order)
{
	static int (*const compare[CHART_ORDERS])(const void *, const void *) = {
		[ORDER_DATA] = by_data, [ORDER_NAME] = by_name, [ORDER_RELEASED] = by_release
	};
	if (!compare[order])
		return g;
	struct placed *placed = arena_alloc(arena, g->n_rows + 1, sizeof *placed);
	size_t *rows = arena_alloc(arena, g->n_rows + 1, sizeof *rows);
	for (size_t i = 0; i < g->n_rows; i++)
		placed[i] = (struct placed){ grid_variant(g, i), i };
	qsort(placed, g->n_rows, sizeof *placed, compare[order]);
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
