/* filter.h: conditions of a selection: "released >= 2025-06 and maker = Google".
 *
 * A condition is a field of a model, one of = != < <= > >=, and what the field is held against; several are joined by
 * "and". Text is compared as names are, and may be a pattern (glob.h); numbers and dates by size. A date of which only
 * the month or the year is known meets a condition only if every day of it does. What is not known meets none, "!="
 * included. A list lives on the arena that it was read with. What belongs to a measurement is no field: a chart without
 * some of a model's values would say that there are none (of developers' own claims it says how many: narrow.h). */
#ifndef DATA_FILTER_H
#define DATA_FILTER_H

#include "data/dataset.h"

struct filter;

struct filters {
	struct filter *items;
	size_t count, room;
};

/* Adds the conditions of a text; false after an error, which names the nearest field. */
bool filters_read(struct arena *arena, const char *text, struct place place, struct filters *filters,
                  struct diags *diags);

/* True if the variant and its model meet all conditions that are about them. */
bool filters_take_variant(struct arena *scratch, const struct filters *filters, const struct variant *variant);

#endif
