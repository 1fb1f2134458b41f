/* kinds.h: the calls that can be made to fail, as the driver names them and the shim counts them. */
#ifndef FAULTS_KINDS_H
#define FAULTS_KINDS_H

#include <errno.h>

/* Of each: its name, and the error it fails with. */
#define FAULT_KINDS(kind)                                                                                              \
	kind(malloc, ENOMEM)                        /* and calloc, realloc, posix_memalign, aligned_alloc */           \
		kind(open, EMFILE)                  /* and openat, fopen, opendir, mkdir */                            \
		kind(read, EIO)                     /* and pread */                                                    \
		kind(write, ENOSPC) kind(stat, EIO) /* and fstat, lstat, realpath */                                   \
		kind(mmap, ENOMEM) kind(rename, EIO) kind(fsync, EIO) kind(pthread, EAGAIN)

enum fault_kind {
#define FAULT_ENUM(name, error) FAULT_##name,
	FAULT_KINDS(FAULT_ENUM)
#undef FAULT_ENUM
		FAULT_COUNT
};

/* What the shim leaves in the file that BENCHBRIEF_FAULT_COUNTS names. */
struct fault_counts {
	unsigned long calls[FAULT_COUNT]; /* that could have failed */
	unsigned long failed;             /* that did */
};

#endif
