#include "data/columns.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"
#include "data/record_header.h"
#include "data/spread.h"
#include "read/table.h"

#include <string.h>

enum { /* of struct columns.bits, from the lowest */
       STATUS_BITS = 3,
       MEASURED_BITS = 2,
       MAGNITUDE_BITS = 4,
       DECIMALS_BITS = 4,
       MEASURED_AT = STATUS_BITS,
       MAGNITUDE_AT = MEASURED_AT + MEASURED_BITS,
       DECIMALS_AT = MAGNITUDE_AT + MAGNITUDE_BITS,
       STATED_AT = DECIMALS_AT + DECIMALS_BITS,
       VALUED_AT,
       PERCENT_AT,
       WRITTEN_AT, /* the text is in its side table */
       EXTRA_AT,
       NOTE_AT,
};

struct written { /* a value whose text does not follow from its number */
	const char *text;
	int decimals;
};

struct extra { /* an interval, a sample, a spread, candidates */
	const struct spread *spread;
	const struct variant **candidates;
	size_t n_candidates;
	double low, high, level, se;
	long n;
	bool has_interval, has_se, interval_from_se;
};

struct side { /* some measurements, in ascending order, and what they have */
	uint32_t *at;
	void *items;
	size_t count, at_room, items_room;
};

struct run { /* measurements in a row that were read from one file */
	size_t first;
	const struct origin *origin;
};

struct tree_spot {
	const char *file;
	int line, column, value_line, value_column;
};

struct columns {
	struct arena *arena, *own; /* own: of the arrays below, which move to a new one when they grow */
	size_t count, room;
	double *numbers;
	uint32_t *variants, *benchmarks, *sources, *dates, *bits;
	uint32_t *spots; /* a byte of the file, or an index into tree_spots */
	struct side written, extras, notes;
	struct run *runs;
	size_t n_runs, runs_room;
	struct tree_spot *tree_spots;
	size_t n_tree_spots, tree_spots_room;
};

struct columns *columns_new(struct arena *arena)
{
	struct columns *c = arena_alloc(arena, 1, sizeof *c);
	c->arena = arena;
	return c;
}

static void *moved(struct columns *c, const void *items, size_t room, size_t size)
{
	void *fresh = arena_alloc(c->own, room, size);
	if (c->count)
		memcpy(fresh, items, c->count * size);
	return fresh;
}

static void widen(struct columns *c, size_t room)
{
	struct arena *before = c->own;
	c->own = arena_new_below(c->arena);
	c->numbers = moved(c, c->numbers, room, sizeof *c->numbers);
	c->variants = moved(c, c->variants, room, sizeof *c->variants);
	c->benchmarks = moved(c, c->benchmarks, room, sizeof *c->benchmarks);
	c->sources = moved(c, c->sources, room, sizeof *c->sources);
	c->dates = moved(c, c->dates, room, sizeof *c->dates);
	c->bits = moved(c, c->bits, room, sizeof *c->bits);
	c->spots = moved(c, c->spots, room, sizeof *c->spots);
	c->room = room;
	arena_free(before);
}

void columns_reserve(struct columns *c, size_t more)
{
	if (c->count + more > c->room)
		widen(c, c->count + more);
}

/* ---- side tables ---- */

static void *side_add(struct arena *arena, struct side *side, size_t i, size_t size)
{
	side->at = arena_grow(arena, side->at, &side->at_room, side->count, sizeof *side->at);
	side->items = arena_grow(arena, side->items, &side->items_room, side->count, size);
	side->at[side->count] = (uint32_t)i;
	return (char *)side->items + size * side->count++;
}

static const void *side_find(const struct side *side, size_t i, size_t size)
{
	size_t low = 0;
	for (size_t high = side->count; low < high;) {
		size_t middle = low + (high - low) / 2;
		if (side->at[middle] < i)
			low = middle + 1;
		else
			high = middle;
	}
	return (const char *)side->items + size * low;
}

/* ---- where ---- */

static uint32_t put_spot(struct columns *c, const struct spot *spot)
{
	if (!c->n_runs || c->runs[c->n_runs - 1].origin != spot->origin) {
		c->runs = arena_grow(c->arena, c->runs, &c->runs_room, c->n_runs, sizeof *c->runs);
		c->runs[c->n_runs++] = (struct run){ c->count, spot->origin };
	}
	if (spot->origin)
		return (uint32_t)spot->offset;
	c->tree_spots =
		arena_grow(c->arena, c->tree_spots, &c->tree_spots_room, c->n_tree_spots, sizeof *c->tree_spots);
	c->tree_spots[c->n_tree_spots] = (struct tree_spot){ spot->place.file, spot->place.line, spot->place.column,
		                                             spot->value.line, spot->value.column };
	return (uint32_t)c->n_tree_spots++;
}

