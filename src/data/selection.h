/* selection.h: which of several measurements counts.
 *
 * For one variant and benchmark, of the latest measurements of each source (series.h) with status ok (or estimated, if
 * there is no ok one) the first rule that leaves one value decides: a pin, the dataset's trust order, third party over
 * first party and unknown, the value that most sources agree on, the newest. Values agree if they are equal when
 * rounded to the fewer decimals of the two. When all that is left agrees, the one with most decimals speaks for them,
 * then the most trusted, then the one that says who measured, then the earliest entry. Otherwise the choice is open and
 * a chart that needs it stops with an error that asks for a pin. */
#ifndef DATA_SELECTION_H
#define DATA_SELECTION_H

#include "data/dataset.h"

enum selection_reason {
	SELECTED_ONLY, /* one measurement, or all agree */
	SELECTED_PIN,
	SELECTED_TRUST,
	SELECTED_INDEPENDENT,
	SELECTED_AGREED,
	SELECTED_NEWEST,
	SELECTED_OPEN, /* undecided: chosen is NULL */
	SELECTED_NONE, /* nothing to choose: only missing ones; chosen is NULL */
};

struct selection {
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *chosen;
	const struct measurement **all; /* every measurement of the two, in file order */
	size_t n_all;
	const struct measurement **rivals; /* those in the running (ok, or estimated if there is no ok one) whose value
	                                    * does not agree with chosen; OPEN: all of them */
	size_t n_rivals;                   /* > 0 is a conflict */
	enum selection_reason reason;
};

struct selections {
	const struct selection **items; /* by benchmark, then variant, in the dataset's order */
	size_t count;
};

/* benchmark NULL means all. */
struct selections selections_of(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark);

/* True if two written values say the same. */
bool quantity_agrees(struct quantity a, struct quantity b);

const char *selection_reason_words(enum selection_reason reason); /* "pinned by the dataset" */

/* The error for an OPEN one: both values with their sources, and the pin to write. */
void selection_report_open(const struct selection *selection, struct diags *diags);

#endif
