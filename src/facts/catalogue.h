/* catalogue.h: the functions that ask what there is: the models of a maker, the variants of a model, the benchmarks of
 * a category or of a model; and what a variant or a benchmark is. A sentence such as "these are all" or "there is no
 * other" compares with them. Each gives false after a fault. */
#ifndef FACTS_CATALOGUE_H
#define FACTS_CATALOGUE_H

#include "facts/call.h"

bool catalogue_models(struct call *call);
bool catalogue_variants(struct call *call);
bool catalogue_variant(struct call *call);
bool catalogue_mode(struct call *call);
bool catalogue_benchmarks(struct call *call);
bool catalogue_category(struct call *call);
bool catalogue_unit(struct call *call);

#endif
