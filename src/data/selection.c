#include "data/selection.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/quantity.h"
#include "data/series.h"

#include <stdlib.h>

struct field { /* the measurements of one cell that are still in the running */
	const struct measurement **items;
	size_t count;
};

struct chooser {
	const struct dataset *dataset;
	size_t *trust;           /* by source: place in the trust order, from 1; 0 for none */
	const struct pin **pins; /* by cell */
	size_t *support;         /* scratch for one rule, as long as the longest field */
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

static int compare_measurements(const void *a, const void *b)
{
	const struct measurement *x = *(const struct measurement *const *)a, *y = *(const struct measurement *const *)b;
	int order = compare_cells(x->benchmark, x->variant, y->benchmark, y->variant);
	return order ? order : compare_index(x->index, y->index);
}

static int compare_pins(const void *a, const void *b)
{
	const struct pin *x = *(const struct pin *const *)a, *y = *(const struct pin *const *)b;
	return compare_cells(x->benchmark, x->variant, y->benchmark, y->variant);
}

static struct chooser chooser_of(struct arena *arena, const struct dataset *d, size_t count)
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
	chooser.support = arena_alloc(arena, count, sizeof *chooser.support);
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
static void keep_agreed(const struct chooser *chooser, struct field *field)
{
	size_t most = 0, kept = 0;
	qsort(field->items, field->count, sizeof *field->items, compare_sources);
	for (size_t i = 0; i < field->count; i++) {
		size_t support = 0;
		const struct measurement *last = NULL; /* of the source counted last */
		for (size_t j = 0; j < field->count; j++) {
			const struct measurement *m = field->items[j];
			if ((last && last->source == m->source) || !quantity_agrees(field->items[i]->value, m->value))
				continue;
			last = m;
			support++;
		}
		chooser->support[i] = support;
		if (support > most)
			most = support;
	}
	for (size_t i = 0; i < field->count; i++)
		if (chooser->support[i] == most)
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
static enum selection_reason decide(const struct chooser *chooser, const struct selection *s, struct field *field)
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
	keep_agreed(chooser, field);
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
	s->reason = decide(chooser, s, &field);
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

struct selections selections_of(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark)
{
	size_t count = 0, cells = 0;
	for (size_t i = 0; i < dataset->n_measurements; i++)
		count += is_about(dataset, i, benchmark);
	const struct measurement **all = arena_alloc(arena, count, sizeof *all);
	struct measurement *views = arena_alloc(arena, count, sizeof *views);
	count = 0;
	for (size_t i = 0; i < dataset->n_measurements; i++) {
		if (!is_about(dataset, i, benchmark))
			continue;
		measurement_get(arena, dataset, i, &views[count]);
		all[count] = &views[count];
		count++;
	}
	if (!count)
		return (struct selections){ 0 };
	size_t sorted = 1;
	while (sorted < count && compare_measurements(&all[sorted - 1], &all[sorted]) < 0)
		sorted++;
	if (sorted < count)
		qsort(all, count, sizeof *all, compare_measurements);
	struct chooser chooser = chooser_of(arena, dataset, count);
	struct selection *items = arena_alloc(arena, count, sizeof *items);
	const struct selection **list = arena_alloc(arena, count, sizeof *list);
	for (size_t i = 0; i < count; cells++) {
		struct selection *s = &items[cells];
		*s = (struct selection){ .variant = all[i]->variant, .benchmark = all[i]->benchmark, .all = &all[i] };
		for (; i < count && all[i]->variant == s->variant && all[i]->benchmark == s->benchmark; i++)
			s->n_all++;
		choose(arena, &chooser, s);
		list[cells] = s;
	}
	return (struct selections){ list, cells };
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
	struct arena *scratch = arena_new_below(diags_arena(diags));
	struct strbuf values = strbuf_new(scratch);
	const struct source *source = NULL;
	for (size_t i = 0; i < selection->n_rivals; i++) {
		const struct measurement *m = selection->rivals[i];
		strbuf_addf(&values, "%s%s (%s)", i ? ", " : "", m->value.text,
		            m->source ? m->source->id : "no source");
		if (!source)
			source = m->source;
	}
	const char *hint = arena_printf(scratch, "add pins: [{model: %s, benchmark: %s, source: %s, note: why}]",
	                                variant_ref(scratch, selection->variant), selection->benchmark->id,
	                                source ? source->id : "the source that counts");
	diag_add(diags, DIAG_ERROR, selection->n_rivals ? selection->rivals[0]->place : place_file(NULL), hint,
	         "nothing decides which value of %s on %s counts: %s", variant_full_name(scratch, selection->variant),
	         selection->benchmark->name, values.s);
	arena_free(scratch);
}
