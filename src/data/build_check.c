/* Checks of a dataset as a whole. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/alike.h"
#include "data/columns.h"
#include "data/direction.h"
#include "data/measurement.h"
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
	const struct columns *all = b->d->columns;
	struct column *columns = arena_alloc(b->arena, b->d->n_benchmarks, sizeof *columns);
	for (size_t i = 0; i < columns_count(all); i++) {
		struct column *column = &columns[columns_benchmark(all, i)];
		double number = columns_number(all, i);
		if (!columns_has_value(all, i))
			continue;
		if (columns_percent(all, i) && !column->with++)
			column->first_with = i;
		if (!columns_percent(all, i) && !column->without++)
			column->first_without = i;
		column->outside |= number < 0 || number > 1;
		column->parts |= number != floor(number);
	}
	return columns;
}

static const char *text_of(struct build *b, size_t i)
{
	return measurement_at(b->arena, b->d, i)->value.text;
}

static void report_mixed(struct build *b, const struct benchmark *benchmark, const struct column *column)
{
	const struct columns *all = b->d->columns;
	diag_add(b->diags, DIAG_ERROR, columns_value_place(all, column->first_without),
	         "write every value of the benchmark with \"%\", or none and say unit: percent or fraction",
	         "%s has %s without \"%%\", but %s%% with it%s", benchmark->name, text_of(b, column->first_without),
	         text_of(b, column->first_with), build_where(b->arena, columns_value_place(all, column->first_with)));
}

/* Percent and fraction hold for all values of a benchmark, never for some. */
static void check_units(struct build *b)
{
	struct column *columns = columns_of(b);
	for (size_t i = 0; i < b->d->n_benchmarks; i++) {
		struct benchmark *benchmark = b->d->benchmarks[i];
		const struct column *column = &columns[i];
		if (benchmark->unit_declared)
			continue;
		if (column->with && column->without) {
			report_mixed(b, benchmark, column);
		} else if (column->with) {
			benchmark->unit = &unit_percent;
		} else if (column->without && !column->outside && column->parts) {
			benchmark->unit = &unit_fraction;
			diag_add(b->diags, DIAG_NOTE, columns_value_place(b->d->columns, column->first_without),
			         "say unit: fraction, or what else they are",
			         "all values of %s lie between 0 and 1: they are taken as fractions", benchmark->name);
		}
	}
}

/* ---- percent beside fractions, each from a source of its own ---- */

struct scale { /* the values of one source on one benchmark */
	struct scale *next;
	uint32_t source;
	size_t first, count;
	bool above, outside, parts; /* some value is above 1, not within 0 and 100, not whole */
};

enum { SCALES = 64 }; /* so many sources of one benchmark are looked at */

static struct scale *scale_of(struct build *b, struct scale **scales, size_t i)
{
	uint32_t source = columns_source(b->d->columns, i);
	size_t count = 0;
	for (struct scale *s = *scales; s; s = s->next, count++)
		if (s->source == source)
			return s;
	if (count == SCALES)
		return NULL;
	struct scale *fresh = arena_alloc(b->scratch, 1, sizeof *fresh);
	*fresh = (struct scale){ .next = *scales, .source = source, .first = i };
	*scales = fresh;
	return fresh;
}

static void report_scales(struct build *b, const struct benchmark *benchmark, const struct scale *one,
                          const struct scale *hundred)
{
	const struct columns *all = b->d->columns;
	diag_add(b->diags, DIAG_ERROR, columns_value_place(all, one->first),
	         "say unit: percent or fraction, and write all values so; or unit: score, if they are one scale",
	         "%s has %s from one source and %s from another%s: fractions beside percent?", benchmark->name,
	         text_of(b, one->first), text_of(b, hundred->first),
	         build_where(b->arena, columns_value_place(all, hundred->first)));
}

static void check_scale(struct build *b, const struct benchmark *benchmark, const struct scale *scales)
{
	const struct scale *one = NULL, *hundred = NULL;
	for (const struct scale *s = scales; s; s = s->next) {
		if (s->outside)
			return;
		if (!s->above && s->parts)
			one = s;
		else if (s->above)
			hundred = s;
	}
	if (one && benchmark->unit_declared && one->count > 1)
		diag_add(b->diags, DIAG_WARNING, columns_value_place(b->d->columns, one->first),
		         "if they are fractions, say unit: fraction",
		         "%s is counted in percent, but all its values from this source lie between 0 and 1",
		         benchmark->name);
	else if (one && hundred && !benchmark->unit_declared)
		report_scales(b, benchmark, one, hundred);
}

/* Where nobody says the unit, one source may count to 1 and another to 100: the same values, a hundred times apart. A
 * head may say percent above fractions. */
