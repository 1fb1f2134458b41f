/* part.h: the part of a dataset that somebody asks for: by benchmark, by name or pattern, by maker, by conditions, the
 * first so many.
 *
 * What is asked is plain text; a request borrows it. Of a part everything is counted, ranked and judged among what it
 * keeps (data/narrow.h). */
#ifndef FACTS_PART_H
#define FACTS_PART_H

#include "data/dataset.h"

struct part_asked {
	const char *const *benchmarks, *const *models, *const *makers, *const *wheres; /* data/choice.h */
	size_t n_benchmarks, n_models, n_makers, n_wheres;
	size_t top; /* the first so many of these, on the benchmarks; 0: all */
};

bool part_is_asked(const struct part_asked *asked);

/* The part, or the dataset itself if nothing or all of it is asked for. A model stands for all its variants,
 * "model@variant" for one. NULL after errors: a name that nobody has, a condition that nothing meets. */
const struct dataset *part_of(struct arena *arena, const struct dataset *dataset, const struct part_asked *asked,
                              struct diags *diags);

/* Of an earlier state what belongs beside a part of the present one: the same variants and benchmarks, and what would
 * have been asked for then and is no longer known at all. The state itself if the present one is whole. */
const struct dataset *part_before(struct arena *arena, const struct dataset *old, const struct dataset *part,
                                  const struct part_asked *asked);

/* Of two states together: by index what is asked for in each. Without a choice of models or benchmarks its list is
 * NULL: all. */
struct part_flags {
	const bool *variants, *benchmarks;
};

/* A name is wrong only if neither state has it; the new one then tells. False after errors. */
bool part_of_both(struct arena *arena, const struct dataset *old, const struct dataset *new,
                  const struct part_asked *asked, struct part_flags flags[2], struct diags *diags);

struct part_variants { /* those that a chart shows, or a list orders */
	const struct variant *const *items; /* NULL: all */
	size_t n;
	const struct variant *one; /* which is held against the others; NULL: none is */
};

/* The benchmarks on which any of them has a value, *n of them, in the order of the dataset. A task is left out where a
 * group that it goes into has a value of one of them, and where one is held against others, of it and of a rival (of
 * another model, or the only other); *parts: how many are (NULL is fine). */
const struct benchmark *const *part_benchmarks(struct arena *arena, const struct dataset *dataset,
                                               const struct part_variants *of, size_t *n, size_t *parts);

/* What was asked, as it was written: "gemini*; released >= 2025-06". "" if only the first so many are. */
const char *part_written(struct arena *arena, const struct part_asked *asked);

#endif
