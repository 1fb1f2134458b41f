/* keep.h: what is kept from one round of work to the next, by keys. All of it rests on one state, said when a round
 * begins; what neither this round nor the one before asked for is gone. */
#ifndef BASE_KEEP_H
#define BASE_KEEP_H

#include "base/map.h"

struct keep {
	struct arena *arena;       /* all lies on arenas below it */
	struct arena *now, *before; /* of this round, and of the one before */
	struct map kept, older;
	const char *state; /* on now */
};

struct keep *keep_new(struct arena *arena);

/* A round begins. In another state than the last nothing is known. */
void keep_begin(struct keep *keep, const char *state);

/* What was put; NULL if nothing. What an older round put lies on its arena: whoever uses it puts a copy, on now. */
const void *keep_find(const struct keep *keep, const char *key);
const void *keep_find_older(const struct keep *keep, const char *key);

/* value: on now. */
void keep_put(struct keep *keep, const char *key, void *value);

#endif
