/* Numbered findings: on each benchmark the focus (or who leads) against its best rival, the largest and most surprising
 * first, each with how far it can be trusted and a small chart of all values. */
#include "base/arena.h"
#include "brief/generate.h"
#include "chart/chart.h"
#include "chart/phrase.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "facts/print.h"
#include "words/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double extreme = 0.25; /* more, for the first or the last of several */
enum { SEVERAL = 3, SIDE_SHARE = 3 };

struct pair { /* a finding on its way */
	const struct standing *standing;
	const struct standing_row *own, *rival;
	const struct measurement *values[2];
	enum contest_outcome outcome;
	bool spent; /* what is needed, not scored */
	double gap, score;
	size_t index;
};

struct pairs {
	struct pair *items;
	size_t count, n_ahead, n_behind, widest; /* widest: the most values on one benchmark */
};

/* ---- who against whom ---- */

static bool is_spent(const struct benchmark *b)
{
	return b->unit->kind == UNIT_AMOUNT && b->direction == DIRECTION_LOWER;
}

static const struct standing_row *row_of(const struct standing *s, const struct variant *variant)
{
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant == variant)
			return &s->rows[i];
	return NULL;
}

/* Whoever needs most, or least, whichever is further from what the own row needs. */
static const struct standing_row *furthest(const struct standing *s, const struct standing_row *own)
{
	const struct standing_row *least = &s->rows[0], *most = &s->rows[s->n_present - 1];
	if (own->value <= 0 || least->value <= 0)
		return NULL;
	return most->value / own->value > own->value / least->value ? most : least;
}

/* True if it is one: level means that neither is ahead of the other, not that a sibling is. */
static bool settle_score(struct pair *p, const struct variant *subject)
{
	struct contest c = contest_of(p->standing, subject);
	p->own = c.own;
	p->rival = c.rival;
	p->outcome = c.outcome;
	if (!c.own || !c.rival || c.outcome == CONTEST_NONE)
		return false;
	return c.outcome != CONTEST_LEVEL ||
	       (!standing_ahead(p->standing, c.own, c.rival) && !standing_ahead(p->standing, c.rival, c.own));
}

static bool settle_spent(struct pair *p, const struct variant *subject)
{
	p->own = row_of(p->standing, subject);
	p->rival = p->own ? furthest(p->standing, p->own) : NULL;
	if (!p->rival || p->rival->variant->model == p->own->variant->model)
		return false;
	static const double clearly = 1.1; /* times as much: less is told by no share */
	double high = fmax(p->own->value, p->rival->value), low = fmin(p->own->value, p->rival->value);
	p->outcome = p->own->value < p->rival->value ? CONTEST_AHEAD : CONTEST_BEHIND;
	return high >= clearly * low &&
	       (standing_ahead(p->standing, p->own, p->rival) || standing_ahead(p->standing, p->rival, p->own));
}

static void add_pair(struct reading *r, struct pairs *all, const struct standing *s)
{
	struct pair p = { .standing = s, .spent = is_spent(s->benchmark), .index = all->count };
	const struct standing_row *winner = r->focus ? NULL : contest_winner(s);
	const struct variant *subject = r->focus ? r->focus : winner ? winner->variant : NULL;
	if (!subject || s->n_present < 2 || !(p.spent ? settle_spent(&p, subject) : settle_score(&p, subject)))
		return;
	p.values[0] = standing_chosen(r->arena, s, p.own);
	p.values[1] = standing_chosen(r->arena, s, p.rival);
	p.gap = fabs(p.own->value - p.rival->value);
	all->n_ahead += p.outcome == CONTEST_AHEAD;
	all->n_behind += p.outcome == CONTEST_BEHIND;
	all->widest = s->n_present > all->widest ? s->n_present : all->widest;
	all->items[all->count++] = p;
}

/* ---- size and surprise ---- */

