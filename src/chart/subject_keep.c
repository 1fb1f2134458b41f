/* Which rows and columns of a subject are shown before any other. */
#include "chart/annotate.h"
#include "chart/subject.h"

#include "base/arena.h"
#include "facts/contest.h"

#include <math.h>

/* The row of the grid that a row of one of its standings is in. */
static size_t row_in(const struct grid *g, const struct standing *s, const struct standing_row *row)
{
	size_t i = !g->rows ? (size_t)(row - s->rows) : 0;
	while (g->rows && grid_variant(g, i) != row->variant)
		i++;
	return i;
}

/* The focus, whoever is annotated, of several benchmarks the first row, then on each benchmark the best, then on each
 * the largest value, whose bar is the longest. */
void subject_find_kept(struct subject *f)
{
	const struct grid *g = f->grid;
	size_t focus = subject_focus_row(f);
	f->keep = arena_alloc(f->arena, 2 * g->n_columns + 2 + CHART_BESIDE + CHART_ANNOTATIONS, sizeof *f->keep);
	if (focus != ROWS_NONE)
		f->keep[f->n_keep++] = focus;
	for (size_t i = 0; i < f->request->n_beside; i++)
		for (size_t r = 0; r < g->n_rows; r++)
			if (grid_variant(g, r) == f->request->beside[i])
				f->keep[f->n_keep++] = r;
	for (size_t i = 0; i < f->request->n_annotations; i++)
		for (size_t r = 0; r < g->n_rows; r++)
			if (grid_variant(g, r) == f->request->annotations[i].model)
				f->keep[f->n_keep++] = r;
	if (g->n_columns > 1)
		f->keep[f->n_keep++] = 0;
	for (int largest = 0; largest < 2; largest++)
		for (size_t c = 0; c < g->n_columns; c++) {
			const struct standing *s = g->columns[c];
			const struct standing_row *row = NULL;
			for (size_t i = 0; i < s->n_present; i++) {
				const struct standing_row *r = &s->rows[i];
				if (largest ? !row || fabs(r->value) > fabs(row->value) : !row && r->rank == 1)
					row = r;
			}
			if (row)
				f->keep[f->n_keep++] = row_in(g, s, row);
		}
}

struct lead subject_lead(const struct subject *f)
{
	const struct grid *all = f->grid;
	struct lead lead = { grid_variant(all, 0), 0, 0 };
	size_t *leads = arena_alloc(f->arena, f->dataset->n_variants + 1, sizeof *leads);
	for (size_t c = 0; c < all->n_columns; c++) {
		const struct standing_row *winner = contest_winner(all->columns[c]);
		if (winner)
			leads[winner->variant->index]++;
	}
	for (size_t i = 0; i < all->n_rows; i++) {
		size_t n = leads[grid_variant(all, i)->index];
		if (n > lead.most)
			lead = (struct lead){ grid_variant(all, i), n, lead.most };
		else if (n > lead.second)
			lead.second = n;
	}
	return lead;
}

const struct variant *subject_counted(const struct subject *f)
{
	struct lead lead = subject_lead(f);
	if (subject_focus_row(f) != ROWS_NONE)
		return f->request->focus;
	return lead.most > lead.second ? lead.who : NULL;
}
