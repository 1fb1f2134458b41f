/* The titles of a chart of several benchmarks: who leads how often. Leads are counted on all that were asked for, so
 * that charts of the same data agree; a title says how many of them are not drawn. */
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/order.h"
#include "facts/contest.h"
#include "words/words.h"

struct leads {                        /* of one model */
	size_t ahead, claimed, drawn; /* of those ahead: by its own claim; on benchmarks that are drawn */
};

static struct leads leads_of(const struct shown *shown, const struct variant *variant)
{
	const struct grid *all = shown->subject->grid;
	struct leads leads = { 0, 0, 0 };
	for (size_t c = 0; c < all->n_columns; c++) {
		struct contest contest = contest_of(all->columns[c], variant);
		if (contest.outcome != CONTEST_AHEAD)
			continue;
		leads.ahead++;
		leads.claimed += contest.own->claimed;
		for (size_t i = 0; i < shown->grid->n_columns; i++)
			leads.drawn += shown->columns[i] == c;
	}
	return leads;
}

/* Adds one for each variant that is ahead of all other models: one of those that share the first rank, if they are of
 * one model, or the claim of the best value. */
static void count_ahead(const struct standing *s, size_t *leads)
{
	const struct standing_row *rows = s->rows, *leader = shown_leader(s);
	const struct model *best = s->n_present ? rows[0].variant->model : NULL;
	size_t ranked = leader ? (size_t)(leader - rows) : s->n_present;
	for (size_t i = 0; i < s->n_present; i++) {
		bool leads_all = i >= ranked && rows[i].variant->model == leader->variant->model;
		if (!leads_all && i >= ranked && rows[i].rank)
			return;
		if (leads_all || rows[i].variant->model == best)
			leads[rows[i].variant->index] += contest_of(s, rows[i].variant).outcome == CONTEST_AHEAD;
	}
}

/* All rows on the columns that are drawn. */
static const struct grid *drawn_columns(const struct shown *shown)
{
	const struct grid *all = shown->subject->grid;
	if (!shown->benchmarks_left_out)
		return all;
	size_t *rows = arena_alloc(shown->subject->arena, all->n_rows + 1, sizeof *rows);
	for (size_t i = 0; i < all->n_rows; i++)
		rows[i] = i;
	return grid_part(shown->subject->arena, all, rows, all->n_rows, shown->columns, shown->grid->n_columns);
}

/* True if somebody is ahead on more than half of all, if with another variant of its model or by its own claim. */
static bool somebody_leads_most(const struct shown *shown, const struct grid *all)
{
	size_t *leads = arena_alloc(shown->subject->arena, shown->subject->dataset->n_variants + 1, sizeof *leads);
	for (size_t c = 0; c < all->n_columns; c++)
		count_ahead(all->columns[c], leads);
	for (size_t i = 0; i < all->n_rows; i++)
		if (leads[grid_variant(all, i)->index] * 2 > all->n_columns)
			return true;
	return false;
}

/* True if somebody is first on more than half of all, shared or not: nobody would say then that no model leads. */
static bool somebody_is_first_on_most(const struct shown *shown, const struct grid *all)
{
	size_t *firsts = arena_alloc(shown->subject->arena, shown->subject->dataset->n_variants + 1, sizeof *firsts);
	for (size_t c = 0; c < all->n_columns; c++)
		for (size_t i = 0; i < all->columns[c]->n_present; i++)
			firsts[all->columns[c]->rows[i].variant->index] += all->columns[c]->rows[i].rank == 1;
	for (size_t i = 0; i < all->n_rows; i++)
		if (firsts[grid_variant(all, i)->index] * 2 > all->n_columns)
			return true;
	return false;
}

static bool is_drawn(const struct shown *shown, const struct variant *variant)
{
	for (size_t i = 0; i < shown->grid->n_rows; i++)
		if (grid_variant(shown->grid, i) == variant)
			return true;
	return false;
}

