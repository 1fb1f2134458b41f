/* table_container.h: the rows of a table that a JSON or YAML file keeps in something: a list under "results" or "data",
 * lists side by side, maps by the name of a model or a benchmark, what a data frame writes of itself. Inside data/
 * only.
 *
 * A key that names its row becomes the first cell, under the head that says what it is: "model", "benchmark", or "key"
 * where nothing tells. What stands beside the rows and is known of a measurement, such as a date, goes into each. */
#ifndef DATA_TABLE_CONTAINER_H
#define DATA_TABLE_CONTAINER_H

#include "read/value.h"

struct arena;

#define CONTAINER_KEY "key"

/* A list of flat maps, on the arena; NULL if the tree is none of these. */
const struct value *container_rows(struct arena *arena, const struct value *tree);

#endif
