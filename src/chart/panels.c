/* Panels: one panel per benchmark, names once, one scale per unit. */
#include "chart/kinds.h"
#include "chart/legend.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "words/words.h"

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct subject *f = kind;
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_grid_words(&drawn, words);
	words->alt = shown_grid_alt(&drawn, WORD_KIND_PANELS);
	if (f->grid->n_columns > 1) /* else makers stand beside the names */
		legend_rows(&drawn, &notes);
	shown_note_bold(&drawn, &notes);
	shown_note_tops(&drawn, &notes);
	shown_evidence(&drawn, &notes, words);
}

/* The best of a panel is bold, whoever it is. */
static void strengthen_leaders(const struct subject *f, struct rows_table *t)
{
	size_t n = t->n_rows * t->n_columns;
	struct rows_cell *cells = arena_alloc(f->arena, n + 1, sizeof *cells);
	for (size_t i = 0; i < n; i++) {
		cells[i] = t->cells[i];
		cells[i].strong = cells[i].rank == 1 && !cells[i].level;
		if (!subject_one_unit(f))
			cells[i].text = cells[i].text_signed ? cells[i].text_signed : cells[i].text;
	}
	t->cells = cells;
}

bool chart_panels(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct subject f;
	if (!subject_open(&f, arena, q, diags))
		return false;
	f.whiskers = true;
	struct rows_table t = subject_table(&f, ROWS_BARS);
	t.spread = t.bold_best = true;
	strengthen_leaders(&f, &t);
	return rows_layout(arena, q, &t, make_words, &f, pages, diags);
}
