/* Memory that libraries ask for. They do not all say when there is none: one aborts, one goes on with an empty buffer
 * or without a font, and the picture is wrong. So the program takes malloc's place, and ends where a library's request
 * fails. The program's own requests (the linker leads them to __wrap_malloc and its kin) fail as ever, and the session
 * makes a message of it.
 *
 * glibc exports what stands behind malloc under these names; CMake leaves this file empty where they are missing, and
 * where a sanitizer needs malloc for itself. */
#ifdef BENCHBRIEF_WATCHES_MEMORY

#include "command/ending.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **out, size_t alignment, size_t size);

/* ---- the program's own ---- */

void *__wrap_malloc(size_t size)
{
	return __libc_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return __libc_calloc(count, size);
}

void *__wrap_realloc(void *p, size_t size)
{
	return __libc_realloc(p, size);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
	return __libc_memalign(alignment, size);
}

/* ---- the libraries' ---- */

static void *found(void *p)
{
	if (!p)
		ending_without_memory();
	return p;
}

void *malloc(size_t size)
{
	return found(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
	return found(__libc_calloc(count, size));
}

void *realloc(void *p, size_t size)
{
	void *moved = __libc_realloc(p, size);
	return size ? found(moved) : moved; /* no bytes: it was freed */
}

void *aligned_alloc(size_t alignment, size_t size)
{
	return found(__libc_memalign(alignment, size));
}

int posix_memalign(void **out, size_t alignment, size_t size)
{
	if (alignment % sizeof(void *) || (alignment & (alignment - 1)) || !alignment)
		return EINVAL;
	*out = found(__libc_memalign(alignment, size));
	return 0;
}

#else

typedef int nothing_to_watch;

#endif
