/* The titles of a chart of one benchmark, made from what it shows so that they cannot disagree with it. */
#include "chart/shown.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"
#include "words/words.h"

#include <math.h>

struct one { /* a standing, and how to speak of it */
	const struct shown *shown;
	const struct subject *f;
	const struct standing *s, *all; /* the rows that are drawn; all rows, which are only counted */
	struct number_style style;
	const char *on;
	size_t column; /* of the subject's grid */
};

static struct one one_of(const struct shown *shown)
{
	const struct subject *f = shown->subject;
	const struct standing *s = shown->grid->columns[0];
	return (struct one){ shown,
		             f,
		             s,
		             shown_all(shown, 0),
		             shown->styles[0],
		             words_object(f->arena, f->language, s->benchmark->brief),
		             shown->columns[0] };
}

static const char *name(const struct one *o, const struct standing_row *row)
{
	return phrase_variant(o->f->arena, row->variant);
}

static char *value(const struct one *o, const struct standing_row *row)
{
	bool million = o->s->magnitude > 0; /* which nothing else in a title says */
	return million ? phrase_counted(o->f->arena, row, o->style, o->s->benchmark)
	               : phrase_value(o->f->arena, row, o->style, o->s->benchmark, true);
}

size_t shown_leaders(const struct standing *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->rows[i].rank == 1;
	return n;
}

const struct standing_row *shown_leader(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1)
			return &s->rows[i];
	return NULL;
}

/* How many leaders are not drawn. */
static size_t leaders_left(const struct one *o)
{
	return shown_leaders(o->all) - shown_leaders(o->s);
}

static const struct standing_row *other_leader(const struct standing *s, const struct standing_row *first)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1 && &s->rows[i] != first)
			return &s->rows[i];
	return first;
}

static const struct standing_row *behind_leaders(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank > 1)
			return &s->rows[i];
	return NULL;
}

/* The best row behind the leaders; NULL if all lead, or if it is not drawn. */
static const struct standing_row *runner_up(const struct one *o)
{
	const struct standing_row *second = behind_leaders(o->all), *drawn = behind_leaders(o->s);
	return second && drawn && drawn->variant == second->variant ? drawn : NULL;
}

/* ", 5 points behind X". Where lower is better, less and more leave no doubt which of the
 * two numbers is larger. "" where the unit has no word for a difference, or the difference does not show. */
static char *with_gap(const struct one *o, const char *sentence, const struct standing_row *a,
                      const struct standing_row *b, const char *whom)
{
	struct arena *arena = o->f->arena;
	bool lower = o->s->benchmark->direction == DIRECTION_LOWER;
	const struct unit *unit = o->s->benchmark->unit;
	struct number_style style = o->style;
	double gap =
		phrase_difference(arena, (struct phrase_end){ o->all, a }, (struct phrase_end){ o->all, b }, &style);
	enum word how = lower ? (gap < 0 ? WORD_LESS_THAN : WORD_MORE_THAN) : gap < 0 ? WORD_BEHIND : WORD_AHEAD_OF;
	bool finer = o->f->request->digits && style.decimals >= (int)o->f->request->digits; /* than what is printed */
	if (gap == 0 || (unit->bare ? a->rank != 1 : finer))
		return arena_strdup(arena, sentence);
	if (unit->bare) /* no word for a difference: both values */
		return words_clause(arena, o->f->language, sentence,
		                    words_fill(arena, o->f->language, WORD_SCORE_TO, "own", value(o, a), "other",
		                               value(o, b), "whom", whom, NULL));
	char *words = number_gap(arena, fabs(gap), style, unit);
	return words_clause(arena, o->f->language, sentence,
	                    words_fill(arena, o->f->language, how, "gap", words, "whom", whom, NULL));
}

struct ahead { /* rows clearly above a claim, and not merely by their own claim */
	size_t all, drawn;
};

static size_t count_ahead(const struct standing *s, const struct standing_row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_present && s->rows[i].variant != row->variant; i++)
		n += !s->rows[i].claimed && standing_ahead(s, &s->rows[i], row);
	return n;
}

