#include "facts/standing.h"

#include "base/arena.h"
#include "base/sort.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "facts/withheld.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A ranked row with what else ranking needs where noise is known. */
struct runner {
	struct standing_row *row;
	double value;   /* the larger the better */
	double printed; /* what the printed number means */
};

struct making { /* of a standing */
	struct arena *arena, *scratch;
	const struct dataset *dataset;
	struct standing *standing;
	struct standing_interval *intervals; /* standing->intervals while they are added */
	size_t n_intervals, intervals_room;
	size_t magnitudes[4]; /* how many values are written with a word of each */
	bool open;            /* of some variant nothing decides which value counts; told to diags */
	struct diags *diags;
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

/* ---- rows ---- */

static uint32_t add_interval(struct making *m, const struct measurement *chosen)
{
	double scale = chosen->level == 95 ? 1 : quantile(95) / quantile(chosen->level), value = chosen->value.number;
	double up = (chosen->high - value) * scale, down = (value - chosen->low) * scale;
	m->intervals = arena_grow(m->arena, m->intervals, &m->intervals_room, m->n_intervals, sizeof *m->intervals);
	m->intervals[m->n_intervals++] = (struct standing_interval){ value - down, value + up, (up + down) / 2 };
	return (uint32_t)m->n_intervals;
}

/* The digits are those that it was written with, until all are known: places in the magnitude that is the power. */
static void take_chosen(struct making *m, struct standing_row *row, const struct measurement *chosen)
{
	row->present = true;
	row->value = chosen->value.number;
	row->claimed = chosen->measured == MEASURED_FIRST_PARTY;
	row->estimated = chosen->status == STATUS_ESTIMATED;
	row->digits.places = (int16_t)chosen->value.decimals;
	row->digits.power = (int16_t)chosen->value.magnitude;
	if (chosen->has_interval)
		row->interval = add_interval(m, chosen);
	if (row->value != 0)
		m->magnitudes[chosen->value.magnitude / 3]++;
}

static void take_selection(struct making *m, struct standing_row *row, const struct selection *selection)
{
	for (size_t i = 0; i < selection->n_all; i++)
		row->unknown_zero |= selection->all[i]->status == STATUS_UNKNOWN_ZERO;
	if (selection->reason == SELECTED_OPEN) {
		selection_report_open(selection, m->diags);
		m->open = true;
	}
	if (!selection->chosen)
		return;
	take_chosen(m, row, selection->chosen);
	row->checked = row->claimed && selection_measured(selection, MEASURED_THIRD_PARTY);
	row->disputed = selection->n_rivals > 0;
}

/* Most cells hold one measurement, and nothing has to be chosen. */
static void take_cell(struct making *m, struct standing_row *row, size_t cell)
{
	enum { MOST = 1 << 20 };
	const struct cells *cells = m->standing->cells;
	size_t only = cells_only(cells, cell);
	struct measurement one;
	if (only == SIZE_MAX) {
		if (arena_used(m->scratch) > MOST)
			arena_empty(m->scratch);
		take_selection(m, row, cells_choose(m->scratch, cells, cell));
		return;
	}
	measurement_glance(m->dataset, only, &one);
	row->unknown_zero = one.status == STATUS_UNKNOWN_ZERO;
	if (one.status == STATUS_OK || one.status == STATUS_ESTIMATED)
		take_chosen(m, row, &one);
}

static void add_row(struct making *m, const struct variant *variant, size_t at)
{
	struct standing *s = m->standing;
	struct standing_row *row = &s->rows[s->count++];
	row->variant = variant;
	row->withheld = s->withheld && s->withheld[variant->index];
	if (s->selections && at < s->selections->count)
		take_selection(m, row, s->selections->items[at]);
	else if (s->cells && at < cells_count(s->cells))
		take_cell(m, row, at);
	s->n_present += row->present;
	s->n_claimed += row->claimed;
}

/* Each variant that was asked for, or each one with a measurement; once. */
static void enter(struct making *m, const struct variant *const *only, size_t n_only)
{
	struct standing *s = m->standing;
	size_t n = only ? n_only : s->cells ? cells_count(s->cells) : s->selections->count;
	bool *entered = arena_alloc(m->arena, m->dataset->n_variants, sizeof *entered);
	s->rows = arena_alloc(m->arena, n, sizeof *s->rows);
	for (size_t i = 0; i < n; i++) {
		const struct variant *variant = only       ? only[i]
		                                : s->cells ? cells_variant(s->cells, i)
		                                           : s->selections->items[i]->variant;
		if (!entered[variant->index])
			add_row(m, variant, only ? cells_find(s->cells, variant, s->benchmark) : i);
		if (!only && !entered[variant->index] && s->rows[s->count - 1].withheld &&
		    !s->rows[s->count - 1].present)
			s->count--; /* it is not missing: it is not shown */
		entered[variant->index] = true;
	}
	s->entered = entered;
	s->intervals = m->intervals;
	s->all_claimed = s->n_present && s->n_claimed == s->n_present;
}

/* ---- their order ---- */

/* Rows are sorted by numbers: by their values, equal ones by four bytes of their names, which stand in their ranks
 * until these are known, and what is still equal by eight more bytes of the names at a time. */
struct order {
	enum { BY_VALUE, BY_HINT, BY_NAME } by;
	bool lower;
	size_t skip; /* bytes of the names that are known to be equal */
};

static uint64_t key_of(const struct order *order, const struct standing_row *row)
{
	if (order->by != BY_VALUE)
		return order->by == BY_HINT ? (uint32_t)row->rank : variant_name_key(row->variant, order->skip);
	double value = order->lower ? row->value : -row->value;
	uint64_t bits, sign = (uint64_t)1 << 63;
	value += 0.0; /* -0 is 0 */
	memcpy(&bits, &value, sizeof bits);
	return !row->present ? UINT64_MAX : bits & sign ? ~bits : bits | sign;
}

/* Moves the rows to where their items stand, each along its circle. */
static void move_rows(struct standing_row *rows, struct sort_item *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct standing_row row = rows[i];
		size_t to = i;
		for (size_t from; (from = items[to].at) != i; to = from) {
			rows[to] = rows[from];
			items[to].at = (uint32_t)to;
		}
		rows[to] = row;
		items[to].at = (uint32_t)to;
	}
}

