/* filter.h: conditions of a selection: "released >= 2025-06 and maker = Google".
 *
 * A condition is a field, one of = != < <= > >=, and what the field is held against; several are joined by "and". Text
 * is compared as names are, and may be a pattern (glob.h); numbers and dates by size. A date of which only the month or
 * the year is known meets a condition only if every day of it does. What is not known meets none, "!=" included. A list
 * lives on the arena that it was read with. */
#ifndef DATA_FILTER_H
#define DATA_FILTER_H

#include "data/dataset.h"

struct filter;

struct filters {
	struct filter *items;
	size_t count, room;
	bool of_measurements; /* one of them asks for what belongs to a measurement, not to a model */
};

/* Adds the conditions of a text; false after an error, which names the nearest field. */
bool filters_read(struct arena *arena, const char *text, struct place place, struct filters *filters,
                  struct diags *diags);

/* True if the variant and its model meet all conditions that are about them. */
bool filters_take_variant(struct arena *scratch, const struct filters *filters, const struct variant *variant);

/* True if the i-th measurement meets all that are about measurements. */
bool filters_take_measurement(struct arena *scratch, const struct filters *filters, const struct dataset *dataset,
                              size_t i);

#endif
