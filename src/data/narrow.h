/* narrow.h: part of a dataset: some benchmarks, some models. */
#ifndef DATA_NARROW_H
#define DATA_NARROW_H

#include "data/dataset.h"

/* What to keep; NULL keeps all. */
struct narrow {
	const struct benchmark *const *benchmarks;
	size_t n_benchmarks;
	const struct variant *const *variants;
	size_t n_variants;
};

/* The same dataset with only the measurements (ambiguous ones too, if they may be about a kept variant) and pins of
 * these. Models, benchmarks and sources stay, so that every index stays. */
const struct dataset *dataset_narrow(struct arena *arena, const struct dataset *dataset, const struct narrow *narrow);

#endif
