/* Rule C2 of an author's title, where it says who is third, first, last, ahead or behind.
 *
 * A rank belongs to a model that is named before it, on a benchmark that is named; where none is, on all that are
 * shown: "Aster ranks third" over four benchmarks is read as third on each. */
#include "scene/proof_title_parts.h"

#include "base/str.h"
#include "words/numeral.h"

#include <string.h>

enum { FIRST = 1, SECOND = 2, LAST = -1 };

static bool is_alike(const struct scene_use *a, const struct scene_use *b)
{
	return str_eq(a->model, b->model) && str_eq(a->variant, b->variant);
}

/* 1 if more is better on the benchmark of a value, -1 if less is, 0 if nothing tells: as the ranks have it. */
static int direction_of(const struct title *t, const struct scene_use *use)
{
	const struct scene_evidence *e = t->scene->evidence;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *a = t->uses[i];
		for (size_t k = 0; a->place > 0 && str_eq(a->benchmark, use->benchmark) && k < t->n_uses; k++) {
			const struct scene_use *b = t->uses[k];
			if (str_eq(b->benchmark, use->benchmark) && b->place > a->place && a->value != b->value)
				return a->value > b->value ? 1 : -1;
		}
	}
	return e->higher - e->lower;
}

/* Of all that were asked for, claims among them: of rows that are not drawn nobody knows it here. */
static bool is_last(const struct title *t, const struct scene_use *use)
{
	const struct scene_evidence *e = t->scene->evidence;
	int direction = direction_of(t, use);
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *other = t->uses[i];
		bool worse = other->place > 0 ? other->place > use->place : direction * (other->value - use->value) < 0;
		if (str_eq(other->benchmark, use->benchmark) && worse)
			return false;
	}
	return use->place > 1 && e->models.asked == e->models.drawn;
}

static bool has_rank(const struct title *t, const struct scene_use *use, int rank)
{
	return rank == LAST ? is_last(t, use) : use->place == rank;
}

/* On every benchmark that is shown and ranks it. */
static bool holds_everywhere(const struct title *t, const struct scene_use *use, int rank)
{
	for (size_t i = 0; i < t->n_uses; i++)
		if (is_alike(t->uses[i], use) && t->uses[i]->place > 0 && !has_rank(t, t->uses[i], rank))
			return false;
	return has_rank(t, use, rank);
}

static bool is_named_before(const struct title *t, const struct scene_use *use, size_t at)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (t->own->names[i].end <= at && title_names(t, &t->own->names[i], use))
			return true;
	return false;
}

static bool any_before(const struct title *t, size_t at)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (t->own->names[i].model && t->own->names[i].end <= at)
			return true;
	return false;
}

static bool holds(const struct title *t, size_t at, int rank)
{
	bool before = any_before(t, at);
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *use = t->uses[i];
		if (!title_means(t, use) || (before && !is_named_before(t, use, at)))
			continue;
		if (t->benchmarks ? has_rank(t, use, rank) : holds_everywhere(t, use, rank))
			return true;
	}
	return false;
}

/* ---- words for the first and the last rank ---- */

static bool is_vouched(const struct title *t, size_t start, size_t end)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (!t->own->names[i].model && !t->own->names[i].benchmark && start >= t->own->names[i].start &&
		    end <= t->own->names[i].end)
			return true;
	return false;
}

/* The byte after one of the phrases, the longest, that stands whole at this one; at if none does. "first-hand" is
 * another word. */
size_t title_phrase(const struct title *t, size_t at, const char *const *phrases)
{
	size_t longest = at, after;
	for (const char *const *phrase = phrases; phrase && *phrase; phrase++) {
		size_t end = letters_literal(&t->text, at, *phrase);
		if (end > longest && letters_at_edge(&t->text, at) && letters_at_edge(&t->text, end) &&
		    letters_rune(&t->text, end, &after) != '-')
			longest = end;
	}
	return longest;
}

static void find_wrong(struct proofing *p, size_t item, const char *what, const struct title *t, size_t at, size_t end,
                       const char *how)
{
	proof_find(p, "C2", item, "correct it, or name the model and the benchmark of which it is true",
	           "the %s says \"%.*s\", which is not %s", what, (int)(end - at), t->text.s + at, how);
}

