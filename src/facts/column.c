#include "facts/column.h"

#include "base/arena.h"
#include "data/narrow.h"
#include "facts/print.h"

struct facts *facts_unclaimed(struct facts *facts)
{
	facts->beyond = facts->running;
	if (facts->unclaimed)
		return facts->unclaimed;
	struct facts *part = arena_alloc(facts->arena, 1, sizeof *part);
	*part = (struct facts){ .arena = facts->arena,
		                .dataset = dataset_without_claims(facts->arena, facts->dataset),
		                .language = facts->language };
	part->columns = arena_alloc(facts->arena, facts->dataset->n_benchmarks, sizeof(*part->columns));
	return facts->unclaimed = part;
}

struct column *column_of(struct facts *facts, const struct benchmark *benchmark)
{
	struct column **at = &facts->columns[benchmark->index];
	if (!*at) {
		struct column *column = arena_alloc(facts->arena, 1, sizeof *column);
		column->arena = facts->arena;
		column->benchmark = benchmark;
		column->selections = selections_of(facts->arena, facts->dataset, benchmark);
		column->used = arena_alloc(facts->arena, column->selections.count, sizeof *column->used);
		*at = column;
	}
	(*at)->asked_by = facts->running;
	return *at;
}

size_t column_position(const struct column *column, const struct variant *variant)
{
	return selections_find(&column->selections, variant);
}

const struct selection *column_selection(const struct column *column, const struct variant *variant)
{
	size_t i = column_position(column, variant);
	return i < column->selections.count ? column->selections.items[i] : NULL;
}

struct column *column_instead(struct arena *arena, const struct column *column, const struct measurement *value)
{
	size_t count = column->selections.count, at = column_position(column, value->variant);
	struct column *other = arena_alloc(arena, 1, sizeof *other);
	const struct selection **items = arena_alloc(arena, count, sizeof *items);
	struct selection *changed = arena_alloc(arena, 1, sizeof *changed);
	for (size_t i = 0; i < count; i++)
		items[i] = column->selections.items[i];
	*changed = *items[at];
	changed->chosen = value;
	changed->reason = SELECTED_PIN;
	items[at] = changed;
	*other = (struct column){ .arena = arena, .benchmark = column->benchmark, .selections = { items, count } };
	other->used = arena_alloc(arena, count, sizeof *other->used);
	return other;
}

const struct standing *column_standing(struct facts *facts, struct column *column)
{
	if (column->asked)
		return column->standing;
	column->asked = true;
	column->standing = standing_among(column->arena, facts->dataset, column->benchmark, &column->selections);
	column->rows = arena_alloc(column->arena, column->selections.count, sizeof *column->rows);
	for (size_t i = 0; column->standing && i < column->standing->count; i++) {
		size_t at = column_position(column, column->standing->rows[i].variant);
		if (at < column->selections.count)
			column->rows[at] = i;
	}
	return column->standing;
}

const struct standing_row *column_row(const struct column *column, const struct variant *variant)
{
	return &column->standing->rows[column->rows[column_position(column, variant)]];
}

int column_compare(const struct column *column, double a, double b)
{
	bool lower = column->benchmark->direction == DIRECTION_LOWER;
	return a == b ? 0 : (lower ? a < b : a > b) ? 1 : -1;
}

static struct fact_use *find_use(const struct evaluation *e, const struct measurement *m)
{
	for (size_t i = 0; i < e->n_uses; i++)
		if (e->uses[i].chosen->index == m->index)
			return &e->uses[i];
	return NULL;
}

static void keep_use(struct evaluation *e, const struct measurement *m, bool rival)
{
	e->uses = arena_grow(e->arena, e->uses, &e->uses_room, e->n_uses, sizeof *e->uses);
	e->uses[e->n_uses++] =
		(struct fact_use){ m->variant, m->benchmark, m, print_value(e->arena, e->facts->language, m), rival };
}

static void use(struct evaluation *e, const struct column *column, const struct variant *variant, bool rival)
{
	size_t at = column_position(column, variant);
	const struct measurement *chosen = column->selections.items[at]->chosen;
	bool first = column->used[at] != e->number;
	struct fact_use *known = !first || e->publishes ? find_use(e, chosen) : NULL;
	column->used[at] = e->number;
	if (!known)
		keep_use(e, chosen, rival);
	else if (!rival)
		known->rival = false;
}

void column_use(struct evaluation *e, const struct column *column, const struct variant *variant)
{
	use(e, column, variant, false);
}

void column_use_rival(struct evaluation *e, const struct column *column, const struct variant *variant)
{
	use(e, column, variant, true);
}

void column_use_published(struct evaluation *e, const struct measurement *published)
{
	e->publishes = true;
	if (!find_use(e, published))
		keep_use(e, published, false);
}
