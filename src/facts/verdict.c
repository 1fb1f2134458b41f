#include "facts/verdict.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/evaluation.h"

enum { STEPS_SHOWN = 3 };

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

static struct verdict verdict_of(struct arena *arena, struct facts *facts, const struct claim *claim,
                                 struct diags *diags)
{
	struct verdict v = { .claim = claim, .kind = VERDICT_UNTESTABLE, .computed = "", .why = claim->note };
	struct fact_fault fault;
	if (!claim->test) {
		if (!v.why)
			v.why = words_get(facts->language, WORD_VERDICT_NO_TEST);
	} else if (!facts_try(facts, arena, claim->test, true, &v.fact, &fault)) {
		v.undecided = fault.why != NULL;
		v.why = v.undecided ? fault.why : fault.message;
		if (!v.undecided)
			diag_add(diags, DIAG_ERROR, claim->place, fault.hint, "the test of the claim \"%s\": %s",
			         claim->id, fault.message);
	} else {
		v.kind = v.fact.truth ? VERDICT_HOLDS : VERDICT_FAILS;
		v.computed = computed_by(arena, &v.fact);
		v.on_claims = rests_on_claims(&v.fact);
	}
	return v;
}

const struct verdict *verdicts_of(struct arena *arena, struct facts *facts, const struct dataset *dataset,
                                  struct diags *diags)
{
	struct verdict *verdicts = arena_alloc(arena, dataset->n_claims, sizeof *verdicts);
	for (size_t i = 0; i < dataset->n_claims; i++)
		verdicts[i] = verdict_of(arena, facts, dataset->claims[i], diags);
	return verdicts;
}
