#include "press/turned.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/tree.h"
#include "facts/trials.h"
#include "facts/verdict.h"
#include "press/job.h"
#include "press/report_parts.h"

#include <string.h>

struct answered { /* one claim or expression on one state */
	struct place place;
	const char *key, *text, *expression, *printed, *margin;
	enum turned_state state;
};

struct answers {
	struct answered *claims, *values;
	size_t n_claims, n_values;
	struct map by_key;
};

/* ---- on one state ---- */

static void put(struct arena *arena, struct answers *answers, struct answered *into, struct answered from, size_t which)
{
	from.key = arena_printf(arena, "%d:%d:%zu:%d", from.place.line, from.place.column, which, from.text != NULL);
	from.place.file = arena_strdup(arena, from.place.file);
	from.expression = arena_strdup(arena, from.expression);
	*into = from;
	map_put(&answers->by_key, into->key, into);
}

static void take(struct arena *arena, const struct press_job *job, const struct language *language,
                 struct answers *answers)
{
	const struct briefing *b = job->briefing;
	answers->claims = arena_alloc(arena, b->n_claims + 1, sizeof *answers->claims);
	answers->values = arena_alloc(arena, b->n_values + 1, sizeof *answers->values);
	for (size_t i = 0; i < b->n_claims; i++) {
		const struct briefing_claim *c = &b->claims[i];
		const struct margin margin = briefing_claim_margin(c);
		put(arena, answers, &answers->claims[answers->n_claims++],
		    (struct answered){ .place = c->place,
		                       .text = str_one_line(arena, c->text),
		                       .expression = c->expression,
		                       .margin = margin_words(arena, language, &margin),
		                       .state = c->holds ? TURNED_HOLDS : TURNED_FAILS },
		    c->which);
	}
	for (size_t i = 0; i < b->n_values; i++)
		put(arena, answers, &answers->values[answers->n_values++],
		    (struct answered){ .place = b->values[i].place,
		                       .expression = b->values[i].expression,
		                       .printed = arena_strdup(arena, b->values[i].printed) },
		    0);
}

static bool answer(struct press *press, struct arena *arena, const struct press_briefing *request,
                   const struct language *language, struct answers *answers, struct diags *diags)
{
	const struct press_result *result = press_make_briefing(press, request);
	const struct press_job *job = result->job;
	*answers = (struct answers){ .by_key = map_new(arena) };
	if (job && job->briefing)
		take(arena, job, language, answers);
	else
		diags_append(diags, result->diags);
	return job && job->briefing;
}

/* ---- on both ---- */

static void compare_claims(struct arena *arena, const struct answers *old, const struct answers *new,
                           struct turned *turned)
{
	struct turned_claim *claims = arena_alloc(arena, old->n_claims + new->n_claims + 1, sizeof *claims);
	for (size_t i = 0; i < new->n_claims; i++) {
		const struct answered *is = &new->claims[i], *was = map_find(&old->by_key, is->key);
		enum turned_state before = was ? was->state : TURNED_OPEN;
		if (before != is->state)
			claims[turned->n_claims++] = (struct turned_claim){ is->place, is->text,  is->expression,
				                                            before,    is->state, is->margin };
	}
	for (size_t i = 0; i < old->n_claims; i++) {
		const struct answered *was = &old->claims[i];
		if (!map_find(&new->by_key, was->key))
			claims[turned->n_claims++] = (struct turned_claim){ was->place, was->text,   was->expression,
				                                            was->state, TURNED_OPEN, "" };
	}
	turned->claims = claims;
}

static char *place_key(struct arena *arena, struct place place)
{
	return arena_printf(arena, "%d:%d", place.line, place.column);
}

/* Where claims have turned: what they print is their sentence. */
static struct map told_places(struct arena *arena, const struct turned *turned)
{
	struct map told = map_new(arena);
	for (size_t i = 0; i < turned->n_claims; i++) {
		char *key = place_key(arena, turned->claims[i].place);
		if (!map_find(&told, key))
			map_put(&told, key, key);
	}
	return told;
}

