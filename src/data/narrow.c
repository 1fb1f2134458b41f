#include "data/narrow.h"

#include "base/arena.h"

struct kept { /* by index */
	bool *benchmarks, *variants;
};

static struct kept kept_of(struct arena *arena, const struct dataset *d, const struct narrow *narrow)
{
	struct kept kept = { arena_alloc(arena, d->n_benchmarks, sizeof(bool)),
		             arena_alloc(arena, d->n_variants, sizeof(bool)) };
	for (size_t i = 0; i < d->n_benchmarks; i++)
		kept.benchmarks[i] = !narrow->benchmarks;
	for (size_t i = 0; i < d->n_variants; i++)
		kept.variants[i] = !narrow->variants;
	for (size_t i = 0; i < narrow->n_benchmarks; i++)
		kept.benchmarks[narrow->benchmarks[i]->index] = true;
	for (size_t i = 0; i < narrow->n_variants; i++)
		kept.variants[narrow->variants[i]->index] = true;
	return kept;
}

static bool keeps(const struct kept *kept, const struct measurement *m)
{
	if (!kept->benchmarks[m->benchmark->index])
		return false;
	if (m->variant)
		return kept->variants[m->variant->index];
	for (size_t i = 0; i < m->n_candidates; i++)
		if (kept->variants[m->candidates[i]->index])
			return true;
	return false;
}

const struct dataset *dataset_narrow(struct arena *arena, const struct dataset *dataset, const struct narrow *narrow)
{
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct kept kept = kept_of(arena, dataset, narrow);
	*d = *dataset;
	d->measurements = arena_alloc(arena, dataset->n_measurements, sizeof(*d->measurements));
	d->n_measurements = 0;
	for (size_t i = 0; i < dataset->n_measurements; i++)
		if (keeps(&kept, dataset->measurements[i]))
			d->measurements[d->n_measurements++] = dataset->measurements[i];
	d->pins = arena_alloc(arena, dataset->n_pins, sizeof *d->pins);
	d->n_pins = 0;
	for (size_t i = 0; i < dataset->n_pins; i++)
		if (kept.benchmarks[dataset->pins[i].benchmark->index] &&
		    kept.variants[dataset->pins[i].variant->index])
			d->pins[d->n_pins++] = dataset->pins[i];
	return d;
}
