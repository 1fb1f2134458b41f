/* Titles and alt texts, made from the data so that they cannot disagree with them. */
#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/lengths.h"

#include <math.h>

/* ---- one benchmark ---- */

struct one { /* a standing, and how to speak of it */
	const struct subject *f;
	const struct standing *s;
	struct number_style style;
	const char *on;
};

static struct one one_of(const struct subject *f)
{
	const struct standing *s = f->grid->columns[0];
	return (struct one){ f, s, f->styles[0], words_object(f->arena, f->language, s->benchmark->brief) };
}

static char *name(const struct one *o, const struct standing_row *row)
{
	return phrase_variant(o->f->arena, row->variant);
}

static char *value(const struct one *o, const struct standing_row *row)
{
	return phrase_value(o->f->arena, row, o->style, o->s->benchmark, true);
}

/* Printed numbers that are closer than this are the same. */
static double least_shown(const struct number_style *style)
{
	return part_of_last_digit * pow(10, -style->decimals);
}

static size_t n_leaders(const struct standing *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->rows[i].rank == 1;
	return n;
}

static const struct standing_row *leader(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1)
			return &s->rows[i];
	return NULL;
}

static const struct standing_row *other_leader(const struct standing *s, const struct standing_row *first)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1 && &s->rows[i] != first)
			return &s->rows[i];
	return first;
}

/* The best row behind the leaders; NULL if all lead. */
static const struct standing_row *runner_up(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank > 1)
			return &s->rows[i];
	return NULL;
}

/* ", 5 points behind X": from the numbers as printed. "" where the unit has no word for a difference, or the
 * difference does not show. */
static char *with_gap(const struct one *o, const char *sentence, const struct standing_row *a,
                      const struct standing_row *b, bool ahead, const char *whom)
{
	struct arena *arena = o->f->arena;
	bool lower = o->s->benchmark->better == BETTER_LOWER;
	const struct unit *unit = o->s->benchmark->unit;
	enum word how = lower ? (ahead ? WORD_BELOW : WORD_ABOVE) : ahead ? WORD_AHEAD_OF : WORD_BEHIND;
	double gap = fabs(number_shown(a->value, o->style) - number_shown(b->value, o->style));
	if (unit->bare || gap < least_shown(&o->style))
		return arena_strdup(arena, sentence);
	char *words = number_gap(arena, gap * pow(10, o->style.magnitude), o->style, unit);
	return words_clause(arena, o->f->language, sentence,
	                    words_fill(arena, o->f->language, how, "gap", words, "whom", whom, NULL));
}

static void claim_titles(const struct one *o, const struct standing_row *row, const char *titles[FRAME_TITLES])
{
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct organisation *maker = row->variant->model->organisation;
	const char *by = maker ? maker->name : "", *who = name(o, row);
	size_t ahead = 0; /* rows clearly above it, and not merely by their own claim */
	for (size_t i = 0; i < o->s->n_present && &o->s->rows[i] != row; i++)
		ahead += !o->s->rows[i].claimed &&
		         number_shown(o->s->rows[i].value, o->style) != number_shown(row->value, o->style) &&
		         fabs(o->s->rows[i].value - row->value) >= hypot(o->s->rows[i].half, row->half);
	enum word word = maker && ahead ? WORD_TITLE_MAKER_CLAIMS_BEHIND
	                 : maker        ? WORD_TITLE_MAKER_CLAIMS_ALONE
	                                : WORD_TITLE_CLAIMS_ALONE;
	titles[0] = words_fill(a, l, word, "name", who, "value", value(o, row), "on", o->on, "maker", by, "count",
	                       number_count(a, l, ahead), "n", number_plain(a, l, ahead), NULL);
	titles[1] = words_fill(a, l, maker ? WORD_TITLE_MAKER_CLAIMS : WORD_TITLE_CLAIMS, "name", who, "value",
	                       value(o, row), "on", o->on, "maker", by, NULL);
}

