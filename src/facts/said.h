/* said.h: the functions that ask what sources say in words: who makes a claim, which claims contradict each other, and
 * whether any answers a question.
 * Each gives false after a fault. */
#ifndef FACTS_SAID_H
#define FACTS_SAID_H

#include "facts/call.h"

bool said_says(struct call *call);
bool said_contradict(struct call *call);
bool said_answered(struct call *call);

#endif
