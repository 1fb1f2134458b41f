#include "facts/verdict.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/call.h"
#include "facts/facts.h"
#include "facts/verdict_call.h"

enum { STEPS_SHOWN = 3 };

const char *const verdict_kinds[] = { [VERDICT_HOLDS] = "holds",
	                              [VERDICT_FAILS] = "fails",
	                              [VERDICT_UNTESTABLE] = "untestable",
	                              [VERDICT_MIXED] = "mixed",
	                              [VERDICT_KINDS] = NULL };

enum word verdict_word(enum verdict_kind kind)
{
	switch (kind) {
	case VERDICT_HOLDS:
		return WORD_HOLDS;
	case VERDICT_FAILS:
		return WORD_FAILS;
	case VERDICT_UNTESTABLE:
		return WORD_UNTESTABLE;
	case VERDICT_MIXED:
		return WORD_MIXED;
	}
	return WORD_UNTESTABLE;
}

static const char *computed_by(struct arena *arena, const struct fact *fact)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < fact->n_steps && i < STEPS_SHOWN; i++)
		strbuf_addf(&b, "%s%s", i ? "; " : "", fact->steps[i].words);
	return b.s;
}

static bool rests_on_claims(const struct fact *fact)
{
	for (size_t i = 0; i < fact->n_uses; i++)
		if (!fact->uses[i].rival && fact->uses[i].chosen->measured == MEASURED_FIRST_PARTY)
			return true;
	return false;
}

static void judge_part(struct facts *facts, struct arena *arena, struct verdict_part *p)
{
	struct fact_fault fault;
	unsigned long first = facts->evaluations + 1;
	p->kind = VERDICT_UNTESTABLE;
	p->computed = "";
	if (facts_try(facts, arena, p->part->test, true, &p->fact, &fault)) {
		p->asked = trials_asked_since(facts, arena, first);
		p->kind = p->fact.truth ? VERDICT_HOLDS : VERDICT_FAILS;
		p->computed = computed_by(arena, &p->fact);
		return;
	}
	p->why = fault.why ? fault.why : fault.message;
	if (!fault.why)
		p->fault = fault;
}

/* The verdict on the whole from those on its parts. */
static enum verdict_kind kind_of(const struct verdict *v)
{
	size_t of[VERDICT_KINDS] = { 0 };
	for (size_t i = 0; i < v->claim->n_parts; i++)
		of[v->parts[i].kind]++;
	if (of[VERDICT_FAILS])
		return of[VERDICT_HOLDS] ? VERDICT_MIXED : VERDICT_FAILS;
	return of[VERDICT_UNTESTABLE] || !of[VERDICT_HOLDS] ? VERDICT_UNTESTABLE : VERDICT_HOLDS;
}

/* What the parts computed; of several each with its name and verdict. */
static const char *computed_in_all(struct facts *facts, struct arena *arena, const struct verdict *v)
{
	struct strbuf b = strbuf_new(arena);
	if (v->claim->n_parts == 1)
		return v->parts[0].computed;
	for (size_t i = 0; i < v->claim->n_parts; i++) {
		const struct verdict_part *p = &v->parts[i];
		strbuf_addf(&b, "%s%s", i ? " " : "",
		            words_fill(arena, facts->language, WORD_VERDICT_PART, "of",
		                       words_sentence(arena, facts->language, p->part->of), "verdict",
		                       words_get(facts->language, verdict_word(p->kind)), "value",
		                       *p->computed ? p->computed : p->why, NULL));
	}
	return b.s;
}

static struct verdict *judge(struct facts *facts, struct arena *arena, const struct claim *claim)
{
	struct verdict *v = arena_alloc(arena, 1, sizeof *v);
	struct verdict_part *parts = arena_alloc(arena, claim->n_parts, sizeof *parts);
	*v = (struct verdict){ .claim = claim, .parts = parts, .computed = "", .why = claim->note };
	facts->judging = true;
	for (size_t i = 0; i < claim->n_parts; i++) {
		parts[i].part = &claim->parts[i];
		judge_part(facts, arena, &parts[i]);
		v->on_claims |= rests_on_claims(&parts[i].fact);
	}
	facts->judging = false;
	v->kind = kind_of(v);
	for (size_t i = 0; i < claim->n_parts && v->kind == VERDICT_UNTESTABLE; i++) {
		v->undecided |= parts[i].why && !parts[i].fault.message;
		v->why = parts[i].why ? parts[i].why : v->why;
	}
	if (!claim->n_parts && !v->why)
		v->why = words_get(facts->language, WORD_VERDICT_NO_TEST);
	if (claim->n_parts > 1 || v->kind != VERDICT_UNTESTABLE)
		v->computed = computed_in_all(facts, arena, v);
	return v;
}

