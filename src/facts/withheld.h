/* withheld.h: developers' own claims that a dataset leaves out (dataset_without_claims): for whom they would count. */
#ifndef FACTS_WITHHELD_H
#define FACTS_WITHHELD_H

#include "data/dataset.h"

/* By the index of a variant: its value on the benchmark, if all counted, would be a claim. NULL if none is left out. */
const bool *withheld_on(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark);

/* How many of these variants are; NULL for all of the dataset. */
size_t withheld_count(const struct dataset *dataset, const bool *withheld, const struct variant *const *only,
                      size_t n_only);

/* True if claims that are left out are all that it has on these benchmarks. */
bool withheld_wholly(struct arena *arena, const struct dataset *dataset, const struct benchmark *const *benchmarks,
                     size_t n_benchmarks, const struct variant *variant);

/* Of the variants those that are shown on the benchmarks, *n of them: they have a value on one of them, or no claim is
 * all that they have. */
const struct variant *const *withheld_rest(struct arena *arena, const struct dataset *dataset,
                                           const struct benchmark *const *benchmarks, size_t n_benchmarks,
                                           const struct variant *const *variants, size_t *n);

#endif
