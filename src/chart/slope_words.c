/* What a slope says: title, subtitle, notes, alt text. */
#include "chart/slope.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>

static double shown_change(const struct slope *s, const struct slope_line *l)
{
	return number_shown(l->ends[SLOPE_TO]->value, s->style) - number_shown(l->ends[SLOPE_FROM]->value, s->style);
}

void slope_count_changes(struct slope *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct standing_row *from = s->lines[i].ends[SLOPE_FROM], *to = s->lines[i].ends[SLOPE_TO];
		double change = shown_change(s, &s->lines[i]);
		bool clear = fabs(to->value - from->value) >= hypot(from->half, to->half);
		s->up += change > 0 && clear;
		s->down += change < 0 && clear;
	}
}

/* A phrase that names both ends and nothing else. */
static char *from_to(const struct slope *s, enum word word)
{
	return words_fill(s->f.arena, s->f.language, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO],
	                  NULL);
}

static void titles(const struct slope *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct slope_line *first = &s->lines[0];
	double change = shown_change(s, first);
	titles[0] = titles[1] = titles[2] = NULL;
	if (s->known == 1) {
		enum word word = change > 0 ? WORD_TITLE_ROSE : change < 0 ? WORD_TITLE_FELL : WORD_TITLE_UNCHANGED;
		titles[0] = words_fill(
			a, l, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO], "name", first->name,
			"change", number_gap(a, fabs(change) * pow(10, s->style.magnitude), s->style, s->scale->unit),
			NULL);
		titles[1] = from_to(s, WORD_SUB_SLOPE);
		return;
	}
	enum word word = s->up == s->known     ? (s->of_models ? WORD_TITLE_ALL_HIGHER_ON : WORD_TITLE_ROSE_MANY)
	                 : s->down == s->known ? (s->of_models ? WORD_TITLE_ALL_LOWER_ON : WORD_TITLE_FELL_MANY)
	                 : s->of_models        ? WORD_TITLE_SOME_HIGHER_ON
	                                       : WORD_TITLE_MIXED_MANY;
	titles[0] = words_sentence(a, l,
	                           words_fill(a, l, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO],
	                                      "count", number_count(a, l, s->known), "up", number_count(a, l, s->up),
	                                      "n", number_plain(a, l, s->up), NULL));
	titles[1] = from_to(s, WORD_SUB_SLOPE);
}

static void list_note(struct slope *s, struct notes *notes, enum word word, const char **names, size_t n)
{
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(s->f.arena, s->f.language, word, "names",
		                     words_list(s->f.arena, s->f.language, names, n, PHRASE_NAMES), NULL));
}

static const char *direction_of(const struct slope *s)
{
	size_t lower = 0;
	for (size_t i = 0; i < s->n; i++)
		lower += s->f.grid->columns[s->lines[i].columns[0]]->benchmark->better == BETTER_LOWER;
	return words_get(s->f.language, lower == 0 ? WORD_HIGHER : lower == s->n ? WORD_LOWER : WORD_HIGHER_MOSTLY);
}

static bool starts_above_zero(const struct slope *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			if (s->lines[i].ends[e]->value <= 0)
				return false;
	return true;
}

static void name_measure(struct slope *s)
{
	struct arena *a = s->f.arena;
	const char *unit = number_unit(a, s->f.language, s->scale->unit, s->style.magnitude);
	const char *what = from_to(s, WORD_SUB_SLOPE);
	if (s->n == 1 && !s->of_models)
		what = s->lines[0].full;
	s->words.heading = what;
	s->words.subtitle = arena_printf(a, "%s%s", words_clause(a, s->f.language, what, unit),
	                                 phrase_as_of(a, s->f.language, s->f.dataset->date));
	s->words.direction = direction_of(s);
}

void slope_make_words(struct slope *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	struct subject_points points = { .cells = arena_alloc(a, 2 * s->n + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, 2 * s->n + 1, sizeof *points.of),
		                         .rows_all = s->of_models ? s->known : 0,
		                         .rows_shown = s->of_models ? s->n : 0,
		                         .columns_all = s->of_models ? 0 : s->known,
		                         .columns_shown = s->of_models ? 0 : s->n };
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			subject_add_point(&points, s->lines[i].ends[e], s->lines[i].columns[e]);
	s->words = (struct frame_words){ .source = NULL };
	titles(s, s->words.titles);
	if (f->request->title)
		s->words.titles[0] = f->request->title, s->words.titles[1] = NULL;
	name_measure(s);
	if (starts_above_zero(s))
		notes_add(&notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_NO_ZERO));
	list_note(s, &notes, WORD_NOTE_UNPAIRED, s->unpaired, s->n_unpaired);
	list_note(s, &notes, WORD_NOTE_OTHER_UNITS, s->unlike, s->n_unlike);
	subject_points_evidence(f, &points, &notes, &s->words);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}

char *slope_alt(const struct slope *s)
{
	struct arena *a = s->f.arena;
	struct strbuf t = strbuf_new(a);
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, s->f.language, WORD_ALT_SLOPE, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO],
	                       "n", number_plain(a, s->f.language, s->known), NULL),
	            phrase_as_of(a, s->f.language, s->f.dataset->date));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(
			&t,
			words_fill(a, s->f.language, WORD_ALT_CHANGE, "name", s->lines[i].full, "from",
		                   number_with_sign(a, s->lines[i].ends[SLOPE_FROM]->value, s->style, s->scale->unit),
		                   "to",
		                   number_with_sign(a, s->lines[i].ends[SLOPE_TO]->value, s->style, s->scale->unit),
		                   NULL));
	return t.s;
}
