/* changes.h: what changed between two states of a dataset.
 *
 * Models and benchmarks are the same if their ids are. A benchmark that has another unit in each state, or an open
 * choice in one of them, is left out with a warning: a difference would mean nothing. */
#ifndef FACTS_CHANGES_H
#define FACTS_CHANGES_H

#include "base/map.h"
#include "facts/part.h"
#include "facts/standing.h"

enum change_kind {
	CHANGE_VALUE,  /* another value counts */
	CHANGE_NEW,    /* a value where there was none */
	CHANGE_GONE,   /* a value that is no longer there */
	CHANGE_SOURCE, /* the same value, now from another source */
	CHANGE_RANK,   /* the same value from the same source, at another rank */
};

struct change {
	enum change_kind kind;
	const struct variant *old_variant, *new_variant;   /* NULL where that state does not know it */
	const struct benchmark *old_benchmark, *benchmark; /* likewise */
	const struct standing_row *before, *after;         /* NULL where there is no value */
	const struct measurement *was, *is;                /* the measurements that count; likewise */
	int rank_before, rank_after;                       /* 0: not ranked */
	double difference;                                 /* VALUE: after - before; otherwise 0 */
	bool better, known_direction; /* VALUE and RANK: better means nothing unless known_direction */
	bool revision;                /* VALUE: the same source gives another number under the same date */
};

struct change_group {                                      /* the changes on one benchmark; at least one */
	const struct benchmark *old_benchmark, *benchmark; /* NULL where that state does not know it */
	const struct standing *before, *after;             /* likewise */
	size_t first, count;                               /* in changes.items */
};

struct changes {
	struct change *items; /* by benchmark in the new state's order, then those only in the old one; within one in
	                       * the order of the new standing, then what is gone */
	size_t count;
	struct change_group *groups;
	size_t n_groups;
	const struct variant **models_in, **models_out; /* in the order of their dataset; each variant by itself */
	size_t n_models_in, n_models_out;
	const struct benchmark **benchmarks_in, **benchmarks_out, **left_out; /* left_out: as the new state has it */
	size_t n_benchmarks_in, n_benchmarks_out, n_left_out;
	struct map by_cell; /* for changes_find */
};

/* Never NULL; warns of what is left out. old and new must outlive it. */
const struct changes *changes_of(struct arena *arena, const struct dataset *old, const struct dataset *new,
                                 struct diags *diags);

/* The same of two parts (data/narrow.h): what belongs to neither has not come or gone. */
const struct changes *changes_within(struct arena *arena, const struct dataset *old, const struct dataset *new,
                                     struct diags *diags);

/* The change of one value, by the names of the new state; NULL if it did not change. */
const struct change *changes_find(const struct changes *changes, const struct variant *new_variant,
                                  const struct benchmark *new_benchmark);

/* Those of some variants and benchmarks alone; ranks stay those among all. */
struct changes *changes_part(struct arena *arena, const struct changes *changes, const struct part_flags *of_old,
                             const struct part_flags *of_new);

/* "value", "new", "gone", "source", "rank". */
const char *change_kind_word(enum change_kind kind);

/* True if nothing differs among what was compared. */
bool changes_none(const struct changes *changes);

#endif
