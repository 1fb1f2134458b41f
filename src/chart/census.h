/* census.h: all values of a subject for the proof, which counts them again. What it points to lives on the subject's
 * arena. */
#ifndef CHART_CENSUS_H
#define CHART_CENSUS_H

#include "chart/subject.h"

/* rows, columns: of the subject's grid, those that are drawn; NULL: all. styles: of the grid's columns, where values
 * count as they are printed, so that a change that does not show is none; NULL: as they are. */
struct scene_census census_of(const struct subject *subject, const size_t *rows, size_t n_rows, const size_t *columns,
                              size_t n_columns, const struct number_style *styles);

#endif
