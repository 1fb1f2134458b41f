/* verdict.h: published claims tested against the data. */
#ifndef FACTS_VERDICT_H
#define FACTS_VERDICT_H

#include "facts/facts.h"

enum verdict_kind { VERDICT_HOLDS, VERDICT_FAILS, VERDICT_UNTESTABLE };

struct verdict {
	const struct claim *claim;
	enum verdict_kind kind;
	const char *computed; /* what the test computed, in words: "42.8% to 20.6%, 2.1 times"; "" if nothing was */
	const char *why;  /* UNTESTABLE: why not, in one line (no test, a value is missing, …); otherwise the claim's
	                     note or  NULL */
	bool undecided;   /* it has a test, but the data cannot decide it */
	bool on_claims;   /* rests on a developer's claim about its own model */
	struct fact fact; /* if the claim was tested */
};

/* One per claim, in the dataset's order. A test that is faulty itself (an unknown name, bad syntax) is an error; one
 * that needs a missing value is UNTESTABLE. */
const struct verdict *verdicts_of(struct arena *arena, struct facts *facts, const struct dataset *dataset,
                                  struct diags *diags);

#endif
