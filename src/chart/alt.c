/* Alt texts: what a chart shows, for readers who cannot see it, made from what is drawn. */
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/group.h"
#include "facts/contest.h"
#include "words/words.h"

enum { TOLD = 5, START_MOST = 300 };

/* The first sentence; a short one if long names leave no room for more. */
static struct strbuf alt_start(const struct shown *shown, const char *start, const char *kind)
{
	const struct subject *f = shown->subject;
	const char *as_of = phrase_as_of(f->arena, f->language, f->dataset->date);
	struct strbuf t = strbuf_new(f->arena);
	strbuf_addf(&t, "%s%s.", start, as_of);
	if (utf8_count(t.s) <= START_MOST)
		return t;
	const char *brief = words_fill(f->arena, f->language, WORD_ALT_SHORT, "kind", kind, "n",
	                               counted_digits(f->counted, COUNT_MODELS, shown->grid->n_rows), NULL);
	t = strbuf_new(f->arena);
	strbuf_addf(&t, "%s.", shown_with_models_left(shown, brief, false));
	return t;
}

/* ---- one benchmark ---- */

static char *value_of(const struct shown *shown, const struct standing_row *row)
{
	return phrase_told(shown->subject->arena, row, shown->styles[0], shown->grid->columns[0]->benchmark);
}

/* A claim, which has no rank, is above it: its own rank would be heard as its place. */
static bool is_below_claim(const struct shown *shown, const struct standing_row *row)
{
	for (const struct standing_row *above = shown->grid->columns[0]->rows; above < row; above++)
		if (!above->rank)
			return true;
	return false;
}

static char *alt_row(const struct shown *shown, const struct standing_row *row)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	bool alone = shown_all(shown, 0)->n_present == 1;
	enum word word = !subject_directed(shown->subject) || alone ? WORD_ALT_SIZE
	                 : !row->rank                               ? WORD_ALT_UNRANKED
	                 : is_below_claim(shown, row)               ? WORD_ALT_SIZE
	                 : row->tied                                ? WORD_ALT_SHARED_PLACE
	                                                            : WORD_ALT_PLACE;
	return words_fill(a, l, word, "name", phrase_variant(a, row->variant), "value", value_of(shown, row), "ordinal",
	                  l->ordinal(a, row->rank), NULL);
}

static void alt_names(const struct shown *shown, struct strbuf *t, enum word word)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	const struct standing *s = shown->grid->columns[0];
	const struct variant **names = arena_alloc(a, s->count + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		if (word == WORD_ALT_ABSENT    ? !s->rows[i].present
		    : word == WORD_ALT_CLAIMED ? s->rows[i].claimed
		                               : s->rows[i].estimated)
			names[n++] = s->rows[i].variant;
	if (!n)
		return;
	enum scene_counted counted = word == WORD_ALT_ABSENT    ? COUNT_ABSENT
	                             : word == WORD_ALT_CLAIMED ? COUNT_CLAIMED
	                                                        : COUNT_ESTIMATED;
	const char *what = words_fill(a, l, word, "n",
	                              counted_digits_on(shown->subject->counted, counted, shown->columns[0], n), NULL);
	const char *who = phrase_variants(a, l, names, n);
	counted_list(shown->subject->counted, counted, shown->columns[0], n);
	if (!phrase_alt_add(t, arena_printf(a, "%s: %s.", what, who)))
		phrase_alt_add(t, arena_printf(a, "%s.", what));
}

/* The last of all, or of those that are drawn. */
static void alt_last(const struct shown *shown, struct strbuf *t, const struct standing_row *last)
{
	struct arena *a = shown->subject->arena;
	const struct standing *all = shown_all(shown, 0);
	bool whole = all->rows[all->n_present - 1].variant == last->variant;
	enum word word = !whole                             ? WORD_ALT_LAST_SHOWN
	                 : subject_directed(shown->subject) ? WORD_ALT_LAST
	                                                    : WORD_ALT_SMALLEST;
	phrase_alt_add(t, words_fill(a, shown->subject->language, word, "name", phrase_variant(a, last->variant),
	                             "value", value_of(shown, last), NULL));
}

static void alt_focus(const struct shown *shown, struct strbuf *t)
{
	const struct standing *s = shown->grid->columns[0];
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant == shown->subject->request->focus)
			phrase_alt_add(t, alt_row(shown, &s->rows[i]));
}

/* The heads that rows stand under. */
static void alt_groups(const struct shown *shown, struct strbuf *t)
{
	const struct subject *f = shown->subject;
	const struct grid *g = shown->grid;
	const char **heads = arena_alloc(f->arena, g->n_rows + 1, sizeof *heads);
	size_t n = 0;
	for (size_t i = 0; f->request->group && i < g->n_rows; i++) {
		const char *head = group_head(f->language, f->request->group, grid_variant(g, i));
		if (!n || !str_eq(head, heads[n - 1]))
			heads[n++] = head;
	}
	bool directed = shown->grid->columns[0]->benchmark->direction != DIRECTION_UNKNOWN;
	if (n)
		phrase_alt_add(t, words_fill(f->arena, f->language,
		                             n <= PHRASE_NAMES ? WORD_ALT_GROUPS
		                             : directed        ? WORD_NOTE_GROUPED
		                                               : WORD_NOTE_GROUPED_SIZE,
		                             "by", words_get(f->language, group_word(f->request->group)), "names",
		                             words_list(f->arena, f->language, heads, n, PHRASE_NAMES), NULL));
}

