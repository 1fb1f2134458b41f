/* Key findings: where the focus leads and trails, by how much, and who spends least; without a focus, who leads where.
 * Rivals are other models, as on the gap chart. The largest lead is one of benchmarks that are alike: percent are not
 * compared with seconds, nor the points of one scale with those of another. */
#include "base/arena.h"
#include "brief/generate.h"
#include "chart/phrase.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "facts/decimal.h"
#include "words/number.h"

#include <math.h>

enum { NAMED_MAX = 6, LARGEST_MAX = 3 };

struct duel { /* the focus against its best rival on one benchmark */
	const struct standing *standing;
	struct contest contest;
	double lead; /* positive if ahead, 0 if neither */
	struct digits digits;
};

struct duels { /* on every benchmark with values, as figures count them */
	struct duel *items;
	size_t count, n_leads, n_trails, n_claimed;
};

/* What one can lead on; of what is spent, less is needed, and nobody leads. */
static bool is_score(const struct benchmark *b)
{
	bool spent = b->unit->kind == UNIT_AMOUNT && b->direction == DIRECTION_LOWER;
	return !spent && !b->part_of && b->direction != DIRECTION_UNKNOWN;
}

char *generate_row_value(struct reading *r, const struct standing *s, const struct standing_row *row)
{
	const struct measurement *m = standing_chosen(r->arena, s, row);
	reading_keep_source(r, m, true);
	struct number_style style =
		digits_style(number_style_of(r->language, m->benchmark->unit, 0, m->value.magnitude, m->value.number),
	                     digits_of(&m->value));
	return number_with_unit(r->arena, m->value.number, style, m->benchmark->unit);
}

static void add_duel(struct arena *arena, struct duels *duels, const struct standing *s, const struct variant *focus)
{
	struct duel *duel = &duels->items[duels->count++];
	*duel = (struct duel){ .standing = s, .contest = contest_of(s, focus) };
	const struct contest *c = &duel->contest;
	if (c->outcome != CONTEST_AHEAD && c->outcome != CONTEST_BEHIND)
		return;
	const struct measurement *m = standing_chosen(arena, s, c->own), *other = standing_chosen(arena, s, c->rival);
	struct decimal own = decimal_of(c->own->value, quantity_level(m->value)),
		       rival = decimal_of(c->rival->value, quantity_level(other->value));
	duel->lead = fabs(decimal_difference(own, rival).number) * (c->outcome == CONTEST_AHEAD ? 1 : -1);
	duel->digits = digits_between(duel->lead, digits_of(&m->value), digits_of(&other->value));
	duels->n_leads += duel->lead > 0;
	duels->n_trails += duel->lead < 0;
	duels->n_claimed += duel->lead > 0 && c->own->claimed;
}

bool generate_is_counted_above(const struct standing *const *standings, const struct benchmark *b,
                               const struct variant *focus)
{
	for (const struct benchmark *whole = benchmark_group(b); whole; whole = benchmark_group(whole)) {
		const struct standing *s = standings[whole->index];
		struct contest c = s ? contest_of(s, focus) : (struct contest){ 0 };
		if (c.own && c.rival)
			return true;
	}
	return false;
}

const struct standing **generate_standings(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const struct standing **standings = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof *standings);
	struct diags *silent = diags_new(r->arena);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		standings[d->benchmarks[i]->index] = standing_of(r->arena, d, d->benchmarks[i], NULL, 0, silent);
	return standings;
}

static struct duels duels_of(struct reading *r, const struct variant *focus)
{
	const struct dataset *d = r->dataset;
	struct duels duels = { .items = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof(struct duel)) };
	const struct standing **standings = generate_standings(r);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		if (standings[b->index] && !generate_is_counted_above(standings, b, focus))
			add_duel(r->arena, &duels, standings[b->index], focus);
	}
	return duels;
}

static char *list_of(struct reading *r, const struct duels *duels, bool leads)
{
	const char **names = arena_alloc(r->arena, duels->count + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < duels->count; i++)
		if (leads ? duels->items[i].lead > 0 : duels->items[i].lead < 0)
			names[n++] = duels->items[i].standing->benchmark->brief;
	return words_list(r->arena, r->language, names, n, NAMED_MAX);
}

static void add_item(struct reading *r, struct block *list, const char *text)
{
	struct block *item = block_new(r->arena, BLOCK_ITEM, list->place);
	generate_paragraph(r, list->place, words_sentence(r->arena, r->language, text), item);
	block_add(r->arena, list, item);
}

