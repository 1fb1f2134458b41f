/* lookup.h: the functions that read values. Each gives false after a fault. */
#ifndef FACTS_LOOKUP_H
#define FACTS_LOOKUP_H

#include "facts/call.h"

bool lookup_value(struct call *call);
bool lookup_has(struct call *call);
bool lookup_rank(struct call *call);
bool lookup_place(struct call *call);
bool lookup_leader(struct call *call);
bool lookup_best(struct call *call);
bool lookup_worst(struct call *call);
bool lookup_gap(struct call *call);
bool lookup_ratio(struct call *call);
bool lookup_source(struct call *call);

#endif