/* Whether it leads on all, some or none of the benchmarks. */
static const char *title_of_leads(const struct shown *shown, const struct variant *variant, struct leads leads)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	struct counted *counted = shown->subject->counted;
	size_t all = shown->subject->grid->n_columns, left = shown->benchmarks_left_out;
	bool only = leads.claimed == leads.ahead;
	enum word word = leads.claimed ? only ? left ? WORD_TITLE_LEADS_ONLY_CLAIMED_LEFT : WORD_TITLE_BEST_ONLY_CLAIMED
	                                 : left ? WORD_TITLE_LEADS_CLAIMED_LEFT
	                                        : WORD_TITLE_BEST_CLAIMED
	                 : leads.ahead == 0  ? all == 2 ? WORD_TITLE_FOCUS_LEADS_NEITHER : WORD_TITLE_FOCUS_LEADS_NONE
	                 : leads.ahead < all ? WORD_TITLE_LEADS_MOST
	                 : left              ? WORD_TITLE_LEADS_ALL
	                                     : WORD_TITLE_AHEAD_ALL;
	char *title = words_fill(a, l, word, "name", phrase_variant(a, variant), "count",
	                         counted_words_of(counted, COUNT_LEADS, variant, 0, leads.ahead), "all",
	                         counted_words(counted, COUNT_BENCHMARKS_ASKED, all), "claimed",
	                         counted_words_of(counted, COUNT_LEADS_CLAIMED, variant, 0, leads.claimed), NULL);
	const char *among =
		subject_among(shown->subject, shown_with_counted(shown, title, variant, COUNT_LEADS, leads.ahead,
	                                                         COUNT_LEADS_DRAWN, leads.drawn));
	counted_title(counted, among);
	return among;
}

/* ---- reversals ---- */

/* Who alone leads it by a result; NULL: nobody, or whoever it is has no row. */
static const struct standing_row *leader_drawn(const struct shown *shown, const struct standing *s)
{
	const struct standing_row *first = contest_winner(s);
	return first && !first->claimed && !first->estimated && is_drawn(shown, first->variant) ? first : NULL;
}

/* Who is behind all others, and these are not few; NULL: nobody is, or claims would have to be looked at. */
static const struct standing_row *last_drawn(const struct shown *shown, const struct standing *s)
{
	enum { FEW = 3 };
	const struct standing_row *last =
		s->n_ranked == s->n_present && s->n_present > FEW ? &s->rows[s->n_present - 1] : NULL;
	for (size_t i = 0; last && i + 1 < s->n_present; i++)
		if (s->rows[i].estimated || !standing_ahead(s, &s->rows[i], last))
			last = NULL;
	return last && !last->estimated && is_drawn(shown, last->variant) ? last : NULL;
}

static const char *reversal(const struct shown *shown, enum word word, const struct variant *variant,
                            const struct standing *on, const struct variant *other, const struct standing *to)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	return subject_among(shown->subject,
	                     words_fill(a, l, word, "name", phrase_variant(a, variant), "on",
	                                words_object(a, l, on->benchmark->brief), "other", phrase_variant(a, other),
	                                "to", words_object(a, l, to->benchmark->brief), NULL));
}

static bool has_value(const struct standing *s, const struct variant *variant)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant == variant)
			return true;
	return false;
}

/* "A leads on X, B on Y": of two benchmarks on which both were measured, unless one in focus leads neither. */
static const char *title_of_two(const struct shown *shown)
{
	const struct standing *const *s = shown->subject->grid->columns;
	const struct variant *focus = shown->subject->request->focus;
	const struct standing_row *first = leader_drawn(shown, s[0]), *second = leader_drawn(shown, s[1]);
	if (!first || !second || first->variant->model == second->variant->model || !has_value(s[1], first->variant) ||
	    !has_value(s[0], second->variant))
		return NULL;
	if (focus == second->variant)
		return reversal(shown, WORD_TITLE_EACH_LEADS, second->variant, s[1], first->variant, s[0]);
	return !focus || focus == first->variant
	               ? reversal(shown, WORD_TITLE_EACH_LEADS, first->variant, s[0], second->variant, s[1])
	               : NULL;
}

