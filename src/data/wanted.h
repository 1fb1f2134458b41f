/* wanted.h: which measurements a dataset keeps where only some benchmarks are asked for. Inside data/ only.
 *
 * All are read and checked one by one. Of a benchmark that nobody asks for those are kept that what is said of the
 * whole rests on: where a model is named first, the newest date, whether the values are percent or fractions, and from
 * which source. So every unit, direction and note is as if all were kept, but for values that are given twice. */
#ifndef DATA_WANTED_H
#define DATA_WANTED_H

#include "data/build.h"

struct wanted;

/* NULL if all are to be kept: no benchmark is asked for, one of them is unknown, or b->keeps_all. */
struct wanted *wanted_of(struct build *b);

/* Whether the dataset keeps a measurement; wanted may be NULL. percent: it was written with "%". */
bool wanted_keeps(struct wanted *wanted, const struct measurement *measurement, bool percent);

#endif