static void claim_titles(const struct one *o, const struct standing_row *row, const char *titles[FRAME_TITLES])
{
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct organisation *maker = row->variant->model->own->organisation;
	const char *by = maker ? maker->name : "", *who = name(o, row);
	struct ahead ahead = { count_ahead(o->all, row), count_ahead(o->s, row) };
	enum word word = maker && ahead.all ? WORD_TITLE_MAKER_CLAIMS_BEHIND
	                 : maker            ? WORD_TITLE_MAKER_CLAIMS_ALONE
	                                    : WORD_TITLE_CLAIMS_ALONE;
	titles[1] = words_fill(a, l, maker ? WORD_TITLE_MAKER_CLAIMS : WORD_TITLE_CLAIMS, "name", who, "value",
	                       value(o, row), "on", o->on, "maker", by, NULL);
	if (word != WORD_TITLE_MAKER_CLAIMS_BEHIND && row->checked)
		titles[0] = titles[1];
	else if (ahead.drawn == ahead.all) /* else it would take too many words */
		titles[0] =
			words_fill(a, l, word, "name", who, "value", value(o, row), "on", o->on, "maker", by, "count",
		                   counted_words_of(o->f->counted, COUNT_AHEAD, row->variant, o->column, ahead.all),
		                   "n", number_plain(a, l, ahead.all), NULL);
	if (word == WORD_TITLE_MAKER_CLAIMS_BEHIND)
		titles[0] = subject_among(o->f, titles[0]);
}

static const char *count_leaders(const struct one *o, size_t n)
{
	return counted_words_on(o->f->counted, COUNT_LEADERS, o->column, n);
}

/* Nobody leads where nobody else has a rank: a claim has none, and those that were not asked for are not compared. */
static bool is_alone(const struct one *o)
{
	size_t ranked = 0;
	for (size_t i = 0; i < o->all->count; i++)
		ranked += o->all->rows[i].rank > 0;
	return o->all->n_present == 1 || (o->f->request->selected && ranked == 1);
}

static void titles_alone(const struct one *o, const struct standing_row *row, const char *titles[FRAME_TITLES])
{
	if (row->claimed)
		claim_titles(o, row, titles);
	else
		titles[0] = words_fill(o->f->arena, o->f->language, WORD_TITLE_SCORES, "name", name(o, row), "value",
		                       value(o, row), "on", o->on, NULL);
}

/* Two share the lead: how far the one behind the other is from the next, or that they do. */
static void titles_of_two(const struct one *o, const struct standing_row *first, const char *titles[FRAME_TITLES])
{
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *other = other_leader(o->s, first), *next = runner_up(o);
	bool lower = o->s->benchmark->direction == DIRECTION_LOWER;
	const struct standing_row *worse = (other->value > first->value) == lower ? other : first;
	size_t n = 0;
	if (next && next->rank > 2 && !o->s->benchmark->unit->bare) { /* clearly behind both */
		const char *lead =
			words_fill(a, l, WORD_TITLE_TWO_AHEAD, "name", name(o, first), "other", name(o, other), NULL);
		titles[n] = with_gap(o, lead, worse, next, name(o, next));
		if (!str_eq(titles[n], lead) && subject_is_short(o->f, titles[n]))
			n++;
	}
	titles[n] = words_fill(a, l, WORD_TITLE_TWO_LEAD, "name", name(o, first), "other", name(o, other), "on", o->on,
	                       NULL);
	count_leaders(o, 2);
	counted_title(o->f->counted, titles[n]);
}