static struct verdict *known_verdict(struct facts *facts, const struct claim *claim)
{
	if (!facts->verdicts)
		facts->verdicts = arena_alloc(facts->arena, facts->dataset->n_claims, sizeof(*facts->verdicts));
	if (!facts->verdicts[claim->index])
		facts->verdicts[claim->index] = judge(facts, facts->arena, claim);
	return facts->verdicts[claim->index];
}

/* What somebody has published is judged by all data, also where the rest is about a part of them. */
static struct facts *facts_of_all(struct facts *facts)
{
	const struct dataset *d = facts->dataset;
	if (d->part && !facts->of_all)
		facts->of_all = facts_open(facts->arena, d->part->whole, facts->language);
	return d->part ? facts->of_all : facts;
}

const struct verdict *verdict_of(struct facts *facts, const struct claim *claim)
{
	return known_verdict(facts_of_all(facts), claim);
}

/* Notes of each part whether it would turn. */
static void try_parts(struct facts *facts, struct verdict *v)
{
	struct verdict_part *parts = arena_alloc(facts->arena, v->claim->n_parts, sizeof *parts);
	for (size_t i = 0; i < v->claim->n_parts; i++) {
		parts[i] = v->parts[i];
		if (parts[i].kind != VERDICT_UNTESTABLE)
			parts[i].trials = trials_of(facts, facts->arena, parts[i].part->test, TRIALS_WHOLE,
			                            &parts[i].fact, &parts[i].asked);
		v->fragile |= parts[i].trials.turns > 0;
	}
	v->parts = parts;
}

static void report_faults(const struct verdict *v, struct diags *diags)
{
	for (size_t i = 0; i < v->claim->n_parts; i++)
		if (v->parts[i].fault.message)
			diag_add(diags, DIAG_ERROR, v->claim->parts[i].place, v->parts[i].fault.hint,
			         "the test of the claim \"%s\": %s", v->claim->id, v->parts[i].fault.message);
}

const struct verdict *const *verdicts_of(struct arena *arena, struct facts *part, struct diags *diags)
{
	struct facts *facts = facts_of_all(part);
	const struct dataset *d = facts->dataset;
	const struct verdict **verdicts = arena_alloc(arena, d->n_claims, sizeof *verdicts);
	for (size_t i = 0; i < d->n_claims; i++) {
		struct verdict *v = known_verdict(facts, d->claims[i]);
		facts->judging = true;
		try_parts(facts, v);
		facts->judging = false;
		report_faults(v, diags);
		verdicts[i] = v;
	}
	return verdicts;
}

/* ---- as a function ---- */

bool verdict_ask(struct call *call)
{
	struct facts *facts = call->evaluation->facts;
	const struct claim *claim;
	call_look_beyond(call);
	if (facts->judging)
		return call_fault(call, 0, "test the values themselves",
		                  "the test of a claim cannot ask for a verdict");
	if (!call_claim(call, 1, &claim))
		return false;
	bool tried = facts->instead && !facts->dataset->part; /* with another value, which is one of the part */
	const struct verdict *v = tried ? judge(facts, call_arena(call), claim) : verdict_of(facts, claim);
	for (size_t i = 0; i < claim->n_parts; i++) {
		const struct verdict_part *p = &v->parts[i];
		if (p->fault.message)
			return call_fault(call, 0, p->fault.hint, "the test of the claim \"%s\": %s", claim->id,
			                  p->fault.message);
		for (size_t k = 0; k < p->fact.n_uses; k++)
			column_use_published(call->evaluation, p->fact.uses[k].chosen);
	}
	const char *printed = words_get(facts->language, verdict_word(v->kind));
	evaluation_step(call->evaluation, words_fill(call_arena(call), facts->language, WORD_FACT_VERDICT, "text",
	                                             claim->text, "value", printed, NULL));
	return call_give_choice(call, verdict_kinds, verdict_kinds[v->kind], printed);
}
