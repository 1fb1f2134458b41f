#include "facts/column.h"

#include "base/arena.h"
#include "facts/print.h"

#include <stdlib.h>

struct column *column_of(struct facts *facts, const struct benchmark *benchmark)
{
	struct column **at = &facts->columns[benchmark->index];
	if (!*at) {
		struct column *column = arena_alloc(facts->arena, 1, sizeof *column);
		column->benchmark = benchmark;
		column->selections = selections_of(facts->arena, facts->dataset, benchmark);
		column->used = arena_alloc(facts->arena, column->selections.count, sizeof *column->used);
		*at = column;
	}
	return *at;
}

static int compare_index(const void *key, const void *item)
{
	size_t a = *(const size_t *)key, b = (*(const struct selection *const *)item)->variant->index;
	return a < b ? -1 : a > b;
}

/* The variant's index among the selections; their count if it has none. */
static size_t position(const struct column *column, const struct variant *variant)
{
	const struct selections *s = &column->selections;
	const struct selection *const *found =
		s->count ? bsearch(&variant->index, s->items, s->count, sizeof(*s->items), compare_index) : NULL;
	return found ? (size_t)(found - s->items) : s->count;
}

const struct selection *column_selection(const struct column *column, const struct variant *variant)
{
	size_t i = position(column, variant);
	return i < column->selections.count ? column->selections.items[i] : NULL;
}

const struct standing *column_standing(struct facts *facts, struct column *column)
{
	if (column->asked)
		return column->standing;
	struct arena *scratch = arena_new_below(facts->arena);
	column->asked = true;
	column->standing = standing_or_empty(facts->arena, facts->dataset, column->benchmark, NULL, 0,
	                                     diags_new(scratch)); /* whoever asks reports an open choice */
	arena_free(scratch);
	column->rows = arena_alloc(facts->arena, column->selections.count, sizeof *column->rows);
	for (size_t i = 0; column->standing && i < column->standing->count; i++) {
		size_t at = position(column, column->standing->rows[i].variant);
		if (at < column->selections.count)
			column->rows[at] = i;
	}
	return column->standing;
}

const struct standing_row *column_row(const struct column *column, const struct variant *variant)
{
	return &column->standing->rows[column->rows[position(column, variant)]];
}

int column_compare(const struct column *column, double a, double b)
{
	bool lower = column->benchmark->better == BETTER_LOWER;
	return a == b ? 0 : (lower ? a < b : a > b) ? 1 : -1;
}

const struct standing_row *column_winner(const struct standing *standing)
{
	const struct standing_row *rows = standing->rows;
	if (!standing->n_present || (rows[0].rank == 1 && rows[0].tied))
		return NULL;
	return standing->n_present > 1 && rows[0].value == rows[1].value ? NULL : &rows[0];
}

static struct fact_use *find_use(const struct evaluation *e, const struct column *column, const struct variant *variant)
{
	size_t i = 0;
	while (e->uses[i].variant != variant || e->uses[i].benchmark != column->benchmark)
		i++;
	return &e->uses[i];
}

static void use(struct evaluation *e, const struct column *column, const struct variant *variant, bool rival)
{
	size_t at = position(column, variant);
	const struct selection *selection = column->selections.items[at];
	if (column->used[at] == e->facts->evaluations) {
		if (!rival)
			find_use(e, column, variant)->rival = false;
		return;
	}
	column->used[at] = e->facts->evaluations;
	e->uses = arena_grow(e->arena, e->uses, &e->uses_room, e->n_uses, sizeof *e->uses);
	e->uses[e->n_uses++] = (struct fact_use){ variant, column->benchmark, selection->chosen,
		                                  print_value(e->arena, e->facts->language, selection->chosen), rival };
}

void column_use(struct evaluation *e, const struct column *column, const struct variant *variant)
{
	use(e, column, variant, false);
}

void column_use_rival(struct evaluation *e, const struct column *column, const struct variant *variant)
{
	use(e, column, variant, true);
}
