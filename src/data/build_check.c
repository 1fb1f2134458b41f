/* What can only be told of a dataset as a whole. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/selection.h"

#include <math.h>
#include <stdlib.h>

struct column {                           /* the values of one benchmark */
	size_t with, without;             /* "%" */
	size_t first_with, first_without; /* measurements */
	bool outside, parts;              /* some value is not within 0 and 1; some is not whole */
};

static struct column *columns_of(struct build *b)
{
	struct column *columns = arena_alloc(b->arena, b->d->n_benchmarks, sizeof *columns);
	for (size_t i = 0; i < b->d->n_measurements; i++) {
		const struct measurement *m = b->d->measurements[i];
		struct column *column = &columns[m->benchmark->index];
		if (!m->value.text)
			continue;
		if (b->origins[i].percent && !column->with++)
			column->first_with = i;
		if (!b->origins[i].percent && !column->without++)
			column->first_without = i;
		column->outside |= m->value.number < 0 || m->value.number > 1;
		column->parts |= m->value.number != floor(m->value.number);
	}
	return columns;
}

static void report_mixed(struct build *b, const struct benchmark *benchmark, const struct column *column)
{
	diag_add(b->diags, DIAG_ERROR, b->origins[column->first_without].value,
	         "write every value of the benchmark with \"%\", or none and say unit: percent or fraction",
	         "%s has %s without \"%%\", but %s%% with it%s", benchmark->name,
	         b->d->measurements[column->first_without]->value.text,
	         b->d->measurements[column->first_with]->value.text,
	         build_where(b->arena, b->origins[column->first_with].value));
}

/* Percent and fraction hold for all values of a benchmark, never for some. */
static void check_units(struct build *b)
{
	struct column *columns = columns_of(b);
	for (size_t i = 0; i < b->d->n_benchmarks; i++) {
		struct benchmark *benchmark = b->d->benchmarks[i];
		const struct column *column = &columns[i];
		if (!benchmark->better_declared)
			benchmark->better = benchmark->unit->better;
		if (benchmark->unit_declared)
			continue;
		if (column->with && column->without) {
			report_mixed(b, benchmark, column);
		} else if (column->with) {
			benchmark->unit = &unit_percent;
		} else if (column->without && !column->outside && column->parts) {
			benchmark->unit = &unit_fraction;
			diag_add(b->diags, DIAG_NOTE, b->origins[column->first_without].value,
			         "say unit: fraction, or what else they are",
			         "all values of %s lie between 0 and 1: they are taken as fractions", benchmark->name);
		}
	}
}

static int compare_index(size_t a, size_t b)
{
	return a == b ? 0 : a < b ? -1 : 1;
}

/* None comes before the first. */
static size_t source_rank(const struct source *source)
{
	return source ? source->index + 1 : 0;
}

static int by_cell_and_source(const struct measurement *a, const struct measurement *b)
{
	int order = compare_index(a->variant->index, b->variant->index);
	if (!order)
		order = compare_index(a->benchmark->index, b->benchmark->index);
	return order ? order : compare_index(source_rank(a->source), source_rank(b->source));
}

/* One source may give several values of a cell if it tells them apart by date or by who measured. */
static int by_origin(const struct measurement *a, const struct measurement *b)
{
	int order = by_cell_and_source(a, b);
	if (!order)
		order = date_compare(a->date, b->date);
	return order ? order : compare_index(a->measured, b->measured);
}

static int compare_measurements(const void *a, const void *b)
{
	const struct measurement *x = *(const struct measurement *const *)a, *y = *(const struct measurement *const *)b;
	int order = by_origin(x, y);
	return order ? order : compare_index(x->index, y->index);
}

