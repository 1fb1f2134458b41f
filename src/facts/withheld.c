#include "facts/withheld.h"

#include "base/arena.h"
#include "data/measurement.h"
#include "data/selection.h"

const bool *withheld_on(struct arena *arena, const struct dataset *d, const struct benchmark *benchmark)
{
	if (!d->with_claims)
		return NULL;
	bool *withheld = arena_alloc(arena, d->n_variants + 1, sizeof *withheld);
	struct arena *scratch = arena_new_below(arena);
	const struct cells *cells = cells_part(scratch, d->claim_cells, benchmark);
	for (size_t i = 0; i < cells_count(cells); i++)
		withheld[cells_variant(cells, i)->index] = selection_is_claim(cells_choose(scratch, cells, i));
	arena_free(scratch);
	return withheld;
}

size_t withheld_count(const struct dataset *d, const bool *withheld, const struct variant *const *only, size_t n_only)
{
	size_t n = 0;
	for (size_t i = 0; withheld && i < (only ? n_only : d->n_variants); i++)
		n += withheld[only ? only[i]->index : i];
	return n;
}

const struct variant *const *withheld_rest(struct arena *arena, const struct dataset *d,
                                           const struct benchmark *const *benchmarks, size_t n_benchmarks,
                                           const struct variant *const *variants, size_t *n)
{
	struct arena *scratch = arena_new_below(arena);
	bool *gone = arena_alloc(scratch, d->n_variants + 1, sizeof *gone),
	     *asked = arena_alloc(scratch, d->n_benchmarks + 1, sizeof *asked);
	const struct variant **rest = arena_alloc(arena, *n + 1, sizeof *rest);
	size_t kept = 0;
	for (size_t c = 0; c < n_benchmarks; c++) {
		const bool *withheld = withheld_on(scratch, d, benchmarks[c]);
		asked[benchmarks[c]->index] = true;
		for (size_t i = 0; withheld && i < d->n_variants; i++)
			gone[i] |= withheld[i];
	}
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i) && asked[measurement_benchmark(d, i)->index] &&
		    measurement_has_value(d, i))
			gone[measurement_variant(d, i)->index] = false;
	for (size_t i = 0; i < *n; i++)
		if (!gone[variants[i]->index])
			rest[kept++] = variants[i];
	arena_free(scratch);
	*n = kept;
	return rest;
}

bool withheld_wholly(struct arena *arena, const struct dataset *d, const struct benchmark *const *benchmarks,
                     size_t n_benchmarks, const struct variant *variant)
{
	size_t n = 1;
	if (d->with_claims)
		withheld_rest(arena, d, benchmarks, n_benchmarks, &variant, &n);
	return !n;
}
