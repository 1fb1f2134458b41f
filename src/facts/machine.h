/* machine.h: the sandbox that evaluates one expression.
 *
 * A Lua state without libraries, made anew for every expression, so that none can leave anything to the next, and the
 * limits on steps, calls and memory are met at the same step every time. Nothing else in the house knows Lua.
 *
 * Numbers and texts that functions give are terms (term.h): Lua carries them as opaque pointers whose operators are
 * ours. Numbers and texts that are written out stay Lua's own until they meet a term. */
#ifndef FACTS_MACHINE_H
#define FACTS_MACHINE_H

#include "facts/evaluation.h"
#include "facts/term.h"

/* False after a fault, which is noted in the evaluation. A result is a number, a text or a truth. */
bool machine_run(struct evaluation *evaluation, struct term *result);

#endif
