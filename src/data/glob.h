/* glob.h: patterns for names: "*" stands for any text, "?" for one letter; case and runs of white space do not matter.
 */
#ifndef DATA_GLOB_H
#define DATA_GLOB_H

#include <stdbool.h>

struct arena;

/* True if the text has a "*" or a "?". */
bool glob_is(const char *text);

/* True if the whole of the text is of the pattern; both are folded already (names.h). Takes time by the product of both
 * lengths at most. */
bool glob_matches(const char *pattern, const char *text);

/* The same for a text that is not folded. */
bool glob_fits(struct arena *scratch, const char *pattern, const char *text);

#endif
