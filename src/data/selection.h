/* selection.h: which of several measurements counts.
 *
 * For one variant and benchmark, the latest measurements of each source (series.h) are in the running: those with
 * status ok or, if there are none, the estimated ones. The first rule that leaves a single value decides: a pin, the
 * dataset's trust order, third party over first party and unknown, the value most sources agree on, the newest. Two
 * values agree if they are equal once rounded to the fewer decimal places of the two. Among measurements that all
 * agree, the one with the most decimal places is chosen, then the most trusted, then the one that says who measured,
 * then the first in the file. If no rule decides, the choice is open, and a chart that needs it stops with an error
 * that asks for a pin. */
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
	SELECTED_NONE, /* nothing to choose from: no value is known; chosen is NULL */
};

struct selection {
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct measurement *chosen;
	const struct measurement **all; /* every measurement, history included, in file order */
	size_t n_all;
	const struct measurement *
		*rivals; /* those in the running that disagree with chosen; OPEN: all in the running */
	size_t n_rivals; /* > 0: a conflict */
	enum selection_reason reason;
};

struct selections {
	const struct selection **items; /* by benchmark, then variant, in the dataset's order */
	size_t count;
};

/* One selection per variant and benchmark that has a measurement; of one benchmark, or of all if it is NULL. On arena.
 */
struct selections selections_of(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark);

/* True if two values are equal at the digits that both were written with. */
bool quantity_agrees(struct quantity a, struct quantity b);

const char *selection_reason_words(enum selection_reason reason); /* "pinned by the dataset" */

/* Adds the error for an OPEN selection: its values with their sources, and the pin to write. */
void selection_report_open(const struct selection *selection, struct diags *diags);

#endif
