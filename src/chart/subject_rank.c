#include "chart/subject.h"

#include "base/arena.h"

static const char *rank_of(const struct subject *f, const struct standing_row *row)
{
	return !row->rank ? "–" : arena_printf(f->arena, row->tied ? "=%d" : "%d", row->rank);
}

void subject_print_ranks(struct subject *f, struct rows_table *t)
{
	f->ranked = subject_directed(f);
	if (!f->ranked)
		return;
	struct rows_label *labels = arena_alloc(f->arena, t->n_rows + 1, sizeof *labels);
	for (size_t i = 0; i < t->n_rows; i++) {
		if (!subject_shows(f, i))
			continue;
		labels[i] = t->labels[i];
		labels[i].rank = rank_of(f, grid_cell(f->grid, i, 0));
	}
	t->labels = labels;
}