/* The model that is named up to a byte, or from one on; NULL if none is. */
static const struct scene_name *named_until(const struct title *t, size_t at)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (t->own->names[i].model && letters_spaces(&t->text, t->own->names[i].end) == at)
			return &t->own->names[i];
	return NULL;
}

static const struct scene_name *named_from(const struct title *t, size_t at)
{
	for (size_t i = 0; i < t->own->n_names; i++)
		if (t->own->names[i].model && t->own->names[i].start == letters_spaces(&t->text, at))
			return &t->own->names[i];
	return NULL;
}

/* True if all values of the title are on one benchmark, or on one that it names. */
static bool is_of_one(const struct title *t)
{
	for (size_t i = 1; i < t->n_uses && !t->benchmarks; i++)
		if (!str_eq(t->uses[i]->benchmark, t->uses[0]->benchmark))
			return false;
	return true;
}

/* Before the phrase, or a word before it, or after it: "does not come third", "führt nicht". */
static bool is_denied(const struct title *t, size_t at, size_t end)
{
	const struct order_words *order = t->text.language->order;
	size_t before = at, start;
	while (before && letters_spaces(&t->text, before - 1) == at)
		before--;
	while (letters_in_word(letters_rune_before(&t->text, before, &start)))
		before = start;
	return letters_follow(&t->text, at, order->not_before) || letters_follow(&t->text, before, order->not_before) ||
	       title_phrase(t, letters_spaces(&t->text, end), order->not_after) > letters_spaces(&t->text, end);
}

bool title_ranks(const struct title *t, size_t at, size_t end, size_t rank)
{
	return (t->models || t->benchmarks) && holds(t, at, (int)rank) != is_denied(t, at, end);
}

static void check_end(struct proofing *p, size_t item, const char *what, const struct title *t, size_t at, size_t end,
                      int rank)
{
	bool denied = is_denied(t, at, end);
	if (!is_vouched(t, at, end) && t->models && holds(t, at, rank) == denied)
		find_wrong(p, item, what, t, at, end, denied ? "so of what it names" : "the rank of what it names");
}

static void check_ends(struct proofing *p, size_t item, const char *what, const struct title *t,
                       const char *const *phrases, int rank)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = title_phrase(t, at, phrases);
		if (end > at)
			check_end(p, item, what, t, at, end, rank);
	}
}

/* False for a model of which the chart has no value: nobody can hold against it what is said. */
static bool is_drawn(const struct title *t, const struct scene_name *name)
{
	for (size_t i = 0; i < t->n_uses; i++)
		if (str_eq(name->model, t->uses[i]->model))
			return true;
	return false;
}

static bool names_undrawn(struct proofing *p, size_t item, const char *what, const struct title *t, size_t at,
                          size_t end, const struct scene_name *name)
{
	if (!name || is_drawn(t, name) || is_vouched(t, at, end))
		return false;
	find_wrong(p, item, what, t, at, end, "shown of what it names");
	return true;
}

/* What ends here is the name of a model, with a word that denies at most: "Aster leads", "Aster does not lead". */
static const struct scene_name *subject_before(const struct title *t, size_t at)
{
	size_t before = at;
	while (before > 0 && !named_until(t, before) && at - before < 16)
		before--;
	return letters_spaces(&t->text, before) == at || is_denied(t, at, at) ? named_until(t, before) : NULL;
}

static bool follows_model(const struct title *t, size_t at)
{
	return subject_before(t, at);
}

static bool has_rank_of(const struct title *t, const struct scene_name *name, int rank)
{
	for (size_t i = 0; i < t->n_uses; i++)
		if (title_names(t, name, t->uses[i]) && title_means(t, t->uses[i]) && has_rank(t, t->uses[i], rank))
			return true;
	return false;
}

/* ---- "Aster leads on Reach and Range, Birch on Errors": each on what follows it ---- */

struct clause {
	const struct scene_name *model, *benchmark;
};

static bool is_between(const struct title *t, size_t from, size_t to, const char *text)
{
	return to - from == strlen(text) && memcmp(t->text.s + from, text, to - from) == 0;
}