static bool is_last(const struct pair *p)
{
	const struct standing_row *rows = p->standing->rows;
	size_t n = p->standing->n_present;
	if (n < SEVERAL || p->own != &rows[n - 1])
		return false;
	bool clear = true;
	for (size_t i = 0; i + 1 < n; i++) /* noise, and claims, may leave it open who is last */
		clear &= standing_ahead(p->standing, &rows[i], p->own);
	return clear;
}

static void weigh(const struct pairs *all, struct pair *p)
{
	double largest = fmax(fabs(p->own->value), fabs(p->rival->value)),
	       decided = (double)(all->n_ahead + all->n_behind);
	double others = p->outcome == CONTEST_AHEAD    ? (double)all->n_behind
	                : p->outcome == CONTEST_BEHIND ? (double)all->n_ahead
	                                               : 0;
	double surprise = decided > 0 ? others / decided : 0;
	bool first = p->outcome == CONTEST_AHEAD && p->standing->n_present >= SEVERAL;
	surprise += first || is_last(p) ? extreme : 0;
	double size = largest > 0 ? fmin(p->gap / largest, 1) : 0;
	p->score = size * (1 + surprise) * sqrt((double)p->standing->n_present / (double)all->widest);
}

static int by_score(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

/* A reader is told of both sides: of the one that has fewer among the first `most`, as many as a third of these. */
static void balance(struct pairs *all, size_t most)
{
	size_t first = all->count < most ? all->count : most, least = first / SIDE_SHARE;
	for (int side = 0; side < 2; side++) {
		enum contest_outcome wanted = side ? CONTEST_BEHIND : CONTEST_AHEAD;
		size_t n = 0;
		for (size_t i = 0; i < first; i++)
			n += all->items[i].outcome == wanted;
		for (size_t i = first; i < all->count && n < least; i++) {
			struct pair up = all->items[i];
			size_t k = first;
			if (up.outcome != wanted)
				continue;
			while (k > 0 && all->items[k - 1].outcome == wanted)
				k--;
			if (k == 0)
				return;
			all->items[i] = all->items[k - 1];
			all->items[k - 1] = up;
			n++;
		}
	}
	qsort(all->items, first, sizeof *all->items, by_score);
}

static struct pairs pairs_of(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const struct standing **standings = generate_standings(r);
	struct pairs all = { .items = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof(struct pair)) };
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		const struct benchmark *b = d->benchmarks[i];
		if (standings[b->index] && !b->part_of &&
		    !(r->focus && generate_is_counted_above(standings, b, r->focus)))
			add_pair(r, &all, standings[b->index]);
	}
	for (size_t i = 0; i < all.count; i++)
		weigh(&all, &all.items[i]);
	qsort(all.items, all.count, sizeof *all.items, by_score);
	return all;
}

/* ---- words ---- */

static enum word sentence_word(const struct pair *p)
{
	if (p->spent)
		return WORD_KEY_NEEDS;
	if (p->outcome == CONTEST_LEVEL)
		return WORD_KEY_LEVEL;
	if (p->outcome == CONTEST_AHEAD)
		return p->standing->n_present == 2 ? WORD_KEY_LEADS_ONE : WORD_KEY_LEADS;
	if (is_last(p))
		return WORD_KEY_LAST;
	return p->own->rank > 1 && !p->own->tied && p->standing->n_ranked >= SEVERAL ? WORD_KEY_RANKS : WORD_KEY_TRAILS;
}

static const char *sentence_of(struct reading *r, const struct pair *p)
{
	struct arena *a = r->arena;
	enum word word = sentence_word(p);
	const char *own = generate_row_value(r, p->standing, p->own);
	const char *rival = generate_row_value(r, p->standing, p->rival);
	const char *on = p->standing->benchmark->brief;
	size_t n = word == WORD_KEY_RANKS ? p->standing->n_ranked : p->standing->n_present;
	return words_sentence(a, r->language,
	                      words_fill(a, r->language, word, "name", phrase_variant(a, p->own->variant), "on",
	                                 p->spent ? on : words_object(a, r->language, on), "value", own, "other", rival,
	                                 "rival", phrase_variant(a, p->rival->variant), "n",
	                                 number_count(a, r->language, n), "ordinal",
	                                 r->language->ordinal(a, p->own->rank > 0 ? p->own->rank : 1), NULL));
}

