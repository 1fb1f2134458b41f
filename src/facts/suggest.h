/* suggest.h: the expression that gives a number somebody typed. */
#ifndef FACTS_SUGGEST_H
#define FACTS_SUGGEST_H

#include "facts/facts.h"
#include "words/numeral.h"

struct suggest_near { /* what is spoken of where the number stands, nearest first */
	const struct model *const *models;
	size_t n_models;
	const struct benchmark *const *benchmarks;
	size_t n_benchmarks;
};

/* Values, gaps, ratios, ranks and counts, those of what is near first; the text lives on the arena. *budget: how many
 * more numbers may be compared; taken from. NULL if none reads as the numeral. */
const char *suggest_expression(struct facts *facts, struct arena *arena, const struct numeral *numeral,
                               const struct suggest_near *near, size_t *budget);

#endif
