/* direction.h: what a caller knows that makes a dataset, and which numbers of a benchmark are better, decided once,
 * while a dataset is made.
 *
 * What the data declare goes first, also that nobody knows. Then comes what the caller asks for. Otherwise the unit
 * decides, unless the benchmark's name or brief speaks of something of which the other direction is better: an "Error
 * rate" in percent. Then, and where the unit implies nothing, the direction is unknown, and whoever reads
 * benchmark.direction ranks nothing and calls nothing best. A note at the benchmark's place says what was concluded
 * from a unit, or how to declare what could not be. */
#ifndef DATA_DIRECTION_H
#define DATA_DIRECTION_H

#include "data/dataset.h"

struct direction_rules {
	/* True if a name speaks against a direction: words_against, which data/ may not know. NULL: names say nothing.
	 */
	bool (*against)(const char *name, enum direction direction);
	/* True if the program has the forms of what a dataset may compare: words_has_noun, likewise. NULL: of anything.
	 */
	bool (*has_noun)(const char *word);
	/* How messages say what a dataset compares: words_say, likewise. NULL: as models. */
	struct noun_said (*say)(struct arena *arena, const struct noun *nouns, size_t n);
	enum direction asked;  /* instead of what the unit implies; UNKNOWN: nothing is asked */
	const char *const *on; /* names of the benchmarks for which it is; none: for all */
	size_t n_on;
	bool only_on;         /* what other benchmarks measure is checked and mostly not kept (wanted.h) */
	bool spellings_apart; /* each spelling of a model's name in records is a model; else two of one are an error */
};

/* Decides for every benchmark of a dataset whose units are settled. What is asked against what the data declare is an
 * error. rules: NULL as if empty. */
void direction_decide(struct arena *arena, struct dataset *dataset, const struct direction_rules *rules,
                      struct diags *diags);

#endif