static bool is_joint(const struct title *t, size_t from, size_t to)
{
	const struct language *l = t->text.language;
	return is_between(t, from, to, l->list_comma) || is_between(t, from, to, l->list_two) ||
	       is_between(t, from, to, l->list_last) || is_between(t, from, to, l->list_semicolon);
}

/* The i-th name and the one before it, which a joint connects; NULL: it does not. */
static const struct scene_name *joined(const struct title *t, size_t i)
{
	const struct scene_own *own = t->own;
	bool is = i > 0 && i < own->n_names && is_joint(t, own->names[i - 1].end, own->names[i].start);
	return is ? &own->names[i] : NULL;
}

/* 1: it has the rank there; 0: it has not; -1: the chart does not rank it there. */
static int ranks_on(const struct title *t, const struct clause *c, int rank)
{
	int known = -1;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *use = t->uses[i];
		if (!str_eq(use->benchmark, c->benchmark->benchmark))
			continue;
		known = known < 0 ? 0 : known;
		if (title_names(t, c->model, use) && has_rank(t, use, rank))
			return 1;
	}
	return known;
}

/* What follows a verb: the index of the benchmark's name; n_names: none does before another model is named. */
static size_t benchmark_after(const struct title *t, size_t end)
{
	size_t i = 0;
	while (i < t->own->n_names && t->own->names[i].start < end)
		i++;
	return i < t->own->n_names && t->own->names[i].benchmark ? i : t->own->n_names;
}

/* Whether the verb speaks of one benchmark after the other; then each clause is judged by itself. */
static bool check_clauses(struct proofing *p, size_t item, const char *what, const struct title *t, size_t at,
                          size_t end, int rank)
{
	const struct scene_own *own = t->own;
	size_t i = benchmark_after(t, end);
	struct clause c = { NULL, NULL };
	for (size_t k = 0; k < own->n_names && own->names[k].end <= at; k++)
		c.model = own->names[k].model ? &own->names[k] : c.model;
	if (!c.model || i == own->n_names || is_denied(t, at, end) || is_vouched(t, at, end))
		return false;
	const size_t preposition = own->names[i].start - end; /* its length: " on " */
	while (i < own->n_names) {
		c.benchmark = &own->names[i];
		int is = ranks_on(t, &c, rank);
		if (is < 0)
			return false;
		if (!is) {
			find_wrong(p, item, what, t, at, end, "the rank of what it names");
			return true;
		}
		const struct scene_name *next = joined(t, i + 1);
		if (next && next->benchmark) {
			i++;
			continue;
		}
		bool elided = next && next->model && i + 2 < own->n_names && own->names[i + 2].benchmark &&
		              own->names[i + 2].start - next->end == preposition &&
		              memcmp(t->text.s + next->end, t->text.s + end, preposition) == 0;
		if (!elided)
			return true;
		c.model = next;
		i += 2;
	}
	return true;
}

/* "leads" and "is best" after a name, and not before another, speak of one benchmark. */
static void check_verbs(struct proofing *p, size_t item, const char *what, const struct title *t,
                        const char *const *phrases, int rank)
{
	for (size_t at = 0, end; at < t->text.n && is_of_one(t); at++) {
		end = title_phrase(t, at, phrases);
		const struct scene_name *after = end > at ? named_from(t, end) : NULL;
		if (end > at && follows_model(t, at) && !after &&
		    names_undrawn(p, item, what, t, at, end, subject_before(t, at)))
			continue;
		if (end > at && follows_model(t, at) && !after && check_clauses(p, item, what, t, at, end, rank))
			continue;
		if (end > at && follows_model(t, at) && !after)
			check_end(p, item, what, t, at, end, rank);
		else if (after && t->text.language->order->inverts && !any_before(t, at) && !is_vouched(t, at, end) &&
		         !has_rank_of(t, after, rank))
			find_wrong(p, item, what, t, at, end, "so of what it names");
	}
}

/* ---- words between two names ---- */

/* 1 if a is better, -1 if it is worse or equal, 0 if both are not on one benchmark or nobody knows what is better. */
static int compare(const struct title *t, const struct scene_use *a, const struct scene_use *b)
{
	if (!str_eq(a->benchmark, b->benchmark))
		return 0;
	int direction = direction_of(t, a);
	return !direction ? 0 : direction * (a->value - b->value) > 0 ? 1 : -1;
}

