/* series.h: what one source says of one variant on one benchmark, over time.
 *
 * A source that measures again replaces what it said before: only the latest of a series is in the running when
 * selection.h chooses; what came before is history. Different sources make different series and stay rivals. Where no
 * source is named, the unnamed one counts as one. */
#ifndef DATA_SERIES_H
#define DATA_SERIES_H

#include "data/dataset.h"

struct series {
	const struct source *source; /* NULL if none is named */
	const struct measurement *
		*points; /* by date, those without one first; of one date in file order; never empty */
	size_t count;
};

struct series_list {
	struct series *items; /* by source in the dataset's order, the unnamed one first */
	size_t count;
};

/* The series among measurements of one variant and benchmark (selection.all): of those with status ok, or, where none
 * is, estimated. */
struct series_list series_of(struct arena *arena, const struct measurement *const *measurements, size_t count);

/* True if a later point takes the place of point i: its date is certainly later. "2026" is neither before nor after
 * "2026-04", and what has no date is never past. */
bool series_is_past(const struct series *series, size_t i);

/* The newest point; where several share its date, the first of them. */
const struct measurement *series_latest(const struct series *series);

#endif
