/* What a slope says: title, subtitle, notes, alt text. */
#include "chart/slope.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/census.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

int slope_count_change(struct slope *s, const struct standing_row *from, size_t from_column,
                       const struct standing_row *to, size_t to_column, struct number_style style)
{
	const struct standing *const *all = s->f.grid->columns;
	double noise =
		hypot(standing_interval(all[from_column], from)->half, standing_interval(all[to_column], to)->half);
	double change = phrase_meant(to, style) - phrase_meant(from, style);
	bool clear = fabs(to->value - from->value) >= noise;
	s->up += change > 0 && clear;
	s->down += change < 0 && clear;
	return !clear || change == 0 ? 0 : change > 0 ? 1 : -1;
}

static size_t lines_left(const struct slope *s)
{
	return s->known + s->n_unlike - s->n;
}

/* The sentence with how many lines are not drawn, if any. */
static char *with_left(const struct slope *s, const char *sentence, enum word word, bool spelled)
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	size_t left = lines_left(s);
	if (!left)
		return arena_strdup(a, sentence);
	const char *plain = number_plain(a, l, left),
		   *count = spelled ? counted_words(s->f.counted, COUNT_LINES_LEFT, left)
	                            : counted_digits(s->f.counted, COUNT_LINES_LEFT, left);
	return words_clause(a, l, sentence, words_fill(a, l, word, "count", count, "n", plain, NULL));
}

/* A phrase that names both ends and nothing else. */
static char *from_to(const struct slope *s, enum word word)
{
	return words_fill(s->f.arena, s->f.language, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO],
	                  NULL);
}

static double slope_change(const struct slope *s, const struct slope_line *line, struct number_style *style)
{
	const struct standing *const *all = s->f.grid->columns;
	struct phrase_end to = { all[line->columns[SLOPE_TO]], line->ends[SLOPE_TO] },
			  from = { all[line->columns[SLOPE_FROM]], line->ends[SLOPE_FROM] };
	return phrase_difference(s->f.arena, to, from, style);
}

/* ---- findings ---- */

/* Results that may be compared: a claim or an estimate among them may not. */
static bool is_result(const struct slope_line *l)
{
	bool plain = true;
	for (int e = 0; e < SLOPE_ENDS; e++)
		plain &= !l->ends[e]->claimed && !l->ends[e]->estimated;
	return plain && l->clear != 0;
}

/* The line a title leads with: the first of the focus, or else the one that changes most this way (0: either). */
static const struct slope_line *leading_line(const struct slope *s, int way)
{
	const struct slope_line *most = NULL;
	for (size_t i = 0; i < s->n; i++) {
		const struct slope_line *l = &s->lines[i];
		bool counts = is_result(l) && (!s->f.request->focus || l->strong) && (!way || l->clear == way);
		if (counts && s->f.request->focus && !way && l->ends[SLOPE_FROM]->variant == s->f.request->focus)
			return l;
		if (counts && (!most || fabs(l->change) > fabs(most->change)))
			most = l;
	}
	return most;
}

/* "Claude Sonnet 4.5 gains 43.7 points"; the style says with how many digits. */
static char *change_phrase(const struct slope *s, const struct slope_line *l, double change, struct number_style style)
{
	bool higher = s->f.grid->columns[l->columns[SLOPE_FROM]]->benchmark->direction == DIRECTION_HIGHER;
	enum word word = higher ? (change > 0 ? WORD_GAINS : WORD_LOSES) : (change > 0 ? WORD_RISES_BY : WORD_FALLS_BY);
	return words_fill(s->f.arena, s->f.language, word, "name", l->name, "change",
	                  number_gap(s->f.arena, fabs(change), style, s->scale->unit), NULL);
}

/* "The same model, 31% or 75%: Claude Sonnet 4.5 gains 44 points": whole where the difference stays right, as people
 * say it. */
static char *swing_title(const struct slope *s, const struct slope_line *l)
{
	struct number_style style = s->style, exact = s->style;
	double change = slope_change(s, l, &exact), whole = round(change),
	       ends = round(l->ends[SLOPE_TO]->value) - round(l->ends[SLOPE_FROM]->value);
	bool round_it = !style.magnitude && fabs(change) >= whole_change_from && ends == whole;
	style.decimals = round_it ? 0 : style.decimals;
	const char *values[SLOPE_ENDS];
	for (int e = 0; e < SLOPE_ENDS; e++)
		values[e] = round_it ? number_with_sign(s->f.arena, round(l->ends[e]->value), style, s->scale->unit)
		                     : phrase_value(s->f.arena, l->ends[e], s->style, s->scale, true);
	return words_fill(s->f.arena, s->f.language, WORD_TITLE_SAME_MODEL, "from", values[SLOPE_FROM], "to",
	                  values[SLOPE_TO], "what",
	                  change_phrase(s, l, round_it ? whole : change, round_it ? style : exact), NULL);
}