static void check_scales(struct build *b)
{
	const struct dataset *d = b->d;
	const struct columns *all = d->columns;
	struct scale **scales = arena_alloc(b->scratch, d->n_benchmarks, sizeof *scales);
	for (size_t i = 0; i < columns_count(all); i++) {
		const struct benchmark *benchmark = d->benchmarks[columns_benchmark(all, i)];
		struct scale *s = NULL;
		bool checked = !benchmark->unit_declared || benchmark->unit == &unit_percent;
		if (checked && columns_has_value(all, i) && !columns_percent(all, i))
			s = scale_of(b, &scales[benchmark->index], i);
		double number = columns_number(all, i);
		if (!s)
			continue;
		s->count++;
		s->above |= number > 1;
		s->outside |= number < 0 || number > 100;
		s->parts |= number != floor(number);
	}
	for (size_t i = 0; i < d->n_benchmarks; i++)
		check_scale(b, d->benchmarks[i], scales[i]);
}

/* ---- values given twice ---- */

/* One source may give several values of a cell if they differ in date or in who measured; otherwise they are a
 * conflict, which selection.h does not decide. */
static bool same_origin(const struct columns *c, size_t a, size_t b)
{
	return columns_variant(c, a) == columns_variant(c, b) && columns_benchmark(c, a) == columns_benchmark(c, b) &&
	       columns_source(c, a) == columns_source(c, b) && columns_date(c, a) == columns_date(c, b) &&
	       columns_measured(c, a) == columns_measured(c, b);
}

static uint64_t origin_hash(const struct columns *c, size_t i)
{
	uint64_t h = columns_variant(c, i);
	h = h * 0x9e3779b97f4a7c15u ^ columns_benchmark(c, i);
	h = h * 0x9e3779b97f4a7c15u ^ columns_source(c, i);
	h = h * 0x9e3779b97f4a7c15u ^ columns_date(c, i) ^ (uint64_t)columns_measured(c, i) << 32;
	h *= 0x9fb21c651e98df25u;
	return h ^ h >> 32;
}

static void report_twice(struct build *b, size_t earlier, size_t later)
{
	const struct measurement *first = measurement_at(b->arena, b->d, earlier);
	const struct measurement *again = measurement_at(b->arena, b->d, later);
	bool same = first->value.number == again->value.number;
	const struct place where = measurement_where(again);
	const char *remedy = where.file ? map_find(&b->remedies, where.file) : NULL;
	if (!remedy)
		remedy = same ? "delete one of them"
		              : "keep one, or tell them apart: by source, date or who measured it";
	diag_add(b->diags, DIAG_WARNING, where, remedy, "%s on %s is given twice%s%s: %s, %s %s before%s",
	         variant_full_name(b->arena, again->variant), again->benchmark->name, again->source ? " by " : "",
	         again->source ? again->source->id : "", again->value.text, same ? "and" : "but", first->value.text,
	         build_where(b->arena, measurement_where(first)));
}

/* True if each measurement is of a later cell than the one before: benchmark by benchmark, or model by model. Then none
 * is of the same. */
static bool rises(const struct columns *c, uint32_t (*major)(const struct columns *c, size_t i),
                  uint32_t (*minor)(const struct columns *c, size_t i))
{
	for (size_t i = 1; i < columns_count(c); i++) {
		uint32_t before = major(c, i - 1), now = major(c, i);
		if (now < before || (now == before && minor(c, i) <= minor(c, i - 1)))
			return false;
	}
	return true;
}

/* Each value against the one before it of the same origin: found by hash, since sorting a million takes longer. */
static void check_twice(struct build *b)
{
	const struct columns *c = b->d->columns;
	if (rises(c, columns_benchmark, columns_variant) || rises(c, columns_variant, columns_benchmark))
		return;
	struct arena *scratch = arena_new_below(b->scratch);
	size_t count = columns_count(c), n_slots = 64;
	while (n_slots < count + count / 2)
		n_slots *= 2;
	uint32_t *slots = arena_alloc(scratch, n_slots, sizeof *slots); /* 1 + a measurement */
	for (size_t i = 0; i < count; i++) {
		if (columns_variant(c, i) == COLUMNS_NONE)
			continue;
		size_t at = origin_hash(c, i) & (n_slots - 1);
		while (slots[at] && !same_origin(c, slots[at] - 1, i))
			at = (at + 1) & (n_slots - 1);
		if (slots[at] && columns_has_value(c, slots[at] - 1) && columns_has_value(c, i))
			report_twice(b, slots[at] - 1, i);
		slots[at] = (uint32_t)i + 1;
	}
	arena_free(scratch);
}

/* ---- pins ---- */

