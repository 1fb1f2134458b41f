/* condition.h: which of the comparisons of a condition decides it, and with what margin.
 *
 * A condition is read as and, or and not over comparisons, with brackets, as Lua reads it. What holds because all of
 * its parts hold turns with the one that is nearest to turning; what holds because one of its parts does, with that
 * one. */
#ifndef FACTS_CONDITION_H
#define FACTS_CONDITION_H

#include "facts/evaluation.h"

/* Of the condition that starts at this byte of the expression, is true or false as told, and was evaluated. Printed on
 * the evaluation's arena. */
struct margin condition_margin(struct evaluation *evaluation, size_t start, bool truth);

#endif
