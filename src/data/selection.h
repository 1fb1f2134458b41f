/* selection.h: which of several measurements counts.
 *
 * For one variant and benchmark, the latest measurements of each source (series.h) are in the running: those with
 * status ok or, if there are none, the estimated ones. The first rule that leaves a single value decides: a pin, the
 * dataset's trust order, third party over first party and unknown, the value most sources agree on, the newest. Two
 * values agree if they are equal once rounded to the fewer decimal places of the two. Among measurements that all
 * agree, the one with the most decimal places is chosen, then the most trusted, then the one that says who measured,
 * then the first in the file. If no rule decides, the choice is open, and a chart that needs it stops with an error
 * that asks for a pin or, where one source gives two numbers of one date, to keep one of them. */
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

/* Among selections of one benchmark; count if there is none of this variant. */
size_t selections_find(const struct selections *selections, const struct variant *variant);

/* The cells of a dataset without the choices: eight bytes for each measurement and as many for each cell. A choice is
 * made when it is asked for, each time anew. Lives on the arena that it was made on. */
struct cells;

/* Of one benchmark, or of all if it is NULL; as selections_of has them, and in its order. */
const struct cells *cells_of(struct arena *arena, const struct dataset *dataset, const struct benchmark *benchmark);
/* Those of one benchmark, out of the cells of all, which must outlive them: for whoever asks benchmark by benchmark. */
const struct cells *cells_part(struct arena *arena, const struct cells *all, const struct benchmark *benchmark);
size_t cells_count(const struct cells *cells);
const struct variant *cells_variant(const struct cells *cells, size_t i);
/* Where the cell is, by a search; cells_count if there is none. */
size_t cells_find(const struct cells *cells, const struct variant *variant, const struct benchmark *benchmark);
/* The only measurement of a cell, by its number; SIZE_MAX if it has several. */
size_t cells_only(const struct cells *cells, size_t i);
/* Never NULL; on the arena. */
const struct selection *cells_choose(struct arena *arena, const struct cells *cells, size_t i);

/* True if its developer's word is what counts: its own value, or one of unknown origin that agrees with it and so
 * repeats it; or what may count, where nothing decides. */
bool selection_is_claim(const struct selection *selection);

/* How many of its values, whether they count or not, were measured by one or the other. */
size_t selection_measured(const struct selection *selection, enum measured by);

const char *selection_reason_words(enum selection_reason reason); /* "pinned by the dataset" */

/* Adds the error for an OPEN selection: its values with their sources, and the pin to write. */
void selection_report_open(const struct selection *selection, struct diags *diags);

#endif
