/* compare.h: how terms compare.
 *
 * Numbers compare as the decimals they are, texts by their bytes, dates as dates, and what a function names (a model, a
 * maker, a list of sources) with any of its names, a list in any order. What is of different kinds is unequal and has
 * no order. */
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

/* What a comparison answers where the left side is less (negative), equal (0) or more (positive). */
bool compare_answer(enum comparison how, int order);

/* False after a fault: no order, a name that nothing has, a word that the function never gives, no date. */
bool compare_terms(struct evaluation *evaluation, enum comparison how, const struct comparands *both, bool *truth);

#endif
