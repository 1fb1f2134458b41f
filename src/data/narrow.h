/* narrow.h: a part of a dataset: some of its benchmarks or models. */
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

/* The same dataset with only the measurements and pins of these; an ambiguous measurement is kept if it may be about a
 * variant that is. All models, benchmarks and sources remain, so that every index stays valid: what lists or counts
 * them asks whether the part has them. */
const struct dataset *dataset_narrow(struct arena *arena, const struct dataset *dataset, const struct narrow *narrow);

/* The same dataset without what developers say of their own (MEASURED_FIRST_PARTY), and without values of unknown
 * origin that agree with it, for they repeat it: what counts is chosen among the others. Every index stays valid, and
 * who looks at what is left out asks with_claims. */
const struct dataset *dataset_without_claims(struct arena *arena, const struct dataset *dataset);

/* True if the dataset is whole, or it was kept: a model with any of its variants, and where benchmarks were chosen
 * with a measurement on one; a benchmark, where models were chosen, with a measurement of one. */
static inline bool dataset_has_model(const struct dataset *dataset, const struct model *model)
{
	return !dataset->part || dataset->part->models[model->index];
}

static inline bool dataset_has_variant(const struct dataset *dataset, const struct variant *variant)
{
	return !dataset->part || dataset->part->variants[variant->index];
}

static inline bool dataset_has_benchmark(const struct dataset *dataset, const struct benchmark *benchmark)
{
	return !dataset->part || dataset->part->benchmarks[benchmark->index];
}

static inline size_t dataset_count_models(const struct dataset *dataset)
{
	return dataset->part ? dataset->part->n_models : dataset->n_models;
}

static inline size_t dataset_count_benchmarks(const struct dataset *dataset)
{
	return dataset->part ? dataset->part->n_benchmarks : dataset->n_benchmarks;
}
/* The measurements of a dataset, parted by benchmark once, for who looks at every benchmark alone. */
struct narrow_parts;

struct narrow_parts *dataset_part_all(struct arena *arena, const struct dataset *dataset);

/* The same dataset with only the measurements of this benchmark, of what it is a part of, and of its parts. It lives on
 * the arena and with the parts. */
const struct dataset *dataset_part(struct arena *arena, const struct narrow_parts *parts,
                                   const struct benchmark *benchmark);

#endif
