/* order.h: models in another order than by value: as the data list them, by name, the newest first. Of a release of
 * which only the month or the year is known its first day counts, behind what came out on that very day; one that is
 * not known comes last; what came out together keeps its order. Ranks, leads and titles do not change with it. */
#ifndef CHART_ORDER_H
#define CHART_ORDER_H

#include "chart/chart.h"
#include "facts/grid.h"

/* < 0, 0 or > 0: which comes first, as for qsort; by value 0, since that takes one. */
int order_compare(enum chart_order order, const struct variant *a, const struct variant *b);

/* The grid with its rows in this order; itself if that is by value. */
const struct grid *order_apply(struct arena *arena, const struct grid *grid, enum chart_order order);

/* "models ordered by name"; which words say it, for an order that is not by value. */
enum word order_word(enum chart_order order);

/* The order of that name, by value for NULL; false after an error at place. */
bool order_find(const char *name, struct place place, enum chart_order *order, struct diags *diags);

#endif
