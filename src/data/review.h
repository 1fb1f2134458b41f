/* review.h: what to know about a dataset before showing it: `benchbrief check DATA`. */
#ifndef DATA_REVIEW_H
#define DATA_REVIEW_H

#include "data/selection.h"

/* Adds one warning per conflict (each value with its source, which one counts and why), dispute, ambiguous cell, unused
 * source, organisation, model or benchmark, zero that stands for an unknown value, and value outside its range; one
 * error per open choice. */
void review_dataset(struct arena *arena, const struct dataset *dataset, struct diags *diags);

#endif
