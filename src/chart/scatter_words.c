/* What a scatter says: title, subtitle, notes, alt text. */
#include "chart/scatter.h"

#include "base/arena.h"
#include "chart/census.h"
#include "words/words.h"

/* The first on the frontier that dominates d. */
static const struct scatter_dot *better_than(const struct scatter *s, const struct scatter_dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->dots[k].efficient && scatter_dominates(s, &s->dots[k], d))
			return &s->dots[k];
	return d;
}

static bool beats_all(const struct scatter *s, const struct scatter_dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (&s->dots[k] != d &&
		    (scatter_gain(s, SCATTER_Y, s->dots[k].y->value) >= scatter_gain(s, SCATTER_Y, d->y->value) ||
		     scatter_gain(s, SCATTER_X, s->dots[k].x->value) >= scatter_gain(s, SCATTER_X, d->x->value)))
			return false;
	return true;
}

static char *beaten_title(const struct scatter *s, const struct scatter_dot *d)
{
	const struct scatter_dot *rival = better_than(s, d);
	bool both = scatter_gain(s, SCATTER_Y, rival->y->value) > scatter_gain(s, SCATTER_Y, d->y->value) &&
	            scatter_gain(s, SCATTER_X, rival->x->value) > scatter_gain(s, SCATTER_X, d->x->value);
	return words_fill(
		s->f.arena, s->f.language, both ? WORD_TITLE_FRONTIER_BEATEN_BOTH : WORD_TITLE_FRONTIER_BEATEN, "name",
		phrase_variant(s->f.arena, d->y->variant), "rival", phrase_variant(s->f.arena, rival->y->variant), "y",
		words_object(s->f.arena, s->f.language, s->f.grid->columns[SCATTER_Y]->benchmark->brief), "x",
		words_object(s->f.arena, s->f.language, s->f.grid->columns[SCATTER_X]->benchmark->brief), NULL);
}

static size_t count_efficient(const struct scatter *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += s->dots[i].efficient;
	return n;
}

static char *frontier_title(const struct scatter *s, const struct scatter_dot *d, size_t others)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	return words_fill(a, l, others ? WORD_TITLE_FRONTIER_FOCUS : WORD_TITLE_FRONTIER_ALONE, "name",
	                  phrase_variant(a, d->y->variant), "count",
	                  counted_words(s->f.counted, COUNT_OTHER_EFFICIENT, others), "n", number_plain(a, l, others),
	                  NULL);
}

/* Where nobody knows which numbers are better: how many are shown. */
static char *sizes_title(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const char *both[] = { s->f.grid->columns[SCATTER_Y]->benchmark->brief,
		               s->f.grid->columns[SCATTER_X]->benchmark->brief };
	return words_sentence(a, l,
	                      words_fill(a, l, WORD_TITLE_MODELS_ON, "count",
	                                 counted_words(s->f.counted, COUNT_POINTS, s->n), "n", number_plain(a, l, s->n),
	                                 "on", words_list(a, l, both, 2, 2), NULL));
}

static char *count_title(const struct scatter *s, size_t efficient)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const char *all = counted_words(s->f.counted, COUNT_POINTS, s->n);
	if (efficient == s->n)
		return words_fill(a, l, s->n == 2 ? WORD_TITLE_FRONTIER_BOTH : WORD_TITLE_FRONTIER_ALL, "all", all,
		                  NULL);
	return words_fill(a, l, WORD_TITLE_FRONTIER, "count",
	                  words_sentence(a, l, counted_words(s->f.counted, COUNT_EFFICIENT, efficient)), "all", all,
	                  "n", number_plain(a, l, efficient), NULL);
}

static void titles(const struct scatter *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	size_t efficient = count_efficient(s);
	const struct scatter_dot *focus = NULL, *only = NULL;
	for (size_t i = 0; i < s->n; i++) {
		only = s->dots[i].efficient ? &s->dots[i] : only;
		focus = s->dots[i].strong ? &s->dots[i] : focus;
	}
	bool sized = !scatter_directed(s) || s->n == 1;
	titles[0] = titles[1] = sized ? sizes_title(s) : count_title(s, efficient);
	counted_title(s->f.counted, titles[1]);
	if (!sized && focus)
		titles[0] = focus->efficient ? frontier_title(s, focus, efficient - 1) : beaten_title(s, focus);
	else if (!sized && efficient == 1 && beats_all(s, only))
		titles[0] =
			words_fill(a, l, WORD_TITLE_FRONTIER_ONE, "name", phrase_variant(a, only->y->variant), NULL);
	counted_title(s->f.counted, titles[0]);
	titles[2] = NULL;
}

/* "Intelligence Index, points, log scale" */
char *scatter_axis_words(const struct scatter *s, size_t column)
{
	bool logarithmic = (column == SCATTER_Y ? s->plot.y : s->plot.x).kind == AXIS_LOG;
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *b = s->f.grid->columns[column]->benchmark;
	const char *unit = number_unit(a, l, b->unit, s->f.styles[column].magnitude);
	return words_clause(a, l, words_clause(a, l, b->brief, unit),
	                    logarithmic ? words_get(l, WORD_LOG_SCALE) : NULL);
}

/* Of the axis of which it may be known; NULL if it is of neither. */
static const char *one_direction(const struct scatter *s, const struct benchmark *b)
{
	if (b->direction == DIRECTION_UNKNOWN)
		return NULL;
	return words_fill(s->f.arena, s->f.language, b->direction == DIRECTION_LOWER ? WORD_LOWER_ON : WORD_HIGHER_ON,
	                  "on", words_object(s->f.arena, s->f.language, b->brief), NULL);
}

