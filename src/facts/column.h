/* column.h: the values of one benchmark, chosen and ranked once however often expressions ask for them. Lives on the
 * arena of the facts. */
#ifndef FACTS_COLUMN_H
#define FACTS_COLUMN_H

#include "facts/evaluation.h"
#include "facts/standing.h"

struct column {
	const struct benchmark *benchmark;
	struct selections selections;    /* by variant */
	size_t *rows;                    /* of each selection, in standing */
	unsigned long *used;             /* by selection: the evaluation that used it last */
	bool asked;                      /* for the standing */
	const struct standing *standing; /* NULL: a choice is open, or nobody asked */
};

struct column *column_of(struct facts *facts, const struct benchmark *benchmark);

/* NULL: a choice is open. */
const struct standing *column_standing(struct facts *facts, struct column *column);

/* NULL if the variant was never measured on the benchmark. */
const struct selection *column_selection(const struct column *column, const struct variant *variant);

/* The row of a variant that has a selection; the standing has to be known. */
const struct standing_row *column_row(const struct column *column, const struct variant *variant);

/* Positive if a is better than b, 0 if they are equal. */
int column_compare(const struct column *column, double a, double b);

/* The first row if it alone is best; NULL if nobody is, or several are. */
const struct standing_row *column_winner(const struct standing *standing);

/* Notes the selected value of a variant as used by the expression: as what it says something about, or only as what
 * that is held against. Each value is kept once. */
void column_use(struct evaluation *evaluation, const struct column *column, const struct variant *variant);
void column_use_rival(struct evaluation *evaluation, const struct column *column, const struct variant *variant);

#endif
