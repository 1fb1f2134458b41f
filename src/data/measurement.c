#include "data/measurement.h"

#include "base/arena.h"
#include "data/columns.h"

static size_t row(const struct dataset *d, size_t i)
{
	return d->rows ? d->rows[i] : i;
}

const struct measurement *measurement_at(struct arena *arena, const struct dataset *d, size_t i)
{
	struct measurement *m = arena_alloc(arena, 1, sizeof *m);
	columns_get(arena, d, row(d, i), m);
	return m;
}

void measurement_get(struct arena *arena, const struct dataset *d, size_t i, struct measurement *into)
{
	columns_get(arena, d, row(d, i), into);
}

void measurement_glance(const struct dataset *d, size_t i, struct measurement *into)
{
	columns_get(NULL, d, row(d, i), into);
}

const struct variant *measurement_variant(const struct dataset *d, size_t i)
{
	uint32_t variant = columns_variant(d->columns, row(d, i));
	return variant == COLUMNS_NONE ? NULL : dataset_variant_at(d, variant);
}

bool measurement_stated(const struct dataset *d, size_t i)
{
	return columns_stated(d->columns, row(d, i));
}

const struct benchmark *measurement_benchmark(const struct dataset *d, size_t i)
{
	return d->benchmarks[columns_benchmark(d->columns, row(d, i))];
}

const struct source *measurement_source(const struct dataset *d, size_t i)
{
	uint32_t source = columns_source(d->columns, row(d, i));
	return source == COLUMNS_NONE ? NULL : d->sources[source];
}

size_t measurement_candidates(const struct dataset *d, size_t i, const struct variant *const **candidates)
{
	return columns_candidates(d->columns, row(d, i), candidates);
}

enum status measurement_status(const struct dataset *d, size_t i)
{
	return columns_status(d->columns, row(d, i));
}

double measurement_number(const struct dataset *d, size_t i)
{
	return columns_number(d->columns, row(d, i));
}

bool measurement_has_value(const struct dataset *d, size_t i)
{
	return columns_has_value(d->columns, row(d, i));
}

struct date measurement_date(const struct dataset *d, size_t i)
{
	return columns_day(d->columns, row(d, i));
}

struct place measurement_place(const struct dataset *d, size_t i)
{
	return columns_place(d->columns, row(d, i));
}

struct place measurement_where(const struct measurement *m)
{
	return columns_place(m->columns, m->index);
}
