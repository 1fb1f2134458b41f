/* budget.h: what all expressions of one document may take together, and what they have taken.
 *
 * One expression has limits of its own (machine.c); thousands of them, each within its limits, would still take hours
 * and gigabytes. Effort is counted in steps of the machine; a call and memory that was asked for count as the steps
 * that take about as long, so that what is refused does not depend on the machine it runs on. Lives in struct facts. */
#ifndef FACTS_BUDGET_H
#define FACTS_BUDGET_H

#include "base/diag.h"

struct budget {
	size_t steps;      /* of all expressions so far */
	size_t bytes;      /* that their facts keep */
	size_t most_steps; /* of the one that took most */
	size_t most_bytes; /* of the one that keeps most */
	struct place steps_at, bytes_at;
	struct place at; /* of the expression that runs; no line where nobody said */
};

enum {
	BUDGET_STEPS = 100000000, /* a few seconds */
	BUDGET_BYTES = 256 << 20,
};

/* What an expression has taken, in steps. */
static inline size_t budget_effort(size_t steps, size_t calls, size_t bytes)
{
	enum { START = 200, CALL = 250, BYTES = 16 };
	return START + steps + CALL * calls + bytes / BYTES;
}

/* Counts the effort of an expression that ended. */
void budget_spend(struct budget *budget, size_t effort);

/* Counts bytes that a fact keeps. */
void budget_keep(struct budget *budget, size_t bytes);

/* True if there is no room for this much more effort. */
static inline bool budget_spent(const struct budget *budget, size_t effort)
{
	return budget->steps + effort > BUDGET_STEPS || budget->bytes > BUDGET_BYTES;
}

/* The message about a spent budget, and the remedy: which expression took most. On the arena. */
const char *budget_message(const struct budget *budget);
const char *budget_hint(const struct budget *budget, struct arena *arena);

#endif
