/* table_header.h: what the head of a column says: "Model", "arena_score", "Accuracy (%)", "rating_q025", "mmlu_stderr",
 * "Kosten in EUR", "Perplexity ↓". Inside data/ only.
 *
 * A head is matched with one table of words, English and German, and never by likeness: what is in no table is a name
 * that somebody chose, of a benchmark or of a model. */
#ifndef DATA_TABLE_HEADER_H
#define DATA_TABLE_HEADER_H

#include "data/build.h"

struct table_head {
	const char *shown;    /* as written, without the unit and the arrow: "Accuracy" */
	const char *key;      /* as words are compared: "accuracy" */
	enum record_key role; /* what such a column is; RECORD_KEYS: a name of somebody's */
	size_t order;         /* among heads of one role: the smaller, the surer */
	bool generic;         /* "score", "value": says nothing of what is measured */
	bool idle;            /* a fact beside the values, such as a rank, a link, a licence, a number of votes */
	const char *stem; /* of "mmlu_stderr", whose role is KEY_SE: "mmlu"; NULL: it is of no column in particular */
	const char *unit; /* that it names: "percent", "ms"; NULL: none */
	enum direction better; /* that it states: an arrow, "lower is better" */
	const char *level;     /* of an interval: "90"; NULL: not said */
};

struct table_head table_head_of(struct arena *arena, const char *head);

/* True if a word for that role is all that the head says: what table_head_of would say, for less. */
bool table_head_is(struct arena *arena, const char *head, enum record_key role);

#endif