static int by_name(const void *a, const void *b)
{
	const struct standing_row *x = a, *y = b;
	int order = variant_compare_names(x->variant, y->variant);
	if (order)
		return order;
	return x->variant->index < y->variant->index ? -1 : x->variant->index > y->variant->index;
}

enum { STEP = 8, SKIP_MOST = 64 }; /* bytes of names that are looked at at once; before names are compared whole */

/* How those are sorted whose key is equal in this order. */
static struct order next_order(struct order order, uint64_t key)
{
	bool ended = order.by == BY_NAME && (key & 0xff) == 0;
	order.skip = order.by != BY_NAME ? order.skip : ended ? SIZE_MAX : order.skip + STEP;
	order.by = order.by == BY_VALUE ? BY_HINT : BY_NAME;
	return order;
}

static void sort_rows(struct arena *arena, struct standing_row *rows, size_t n, struct order order)
{
	if (order.skip > SKIP_MOST && order.by == BY_NAME) {
		qsort(rows, n, sizeof *rows, by_name);
		return;
	}
	struct arena *scratch = arena_new_below(arena);
	struct sort_item *items = arena_alloc(scratch, n, sizeof *items);
	for (size_t i = 0; i < n; i++)
		items[i] = (struct sort_item){ key_of(&order, &rows[i]), (uint32_t)i };
	sort_items(items, n);
	move_rows(rows, items, n);
	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && items[end].key == items[i].key; end++)
			;
		if (end - i > 1)
			sort_rows(arena, &rows[i], end - i, next_order(order, items[i].key));
	}
	arena_free(scratch);
}

/* How many bytes all names begin with alike, as far as it matters. */
static size_t common_bytes(const struct standing *s)
{
	uint64_t differ = 0;
	size_t skip = 0;
	for (; s->count && skip < SKIP_MOST; skip += STEP) {
		uint64_t first = variant_name_key(s->rows[0].variant, skip);
		for (size_t i = 1; i < s->count; i++)
			differ |= variant_name_key(s->rows[i].variant, skip) ^ first;
		if (differ || (first & 0xff) == 0)
			break;
	}
	for (; differ && !(differ >> (8 * STEP - 8)); differ <<= 8)
		skip++;
	return skip;
}

/* Best first, ties by name. Names are read once in the order in which they lie in memory, and then only of those that
 * four bytes do not tell apart. */
