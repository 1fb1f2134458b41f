/* diff.h: what changed, as people read it. */
#ifndef COMMAND_DIFF_H
#define COMMAND_DIFF_H

#include "facts/changes.h"
#include "press/turned.h"
#include "words/words.h"

struct strbuf;

struct diff {
	const struct changes *changes;
	bool some;                   /* of the models only some are shown, whose ranks are those among all */
	const struct turned *turned; /* of each briefing that was named */
	size_t n_turned;
};

/* Aligned text: one heading per benchmark with one line per change below it; then who came and who went. Briefings come
 * first. */
char *diff_table(struct arena *arena, const struct diff *diff, const struct language *language);

/* The same as Markdown with a table for each benchmark. */
char *diff_markdown(struct arena *arena, const struct diff *diff, const struct language *language);

/* ---- what both say of a briefing ---- */

/* "briefing.md: 2 of 159 claims no longer hold, 14 of 203 expressions print something else" */
const char *diff_turned_words(struct arena *arena, const struct language *language, const struct turned *turned);

struct diff_turn { /* a claim whose state is another, or an expression that prints something else */
	int line, column;
	const char *text, *becomes;
};
const struct diff_turn *diff_turns(struct arena *arena, const struct language *language, const struct turned *turned,
                                   size_t *n);

/* As text. */
void diff_add_turned(struct strbuf *out, struct arena *arena, const struct language *language,
                     const struct turned *turned);

#endif