static void titles_of_leader(const struct one *o, const char *titles[FRAME_TITLES])
{
	const struct standing *s = o->s;
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *first = leader(s), *second = runner_up(s);
	size_t leaders = n_leaders(s);
	if (!first)
		return;
	const char *count = number_count(a, l, leaders);
	if (s->n_present == 1 && first->claimed) {
		claim_titles(o, first, titles);
	} else if (s->n_present == 1) {
		titles[0] = words_fill(a, l, WORD_TITLE_SCORES, "name", name(o, first), "value", value(o, first), "on",
		                       o->on, NULL);
	} else if (leaders == 1 && (s->all_claimed || first->estimated)) {
		titles[0] = words_fill(a, l, s->all_claimed ? WORD_TITLE_LEADS_CLAIMED : WORD_TITLE_LEADS_ESTIMATED,
		                       "name", name(o, first), "on", o->on, NULL);
	} else if (leaders == 1) {
		titles[1] = words_fill(a, l, WORD_TITLE_LEADS, "name", name(o, first), "on", o->on, NULL);
		titles[0] = second ? with_gap(o, titles[1], first, second, true, name(o, second)) : titles[1];
	} else if (leaders == 2) {
		titles[0] = words_fill(a, l, WORD_TITLE_TWO_LEAD, "name", name(o, first), "other",
		                       name(o, other_leader(s, first)), "on", o->on, NULL);
		titles[1] = words_fill(a, l, WORD_TITLE_TWO_LEAD_SHORT, "on", o->on, NULL);
	} else if (leaders == s->n_present && s->n_claimed == (s->all_claimed ? s->n_present : 0)) {
		titles[0] = words_fill(a, l, WORD_TITLE_NO_LEADER, "on", o->on, "count", count, NULL);
	} else {
		titles[0] =
			words_sentence(a, l, words_fill(a, l, WORD_TITLE_MANY_LEAD, "count", count, "on", o->on, NULL));
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
	const struct standing_row *first = leader(o->s);
	for (size_t i = 0; first && i < o->s->count; i++)
		if (o->s->rows[i].rank == 1 && fabs(number_shown(o->s->rows[i].value, o->style) -
		                                    number_shown(first->value, o->style)) > least_shown(&o->style))
			return false;
	return true;
}

static void titles_of_rank(const struct one *o, const struct standing_row *row, const char *titles[FRAME_TITLES])
{
	const struct standing *s = o->s;
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *first = leader(s), *second = runner_up(s);
	const char *who = name(o, row);
	size_t leaders = n_leaders(s);
	if (row->rank == 1 && leaders == 1 && (s->all_claimed || row->estimated)) {
		titles[0] = words_fill(a, l, s->all_claimed ? WORD_TITLE_LEADS_CLAIMED : WORD_TITLE_LEADS_ESTIMATED,
		                       "name", who, "on", o->on, NULL);
	} else if (row->rank == 1 && leaders == 1) {
		titles[1] = words_fill(a, l, WORD_TITLE_LEADS, "name", who, "on", o->on, NULL);
		titles[0] = second ? with_gap(o, titles[1], row, second, true, name(o, second)) : titles[1];
	} else if (row->rank == 1) {
		titles[0] = words_fill(a, l, WORD_TITLE_SHARES_WITH, "name", who, "on", o->on, "count",
		                       number_count(a, l, leaders - 1), "n", number_plain(a, l, leaders - 1), NULL);
		titles[1] = words_fill(a, l, WORD_TITLE_SHARES, "name", who, "on", o->on, NULL);
	} else {
		const struct standing_row *other = other_leader(s, first);
		bool alike = leaders > 1 && leaders_print_alike(o);
		const char *whom = alike && other != first ? words_get(l, WORD_THE_LEADERS) : name(o, first);
		titles[1] = words_fill(a, l, row->tied ? WORD_TITLE_RANKS_TIED : WORD_TITLE_RANKS, "name", who,
		                       "ordinal", l->ordinal(a, row->rank), "on", o->on, NULL);
		titles[0] = with_gap(o, titles[1], row, first, false, whom);
	}
}

static void titles_of_focus(const struct one *o, const char *titles[FRAME_TITLES])
{
	struct arena *a = o->f->arena;
	const struct language *l = o->f->language;
	const struct standing_row *row = row_of(o->s, o->f->request->focus);
	const char *who = phrase_variant(a, o->f->request->focus);
	if (!row || !row->chosen) {
		titles[0] = words_fill(a, l, WORD_TITLE_NO_VALUE, "name", who, "on", o->on, NULL);
	} else if (!row->rank || !leader(o->s)) {
		claim_titles(o, row, titles);
	} else {
		titles_of_rank(o, row, titles);
	}
}

/* From the standing. */
static void titles_of_one(const struct subject *f, const char *titles[FRAME_TITLES])
{
	struct one o = one_of(f);
	size_t n = o.s->n_present;
	for (size_t i = 0; i < FRAME_TITLES; i++)
		titles[i] = NULL;
	if (f->request->focus)
		titles_of_focus(&o, titles);
	else
		titles_of_leader(&o, titles);
	titles[FRAME_TITLES - 1] = words_sentence(f->arena, f->language,
	                                          words_fill(f->arena, f->language, WORD_TITLE_MODELS_ON, "count",
	                                                     number_count(f->arena, f->language, n), "n",
	                                                     number_plain(f->arena, f->language, n), "on", o.on, NULL));
	for (size_t i = FRAME_TITLES - 1; i-- > 0;)
		if (!titles[i])
			titles[i] = titles[i + 1];
}

/* Measure with unit and date. */
static char *subtitle_of_one(const struct subject *f)
{
	return arena_printf(f->arena, "%s%s", phrase_measure(f->arena, f->grid->columns[0]->benchmark, f->styles[0]),
	                    phrase_as_of(f->arena, f->language, f->dataset->date));
}

void subject_words(const struct subject *f, struct frame_words *words)
{
	titles_of_one(f, words->titles);
	words->heading = phrase_versioned(f->arena, f->grid->columns[0]->benchmark);
	words->subtitle = subtitle_of_one(f);
	words->direction = subject_direction(f);
}

/* ---- several benchmarks ---- */

/* The best by value, claims included, beyond noise and to the printed digit. */
static bool tops(const struct subject *f, size_t column, const struct variant *variant)
{
	const struct standing *s = f->grid->columns[column];
	if (!s->n_present || s->rows[0].variant != variant)
		return false;
	if (s->n_present == 1)
		return true;
	const struct standing_row *a = &s->rows[0], *b = &s->rows[1];
	double lead = fabs(a->value - b->value),
	       shown = fabs(number_shown(a->value, f->styles[column]) - number_shown(b->value, f->styles[column]));
	return lead >= hypot(a->half, b->half) && shown > least_shown(&f->styles[column]);
}

/* Benchmarks on which a row leads alone. */
static size_t leads_alone(const struct subject *f, size_t row)
{
	size_t n = 0;
	for (size_t c = 0; c < f->grid->n_columns; c++)
		n += grid_cell(f->grid, row, c)->rank == 1 && n_leaders(f->grid->columns[c]) == 1;
	return n;
}

struct lead { /* of a row over the other rows, by the columns that each leads alone */
	size_t row, most, second;
};

static struct lead find_lead(const struct subject *f)
{
	struct lead lead = { 0, leads_alone(f, 0), 0 };
	for (size_t i = 1; i < f->grid->n_rows; i++) {
		size_t leads = leads_alone(f, i);
		if (leads > lead.most)
			lead = (struct lead){ i, leads, lead.most };
		else if (leads > lead.second)
			lead.second = leads;
	}
	return lead;
}

/* Who leads how often. */
static void titles_of_grid(const struct subject *f, const char *titles[FRAME_TITLES])
{
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct grid *g = f->grid;
	const char *all = number_count(a, l, g->n_columns);
	if (g->n_columns == 1) {
		titles_of_one(f, titles);
		return;
	}
	const struct lead lead = find_lead(f);
	size_t focus = subject_focus_row(f), most = lead.most, claimed = 0, top = 0;
	for (size_t c = 0; focus != ROWS_NONE && c < g->n_columns; c++) {
		const struct standing_row *first = &g->columns[c]->rows[0]; /* by value, claims included */
		bool is_top = tops(f, c, g->rows[focus]);
		top += is_top;
		claimed += is_top && first->claimed;
	}
	titles[0] = titles[1] = NULL;
	if (g->n_rows == 1)
		titles[0] = words_fill(a, l, WORD_TITLE_ONE_MODEL, "name", phrase_variant(a, g->rows[0]), "count", all,
		                       "n", number_plain(a, l, g->n_columns), NULL);
	else if (claimed && claimed == top)
		titles[0] = words_fill(a, l, WORD_TITLE_BEST_ONLY_CLAIMED, "name", phrase_variant(a, g->rows[focus]),
		                       "count", number_count(a, l, top), "all", all, NULL);
	else if (claimed)
		titles[0] =
			words_fill(a, l, WORD_TITLE_BEST_CLAIMED, "name", phrase_variant(a, g->rows[focus]), "count",
		                   number_count(a, l, top), "all", all, "claimed", number_count(a, l, claimed), NULL);
	else if (focus != ROWS_NONE && leads_alone(f, focus) == g->n_columns && g->n_rows > 1)
		titles[0] = words_fill(a, l, WORD_TITLE_AHEAD_ALL, "name", phrase_variant(a, g->rows[focus]), NULL);
	else if (focus == ROWS_NONE && most == g->n_columns && g->n_rows > 1)
		titles[0] = words_fill(a, l, WORD_TITLE_AHEAD_ALL, "name", phrase_variant(a, g->rows[lead.row]), NULL);
	else if (focus != ROWS_NONE && leads_alone(f, focus))
		titles[0] = words_fill(a, l, WORD_TITLE_FOCUS_LEADS_MOST, "name", phrase_variant(a, g->rows[focus]),
		                       "count", number_count(a, l, leads_alone(f, focus)), "all", all, NULL);
	else if (focus != ROWS_NONE)
		titles[0] = words_fill(a, l, WORD_TITLE_FOCUS_LEADS_NONE, "name", phrase_variant(a, g->rows[focus]),
		                       "all", all, NULL);
	else if (most > lead.second && g->n_rows > 1)
		titles[0] = words_fill(a, l, WORD_TITLE_LEADS_MOST, "name", phrase_variant(a, g->rows[lead.row]),
		                       "count", number_count(a, l, most), "all", all, NULL);
	else if (g->n_rows > 1 && most * 2 <= g->n_columns)
		titles[0] = words_fill(a, l, WORD_TITLE_SHARED_MOST, "all", all, NULL);
	titles[2] = words_sentence(a, l,
	                           words_fill(a, l, WORD_TITLE_COMPARED, "models", number_count(a, l, g->n_rows), "n",
	                                      number_plain(a, l, g->n_columns), "m", number_plain(a, l, g->n_rows),
	                                      "count", all, NULL));
	titles[1] = titles[2];
	if (!titles[0])
		titles[0] = titles[2];
}

/* "Percent, 5 benchmarks, models ordered by …", without the order where benchmarks are rows. */
static char *subtitle_of_grid(const struct subject *f)
{
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct standing *first = f->grid->columns[0];
	const char *unit = number_unit(a, l, first->benchmark->unit, first->magnitude);
	struct strbuf s = strbuf_new(a);
	strbuf_add(&s, words_fill(a, l, WORD_SUB_BENCHMARKS, "count",
	                          words_sentence(a, l, number_count(a, l, f->grid->n_columns)), "n",
	                          number_plain(a, l, f->grid->n_columns), NULL));
	if (!subject_one_unit(f))
		strbuf_addf(&s, "%s%s", l->list_comma, words_get(l, WORD_SUB_MIXED_UNITS));
	else if (unit)
		strbuf_addf(&s, "%s%s", l->list_comma, unit);
	if (f->grid->n_rows > 1 && !f->turned_all)
		strbuf_addf(&s, "%s%s", l->list_comma, words_get(l, WORD_SUB_ORDER_WON));
	strbuf_add(&s, phrase_as_of(a, l, f->dataset->date));
	return s.s;
}

void subject_grid_words(const struct subject *f, struct frame_words *words)
{
	titles_of_grid(f, words->titles);
	words->heading = f->dataset->title;
	words->subtitle = subtitle_of_grid(f);
	words->direction = subject_direction(f);
}

/* ---- alt texts ---- */

/* The first sentence; a short one if long names leave no room for more. */
static struct strbuf alt_start(const struct subject *f, const char *start, const char *kind)
{
	struct strbuf t = strbuf_new(f->arena);
	strbuf_addf(&t, "%s%s.", start, phrase_as_of(f->arena, f->language, f->dataset->date));
	if (utf8_count(t.s) <= 300)
		return t;
	t = strbuf_new(f->arena);
	strbuf_add(&t, words_fill(f->arena, f->language, WORD_ALT_SHORT, "kind", kind, "n",
	                          number_plain(f->arena, f->language, f->grid->n_rows), NULL));
	return t;
}

static char *alt_row(const struct one *o, const struct standing_row *row)
{
	const struct language *l = o->f->language;
	enum word word = !row->rank ? WORD_ALT_UNRANKED : row->tied ? WORD_ALT_SHARED_PLACE : WORD_ALT_PLACE;
	return words_fill(o->f->arena, l, word, "name", name(o, row), "value", value(o, row), "ordinal",
	                  l->ordinal(o->f->arena, row->rank), NULL);
}

static void alt_names(const struct one *o, struct strbuf *t, enum word word)
{
	struct arena *a = o->f->arena;
	const struct standing *s = o->s;
	const struct variant **names = arena_alloc(a, s->count + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		if (word == WORD_ALT_ABSENT    ? !s->rows[i].chosen
		    : word == WORD_ALT_CLAIMED ? s->rows[i].claimed
		                               : s->rows[i].estimated)
			names[n++] = s->rows[i].variant;
	if (!n)
		return;
	const char *what = words_fill(a, o->f->language, word, "n", number_plain(a, o->f->language, n), NULL);
	const char *who = phrase_variants(a, o->f->language, names, n);
	if (!phrase_alt_add(t, arena_printf(a, "%s: %s.", what, who)))
		phrase_alt_add(t, arena_printf(a, "%s.", what));
}

char *subject_alt(const struct subject *f, const char *start, enum word kind)
{
	struct one o = one_of(f);
	const struct standing *s = o.s;
	struct strbuf t = alt_start(f, start, words_get(f->language, kind));
	size_t order = 0;
	for (; order < s->n_present && order < 5; order++)
		phrase_alt_add(&t, alt_row(&o, &s->rows[order]));
	if (s->n_present > order) {
		const struct standing_row *last = &s->rows[s->n_present - 1];
		phrase_alt_add(&t, words_fill(f->arena, f->language, WORD_ALT_LAST, "name", name(&o, last), "value",
		                              value(&o, last), NULL));
	}
	alt_names(&o, &t, WORD_ALT_CLAIMED);
	alt_names(&o, &t, WORD_ALT_ESTIMATED);
	alt_names(&o, &t, WORD_ALT_ABSENT);
	const struct standing_row *focus = row_of(s, f->request->focus);
	if (focus && focus->chosen && focus->rank > 5)
		phrase_alt_add(&t, alt_row(&o, focus));
	return t.s;
}

char *subject_grid_alt(const struct subject *f, enum word kind)
{
	struct arena *a = f->arena;
	const struct language *l = f->language;
	const struct grid *g = f->grid;
	const char *start = words_fill(a, l, WORD_ALT_GRID, "kind", words_get(l, kind), "m",
	                               number_plain(a, l, g->n_columns), "n", number_plain(a, l, g->n_rows), NULL);
	struct strbuf t = alt_start(f, start, words_get(l, kind));
	size_t absent = 0;
	for (size_t i = 0; i < g->n_rows * g->n_columns; i++)
		absent += !g->cells[i]->chosen;
	for (size_t c = 0; c < g->n_columns; c++) {
		const struct standing *s = g->columns[c];
		const struct standing_row *first = leader(s);
		size_t leaders = n_leaders(s);
		if (!first)
			continue;
		const char *best = phrase_counted(a, first, f->styles[c], s->benchmark), *on = s->benchmark->brief,
			   *name = phrase_variant(a, first->variant), *sentence;
		if (s->n_present == 1)
			sentence = words_fill(a, l, WORD_ALT_ONLY, "on", on, "name", name, "value", best, NULL);
		else if (s->rows[0].claimed && !s->all_claimed && tops(f, c, s->rows[0].variant))
			sentence = words_fill(a, l, WORD_ALT_CLAIM_TOPS, "on", on, "name",
			                      phrase_variant(a, s->rows[0].variant), "claim",
			                      phrase_counted(a, &s->rows[0], f->styles[c], s->benchmark), "value", best,
			                      NULL);
		else if (leaders == 1)
			sentence = words_fill(a, l, WORD_ALT_LEADS_ON, "on", on, "name", name, "value", best, NULL);
		else
			sentence = words_fill(a, l, WORD_ALT_SHARED_ON, "on", on, "count", number_count(a, l, leaders),
			                      "value", best, NULL);
		phrase_alt_add(&t, sentence);
	}
	if (absent)
		phrase_alt_add(&t, words_fill(a, l, WORD_ALT_ABSENT_CELLS, "n", number_plain(a, l, absent), "all",
		                              number_plain(a, l, g->n_rows * g->n_columns), NULL));
	return t.s;
}
