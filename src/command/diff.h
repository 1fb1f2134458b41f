/* diff.h: what changed, as people read it. */
#ifndef COMMAND_DIFF_H
#define COMMAND_DIFF_H

#include "facts/changes.h"
#include "words/words.h"

/* Aligned text: one heading per benchmark with one line per change below it; then who came and who went. some: of the
 * models only some are shown, whose ranks are those among all. */
char *diff_table(struct arena *arena, const struct changes *changes, const struct language *language, bool some);

#endif
