/* census.h: all values of a subject for the proof, which counts them again. What it points to lives on the subject's
 * arena. */
#ifndef CHART_CENSUS_H
#define CHART_CENSUS_H

#include "chart/subject.h"

/* rows, columns: of the subject's grid, those that are drawn; NULL: all. styles: of the grid's columns, where values
 * count as they are printed, so that a change that does not show is none; NULL: as they are. */
struct scene_census census_of(const struct subject *subject, const size_t *rows, size_t n_rows, const size_t *columns,
                              size_t n_columns, const struct number_style *styles);

/* The same of a chart that was drawn earlier, of other data. */
struct census_earlier {
	const struct dataset *dataset;
	const struct benchmark *const *benchmarks;
	const struct variant *const *models; /* that were asked for; NULL: all that were measured */
	size_t n_benchmarks, n_models;
	const bool *rows, *columns; /* by the index of a variant, and of benchmarks: drawn; NULL: all are */
};

/* False with a diagnostic if these data leave a choice open. */
bool census_again(struct arena *arena, const struct census_earlier *earlier, struct scene_census *census,
                  struct diags *diags);

/* The model of a row, of which a tally may be. */
const struct variant *census_variant(const void *who);

#endif
