#include "data/selection.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/quantity.h"
#include "data/series.h"
#include "data/support.h"

#include <stdlib.h>

struct field { /* the measurements of one cell that are still in the running */
	const struct measurement **items;
	size_t count;
};

struct chooser {
	const struct dataset *dataset;
	size_t *trust;           /* by source: place in the trust order, from 1; 0 for none */
	const struct pin **pins; /* by cell */
};

struct cells {
	const struct dataset *dataset;
	struct chooser chooser;
	const uint32_t *order; /* measurements by benchmark, variant and number; NULL: as they are. Never NULL for all
	                          benchmarks */
	const uint32_t *first; /* of each cell, in order; and the end. NULL if no cell has several */
	size_t count;
};

static int compare_index(size_t a, size_t b)
{
	return a == b ? 0 : a < b ? -1 : 1;
}

static int compare_cells(const struct benchmark *a, const struct variant *v, const struct benchmark *b,
                         const struct variant *w)
{
	int order = compare_index(a->index, b->index);
	return order ? order : compare_index(v->index, w->index);
}

static int compare_pins(const void *a, const void *b)
{
	const struct pin *x = *(const struct pin *const *)a, *y = *(const struct pin *const *)b;
	return compare_cells(x->benchmark, x->variant, y->benchmark, y->variant);
}

static struct chooser chooser_of(struct arena *arena, const struct dataset *d)
{
	struct chooser chooser = { .dataset = d };
	chooser.trust = arena_alloc(arena, d->n_sources, sizeof *chooser.trust);
	for (size_t i = 0; i < d->n_trust; i++)
		chooser.trust[d->trust[i]->index] = i + 1;
	chooser.pins = arena_alloc(arena, d->n_pins, sizeof *chooser.pins);
	for (size_t i = 0; i < d->n_pins; i++)
		chooser.pins[i] = &d->pins[i];
	if (d->n_pins)
		qsort(chooser.pins, d->n_pins, sizeof *chooser.pins, compare_pins);
	return chooser;
}

static const struct pin *pin_of(const struct chooser *chooser, const struct selection *s)
{
	struct pin wanted = { .variant = s->variant, .benchmark = s->benchmark };
	const struct pin *key = &wanted, **found;
	if (!chooser->dataset->n_pins)
		return NULL;
	found = bsearch(&key, chooser->pins, chooser->dataset->n_pins, sizeof *chooser->pins, compare_pins);
	return found ? *found : NULL;
}

/* True if any two agree: rounded to the digits of each value, all those written at least as finely are equal. */
static bool all_agree(const struct field *field)
{
	int done = 1000; /* finer than any written value */
	for (;;) {
		int level = -1000;
		for (size_t i = 0; i < field->count; i++) {
			int own = quantity_level(field->items[i]->value);
			if (own < done && own > level)
				level = own;
		}
		if (level == -1000)
			return true;
		const struct measurement *first = NULL;
		for (size_t i = 0; i < field->count; i++) {
			const struct measurement *m = field->items[i];
			if (quantity_level(m->value) < level)
				continue;
			if (!first)
				first = m;
			if (quantity_steps(m->value.number, level) != quantity_steps(first->value.number, level))
				return false;
		}
		done = level;
	}
}

static size_t trust_of(const struct chooser *chooser, const struct measurement *m)
{
	size_t rank = m->source ? chooser->trust[m->source->index] : 0;
	return rank ? rank : (size_t)-1; /* not in the order: after all those that are */
}

/* Which of two that agree is chosen: the one with more digits, then the more trusted, then the one that says more about
 * who measured. */
static bool is_preferred(const struct chooser *chooser, const struct measurement *a, const struct measurement *b)
{
	static const int says[] = { [MEASURED_UNKNOWN] = 0, [MEASURED_FIRST_PARTY] = 1, [MEASURED_THIRD_PARTY] = 2 };
	int x = quantity_level(a->value), y = quantity_level(b->value);
	if (x != y)
		return x > y;
	if (trust_of(chooser, a) != trust_of(chooser, b))
		return trust_of(chooser, a) < trust_of(chooser, b);
	return says[a->measured] > says[b->measured];
}

