/* standing.h: who stands where on one benchmark.
 *
 * Rows are ordered best first in the direction of the benchmark, ties by name; rows without a value come last, by name.
 * Ranks respect noise: a rank is 1 + the number of ranked rows that are better by at least the joint 95 % half-width,
 * but never ahead of that of a better value, and values that print alike share the better rank. Where no interval is
 * known, the printed values decide. A developer's own claim is placed by its value but not ranked among independent
 * results; where every value is a claim (or nobody says who measured), all are ranked. */
#ifndef FACTS_STANDING_H
#define FACTS_STANDING_H

#include "data/selection.h"

struct standing_row {
	const struct variant *variant;
	const struct selection *selection;
	const struct measurement *chosen; /* NULL: missing */
	double value;
	double half;      /* 95 % half-width, 0 if unknown */
	double low, high; /* of the 95 % interval, if chosen has one */
	int rank;         /* 0: not ranked */
	bool tied;        /* shares its rank */
	bool claimed, estimated;
};

struct standing {
	const struct benchmark *benchmark;
	struct standing_row *rows;
	size_t count, n_present;
	size_t n_ranked, n_claimed;
	int decimals;  /* with which all values are printed: the fewest that keep every published digit */
	int magnitude; /* 0, 3, 6, 9: the word that all values are printed with */
	bool all_claimed, none_says_who;
	const struct variant *
		*absent; /* default variants of the models that nobody measured on it; none if only is given */
	size_t n_absent;
};

/* only: the variants to keep (and to show as missing if they have no value), or NULL for every one with a measurement.
 * NULL after errors: an open selection, nothing measured. */
const struct standing *standing_of(struct arena *arena, const struct dataset *dataset,
                                   const struct benchmark *benchmark, const struct variant *const *only, size_t n_only,
                                   struct diags *diags);

/* The same, but it is not an error if nothing is measured: every row of only is missing. */
const struct standing *standing_or_empty(struct arena *arena, const struct dataset *dataset,
                                         const struct benchmark *benchmark, const struct variant *const *only,
                                         size_t n_only, struct diags *diags);

#endif
