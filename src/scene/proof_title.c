/* Rule C2 of an author's title, subtitle or note: its numbers are those of what it names, taken from what the chart
 * shows.
 *
 * A number passes as a value, a rank, a difference or a ratio that involves a model or benchmark which the title names,
 * or as a count of models or benchmarks that says what it counts. A single model is compared with the best, the worst
 * and its neighbours, not with everyone: among all differences of a long chart nearly every number occurs. */
#include "scene/proof_rules.h"
#include "scene/proof_stack.h"
#include "scene/proof_title_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/language.h"
#include "words/letters.h"
#include "words/numeral.h"

#include <math.h>
#include <string.h>

static const double hundred = 100;

/* ---- what the title names ---- */

static bool names_model(const struct title *t, const char *model)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (str_eq(t->own->names[i].model, model))
			return true;
	return false;
}

static bool says_variant(const struct title *t, const char *variant)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (str_eq(t->own->names[i].variant, variant))
			return true;
	return false;
}

/* True if the chart shows the default variant of a model, which its bare name means. */
static bool shows_default(const struct title *t, const struct scene_use *of)
{
	const struct scene_document *d = &t->scene->document;
	for (size_t i = 0; i < d->n_uses; i++)
		if (str_eq(d->uses[i].model, of->model) && str_eq(d->uses[i].benchmark, of->benchmark) &&
		    !*d->uses[i].variant)
			return true;
	return false;
}

bool title_names(const struct title *t, const struct scene_name *name, const struct scene_use *use)
{
	if (!str_eq(name->model, use->model))
		return false;
	if (name->variant)
		return str_eq(name->variant, use->variant);
	return !*use->variant || !shows_default(t, use) || says_variant(t, use->variant);
}

static bool names_value(const struct title *t, const struct scene_use *use)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (title_names(t, &t->own->names[i], use))
			return true;
	return false;
}

static bool names_benchmark(const struct title *t, const char *benchmark)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (str_eq(t->own->names[i].benchmark, benchmark))
			return true;
	return false;
}

/* A value of a model that is named, on a benchmark that is named; where only one kind is, of that. */
bool title_means(const struct title *t, const struct scene_use *use)
{
	return (t->models || t->benchmarks) && (!t->models || names_value(t, use)) &&
	       (!t->benchmarks || names_benchmark(t, use->benchmark));
}

static bool is_known(const struct title *t, const struct numeral *n)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (n->start < t->own->names[i].end && n->end > t->own->names[i].start)
			return true;
	return false;
}

static bool is_same(const struct scene_use *a, const struct scene_use *b)
{
	return str_eq(a->model, b->model) && str_eq(a->variant, b->variant) && str_eq(a->benchmark, b->benchmark);
}

/* Totals of whom the title names are values, too. */
static void add_totals(struct proofing *p, struct title *t)
{
	size_t n;
	const struct stack_total *totals = stack_totals(p, &n);
	for (size_t i = 0; i < n; i++) {
		struct scene_use *total = arena_alloc(p->arena, 1, sizeof *total);
		*total = totals[i].parts[0];
		total->benchmark = total->on = total->written = "";
		total->value = totals[i].total;
		total->place = total->rank = 0;
		if (t->models && names_value(t, total))
			t->uses[t->n_uses++] = total;
	}
}

static struct title title_of(struct proofing *p, const char *words, const struct scene_own *own)
{
	const struct scene_document *d = &p->scene->document;
	const char *text = arena_strndup(p->arena, words, own->length);
	struct title t = { .scene = p->scene, .own = own, .text = { d->language, text, own->length } };
	t.uses = arena_alloc(p->arena, 2 * d->n_uses + 1, sizeof *t.uses);
	for (size_t i = 0; i < d->n_uses; i++) {
		t.models |= names_model(&t, d->uses[i].model);
		t.benchmarks |= names_benchmark(&t, d->uses[i].benchmark);
	}
	for (size_t i = 0; i < d->n_uses; i++) {
		bool again = false;
		for (size_t k = 0; k < t.n_uses && title_means(&t, &d->uses[i]) && !again; k++)
			again = is_same(t.uses[k], &d->uses[i]);
		if (!again)
			t.uses[t.n_uses++] = &d->uses[i];
	}
	add_totals(p, &t);
	return t;
}

/* ---- the words around a number ---- */

