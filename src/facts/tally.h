/* tally.h: the functions that count. Each gives false after a fault. */
#ifndef FACTS_TALLY_H
#define FACTS_TALLY_H

#include "facts/call.h"

bool tally_count(struct call *call);
bool tally_wins(struct call *call);
bool tally_compared(struct call *call);

#endif