/* ---- the largest ---- */

struct group { /* duels won, or lost, on benchmarks that are alike */
	const struct duel **items;
	size_t count, n_largest; /* the largest come first, in the order of the data */
	bool alone;              /* no other group has their unit */
};

static bool is_won(const struct duel *duel, bool leads)
{
	return leads ? duel->lead > 0 : duel->lead < 0;
}

/* What is alike with the duel at first, if nothing before it is. */
static struct group group_of(struct reading *r, const struct duels *duels, size_t first, bool leads)
{
	struct group g = { .items = arena_alloc(r->arena, duels->count + 1, sizeof *g.items), .alone = true };
	const struct benchmark *b = duels->items[first].standing->benchmark;
	for (size_t i = 0; i < duels->count; i++) {
		const struct duel *duel = &duels->items[i];
		const struct benchmark *other = duel->standing->benchmark;
		bool alike = benchmark_alike(b, other);
		if (!is_won(duel, leads))
			continue;
		g.alone = g.alone && (alike || !unit_same(b->unit, other->unit));
		if (!alike)
			continue;
		if (i < first)
			return (struct group){ .count = 0 };
		if (g.count && fabs(duel->lead) > fabs(g.items[0]->lead))
			g.n_largest = 0;
		if (!g.n_largest || fabs(duel->lead) >= fabs(g.items[0]->lead))
			g.items[g.n_largest++] = duel;
		g.count++;
	}
	return g;
}

/* "On Latency it has 3.2 seconds against 4.1 seconds for Birch." */
static char *one_of_group(struct reading *r, const struct duel *duel, enum word word, const char *unit)
{
	/* One after the other: what is printed is noted in this order. */
	const char *own = generate_row_value(r, duel->standing, duel->contest.own);
	const char *rival = generate_row_value(r, duel->standing, duel->contest.rival);
	return words_fill(r->arena, r->language, word, "on",
	                  words_object(r->arena, r->language, duel->standing->benchmark->brief), "value", own, "other",
	                  rival, "rival", phrase_variant(r->arena, duel->contest.rival->variant), "unit", unit, NULL);
}

static char *tied_of_group(struct reading *r, const struct group *g, bool leads)
{
	const char **names = arena_alloc(r->arena, g->n_largest + 1, sizeof *names);
	const struct duel *duel = g->items[0];
	const struct unit *unit = duel->standing->benchmark->unit;
	double gap = fabs(duel->lead);
	struct number_style style =
		number_style_of(r->language, unit, 0,
	                        standing_chosen(r->arena, duel->standing, duel->contest.own)->value.magnitude, gap);
	for (size_t i = 0; i < g->n_largest; i++)
		names[i] = g->items[i]->standing->benchmark->brief;
	return words_fill(r->arena, r->language, leads ? WORD_FIND_TIED_LEAD : WORD_FIND_TIED_LAG, "gap",
	                  number_gap(r->arena, gap, digits_style(style, duel->digits), unit), "list",
	                  words_list(r->arena, r->language, names, g->n_largest, NAMED_MAX), NULL);
}

static char *largest_of(struct reading *r, const struct group *g, bool leads, bool only)
{
	const struct duel *duel = g->items[0];
	const struct unit *unit = duel->standing->benchmark->unit;
	const char *words =
		unit == &unit_percent ? r->language->percent_word : number_unit(r->arena, r->language, unit, 0);
	if (g->count > 1 && g->n_largest == 1 && only)
		return one_of_group(r, duel, leads ? WORD_FIND_LARGEST_LEAD : WORD_FIND_LARGEST_LAG, "");
	if (g->count > 1 && g->n_largest == 1 && g->alone && words)
		return one_of_group(r, duel, leads ? WORD_FIND_LARGEST_LEAD_IN : WORD_FIND_LARGEST_LAG_IN, words);
	if (g->count > 1 && only)
		return tied_of_group(r, g, leads);
	return g->count == 1 ? one_of_group(r, duel, WORD_FIND_DUEL, "") : NULL;
}