static const struct measurement *finest(const struct chooser *chooser, const struct field *field)
{
	const struct measurement *best = field->items[0];
	for (size_t i = 1; i < field->count; i++)
		if (is_preferred(chooser, field->items[i], best))
			best = field->items[i];
	return best;
}

static void keep_pinned(struct field *field, const struct pin *pin)
{
	size_t kept = 0;
	for (size_t i = 0; i < field->count; i++)
		if (field->items[i]->source == pin->source)
			field->items[kept++] = field->items[i];
	if (kept) /* a pin on a value out of the running changes nothing */
		field->count = kept;
}

static void keep_trusted(const struct chooser *chooser, struct field *field)
{
	size_t best = 0, kept = 0;
	for (size_t i = 0; i < field->count; i++) {
		const struct source *source = field->items[i]->source;
		size_t rank = source ? chooser->trust[source->index] : 0;
		if (rank && (!best || rank < best))
			best = rank;
	}
	if (!best)
		return;
	for (size_t i = 0; i < field->count; i++) {
		const struct source *source = field->items[i]->source;
		if (source && chooser->trust[source->index] == best)
			field->items[kept++] = field->items[i];
	}
	field->count = kept;
}

static void keep_independent(struct field *field)
{
	size_t kept = 0;
	for (size_t i = 0; i < field->count; i++)
		if (field->items[i]->measured == MEASURED_THIRD_PARTY)
			field->items[kept++] = field->items[i];
	if (kept)
		field->count = kept;
}

static int compare_sources(const void *a, const void *b)
{
	const struct measurement *x = *(const struct measurement *const *)a, *y = *(const struct measurement *const *)b;
	size_t s = x->source ? x->source->index + 1 : 0, t = y->source ? y->source->index + 1 : 0;
	int order = compare_index(s, t);
	return order ? order : compare_index(x->index, y->index);
}

static int compare_entries(const void *a, const void *b)
{
	const struct measurement *x = *(const struct measurement *const *)a, *y = *(const struct measurement *const *)b;
	return compare_index(x->index, y->index);
}

/* The values that most sources agree with. */
static void keep_agreed(struct arena *arena, struct field *field)
{
	size_t *supports = arena_alloc(arena, field->count, sizeof *supports);
	size_t most = 0, kept = 0;
	qsort(field->items, field->count, sizeof *field->items, compare_sources);
	support_count(arena, field->items, field->count, supports);
	for (size_t i = 0; i < field->count; i++)
		most = supports[i] > most ? supports[i] : most;
	for (size_t i = 0; i < field->count; i++)
		if (supports[i] == most)
			field->items[kept++] = field->items[i];
	field->count = kept;
	qsort(field->items, field->count, sizeof *field->items, compare_entries);
}

static void keep_newest(struct field *field)
{
	struct date newest = { 0 };
	size_t kept = 0;
	for (size_t i = 0; i < field->count; i++)
		if (date_compare(field->items[i]->date, newest) > 0)
			newest = field->items[i]->date;
	for (size_t i = 0; i < field->count; i++)
		if (date_compare(field->items[i]->date, newest) == 0)
			field->items[kept++] = field->items[i];
	field->count = kept;
}

/* Narrows the field rule by rule and returns the rule that decided. */
static enum selection_reason decide(struct arena *arena, const struct chooser *chooser, const struct selection *s,
                                    struct field *field)
{
	if (field->count == 1)
		return SELECTED_ONLY;
	const struct pin *pin = pin_of(chooser, s);
	if (pin) {
		size_t before = field->count;
		keep_pinned(field, pin);
		if (field->count < before && all_agree(field))
			return SELECTED_PIN;
	}
	if (all_agree(field))
		return SELECTED_ONLY;
	keep_trusted(chooser, field);
	if (all_agree(field))
		return SELECTED_TRUST;
	keep_independent(field);
	if (all_agree(field))
		return SELECTED_INDEPENDENT;
	keep_agreed(arena, field);
	if (all_agree(field))
		return SELECTED_AGREED;
	keep_newest(field);
	return all_agree(field) ? SELECTED_NEWEST : SELECTED_OPEN;
}

