/* The leaderboard: rank, maker, name, bar from zero, value; a dot where the scale has no meaningful zero. No ranks
 * where nobody knows which numbers are better. */
#include "chart/dots.h"
#include "chart/kinds.h"
#include "chart/shown.h"

#include "base/arena.h"
#include "facts/changes.h"
#include "words/words.h"

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	const struct dots *d = kind;
	const struct subject *f = &d->subject;
	struct notes notes = { .arena = f->arena };
	struct shown drawn = shown_of(f, shown);
	shown_words(&drawn, words);
	words->alt = f->ranked ? shown_alt(&drawn, WORD_ALT_LEADERBOARD, WORD_KIND_LEADERBOARD)
	             : f->dots ? shown_alt(&drawn, WORD_ALT_DOTS, WORD_KIND_DOTS)
	                       : shown_alt(&drawn, WORD_ALT_BARS, WORD_KIND_BARS);
	words->logarithmic = f->dots && dots_logarithmic(d, shown);
	if (f->dots)
		dots_notes(d, shown, &notes);
	if (f->request->changes)
		notes_add(&notes, SWATCH_NONE,
		          words_fill(f->arena, f->language,
		                     f->request->since.year ? WORD_NOTE_SINCE : WORD_NOTE_SINCE_UNDATED, "date",
		                     words_date(f->arena, f->language, f->request->since), NULL));
	shown_evidence(&drawn, &notes, words);
}

/* "↑ from 5", "was 50", "new": what is different since the earlier state. Beside ranks among some models or some
 * values, a rank among all would be a wrong one. */
static const char *moved(const struct subject *f, const struct standing_row *row)
{
	const struct benchmark *b = f->grid->columns[0]->benchmark;
	const struct change *c = f->request->changes ? changes_find(f->request->changes, row->variant, b) : NULL;
	if (!c || c->kind == CHANGE_GONE || c->kind == CHANGE_SOURCE)
		return NULL;
	if (f->dataset->with_claims && (row->withheld || (c->before && c->before->claimed)))
		return NULL; /* it speaks of what is left out */
	if (c->kind == CHANGE_NEW)
		return words_get(f->language, WORD_MOVED_NEW);
	bool rank = c->rank_before && c->rank_after && c->rank_before != c->rank_after;
	if (rank && !f->request->n_models && !f->dataset->with_claims)
		return words_fill(f->arena, f->language,
		                  c->rank_after < c->rank_before ? WORD_MOVED_UP : WORD_MOVED_DOWN, "rank",
		                  number_plain(f->arena, f->language, (size_t)c->rank_before), NULL);
	if (c->kind != CHANGE_VALUE)
		return NULL;
	return words_fill(f->arena, f->language, c->revision ? WORD_MOVED_REVISED : WORD_MOVED_VALUE, "value",
	                  phrase_value(f->arena, c->before, f->styles[0], b, false), NULL);
}

static void mark_changes(const struct subject *f, struct rows_table *t)
{
	struct rows_cell *cells = arena_alloc(f->arena, t->n_rows * t->n_columns + 1, sizeof *cells);
	for (size_t i = 0; i < t->n_rows; i++) {
		if (!subject_shows(f, i))
			continue;
		for (size_t c = 0; c < t->n_columns; c++)
			cells[i * t->n_columns + c] = t->cells[i * t->n_columns + c];
		const char *words = moved(f, grid_cell(f->grid, i, 0));
		struct rows_cell *cell = &cells[i * t->n_columns];
		if (words)
			cell->remark = cell->remark ? words_clause(f->arena, f->language, cell->remark, words) : words;
	}
	t->cells = cells;
}

bool chart_leaderboard(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                       struct diags *diags)
{
	struct dots d;
	struct subject *f = &d.subject;
	if (!subject_open(f, arena, q, diags))
		return false;
	f->whiskers = true;
	f->most_rows = rows_at_most(q);
	f->unsigned_marked = subject_some_unsigned(f);
	d.table = f->grid->columns[0]->benchmark->zero ? subject_table(f, ROWS_BARS) : dots_table(f);
	subject_print_ranks(f, &d.table);
	subject_tell_multiple(f, &d.table);
	if (q->changes)
		mark_changes(f, &d.table);
	return (!f->dots || dots_check_log(&d)) && rows_layout(arena, q, &d.table, make_words, &d, pages, diags);
}
