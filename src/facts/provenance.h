/* provenance.h: the functions that ask who says so: who measured, who disagrees, with what digits and interval, and who
 * is not there. Each gives false after a fault. */
#ifndef FACTS_PROVENANCE_H
#define FACTS_PROVENANCE_H

#include "facts/call.h"

bool provenance_measured(struct call *call);
bool provenance_independent(struct call *call);
bool provenance_checked(struct call *call);
bool provenance_disputed(struct call *call);
bool provenance_published(struct call *call);
bool provenance_sources(struct call *call);
bool provenance_interval(struct call *call);
bool provenance_digits(struct call *call);
bool provenance_rivals(struct call *call);
bool provenance_missing(struct call *call);

#endif