/* The byte after one of the words, after at most one other word: "three models", "four newer models". */
static bool word_follows(const struct title *t, size_t at, const char *const *words)
{
	for (int skipped = 0; skipped < 2; skipped++) {
		size_t from = letters_spaces(&t->text, at), after;
		for (const char *const *word = words; word && *word; word++) {
			size_t end = letters_literal(&t->text, from, *word);
			if (end > from && letters_at_edge(&t->text, end))
				return true;
		}
		at = from;
		while (letters_in_word(letters_rune(&t->text, at, &after)))
			at = after;
		if (at == from)
			return false;
	}
	return false;
}

/* ---- values ---- */

/* The unit that is typed, if any, is that of the value. */
static bool unit_fits(const struct numeral *n, const struct unit *unit)
{
	bool part = unit == &unit_percent || unit == &unit_fraction;
	return n->percent ? part : !n->unit || str_eq(n->unit, unit->name);
}

static double as_typed(const struct numeral *n, const struct unit *unit, double value)
{
	return n->percent && unit == &unit_fraction ? value * hundred : value;
}

/* The number, or the number in the magnitude that the chart prints: 58 of "58 million tokens". */
static bool reads_as(const struct title *t, const struct numeral *n, double value)
{
	const struct scene_evidence *e = t->scene->evidence;
	if (numeral_equals(n, value))
		return true;
	for (size_t i = 0; i < e->n_measures && !n->magnitude; i++)
		if (e->measures[i].magnitude && numeral_equals(n, value / pow(10, e->measures[i].magnitude)))
			return true;
	return false;
}

static size_t count_above(const struct title *t, const struct scene_use *use)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n_uses; i++)
		n += str_eq(t->uses[i]->benchmark, use->benchmark) && t->uses[i]->value > use->value;
	return n;
}

static size_t count_below(const struct title *t, const struct scene_use *use)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n_uses; i++)
		n += str_eq(t->uses[i]->benchmark, use->benchmark) && t->uses[i]->value < use->value;
	return n;
}

static bool is_value(const struct title *t, const struct numeral *n)
{
	if (n->form != NUMERAL_CARDINAL || letters_follow(&t->text, n->start, t->text.language->by))
		return false;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *use = t->uses[i];
		if (title_means(t, use) && unit_fits(n, use->unit) &&
		    reads_as(t, n, as_typed(n, use->unit, use->value)))
			return true;
	}
	return false;
}

/* ---- differences and ratios ---- */

static bool difference_fits(const struct title *t, const struct numeral *n, const struct scene_use *a,
                            const struct scene_use *b)
{
	bool part = a->unit == &unit_percent || a->unit == &unit_fraction;
	bool bare = n->unit && str_eq(n->unit, unit_points.name) && a->unit->bare; /* points of a score */
	if (n->form != NUMERAL_CARDINAL ||
	    (n->unit && !bare && !str_eq(n->unit, a->unit->name) && !(part && !n->percent)))
		return false;
	double difference = fabs(a->value - b->value) * (a->unit == &unit_fraction ? hundred : 1);
	return !n->percent && reads_as(t, n, difference);
}

/* "twice", "2.1 times", "half", "48% of the tokens", "20% cheaper". */
static bool ratio_fits(const struct numeral *n, const struct scene_use *a, const struct scene_use *b)
{
	if (b->value == 0 || a->value / b->value < 0)
		return false;
	double ratio = a->value / b->value;
	if (n->form == NUMERAL_TIMES || n->form == NUMERAL_SHARE)
		return numeral_equals(n, ratio);
	bool of_total = !*b->benchmark && *a->benchmark; /* "73% of the total" leaves 27% for the others */
	return n->percent &&
	       (numeral_equals(n, hundred * ratio) || (!of_total && numeral_equals(n, hundred * fabs(ratio - 1))));
}

/* The best, the worst, or the next on either side. */
static bool is_near(const struct title *t, const struct scene_use *a, const struct scene_use *b)
{
	size_t above = count_above(t, b), below = count_below(t, b);
	if (!above || !below)
		return true;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *c = t->uses[i];
		bool between =
			(c->value > a->value && c->value < b->value) || (c->value < a->value && c->value > b->value);
		if (str_eq(c->benchmark, a->benchmark) && between)
			return false;
	}
	return true;
}

