/* compare.h: how terms compare.
 *
 * Numbers compare as the decimals they are, texts by their bytes, and a model that a function gave with any of its
 * names. What is of different kinds is unequal and has no order. */
#ifndef FACTS_COMPARE_H
#define FACTS_COMPARE_H

#include "facts/evaluation.h"
#include "facts/term.h"

enum comparison {
	COMPARE_EQUAL,
	COMPARE_UNEQUAL,
	COMPARE_LESS,
	COMPARE_MORE,
	COMPARE_LESS_OR_EQUAL,
	COMPARE_MORE_OR_EQUAL,
};

struct comparands {
	const struct term *left, *right;
	size_t offset;                    /* of the operator in the expression */
	size_t left_offset, right_offset; /* of a side that is a text in quotes; otherwise of the operator */
};

/* False after a fault: no order, or a name that no model has. */
bool compare_terms(struct evaluation *evaluation, enum comparison how, const struct comparands *both, bool *truth);

#endif
