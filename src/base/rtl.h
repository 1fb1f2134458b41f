/* rtl.h: scripts that run from right to left. */
#ifndef BASE_RTL_H
#define BASE_RTL_H

#include <stdbool.h>

struct arena;

/* Around what keeps its own direction among words of the other. */
#define RTL_ISOLATE "\u2066"
#define RTL_ISOLATE_END "\u2069"

/* Whether the text has letters of one. */
bool rtl_is_in(const char *s);

/* A name as words of either direction have it: kept together, and what follows it stays where it was. On the arena
 * where it has such letters, else the name itself. */
const char *rtl_name(struct arena *arena, const char *name);

/* The text without isolates: a record has words, and its readers take no marks that cannot be seen. On the arena. */
char *rtl_words(struct arena *arena, const char *text);

#endif