/* Whether two values may be compared in a title that names so much. */
static bool is_pair(const struct title *t, const struct scene_use *a, const struct scene_use *b)
{
	bool same_test = str_eq(a->benchmark, b->benchmark), same_model = str_eq(a->model, b->model);
	if (a == b || a->unit != b->unit || !title_means(t, a) || !(same_test || same_model))
		return false;
	if (!t->models) /* the spread of a benchmark, or the lead on it */
		return same_test && !count_above(t, a) && is_near(t, a, b);
	if (same_test)
		return title_means(t, b) || is_near(t, a, b);
	if (!*b->benchmark) /* a part and its total */
		return str_eq(a->variant, b->variant);
	return title_means(t, b);
}

static size_t count_named(const struct title *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->own->n_names; i++) {
		bool again = !t->own->names[i].model;
		for (size_t k = 0; k < i && !again; k++)
			again = str_eq(t->own->names[k].model, t->own->names[i].model);
		n += !again;
	}
	return n;
}

/* "Grok 5": a number that follows a name is a value, or part of another name. */
static bool follows_name(const struct title *t, const struct numeral *n)
{
	bool follows = false;
	for (size_t i = 0; i < t->own->n_names; i++)
		follows |= t->own->names[i].model && t->own->names[i].end < n->start &&
		           letters_joint(&t->text, t->own->names[i].end) == n->start;
	return follows;
}

/* The model that is named next after a number; NULL if none is. */
static const struct scene_name *next_name(const struct title *t, size_t at)
{
	const struct scene_name *next = NULL;
	for (size_t i = 0; i < t->own->n_names; i++) {
		const struct scene_name *name = &t->own->names[i];
		if (name->model && name->start >= at && (!next || name->start < next->start))
			next = name;
	}
	return next;
}

/* "A scores twice as much as B" is a over b; "twice as cheap" may be either. */
static bool is_side(const struct title *t, const struct numeral *n, const struct scene_use *a,
                    const struct scene_use *b)
{
	const struct scene_name *than = next_name(t, n->end);
	bool times = n->form == NUMERAL_TIMES || n->form == NUMERAL_SHARE, before = false;
	for (size_t at = n->end; than && times && at < than->start; at++)
		times = !letters_follow(&t->text, at, t->text.language->order->inverse);
	if (!times || !than)
		return true;
	for (size_t i = 0; i < t->own->n_names; i++)
		before |= t->own->names[i].model && t->own->names[i].end <= n->start;
	return !before || (title_names(t, than, b) && !title_names(t, than, a));
}

static bool is_comparison(const struct title *t, const struct numeral *n)
{
	bool several = count_named(t) > 1;
	if (n->form == NUMERAL_CARDINAL && follows_name(t, n))
		return false;
	for (size_t i = 0; i < t->n_uses; i++)
		for (size_t k = 0; title_means(t, t->uses[i]) && k < t->n_uses; k++) {
			const struct scene_use *a = t->uses[i], *b = t->uses[k];
			if (!is_pair(t, a, b) || (several && !title_means(t, b)))
				continue;
			if (difference_fits(t, n, a, b) || (is_side(t, n, a, b) && ratio_fits(n, a, b)) ||
			    (is_side(t, n, b, a) && ratio_fits(n, b, a)))
				return true;
		}
	return false;
}

/* ---- counts ---- */

static bool is_explicit(const struct title *t, const struct numeral *n)
{
	const struct language *language = t->text.language;
	return n->form == NUMERAL_CARDINAL && !n->percent && !n->unit && !n->decimals &&
	       (word_follows(t, n->end, language->counted) || word_follows(t, n->end, language->of_all) ||
	        letters_follow(&t->text, n->start, language->of_all));
}

static bool counts_what_is_shown(const struct title *t, const struct numeral *n)
{
	const struct scene_evidence *e = t->scene->evidence;
	const size_t counts[] = { e->rows.known,   e->rows.here,    e->columns.known,
		                  e->columns.here, e->models.asked, e->benchmarks.asked };
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
		if (counts[i] && n->value == (double)counts[i])
			return true;
	return false;
}

/* How many are ahead of or behind a named model; on how many benchmarks it is first, last or has a value; how many
 * share the first place. */
