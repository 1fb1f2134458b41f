/* standing.h: who stands where on one benchmark.
 *
 * Rows are ordered best first in the direction of the benchmark, ties by name; rows without a value come last, by name.
 * Ranks respect noise: a rank is 1 + the number of ranked rows that are better by at least the joint 95 % half-width,
 * and nothing else: a row with a wide interval may share a rank with better values than its neighbours do. Between two
 * rows of which neither has an interval the values decide, as they are printed. A developer's own claim is placed by
 * its value but not ranked among independent results; where every value is a claim (or nobody says who measured), all
 * are ranked. Where nobody knows which numbers are better (data/direction.h), rows stand by size, the largest first,
 * and none has a rank. */
#ifndef FACTS_STANDING_H
#define FACTS_STANDING_H

#include "data/selection.h"
#include "facts/digits.h"

struct standing_interval {
	double low, high; /* at 95 % */
	double half;      /* its half-width */
};

/* What every row is ordered and ranked by, in 32 bytes: there may be a million. What few are asked for (the measurement
 * that counts, its rivals) is made on demand by the functions below. */
struct standing_row {
	const struct variant *variant;
	double value;         /* 0 if it is missing */
	int32_t rank;         /* 0: not ranked: a claim among others, or a benchmark without direction */
	uint32_t interval;    /* its number among the intervals, from 1; 0: none is known */
	struct digits digits; /* with which its value is printed */
	bool present : 1;     /* false: no value counts, it is missing */
	bool tied : 1;        /* shares its rank */
	bool claimed : 1, estimated : 1;
	bool checked : 1;      /* claimed, but a third party measured it too */
	bool disputed : 1;     /* sources disagree with the value that counts */
	bool unknown_zero : 1; /* somebody gives a zero that means "not known" */
	bool withheld : 1;     /* what would count is a claim that is left out (facts/withheld.h) */
};

struct standing {
	const struct benchmark *benchmark;
	struct standing_row *rows;
	size_t count, n_present;
	size_t n_ranked, n_claimed;
	int magnitude;          /* 0, 3, 6, 9: the word that all values are printed with */
	double widest, deepest; /* of the intervals of ranked rows, towards better ones and towards worse */
	bool level;             /* all that are ranked, and more than one, share the first rank */
	bool all_claimed;
	const struct variant *
		*absent; /* default variants of the models that nobody measured on it; none if only is given */
	size_t n_absent;
	const bool *entered;  /* by the index of a variant: it has a row */
	const bool *withheld; /* as withheld_on has them; NULL: none are */
	const struct standing_interval *intervals;
	const struct cells *cells;           /* what the rows were chosen from: */
	const struct selections *selections; /* one of the two */
};

/* Of a row of this standing, or of a copy; all zero if it has none. */
const struct standing_interval *standing_interval(const struct standing *standing, const struct standing_row *row);

/* The measurement that counts, on the arena; NULL if the row is missing. */
const struct measurement *standing_chosen(struct arena *arena, const struct standing *standing,
                                          const struct standing_row *row);

/* How it was chosen, on the arena; NULL if nobody measured the row's variant. */
const struct selection *standing_selection(struct arena *arena, const struct standing *standing,
                                           const struct standing_row *row);

/* only: the variants to keep (and to show as missing if they have no value), or NULL for every one with a measurement.
 * NULL after errors: an open selection, nothing measured. */
const struct standing *standing_of(struct arena *arena, const struct dataset *dataset,
                                   const struct benchmark *benchmark, const struct variant *const *only, size_t n_only,
                                   struct diags *diags);

/* The same, but it is not an error if nothing is measured: every row of only is missing. */
const struct standing *standing_or_empty(struct arena *arena, const struct dataset *dataset,
                                         const struct benchmark *benchmark, const struct variant *const *only,
                                         size_t n_only, struct diags *diags);

/* The same for whoever asks for many benchmarks: out of the cells of all, which are kept as long as the standing. */
const struct standing *standing_out_of(struct arena *arena, const struct dataset *dataset, const struct cells *cells,
                                       const struct benchmark *benchmark, const struct variant *const *only,
                                       size_t n_only, struct diags *diags);

/* The joint 95 % half-width of two rows with values, on the sides that face each other where the first is the better
 * one: what its lead has to reach. 0 where neither has an interval. */
double standing_noise(const struct standing *standing, const struct standing_row *better,
                      const struct standing_row *worse);

/* True if the first row is ahead of the second despite the noise: what a rank counts. */
bool standing_ahead(const struct standing *standing, const struct standing_row *better,
                    const struct standing_row *worse);

/* The last place that noise leaves open to a ranked row: all that it is not clearly ahead of may be before it. Its rank
 * where no noise is known: rows of one value share it. */
int standing_last_place(const struct standing *standing, const struct standing_row *row);

/* Measurements of one benchmark with values, of whomever and whenever, to be printed on one scale: a row for each, in
 * their order and without ranks. A variant may have many; standing_chosen and standing_selection know nothing of them.
 */
struct standing *standing_course(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark,
                                 const struct measurement *const *measurements, size_t n);

/* Of a benchmark's selections, whoever made them and kept as long as the standing; a row for each. NULL if one is open.
 */
const struct standing *standing_among(struct arena *arena, const struct dataset *dataset,
                                      const struct benchmark *benchmark, const struct selections *selections);

#endif
