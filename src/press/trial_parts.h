/* trial_parts.h: what both processes say to each other. Private to press/trial*.c.
 *
 * First the helper tells whether it is confined, in an int. Then for each picture: a request and the file's bytes; what
 * a glance shows; unless that is a fault, what the trial shows; and, if those are what it came to, the pixels. */
#ifndef PRESS_TRIAL_PARTS_H
#define PRESS_TRIAL_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct trial_request {
	uint64_t size; /* of the file */
	uint64_t left; /* pixels that may come of it */
};

/* The whole of it, through a socket; false with errno: EAGAIN if the other side takes longer than the socket allows. */
bool trial_take(int fd, void *into, size_t size);
bool trial_give(int fd, const void *from, size_t size);

#endif
