/* fence_kind.h: the fences of a briefing by the word after their backticks. Any other word is a programming language.
 */
#ifndef BRIEF_FENCE_KIND_H
#define BRIEF_FENCE_KIND_H

#include <stdbool.h>

enum fence_kind {
	FENCE_CHART, /* YAML: what to show */
	FENCE_TABLE,
	FENCE_FIGURES,
	FENCE_CLAIMS,
	FENCE_SPECS,
	FENCE_NUMBERS,
	FENCE_RECOMMEND,
	FENCE_MATRIX,
	FENCE_COMPARE,
	FENCE_QUOTE,
	FENCE_EVENTS,
	FENCE_STEPS,
	FENCE_TOC,
	FENCE_FINDINGS, /* from the data; empty: as a list */
	FENCE_SOURCES,  /* empty: generated from the data alone */
	FENCE_CONFLICTS,
	FENCE_METHOD,
	FENCE_CHANGES,
	FENCE_APPENDIX, /* empty */
	FENCE_NOTE,     /* Markdown again */
	FENCE_COLUMNS,
	FENCE_SIDE,
	FENCE_TAKEAWAY,
	FENCE_SPEAKER,
	FENCE_CODE, /* none of these */
};
enum { FENCE_KINDS = FENCE_CODE };

enum fence_kind fence_kind_of(const char *word);

/* kind < FENCE_KINDS */
const char *fence_kind_name(enum fence_kind kind);

bool fence_kind_is_markdown(enum fence_kind kind);
bool fence_kind_is_generated(enum fence_kind kind); /* from the data alone */
bool fence_kind_is_remade(enum fence_kind kind);    /* from the data and what the fence holds: verify makes it anew */

/* The kind whose name differs from word only in case or one letter; FENCE_CODE if none does. */
enum fence_kind fence_kind_near(const char *word);

#endif
