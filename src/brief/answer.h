/* answer.h: expressions, answered from the data; what they rest on is kept for the report. Private to brief/.
 *
 * A claim that does not hold is an error, or with --draft a warning and a doubt. */
#ifndef BRIEF_ANSWER_H
#define BRIEF_ANSWER_H

#include "brief/reading.h"

struct answer { /* to an expression */
	bool known;
	const char *printed; /* "" after an error */
	bool doubted;        /* one of its claims does not hold */
};

/* Adds text with the answers to its holes in their place. */
void answer_add(struct reading *r, struct rich_builder *b, const char *text);

/* text with every {{ … }} in it answered: for texts of YAML, whose place is that of their first character. Sets
 * *doubted if one of their claims does not hold. */
const char *answer_text(struct reading *r, const char *text, struct place place, bool *doubted);

/* A condition of its own: a chart's claim. text says what it is about. False if it does not hold. */
bool answer_claim(struct reading *r, const char *text, const char *expression, struct place place);

#endif
