#include "facts/standing.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMALS_USUAL = 4, DECIMALS_MAX = 9 };

/* A row with what else sorting and ranking need. Values are negated where lower is better. */
struct runner {
	struct standing_row row;
	double value, above, below; /* half-widths at 95 % towards better and worse rows */
	double printed;             /* steps of the last printed digit */
	const char *name;           /* folded */
};

/* The bound that a standard normal variable stays within, on both sides, at a probability of level/100: by bisection on
 * erf. */
static double quantile(double level)
{
	double low = 0, high = 10;
	for (int i = 0; i < 80; i++) {
		double middle = (low + high) / 2;
		if (erf(middle / sqrt(2)) * 100 < level)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

static void fill(struct arena *scratch, struct runner *runner, const struct benchmark *benchmark)
{
	struct standing_row *row = &runner->row;
	const struct measurement *m = row->chosen;
	runner->name = dataset_fold(scratch, variant_full_name(scratch, row->variant));
	if (!m)
		return;
	row->value = m->value.number;
	row->claimed = m->measured == MEASURED_FIRST_PARTY;
	row->estimated = m->status == STATUS_ESTIMATED;
	bool lower = benchmark->better == BETTER_LOWER;
	runner->value = lower ? -row->value : row->value;
	if (!m->has_interval)
		return;
	double scale = m->level == 95 ? 1 : quantile(95) / quantile(m->level);
	double up = (m->high - row->value) * scale, down = (row->value - m->low) * scale;
	row->low = row->value - down;
	row->high = row->value + up;
	row->half = (up + down) / 2;
	runner->above = lower ? down : up;
	runner->below = lower ? up : down;
}

static int compare_runners(const void *a, const void *b)
{
	const struct runner *x = a, *y = b;
	if (!x->row.chosen != !y->row.chosen)
		return x->row.chosen ? -1 : 1;
	if (x->value != y->value)
		return x->value > y->value ? -1 : 1;
	int order = strcmp(x->name, y->name);
	if (order)
		return order;
	return x->row.variant->index < y->row.variant->index ? -1 : x->row.variant->index > y->row.variant->index;
}

/* One word for all values: the one that most are written with, none if some are written in full. */
static int common_magnitude(const struct runner *runners, size_t count)
{
	size_t counts[4] = { 0 }, best = 0;
	for (size_t i = 0; i < count; i++)
		if (runners[i].row.chosen && runners[i].row.value != 0)
			counts[runners[i].row.chosen->value.magnitude / 3]++;
	if (counts[0])
		return 0;
	for (size_t i = 1; i < 4; i++)
		if (counts[i] > counts[best])
			best = i;
	return (int)best * 3;
}

/* The decimal places that keep what was published, when written with the common word. */
static int decimals_at(struct quantity q, int magnitude)
{
	int decimals = q.decimals - q.magnitude + magnitude;
	while (decimals > q.decimals && quantity_steps(q.number, decimals - magnitude) ==
	                                        10 * quantity_steps(q.number, decimals - magnitude - 1))
		decimals--; /* zeros that only the larger word adds: 500k is 0.5M */
	return decimals;
}

static void choose_digits(struct standing *standing, const struct runner *runners, size_t count)
{
	standing->magnitude = common_magnitude(runners, count);
	int most = DECIMALS_USUAL;
	for (size_t i = 0; i < count; i++) { /* the smallest value keeps two significant digits */
		double size = runners[i].row.chosen ? fabs(runners[i].row.value) / pow(10, standing->magnitude) : 0;
		int needed = size > 0 ? 1 - (int)floor(log10(size)) : 0;
		most = needed > most ? (needed < DECIMALS_MAX ? needed : DECIMALS_MAX) : most;
	}
	for (size_t i = 0; i < count; i++) {
		if (!runners[i].row.chosen)
			continue;
		int decimals = decimals_at(runners[i].row.chosen->value, standing->magnitude);
		if (decimals > standing->decimals)
			standing->decimals = decimals < most ? decimals : most;
	}
}

/* True if better is ahead of worse despite the noise. */
static bool clearly_better(const struct runner *better, const struct runner *worse)
{
	if (better->below == 0 && worse->above == 0)
		return better->value > worse->value && better->printed != worse->printed;
	double lead = better->value - worse->value;
	double joint = better->below * better->below + worse->above * worse->above;
	return lead > 0 && lead * lead >= joint * (1 - 1e-12);
}

/* How many of sorted[0..end) lead value by at least lead. */
static size_t leaders(struct runner *const *sorted, size_t end, double value, double lead)
{
	size_t low = 0;
	for (size_t high = end; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (sorted[middle]->value - value >= lead)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What prints alike shares the better rank, and no row with a wide interval ranks ahead of one with a better value: to
 * a reader who sees only the printed list, it must look sorted. */
static void level(struct runner *const *sorted, size_t count)
{
	int before = 1;
	for (size_t i = 0, j; i < count; i = j) {
		int best = sorted[i]->row.rank;
		for (j = i + 1; j < count && sorted[j]->printed == sorted[i]->printed; j++)
			best = sorted[j]->row.rank < best ? sorted[j]->row.rank : best;
		before = best > before ? best : before;
		for (size_t k = i; k < j; k++)
			sorted[k]->row.rank = before;
	}
}

/* sorted: the runners that are ranked, best first. Only those ahead by less than the widest interval are compared one
 * by one. */
static void rank(struct arena *scratch, struct runner *const *sorted, size_t count, double step)
{
	double widest = 0;
	size_t *sharing = arena_alloc(scratch, count + 2, sizeof *sharing);
	for (size_t i = 0; i < count; i++)
		if (sorted[i]->below > widest)
			widest = sorted[i]->below;
	for (size_t i = 0, alike = 0; i < count; i++) {
		struct runner *r = sorted[i];
		if (i && sorted[i - 1]->printed != r->printed)
			alike = i;                  /* the first that prints as this one does */
		if (widest == 0 && r->above == 0) { /* no noise: what prints better is better, all at once */
			r->row.rank = (int)alike + 1;
			continue;
		}
		double sure = hypot(widest, r->above);
		if (sure < 2 * step)
			sure = 2 * step; /* certainly prints differently */
		size_t j = leaders(sorted, i, r->value, sure), ahead = j;
		for (; j < i && sorted[j]->value > r->value; j++)
			ahead += clearly_better(sorted[j], r);
		r->row.rank = (int)ahead + 1;
	}
	level(sorted, count);
	for (size_t i = 0; i < count; i++)
		sharing[sorted[i]->row.rank]++;
	for (size_t i = 0; i < count; i++)
		sorted[i]->row.tied = sharing[sorted[i]->row.rank] > 1;
}

static void count_rows(struct standing *standing, const struct runner *runners, size_t count)
{
	size_t unsaid = 0;
	standing->count = count;
	for (size_t i = 0; i < count; i++) {
		const struct measurement *m = runners[i].row.chosen;
		standing->n_present += m != NULL;
		standing->n_claimed += runners[i].row.claimed;
		unsaid += m && m->measured == MEASURED_UNKNOWN;
	}
	standing->all_claimed = standing->n_present && standing->n_claimed == standing->n_present;
	standing->none_says_who = standing->n_present && unsaid == standing->n_present;
}

static void rank_all(struct arena *scratch, struct standing *standing, struct runner *runners)
{
	struct runner **ranked = arena_alloc(scratch, standing->count, sizeof *ranked);
	for (size_t i = 0; i < standing->count; i++) {
		struct runner *r = &runners[i];
		r->printed = quantity_steps(r->row.value, standing->decimals - standing->magnitude);
		if (r->row.chosen && (!r->row.claimed || standing->all_claimed))
			ranked[standing->n_ranked++] = r;
	}
	rank(scratch, ranked, standing->n_ranked, pow(10, standing->magnitude - standing->decimals));
}

/* The models that nobody measured on it. */
static void list_absent(struct arena *arena, struct arena *scratch, struct standing *standing, const struct dataset *d,
                        const struct selections *selections)
{
	bool *measured = arena_alloc(scratch, d->n_models, sizeof *measured);
	size_t room = 0;
	for (size_t i = 0; i < selections->count; i++)
		measured[selections->items[i]->variant->model->index] = true;
	for (size_t i = 0; i < d->n_models; i++) {
		if (measured[i])
			continue;
		standing->absent =
			arena_grow(arena, standing->absent, &room, standing->n_absent, sizeof *standing->absent);
		standing->absent[standing->n_absent++] = d->models[i]->variants[0];
	}
}

/* A runner for each variant that was asked for, or for each one with a measurement. */
static struct runner *enter(struct arena *scratch, const struct dataset *d, const struct selections *selections,
                            const struct variant *const *only, size_t n_only, size_t *count)
{
	struct runner *runners = arena_alloc(scratch, only ? n_only : selections->count, sizeof *runners);
	const struct selection **by_variant = arena_alloc(scratch, d->n_variants, sizeof *by_variant);
	bool *entered = arena_alloc(scratch, d->n_variants, sizeof *entered);
	for (size_t i = 0; i < selections->count; i++)
		by_variant[selections->items[i]->variant->index] = selections->items[i];
	*count = 0;
	for (size_t i = 0; i < (only ? n_only : selections->count); i++) {
		const struct variant *variant = only ? only[i] : selections->items[i]->variant;
		const struct selection *selection = by_variant[variant->index];
		if (entered[variant->index])
			continue;
		entered[variant->index] = true;
		runners[(*count)++].row = (struct standing_row){ .variant = variant,
			                                         .selection = selection,
			                                         .chosen = selection ? selection->chosen : NULL };
	}
	return runners;
}

static bool check(const struct runner *runners, size_t count, const struct benchmark *benchmark, bool may_be_empty,
                  struct diags *diags)
{
	size_t present = 0;
	bool open = false;
	for (size_t i = 0; i < count; i++) {
		const struct selection *selection = runners[i].row.selection;
		present += runners[i].row.chosen != NULL;
		if (selection && selection->reason == SELECTED_OPEN) {
			selection_report_open(selection, diags);
			open = true;
		}
	}
	if (!present && !open && !may_be_empty)
		diag_add(diags, DIAG_ERROR, benchmark->place, "choose another benchmark, or other models",
		         "there is no value to show on %s", benchmark->name);
	return (present || may_be_empty) && !open;
}

static const struct standing *make(struct arena *arena, const struct dataset *dataset,
                                   const struct benchmark *benchmark, const struct variant *const *only, size_t n_only,
                                   bool may_be_empty, struct diags *diags)
{
	struct selections selections = selections_of(arena, dataset, benchmark);
	struct arena *scratch = arena_new_below(arena);
	struct standing *standing = NULL;
	size_t count;
	struct runner *runners = enter(scratch, dataset, &selections, only, n_only, &count);
	if (check(runners, count, benchmark, may_be_empty, diags)) {
		standing = arena_alloc(arena, 1, sizeof *standing);
		standing->benchmark = benchmark;
		for (size_t i = 0; i < count; i++)
			fill(scratch, &runners[i], benchmark);
		qsort(runners, count, sizeof *runners, compare_runners);
		count_rows(standing, runners, count);
		choose_digits(standing, runners, count);
		rank_all(scratch, standing, runners);
		standing->rows = arena_alloc(arena, count, sizeof *standing->rows);
		for (size_t i = 0; i < count; i++)
			standing->rows[i] = runners[i].row;
		if (!only)
			list_absent(arena, scratch, standing, dataset, &selections);
	}
	arena_free(scratch);
	return standing;
}

const struct standing *standing_of(struct arena *arena, const struct dataset *dataset,
                                   const struct benchmark *benchmark, const struct variant *const *only, size_t n_only,
                                   struct diags *diags)
{
	return make(arena, dataset, benchmark, only, n_only, false, diags);
}

const struct standing *standing_or_empty(struct arena *arena, const struct dataset *dataset,
                                         const struct benchmark *benchmark, const struct variant *const *only,
                                         size_t n_only, struct diags *diags)
{
	return make(arena, dataset, benchmark, only, n_only, true, diags);
}
