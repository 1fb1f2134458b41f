/* Dots: positions on a scale without a meaningful zero, with intervals and what other sources say. */
#include "chart/dots.h"
#include "chart/kinds.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "words/words.h"

static bool others_drawn(const struct subject *f, const struct rows_shown *shown)
{
	for (size_t i = 0; i < shown->n_rows; i++)
		if (grid_cell(f->grid, shown->rows[i], 0)->disputed)
			return true;
	return false;
}

void dots_notes(const struct subject *f, const struct rows_shown *shown, struct notes *notes)
{
	if (others_drawn(f, shown))
		notes_add(notes, SWATCH_TICK, words_get(f->language, WORD_NOTE_OTHER_VALUES));
	notes_add(notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_NO_ZERO));
}

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct subject *f = kind;
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_words(&drawn, words);
	words->alt = shown_alt(&drawn, WORD_ALT_DOTS, WORD_KIND_DOTS);
	dots_notes(f, shown, &notes);
	shown_evidence(&drawn, &notes, words);
}

static void add_others(const struct subject *f, struct rows_cell *cell, const struct standing_row *row)
{
	if (!row->disputed)
		return;
	const struct selection *selection = standing_selection(f->arena, f->grid->columns[0], row);
	double *others = arena_alloc(f->arena, selection->n_rivals, sizeof *others);
	for (size_t i = 0; i < selection->n_rivals; i++)
		others[i] = selection->rivals[i]->value.number;
	cell->others = others;
	cell->n_others = selection->n_rivals;
}

struct rows_table dots_table(struct subject *f)
{
	f->dots = true;
	struct rows_table t = subject_table(f, ROWS_DOTS);
	struct rows_cell *cells = arena_alloc(f->arena, t.n_rows + 1, sizeof *cells);
	for (size_t i = 0; i < t.n_rows; i++) {
		if (!subject_shows(f, i))
			continue;
		cells[i] = t.cells[i];
		add_others(f, &cells[i], grid_cell(f->grid, i, 0));
	}
	t.cells = cells;
	return t;
}

bool chart_dots(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct subject f;
	if (!subject_open(&f, arena, q, diags))
		return false;
	f.whiskers = true;
	f.most_rows = rows_at_most(q);
	struct rows_table t = dots_table(&f);
	subject_print_ranks(&f, &t);
	return rows_layout(arena, q, &t, make_words, &f, pages, diags);
}
