#include "chart/subject.h"

#include "base/arena.h"

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