/* Whether anything of a name is better than anything of another on the benchmark of a value: 1; -1 if none is; 0 if
 * nothing can be compared there. */
static int compare_on(const struct title *t, const struct scene_use *on, const struct scene_name *name,
                      const struct scene_name *than)
{
	int order = 0;
	for (size_t i = 0; i < t->n_uses; i++) {
		bool one = title_names(t, name, t->uses[i]) && str_eq(t->uses[i]->benchmark, on->benchmark);
		for (size_t k = 0; one && order < 1 && k < t->n_uses; k++) {
			int pair = title_names(t, than, t->uses[k]) ? compare(t, t->uses[i], t->uses[k]) : 0;
			order = pair ? pair : order;
		}
	}
	return order;
}

/* Whether a model is better than another: on a benchmark that is named, or on all that both have. True where nothing
 * can be compared. */
static bool is_better(const struct title *t, const struct scene_name *name, const struct scene_name *than)
{
	size_t better = 0, compared = 0;
	for (size_t i = 0; i < t->n_uses; i++) {
		const struct scene_use *use = t->uses[i];
		if (!title_names(t, name, use) || !title_means(t, use))
			continue;
		int order = compare_on(t, use, name, than);
		better += order > 0;
		compared += order != 0;
	}
	return t->benchmarks ? better > 0 || !compared : better == compared;
}

static bool is_denied_pair(const struct title *t, size_t at)
{
	return letters_follow(&t->text, at, t->text.language->order->not_before);
}

/* Between two names; "nobody beats Aster" before one. */
static void check_pairs(struct proofing *p, size_t item, const char *what, const struct title *t,
                        const char *const *phrases, bool ahead)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = title_phrase(t, at, phrases);
		const struct scene_name *one = end > at ? named_until(t, at) : NULL,
					*other = end > at ? named_from(t, end) : NULL;
		if (!other || is_vouched(t, at, end) || names_undrawn(p, item, what, t, at, end, one) ||
		    names_undrawn(p, item, what, t, at, end, other))
			continue;
		bool nobody = !one && ahead && letters_follow(&t->text, at, t->text.language->order->nobody);
		if ((one && !is_denied_pair(t, at) && !is_better(t, ahead ? one : other, ahead ? other : one)) ||
		    (nobody && !holds(t, t->text.n, FIRST)))
			find_wrong(p, item, what, t, at, end, "so on what it names, or not on all that is shown");
	}
}

/* Whether two share a place, or a value, on a benchmark that is meant. */
static bool is_level(const struct title *t, const struct scene_name *name, const struct scene_name *other)
{
	for (size_t i = 0; i < t->n_uses; i++)
		for (size_t k = 0; k < t->n_uses; k++) {
			const struct scene_use *a = t->uses[i], *b = t->uses[k];
			bool pair = title_names(t, name, a) && title_names(t, other, b) &&
			            str_eq(a->benchmark, b->benchmark);
			if (pair && (a->value == b->value || (a->place > 0 && a->place == b->place)))
				return true;
		}
	return false;
}

/* "Aster and Birch tie": the last two that are named before. */
static void check_ties(struct proofing *p, size_t item, const char *what, const struct title *t)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		const struct scene_name *last = NULL, *before = NULL;
		end = title_phrase(t, at, t->text.language->order->level);
		for (size_t i = 0; end > at && i < t->own->n_names; i++) {
			const struct scene_name *name = &t->own->names[i];
			before = name->model && name->end <= at ? last : before;
			last = name->model && name->end <= at ? name : last;
		}
		if (before && follows_model(t, at) && !is_vouched(t, at, end) &&
		    is_level(t, before, last) == is_denied(t, at, end))
			find_wrong(p, item, what, t, at, end, "so on what it names");
	}
}

bool title_tops(const struct title *t, const struct numeral *n)
{
	if (n->form != NUMERAL_CARDINAL || n->unit || n->percent ||
	    !letters_follow(&t->text, n->start, t->text.language->order->top))
		return false;
	bool in = false;
	for (size_t i = 0; i < t->n_uses && t->models; i++)
		in |= title_means(t, t->uses[i]) && t->uses[i]->place > 0 && t->uses[i]->place <= n->value;
	return in != is_denied(t, n->start, n->end);
}

