/* vigil.h: waits for what happens to inputs, until the process is asked to end.
 *
 * A burst of changes is one: the vigil waits until its writers are done, but not for ever. While it is kept, SIGINT and
 * SIGTERM do not end the process; they end the waiting. */
#ifndef SERVE_VIGIL_H
#define SERVE_VIGIL_H

#include "base/inputs.h"

struct arena;
struct vigil;

enum vigil_end {
	VIGIL_CHANGED, /* something that is followed */
	VIGIL_CALLED,  /* by vigil_call */
	VIGIL_ENDED,   /* a signal asks for it */
};

/* Signals are held back from here on, in this thread and those that it starts. Released with the arena. NULL with a
 * diagnostic. */
struct vigil *vigil_new(struct arena *arena, struct diags *diags);

/* From now on what these inputs name. True if it is not worth waiting: one of them has changed since it was read. What
 * cannot be watched is told. */
bool vigil_follow(struct vigil *vigil, const struct inputs *inputs, struct diags *diags);

enum vigil_end vigil_wait(struct vigil *vigil);

/* Ends the waiting, or the next one; from any thread. */
void vigil_call(struct vigil *vigil);

/* The i-th path that has changed since vigil_follow, as the inputs have it; NULL past the end. */
const char *vigil_changed(const struct vigil *vigil, size_t i);

#endif
