/* spread.h: how the single results behind a value lie: some of their quantiles, and the results themselves where they
 * are known. What lies between two quantiles is a part of the results; an interval of the value says where a mean may
 * lie. The two are never taken for each other.
 *
 * Plain data on the arena of whoever made it. */
#ifndef DATA_SPREAD_H
#define DATA_SPREAD_H

#include "data/schema.h"

struct quantity;
struct tree;

struct spread {
	bool inner, outer;  /* whether these two are given: */
	double q25, q75;    /* between them lies the middle half of the results, */
	double q05, q95;    /* and here the middle nine in ten; the inner ones lie between the outer ones */
	const double *runs; /* single results, in the order in which they were given */
	size_t n_runs;      /* 0: none is known */
	double least, most; /* of them */
};

enum { SPREAD_RUNS = 1000 }; /* of one value, at most */

/* The keys q05, q25, q75, q95 and runs of a measurement; NULL if it has none of them, or after an error. value: whether
 * it has a value; percent: whether that was written with "%". */
const struct spread *spread_load(const struct schema *map, bool value, bool percent);

/* Warns of runs or quantiles that cannot belong to the value they were read with (NULL: none do): it lies outside its
 * runs, or outside nine in ten of its results; quantiles lie outside the runs. What rounding explains is none. */
void spread_check(const struct schema *map, const struct spread *spread, const struct quantity *value);

/* A copy on the arena; NULL of NULL. */
const struct spread *spread_copy(struct arena *arena, const struct spread *spread);

/* Its keys, as spread_load reads them; nothing for NULL. flat: for the cells of a table, in which runs are one text. */
void spread_put(struct tree *map, const struct spread *spread, bool flat);

#endif
