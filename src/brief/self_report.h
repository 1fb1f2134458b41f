/* self_report.h: titles that rest on what developers say of their own models. */
#ifndef BRIEF_SELF_REPORT_H
#define BRIEF_SELF_REPORT_H

#include "brief/reading.h"
#include "facts/fact.h"

/* Warns if the values that a title's condition asked for are developers' own, or of unknown origin beside such, and the
 * title does not say so: a reader takes it for an independent result. */
void self_report_check(struct reading *r, const char *title, struct place place, const struct fact *condition);

#endif
