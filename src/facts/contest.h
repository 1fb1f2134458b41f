/* contest.h: one model against its best rival on one benchmark: where it leads and where it trails, for titles, gaps,
 * findings and expressions alike.
 *
 * A rival is another model: another variant of the same one is none. Results compete with results: a developer's claim
 * is a rival only for what is a claim itself, or where there is nothing else, and then it puts no result behind. Who is
 * ahead follows from the ranks; of a claim, which has none, from the values, beyond noise and to the printed
 * digit. */
#ifndef FACTS_CONTEST_H
#define FACTS_CONTEST_H

#include "facts/standing.h"

enum contest_outcome {
	CONTEST_NONE,  /* no value, no rival but a larger claim, or no known direction */
	CONTEST_LEVEL, /* or ahead of all rivals, but not of another variant of its own model */
	CONTEST_AHEAD,
	CONTEST_BEHIND,
};

struct contest {
	const struct standing_row *own, *rival; /* NULL: there is none with a value */
	enum contest_outcome outcome;
	bool passed_over; /* a claim with a better value than the rival's was not taken for it */
};

struct contest contest_of(const struct standing *standing, const struct variant *variant);

/* One against another, whoever else has a value; a claim puts no result behind here either. */
enum contest_outcome contest_between(const struct standing *standing, const struct variant *variant,
                                     const struct variant *rival);

/* Who has the best value, a claim or not: NULL if somebody else is level with it, beyond noise and to the printed
 * digit, or nobody has one. A claim is not level with a result. */
const struct standing_row *contest_best(const struct standing *standing);

/* The only one that leads a benchmark on which another model has a value; NULL if there is none. */
const struct standing_row *contest_winner(const struct standing *standing);

#endif
