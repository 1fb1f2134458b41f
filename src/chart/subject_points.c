/* Values that are drawn as dots, and what is said of them. */
#include "chart/subject.h"

void subject_add_point(struct subject_points *points, const struct standing_row *cell, size_t column)
{
	points->of[points->n] = column;
	points->cells[points->n++] = cell;
}

void subject_points_evidence(const struct subject *f, const struct subject_points *points, struct notes *notes,
                             struct frame_words *words)
{
	struct evidence e = { .arena = f->arena,
		              .counted = f->counted,
		              .dataset = f->dataset,
		              .language = f->language,
		              .standings = f->grid->columns,
		              .n_standings = f->grid->n_columns,
		              .styles = f->styles,
		              .cells = points->cells,
		              .of = points->of,
		              .n_cells = points->n,
		              .n_drawn = points->n,
		              .whiskers = true,
		              .dots = true,
		              .unprinted = points->unprinted,
		              .selected = subject_is_selection(f),
		              .rows = points->rows,
		              .columns = points->columns,
		              .lines = points->lines,
		              .ends = points->ends,
		              .chosen = points->chosen };
	for (size_t c = 0; c < f->grid->n_columns; c++)
		e.withheld += f->grid->withheld[c];
	evidence_open(&e);
	evidence_notes(&e, notes);
	words->crowd = subject_crowd(f, f->grid, NULL);
	words->notes = notes->items;
	words->n_notes = notes->count;
	words->source = evidence_source(&e);
	words->uses = evidence_uses(&e, &words->n_uses);
}