static bool counts_around(const struct title *t, const struct numeral *n)
{
	size_t tops = 0, bottoms = 0, values = 0, firsts = 0, single = 0;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *use = t->uses[i];
		firsts += use->place == 1;
		if (!title_means(t, use) || !t->models)
			continue;
		size_t above = count_above(t, use), below = count_below(t, use);
		if (n->value == (double)above || n->value == (double)below)
			return true;
		tops += !above;
		bottoms += !below;
		values++;
		single += use->place == 1;
	}
	return n->value == (double)firsts || n->value == (double)tops || n->value == (double)bottoms ||
	       n->value == (double)values || n->value == (double)single || n->value == (double)(values - tops) ||
	       n->value == (double)(values - bottoms);
}

/* "Claude in eleven agents", in a subtitle or a note: over how much the chart ranges, whatever its author calls it. */
static bool is_scope(const struct title *t, const struct numeral *n)
{
	bool plain = n->form == NUMERAL_CARDINAL && !n->percent && !n->unit && !n->decimals && !n->magnitude;
	size_t word = letters_spaces(&t->text, n->end), after;
	bool noun = word > n->end && letters_in_word(letters_rune(&t->text, word, &after));
	return t->beside && plain && noun && letters_follow(&t->text, n->start, t->text.language->scope) &&
	       counts_what_is_shown(t, n);
}

/* "The same model, 31% or 75%": both are values of one, and the title names nobody. */
static bool is_of_pair(const struct title *t, const struct numeral *n)
{
	struct numeral m;
	for (size_t at = 0; numeral_next(t->text.language, t->text.s, t->text.n, &at, &m);)
		for (size_t i = 0; m.start != n->start && m.form == NUMERAL_CARDINAL && i < t->n_uses; i++)
			for (size_t k = 0; k < t->n_uses; k++) {
				const struct scene_use *a = t->uses[i], *b = t->uses[k];
				if (str_eq(a->model, b->model) && str_eq(a->variant, b->variant) &&
				    !str_eq(a->benchmark, b->benchmark) && unit_fits(n, a->unit) &&
				    unit_fits(&m, b->unit) && reads_as(t, n, as_typed(n, a->unit, a->value)) &&
				    reads_as(t, &m, as_typed(&m, b->unit, b->value)))
					return true;
			}
	return false;
}

static bool says_one_model(const struct title *t, const struct numeral *n)
{
	bool unnamed = !t->models && !t->benchmarks && n->form == NUMERAL_CARDINAL && (n->percent || n->unit);
	for (size_t at = 0; unnamed && at < t->text.n; at++)
		if (letters_at_edge(&t->text, at) && word_follows(t, at, t->text.language->counted))
			return true;
	return false;
}

/* ---- the rule ---- */

static bool passes(const struct title *t, const struct numeral *n)
{
	if (is_known(t, n))
		return true;
	if (n->attached || n->form == NUMERAL_DATE)
		return false;
	bool holds;
	if (title_bounds(t, n, &holds))
		return holds;
	if (n->form == NUMERAL_ORDINAL)
		return title_ranks(t, n->start, n->end, (size_t)n->value);
	return is_value(t, n) || is_comparison(t, n) || title_tops(t, n) || is_scope(t, n) ||
	       (says_one_model(t, n) && is_of_pair(t, n)) ||
	       (is_explicit(t, n) && (counts_what_is_shown(t, n) || counts_around(t, n)));
}

void proof_own_words(struct proofing *p, size_t item)
{
	const struct scene *s = p->scene;
	bool drawn = item < s->n_items;
	const struct scene_item *of = drawn ? &s->items[item] : NULL;
	const char *what = drawn ? scene_role_word(of->role) : "alt text";
	struct title t =
		title_of(p, drawn ? of->text.block->text : s->document.alt, drawn ? of->own : s->document.own_alt);
	struct numeral n;
	t.beside = drawn && of->role != ROLE_TITLE;
	for (size_t at = 0; numeral_next(t.text.language, t.text.s, t.text.n, &at, &n);)
		if (!passes(&t, &n))
			proof_find(
				p, "C2", item,
				"correct it, name the model or benchmark it belongs to, or say what it counts: three "
				"models",
				"the %s says %.*s, which is no value, rank, difference or ratio of what it names", what,
				(int)(n.end - n.start), t.text.s + n.start);
	title_check_ranks(p, item, what, &t);
}
