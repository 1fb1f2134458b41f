/* series.h: what one source says about one variant on one benchmark, over time.
 *
 * A source that measures again replaces what it said before: only the latest point of a series is in the running when
 * selection.h chooses; the rest is history. Different sources make different series and remain rivals. Measurements
 * without a source count as those of one unnamed source. */
#ifndef DATA_SERIES_H
#define DATA_SERIES_H

#include "data/dataset.h"

struct series {
	const struct source *source; /* NULL if none is named */
	const struct measurement *
		*points; /* by date, undated ones first, those of one date in file order; never empty */
	size_t count;
};

struct series_list {
	struct series *items; /* by source in the dataset's order, the unnamed one first */
	size_t count;
};

/* The series of one variant and benchmark, made of those measurements (selection.all) whose status is ok or, if none
 * is, estimated. They live on arena. */
struct series_list series_of(struct arena *arena, const struct measurement *const *measurements, size_t count);

/* True if a later point replaces point i. "2026" is neither before nor after "2026-04". An undated point is past as
 * soon as its source has a dated one: what it says with a date is what it said last. Where all are undated, none is
 * past. */
bool series_is_past(const struct series *series, size_t i);

/* The newest point; where several share its date, the first of them. */
const struct measurement *series_latest(const struct series *series);

#endif