/* What is in the running, in file order: the points of each source's series that no later one replaces. */
static struct field field_of(struct arena *arena, const struct selection *s)
{
	struct series_list list = series_of(arena, s->all, s->n_all);
	struct field field = { .items = arena_alloc(arena, s->n_all, sizeof *field.items) };
	for (size_t i = 0; i < list.count; i++)
		for (size_t k = 0; k < list.items[i].count; k++)
			if (!series_is_past(&list.items[i], k))
				field.items[field.count++] = list.items[i].points[k];
	if (field.count > 1)
		qsort(field.items, field.count, sizeof *field.items, compare_entries);
	return field;
}

static void choose(struct arena *arena, const struct chooser *chooser, struct selection *s)
{
	s->reason = SELECTED_NONE;
	if (s->n_all == 1) { /* as most are: nothing to weigh */
		bool runs = s->all[0]->status == STATUS_OK || s->all[0]->status == STATUS_ESTIMATED;
		s->chosen = runs ? s->all[0] : NULL;
		s->reason = runs ? SELECTED_ONLY : SELECTED_NONE;
		return;
	}
	struct field field = field_of(arena, s);
	if (!field.count)
		return;
	s->rivals = arena_alloc(arena, field.count, sizeof *s->rivals);
	size_t n_rivals = field.count;
	for (size_t i = 0; i < field.count; i++)
		s->rivals[i] = field.items[i];
	s->reason = decide(arena, chooser, s, &field);
	if (s->reason != SELECTED_OPEN)
		s->chosen = finest(chooser, &field);
	for (size_t i = 0; i < n_rivals; i++)
		if (!s->chosen || !quantity_agrees(s->rivals[i]->value, s->chosen->value))
			s->rivals[s->n_rivals++] = s->rivals[i];
}

static bool is_about(const struct dataset *d, size_t i, const struct benchmark *benchmark)
{
	return measurement_variant(d, i) && (!benchmark || measurement_benchmark(d, i) == benchmark);
}

/* ---- cells ---- */

static size_t variant_number(const struct dataset *d, size_t i)
{
	return measurement_variant(d, i)->index;
}

static size_t benchmark_number(const struct dataset *d, size_t i)
{
	return measurement_benchmark(d, i)->index;
}

/* Sorts measurements by a number below most; those of one number stay in their order. */
static void sort_by(struct arena *arena, const struct dataset *d, uint32_t *order, size_t count,
                    size_t (*number)(const struct dataset *d, size_t i), size_t most)
{
	bool sorted = true;
	for (size_t i = 1; i < count && sorted; i++)
		sorted = number(d, order[i - 1]) <= number(d, order[i]);
	if (sorted)
		return;
	struct arena *scratch = arena_new_below(arena);
	uint32_t *ends = arena_alloc(scratch, most + 1, sizeof *ends),
		 *moved = arena_alloc(scratch, count, sizeof *moved);
	for (size_t i = 0; i < count; i++)
		ends[number(d, order[i]) + 1]++;
	for (size_t i = 1; i <= most; i++)
		ends[i] += ends[i - 1];
	for (size_t i = 0; i < count; i++)
		moved[ends[number(d, order[i])]++] = order[i];
	for (size_t i = 0; i < count; i++)
		order[i] = moved[i];
	arena_free(scratch);
}

static bool same_cell(const struct dataset *d, size_t i, size_t k)
{
	return measurement_variant(d, i) == measurement_variant(d, k) &&
	       measurement_benchmark(d, i) == measurement_benchmark(d, k);
}

/* The measurement at a place of the order. */
static size_t at_place(const struct cells *cells, size_t place)
{
	return cells->order ? cells->order[place] : place;
}

static bool begins_cell(const struct cells *cells, size_t place)
{
	return !place || !same_cell(cells->dataset, at_place(cells, place - 1), at_place(cells, place));
}

/* Where each cell starts, if any has several measurements. */
static void part_cells(struct arena *arena, struct cells *cells, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		n += begins_cell(cells, i);
	cells->count = n;
	if (n == count)
		return;
	uint32_t *first = arena_alloc(arena, n + 1, sizeof *first);
	n = 0;
	for (size_t i = 0; i < count; i++)
		if (begins_cell(cells, i))
			first[n++] = (uint32_t)i;
	first[n] = (uint32_t)count;
	cells->first = first;
}