/* "5.1" and "points": what is larger, and what stands below it. */
static const char *split(struct reading *r, const char *text, const char **unit)
{
	static const char no_break[] = "\u00a0";
	const char *space = strstr(text, no_break), *plain = strchr(text, ' ');
	size_t skip = sizeof no_break - 1;
	if (plain && (!space || plain < space)) {
		space = plain;
		skip = 1;
	}
	*unit = "";
	if (!space || strstr(text, r->language->times_ten))
		return text;
	*unit = space + skip;
	return arena_strndup(r->arena, text, (size_t)(space - text));
}

static const char *number_of(struct reading *r, const struct pair *p, const char **words)
{
	struct arena *a = r->arena;
	double share = p->spent ? p->own->value / p->rival->value : 0;
	if (p->spent) {
		*words = words_fill(a, r->language, share < 1 ? WORD_KEY_SHARE : WORD_KEY_TIMES, "rival",
		                    phrase_variant(a, p->rival->variant), NULL);
		return share < 1 ? phrase_share(a, r->language, share) : phrase_times(a, r->language, share);
	}
	enum word side = p->outcome == CONTEST_AHEAD    ? WORD_IS_AHEAD
	                 : p->outcome == CONTEST_BEHIND ? WORD_IS_BEHIND
	                                                : WORD_KEY_APART;
	const char *unit, *number = split(r, print_gap(a, r->language, p->gap, p->values[0], p->values[1]), &unit);
	*words = arena_printf(a, "%s%s%s", unit, *unit ? " " : "", words_get(r->language, side));
	return number;
}

/* "Self-reported, disputed": all that holds of the two values. */
static const char *confidence_of(struct reading *r, const struct pair *p)
{
	enum { REASONS = 4 };
	const char *reasons[REASONS];
	size_t n = 0;
	bool third = p->values[0]->measured == MEASURED_THIRD_PARTY && p->values[1]->measured == MEASURED_THIRD_PARTY;
	bool claimed = p->own->claimed || p->rival->claimed;
	bool known = p->values[0]->measured == MEASURED_THIRD_PARTY || p->values[1]->measured == MEASURED_THIRD_PARTY;
	if (claimed)
		reasons[n++] = words_get(r->language, p->own->claimed ? WORD_SURE_CLAIMED : WORD_SURE_RIVAL_CLAIMED);
	else
		reasons[n++] = words_get(r->language, third   ? WORD_SURE_INDEPENDENT
		                                      : known ? WORD_SURE_HALF
		                                              : WORD_SURE_UNKNOWN);
	if (p->own->disputed || p->rival->disputed)
		reasons[n++] = words_get(r->language, WORD_SURE_DISPUTED);
	if (p->outcome == CONTEST_LEVEL && p->gap > 0)
		reasons[n++] = words_get(r->language, WORD_SURE_NOISE);
	struct strbuf b = strbuf_new(r->arena);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s%s", i ? r->language->list_comma : "", reasons[i]);
	return words_sentence(r->arena, r->language, b.s);
}

/* ---- the small chart ---- */

/* Without a unit in words: the sentence beside it has that. */
static const char *end_of(struct reading *r, const struct standing *s, const struct standing_row *row)
{
	const struct measurement *m = standing_chosen(r->arena, s, row);
	const struct unit *unit = m->benchmark->unit;
	struct number_style style = digits_style(
		number_style_of(r->language, unit, 0, m->value.magnitude, m->value.number), digits_of(&m->value));
	return number_with_sign(r->arena, m->value.number, style, unit);
}

