/* judgement.h: what an expression compared on the way, and by how much each comparison came out as it did.
 *
 * Kept in the evaluation by the byte of the expression that decided: the operator of a comparison, the name of a
 * function that judges by itself. */
#ifndef FACTS_JUDGEMENT_H
#define FACTS_JUDGEMENT_H

#include "facts/compare.h"

struct judgement {
	size_t offset;
	bool truth;
	enum margin_kind kind;
	struct term by; /* BY: a number, 0 or more */
	double share;   /* BY: of the larger side */
};

/* Notes a comparison of any two terms. */
void judgement_compare(struct evaluation *evaluation, enum comparison how, const struct comparands *both, bool truth);

/* Notes what a function judged: by so much, of sides as large as this. */
void judgement_note(struct evaluation *evaluation, size_t offset, bool truth, const struct term *by, double side);

/* NULL if nothing was judged at this byte. */
const struct judgement *judgement_at(const struct evaluation *evaluation, size_t offset);

#endif
