/* verdict.h: published claims held against the data. */
#ifndef FACTS_VERDICT_H
#define FACTS_VERDICT_H

#include "facts/facts.h"

enum verdict_kind { VERDICT_HOLDS, VERDICT_FAILS, VERDICT_UNTESTABLE };

struct verdict {
	const struct claim *claim;
	enum verdict_kind kind;
	const char *figure; /* what was computed, in words: "42.8% to 20.6%, 2.1 times"; "" if nothing was */
	const char *why; /* UNTESTABLE: why not, in one line (no test, a value is missing, …); else the claim's note or
	                    NULL */
	bool undecided;  /* it has a test, but the data lack what it asks for */
	bool on_claims;  /* rests on a value that its own maker claims */
	struct fact fact; /* of a claim that was tested */
};

/* One a claim, in the dataset's order. A test with a fault of its own (an unknown name, bad syntax) is an error; one
 * that meets a missing value is UNTESTABLE. */
const struct verdict *verdicts_of(struct arena *arena, struct facts *facts, const struct dataset *dataset,
                                  struct diags *diags);

#endif
