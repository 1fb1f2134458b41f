/* support.h: how many sources agree with each of several values. Inside data/ only. */
#ifndef DATA_SUPPORT_H
#define DATA_SUPPORT_H

#include "data/dataset.h"

/* The measurements are sorted by source; supports: zeroed, one for each of them. */
void support_count(struct arena *arena, const struct measurement *const *items, size_t count, size_t *supports);

#endif
