/* Key findings: where the focus leads and trails, by how much, and who spends least; without a focus, who leads where.
 * Rivals are other models, as on the gap chart. */
#include "base/arena.h"
#include "brief/generate.h"
#include "chart/phrase.h"
#include "facts/standing.h"
#include "words/number.h"

#include <math.h>

enum { NAMED_MAX = 6 };

struct duel { /* the focus against its best rival on one benchmark */
	const struct standing *standing;
	const struct standing_row *own, *rival;
	double lead; /* positive if ahead */
};

struct duels {
	struct duel *items;
	size_t count, n_leads, n_trails, n_claimed;
	const struct duel *largest_lead, *largest_lag;
};

static bool is_score(const struct benchmark *b)
{
	return b->unit->kind != UNIT_AMOUNT && !b->part_of;
}

/* As published: in its own digits, with its unit. */
static char *value_of(struct reading *r, const struct standing_row *row)
{
	const struct measurement *m = row->chosen;
	struct number_style style =
		number_style_of(r->language, m->value.decimals, m->value.magnitude, m->value.number);
	return number_with_unit(r->arena, m->value.number, style, m->benchmark->unit);
}

/* A difference that makes no difference in rank is none. */
static bool is_level(const struct standing_row *a, const struct standing_row *b)
{
	double joint = hypot(a->half, b->half);
	return a->value == b->value || (a->rank && a->rank == b->rank) ||
	       (joint > 0 && fabs(a->value - b->value) < joint);
}

static void find_pair(const struct standing *s, const struct variant *focus, struct duel *duel)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct standing_row *row = &s->rows[i];
		if (row->chosen && row->variant == focus)
			duel->own = row;
		else if (row->chosen && row->variant->model != focus->model && !duel->rival)
			duel->rival = row;
	}
}

static struct duels duels_of(struct reading *r, const struct variant *focus)
{
	const struct dataset *d = r->dataset;
	struct duels duels = { .items = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof(struct duel)) };
	struct diags *silent = diags_new(r->arena);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		struct duel *duel = &duels.items[duels.count];
		*duel = (struct duel){ 0 };
		const struct standing *s =
			is_score(d->benchmarks[i]) ? standing_of(r->arena, d, d->benchmarks[i], NULL, 0, silent) : NULL;
		if (!s)
			continue;
		duel->standing = s;
		find_pair(s, focus, duel);
		if (!duel->own || !duel->rival)
			continue;
		double gap = duel->own->value - duel->rival->value;
		duel->lead = is_level(duel->own, duel->rival) ? 0 : s->benchmark->better == BETTER_LOWER ? -gap : gap;
		duels.n_leads += duel->lead > 0;
		duels.n_trails += duel->lead < 0;
		duels.n_claimed += duel->lead > 0 && duel->own->claimed;
		duels.count++;
	}
	for (size_t i = 0; i < duels.count; i++) {
		const struct duel *duel = &duels.items[i];
		if (duel->standing->benchmark->unit != &unit_percent)
			continue; /* points of other scales are neither larger nor smaller */
		if (duel->lead > 0 && (!duels.largest_lead || duel->lead > duels.largest_lead->lead))
			duels.largest_lead = duel;
		if (duel->lead < 0 && (!duels.largest_lag || duel->lead < duels.largest_lag->lead))
			duels.largest_lag = duel;
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

static void add_largest(struct reading *r, struct block *list, const struct duel *duel, enum word word)
{
	if (duel)
		add_item(r, list,
		         words_fill(r->arena, r->language, word, "on",
		                    words_object(r->arena, r->language, duel->standing->benchmark->brief), "value",
		                    value_of(r, duel->own), "other", value_of(r, duel->rival), "rival",
		                    phrase_variant(r->arena, duel->rival->variant), NULL));
}

static void add_focus(struct reading *r, struct block *list, const struct variant *focus)
{
	struct duels duels = duels_of(r, focus);
	const char *name = phrase_variant(r->arena, focus);
	if (!duels.count)
		return;
	char *all = number_count(r->arena, r->language, duels.count);
	char *first = duels.n_leads
	                      ? words_fill(r->arena, r->language, WORD_FIND_LEADS, "name", name, "n",
	                                   number_count(r->arena, r->language, duels.n_leads), "all", all, "list",
	                                   list_of(r, &duels, true), NULL)
	                      : words_fill(r->arena, r->language, WORD_FIND_LEADS_NONE, "name", name, "all", all, NULL);
	if (duels.n_claimed)
		first = arena_printf(r->arena, "%s %s", first,
		                     words_fill(r->arena, r->language, WORD_FIND_CLAIMED, "n",
		                                number_plain(r->arena, r->language, duels.n_claimed), "k",
		                                number_count(r->arena, r->language, duels.n_claimed), NULL));
	add_item(r, list, first);
	add_largest(r, list, duels.largest_lead, WORD_FIND_LARGEST_LEAD);
	if (duels.n_trails)
		add_item(r, list,
		         words_fill(r->arena, r->language, WORD_FIND_TRAILS, "n",
		                    number_count(r->arena, r->language, duels.n_trails), "list",
		                    list_of(r, &duels, false), NULL));
	add_largest(r, list, duels.largest_lag, WORD_FIND_LARGEST_LAG);
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
	                    value_of(r, first), NULL));
}

/* Tokens, money, time: who needs least, and the focus or the one that needs most. */
static void add_economy(struct reading *r, struct block *list, const struct standing *s)
{
	const struct standing_row *least = &s->rows[0], *other = &s->rows[s->n_present - 1];
	if (s->n_present < 2 || s->benchmark->better != BETTER_LOWER)
		return;
	for (size_t i = 1; i < s->n_present; i++)
		if (s->rows[i].variant == r->focus)
			other = &s->rows[i];
	add_item(r, list,
	         words_fill(r->arena, r->language, WORD_FIND_ECONOMY, "what", s->benchmark->brief, "name",
	                    phrase_variant(r->arena, least->variant), "value", value_of(r, least), "other",
	                    phrase_variant(r->arena, other->variant), "more", value_of(r, other), NULL));
}

void generate_findings(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct block *list = block_new(r->arena, BLOCK_LIST, place);
	struct diags *silent = diags_new(r->arena);
	size_t tops = 0;
	if (r->focus)
		add_focus(r, list, r->focus);
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		const struct standing *s = standing_of(r->arena, d, b, NULL, 0, silent);
		if (s && is_score(b) && !r->focus && tops++ < NAMED_MAX)
			add_top(r, list, s);
		else if (s && !is_score(b) && !b->part_of)
			add_economy(r, list, s);
	}
	if (list->n_items)
		block_add(r->arena, into, list);
	else
		generate_paragraph(r, place, words_get(r->language, WORD_FIND_NONE), into);
}