static void sort(struct making *m)
{
	struct standing *s = m->standing;
	size_t common = common_bytes(s);
	struct order order = { .by = BY_VALUE, .lower = s->benchmark->direction == DIRECTION_LOWER, .skip = common };
	for (size_t i = 0; i < s->count; i++)
		s->rows[i].rank = (int32_t)(variant_name_key(s->rows[i].variant, common) >> 32);
	sort_rows(m->scratch, s->rows, s->count, order);
	for (size_t i = 0; i < s->count; i++)
		s->rows[i].rank = 0;
}

/* ---- their digits ---- */

/* One word for all values: the one that most are written with, none if some are written in full. */
static int common_magnitude(const size_t counts[4])
{
	size_t best = 0;
	if (counts[0])
		return 0;
	for (size_t i = 1; i < 4; i++)
		if (counts[i] > counts[best])
			best = i;
	return (int)best * 3;
}

/* The one rule of SI scaling: where every value is a thousand of its unit or more, all are printed in the next larger
 * unit of which that holds (1,250 ms as 1.25 seconds). Zeros have no size. */
static int larger_unit(const struct standing *s)
{
	double least = HUGE_VAL;
	int power = 0;
	for (size_t i = 0; i < s->n_present; i++)
		least = s->rows[i].value != 0 ? fmin(least, fabs(s->rows[i].value)) : least;
	for (int p = 3; p <= 9 && isfinite(least) && least >= pow(10, p); p += 3)
		power = unit_larger(s->benchmark->unit, p) ? p : power;
	return power;
}

static bool same_digits(struct digits a, struct digits b)
{
	return a.places == b.places && a.power == b.power && a.rounded == b.rounded;
}

static void round_all(struct arena *scratch, struct standing *s)
{
	double *values = arena_alloc(scratch, s->n_present, sizeof *values);
	struct digits *digits = arena_alloc(scratch, s->n_present, sizeof *digits);
	for (size_t i = 0; i < s->n_present; i++) {
		values[i] = s->rows[i].value;
		digits[i] = s->rows[i].digits;
	}
	digits_round(values, digits, s->n_present, s->benchmark->unit, s->magnitude);
	for (size_t i = 0; i < s->n_present; i++)
		s->rows[i].digits = digits[i];
}

/* How each value is printed. Rows are in order: equal ones follow each other. */
static void choose_digits(struct making *m)
{
	struct standing *s = m->standing;
	struct digits written = { 0 }, given = { 0 };
	double largest = 0;
	int finest = INT16_MIN;
	s->magnitude = common_magnitude(m->magnitudes);
	if (!s->magnitude)
		s->magnitude = larger_unit(s);
	for (size_t i = 0; i < s->n_present; i++) {
		struct standing_row *row = &s->rows[i];
		struct quantity q = { .number = row->value,
			              .decimals = row->digits.places,
			              .magnitude = row->digits.power };
		if (!i || row->value != row[-1].value || !same_digits(row->digits, written)) {
			written = row->digits;
			given = digits_given(&q, s->magnitude);
		}
		row->digits = given;
		largest = fmax(largest, fabs(row->value));
		finest = given.places > finest ? given.places : finest;
	}
	if (!digits_stay(largest, finest, s->magnitude, s->benchmark->unit))
		round_all(m->scratch, s);
}

static double meant(const struct standing *s, const struct standing_row *row)
{
	struct number_style style = { .magnitude = s->magnitude };
	return number_meant(row->value, digits_style(style, row->digits));
}

/* ---- their ranks ---- */

/* The 95 % half-width of a row towards better or worse rows. */
static double facing(const struct standing *standing, const struct standing_row *row, bool better)
{
	const struct standing_interval *interval = standing_interval(standing, row);
	bool up = (standing->benchmark->direction != DIRECTION_LOWER) == better;
	return !row->interval ? 0 : up ? interval->high - row->value : row->value - interval->low;
}

double standing_noise(const struct standing *standing, const struct standing_row *better,
                      const struct standing_row *worse)
{
	return hypot(facing(standing, better, false), facing(standing, worse, true));
}