static struct spark spark_of(struct reading *r, const struct pair *p)
{
	const struct standing *s = p->standing;
	struct spark_dot *dots = arena_alloc(r->arena, s->n_present + 1, sizeof *dots);
	const struct standing_row *low = p->own, *high = p->own;
	struct spark out = { .dots = dots };
	for (size_t i = 0; i < s->n_present; i++) {
		const struct standing_row *row = &s->rows[i];
		low = row->value < low->value ? row : low;
		high = row->value > high->value ? row : high;
		reading_keep_source(r, standing_chosen(r->arena, s, row), true);
		if (row != p->own)
			dots[out.n_dots++] = (struct spark_dot){ row->value, false, row->claimed };
	}
	dots[out.n_dots++] = (struct spark_dot){ p->own->value, true, p->own->claimed };
	out.low = low->value;
	out.high = high->value;
	out.low_words = end_of(r, s, low);
	out.high_words = end_of(r, s, high);
	out.alt = words_fill(r->arena, r->language, WORD_KEY_SPARK, "on", s->benchmark->brief, "name",
	                     phrase_variant(r->arena, p->own->variant), "value", generate_row_value(r, s, p->own), "n",
	                     number_plain(r->arena, r->language, s->n_present), "low", generate_row_value(r, s, low),
	                     "high", generate_row_value(r, s, high), NULL);
	return out;
}

/* ---- the block ---- */

static struct block *item_of(struct reading *r, struct place place, const struct pair *p, struct finding *finding)
{
	struct block *item = block_new(r->arena, BLOCK_ITEM, place);
	const char *unit, *sentence = sentence_of(r, p), *number = number_of(r, p, &unit);
	generate_paragraph(r, place, number, item);
	generate_paragraph(r, place, unit, item);
	generate_paragraph(r, place, sentence, item);
	generate_paragraph(r, place, confidence_of(r, p), item);
	*finding = (struct finding){ spark_of(r, p), p->standing->benchmark, p->outcome == CONTEST_AHEAD };
	return item;
}

void generate_key_findings(struct reading *r, struct place place, size_t most, struct block *into)
{
	struct pairs all = pairs_of(r);
	balance(&all, most);
	struct block *block = block_new(r->arena, BLOCK_FINDINGS, place);
	struct finding *findings = arena_alloc(r->arena, most + 1, sizeof *findings);
	block->findings.items = findings;
	for (size_t i = 0; i < all.count && i < most; i++)
		block_add(r->arena, block, item_of(r, place, &all.items[i], &findings[i]));
	if (!block->n_items) {
		generate_paragraph(r, place, words_get(r->language, WORD_FIND_UNRANKED), into);
		return;
	}
	if (r->dataset->part)
		generate_paragraph(r, place, words_get(r->language, WORD_NOTE_SELECTED), into);
	block_add(r->arena, into, block);
}

/* ---- references ---- */

static const struct block *figure_of(const struct reading *r, const struct benchmark *benchmark)
{
	for (size_t i = 0; i < r->out->n_charts; i++) {
		const struct chart_request *q = r->out->charts[i]->chart.request;
		for (size_t k = 0; k < q->n_benchmarks; k++)
			if (q->benchmarks[k] == benchmark)
				return r->out->charts[i];
	}
	return NULL;
}

/* "Self-reported · Figure 3" */
static void refer(struct reading *r, struct rich *text, const struct block *chart)
{
	struct rich_builder b = rich_new(r->arena);
	rich_add(&b, text->text);
	rich_add(&b, " \u00b7 ");
	size_t start = b.text.n;
	rich_add(&b, words_fill(r->arena, r->language, WORD_FIGURE, "n",
	                        number_plain(r->arena, r->language, (size_t)chart->chart.number), NULL));
	if (chart->anchor)
		rich_link(&b, start, arena_printf(r->arena, "#%s", chart->anchor), chart->place);
	*text = rich_done(&b);
}

void generate_figure_references(struct reading *r, struct block *block)
{
	for (size_t i = 0; i < block->n_items; i++) {
		const struct block *chart =
			block->kind == BLOCK_FINDINGS ? figure_of(r, block->findings.items[i].benchmark) : NULL;
		if (chart)
			refer(r, &block->items[i]->items[FINDING_CONFIDENCE]->text, chart);
		else
			generate_figure_references(r, block->items[i]);
	}
}
