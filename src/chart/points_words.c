/* What scatter and timeline say alike: axes, notes, alt text. */
#include "chart/points.h"

#include "base/arena.h"
#include "chart/census.h"
#include "chart/legend.h"
#include "chart/reference.h"
#include "words/words.h"

size_t points_count_efficient(const struct points *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += s->dots[i].efficient;
	return n;
}

/* "Intelligence Index, points, log scale" */
char *points_axis_words(const struct points *s, size_t column)
{
	bool logarithmic = (column == POINTS_Y ? s->plot.y : s->plot.x).kind == AXIS_LOG;
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *b = s->columns[column]->benchmark;
	if (column == POINTS_X && s->dated)
		return arena_strdup(a, b->brief);
	const char *unit = number_unit(a, l, b->unit, s->styles[column].magnitude);
	if (s->dated && (column == POINTS_Y ? s->plot.y : s->plot.x).seconds > 0)
		unit = NULL; /* each tick has its own, and the subtitle says it */
	return words_clause(a, l, unit ? words_clause(a, l, b->brief, unit) : arena_strdup(a, b->brief),
	                    logarithmic ? words_get(l, WORD_LOG_SCALE) : NULL);
}

static bool has_intervals(const struct points *s)
{
	bool any = false;
	for (size_t i = 0; i < s->n; i++)
		any |= s->dots[i].y->interval || s->dots[i].x->interval;
	return any;
}

static void add_notes(const struct points *s, struct notes *notes)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct variant **models = arena_alloc(a, s->n + 1, sizeof *models);
	for (size_t i = 0; i < s->n; i++)
		models[i] = s->dots[i].y->variant;
	legend_makers(&s->f, models, s->n, notes);
	if (s->plot.y.kind == AXIS_LINEAR && s->plot.y.low > 0)
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	if (points_count_efficient(s) > 1)
		notes_add_convention(notes, SWATCH_NONE,
		                     words_get(l, s->banded                ? s->voice->band
		                                  : s->f.request->selected ? s->voice->line_shown
		                                                           : s->voice->line));
	if (s->banded && !s->dated && has_intervals(s))
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_BAND_NOISE));
	if (s->banded && !s->dated && (points_is_mixed(s, POINTS_Y) || points_is_mixed(s, POINTS_X)))
		notes_add_convention(notes, SWATCH_NONE, words_get(l, WORD_NOTE_BAND_CLAIMS));
	if (s->unnamed)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_LABELLED, "n",
		                     counted_digits(s->f.counted, COUNT_UNNAMED, s->unnamed), "all",
		                     counted_digits(s->f.counted, COUNT_POINTS, s->n), NULL));
	if (s->n_shared)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_ONE_PLACE, "names", phrase_variants(a, l, s->shared, s->n_shared),
		                     NULL));
	reference_notes(s->f.request, s->styles[POINTS_Y], notes);
	if (s->voice->notes)
		s->voice->notes(s, notes);
	if (s->n_missing)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, s->voice->left_out, "names", phrase_variants(a, l, s->missing, s->n_missing),
		                     NULL))
			->says = SAYS_LEFT_OUT;
}

static char *alt_of(const struct points *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	struct strbuf t = strbuf_new(a);
	const struct variant **names = arena_alloc(a, s->n + 1, sizeof *names);
	size_t n = 0;
	s->f.counted->part = SCENE_ALT;
	strbuf_addf(&t, "%s%s.", s->voice->alt(s), phrase_as_of(a, l, s->f.dataset->date));
	subject_alt_selected(&s->f, &t);
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].efficient)
			names[n++] = s->dots[i].y->variant;
	counted_list(s->f.counted, COUNT_EFFICIENT, 0, n);
	if (n)
		phrase_alt_add(&t, words_fill(a, l, s->voice->on_line, "names", phrase_variants(a, l, names, n), NULL));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(&t, arena_printf(a, "%s: %s, %s.", phrase_variant(a, s->dots[i].y->variant),
		                                phrase_counted(a, s->dots[i].y, s->styles[POINTS_Y],
		                                               s->columns[POINTS_Y]->benchmark),
		                                s->voice->across(s, s->dots[i].x)));
	return t.s;
}

static void name_hidden(struct points *s)
{
	const char **names = arena_alloc(s->f.arena, s->n_missing + 1, sizeof *names);
	for (size_t i = 0; i < s->n_missing; i++)
		names[i] = variant_full_name(s->f.arena, s->missing[i]);
	s->words.models = (struct scene_count){ s->n, s->n };
	s->words.hidden = names;
	s->words.n_hidden = s->n_missing;
}

void points_make_words(struct points *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	struct subject_points points = { .unprinted = true,
		                         .cells = arena_alloc(a, 2 * s->n + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, 2 * s->n + 1, sizeof *points.of) };
	for (size_t i = 0; i < s->n; i++) {
		subject_add_point(&points, s->dots[i].y, POINTS_Y);
		if (!s->dated)
			subject_add_point(&points, s->dots[i].x, POINTS_X);
	}
	s->words = (struct frame_words){ .source = NULL };
	counted_restart(f->counted);
	f->counted->part = SCENE_TITLE;
	s->voice->titles(s, s->words.titles);
	if (f->request->title.text)
		s->words.titles[0] = f->request->title.text, s->words.titles[1] = NULL;
	s->words.heading = s->voice->heading(s);
	s->words.subtitle = arena_printf(a, "%s%s", s->words.heading, phrase_as_of(a, l, f->dataset->date));
	s->words.direction = s->voice->direction(s);
	f->counted->part = SCENE_NOTES;
	add_notes(s, &notes);
	subject_points_evidence(f, &points, &notes, &s->words);
	s->words.alt = alt_of(s);
	s->words.census = census_of(f, NULL, 0, NULL, 0, NULL);
	name_hidden(s);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}
