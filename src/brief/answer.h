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

struct answer_condition {       /* of a claim apart from its text: a chart's */
	const char *expression; /* NULL: there is none */
	struct place place;
	bool known; /* it gives true or false, and the fact tells */
	struct fact fact;
};

/* Adds text with the answers to its holes in their place. */
void answer_add(struct reading *r, struct rich_builder *b, const char *text);

/* text with every {{ … }} in it answered, and its numbers bound: for texts of YAML, whose place is that of their first
 * character. claim: what stands for the text; NULL: nothing. Sets *doubted if one of their claims does not hold. */
const char *answer_text(struct reading *r, const char *text, struct place place, const struct answer_condition *claim,
                        bool *doubted);

/* The same with the ranges of the answers. */
struct rich_builder answer_title(struct reading *r, const char *text, struct place place,
                                 const struct answer_condition *claim, bool *doubted);

/* Asks for it. */
struct answer_condition answer_condition(struct reading *r, const char *expression, struct place place);

/* The claim that a known condition is. text says what it is about. False if it does not hold. */
bool answer_claim(struct reading *r, const char *text, const struct answer_condition *condition);

#endif
