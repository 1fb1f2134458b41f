/* facts.h: one expression, asked of a dataset: {{ value("muse-spark", "gpqa-diamond") }}.
 *
 * An expression is one Lua expression over the functions of facts_function_at and arithmetic. It runs in a sandbox: no
 * libraries, no assignment, a limit on steps, calls and memory, and another for all expressions together (budget.h);
 * the same expression always gives the same fact. What it
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
 * Numbers that functions give can be computed with, compared and used as keys, but do not limit a loop.
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

#include "facts/fact.h"
#include "words/words.h"

const struct facts_function *facts_function_at(size_t i); /* NULL past the end */

struct facts;

struct facts *facts_open(struct arena *arena, const struct dataset *dataset, const struct language *language);

/* Until the next call, expressions may use these names beside those of functions. given has to last. */
void facts_give(struct facts *facts, const struct fact_given *given, size_t n);

/* place is that of the expression's first character; a fault is reported at its own line and column inside the
 * expression, with the nearest names. False after errors. What fact points to lives on the arena given here. */
bool facts_eval(struct facts *facts, struct arena *arena, const char *expression, struct place place, struct fact *fact,
                struct diags *diags);

/* What facts_eval reports of a fault of this expression. */
void facts_tell(const struct fact_fault *fault, const char *expression, struct place place, struct diags *diags);

/* The same with the fault instead of a diagnostic; truth: only true or false will do. */
bool facts_try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
               struct fact_fault *fault);

#endif
