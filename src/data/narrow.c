#include "data/narrow.h"

#include "base/arena.h"
#include "base/sort.h"
#include "data/columns.h"
#include "data/measurement.h"
#include "data/quantity.h"
#include "data/selection.h"

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

static bool keeps(const struct kept *kept, const struct dataset *d, size_t i)
{
	uint32_t variant = columns_variant(d->columns, i);
	if (!kept->benchmarks[columns_benchmark(d->columns, i)])
		return false;
	if (variant != COLUMNS_NONE)
		return kept->variants[variant];
	const struct variant *const *candidates;
	size_t count = columns_candidates(d->columns, i, &candidates);
	for (size_t k = 0; k < count; k++)
		if (kept->variants[candidates[k]->index])
			return true;
	return false;
}

/* Whose values the part has: each benchmark's, by how many it has, and which variants'. */
static void find_measured(const struct dataset *d, size_t *on, bool *variants)
{
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *const *candidates;
		uint32_t variant = columns_variant(d->columns, d->rows[i]);
		size_t n = columns_candidates(d->columns, d->rows[i], &candidates);
		on[columns_benchmark(d->columns, d->rows[i])]++;
		if (variant != COLUMNS_NONE)
			variants[variant] = true;
		for (size_t k = 0; k < n; k++)
			variants[candidates[k]->index] = true;
	}
}

/* What the part keeps, and what it shows where nothing is named. */
static void settle_part(struct arena *arena, struct dataset *d, const struct dataset *of, const struct kept *kept,
                        const struct narrow *narrow)
{
	struct dataset_part *part = arena_alloc(arena, 1, sizeof *part);
	size_t *on = arena_alloc(arena, d->n_benchmarks + 1, sizeof *on), most = 0;
	bool *models = arena_alloc(arena, d->n_models + 1, sizeof *models),
	     *variants = arena_alloc(arena, d->n_variants + 1, sizeof *variants),
	     *benchmarks = arena_alloc(arena, d->n_benchmarks + 1, sizeof *benchmarks);
	find_measured(d, on, variants);
	for (size_t i = 0; i < d->n_variants; i++) {
		const struct variant *v = dataset_variant_at(d, i);
		variants[i] = kept->variants[i] && (!narrow->benchmarks || variants[i]) && dataset_has_variant(of, v);
		part->n_models += variants[i] && !models[v->model->index];
		models[v->model->index] |= variants[i];
	}
	d->headline = NULL;
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		benchmarks[i] = kept->benchmarks[i] && (!narrow->variants || on[i]) &&
		                dataset_has_benchmark(of, d->benchmarks[i]);
		part->n_benchmarks += benchmarks[i];
		most = on[i] > most ? on[i] : most;
	}
	for (size_t i = 0; i < d->n_benchmarks && of->headline && !d->headline; i++)
		d->headline = on[of->headline->index] == most ? of->headline : on[i] == most ? d->benchmarks[i] : NULL;
	part->whole = of->part ? of->part->whole : of;
	part->models = models;
	part->variants = variants;
	part->benchmarks = benchmarks;
	d->part = part;
}

const struct dataset *dataset_narrow(struct arena *arena, const struct dataset *dataset, const struct narrow *narrow)
{
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	struct kept kept = kept_of(arena, dataset, narrow);
	*d = *dataset;
	uint32_t *rows = arena_alloc(arena, dataset->n_measurements, sizeof *rows);
	d->rows = rows;
	d->n_measurements = 0;
	for (size_t i = 0; i < dataset->n_measurements; i++) {
		uint32_t row = dataset->rows ? dataset->rows[i] : (uint32_t)i;
		if (keeps(&kept, dataset, row))
			rows[d->n_measurements++] = row;
	}
	d->pins = arena_alloc(arena, dataset->n_pins, sizeof *d->pins);
	d->n_pins = 0;
	for (size_t i = 0; i < dataset->n_pins; i++)
		if (kept.benchmarks[dataset->pins[i].benchmark->index] &&
		    kept.variants[dataset->pins[i].variant->index])
			d->pins[d->n_pins++] = dataset->pins[i];
	settle_part(arena, d, dataset, &kept, narrow);
	return d;
}

/* ---- without claims ---- */

struct claims { /* rows of values that their developers state, by cell */
	const struct dataset *dataset;
	struct sort_item *items;
	size_t n;
};

static uint64_t cell_of(const struct columns *columns, size_t row)
{
	return (uint64_t)columns_benchmark(columns, row) << 32 | columns_variant(columns, row);
}

