/* sheet.h: a look on one page: its colours with their contrast, its type, and a chart of every kind. */
#ifndef CHART_SHEET_H
#define CHART_SHEET_H

#include "chart/chart.h"

/* dataset: one that answers every kind, such as that of the looks command. NULL after errors, a broken rule among them.
 */
struct scene *chart_sheet(struct arena *arena, const struct look *look, struct fontset *fonts,
                          const struct language *language, const struct dataset *dataset, struct diags *diags);

#endif