bool standing_ahead(const struct standing *standing, const struct standing_row *better,
                    const struct standing_row *worse)
{
	static const double slip = 1e-12; /* of computing */
	double lead = better->value - worse->value, noise;
	double below = facing(standing, better, false), above = facing(standing, worse, true);
	if (standing->benchmark->direction == DIRECTION_LOWER)
		lead = -lead;
	if (lead > below + above && below + above > 0) /* most are: no root is drawn of them */
		return true;
	noise = hypot(below, above);
	if (noise == 0)
		return lead > 0 && meant(standing, better) != meant(standing, worse);
	return lead > 0 && lead >= noise * (1 - slip);
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

/* sorted: the runners that are ranked, best first. Only those ahead by less than the widest interval are compared one
 * by one. */
static void rank(struct arena *scratch, const struct standing *standing, struct runner *const *sorted, size_t count)
{
	size_t *sharing = arena_alloc(scratch, count + 2, sizeof *sharing);
	for (size_t i = 0, alike = 0; i < count; i++) {
		struct standing_row *row = sorted[i]->row;
		double above = facing(standing, row, true);
		if (i && sorted[i - 1]->printed != sorted[i]->printed)
			alike = i;                          /* the first that prints as this one does */
		if (standing->deepest == 0 && above == 0) { /* no noise: what prints better is better, all at once */
			row->rank = (int)alike + 1;
			continue;
		}
		size_t j = leaders(sorted, i, sorted[i]->value, hypot(standing->deepest, above)), ahead = j;
		for (; j < i && sorted[j]->value > sorted[i]->value; j++)
			ahead += standing_ahead(standing, sorted[j]->row, row);
		row->rank = (int)ahead + 1;
	}
	for (size_t i = 0; i < count; i++)
		sharing[sorted[i]->row->rank]++;
	for (size_t i = 0; i < count; i++)
		sorted[i]->row->tied = sharing[sorted[i]->row->rank] > 1;
}

static bool is_ranked(const struct standing *s, const struct standing_row *row)
{
	return row->present && (!row->claimed || s->all_claimed);
}

static void rank_noisy(struct arena *scratch, struct standing *s)
{
	struct runner *runners = arena_alloc(scratch, s->n_present, sizeof *runners),
		      **ranked = arena_alloc(scratch, s->n_present, sizeof *ranked);
	bool lower = s->benchmark->direction == DIRECTION_LOWER;
	size_t n = 0;
	for (size_t i = 0; i < s->n_present; i++) {
		struct standing_row *row = &s->rows[i];
		if (!is_ranked(s, row))
			continue;
		runners[n] = (struct runner){ row, lower ? -row->value : row->value, meant(s, row) };
		ranked[n] = &runners[n];
		n++;
	}
	for (size_t i = 0; i < n; i++)
		s->widest = fmax(s->widest, facing(s, ranked[i]->row, true));
	for (size_t i = 0; i < n; i++)
		s->deepest = fmax(s->deepest, facing(s, ranked[i]->row, false));
	rank(scratch, s, ranked, n);
}

/* No noise: what prints better is better, all at once. */
static void rank_plain(struct standing *s)
{
	struct standing_row *first = NULL, *before = NULL; /* first: of those that print alike */
	double printed = 0;
	int32_t rank = 0;
	for (size_t i = 0; i < s->n_present; i++) {
		struct standing_row *row = &s->rows[i];
		if (!is_ranked(s, row))
			continue;
		rank++;
		bool same = before && before->value == row->value && same_digits(before->digits, row->digits);
		double own = same ? printed : meant(s, row);
		if (first && own == printed) {
			row->rank = first->rank;
			first->tied = row->tied = true;
		} else {
			row->rank = rank;
			first = row;
		}
		before = row;
		printed = own;
	}
}

static void rank_all(struct making *m)
{
	struct standing *s = m->standing;
	if (s->benchmark->direction == DIRECTION_UNKNOWN)
		return;
	if (m->n_intervals)
		rank_noisy(m->scratch, s);
	else
		rank_plain(s);
	s->level = true;
	for (size_t i = 0; i < s->n_present; i++) {
		bool ranked = is_ranked(s, &s->rows[i]);
		s->n_ranked += ranked;
		s->level &= !ranked || s->rows[i].rank == 1;
	}
	s->level &= s->n_ranked > 1;
}

static bool is_entered(const struct standing *s, const struct model *model)
{
	for (size_t i = 0; i < model->n_variants; i++)
		if (s->entered[model_variant(model, i)->index] ||
		    (s->withheld && s->withheld[model_variant(model, i)->index]))
			return true;
	return false;
}

/* The models that nobody measured on it: those that have no row. */
static void list_absent(struct making *m)
{
	struct standing *s = m->standing;
	const struct dataset *d = m->dataset;
	size_t room = 0;
	for (size_t i = 0; i < d->n_models; i++) {
		if (is_entered(s, dataset_model_at(d, i)) || !dataset_has_model(d, dataset_model_at(d, i)))
			continue;
		s->absent = arena_grow(m->arena, s->absent, &room, s->n_absent, sizeof *s->absent);
		s->absent[s->n_absent++] = model_variant(dataset_model_at(d, i), 0);
	}
}

/* from: has the cells or selections. */
static const struct standing *make(struct arena *arena, const struct dataset *dataset, struct standing from,
                                   const struct variant *const *only, size_t n_only, bool may_be_empty,
                                   struct diags *diags)
{
	struct standing *s = arena_alloc(arena, 1, sizeof *s);
	struct making m = {
		.arena = arena, .scratch = arena_new_below(arena), .dataset = dataset, .standing = s, .diags = diags
	};
	*s = from;
	s->withheld = withheld_on(arena, dataset, s->benchmark);
	enter(&m, only, n_only);
	bool any = s->n_present || may_be_empty;
	if (!any && !m.open)
		diag_add(diags, DIAG_ERROR, s->benchmark->place,
		         arena_printf(arena, "choose another benchmark, or other %s", dataset->said.many),
		         "there is no value to show on %s", s->benchmark->name);
	if (any && !m.open) {
		sort(&m);
		choose_digits(&m);
		rank_all(&m);
		if (!only)
			list_absent(&m);
	}
	arena_free(m.scratch);
	return any && !m.open ? s : NULL;
}

const struct standing *standing_among(struct arena *arena, const struct dataset *dataset,
                                      const struct benchmark *benchmark, const struct selections *selections)
{
	struct standing from = { .benchmark = benchmark, .selections = selections };
	struct arena *scratch = arena_new_below(arena);
	const struct standing *s = make(arena, dataset, from, NULL, 0, true, diags_new(scratch));
	arena_free(scratch);
	return s;
}

struct standing *standing_course(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark,
                                 const struct measurement *const *measurements, size_t n)
{
	struct standing *s = arena_alloc(arena, 1, sizeof *s);
	struct making m = { .arena = arena, .scratch = arena_new_below(arena), .dataset = dataset, .standing = s };
	struct standing_row *rows = arena_alloc(arena, n + 1, sizeof *rows);
	struct sort_item *items = arena_alloc(m.scratch, n + 1, sizeof *items);
	const struct order order = { .by = BY_VALUE, .lower = benchmark->direction == DIRECTION_LOWER };
	*s = (struct standing){ .benchmark = benchmark, .count = n, .n_present = n };
	for (size_t i = 0; i < n; i++) {
		rows[i].variant = measurements[i]->variant;
		take_chosen(&m, &rows[i], measurements[i]);
		s->n_claimed += rows[i].claimed;
		items[i] = (struct sort_item){ key_of(&order, &rows[i]), (uint32_t)i };
	}
	s->intervals = m.intervals;
	s->all_claimed = n && s->n_claimed == n;
	sort_items(items, n);
	s->rows = arena_alloc(m.scratch, n + 1, sizeof *s->rows); /* digits are chosen in the order of the values */
	for (size_t i = 0; i < n; i++)
		s->rows[i] = rows[items[i].at];
	choose_digits(&m);
	for (size_t i = 0; i < n; i++)
		rows[items[i].at] = s->rows[i];
	s->rows = rows;
	arena_free(m.scratch);
	return s;
}

const struct standing *standing_of(struct arena *arena, const struct dataset *dataset,
                                   const struct benchmark *benchmark, const struct variant *const *only, size_t n_only,
                                   struct diags *diags)
{
	struct standing from = { .benchmark = benchmark, .cells = cells_of(arena, dataset, benchmark) };
	return make(arena, dataset, from, only, n_only, false, diags);
}

const struct standing *standing_or_empty(struct arena *arena, const struct dataset *dataset,
                                         const struct benchmark *benchmark, const struct variant *const *only,
                                         size_t n_only, struct diags *diags)
{
	struct standing from = { .benchmark = benchmark, .cells = cells_of(arena, dataset, benchmark) };
	return make(arena, dataset, from, only, n_only, true, diags);
}

const struct standing *standing_out_of(struct arena *arena, const struct dataset *dataset, const struct cells *cells,
                                       const struct benchmark *benchmark, const struct variant *const *only,
                                       size_t n_only, struct diags *diags)
{
	struct standing from = { .benchmark = benchmark, .cells = cells_part(arena, cells, benchmark) };
	return make(arena, dataset, from, only, n_only, true, diags);
}
