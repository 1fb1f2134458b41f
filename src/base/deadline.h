/* deadline.h: so much time and no more.
 *
 * Only for what may never end by itself, such as a query: that the time is over is an error, so no result depends on
 * the clock. This is the one module that reads it; those who tell how long their work took ask here too. */
#ifndef BASE_DEADLINE_H
#define BASE_DEADLINE_H

#include <stdbool.h>

struct arena;

struct deadline {
	long long end; /* in milliseconds of a clock that is never set */
};

struct deadline deadline_in(unsigned milliseconds);
bool deadline_passed(const struct deadline *deadline);

/* Seconds of that clock: for telling how long something took, and for nothing that is made. */
double deadline_clock(void);

/* From now on until the arena is freed a thread waits for the deadline, and then calls stop(what), which must be safe
 * beside whatever it stops. False if there is no thread to be had: then only deadline_passed tells. */
bool deadline_watch(struct arena *arena, struct deadline deadline, void (*stop)(void *what), void *what);

#endif
