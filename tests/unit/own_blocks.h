/* own_blocks.h: the memory that the project's own code takes, counted, and refused where a test wants it.
 *
 * The linker lets malloc and its kin of that code pass through here (--wrap), not those of libraries. What a library
 * took and our code frees is no block of ours. */
#ifndef OWN_BLOCKS_H
#define OWN_BLOCKS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *p, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *p);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *p, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void __wrap_free(void *p);

/* ---- those that live ---- */

struct own_block {
	uintptr_t address;
	struct own_block *next;
};

static struct own_block *own_shelves[4096];
static size_t own_count;
static pthread_mutex_t own_lock = PTHREAD_MUTEX_INITIALIZER;

static struct own_block **own_shelf(uintptr_t address)
{
	return &own_shelves[(address >> 4) % (sizeof own_shelves / sizeof *own_shelves)];
}

/* What p is, for later; NULL stays NULL. */
static void *own_keep(void *p)
{
	struct own_block *block = p ? __real_malloc(sizeof *block) : NULL;
	if (!block)
		return p;
	pthread_mutex_lock(&own_lock);
	struct own_block **shelf = own_shelf((uintptr_t)p);
	*block = (struct own_block){ (uintptr_t)p, *shelf };
	*shelf = block;
	own_count++;
	pthread_mutex_unlock(&own_lock);
	return p;
}

static void own_drop(uintptr_t address)
{
	pthread_mutex_lock(&own_lock);
	struct own_block **at = own_shelf(address), *gone;
	while (*at && (*at)->address != address)
		at = &(*at)->next;
	if ((gone = *at)) {
		*at = gone->next;
		own_count--;
		__real_free(gone);
	}
	pthread_mutex_unlock(&own_lock);
}

static size_t own_blocks(void)
{
	pthread_mutex_lock(&own_lock);
	size_t count = own_count;
	pthread_mutex_unlock(&own_lock);
	return count;
}

/* ---- the system's memory, which fails when it is told to ---- */

static atomic_size_t asked, refused; /* allocations so far; the one that fails, 0: none */

static bool fails(void)
{
	return atomic_fetch_add(&asked, 1) + 1 == atomic_load(&refused);
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : own_keep(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : own_keep(__real_calloc(count, size));
}

void *__wrap_realloc(void *p, size_t size)
{
	if (fails())
		return NULL;
	uintptr_t before = (uintptr_t)p;
	void *moved = __real_realloc(p, size);
	if (moved && before)
		own_drop(before);
	return own_keep(moved);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
	return fails() ? NULL : own_keep(__real_aligned_alloc(alignment, size));
}

void __wrap_free(void *p)
{
	if (p)
		own_drop((uintptr_t)p);
	__real_free(p);
}

static void refuse(size_t n)
{
	atomic_store(&asked, 0);
	atomic_store(&refused, n);
}

#endif
