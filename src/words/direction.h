/* direction.h: what a name says of which numbers are better, in any language. Nothing is concluded from it: a name only
 * speaks against a direction that something else suggests (data/direction.h), and then nobody knows. */
#ifndef WORDS_DIRECTION_H
#define WORDS_DIRECTION_H

#include "base/unit.h"

#include <stdbool.h>

/* True if a word of the name, in any case, speaks of something of which the other direction is better: "Error rate" and
 * "p95_latency" against higher, "Throughput" and "costSavings" against lower. */
bool words_against(const char *name, enum direction direction);

/* A language's words for this, in small letters, with spaces between them; a star stands for any letters at an end.
 * Each in CODE_direction.c. */
extern const char english_better_lower[], english_better_higher[], german_better_lower[], german_better_higher[];

#endif
