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

enum margin_kind {
	MARGIN_NONE,  /* nothing that decided it has a distance: a word, a name, a licence */
	MARGIN_EXACT, /* it says that two numbers are equal, or not, and they are: any other number turns it */
	MARGIN_BY,
};

/* How far a condition is from turning: of the comparison that decides it, the difference of its two sides, or how far a
 * value may move before a place or a lead is another's. Of several that all decide, the one that is nearest to turning
 * as a share of its larger side. */
struct margin {
	enum margin_kind kind;
	double by;               /* BY: 0 or more */
	const struct unit *unit; /* BY: what it is counted in; NULL: it has no unit */
	double share;            /* BY: of the larger side */
	const char *printed;     /* BY: "1.6 points" */
	const char *of;          /* the comparison, as it is written in the expression; NULL if there is none */
};

struct fact_claim { /* claim(text, condition) */
	const char *text;
	bool holds;
	struct margin margin;
	size_t condition; /* where it begins in the expression */
};

/* What an expression takes from its author and not from the data. */
enum fact_quote_kind {
	QUOTE_SAID,    /* say(text) */
	QUOTE_CITED,   /* cite(text, source) */
	QUOTE_CLAIMED, /* the text of a claim, for which its condition stands */
	QUOTE_TYPED,   /* any other text or number that is written out and printed */
};

struct fact_quote {
	enum fact_quote_kind kind;
	const char *text;
	const struct source *source; /* CITED */
};

struct fact {
	enum fact_kind kind;
	double number;        /* NUMBER */
	const char *text;     /* TEXT, as the expression sees it: an id from leader() */
	bool truth;           /* TRUTH */
	struct margin margin; /* TRUTH */
	const char *printed;  /* as it stands in prose, in the machine's language; NULL for a TRUTH */
	const struct fact_use *uses;
	size_t n_uses;                         /* each value once */
	const struct variant *const *subjects; /* that calls were given, each once */
	size_t n_subjects;
	const struct fact_step *steps;
	size_t n_steps;
	const struct fact_claim *claims;
	size_t n_claims;
	const struct fact_quote *quotes;
	size_t n_quotes;
	const double *numbers; /* that were asked for, computed or compared on the way; the first hundred */
	size_t n_numbers;
	bool asked; /* something of the data was asked for: a condition without that decides nothing */
	const struct convention *const *conventions; /* that it applies */
	size_t n_conventions;
};

struct fact_given { /* a name that stands for a text in expressions */
	const char *name, *text;
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