/* The data say that both ends measure one thing: else nobody gains or loses from one test to another. */
static bool measures_alike(const struct slope *s, const struct slope_line *l)
{
	const struct benchmark *from = s->f.grid->columns[l->columns[SLOPE_FROM]]->benchmark,
			       *to = s->f.grid->columns[l->columns[SLOPE_TO]]->benchmark;
	return str_eq(from->name, to->name) || (from->what && str_eq(from->what, to->what));
}

/* Far beside how it scores. */
static bool is_swing(const struct slope_line *l)
{
	double larger = fmax(fabs(l->ends[SLOPE_FROM]->value), fabs(l->ends[SLOPE_TO]->value));
	return fabs(l->change) >= share_swing * larger;
}

/* What an editor would lead with: one rises and another falls, or how far one and the same model moves. NULL where
 * nothing moves beyond noise, or only little beside how it scores. */
static char *finding(const struct slope *s)
{
	const struct slope_line *up = leading_line(s, 1), *down = leading_line(s, -1), *first = leading_line(s, 0);
	if (!s->of_models || !first || !first->directed || !measures_alike(s, first))
		return NULL;
	bool both = up && down &&
	            fmin(fabs(up->change), fabs(down->change)) >=
	                    share_reversal * fmax(fabs(up->change), fabs(down->change));
	if (both) {
		const struct slope_line *other = first == up ? down : up;
		struct number_style a = s->style, b = s->style;
		double one = slope_change(s, first, &a), two = slope_change(s, other, &b);
		return words_fill(s->f.arena, s->f.language, WORD_TITLE_BOTH_WAYS, "what",
		                  change_phrase(s, first, one, a), "other", change_phrase(s, other, two, b), NULL);
	}
	const struct slope_line *most = up && (!down || fabs(up->change) >= fabs(down->change)) ? up : down;
	first = is_swing(first) ? first : most;
	return is_swing(first) ? swing_title(s, first) : NULL;
}

static void titles(const struct slope *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	const struct slope_line *first = &s->lines[0];
	struct number_style style = s->style;
	double change = slope_change(s, first, &style);
	titles[0] = titles[1] = titles[2] = NULL;
	size_t all = s->known + s->n_unlike;
	if (all == 1) {
		enum word word = change > 0 ? WORD_TITLE_ROSE : change < 0 ? WORD_TITLE_FELL : WORD_TITLE_UNCHANGED;
		titles[0] = words_fill(a, l, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO], "name",
		                       first->name, "change", number_gap(a, fabs(change), style, s->scale->unit), NULL);
		titles[1] = from_to(s, WORD_SUB_SLOPE);
		return;
	}
	enum word all_up = s->of_models ? WORD_TITLE_ALL_HIGHER_ON : WORD_TITLE_ROSE_MANY,
		  all_down = s->of_models ? WORD_TITLE_ALL_LOWER_ON : WORD_TITLE_FELL_MANY,
		  some = s->of_models ? WORD_TITLE_SOME_HIGHER_ON : WORD_TITLE_MIXED_MANY,
		  none = s->of_models ? WORD_TITLE_NONE_HIGHER_ON : WORD_TITLE_NONE_ROSE_MANY;
	some = s->up ? some : none;
	bool counted = s->of_models && (lines_left(s) || s->f.request->sifted); /* "every" takes too many words */
	enum word word = counted ? some : s->up == all ? all_up : s->down == all ? all_down : some;
	char *title = words_fill(a, l, word, "from", s->heads[SLOPE_FROM], "to", s->heads[SLOPE_TO], "count",
	                         counted_words(s->f.counted, COUNT_LINES_ASKED, all), "up",
	                         s->up ? counted_words(s->f.counted, COUNT_LINES_UP, s->up) : "", "n",
	                         number_plain(a, l, s->up), NULL);
	titles[0] = with_left(s, words_sentence(a, l, title), WORD_NOT_SHOWN, true);
	if (s->of_models)
		titles[0] = subject_among(&s->f, titles[0]);
	counted_title(s->f.counted, titles[0]);
	titles[1] = from_to(s, WORD_SUB_SLOPE);
	const char *found = finding(s);
	if (!found)
		return;
	titles[2] = titles[1];
	titles[1] = titles[0];
	titles[0] = found;
}

static void list_note(struct slope *s, struct notes *notes, enum word word, const char **names, size_t n)
{
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(s->f.arena, s->f.language, word, "names",
		                     words_list(s->f.arena, s->f.language, names, n, PHRASE_NAMES), NULL))
			->says = SAYS_LEFT_OUT;
}

static const char *direction_of(const struct slope *s)
{
	size_t lines[DIRECTIONS] = { 0 };
	for (size_t i = 0; i < s->n; i++)
		lines[s->f.grid->columns[s->lines[i].columns[0]]->benchmark->direction]++;
	if (lines[DIRECTION_UNKNOWN] == s->n)
		return NULL;
	return words_get(s->f.language, lines[DIRECTION_HIGHER] == s->n ? WORD_HIGHER
	                                : lines[DIRECTION_HIGHER]       ? WORD_HIGHER_MOSTLY
	                                                                : WORD_LOWER);
}

