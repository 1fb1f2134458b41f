/* facts.h: one expression, asked of a dataset: {{ value("muse-spark", "gpqa-diamond") }}.
 *
 * An expression is one Lua expression over the functions of facts_function_at and arithmetic. It runs in a sandbox: no
 * libraries, no assignment, a limit on steps, calls and memory; the same expression always gives the same fact. What it
 * used (measurements with their sources) and which functions it called is kept with the result, so that a sentence can
 * be held against its evidence.
 *
 * Numbers are plain while they are computed with, and get their unit back when they are printed. What a function gave
 * prints as that function says. Of anything else the values and gaps that went into the expression decide: if all have
 * one unit, so has the result ("2.7 points", "116 million tokens"); if they have several, it is an error. It has none
 * if it is written out in the expression, if that divides (/) or raises to a power (^), or if a rank, place, count,
 * ratio, share or rounded number is among what went in. bare() takes a unit off; what join(), ordinal() and spell()
 * print themselves counts no longer. Texts are joined by join(), not by "..", which would print numbers raw. A
 * machine is bound to one dataset and one language and lives on the arena. */
#ifndef FACTS_FACTS_H
#define FACTS_FACTS_H

#include "data/dataset.h"
#include "words/words.h"

enum fact_kind { FACT_NUMBER, FACT_TEXT, FACT_TRUTH };

struct fact_use { /* a value that the expression rests on, as it was selected */
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *chosen;
	const char *printed; /* as in prose: "42.8%", "58 million tokens" */
	bool rival;          /* only what a place is held against */
};

struct fact_step {         /* a function that looked something up */
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

const struct facts_function *facts_function_at(size_t i); /* NULL behind the last */

struct facts;

struct facts *facts_open(struct arena *arena, const struct dataset *dataset, const struct language *language);

/* place is that of the expression's first character; faults are reported at their own line and column inside it, with
 * the nearest names. False after errors. What fact points to lives on the arena given here. */
bool facts_eval(struct facts *facts, struct arena *arena, const char *expression, struct place place, struct fact *fact,
                struct diags *diags);

#endif