/* "A leads on X and is last on Y": the one in focus, or the first of whom that is true. */
static const char *title_of_reversal(const struct shown *shown)
{
	const struct grid *all = shown->subject->grid;
	const struct variant *focus = shown->subject->request->focus;
	if (shown->benchmarks_left_out)
		return NULL;
	if (all->n_columns == 2 && title_of_two(shown))
		return title_of_two(shown);
	for (size_t c = 0; c < all->n_columns; c++) {
		const struct standing_row *first = leader_drawn(shown, all->columns[c]);
		for (size_t k = 0; first && k < all->n_columns; k++) {
			const struct standing_row *last = k == c ? NULL : last_drawn(shown, all->columns[k]);
			if (last && last->variant == first->variant && (!focus || focus == first->variant))
				return reversal(shown, WORD_TITLE_LEADS_AND_LAST, first->variant, all->columns[c],
				                first->variant, all->columns[k]);
		}
	}
	return NULL;
}

static const char *title_of_comparison(const struct shown *shown)
{
	struct arena *a = shown->subject->arena;
	const struct language *l = shown->subject->language;
	const struct grid *g = shown->grid, *all = shown->subject->grid;
	struct counted *counted = shown->subject->counted;
	bool part = shown->models_left_out && shown->benchmarks_left_out;
	char *title = words_fill(a, l, part ? WORD_TITLE_COMPARED_PART : WORD_TITLE_COMPARED, "models",
	                         counted_words(counted, COUNT_MODELS, g->n_rows), "m", number_plain(a, l, g->n_rows),
	                         "all_models", counted_words(counted, COUNT_MODELS_ASKED, all->n_rows), "count",
	                         counted_words(counted, COUNT_BENCHMARKS, g->n_columns), "n",
	                         number_plain(a, l, g->n_columns), "all",
	                         counted_words(counted, COUNT_BENCHMARKS_ASKED, all->n_columns), NULL);
	title = words_sentence(a, l, title);
	if (!part)
		title = shown_with_models_left(shown, shown_with_benchmarks_left(shown, title, true), true);
	counted_title(counted, title);
	return title;
}

static bool nobody_leads_most(const struct shown *shown)
{
	const struct grid *drawn = drawn_columns(shown);
	bool few = drawn->n_columns < 2 || (drawn->n_columns == 2 && shown->benchmarks_left_out);
	return !few && !somebody_leads_most(shown, drawn) && !somebody_is_first_on_most(shown, drawn);
}

/* Of the benchmarks that are drawn: what nobody sees is no reason to say that nobody leads. */
static const char *title_of_nobody(const struct shown *shown)
{
	const struct subject *f = shown->subject;
	size_t n = shown->grid->n_columns;
	bool all = !shown->benchmarks_left_out;
	enum word word = n == 2 ? WORD_TITLE_SHARED_BOTH : all ? WORD_TITLE_SHARED_MOST : WORD_TITLE_SHARED_MOST_SHOWN;
	return subject_among(f, words_fill(f->arena, f->language, word, "all",
	                                   counted_words(f->counted, COUNT_BENCHMARKS, n), NULL));
}