static const struct origin *origin_of(const struct columns *c, size_t i)
{
	size_t low = 0;
	for (size_t high = c->n_runs; high - low > 1;) {
		size_t middle = low + (high - low) / 2;
		if (c->runs[middle].first <= i)
			low = middle;
		else
			high = middle;
	}
	return c->runs[low].origin;
}

struct place columns_place(const struct columns *c, size_t i)
{
	const struct origin *origin = origin_of(c, i);
	if (origin)
		return lines_place(&origin->lines, c->spots[i]);
	const struct tree_spot *spot = &c->tree_spots[c->spots[i]];
	return (struct place){ spot->file, spot->line, spot->column };
}

struct place columns_value_place(const struct columns *c, size_t i)
{
	const struct origin *origin = origin_of(c, i);
	if (!origin) {
		const struct tree_spot *spot = &c->tree_spots[c->spots[i]];
		return (struct place){ spot->file, spot->value_line, spot->value_column };
	}
	struct arena *scratch = arena_new_below(c->arena);
	const struct value *row = origin_row(scratch, origin, c->spots[i]), *value = NULL;
	for (size_t k = 0; k < row->count && !value; k++)
		if (origin->value ? str_eq(row->keys[k].text, origin->value)
		                  : str_eq(record_header_key(scratch, row->keys[k].text), "value"))
			value = &row->items[k];
	struct place place = value ? value->place : row->place;
	place.file = origin->lines.name;
	arena_free(scratch);
	return place;
}

/* ---- putting ---- */

static uint32_t packed(struct date date)
{
	return (uint32_t)date.year << 9 | (uint32_t)date.month << 5 | (uint32_t)date.day;
}

static bool has_extra(const struct measurement *m)
{
	return m->n_candidates || m->has_interval || m->has_se || m->n || m->spread;
}

static uint32_t bits_of(const struct measurement *m, bool percent)
{
	bool follows = m->value.text && quantity_follows(&m->value);
	uint32_t bits = (uint32_t)m->status | (uint32_t)m->measured << MEASURED_AT |
	                (uint32_t)m->value.magnitude << MAGNITUDE_AT;
	if (follows)
		bits |= (uint32_t)m->value.decimals << DECIMALS_AT;
	bits |= (uint32_t)m->variant_stated << STATED_AT | (uint32_t)percent << PERCENT_AT |
	        (uint32_t)(m->value.text != NULL) << VALUED_AT;
	bits |= (uint32_t)(m->value.text && !follows) << WRITTEN_AT | (uint32_t)has_extra(m) << EXTRA_AT |
	        (uint32_t)(m->note != NULL) << NOTE_AT;
	return bits;
}

static bool is_set(const struct columns *c, size_t i, int bit)
{
	return c->bits[i] >> bit & 1;
}

static void add_sides(struct columns *c, const struct measurement *m, size_t i)
{
	if (is_set(c, i, WRITTEN_AT))
		*(struct written *)side_add(c->arena, &c->written, i, sizeof(struct written)) =
			(struct written){ arena_strdup(c->arena, m->value.text), m->value.decimals };
	if (is_set(c, i, NOTE_AT))
		*(const char **)side_add(c->arena, &c->notes, i, sizeof(char *)) = arena_strdup(c->arena, m->note);
	if (!is_set(c, i, EXTRA_AT))
		return;
	struct extra *extra = side_add(c->arena, &c->extras, i, sizeof *extra);
	*extra = (struct extra){ .n_candidates = m->n_candidates,
		                 .spread = spread_copy(c->arena, m->spread),
		                 .low = m->low,
		                 .high = m->high,
		                 .level = m->level,
		                 .se = m->se,
		                 .n = m->n,
		                 .has_interval = m->has_interval,
		                 .has_se = m->has_se,
		                 .interval_from_se = m->interval_from_se };
	extra->candidates = arena_alloc(c->arena, m->n_candidates, sizeof(*extra->candidates));
	for (size_t k = 0; k < m->n_candidates; k++)
		extra->candidates[k] = m->candidates[k];
}

/* Fresh memory is zeroed, and what is not written to costs none: many files have one benchmark, one source, no dates.
 */
static void put(uint32_t *column, size_t i, uint32_t value)
{
	if (value)
		column[i] = value;
}

void columns_add(struct columns *c, const struct measurement *m, bool percent, const struct spot *spot)
{
	size_t i = c->count;
	if (i == c->room)
		widen(c, c->room ? 2 * c->room : 64);
	c->numbers[i] = m->value.number;
	c->variants[i] = m->variant ? (uint32_t)m->variant->index : COLUMNS_NONE;
	put(c->benchmarks, i, (uint32_t)m->benchmark->index);
	put(c->sources, i, m->source ? (uint32_t)m->source->index : COLUMNS_NONE);
	put(c->dates, i, packed(m->date));
	c->bits[i] = bits_of(m, percent);
	c->spots[i] = put_spot(c, spot);
	add_sides(c, m, i);
	c->count++;
}

