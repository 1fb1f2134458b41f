/* confine.h: a process that gives up its rights for good, before it looks at what may be hostile.
 *
 * Afterwards it has so much memory and so much of the processor, and, where the kernel has seccomp, no way to open a
 * file, to reach a socket or another process, or to run a program: what it read and what it says go through descriptors
 * that it has already. Libraries that open files late (fonts) get those that were kept: a call to open is answered with
 * a copy of the descriptor. Descriptors from CONFINE_CATALOGUE on are this module's. Only for a process that was
 * started for nothing else. All its threads give up the same rights, but what one of them is in the middle of may
 * fail: they are better waited for before. */
#ifndef BASE_CONFINE_H
#define BASE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

enum { CONFINE_CATALOGUE = 3 };

struct confine_limits {
	size_t memory;    /* bytes of address space; not set under sanitizers, whose shadow takes terabytes */
	unsigned seconds; /* of the processor, then the process is killed */
};

enum confined {
	CONFINED_BY_LIMITS, /* only: the kernel or the machine has no filter */
	CONFINED,
};

/* A limit of the process (RLIMIT_…), never above the one it has; grace: what is left after the signal that says so. */
void confine_limit(int resource, size_t most, size_t grace);

/* Closes whatever was inherited beside the first three descriptors. */
void confine_shed(void);

/* What is printed on standard output from now on can be read back there, with pread. Or else it goes where it went. */
void confine_catch_output(void);

/* Opens files that may be opened again afterwards, as many as there are descriptors for. Once, before confine. */
void confine_keep(const char *const *paths, size_t count);

enum confined confine(const struct confine_limits *limits);

#endif