static int compare_index(size_t a, size_t b)
{
	return a == b ? 0 : a < b ? -1 : 1;
}

static int compare_cells(const struct pin *x, size_t variant, size_t benchmark)
{
	int order = compare_index(x->variant->index, variant);
	return order ? order : compare_index(x->benchmark->index, benchmark);
}

static int compare_pins(const void *a, const void *b)
{
	const struct pin *x = *(const struct pin *const *)a, *y = *(const struct pin *const *)b;
	int order = compare_cells(x, y->variant->index, y->benchmark->index);
	return order ? order : x < y ? -1 : x > y; /* they lie in one array, in the order in which they were read */
}

/* Notes which of the sorted pins the i-th measurement is one of. */
static void note_pinned(const struct dataset *d, size_t i, const struct pin **pins, bool *found)
{
	size_t variant = columns_variant(d->columns, i), benchmark = columns_benchmark(d->columns, i), low = 0;
	for (size_t high = d->n_pins; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (compare_cells(pins[middle], variant, benchmark) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < d->n_pins && compare_cells(pins[low], variant, benchmark) == 0; low++)
		if (columns_source(d->columns, i) == pins[low]->source->index)
			found[pins[low] - d->pins] = true;
}

static void check_pins(struct build *b)
{
	struct dataset *d = b->d;
	bool sound = diags_ok(b->diags); /* otherwise the measurement may be the one with the error */
	const struct pin **pins = arena_alloc(b->arena, d->n_pins, sizeof *pins);
	bool *found = arena_alloc(b->arena, d->n_pins, sizeof *found);
	if (!d->n_pins)
		return;
	for (size_t i = 0; i < d->n_pins; i++)
		pins[i] = &d->pins[i];
	qsort(pins, d->n_pins, sizeof *pins, compare_pins);
	for (size_t i = 0; i < columns_count(d->columns); i++)
		if (columns_variant(d->columns, i) != COLUMNS_NONE)
			note_pinned(d, i, pins, found);
	for (size_t i = 0; i < d->n_pins; i++) {
		const struct pin *pin = &d->pins[i];
		if (sound && !found[i])
			diag_add(b->diags, DIAG_ERROR, pin->place, "pin a source that gives a value for it",
			         "%s gives no value of %s on %s to pin", pin->source->id,
			         variant_full_name(b->arena, pin->variant), pin->benchmark->name);
	}
	for (size_t i = 1; i < d->n_pins; i++)
		if (pins[i]->variant == pins[i - 1]->variant && pins[i]->benchmark == pins[i - 1]->benchmark)
			diag_add(b->diags, DIAG_ERROR, pins[i]->place, "keep one of them",
			         "%s on %s is pinned more than once", variant_full_name(b->arena, pins[i]->variant),
			         pins[i]->benchmark->name);
}

/* True if a benchmark would be part of itself. */
static bool is_circle(const struct benchmark *part, size_t most)
{
	const struct benchmark *whole = part->whole;
	for (size_t i = 0; whole && i < most; i++, whole = whole->whole)
		if (whole == part)
			return true;
	return false;
}

/* A part of tokens belongs to a total of tokens that is not itself a part. */
static bool is_whole_of(const struct benchmark *whole, const struct benchmark *part)
{
	bool tokens = part->unit == &unit_tokens || whole->unit == &unit_tokens;
	return !tokens || (part->unit == whole->unit && !whole->part_of);
}

static void check_parts(struct build *b)
{
	struct dataset *d = b->d;
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		struct benchmark *part = d->benchmarks[i];
		if (part->part_of)
			part->whole = dataset_benchmark(d, part->part_of, part->place, b->diags);
		if (part->whole && !is_whole_of(part->whole, part)) {
			diag_add(b->diags, DIAG_ERROR, part->place, "name the benchmark of the total",
			         "%s is not a total of tokens", part->whole->name);
			part->whole = NULL;
		}
	}
	for (size_t i = 0; i < d->n_benchmarks; i++)
		if (is_circle(d->benchmarks[i], d->n_benchmarks)) {
			diag_add(b->diags, DIAG_ERROR, d->benchmarks[i]->place, "correct part_of",
			         "%s is part of itself", d->benchmarks[i]->name);
			d->benchmarks[i]->whole = NULL;
		}
}

void build_check(struct build *b)
{
	check_units(b);
	check_scales(b);
	direction_decide(b->arena, b->d, b->rules, b->diags);
	check_parts(b);
	check_twice(b);
	check_pins(b);
	alike_check(b->scratch, b->d, b->diags);
	if (!b->d->n_measurements && diags_ok(b->diags))
		diag_add(b->diags, DIAG_WARNING, place_file(NULL), "list them under measurements",
		         "there are no measurements");
}
