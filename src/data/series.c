#include "data/series.h"

#include "base/arena.h"

#include <stdlib.h>

static size_t source_number(const struct measurement *m)
{
	return m->source ? m->source->index + 1 : 0;
}

static int compare_numbers(size_t a, size_t b)
{
	return a == b ? 0 : a < b ? -1 : 1;
}

static int by_source_and_date(const void *a, const void *b)
{
	const struct measurement *x = *(const struct measurement *const *)a, *y = *(const struct measurement *const *)b;
	int order = compare_numbers(source_number(x), source_number(y));
	if (!order)
		order = date_compare(x->date, y->date);
	return order ? order : compare_numbers(x->index, y->index);
}

/* Estimates count only where nothing else is known. */
static enum status status_in_the_running(const struct measurement *const *measurements, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (measurements[i]->status == STATUS_OK)
			return STATUS_OK;
	return STATUS_ESTIMATED;
}

struct series_list series_of(struct arena *arena, const struct measurement *const *measurements, size_t count)
{
	enum status status = status_in_the_running(measurements, count);
	const struct measurement **sorted = arena_alloc(arena, count, sizeof *sorted);
	struct series_list list = { 0 };
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		if (measurements[i]->status == status)
			sorted[n++] = measurements[i];
	if (!n)
		return list;
	qsort(sorted, n, sizeof *sorted, by_source_and_date);
	list.items = arena_alloc(arena, n, sizeof *list.items);
	for (size_t i = 0; i < n; i++) {
		if (!i || sorted[i]->source != sorted[i - 1]->source)
			list.items[list.count++] = (struct series){ .source = sorted[i]->source, .points = &sorted[i] };
		list.items[list.count - 1].count++;
	}
	return list;
}

/* Comparing with the last point is enough: if any point is later than point i, so is the last. */
bool series_is_past(const struct series *series, size_t i)
{
	struct date date = series->points[i]->date, last = series->points[series->count - 1]->date;
	return date.year ? date_precedes(date, last) : last.year != 0;
}

const struct measurement *series_latest(const struct series *series)
{
	size_t i = series->count - 1;
	while (i && date_compare(series->points[i - 1]->date, series->points[i]->date) == 0)
		i--;
	return series->points[i];
}