static void check_twice(struct build *b, const struct measurement *first, const struct measurement *again)
{
	if (!first->value.text || !again->value.text)
		return;
	bool same = first->value.number == again->value.number;
	diag_add(b->diags, same ? DIAG_WARNING : DIAG_ERROR, again->place,
	         same ? "delete one of them" : "keep one, or tell them apart: by source, date or who measured it",
	         "%s on %s is given twice%s%s: %s, %s %s before%s", variant_full_name(b->arena, again->variant),
	         again->benchmark->name, again->source ? " by " : "", again->source ? again->source->id : "",
	         again->value.text, same ? "and" : "but", first->value.text, build_where(b->arena, first->place));
}

static int compare_pins(const void *a, const void *b)
{
	const struct pin *x = *(const struct pin *const *)a, *y = *(const struct pin *const *)b;
	int order = compare_index(x->variant->index, y->variant->index);
	if (!order)
		order = compare_index(x->benchmark->index, y->benchmark->index);
	return order ? order : x < y ? -1 : x > y; /* they lie in one array, in the order in which they were read */
}

static bool has_measurement(const struct measurement **sorted, size_t count, const struct pin *pin)
{
	struct measurement wanted = { .variant = pin->variant, .benchmark = pin->benchmark, .source = pin->source };
	size_t low = 0;
	for (size_t high = count; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (by_cell_and_source(sorted[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && by_cell_and_source(sorted[low], &wanted) == 0;
}

static void check_pins(struct build *b, const struct measurement **sorted, size_t count)
{
	struct dataset *d = b->d;
	bool sound = diags_ok(b->diags); /* otherwise the measurement may be the one with the error */
	const struct pin **pins = arena_alloc(b->arena, d->n_pins, sizeof *pins);
	for (size_t i = 0; i < d->n_pins; i++) {
		const struct pin *pin = pins[i] = &d->pins[i];
		if (sound && !has_measurement(sorted, count, pin))
			diag_add(b->diags, DIAG_ERROR, pin->place, "pin a source that gives a value for it",
			         "%s gives no value of %s on %s to pin", pin->source->id,
			         variant_full_name(b->arena, pin->variant), pin->benchmark->name);
	}
	if (d->n_pins)
		qsort(pins, d->n_pins, sizeof *pins, compare_pins);
	for (size_t i = 1; i < d->n_pins; i++)
		if (pins[i]->variant == pins[i - 1]->variant && pins[i]->benchmark == pins[i - 1]->benchmark)
			diag_add(b->diags, DIAG_ERROR, pins[i]->place, "keep one of them", "%s on %s is pinned twice",
			         variant_full_name(b->arena, pins[i]->variant), pins[i]->benchmark->name);
}

/* A part belongs to a total of tokens that is no part itself. */
static void check_parts(struct build *b)
{
	for (size_t i = 0; i < b->d->n_benchmarks; i++) {
		const struct benchmark *part = b->d->benchmarks[i];
		const struct benchmark *whole =
			part->part_of ? dataset_benchmark(b->d, part->part_of, part->place, b->diags) : NULL;
		if (whole && (whole->unit != &unit_tokens || whole->part_of))
			diag_add(b->diags, DIAG_ERROR, part->place, "name the benchmark of the total",
			         "%s is no total of tokens", whole->name);
	}
}

void build_check(struct build *b)
{
	struct dataset *d = b->d;
	check_units(b);
	check_parts(b);
	const struct measurement **sorted = arena_alloc(b->arena, d->n_measurements, sizeof *sorted);
	size_t count = 0;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (d->measurements[i]->variant)
			sorted[count++] = d->measurements[i];
	if (count)
		qsort(sorted, count, sizeof *sorted, compare_measurements);
	for (size_t i = 1; i < count; i++)
		if (by_origin(sorted[i - 1], sorted[i]) == 0)
			check_twice(b, sorted[i - 1], sorted[i]);
	check_pins(b, sorted, count);
	if (!d->n_measurements && diags_ok(b->diags))
		diag_add(b->diags, DIAG_WARNING, place_file(NULL), "list them under measurements",
		         "there is no measurement");
}