static void titles_of_leader(const struct one *o, const char *titles[FRAME_TITLES])
{
	const struct standing *all = o->all;
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *first = shown_leader(o->s), *second = runner_up(o);
	size_t leaders = shown_leaders(all), left = leaders_left(o);
	if (!first)
		return;
	if (is_alone(o)) {
		titles_alone(o, first, titles);
	} else if (leaders == 1 && (all->all_claimed || first->estimated)) {
		titles[0] = words_fill(a, l, all->all_claimed ? WORD_TITLE_LEADS_CLAIMED : WORD_TITLE_LEADS_ESTIMATED,
		                       "name", name(o, first), "on", o->on, NULL);
	} else if (leaders == 1) {
		titles[1] = words_fill(a, l, WORD_TITLE_LEADS, "name", name(o, first), "on", o->on, NULL);
		titles[0] = second ? with_gap(o, titles[1], first, second, name(o, second)) : titles[1];
	} else if (leaders == 2 && !left) {
		titles_of_two(o, first, titles);
		count_leaders(o, leaders);
		titles[2] = words_fill(a, l, WORD_TITLE_TWO_LEAD_SHORT, "on", o->on, NULL);
		counted_title(o->f->counted, titles[2]);
	} else if (leaders == all->n_present && all->n_claimed == (all->all_claimed ? all->n_present : 0) && !left) {
		titles[0] =
			words_fill(a, l, WORD_TITLE_NO_LEADER, "on", o->on, "count", count_leaders(o, leaders), NULL);
	} else {
		const char *many =
			words_fill(a, l, WORD_TITLE_MANY_LEAD, "count", count_leaders(o, leaders), "on", o->on, NULL);
		titles[0] = shown_with_rest(o->shown, words_sentence(a, l, many), COUNT_LEADERS_LEFT, left);
	}
}

static const struct standing_row *row_of(const struct standing *s, const struct variant *variant)
{
	for (size_t i = 0; variant && i < s->count; i++)
		if (s->rows[i].variant == variant)
			return &s->rows[i];
	return NULL;
}

static bool leaders_print_alike(const struct one *o)
{
	const struct standing_row *first = shown_leader(o->all);
	for (size_t i = 0; first && i < o->all->count; i++)
		if (o->all->rows[i].rank == 1 &&
		    phrase_meant(&o->all->rows[i], o->style) != phrase_meant(first, o->style))
			return false;
	return true;
}

static void titles_of_rank(const struct one *o, const struct standing_row *row, const char *titles[FRAME_TITLES])
{
	const struct standing *s = o->s;
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *first = shown_leader(s), *second = runner_up(o);
	const char *who = name(o, row);
	size_t leaders = shown_leaders(o->all);
	if (row->rank == 1 && leaders == 1 && (s->all_claimed || row->estimated)) {
		titles[0] = words_fill(a, l, s->all_claimed ? WORD_TITLE_LEADS_CLAIMED : WORD_TITLE_LEADS_ESTIMATED,
		                       "name", who, "on", o->on, NULL);
	} else if (row->rank == 1 && leaders == 1) {
		titles[1] = words_fill(a, l, WORD_TITLE_LEADS, "name", who, "on", o->on, NULL);
		titles[0] = second ? with_gap(o, titles[1], row, second, name(o, second)) : titles[1];
	} else if (row->rank == 1 && leaders == 2 && !leaders_left(o)) {
		titles_of_two(o, row, titles);
		titles[2] = words_fill(a, l, WORD_TITLE_SHARES, "name", who, "on", o->on, NULL);
	} else if (row->rank == 1) {
		titles[0] = shown_with_rest(
			o->shown,
			words_fill(a, l, WORD_TITLE_SHARES_WITH, "name", who, "on", o->on, "count",
		                   counted_words_on(o->f->counted, COUNT_OTHER_LEADERS, o->column, leaders - 1), "n",
		                   number_plain(a, l, leaders - 1), NULL),
			COUNT_LEADERS_LEFT, leaders_left(o));
		titles[1] = words_fill(a, l, WORD_TITLE_SHARES, "name", who, "on", o->on, NULL);
	} else {
		titles[1] = words_fill(a, l, row->tied ? WORD_TITLE_RANKS_TIED : WORD_TITLE_RANKS, "name", who,
		                       "ordinal", l->ordinal(a, row->rank), "on", o->on, NULL);
		if (!first)
			return;
		bool alike = leaders > 1 && leaders_print_alike(o);
		bool lower = s->benchmark->direction == DIRECTION_LOWER; /* than, not from, the leaders */
		const char *them = words_get(l, lower ? WORD_THAN_THE_LEADERS : WORD_THE_LEADERS);
		titles[0] = with_gap(o, titles[1], row, first, alike ? them : name(o, first));
	}
}

