/* legend.h: which colour is whose, where colours mean makers and nothing beside the marks says it. */
#ifndef CHART_LEGEND_H
#define CHART_LEGEND_H

#include "chart/evidence.h"
#include "chart/shown.h"

/* A note for each maker of the models that has a colour, and one for all others; none unless two of the models share a
 * colour: else it tells apart what has a name anyway. */
void legend_makers(const struct subject *subject, const struct variant *const *models, size_t n, struct notes *notes);

/* The same of the models that are rows. */
void legend_rows(const struct shown *shown, struct notes *notes);

#endif
