/* The leaderboard: rank, maker, name, bar from zero, value. */
#include "chart/figure.h"

#include "base/arena.h"

static void make_words(void *kind, const struct rows_shown *shown, struct frame_words *words)
{
	struct figure *f = kind;
	struct notes notes = { .arena = f->arena };
	figure_titles(f, words->titles);
	words->heading = phrase_versioned(f->arena, f->grid->columns[0]->benchmark);
	words->subtitle = figure_subtitle(f);
	words->direction = figure_direction(f);
	figure_evidence(f, shown, &notes, words);
}

static const char *rank_of(const struct figure *f, const struct standing_row *row)
{
	return !row->rank ? "–" : arena_printf(f->arena, row->tied ? "=%d" : "%d", row->rank);
}

bool chart_leaderboard(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                       struct diags *diags)
{
	struct figure f;
	if (!figure_one_benchmark(q, "leaderboard", diags) || !figure_has_zero(q->benchmarks[0], diags) ||
	    !figure_open(&f, arena, q, diags))
		return false;
	f.ranked = f.whiskers = true;
	struct rows_table t = figure_table(&f, ROWS_BARS);
	struct rows_label *labels = arena_alloc(arena, t.n_rows + 1, sizeof *labels);
	for (size_t i = 0; i < t.n_rows; i++) {
		labels[i] = t.labels[i];
		labels[i].rank = rank_of(&f, grid_cell(f.grid, i, 0));
	}
	t.labels = labels;
	const char *start = words_fill(arena, f.language, WORD_ALT_LEADERBOARD, "what", figure_what(&f, 0), "n",
	                               number_plain(arena, t.n_rows), NULL);
	return rows_layout(arena, q, &t, make_words, &f, figure_alt(&f, start, WORD_KIND_LEADERBOARD), pages, diags);
}