/* True if all measurements are about this benchmark and in the order of their variants. */
static bool lie_in_order(const struct dataset *d, const struct benchmark *benchmark)
{
	for (size_t i = 0; i < d->n_measurements; i++)
		if (!is_about(d, i, benchmark) || (i && variant_number(d, i - 1) > variant_number(d, i)))
			return false;
	return true;
}

static const uint32_t *order_of(struct arena *arena, const struct dataset *d, const struct benchmark *benchmark,
                                size_t count)
{
	uint32_t *order = arena_alloc(arena, count, sizeof *order);
	count = 0;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (is_about(d, i, benchmark))
			order[count++] = (uint32_t)i;
	sort_by(arena, d, order, count, variant_number, d->n_variants);
	if (!benchmark)
		sort_by(arena, d, order, count, benchmark_number, d->n_benchmarks);
	return order;
}

const struct cells *cells_of(struct arena *arena, const struct dataset *d, const struct benchmark *benchmark)
{
	struct cells *cells = arena_alloc(arena, 1, sizeof *cells);
	size_t count = 0;
	*cells = (struct cells){ .dataset = d, .chooser = chooser_of(arena, d) };
	for (size_t i = 0; i < d->n_measurements; i++)
		count += is_about(d, i, benchmark);
	if (!benchmark || !lie_in_order(d, benchmark))
		cells->order = order_of(arena, d, benchmark, count);
	part_cells(arena, cells, count);
	return cells;
}

size_t cells_count(const struct cells *cells)
{
	return cells->count;
}

static size_t first_of(const struct cells *cells, size_t i)
{
	return cells->first ? cells->first[i] : i;
}

