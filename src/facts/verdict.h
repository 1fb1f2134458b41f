/* verdict.h: published claims tested against the data.
 *
 * A claim may have a test for each of its parts. It holds if every part holds, fails if none does, and is mixed if some
 * hold and some fail; a part that cannot be tested leaves it untested unless another part fails. */
#ifndef FACTS_VERDICT_H
#define FACTS_VERDICT_H

#include "facts/trials.h"

enum verdict_kind { VERDICT_HOLDS, VERDICT_FAILS, VERDICT_UNTESTABLE, VERDICT_MIXED };

struct verdict_part {
	const struct claim_part *part;
	enum verdict_kind kind; /* never MIXED */
	const char *computed;   /* what the test computed, in words: "42.8% to 20.6%, 2.1 times"; "" if nothing was */
	const char *why;        /* UNTESTABLE: why not, in one line; otherwise NULL */
	struct fact fact;       /* if it was tested */
	struct trials_asked asked; /* likewise: the columns that the test asked for */
	struct trials trials;      /* the same; if asked for */
	struct fact_fault fault;   /* of a test that is faulty itself; message NULL if it is sound */
};

struct verdict { /* lives on the arena of the facts, which find each only once */
	const struct claim *claim;
	enum verdict_kind kind;
	const struct verdict_part *parts; /* one for each of the claim's */
	const char *computed;             /* of all parts, each told apart where there are several; "" if nothing was */
	const char *why; /* UNTESTABLE: why not, in one line (no test, a value is missing, …); otherwise the claim's
	                    note or  NULL */
	bool undecided;  /* it has a test, but the data cannot decide it */
	bool on_claims;  /* rests on a developer's claim about its own model */
	bool fragile;    /* a part turns with another published value, or within the intervals; if asked for */
};

/* "holds", "fails", …, by kind; ends in NULL. */
extern const char *const verdict_kinds[];

enum { VERDICT_KINDS = 4 };

enum word verdict_word(enum verdict_kind kind);

/* Never NULL; without trials. */
const struct verdict *verdict_of(struct facts *facts, const struct claim *claim);

/* One per claim of the dataset, in its order, on the arena. A test that is faulty itself (an unknown name, bad syntax)
 * is an error; one that needs a missing value is UNTESTABLE. */
const struct verdict *const *verdicts_of(struct arena *arena, struct facts *facts, struct diags *diags);

#endif
