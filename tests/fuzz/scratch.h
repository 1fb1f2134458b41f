/* scratch.h: a folder of the target's own, for what is read by its path only. It is made on first use in TMPDIR (else
 * /tmp), holds one file of each name, and goes when the process ends; what a crash leaves lies in TMPDIR. */
#ifndef TESTS_FUZZ_SCRATCH_H
#define TESTS_FUZZ_SCRATCH_H

#include <stddef.h>

/* Never NULL: without a folder the target ends. */
const char *scratch_folder(void);

/* Writes a file and copies its path; room: of path. */
void scratch_put(const char *name, const void *bytes, size_t size, char *path, size_t room);

#endif
