/* export.h: turns a dataset into a value tree (which read/emit.h writes as YAML, JSON or CSV) or an aligned table. */
#ifndef DATA_EXPORT_H
#define DATA_EXPORT_H

#include "data/selection.h"
#include "read/emit_sink.h"

struct value;

/* The cells that are written, each chosen from when it is: as they stand, or in another order. */
struct export_cells {
	const struct cells *cells;
	const uint32_t *order; /* by place: the cell there; NULL: as they stand */
};

/* The lists of models and measurements and the selected records are made while they are written (value_maker): dataset
 * and arena must live until then. */

/* Everything: loading the tree yields the same dataset, and exporting that yields the same tree. */
const struct value *export_dataset(struct arena *arena, const struct dataset *dataset);

/* The same for a narrowed dataset: without claims, title, note and whatever none of its measurements refers to. */
const struct value *export_used(struct arena *arena, const struct dataset *dataset);

/* The selected values as a list of flat records (model, variant, benchmark, value, unit, better, …, source, conflict).
 * Loaded as records, together with the declarations of the dataset's own units if it has any, they select the same
 * values; an open choice keeps all of its values and so stays open. */
const struct value *export_selected(struct arena *arena, const struct dataset *dataset,
                                    const struct export_cells *cells);

/* The records with the same columns in every row, for CSV; a cell that a row lacks is missing. */
const struct value *export_squared(struct arena *arena, const struct value *records);

/* Aligned text for a terminal: one row per selected value or, if cells is NULL, per measurement, with decimal points
 * aligned. '≠' marks a value in conflict, whose rivals are named at the end of the row. The arena is only for the
 * meantime. */
void export_table(struct emit_sink sink, struct arena *arena, const struct dataset *dataset,
                  const struct export_cells *cells);

/* SHA-256, in hexadecimal, of the canonical YAML of the measurements that a chart of these benchmarks rests on, or of
 * the whole dataset if none is given. */
char *export_hash(struct arena *arena, const struct dataset *dataset, const struct benchmark *const *benchmarks,
                  size_t n_benchmarks);

struct export_marks {            /* SHA-256, in hexadecimal, of data as they were loaded, in their order */
	const char *rest;        /* of everything but the measurements */
	const char **benchmarks; /* of the measurements on each, by its index */
	const char *order;       /* of which benchmark each measurement is, one after the other */
};

/* Data with the same marks are the same, but for where they stand in their files. On the arena. */
void export_marks_make(struct arena *arena, const struct dataset *dataset, struct export_marks *marks);

#endif
