/* column.h: the values of one benchmark, chosen and ranked once however often expressions ask for them. Lives on the
 * arena of the facts, or on that of a trial. */
#ifndef FACTS_COLUMN_H
#define FACTS_COLUMN_H

#include "facts/evaluation.h"
#include "facts/standing.h"

struct column {
	struct arena *arena;
	const struct benchmark *benchmark;
	unsigned long asked_by;          /* the number of the last evaluation that asked for it */
	struct selections selections;    /* by variant */
	size_t *rows;                    /* of each selection, in standing */
	unsigned long *used;             /* by selection: the evaluation that used it last */
	bool asked;                      /* for the standing */
	const struct standing *standing; /* NULL: a choice is open, or nobody asked */
};

struct column *column_of(struct facts *facts, const struct benchmark *benchmark);

/* The same facts without developers' own claims: their columns are those that charts with claims: hide show. */
struct facts *facts_unclaimed(struct facts *facts);

/* The same column with another value in place of the selected one; on the arena. */
struct column *column_instead(struct arena *arena, const struct column *column, const struct measurement *value);

/* NULL: a choice is open. */
const struct standing *column_standing(struct facts *facts, struct column *column);

/* The variant's index among the selections; their count if it has none. */
size_t column_position(const struct column *column, const struct variant *variant);

/* NULL if the variant was never measured on the benchmark. */
const struct selection *column_selection(const struct column *column, const struct variant *variant);

/* The row of a variant that has a selection; the standing has to be known. */
const struct standing_row *column_row(const struct column *column, const struct variant *variant);

/* Positive if a is better than b, 0 if they are equal. For benchmarks with a direction. */
int column_compare(const struct column *column, double a, double b);

/* Notes the selected value of a variant as used by the expression: as what it says something about, or only as what
 * that is held against. Each value is kept once. */
void column_use(struct evaluation *evaluation, const struct column *column, const struct variant *variant);
void column_use_rival(struct evaluation *evaluation, const struct column *column, const struct variant *variant);

/* Notes a value that a source published as used, whether it is the selected one or not. */
void column_use_published(struct evaluation *evaluation, const struct measurement *published);

#endif
