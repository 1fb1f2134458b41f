/* load.h: files -> dataset. The only place that knows how a dataset is spelled (documented in the README). */
#ifndef DATA_LOAD_H
#define DATA_LOAD_H

#include "base/inputs.h"
#include "data/direction.h"
#include "data/feed.h"

struct arena;
struct value;

/* Files, folders (all .json .yaml .yml .csv .tsv in them, a dataset.yaml alone if there is one) and "-"; several merge
 * into one; a dataset may name more under "data:". All are read through inputs and listed there in this role. rules:
 * how directions are found that the data do not declare. NULL after errors, all of which are reported. */
const struct dataset *dataset_load(struct arena *arena, struct inputs *inputs, enum input_role role,
                                   const struct feed *feeds, size_t n_feeds, const struct direction_rules *rules,
                                   struct diags *diags);

/* The same from trees that were read already. */
const struct dataset *dataset_build(struct arena *arena, const struct value *const *roots, size_t n_roots,
                                    const struct direction_rules *rules, struct diags *diags);

#endif