static void compare_values(struct arena *arena, const struct answers *old, const struct answers *new,
                           struct turned *turned)
{
	const struct map told = told_places(arena, turned);
	struct turned_value *values = arena_alloc(arena, old->n_values + new->n_values + 1, sizeof *values);
	for (size_t i = 0; i < new->n_values; i++) {
		const struct answered *is = &new->values[i], *was = map_find(&old->by_key, is->key);
		if (!map_find(&told, place_key(arena, is->place)) && (!was || !str_eq(was->printed, is->printed)))
			values[turned->n_values++] = (struct turned_value){ is->place, is->expression,
				                                            was ? was->printed : NULL, is->printed };
	}
	for (size_t i = 0; i < old->n_values; i++) {
		const struct answered *was = &old->values[i];
		if (!map_find(&new->by_key, was->key) && !map_find(&told, place_key(arena, was->place)))
			values[turned->n_values++] =
				(struct turned_value){ was->place, was->expression, was->printed, NULL };
	}
	turned->values = values;
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

bool turned_of(struct press *press, struct arena *arena, const struct press_briefing *request, const struct feed *old,
               size_t n_old, const struct language *language, struct turned *turned, struct diags *diags)
{
	struct answers before, after;
	struct press_briefing asked = *request;
	asked.draft = asked.answers_only = true;
	asked.language = language;
	language = language ? language : &language_english;
	if (!answer(press, arena, &asked, language, &after, diags))
		return false;
	asked.data = old;
	asked.n_data = n_old;
	asked.baseline = NULL;
	if (!answer(press, arena, &asked, language, &before, diags))
		return false;
	*turned = (struct turned){ .path = request->path,
		                   .all_claims = larger(before.n_claims, after.n_claims),
		                   .all_values = larger(before.n_values, after.n_values) };
	compare_claims(arena, &before, &after, turned);
	compare_values(arena, &before, &after, turned);
	return true;
}

/* ---- claims of sources ---- */

static enum turned_state state_of(const struct verdict *v)
{
	switch (v->kind) {
	case VERDICT_HOLDS:
		return TURNED_HOLDS;
	case VERDICT_FAILS:
	case VERDICT_MIXED:
		return TURNED_FAILS;
	case VERDICT_UNTESTABLE:
		return TURNED_OPEN;
	}
	return TURNED_OPEN;
}

static bool judge(struct press *press, struct arena *arena, const struct press_check *request,
                  const struct language *language, struct answers *answers, struct diags *diags)
{
	const struct press_result *result = press_check_data(press, request);
	const struct press_job *job = result->job;
	*answers = (struct answers){ .by_key = map_new(arena) };
	if (!job || !job->verdicts) {
		diags_append(diags, result->diags);
		return false;
	}
	size_t n = job->dataset->n_claims;
	answers->claims = arena_alloc(arena, n + 1, sizeof *answers->claims);
	for (size_t i = 0; i < n; i++) {
		const struct verdict *v = job->verdicts[i];
		const struct claim *c = v->claim;
		struct answered *into = &answers->claims[answers->n_claims++];
		const char *margin = c->n_parts == 1 ? margin_words(arena, language, &v->parts[0].fact.margin) : "";
		*into = (struct answered){ .place = c->place,
			                   .key = arena_strdup(arena, c->id ? c->id : c->text),
			                   .text = str_one_line(arena, c->text),
			                   .expression = "",
			                   .margin = margin,
			                   .state = state_of(v) };
		into->place.file = arena_strdup(arena, c->place.file);
		map_put(&answers->by_key, into->key, into);
	}
	return true;
}

bool turned_of_data(struct press *press, struct arena *arena, const struct press_check *request, const struct feed *old,
                    size_t n_old, const struct language *language, struct turned *turned, struct diags *diags)
{
	struct answers before, after;
	struct press_check asked = *request;
	asked.fragile = false;
	if (!judge(press, arena, &asked, language, &after, diags))
		return false;
	asked.data = old;
	asked.n_data = n_old;
	if (!judge(press, arena, &asked, language, &before, diags))
		return false;
	*turned = (struct turned){ .path = "", .all_claims = after.n_claims };
	struct turned_claim *claims = arena_alloc(arena, after.n_claims + 1, sizeof *claims);
	for (size_t i = 0; i < after.n_claims; i++) {
		const struct answered *is = &after.claims[i], *was = map_find(&before.by_key, is->key);
		if (was && was->state != is->state)
			claims[turned->n_claims++] = (struct turned_claim){ is->place,  is->text,  is->expression,
				                                            was->state, is->state, is->margin };
	}
	turned->claims = claims;
	return true;
}

/* By state. */
static const struct {
	const char *was, *is, *word;
} words[] = {
	[TURNED_OPEN] = { "could not be answered", "cannot be answered", "open" },
	[TURNED_FAILS] = { "did not hold", "does not hold", "fails" },
	[TURNED_HOLDS] = { "held", "holds", "holds" },
};

const char *turned_was(enum turned_state state)
{
	return words[state].was;
}

const char *turned_is(enum turned_state state)
{
	return words[state].is;
}

size_t turned_lost(const struct turned *turned)
{
	size_t n = 0;
	for (size_t i = 0; i < turned->n_claims; i++)
		n += turned->claims[i].was == TURNED_HOLDS && turned->claims[i].is == TURNED_FAILS;
	return n;
}

/* ---- for programs ---- */

static struct tree placed(struct arena *arena, struct place place, const char *expression)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "line", place.line);
	tree_put_number(&map, "column", place.column);
	tree_put(&map, "expression", tree_text(expression));
	return map;
}

void turned_put(struct arena *arena, struct tree *map, const struct turned *turned)
{
	struct tree claims = tree_new(arena), values = tree_new(arena);
	for (size_t i = 0; i < turned->n_claims; i++) {
		const struct turned_claim *c = &turned->claims[i];
		struct tree of = placed(arena, c->place, c->expression);
		tree_put(&of, "text", tree_text(c->text));
		tree_put(&of, "was", tree_text(words[c->was].word));
		tree_put(&of, "is", tree_text(words[c->is].word));
		tree_put(&claims, NULL, tree_map(&of));
	}
	for (size_t i = 0; i < turned->n_values; i++) {
		const struct turned_value *v = &turned->values[i];
		struct tree of = placed(arena, v->place, v->expression);
		tree_put(&of, "was", report_text(arena, v->was));
		tree_put(&of, "is", report_text(arena, v->is));
		tree_put(&values, NULL, tree_map(&of));
	}
	tree_put(map, "path", tree_text(turned->path));
	tree_put_number(map, "claims", (double)turned->all_claims);
	tree_put_number(map, "values", (double)turned->all_values);
	tree_put(map, "turned", tree_list(&claims));
	tree_put(map, "printed", tree_list(&values));
}