static struct claims claims_of(struct arena *arena, const struct dataset *d)
{
	struct claims claims = { d, arena_alloc(arena, d->n_measurements + 1, sizeof *claims.items), 0 };
	for (size_t i = 0; i < d->n_measurements; i++) {
		uint32_t row = d->rows ? d->rows[i] : (uint32_t)i;
		if (columns_measured(d->columns, row) == MEASURED_FIRST_PARTY && columns_has_value(d->columns, row))
			claims.items[claims.n++] = (struct sort_item){ cell_of(d->columns, row), row };
	}
	sort_items(claims.items, claims.n);
	return claims;
}

/* True for a value of unknown origin that one of its developer's agrees with: it was copied from there. */
static bool repeats(const struct claims *claims, uint32_t row)
{
	const struct columns *columns = claims->dataset->columns;
	if (columns_measured(columns, row) != MEASURED_UNKNOWN || !columns_has_value(columns, row))
		return false;
	struct measurement value, claim;
	uint64_t cell = cell_of(columns, row);
	size_t low = 0, high = claims->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (claims->items[middle].key < cell)
			low = middle + 1;
		else
			high = middle;
	}
	columns_get(NULL, claims->dataset, row, &value);
	for (; low < claims->n && claims->items[low].key == cell; low++) {
		columns_get(NULL, claims->dataset, claims->items[low].at, &claim);
		if (quantity_agrees(value.value, claim.value))
			return true;
	}
	return false;
}

const struct dataset *dataset_without_claims(struct arena *arena, const struct dataset *dataset)
{
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	uint32_t *rows = arena_alloc(arena, dataset->n_measurements + 1, sizeof *rows);
	size_t *on = arena_alloc(arena, dataset->n_benchmarks + 1, sizeof *on), most = 0;
	struct arena *scratch = arena_new_below(arena);
	const struct claims claims = claims_of(scratch, dataset);
	*d = *dataset;
	d->rows = rows;
	d->n_measurements = 0;
	d->with_claims = dataset;
	d->claim_cells = cells_of(arena, dataset, NULL);
	for (size_t i = 0; i < dataset->n_measurements; i++) {
		uint32_t row = dataset->rows ? dataset->rows[i] : (uint32_t)i;
		if (columns_measured(dataset->columns, row) == MEASURED_FIRST_PARTY || repeats(&claims, row))
			continue;
		rows[d->n_measurements++] = row;
		size_t b = columns_benchmark(dataset->columns, row);
		on[b]++;
		most = on[b] > most ? on[b] : most;
	}
	bool gone = d->headline && !on[d->headline->index];
	for (size_t i = 0; i < d->n_benchmarks && gone && d->headline == dataset->headline; i++)
		if (on[i] == most)
			d->headline = d->benchmarks[i];
	arena_free(scratch);
	return d;
}

/* ---- every benchmark alone ---- */

struct narrow_parts {
	const struct dataset *dataset;
	const uint32_t *rows; /* those of a whole and its parts stand together, in ascending order */
	const uint32_t *ends; /* by the index of a whole, after one 0: where its rows end */
};

static size_t whole_of(const struct benchmark *benchmark)
{
	while (benchmark->whole)
		benchmark = benchmark->whole;
	return benchmark->index;
}

struct narrow_parts *dataset_part_all(struct arena *arena, const struct dataset *d)
{
	struct narrow_parts *parts = arena_alloc(arena, 1, sizeof *parts);
	uint32_t *rows = arena_alloc(arena, d->n_measurements, sizeof *rows);
	uint32_t *at = arena_alloc(arena, d->n_benchmarks + 2, sizeof *at); /* two beyond a whole: its next row */
	for (size_t i = 0; i < d->n_measurements; i++)
		at[whole_of(measurement_benchmark(d, i)) + 2]++;
	for (size_t i = 2; i < d->n_benchmarks + 2; i++)
		at[i] += at[i - 1];
	for (size_t i = 0; i < d->n_measurements; i++)
		rows[at[whole_of(measurement_benchmark(d, i)) + 1]++] = d->rows ? d->rows[i] : (uint32_t)i;
	*parts = (struct narrow_parts){ d, rows, at };
	return parts;
}

const struct dataset *dataset_part(struct arena *arena, const struct narrow_parts *parts,
                                   const struct benchmark *benchmark)
{
	struct dataset *d = arena_alloc(arena, 1, sizeof *d);
	size_t whole = whole_of(benchmark);
	*d = *parts->dataset;
	d->rows = parts->rows + parts->ends[whole];
	d->n_measurements = parts->ends[whole + 1] - parts->ends[whole];
	return d;
}
