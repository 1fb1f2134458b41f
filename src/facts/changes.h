/* changes.h: what changed between two states of a dataset.
 *
 * Models and benchmarks are the same if their ids are. A benchmark that the two states do not measure alike (another
 * unit) or where a choice is open in one of them is left out with a warning: a difference would say nothing. */
#ifndef FACTS_CHANGES_H
#define FACTS_CHANGES_H

#include "facts/standing.h"

enum change_kind {
	CHANGE_VALUE,  /* another value counts */
	CHANGE_NEW,    /* a value where there was none */
	CHANGE_GONE,   /* a value that is no longer there */
	CHANGE_SOURCE, /* the same value, but another source's counts */
	CHANGE_RANK,   /* the same value of the same source, but it stands elsewhere */
};

struct change {
	enum change_kind kind;
	const struct variant *old_variant, *new_variant;   /* NULL where that state does not know it */
	const struct benchmark *old_benchmark, *benchmark; /* likewise */
	const struct standing_row *before, *after;         /* NULL where there is no value */
	int rank_before, rank_after;                       /* 0: not ranked */
	double difference;                                 /* VALUE: after - before; else 0 */
	bool better, known_direction;                      /* VALUE and RANK: better holds if known_direction */
};

struct change_group {                                      /* the changes on one benchmark; at least one */
	const struct benchmark *old_benchmark, *benchmark; /* NULL where that state does not know it */
	const struct standing *before, *after;             /* likewise */
	size_t first, count;                               /* in changes.items */
};

struct changes {
	struct change *items; /* by benchmark in the new state's order, those only of the old one behind; inside as the
	                       * new standing has them, what is gone behind */
	size_t count;
	struct change_group *groups;
	size_t n_groups;
	const struct variant **models_in, **models_out; /* in the order of their dataset; a variant is one of its own */
	size_t n_models_in, n_models_out;
	const struct benchmark **benchmarks_in, **benchmarks_out, **left_out; /* left_out: as the new state has it */
	size_t n_benchmarks_in, n_benchmarks_out, n_left_out;
	struct map by_cell; /* for changes_find */
};

/* Never NULL; what is left out is warned of. old and new must outlive it. */
const struct changes *changes_of(struct arena *arena, const struct dataset *old, const struct dataset *new,
                                 struct diags *diags);

/* The change of one value, as the new state names it; NULL if there is none. */
const struct change *changes_find(const struct changes *changes, const struct variant *new_variant,
                                  const struct benchmark *new_benchmark);

/* "value", "new", "gone", "source", "rank". */
const char *change_kind_word(enum change_kind kind);

/* True if nothing at all differs; what was left out is not known. */
bool changes_none(const struct changes *changes);

#endif
