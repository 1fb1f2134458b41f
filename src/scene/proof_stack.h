/* proof_stack.h: totals and shares of stacked bars, computed again from the values that the figure shows. Private to
 * scene/. */
#ifndef SCENE_PROOF_STACK_H
#define SCENE_PROOF_STACK_H

#include "scene/document.h"

struct proofing;

struct stack_total {                   /* of somebody of whom every part is known */
	const char *name;              /* as words name it */
	const struct scene_use *parts; /* of it, each once, in any order */
	double total;
};

/* All of the figure's, on whatever page, in the order of its values; none where rows are no totals. */
struct stack_total *stack_totals(struct proofing *p, size_t *n);

/* Rule F9. */
void proof_stack(struct proofing *p);

#endif
