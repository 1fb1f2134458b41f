/* fence.h: a process that may from now on read only what lies below some folders, write only below others, reach no
 * network and no other process, and take so much time and memory: for texts that nobody trusts.
 *
 * Landlock keeps the files, a seccomp filter the calls, limits of the process the rest. Each stands where the kernel
 * has it; what does not is told, so that the caller can say so. All of it holds for good, for threads that are started
 * later and for programs that are run. To be called while there is one thread. */
#ifndef BASE_FENCE_H
#define BASE_FENCE_H

#include <stddef.h>

struct fence {
	const char *const *reads; /* folders and files, with all that lies below; what is not there is passed over */
	size_t n_reads;
	const char *const *writes; /* folders */
	size_t n_writes;
	const char *const *runs; /* programs and folders of them: read and run */
	size_t n_runs;
	size_t memory;    /* bytes of address space; not set under sanitizers, whose shadow takes terabytes */
	unsigned seconds; /* of the processor; then the process ends with exit status 3 and a line that says so */
	size_t file;      /* bytes of a file that is written */
	unsigned files;   /* open at one time */
};

enum { FENCE_FILES = 1, FENCE_CALLS = 2, FENCE_ALL = 3 };

/* Which of them stand. */
unsigned fence_raise(const struct fence *fence);

/* Which of them would, on this kernel; nothing is raised. */
unsigned fence_offers(void);

#endif