/* ---- words before the second name ---- */

/* Whether it is so of any name before, of which the nearest is not always meant. */
static bool any_before_is(const struct title *t, size_t at, const struct scene_name *other, bool ahead,
                          bool (*is)(const struct title *, const struct scene_name *, const struct scene_name *))
{
	bool any = false, found = false;
	for (size_t i = 0; i < t->own->n_names; i++) {
		const struct scene_name *name = &t->own->names[i];
		if (!name->model || name->end > at)
			continue;
		any = true;
		found = found || (ahead ? is(t, name, other) : is(t, other, name));
	}
	return found || !any;
}

/* Larger on a benchmark that is meant, whichever way is better. True where nothing can be compared. */
static bool is_more(const struct title *t, const struct scene_name *name, const struct scene_name *than)
{
	bool compared = false;
	for (size_t i = 0; i < t->n_uses; i++)
		for (size_t k = 0; k < t->n_uses; k++) {
			const struct scene_use *a = t->uses[i], *b = t->uses[k];
			if (!title_names(t, name, a) || !title_names(t, than, b) || !str_eq(a->benchmark, b->benchmark))
				continue;
			if (a->value > b->value)
				return true;
			compared = true;
		}
	return !compared;
}

/* "4.5 points ahead of": a number is close before. */
static bool follows_number(const struct title *t, size_t at)
{
	enum { CLOSE = 24 };
	struct numeral n;
	for (size_t from = 0; numeral_next(t->text.language, t->text.s, t->text.n, &from, &n) && n.end <= at;)
		if (at - n.end <= CLOSE && n.form == NUMERAL_CARDINAL && !n.attached)
			return true;
	return false;
}

static void check_distances(struct proofing *p, size_t item, const char *what, const struct title *t,
                            const char *const *phrases, bool ahead)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = title_phrase(t, at, phrases);
		const struct scene_name *other = end > at ? named_from(t, end) : NULL;
		if (other && !is_vouched(t, at, end) && follows_number(t, at) &&
		    !any_before_is(t, at, other, ahead, is_better))
			find_wrong(p, item, what, t, at, end, "so on what it names");
	}
}

/* "better than", "fewer tokens than": the word stands before "than", with another between at most. */
static bool compares(const struct title *t, size_t than, const char *const *words)
{
	size_t before = than, start;
	if (letters_follow(&t->text, than, words))
		return true;
	while (before && letters_spaces(&t->text, before - 1) == than)
		before--;
	while (letters_in_word(letters_rune_before(&t->text, before, &start)))
		before = start;
	return letters_follow(&t->text, before, words);
}

static void check_comparatives(struct proofing *p, size_t item, const char *what, const struct title *t)
{
	const struct order_words *o = t->text.language->order;
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = title_phrase(t, at, o->than);
		const struct scene_name *other = end > at ? named_from(t, end) : NULL;
		if (!other || is_vouched(t, at, end))
			continue;
		bool better = compares(t, at, o->better), more = compares(t, at, o->more);
		if (((better || compares(t, at, o->worse)) && !any_before_is(t, at, other, better, is_better)) ||
		    ((more || compares(t, at, o->less)) && !any_before_is(t, at, other, more, is_more)))
			find_wrong(p, item, what, t, at, end, "so on what it names");
	}
}

void title_check_ranks(struct proofing *p, size_t item, const char *what, const struct title *t)
{
	const struct order_words *o = t->text.language->order;
	check_ends(p, item, what, t, o->first, FIRST);
	check_ends(p, item, what, t, o->last, LAST);
	check_verbs(p, item, what, t, o->leads, FIRST);
	check_verbs(p, item, what, t, o->trails, LAST);
	check_verbs(p, item, what, t, o->second, SECOND);
	check_pairs(p, item, what, t, o->ahead, true);
	check_pairs(p, item, what, t, o->behind, false);
	check_distances(p, item, what, t, o->ahead_of, true);
	check_distances(p, item, what, t, o->behind_of, false);
	check_comparatives(p, item, what, t);
	check_ties(p, item, what, t);
}