static void titles_of(const struct shown *shown, const char *titles[FRAME_TITLES])
{
	const struct subject *f = shown->subject;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct grid *all = f->grid;
	f->counted->part = SCENE_TITLE;
	size_t left = shown->benchmarks_left_out;
	if (all->n_columns == 1) {
		shown_titles(shown, titles);
		return;
	}
	const struct lead lead = subject_lead(f);
	titles[1] = titles[2] = title_of_comparison(shown);
	titles[0] = titles[1];
	const char *count = counted_words(f->counted, COUNT_BENCHMARKS_ASKED, all->n_columns);
	if (all->n_rows == 1)
		titles[0] = shown_with_rest(shown,
		                            words_fill(a, l, WORD_TITLE_ONE_MODEL, "name",
		                                       phrase_variant(a, grid_variant(all, 0)), "count", count, "n",
		                                       number_plain(a, l, all->n_columns), NULL),
		                            COUNT_BENCHMARKS_LEFT, left);
	else if (!shown_directed(shown))
		return; /* nobody leads on what is drawn */
	else if (subject_focus_row(f) != ROWS_NONE)
		titles[0] = title_of_leads(shown, f->request->focus, leads_of(shown, f->request->focus));
	else if (lead.most > lead.second && is_drawn(shown, lead.who))
		titles[0] = title_of_leads(shown, lead.who, leads_of(shown, lead.who));
	else if (nobody_leads_most(shown))
		titles[0] = title_of_nobody(shown);
	counted_title(f->counted, titles[0]);
	size_t led = f->request->focus ? leads_of(shown, f->request->focus).ahead : lead.most;
	const char *turned = led * 2 <= all->n_columns ? title_of_reversal(shown) : NULL; /* else the count says more */
	if (turned && subject_is_short(f, turned)) {
		titles[2] = titles[1];
		titles[1] = titles[0];
		titles[0] = turned;
	}
}

/* True if the head of a column says its unit. */
static bool labelled(const struct shown *shown)
{
	const struct grid *g = shown->grid;
	for (size_t c = 0; c < g->n_columns; c++)
		if (number_unit(shown->subject->arena, shown->subject->language, g->columns[c]->benchmark->unit,
		                g->columns[c]->magnitude))
			return true;
	return false;
}

/* "Five benchmarks, percent, models ordered by …", without the order where benchmarks are rows. */
static char *subtitle_of(const struct shown *shown)
{
	const struct subject *f = shown->subject;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct standing *first = shown->grid->columns[0];
	const char *unit = number_unit(a, l, first->benchmark->unit, first->magnitude);
	size_t n = shown->grid->n_columns, all = f->grid->n_columns;
	struct strbuf s = strbuf_new(a);
	f->counted->part = SCENE_SUBTITLE;
	strbuf_add(&s, words_fill(a, l, n < all ? WORD_SUB_BENCHMARKS_PART : WORD_SUB_BENCHMARKS, "count",
	                          words_sentence(a, l, counted_words(f->counted, COUNT_BENCHMARKS, n)), "n",
	                          number_plain(a, l, n), "all", counted_words(f->counted, COUNT_BENCHMARKS_ASKED, all),
	                          NULL));
	if (!subject_one_unit(f) && labelled(shown))
		strbuf_addf(&s, "%s%s", l->list_comma, words_get(l, WORD_SUB_MIXED_UNITS));
	else if (subject_one_unit(f) && unit)
		strbuf_addf(&s, "%s%s", l->list_comma, unit);
	enum word order = f->request->order != ORDER_VALUE ? order_word(f->request->order)
	                  : subject_directed(f)            ? WORD_SUB_ORDER_WON
	                                                   : WORD_SUB_ORDER_SIZE;
	if (f->grid->n_rows > 1 && !f->turned_all)
		strbuf_addf(&s, "%s%s", l->list_comma,
		            words_fill(a, l, order, "on", words_object(a, l, first->benchmark->brief), NULL));
	strbuf_add(&s, phrase_as_of(a, l, f->dataset->date));
	return s.s;
}

void shown_grid_words(const struct shown *shown, struct frame_words *words)
{
	titles_of(shown, words->titles);
	words->heading = shown->subject->dataset->title;
	words->subtitle = subtitle_of(shown);
	shown_direction(shown, words);
}
