/* measurement.h: the measurements of a dataset, by their number from 0 to dataset.n_measurements - 1.
 *
 * How a dataset stores them is its own business. Ask for single fields where many measurements are looked at; a whole
 * struct measurement is a copy made on the caller's arena, which lives as long as that and never changes. What
 * selection.h picks is such a copy already. */
#ifndef DATA_MEASUREMENT_H
#define DATA_MEASUREMENT_H

#include "data/dataset.h"

/* Never NULL. */
const struct measurement *measurement_at(struct arena *arena, const struct dataset *dataset, size_t i);

/* The same into memory of the caller's; only its text is made on the arena. */
void measurement_get(struct arena *arena, const struct dataset *dataset, size_t i, struct measurement *into);

/* The same without its text, which is "" where there is one: for many that are looked at once. */
void measurement_glance(const struct dataset *dataset, size_t i, struct measurement *into);

/* NULL only if the measurement is ambiguous. */
const struct variant *measurement_variant(const struct dataset *dataset, size_t i);
/* Never NULL. */
const struct benchmark *measurement_benchmark(const struct dataset *dataset, size_t i);
/* False: the source gave the model alone, and the default variant stands for it. */
bool measurement_stated(const struct dataset *dataset, size_t i);
/* NULL if none is given. */
const struct source *measurement_source(const struct dataset *dataset, size_t i);
/* To whom an ambiguous value may belong: how many there are; 0 for any other. */
size_t measurement_candidates(const struct dataset *dataset, size_t i, const struct variant *const **candidates);
enum status measurement_status(const struct dataset *dataset, size_t i);
/* 0 if there is no value. */
double measurement_number(const struct dataset *dataset, size_t i);
/* Its own, or its source's; year 0: none. */
struct date measurement_date(const struct dataset *dataset, size_t i);
struct place measurement_place(const struct dataset *dataset, size_t i);
/* The same of a copy. */
struct place measurement_where(const struct measurement *measurement);
/* False if nothing is known: the status is missing or unknown-zero. */
bool measurement_has_value(const struct dataset *dataset, size_t i);

#endif
