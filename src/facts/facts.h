/* facts.h: one expression, asked of a dataset: {{ value("muse-spark", "gpqa-diamond") }}.
 *
 * An expression is one Lua expression over the functions of facts_function_at and arithmetic. It runs in a sandbox: no
 * libraries, no assignment, a limit on steps, calls and memory; the same expression always gives the same fact. What it
 * used (measurements with their sources) and which functions it called is kept with the result, so that a sentence can
 * be held against its evidence.
 *
 * Units. A number carries what it measures from the call that gave it through every operation, whatever its value. What
 * a function gave prints as that function says, also when it was only passed on by and, or, min or max. Of what is
 * computed
 * - a sum, difference or remainder keeps the unit of its operands ("2.7 points", "116 million tokens"); it can be
 * compared but not printed if they have different ones,
 * - a product keeps the unit of its one factor that has a unit; of two such factors it has none,
 * - a quotient or a power has no unit,
 * - nor has anything that a rank, place, count, ratio, share or rounded number went into.
 * A number that is written out, or that bare() stripped of its unit, adopts the unit of what it is combined with.
 * join(), ordinal() and spell() give texts. Texts are joined by join(), not by "..", which would print numbers raw.
 *
 * Decimals. Published numbers are decimal, and arithmetic on them is: a sum or difference is rounded to the finest
 * decimal place of its operands, a product to the places of both together, and a quotient that ends within 12 digits is
 * taken to end there. So what prints as 2.7 equals 2.7, and gap() equals the difference of the two values. A computed
 * number prints with the decimal places it needs; it is an error if no operand had as many: round() says how many are
 * wanted.
 *
 * A machine is bound to one dataset and one language and lives on the arena. */
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

struct fact_step {
	const char
		*words; /* what a function looked up: "Muse Spark to Gemini 3.1 Pro on HealthBench Hard: 2.1 times" */
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

const struct facts_function *facts_function_at(size_t i); /* NULL past the end */

struct facts;

struct facts *facts_open(struct arena *arena, const struct dataset *dataset, const struct language *language);

struct fact_fault {
	const char *message, *hint;
	const char *why; /* if the data cannot decide: the message in the machine's language; otherwise NULL */
	size_t offset;   /* of the byte of the expression that is at fault */
};

/* place is that of the expression's first character; a fault is reported at its own line and column inside the
 * expression, with the nearest names. False after errors. What fact points to lives on the arena given here. */
bool facts_eval(struct facts *facts, struct arena *arena, const char *expression, struct place place, struct fact *fact,
                struct diags *diags);

/* The same with the fault instead of a diagnostic; truth: nothing but true or false will do. */
bool facts_try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
               struct fact_fault *fault);

#endif
