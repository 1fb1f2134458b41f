/* export.h: dataset -> value tree (and from there to YAML, JSON or CSV by read/emit.h) or an aligned table. */
#ifndef DATA_EXPORT_H
#define DATA_EXPORT_H

#include "data/selection.h"

struct value;

/* The lists of models and measurements, and the selected records, are made while they are written (value_maker), so
 * they need the dataset and this arena until then. */

/* Everything: loading it gives the same dataset, and exporting that the same tree. */
const struct value *export_dataset(struct arena *arena, const struct dataset *dataset);

/* The same without what no measurement of it refers to, without claims, title and note: for a dataset that was
 * narrowed. */
const struct value *export_used(struct arena *arena, const struct dataset *dataset);

/* The selected values: a list of flat records (model, variant, benchmark, value, unit, better, …, source, conflict).
 * Loads as records, beside the declarations of the dataset's own units if it has any, and selects the same values; of
 * an open choice all values are there, so that it stays open. */
const struct value *export_selected(struct arena *arena, const struct dataset *dataset,
                                    const struct selections *selections);

/* Records with the same columns in every row, for CSV: what a row lacks is missing. */
const struct value *export_squared(struct arena *arena, const struct value *records);

/* Aligned text for a terminal: a row a selected value (or every measurement), decimals under each other, '≠' before a
 * value in conflict with the other values named at the end of the row. */
char *export_table(struct arena *arena, const struct dataset *dataset, const struct selections *selections, bool all);

/* SHA-256 in hex over the canonical YAML of the measurements that a chart of these benchmarks rests on (none:
 * everything). */
char *export_hash(struct arena *arena, const struct dataset *dataset, const struct benchmark *const *benchmarks,
                  size_t n_benchmarks);

#endif
