/* Rule C2 of an author's title, where it says who is third, first, last, ahead or behind.
 *
 * A rank belongs to a model that is named before it, on a benchmark that is named; where none is, on all that are
 * shown: "Aster ranks third" over four benchmarks is read as third on each. */
#include "scene/proof_title_parts.h"

#include "base/str.h"

#include <string.h>

enum { FIRST = 1, LAST = -1 };

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

bool title_ranks(const struct title *t, size_t at, size_t rank)
{
	return (t->models || t->benchmarks) && holds(t, at, (int)rank);
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
static size_t past_phrase(const struct title *t, size_t at, const char *const *phrases)
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

static void check_ends(struct proofing *p, size_t item, const char *what, const struct title *t,
                       const char *const *phrases, int rank)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = past_phrase(t, at, phrases);
		if (end > at && !is_vouched(t, at, end) && t->models && !holds(t, at, rank))
			find_wrong(p, item, what, t, at, end, "the rank of what it names");
	}
}

/* ---- words between two names ---- */

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

static void check_pairs(struct proofing *p, size_t item, const char *what, const struct title *t,
                        const char *const *phrases, bool ahead)
{
	for (size_t at = 0, end; at < t->text.n; at++) {
		end = past_phrase(t, at, phrases);
		const struct scene_name *one = end > at ? named_until(t, at) : NULL,
					*other = one ? named_from(t, end) : NULL;
		if (other && !is_vouched(t, at, end) && !is_better(t, ahead ? one : other, ahead ? other : one))
			find_wrong(p, item, what, t, at, end, "so on what it names, or not on all that is shown");
	}
}

void title_check_ranks(struct proofing *p, size_t item, const char *what, const struct title *t)
{
	const struct language *language = t->text.language;
	check_ends(p, item, what, t, language->first, FIRST);
	check_ends(p, item, what, t, language->last, LAST);
	check_pairs(p, item, what, t, language->ahead, true);
	check_pairs(p, item, what, t, language->behind, false);
}
