#include "facts/said.h"

#include "base/arena.h"

#include <string.h>

/* What a claim says, and who says it. */
static void step(struct call *call, const struct claim *claim)
{
	const struct source *source = claim->source;
	evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call), WORD_FACT_SAID, "name",
	                                             !source ? words_get(call_language(call), WORD_SOURCE_UNNAMED)
	                                             : source->publisher ? source->publisher
	                                                                 : source->title,
	                                             "text", claim->text, NULL));
}

bool said_says(struct call *call)
{
	const struct source *source;
	const struct claim *claim;
	if (!call_source(call, 1, &source) || !call_claim(call, 2, &claim))
		return false;
	step(call, claim);
	const char *words = call->n_arguments > 2 ? call->arguments[2].text : "";
	return call_give_truth(call, claim->source == source && strstr(claim->text, words));
}

static bool is_in(const struct matter *dispute, const struct claim *claim)
{
	for (size_t i = 0; i < dispute->n_claims; i++)
		if (dispute->claims[i] == claim)
			return true;
	return false;
}

bool said_contradict(struct call *call)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const struct claim *one, *other;
	bool found = false;
	if (!call_claim(call, 1, &one) || !call_claim(call, 2, &other))
		return false;
	if (one == other)
		return call_fault(call, 2, "name two claims", "a claim does not contradict itself");
	for (size_t i = 0; i < d->n_disputes; i++)
		found |= is_in(d->disputes[i], one) && is_in(d->disputes[i], other);
	step(call, one);
	step(call, other);
	return call_give_truth(call, found);
}

/* The question that an argument names. False after a fault. */
static bool ask_question(struct call *call, size_t argument, const struct matter **question)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *id = call->arguments[argument - 1].text;
	struct nearest nearest = nearest_to(id);
	for (size_t i = 0; i < d->n_questions; i++) {
		*question = d->questions[i];
		if (str_eq((*question)->id, id))
			return true;
		nearest_offer(&nearest, (*question)->id);
	}
	return call_fault(call, argument,
	                  nearest_hint(call_arena(call), &nearest,
	                               arena_printf(call_arena(call),
	                                            "add questions: [{id: %s, about: what no source answers}]", id)),
	                  "no question is called \"%s\"", id);
}

bool said_answered(struct call *call)
{
	const struct matter *question = NULL;
	if (!ask_question(call, 1, &question))
		return false;
	for (size_t i = 0; i < question->n_claims; i++)
		step(call, question->claims[i]);
	if (!question->n_claims)
		evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call),
		                                             WORD_FACT_UNANSWERED, "text", question->about, NULL));
	return call_give_truth(call, question->n_claims > 0);
}