static const char *direction_of(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *y = s->f.grid->columns[SCATTER_Y]->benchmark,
			       *x = s->f.grid->columns[SCATTER_X]->benchmark;
	if (!scatter_directed(s))
		return one_direction(s, y->direction == DIRECTION_UNKNOWN ? x : y);
	if (y->direction == x->direction)
		return words_get(l, y->direction == DIRECTION_LOWER ? WORD_LOWER : WORD_HIGHER);
	return words_fill(a, l, WORD_DIRECTIONS, "up", y->direction == DIRECTION_LOWER ? x->brief : y->brief, "down",
	                  y->direction == DIRECTION_LOWER ? y->brief : x->brief, NULL);
}

static bool has_intervals(const struct scatter *s)
{
	bool any = false;
	for (size_t i = 0; i < s->n; i++)
		any |= s->dots[i].y->interval || s->dots[i].x->interval;
	return any;
}

static void add_notes(const struct scatter *s, struct notes *notes)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	if (s->plot.y.kind == AXIS_LINEAR && s->plot.y.low > 0)
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	if (count_efficient(s) > 1)
		notes_add(notes, SWATCH_NONE,
		          words_get(l, s->banded                ? WORD_NOTE_BAND
		                       : s->f.request->n_models ? WORD_NOTE_FRONTIER_SHOWN
		                                                : WORD_NOTE_FRONTIER));
	if (s->banded && has_intervals(s))
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_BAND_NOISE));
	if (s->banded && (scatter_is_mixed(s, SCATTER_Y) || scatter_is_mixed(s, SCATTER_X)))
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_BAND_CLAIMS));
	if (s->unnamed)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_LABELLED, "n",
		                     counted_digits(s->f.counted, COUNT_UNNAMED, s->unnamed), "all",
		                     counted_digits(s->f.counted, COUNT_POINTS, s->n), NULL));
	if (s->n_missing)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_NOT_BOTH, "names", phrase_variants(a, l, s->missing, s->n_missing),
		                     NULL))
			->says = SAYS_LEFT_OUT;
}

static char *alt_of(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	struct strbuf t = strbuf_new(a);
	const struct variant **names = arena_alloc(a, s->n + 1, sizeof *names);
	size_t n = 0;
	s->f.counted->part = SCENE_ALT;
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, l, WORD_ALT_SCATTER, "y", s->f.grid->columns[SCATTER_Y]->benchmark->brief, "x",
	                       s->f.grid->columns[SCATTER_X]->benchmark->brief, "n",
	                       counted_digits(s->f.counted, COUNT_POINTS, s->n), NULL),
	            phrase_as_of(a, l, s->f.dataset->date));
	subject_alt_selected(&s->f, &t);
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].efficient)
			names[n++] = s->dots[i].y->variant;
	counted_list(s->f.counted, COUNT_EFFICIENT, 0, n);
	if (n)
		phrase_alt_add(&t, words_fill(a, l, WORD_ALT_FRONTIER, "names", phrase_variants(a, l, names, n), NULL));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(&t, arena_printf(a, "%s: %s, %s.", phrase_variant(a, s->dots[i].y->variant),
		                                phrase_counted(a, s->dots[i].y, s->f.styles[SCATTER_Y],
		                                               s->f.grid->columns[SCATTER_Y]->benchmark),
		                                phrase_counted(a, s->dots[i].x, s->f.styles[SCATTER_X],
		                                               s->f.grid->columns[SCATTER_X]->benchmark)));
	return t.s;
}

static void name_hidden(struct scatter *s)
{
	const char **names = arena_alloc(s->f.arena, s->n_missing + 1, sizeof *names);
	for (size_t i = 0; i < s->n_missing; i++)
		names[i] = variant_full_name(s->f.arena, s->missing[i]);
	s->words.models = (struct scene_count){ s->n, s->n };
	s->words.hidden = names;
	s->words.n_hidden = s->n_missing;
}

void scatter_make_words(struct scatter *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	struct subject_points points = { .unprinted = true,
		                         .cells = arena_alloc(a, 2 * s->n + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, 2 * s->n + 1, sizeof *points.of) };
	for (size_t i = 0; i < s->n; i++) {
		subject_add_point(&points, s->dots[i].y, SCATTER_Y);
		subject_add_point(&points, s->dots[i].x, SCATTER_X);
	}
	s->words = (struct frame_words){ .source = NULL };
	counted_restart(f->counted);
	f->counted->part = SCENE_TITLE;
	titles(s, s->words.titles);
	if (f->request->title.text)
		s->words.titles[0] = f->request->title.text, s->words.titles[1] = NULL;
	const char *y = f->grid->columns[SCATTER_Y]->benchmark->name, *x = f->grid->columns[SCATTER_X]->benchmark->name;
	s->words.heading = words_fill(a, l, WORD_SUB_SCATTER, "y", y, "x", x, NULL);
	s->words.subtitle = arena_printf(a, "%s%s", s->words.heading, phrase_as_of(a, l, f->dataset->date));
	s->words.direction = direction_of(s);
	f->counted->part = SCENE_NOTES;
	add_notes(s, &notes);
	subject_points_evidence(f, &points, &notes, &s->words);
	s->words.alt = alt_of(s);
	s->words.census = census_of(f, NULL, 0, NULL, 0, NULL);
	name_hidden(s);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}
