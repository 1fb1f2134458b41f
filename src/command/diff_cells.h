/* diff_cells.h: the cells of one change, whatever is made of them: aligned text or Markdown. Private to diff. */
#ifndef COMMAND_DIFF_CELLS_H
#define COMMAND_DIFF_CELLS_H

#include "facts/changes.h"
#include "words/number.h"

enum diff_column { DIFF_MODEL, DIFF_BEFORE, DIFF_ARROW, DIFF_AFTER, DIFF_CHANGE, DIFF_RANK, DIFF_SOURCE, DIFF_COLUMNS };

struct diff_line {
	const char *cells[DIFF_COLUMNS]; /* "" for nothing to say */
};

/* How the values of a group are written: alike in both states, with the digits that their sources gave. */
struct number_style diff_style(const struct language *language, const struct change_group *g);

struct diff_line diff_line(struct arena *arena, const struct language *language, const struct change *c,
                           struct number_style style);

/* "Index tokens (million tokens, lower is better)" */
const char *diff_heading(struct arena *arena, const struct language *language, const struct change_group *g);

/* The model of a change, on one line. */
const char *diff_name(struct arena *arena, const struct change *c);

#endif