/* The first cell of the benchmark with this number, or of one after it. */
static size_t first_cell(const struct cells *cells, size_t benchmark)
{
	size_t low = 0;
	for (size_t high = cells->count; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (benchmark_number(cells->dataset, at_place(cells, first_of(cells, middle))) < benchmark)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct cells *cells_part(struct arena *arena, const struct cells *all, const struct benchmark *benchmark)
{
	struct cells *part = arena_alloc(arena, 1, sizeof *part);
	size_t first = first_cell(all, benchmark->index);
	*part = *all;
	part->count = first_cell(all, benchmark->index + 1) - first;
	if (all->first)
		part->first = all->first + first;
	else
		part->order = all->order + first;
	return part;
}

const struct variant *cells_variant(const struct cells *cells, size_t i)
{
	return measurement_variant(cells->dataset, at_place(cells, first_of(cells, i)));
}

size_t cells_find(const struct cells *cells, const struct variant *variant, const struct benchmark *benchmark)
{
	size_t low = 0;
	for (size_t high = cells->count; low < high;) {
		size_t middle = low + (high - low) / 2, at = at_place(cells, first_of(cells, middle));
		if (compare_cells(measurement_benchmark(cells->dataset, at), measurement_variant(cells->dataset, at),
		                  benchmark, variant) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < cells->count && cells_variant(cells, low) == variant &&
	             measurement_benchmark(cells->dataset, at_place(cells, first_of(cells, low))) == benchmark;
	return found ? low : cells->count;
}

size_t cells_only(const struct cells *cells, size_t i)
{
	size_t first = first_of(cells, i);
	return first_of(cells, i + 1) == first + 1 ? at_place(cells, first) : SIZE_MAX;
}

/* all: room for its measurements. */
static void fill(struct arena *arena, const struct cells *cells, size_t i, struct selection *s,
                 const struct measurement **all)
{
	size_t first = first_of(cells, i), n = first_of(cells, i + 1) - first;
	struct measurement *views = arena_alloc(arena, n, sizeof *views);
	for (size_t k = 0; k < n; k++) {
		measurement_get(arena, cells->dataset, at_place(cells, first + k), &views[k]);
		all[k] = &views[k];
	}
	*s = (struct selection){ .variant = views->variant, .benchmark = views->benchmark, .all = all, .n_all = n };
	choose(arena, &cells->chooser, s);
}

const struct selection *cells_choose(struct arena *arena, const struct cells *cells, size_t i)
{
	struct selection *s = arena_alloc(arena, 1, sizeof *s);
	fill(arena, cells, i, s,
	     arena_alloc(arena, first_of(cells, i + 1) - first_of(cells, i), sizeof(struct measurement *)));
	return s;
}

struct selections selections_of(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark)
{
	struct arena *scratch = arena_new_below(arena);
	const struct cells *cells = cells_of(scratch, dataset, benchmark);
	struct selection *items = arena_alloc(arena, cells->count, sizeof *items);
	const struct selection **list = arena_alloc(arena, cells->count, sizeof *list);
	const struct measurement **all = arena_alloc(arena, first_of(cells, cells->count), sizeof *all);
	struct selections selections = { list, cells->count };
	for (size_t i = 0; i < cells->count; i++) {
		fill(arena, cells, i, &items[i], &all[first_of(cells, i)]);
		list[i] = &items[i];
	}
	arena_free(scratch);
	return selections;
}

static int compare_variant(const void *key, const void *item)
{
	return compare_index(*(const uint32_t *)key, (*(const struct selection *const *)item)->variant->index);
}

size_t selections_find(const struct selections *s, const struct variant *variant)
{
	const struct selection *const *found =
		s->count ? bsearch(&variant->index, s->items, s->count, sizeof *s->items, compare_variant) : NULL;
	return found ? (size_t)(found - s->items) : s->count;
}

size_t selection_measured(const struct selection *s, enum measured by)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_all; i++)
		n += s->all[i]->value.text && s->all[i]->measured == by;
	return n;
}

bool selection_is_claim(const struct selection *s)
{
	bool claim = s->chosen && s->chosen->measured == MEASURED_FIRST_PARTY;
	for (size_t i = 0; i < s->n_all && s->chosen && s->chosen->measured == MEASURED_UNKNOWN; i++)
		claim |= s->all[i]->measured == MEASURED_FIRST_PARTY && s->all[i]->value.text &&
		         quantity_agrees(s->all[i]->value, s->chosen->value);
	for (size_t i = 0; i < s->n_rivals && s->reason == SELECTED_OPEN; i++)
		claim |= s->rivals[i]->measured == MEASURED_FIRST_PARTY;
	return claim;
}

const char *selection_reason_words(enum selection_reason reason)
{
	switch (reason) {
	case SELECTED_ONLY:
		return "the only value";
	case SELECTED_PIN:
		return "pinned by the dataset";
	case SELECTED_TRUST:
		return "from the most trusted source";
	case SELECTED_INDEPENDENT:
		return "measured by a third party";
	case SELECTED_AGREED:
		return "most sources agree";
	case SELECTED_NEWEST:
		return "the newest";
	case SELECTED_OPEN:
		return "undecided";
	case SELECTED_NONE:
		return "not known";
	}
	return "";
}

void selection_report_open(const struct selection *selection, struct diags *diags)
{
	enum { TOLD_MAX = 32 }; /* more would bury the message */
	struct arena *scratch = arena_new_below(diags_arena(diags));
	struct strbuf values = strbuf_new(scratch);
	const struct source *source = NULL;
	bool several = false;
	for (size_t i = 0; i < selection->n_rivals; i++) {
		const struct measurement *m = selection->rivals[i];
		if (i < TOLD_MAX)
			strbuf_addf(&values, "%s%s (%s)", i ? ", " : "", m->value.text,
			            m->source ? m->source->id : "no source");
		if (!source)
			source = m->source;
		several |= m->source != selection->rivals[0]->source;
	}
	if (selection->n_rivals > TOLD_MAX)
		strbuf_addf(&values, " and %zu more", selection->n_rivals - TOLD_MAX);
	const char *hint = arena_printf(scratch, "add pins: [{model: %s, benchmark: %s, source: %s, note: why}]",
	                                variant_ref(scratch, selection->variant), selection->benchmark->id,
	                                source ? source->id : "the source that counts");
	if (!several) /* no pin tells them apart */
		hint = "keep one, or tell them apart: by source, date or who measured it";
	diag_add(diags, DIAG_ERROR, selection->n_rivals ? measurement_where(selection->rivals[0]) : place_file(NULL),
	         hint, "nothing decides which value of %s on %s counts: %s",
	         variant_full_name(scratch, selection->variant), selection->benchmark->name, values.s);
	arena_free(scratch);
}