/* The largest of each kind of scale; where a scale has one, that one. */
static void add_largest(struct reading *r, struct block *list, const struct duels *duels, bool leads)
{
	size_t all = leads ? duels->n_leads : duels->n_trails, told = 0;
	for (int single = 0; single < 2; single++)
		for (size_t i = 0; i < duels->count && told < LARGEST_MAX; i++) {
			if (!is_won(&duels->items[i], leads))
				continue;
			struct group g = group_of(r, duels, i, leads);
			char *text =
				g.count && (g.count == 1) == single ? largest_of(r, &g, leads, g.count == all) : NULL;
			if (text)
				add_item(r, list, text);
			told += text != NULL;
		}
}

static void add_focus(struct reading *r, struct block *list, const struct variant *focus)
{
	struct duels duels = duels_of(r, focus);
	const char *name = phrase_variant(r->arena, focus);
	if (!duels.count)
		return;
	char *all = number_count(r->arena, r->language, duels.count);
	char *first = duels.n_leads ? words_fill(r->arena, r->language, WORD_FIND_LEADS, "name", name, "n",
	                                         number_count(r->arena, r->language, duels.n_leads), "all", all, "list",
	                                         list_of(r, &duels, true), NULL)
	                            : words_fill(r->arena, r->language,
	                                         duels.count == 2 ? WORD_FIND_LEADS_NEITHER : WORD_FIND_LEADS_NONE,
	                                         "name", name, "all", all, NULL);
	if (duels.n_claimed)
		first = arena_printf(r->arena, "%s %s", first,
		                     words_fill(r->arena, r->language, WORD_FIND_CLAIMED, "n",
		                                number_plain(r->arena, r->language, duels.n_claimed), "k",
		                                number_count(r->arena, r->language, duels.n_claimed), NULL));
	add_item(r, list, first);
	add_largest(r, list, &duels, true);
	if (duels.n_trails)
		add_item(r, list,
		         words_fill(r->arena, r->language, WORD_FIND_TRAILS, "n",
		                    number_count(r->arena, r->language, duels.n_trails), "list",
		                    list_of(r, &duels, false), NULL));
	add_largest(r, list, &duels, false);
}

/* Who leads on one benchmark, alone or with others. */
static void add_top(struct reading *r, struct block *list, const struct standing *s)
{
	const struct variant **names = arena_alloc(r->arena, s->count, sizeof *names);
	const struct standing_row *first = NULL;
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1) {
			first = first ? first : &s->rows[i];
			names[n++] = s->rows[i].variant;
		}
	if (!first)
		return;
	char *names_words = phrase_variants(r->arena, r->language, names, n);
	add_item(r, list,
	         words_fill(r->arena, r->language, n > 1 ? WORD_FIND_SHARED : WORD_FIND_TOP, "on",
	                    phrase_versioned(r->arena, s->benchmark), n > 1 ? "names" : "name", names_words, "value",
	                    generate_row_value(r, s, first), NULL));
}

/* Tokens, money, time: who needs least, and the focus or the one that needs most. */
static void add_economy(struct reading *r, struct block *list, const struct standing *s)
{
	const struct standing_row *least = &s->rows[0], *other = &s->rows[s->n_present - 1];
	if (s->n_present < 2 || s->benchmark->direction != DIRECTION_LOWER)
		return;
	for (size_t i = 1; i < s->n_present; i++)
		if (s->rows[i].variant == r->focus)
			other = &s->rows[i];
	const char *value = generate_row_value(r, s, least), *more = generate_row_value(r, s, other);
	add_item(r, list,
	         words_fill(r->arena, r->language, WORD_FIND_ECONOMY, "what", s->benchmark->brief, "name",
	                    phrase_variant(r->arena, least->variant), "value", value, "other",
	                    phrase_variant(r->arena, other->variant), "more", more, NULL));
}

void generate_findings(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct block *list = block_new(r->arena, BLOCK_LIST, place);
	struct diags *silent = diags_new(r->arena);
	size_t tops = 0;
	bool any = false;
	if (r->focus)
		add_focus(r, list, r->focus);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		const struct standing *s = standing_of(r->arena, d, b, NULL, 0, silent);
		any |= s != NULL;
		if (s && is_score(b) && !r->focus && tops++ < NAMED_MAX)
			add_top(r, list, s);
		else if (s && !is_score(b) && !b->part_of)
			add_economy(r, list, s);
	}
	if (list->n_items && d->part)
		generate_paragraph(r, place, words_get(r->language, WORD_NOTE_SELECTED), into);
	if (list->n_items)
		block_add(r->arena, into, list);
	else
		generate_paragraph(r, place, words_get(r->language, any ? WORD_FIND_UNRANKED : WORD_FIND_NONE), into);
}
