/* review.h: what is worth knowing about a dataset before it is shown: `benchbrief check DATA`. */
#ifndef DATA_REVIEW_H
#define DATA_REVIEW_H

#include "data/selection.h"

/* Adds a warning a conflict (every value with its source, and which one counts and why), an ambiguous cell, an unused
 * source, organisation, model or benchmark, a zero that means unknown, a value outside its range; an error an open
 * choice. */
void review_dataset(struct arena *arena, const struct dataset *dataset, struct diags *diags);

#endif
