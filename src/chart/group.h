/* group.h: rows in groups: models by who made them, or by family. What the data name no group of is one too. The group
 * with the best value comes first; in a group rows keep their order, and ranks are those of all. */
#ifndef CHART_GROUP_H
#define CHART_GROUP_H

#include "chart/chart.h"
#include "facts/grid.h"
#include "words/word.h"

/* False after an error at place: there are no such groups, the kind has none, or the data name none of any model. */
bool group_find(struct arena *arena, const struct chart_name *asked, struct chart_request *request,
                struct diags *diags);

/* The group that the data name of a model; NULL if they name none, or no groups are asked for. */
const char *group_of(enum chart_group group, const struct variant *variant);

/* What stands over its rows. */
const char *group_head(const struct language *language, enum chart_group group, const struct variant *variant);

/* The grid with the rows of each group together, and where each of them stood before; itself, and NULL, without groups.
 */
const struct grid *group_apply(struct arena *arena, const struct grid *grid, enum chart_group group,
                               const size_t **before);

/* "maker", "family". */
enum word group_word(enum chart_group group);

#endif
