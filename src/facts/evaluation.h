/* evaluation.h: what one expression leaves while it is evaluated: the values it rests on, what it looked up, its
 * claims, and the fault that stopped it.
 *
 * Embedded in the machine's caller for one expression; everything it points to lives on its arena. */
#ifndef FACTS_EVALUATION_H
#define FACTS_EVALUATION_H

#include "facts/fact.h"
#include "words/words.h"

#include <stdarg.h>

struct column;

struct facts {
	struct arena *arena;
	const struct dataset *dataset;
	const struct language *language;
	struct column **columns;   /* by benchmark, made when asked for */
	unsigned long evaluations; /* so far: the number of the one that runs */
	size_t conflicts;
	bool conflicts_known;
};

struct evaluation {
	struct facts *facts;
	struct arena *arena;
	const char *expression;
	size_t length; /* bytes */
	struct fact_use *uses;
	size_t n_uses, uses_room;
	struct fact_step *steps;
	size_t n_steps, steps_room;
	struct fact_claim *claims;
	size_t n_claims, claims_room;
	bool faulted;
	struct fact_fault fault;
};

/* Notes a fault at a byte of the expression; hint may be NULL. Only the first one counts: it stopped the evaluation.
 * Always false. */
bool evaluation_fault(struct evaluation *e, size_t offset, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The same for a function that takes a format itself. */
bool evaluation_vfault(struct evaluation *e, size_t offset, const char *hint, const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

/* The same with what a search in the dataset complained about; hint: in place of its own, or NULL. */
bool evaluation_pass_on(struct evaluation *e, size_t offset, const char *hint, const struct diag *diag);

/* Each step is kept once. */
void evaluation_step(struct evaluation *e, const char *words);

void evaluation_claim(struct evaluation *e, const char *text, bool holds);

#endif
