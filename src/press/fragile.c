/* Which claims would turn if a value were another one that is published, or within its interval. */
#include "press/job.h"

#include "words/words.h"

void press_remark_trials(struct press_job *job, struct place place, const char *text, bool holds,
                         const struct margin *margin, const struct trials *trials)
{
	if (!trials->turns)
		return;
	diag_add(job->diags, DIAG_NOTE, place, "say so where it is read, or claim less", "\"%s\" %s%s, but turns: %s",
	         text, holds ? "holds" : "does not hold", margin_words(job->arena, &language_english, margin),
	         trials_words(job->arena, &language_english, trials, holds, margin, NULL));
}

struct trials press_try_claim(struct arena *arena, struct facts *facts, const struct briefing_claim *claim)
{
	return trials_of(facts, arena, claim->expression, claim->which, &claim->fact, NULL);
}

size_t press_remark_fragile(struct press_job *job)
{
	const struct briefing *b = job->briefing;
	struct facts *facts = facts_open(job->arena, job->dataset, &language_english);
	size_t n = 0;
	for (size_t i = 0; i < b->n_claims; i++) {
		const struct briefing_claim *claim = &b->claims[i];
		struct trials trials = press_try_claim(job->arena, facts, claim);
		struct margin margin = briefing_claim_margin(claim);
		press_remark_trials(job, claim->place, claim->text, claim->holds, &margin, &trials);
		n += trials.turns > 0;
	}
	return n;
}