char *shown_alt(const struct shown *shown, enum word start, enum word kind)
{
	const struct subject *f = shown->subject;
	const struct standing *s = shown->grid->columns[0];
	f->counted->part = SCENE_ALT;
	const char *first = words_fill(f->arena, f->language, start, "what", subject_what(f, shown->columns[0]), "n",
	                               counted_digits(f->counted, COUNT_MODELS, shown->grid->n_rows), NULL);
	struct strbuf t = alt_start(shown, shown_with_models_left(shown, first, false), words_get(f->language, kind));
	subject_alt_selected(f, &t);
	alt_groups(shown, &t);
	size_t told = s->n_present < TOLD ? s->n_present : TOLD;
	alt_focus(shown, &t);
	for (size_t i = 0; i < told; i++)
		if (s->rows[i].variant != f->request->focus)
			phrase_alt_add(&t, alt_row(shown, &s->rows[i]));
	const struct standing_row *last = &s->rows[s->n_present ? s->n_present - 1 : 0];
	if (s->n_present > told && last->variant != f->request->focus)
		alt_last(shown, &t, last);
	alt_names(shown, &t, WORD_ALT_CLAIMED);
	alt_names(shown, &t, WORD_ALT_ESTIMATED);
	alt_names(shown, &t, WORD_ALT_ABSENT);
	return t.s;
}

/* ---- several benchmarks ---- */

/* "Memory: from 3 to 80 gigabytes." */
static char *range_on(const struct shown *shown, size_t c)
{
	struct arena *a = shown->subject->arena;
	const struct standing *s = shown->grid->columns[c];
	return words_fill(a, shown->subject->language, WORD_ALT_RANGE_ON, "on", s->benchmark->brief, "low",
	                  phrase_value(a, &s->rows[s->n_present - 1], shown->styles[c], s->benchmark, false), "high",
	                  phrase_counted(a, &s->rows[0], shown->styles[c], s->benchmark), NULL);
}

/* True if a leader with another value, the best, is not drawn: within noise several may lead. */
static bool is_better_hidden(const struct standing *all, const struct standing_row *drawn)
{
	const struct standing_row *best = shown_leader(all);
	return best->variant != drawn->variant && best->value != drawn->value;
}

/* Who leads on a column; NULL if nobody does, or if the leader with the best value is not drawn. */
static const char *alt_column(const struct shown *shown, size_t c)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	const struct standing *s = shown->grid->columns[c], *all = shown_all(shown, c);
	const struct standing_row *first = shown_leader(s), *top = &s->rows[0];
	size_t leaders = shown_leaders(all), left = leaders - shown_leaders(s);
	if (s->benchmark->direction == DIRECTION_UNKNOWN && s->n_present > 1 && s->n_present == all->n_present)
		return range_on(shown, c);
	if (!first || is_better_hidden(all, first))
		return NULL;
	bool claim = top->claimed && !s->all_claimed && top->variant == all->rows[0].variant;
	const char *best = phrase_counted(a, first, shown->styles[c], s->benchmark), *on = s->benchmark->brief,
		   *name = phrase_variant(a, first->variant);
	if (all->n_present == 1 && shown->subject->request->selected) /* of others nothing is known here */
		return arena_printf(a, "%s: %s, %s.", on, name, best);
	if (all->n_present == 1)
		return words_fill(a, l, WORD_ALT_ONLY, "on", on, "name", name, "value", best, NULL);
	if (claim && contest_of(all, top->variant).outcome == CONTEST_AHEAD)
		return words_fill(a, l, WORD_ALT_CLAIM_TOPS, "on", on, "name", phrase_variant(a, top->variant), "claim",
		                  phrase_counted(a, top, shown->styles[c], s->benchmark), "value", best, NULL);
	if (leaders == 1)
		return words_fill(a, l, WORD_ALT_LEADS_ON, "on", on, "name", name, "value", best, NULL);
	struct counted *counted = shown->subject->counted;
	const char *count = counted_words_on(counted, COUNT_LEADERS, shown->columns[c], leaders);
	return words_fill(a, l, left ? WORD_ALT_SHARED_ON_LEFT : WORD_ALT_SHARED_ON, "on", on, "count", count, "left",
	                  counted_words_on(counted, COUNT_LEADERS_LEFT, shown->columns[c], left), "value", best, NULL);
}

char *shown_grid_alt(const struct shown *shown, enum word kind)
{
	const struct subject *f = shown->subject;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct grid *g = shown->grid;
	f->counted->part = SCENE_ALT;
	const char *start = words_fill(a, l, WORD_ALT_GRID, "kind", words_get(l, kind), "m",
	                               counted_digits(f->counted, COUNT_BENCHMARKS, g->n_columns), "n",
	                               counted_digits(f->counted, COUNT_MODELS, g->n_rows), NULL);
	start = shown_with_benchmarks_left(shown, shown_with_models_left(shown, start, false), false);
	struct strbuf t = alt_start(shown, start, words_get(l, kind));
	subject_alt_selected(f, &t);
	size_t absent = 0;
	for (size_t i = 0; i < g->n_rows * g->n_columns; i++) {
		const struct standing_row *cell = grid_cell(g, i / g->n_columns, i % g->n_columns);
		absent += !cell->present && !cell->withheld;
	}
	for (size_t c = 0; c < g->n_columns; c++) {
		const char *sentence = alt_column(shown, c);
		if (sentence)
			phrase_alt_add(&t, sentence);
	}
	if (absent)
		phrase_alt_add(&t, words_fill(a, l, WORD_ALT_ABSENT_CELLS, "n",
		                              counted_digits(f->counted, COUNT_CELLS_ABSENT, absent), "all",
		                              counted_digits(f->counted, COUNT_CELLS, g->n_rows * g->n_columns), NULL));
	return t.s;
}