static void titles_of_focus(const struct one *o, const char *titles[FRAME_TITLES])
{
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *row = row_of(o->s, o->f->request->focus);
	const char *who = phrase_variant(a, o->f->request->focus);
	if (!row || !row->present) {
		titles[0] = words_fill(a, l, WORD_TITLE_NO_VALUE, "name", who, "on", o->on, NULL);
	} else if (!row->rank || !shown_leader(o->all)) {
		claim_titles(o, row, titles);
	} else if (is_alone(o)) {
		titles_alone(o, row, titles);
	} else {
		titles_of_rank(o, row, titles);
	}
}

static bool has_value(const struct standing *s, const struct variant *variant)
{
	const struct standing_row *row = row_of(s, variant);
	return row && row->present;
}

enum { USUAL_TITLES = 4 };
_Static_assert(USUAL_TITLES + SHOWN_FINDINGS < FRAME_TITLES, "there is room for all titles, and for their end");
/* The title holds one against others, and is not about a claim. */
static bool compares(const struct one *o)
{
	const struct variant *focus = o->f->request->focus;
	const struct standing_row *row = row_of(o->s, focus);
	return !is_alone(o) && (!focus || (row && (row->rank || !subject_directed(o->f))));
}

void shown_titles(const struct shown *shown, const char *titles[FRAME_TITLES])
{
	struct one o = one_of(shown);
	struct arena *a = o.f->arena;
	const struct language *l = o.f->language;
	size_t n = o.s->n_present;
	o.f->counted->part = SCENE_TITLE;
	for (size_t i = 0; i < FRAME_TITLES; i++)
		titles[i] = NULL;
	if (o.f->request->focus && !has_value(o.s, o.f->request->focus))
		titles_of_focus(&o, titles); /* it has no value, in any direction */
	else if (o.s->benchmark->direction == DIRECTION_UNKNOWN)
		shown_size_titles(shown, titles);
	else if (o.f->request->focus)
		titles_of_focus(&o, titles);
	else
		titles_of_leader(&o, titles);
	counted_title(o.f->counted, titles[0]);
	for (size_t i = 0; i < FRAME_TITLES && compares(&o); i++) {
		const char *among = subject_among(o.f, titles[i]);
		counted_retitle(o.f->counted, titles[i], among);
		titles[i] = among;
	}
	const char *models = words_fill(a, l, WORD_TITLE_MODELS_ON, "count",
	                                counted_words_on(o.f->counted, COUNT_VALUES, o.column, n), "n",
	                                number_plain(a, l, n), "on", o.on, NULL);
	models = shown_with_rest(shown, words_sentence(a, l, models), COUNT_VALUES_LEFT, o.all->n_present - n);
	counted_title(o.f->counted, models);
	const char *usual[USUAL_TITLES] = { titles[0], titles[1], titles[2], models };
	size_t count = shown_findings(shown, titles);
	for (size_t i = 0; i < USUAL_TITLES; i++)
		if (usual[i] && (!count || !str_eq(usual[i], titles[count - 1])) &&
		    (usual[i] == models || subject_is_short(o.f, usual[i])))
			titles[count++] = usual[i];
	titles[count] = NULL;
}

/* Measure with unit and date. */
static char *subtitle_of(const struct shown *shown)
{
	const struct subject *f = shown->subject;
	return arena_printf(f->arena, "%s%s",
	                    phrase_measure(f->arena, shown->grid->columns[0]->benchmark, shown->styles[0]),
	                    phrase_as_of(f->arena, f->language, f->dataset->date));
}

void shown_words(const struct shown *shown, struct frame_words *words)
{
	shown_titles(shown, words->titles);
	words->heading = phrase_versioned(shown->subject->arena, shown->grid->columns[0]->benchmark);
	words->subtitle = subtitle_of(shown);
	shown_direction(shown, words);
}
