#include "chart/subject.h"

#include "base/arena.h"
#include "chart/axis.h"
#include "chart/lengths.h"

/* "3"; "=3" of several with one value; "3–5" where noise leaves these places open. */
static const char *rank_of(const struct subject *f, const struct standing_row *row, int last)
{
	if (!row->rank)
		return "–";
	if (last > row->rank)
		return arena_printf(f->arena, "%d–%d", row->rank, last);
	return arena_printf(f->arena, row->tied ? "=%d" : "%d", row->rank);
}

void subject_print_ranks(struct subject *f, struct rows_table *t)
{
	f->ranked = subject_directed(f);
	if (!f->ranked)
		return;
	struct rows_label *labels = arena_alloc(f->arena, t->n_rows + 1, sizeof *labels);
	for (size_t i = 0; i < t->n_rows; i++) {
		const struct standing_row *row = grid_cell(f->grid, i, 0);
		if (!subject_shows(f, i))
			continue;
		labels[i] = t->labels[i];
		labels[i].last = row->present ? standing_last_place(f->grid->columns[0], row) : 0;
		labels[i].rank = rank_of(f, row, labels[i].last);
	}
	t->labels = labels;
}

bool subject_is_unsigned(const struct subject *f, size_t column, const struct standing_row *row)
{
	return row->present && !row->claimed &&
	       standing_chosen(f->arena, f->grid->columns[column], row)->measured == MEASURED_UNKNOWN;
}

bool subject_some_unsigned(const struct subject *f)
{
	size_t present = 0, nameless = 0;
	for (size_t i = 0; i < f->grid->n_rows; i++) {
		const struct standing_row *row = grid_cell(f->grid, i, 0);
		present += subject_shows(f, i) && row->present;
		nameless += subject_shows(f, i) && subject_is_unsigned(f, 0, row);
	}
	return nameless && nameless < present;
}

/* A result that has a rank: no claim is measured by another. */
static bool may_compare(const struct subject *f, size_t row)
{
	const struct standing_row *r = grid_cell(f->grid, row, 0);
	return subject_shows(f, row) && r->present && r->rank && !r->claimed;
}

void subject_tell_multiple(const struct subject *f, struct rows_table *t)
{
	const struct benchmark *b = f->grid->columns[0]->benchmark;
	size_t least = ROWS_NONE, most = ROWS_NONE;
	for (size_t i = 0; i < t->n_rows; i++) {
		if (!may_compare(f, i))
			continue;
		least = least == ROWS_NONE || t->cells[i].value < t->cells[least].value ? i : least;
		most = most == ROWS_NONE || t->cells[i].value > t->cells[most].value ? i : most;
	}
	size_t last = b->direction == DIRECTION_LOWER ? most : least;
	if (least == most || !b->zero || b->direction == DIRECTION_UNKNOWN || grid_cell(f->grid, least, 0)->estimated ||
	    grid_cell(f->grid, most, 0)->estimated)
		return;
	double low = t->cells[least].value, high = t->cells[most].value;
	if (!axis_is_wide(low, high) || high / low > ratio_beyond_titles)
		return;
	struct rows_cell *cell = &t->cells[last];
	const char *times = phrase_times(f->arena, f->language, high / low), *own = cell->remark;
	cell->remark = arena_printf(f->arena, own ? "×\u00a0%s %s" : "×\u00a0%s", times, own);
	cell->multiple = true;
}
