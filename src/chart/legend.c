#include "chart/legend.h"

#include "base/arena.h"
#include "data/dataset.h"
#include "facts/grid.h"
#include "style/look.h"
#include "words/words.h"

static struct frame_note *told(struct notes *notes, const char *maker, struct color color)
{
	struct frame_note *note = notes_add(notes, SWATCH_COLOR, maker);
	note->color = color;
	return note;
}

void legend_makers(const struct subject *f, const struct variant *const *models, size_t n, struct notes *notes)
{
	const struct palette *p = &f->look->palette;
	size_t of[LOOK_SERIES_MAX + 1] = { 0 }, others = p->n_series, most = 0;
	if (f->look->color != LOOK_COLOR_MAKER || f->dataset->n_organisations == 0)
		return;
	for (size_t i = 0; i < n; i++) {
		const struct organisation *maker = models[i]->model->own->organisation;
		size_t color = maker && maker->index < others ? maker->index : others;
		most = ++of[color] > most ? of[color] : most;
	}
	for (size_t i = 0; i < others && most > 1; i++)
		if (of[i])
			told(notes, f->dataset->organisations[i]->name, p->series[i])->says = SAYS_QUOTED;
	if (of[others] && most > 1)
		told(notes, words_get(f->language, WORD_NOTE_OTHER_MAKERS), p->muted);
}

void legend_rows(const struct shown *shown, struct notes *notes)
{
	const struct grid *g = shown->grid;
	const struct variant **models = arena_alloc(shown->subject->arena, g->n_rows + 1, sizeof *models);
	for (size_t i = 0; i < g->n_rows; i++)
		models[i] = grid_variant(g, i);
	legend_makers(shown->subject, models, g->n_rows, notes);
}
