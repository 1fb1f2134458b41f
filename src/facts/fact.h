/* fact.h: what an expression gives: its result with the evidence for it, or a fault; and how a function is described.
 * What a fact points to lives on the arena that it was asked for on. */
#ifndef FACTS_FACT_H
#define FACTS_FACT_H

#include "data/dataset.h"

enum fact_kind { FACT_NUMBER, FACT_TEXT, FACT_TRUTH };

struct fact_use { /* a value that the expression rests on, as it was selected */
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *chosen;
	const char *printed; /* as in prose: "42.8%", "58 million tokens" */
	bool rival;          /* only what a place is held against */
};

struct fact_step {         /* what a function looked up */
	const char *words; /* "Muse Spark to Gemini 3.1 Pro on HealthBench Hard: 2.1 times" */
};

struct fact_claim { /* claim(text, condition) */
	const char *text;
	bool holds;
};

struct fact {
	enum fact_kind kind;
	double number;       /* NUMBER */
	const char *text;    /* TEXT, as the expression sees it: an id from leader() */
	bool truth;          /* TRUTH */
	const char *printed; /* as it stands in prose, in the machine's language; NULL for a TRUTH */
	const struct fact_use *uses;
	size_t n_uses; /* each value once */
	const struct fact_step *steps;
	size_t n_steps;
	const struct fact_claim *claims;
	size_t n_claims;
};

struct facts_function {               /* the one place from which --help and the README speak */
	const char *name, *arguments; /* "gap", "(a, b, benchmark)" */
	const char *summary;          /* one line */
};

struct fact_fault {
	const char *message, *hint;
	const char *kind; /* of the finding that it becomes (base/diag.h) */
	const char *why;  /* if the data cannot decide: the message in the machine's language; otherwise NULL */
	size_t offset;    /* of the byte of the expression that is at fault */
};

#endif
