/* web_writing.h: a briefing that is being written as a document for browsers. Private to press/web*.c.
 *
 * Names of the document's own begin with "_", which none of a heading or a chart does. */
#ifndef PRESS_WEB_WRITING_H
#define PRESS_WEB_WRITING_H

#include "press/web_parts.h"

struct rich;

struct web_entry {                          /* of the evidence: what an expression gave, or what a chart claims */
	const struct briefing_value *value; /* NULL: */
	const struct briefing_claim *claim; /* a claim that no expression prints */
	const struct block_cell *cell;      /* of a table, which rests on conditions */
	bool met;                           /* the text has a mark that leads to it */
};

struct web_writing {
	struct press_job *job;
	struct web *web;
	const struct briefing *briefing;
	const struct language *language;
	struct web_entry *entries;
	size_t n_entries;
	bool *noted;         /* of its footnotes: the text has referred to it */
	const char *section; /* the heading above what is written */
	int level;           /* its own, from 1 */
};

/* ---- web_rich.c ---- */

/* Around what has an entry of this number and 1, with the mark that leads there; nothing for 0. */
void web_open_entry(struct web_writing *w, size_t entry);
void web_close_entry(struct web_writing *w, size_t entry);

/* Text with its faces, links, references, doubts and marks that lead to the evidence. */
void web_rich(struct web_writing *w, const struct rich *rich, enum text_weight weight);

/* The same as an element. classes: NULL for none. */
void web_written(struct web_writing *w, const char *name, const char *classes, const struct rich *rich,
                 enum text_weight weight);

/* ---- web_blocks.c ---- */

void web_blocks(struct web_writing *w, struct block *const *blocks, size_t n);

/* Large numbers with their words. */
void web_numbers(struct web_writing *w, const struct block_numbers *numbers);

/* The headings of the first levels, as links; fewer than two: nothing. */
void web_contents(struct web_writing *w);

/* ---- web_table.c ---- */

void web_table(struct web_writing *w, const struct block_table *table);

/* ---- web_evidence.c ---- */

void web_evidence_list(struct web_writing *w);

/* What claims and numbers rest on, folded away. */
void web_evidence(struct web_writing *w);

#endif
