/* trial.h: pictures are tried in a process of their own, which has given up its rights before it sees the first.
 *
 * It is the program itself, started anew with one argument: main hands over to trial_serve when it finds it. Both sides
 * talk over a pair of sockets; what comes back is checked like any input. Private to press/, but for main. */
#ifndef PRESS_TRIAL_H
#define PRESS_TRIAL_H

#include "base/file.h"
#include "paint/outcome.h"

struct arena;
struct trials;

enum {
	TRIAL_PIXELS_MAX = 100000000, /* of all pictures of a document */
	TRIAL_SECONDS_MAX = 3,        /* of the processor for each, */
	TRIAL_SECONDS_ALL = 60,       /* and for all, counted anew after one that took too much */
	TRIAL_MEMORY_MAX = 1 << 30,
	TRIAL_FAILURES_MAX = 4, /* after so many that ended their process the rest is not tried */
};

/* The argument that makes a process one that tries. */
extern const char trial_argument[];

/* What such a process does; its exit status. */
int trial_serve(void);

/* Starts no process yet. program is the path of what is started, environment what it gets (it finds the same fonts as
 * this one). It ends with the arena at the latest. */
struct trials *trials_new(struct arena *arena, const char *program, char *const *environment);

/* Tries a file; the pixels that come of it, if any do, are on the arena. False if no process could be started, with
 * errno. */
bool trials_try(struct trials *trials, struct bytes file, struct picture_trial *out, const unsigned char **pixels);

/* False if a process had limits, but no filter of its calls. */
bool trials_confined(const struct trials *trials);

/* Ends the process. */
void trials_end(struct trials *trials);

#endif
