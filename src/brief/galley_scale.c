/* Two charts side by side are compared whether they are meant to be or not: bars of one kind of benchmark in one unit
 * get one scale, others say that theirs is their own. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"
#include "scene/evidence.h"

#include <math.h>

static const double same_scale = 1.001; /* rule A5 */

/* Of its bars; NULL: it has none, or several scales. */
static const struct scene_scale *scale_of_bars(const struct scene *scene)
{
	const struct scene_scale *s = scene->evidence->scales;
	bool bars = scene->evidence->n_scales == 1 && s->unit && s->per_unit > 0 && !s->positions && !s->logarithmic &&
	            !s->vertical && !s->dated && scene->evidence->n_data;
	return bars ? s : NULL;
}

static bool is_family(const struct benchmark *a, const struct benchmark *b)
{
	return a == b || (a->category && b->category && str_eq(a->category, b->category));
}

static bool are_comparable(const struct block *const charts[2])
{
	const struct chart_request *a = charts[0]->chart.request, *b = charts[1]->chart.request;
	for (size_t i = 0; i < a->n_benchmarks; i++)
		for (size_t k = 0; k < b->n_benchmarks; k++)
			if (!is_family(a->benchmarks[i], b->benchmarks[k]))
				return false;
	return true;
}

/* After its own notes. */
static void add_note(struct galley *g, struct chart_request *request)
{
	struct chart_own *notes = arena_alloc(g->arena, request->n_notes + 1, sizeof *notes);
	for (size_t i = 0; i < request->n_notes; i++)
		notes[i] = request->notes[i];
	notes[request->n_notes++].text = words_get(g->briefing->front->language, WORD_NOTE_OWN_SCALE);
	request->notes = notes;
}

bool galley_share_scale(struct galley *g, const struct block *charts[2], const struct scene *const scenes[2])
{
	const struct scene_scale *a = scale_of_bars(scenes[0]), *b = scale_of_bars(scenes[1]);
	if (!a || !b || a->unit != b->unit ||
	    fmax(a->per_unit, b->per_unit) <= same_scale * fmin(a->per_unit, b->per_unit))
		return false;
	bool shared = are_comparable(charts);
	for (size_t i = 0; i < 2; i++) {
		struct block *block = arena_alloc(g->arena, 1, sizeof *block);
		struct chart_request *request = arena_alloc(g->arena, 1, sizeof *request);
		*block = *charts[i];
		*request = *block->chart.request;
		if (shared)
			request->per_unit_most = fmin(a->per_unit, b->per_unit);
		else if (i)
			add_note(g, request);
		block->chart.request = request;
		charts[i] = block;
	}
	return true;
}
