#include "data/measurement.h"

const struct measurement *measurement_at(struct arena *arena, const struct dataset *dataset, size_t i)
{
	(void)arena;
	return dataset->measurements[i];
}

const struct variant *measurement_variant(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->variant;
}

const struct benchmark *measurement_benchmark(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->benchmark;
}

const struct source *measurement_source(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->source;
}

enum status measurement_status(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->status;
}

struct date measurement_date(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->date;
}

bool measurement_has_value(const struct dataset *dataset, size_t i)
{
	return dataset->measurements[i]->value.text != NULL;
}
