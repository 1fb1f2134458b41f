/* binding.h: every number that is written in a briefing is bound: it is an expression, part of a name, version or date
 * that the data know, an ordinal of the briefing itself, cited, or marked as the author's. Private to brief/.
 *
 * Whatever text the author wrote passes through binding_check_built with the ranges that need no binding: answers to
 * expressions, code, addresses, references. What is left is searched for numbers in digits and words. Names are bound
 * silently; one that only the baseline knows is an error. What is found is counted, for the method section and the
 * report; binding_settle judges, at the end, what only the whole can decide. */
#ifndef BRIEF_BINDING_H
#define BRIEF_BINDING_H

#include "brief/reading.h"

struct binding_span { /* of a text: needs no binding */
	size_t start, end;
	bool answer;        /* to an expression: its names count */
	struct place place; /* of the expression */
};

struct binding_text {
	const char *text;
	const struct binding_span *spans;
	size_t n_spans;
	struct place place;       /* where it begins */
	int line, byte;           /* of the body, for texts of Markdown; 0: the place is exact */
	int last_line;            /* of the file, on which it may end */
	bool heading;             /* may begin with its number */
	bool claimed;             /* a claim stands for it */
	const struct fact *claim; /* whose condition has the numbers that it writes in digits; NULL: it has a fault */
};

struct binding *binding_new(struct reading *r);

/* The names that it knows. */
const struct known *binding_known(const struct binding *b);

/* The text of a builder, before anything else is added; where tells all but the text and its spans. */
void binding_check_built(struct reading *r, const struct rich_builder *built, struct binding_text where);

/* Counts the numbers of an answer, and judges those that its expression only writes out. */
void binding_answer(struct reading *r, const struct fact *fact, const char *expression, struct place place);

/* A number that a source of the data is cited for, outside of an expression. */
void binding_cite(struct reading *r, const char *number, const struct source *source);

/* The same of every number in a text. */
void binding_cite_all(struct reading *r, const char *text, const struct source *source);

/* The next text speaks of it: numbers typed there are probably of its values. */
void binding_mention(struct reading *r, const struct model *model, const struct benchmark *benchmark);

/* The paragraph that says how many numbers are bound in which way; its text is written in the end. */
void binding_add_coverage(struct reading *r, struct place place, struct block *into);

/* A table with a row per source, whose second cell names it: in the end it says, too, what each is cited for. */
void binding_keep_sources(struct reading *r, struct block *sources);

/* When all is read: references to figures that are not there; the coverage, which is added to root if it says that
 * numbers are not bound and nothing else does. */
void binding_settle(struct reading *r, struct block *root);

#endif
