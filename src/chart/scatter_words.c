/* What a scatter says: title, subtitle, notes, alt text. */
#include "chart/scatter.h"

#include "base/arena.h"

/* The first that is at least as good in both and better in one. */
static const struct scatter_dot *better_than(const struct scatter *s, const struct scatter_dot *d)
{
	for (size_t k = 0; k < s->n; k++)
		if (s->dots[k].efficient &&
		    scatter_gain(s, SCATTER_Y, s->dots[k].y->value) >= scatter_gain(s, SCATTER_Y, d->y->value) &&
		    scatter_gain(s, SCATTER_X, s->dots[k].x->value) >= scatter_gain(s, SCATTER_X, d->x->value))
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
	                  phrase_variant(a, d->y->variant), "count", number_count(a, l, others), "n",
	                  number_plain(a, l, others), NULL);
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
	const char *count =
		words_fill(a, l, WORD_TITLE_FRONTIER, "count", words_sentence(a, l, number_count(a, l, efficient)),
	                   "all", number_count(a, l, s->n), "n", number_plain(a, l, efficient), NULL);
	titles[0] = titles[1] = count;
	if (focus)
		titles[0] = focus->efficient ? frontier_title(s, focus, efficient - 1) : beaten_title(s, focus);
	else if (efficient == 1 && s->n > 1 && beats_all(s, only))
		titles[0] =
			words_fill(a, l, WORD_TITLE_FRONTIER_ONE, "name", phrase_variant(a, only->y->variant), NULL);
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

static const char *direction_of(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct benchmark *y = s->f.grid->columns[SCATTER_Y]->benchmark,
			       *x = s->f.grid->columns[SCATTER_X]->benchmark;
	if ((y->better == BETTER_LOWER) == (x->better == BETTER_LOWER))
		return phrase_direction(l, y);
	return words_fill(a, l, WORD_DIRECTIONS, "up", y->better == BETTER_LOWER ? x->brief : y->brief, "down",
	                  y->better == BETTER_LOWER ? y->brief : x->brief, NULL);
}

static void add_notes(const struct scatter *s, struct notes *notes)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	if (s->plot.y.kind == AXIS_LINEAR && s->plot.y.low > 0)
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	if (count_efficient(s) > 1)
		notes_add(notes, SWATCH_NONE, words_get(l, WORD_NOTE_FRONTIER));
	if (s->unnamed)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_LABELLED, "n", number_plain(a, l, s->unnamed), "all",
		                     number_plain(a, l, s->n), NULL));
	if (s->n_missing)
		notes_add(notes, SWATCH_NONE,
		          words_fill(a, l, WORD_NOTE_NOT_BOTH, "names", phrase_variants(a, l, s->missing, s->n_missing),
		                     NULL));
}

void scatter_make_words(struct scatter *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	struct subject_points points = { .cells = arena_alloc(a, 2 * s->n + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, 2 * s->n + 1, sizeof *points.of) };
	for (size_t i = 0; i < s->n; i++) {
		subject_add_point(&points, s->dots[i].y, SCATTER_Y);
		subject_add_point(&points, s->dots[i].x, SCATTER_X);
	}
	s->words = (struct frame_words){ .source = NULL };
	titles(s, s->words.titles);
	if (f->request->title)
		s->words.titles[0] = f->request->title, s->words.titles[1] = NULL;
	const char *y = f->grid->columns[SCATTER_Y]->benchmark->name, *x = f->grid->columns[SCATTER_X]->benchmark->name;
	s->words.heading = words_fill(a, l, WORD_SUB_SCATTER, "y", y, "x", x, NULL);
	s->words.subtitle = arena_printf(a, "%s%s", s->words.heading, phrase_as_of(a, l, f->dataset->date));
	s->words.direction = direction_of(s);
	add_notes(s, &notes);
	subject_points_evidence(f, &points, &notes, &s->words);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}

char *scatter_alt(const struct scatter *s)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	struct strbuf t = strbuf_new(a);
	const struct variant **names = arena_alloc(a, s->n + 1, sizeof *names);
	size_t n = 0;
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, l, WORD_ALT_SCATTER, "y", s->f.grid->columns[SCATTER_Y]->benchmark->brief, "x",
	                       s->f.grid->columns[SCATTER_X]->benchmark->brief, "n", number_plain(a, l, s->n), NULL),
	            phrase_as_of(a, l, s->f.dataset->date));
	for (size_t i = 0; i < s->n; i++)
		if (s->dots[i].efficient)
			names[n++] = s->dots[i].y->variant;
	phrase_alt_add(&t, words_fill(a, l, WORD_ALT_FRONTIER, "names", phrase_variants(a, l, names, n), NULL));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(&t, arena_printf(a, "%s: %s, %s.", phrase_variant(a, s->dots[i].y->variant),
		                                phrase_counted(a, s->dots[i].y, s->f.styles[SCATTER_Y],
		                                               s->f.grid->columns[SCATTER_Y]->benchmark),
		                                phrase_counted(a, s->dots[i].x, s->f.styles[SCATTER_X],
		                                               s->f.grid->columns[SCATTER_X]->benchmark)));
	return t.s;
}