/* ---- asking ---- */

size_t columns_count(const struct columns *c)
{
	return c->count;
}

uint32_t columns_variant(const struct columns *c, size_t i)
{
	return c->variants[i];
}

uint32_t columns_benchmark(const struct columns *c, size_t i)
{
	return c->benchmarks[i];
}

uint32_t columns_source(const struct columns *c, size_t i)
{
	return c->sources[i];
}

uint32_t columns_date(const struct columns *c, size_t i)
{
	return c->dates[i];
}

struct date columns_day(const struct columns *c, size_t i)
{
	uint32_t date = c->dates[i];
	return (struct date){ (int)(date >> 9), (int)(date >> 5 & 15), (int)(date & 31) };
}

enum status columns_status(const struct columns *c, size_t i)
{
	return (enum status)(c->bits[i] & ((1u << STATUS_BITS) - 1));
}

enum measured columns_measured(const struct columns *c, size_t i)
{
	return (enum measured)(c->bits[i] >> MEASURED_AT & ((1u << MEASURED_BITS) - 1));
}

bool columns_has_value(const struct columns *c, size_t i)
{
	return is_set(c, i, VALUED_AT);
}

bool columns_percent(const struct columns *c, size_t i)
{
	return is_set(c, i, PERCENT_AT);
}

double columns_number(const struct columns *c, size_t i)
{
	return c->numbers[i];
}

bool columns_stated(const struct columns *c, size_t i)
{
	return is_set(c, i, STATED_AT);
}

static int plain_decimals(const struct columns *c, size_t i)
{
	return (int)(c->bits[i] >> DECIMALS_AT & ((1u << DECIMALS_BITS) - 1));
}

bool columns_plain(const struct columns *c, size_t i, int *decimals)
{
	*decimals = plain_decimals(c, i);
	return !(c->bits[i] & (1u << WRITTEN_AT | 1u << EXTRA_AT | 1u << NOTE_AT));
}

size_t columns_candidates(const struct columns *c, size_t i, const struct variant *const **candidates)
{
	if (!is_set(c, i, EXTRA_AT))
		return 0;
	const struct extra *extra = side_find(&c->extras, i, sizeof *extra);
	*candidates = (const struct variant *const *)extra->candidates;
	return extra->n_candidates;
}

static void get_value(struct arena *arena, const struct columns *c, size_t i, struct quantity *value)
{
	value->number = c->numbers[i];
	if (!is_set(c, i, VALUED_AT))
		return;
	value->magnitude = (int)(c->bits[i] >> MAGNITUDE_AT & ((1u << MAGNITUDE_BITS) - 1));
	if (is_set(c, i, WRITTEN_AT)) {
		const struct written *written = side_find(&c->written, i, sizeof *written);
		value->text = written->text;
		value->decimals = written->decimals;
	} else {
		value->decimals = plain_decimals(c, i);
		value->text = arena ? quantity_text(arena, value->number, value->decimals) : "";
	}
}

static void get_extra(const struct columns *c, size_t i, struct measurement *m)
{
	const struct extra *extra = side_find(&c->extras, i, sizeof *extra);
	m->candidates = extra->candidates;
	m->n_candidates = extra->n_candidates;
	m->has_interval = extra->has_interval;
	m->low = extra->low;
	m->high = extra->high;
	m->level = extra->level;
	m->has_se = extra->has_se;
	m->se = extra->se;
	m->interval_from_se = extra->interval_from_se;
	m->n = extra->n;
	m->spread = extra->spread;
}

void columns_get(struct arena *arena, const struct dataset *d, size_t i, struct measurement *m)
{
	const struct columns *c = d->columns;
	*m = (struct measurement){ .columns = c, .index = i, .level = 95 };
	m->variant = c->variants[i] == COLUMNS_NONE ? NULL : dataset_variant_at(d, c->variants[i]);
	m->variant_stated = is_set(c, i, STATED_AT);
	m->benchmark = d->benchmarks[c->benchmarks[i]];
	m->source = c->sources[i] == COLUMNS_NONE ? NULL : d->sources[c->sources[i]];
	m->status = columns_status(c, i);
	m->measured = columns_measured(c, i);
	m->date = columns_day(c, i);
	get_value(arena, c, i, &m->value);
	if (is_set(c, i, EXTRA_AT))
		get_extra(c, i, m);
	if (is_set(c, i, NOTE_AT))
		m->note = *(const char *const *)side_find(&c->notes, i, sizeof(char *));
}