static void name_measure(struct slope *s)
{
	struct arena *a = s->f.arena;
	const char *unit = number_unit(a, s->f.language, s->scale->unit, s->style.magnitude);
	const char *what = from_to(s, WORD_SUB_SLOPE);
	if (s->n == 1 && !s->of_models)
		what = s->lines[0].full;
	s->words.subtitle = arena_printf(a, "%s%s", words_clause(a, s->f.language, what, unit),
	                                 phrase_as_of(a, s->f.language, s->f.dataset->date));
	s->words.heading = what;
	s->words.heads_say = s->of_models;
	s->words.direction = direction_of(s);
}

static char *alt_of(const struct slope *s)
{
	struct arena *a = s->f.arena;
	struct strbuf t = strbuf_new(a);
	s->f.counted->part = SCENE_ALT;
	const char *start = words_fill(a, s->f.language, WORD_ALT_SLOPE, "from", s->heads[SLOPE_FROM], "to",
	                               s->heads[SLOPE_TO], "n", counted_digits(s->f.counted, COUNT_LINES, s->n), NULL);
	strbuf_addf(&t, "%s%s.", with_left(s, start, WORD_LINES_NOT_SHOWN, false),
	            phrase_as_of(a, s->f.language, s->f.dataset->date));
	subject_alt_selected(&s->f, &t);
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(&t,
		               words_fill(a, s->f.language, WORD_ALT_CHANGE, "name", s->lines[i].full, "from",
		                          phrase_value(a, s->lines[i].ends[SLOPE_FROM], s->style, s->scale, true), "to",
		                          phrase_value(a, s->lines[i].ends[SLOPE_TO], s->style, s->scale, true), NULL));
	return t.s;
}

/* The lines that found no room, and what could not be a line; for the proof. */
static void name_hidden(struct slope *s)
{
	const char **names = arena_alloc(s->f.arena, s->known + s->n_unpaired + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = s->n; i < s->known; i++)
		names[n++] = s->lines[i].full;
	for (size_t i = 0; i < s->n_unpaired; i++)
		names[n++] = s->unpaired[i];
	struct scene_count lines = { s->known + s->n_unlike, s->n };
	*(s->of_models ? &s->words.models : &s->words.benchmarks) = lines;
	s->words.hidden = names;
	s->words.n_hidden = n;
}

/* The row or column of the grid that all lines begin or end in. */
static size_t end_of(const struct slope *s, int end)
{
	if (s->of_models)
		return s->lines[0].columns[end];
	size_t row = 0;
	while (grid_variant(s->f.grid, row) != s->lines[0].ends[end]->variant)
		row++;
	return row;
}

static void take_census(struct slope *s)
{
	const struct grid *g = s->f.grid;
	size_t *columns = arena_alloc(s->f.arena, 2 * s->n, sizeof *columns);
	struct number_style *styles = arena_alloc(s->f.arena, g->n_columns + 1, sizeof *styles);
	for (size_t i = 0; i < 2 * s->n; i++)
		columns[i] = s->lines[i / 2].columns[i % 2];
	for (size_t c = 0; c < g->n_columns; c++)
		styles[c] = benchmark_alike(g->columns[c]->benchmark, s->scale) ? s->style : s->f.styles[c];
	s->words.census = census_of(&s->f, NULL, 0, columns, 2 * s->n, styles);
	s->words.census.turned = !s->of_models;
	s->words.census.from = end_of(s, SLOPE_FROM);
	s->words.census.to = end_of(s, SLOPE_TO);
}

void slope_make_words(struct slope *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	struct notes notes = { .arena = a };
	struct subject_points points = { .cells = arena_alloc(a, 2 * s->n + 1, sizeof *points.cells),
		                         .of = arena_alloc(a, 2 * s->n + 1, sizeof *points.of),
		                         .lines = true };
	struct evidence_part *lines = s->of_models ? &points.rows : &points.columns;
	*lines = (struct evidence_part){ s->known, s->n, s->n_unlike };
	counted_restart(f->counted);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < SLOPE_ENDS; e++)
			subject_add_point(&points, s->lines[i].ends[e], s->lines[i].columns[e]);
	s->words = (struct frame_words){ .source = NULL };
	f->counted->part = SCENE_TITLE;
	titles(s, s->words.titles);
	if (f->request->title.text)
		s->words.titles[0] = f->request->title.text, s->words.titles[1] = NULL;
	name_measure(s);
	if (s->small)
		notes_add(&notes, SWATCH_NONE, words_get(f->language, WORD_NOTE_SMALL_CHANGES));
	list_note(s, &notes, WORD_NOTE_NOT_BOTH, s->unpaired, s->n_unpaired);
	list_note(s, &notes, WORD_NOTE_OTHER_UNITS, s->unlike, s->n_unlike);
	subject_points_evidence(f, &points, &notes, &s->words);
	s->words.alt = alt_of(s);
	take_census(s);
	name_hidden(s);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}
