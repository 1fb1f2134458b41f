#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { BLOCK = 1 << 16, ALIGN = 16 };

/* A block as large as this is a mapping of its own, which the system has back at once: malloc keeps what is freed below
 * something else, and a million rows, or a thousand columns, leave much behind. */
enum { MAPPED = BLOCK + 1 };

struct block {
	struct block *next;
	size_t size, used;
	_Alignas(ALIGN) unsigned char bytes[];
};

struct deferred {
	struct deferred *next;
	void (*release)(void *);
	void *object;
};

struct arena {
	struct arena_edge *edge; /* NULL: none */
	struct block *blocks;
	struct deferred *deferred;
	size_t used;
	struct arena *parent, *children, *next, *before; /* next, before: children of the same parent */
};

/* ---- the edge ---- */

bool arena_edge_run(struct arena_edge *edge, void (*act)(void *closure), void *closure)
{
	if (setjmp(edge->jump) != 0)
		return false;
	edge->armed = true;
	act(closure);
	edge->armed = false;
	return true;
}

static _Noreturn void run_out(struct arena_edge *edge)
{
	if (edge && edge->armed) {
		edge->armed = false;
		longjmp(edge->jump, 1);
	}
	fputs("benchbrief: out of memory\n", stderr);
	exit(3);
}

_Noreturn void arena_exhausted(struct arena *arena)
{
	run_out(arena->edge);
}

/* Whether the edge admits one more allocation. */
static bool admits(struct arena_edge *edge)
{
	return !edge || ++edge->count != edge->fail;
}

static bool may_hold(const struct arena_edge *edge, size_t size)
{
	return !edge || !edge->limit || (size <= edge->limit && edge->held <= edge->limit - size);
}

/* ---- life ---- */

struct arena *arena_new_on(struct arena_edge *edge)
{
	struct arena *arena = calloc(1, sizeof *arena);
	if (arena)
		arena->edge = edge;
	return arena;
}

struct arena *arena_new(void)
{
	struct arena *arena = arena_new_on(NULL);
	if (!arena)
		run_out(NULL);
	return arena;
}

struct arena *arena_new_below(struct arena *parent)
{
	struct arena *arena = admits(parent->edge) ? arena_new_on(parent->edge) : NULL;
	if (!arena)
		run_out(parent->edge);
	arena->parent = parent;
	arena->next = parent->children;
	if (arena->next)
		arena->next->before = arena;
	parent->children = arena;
	return arena;
}

static void block_free(struct block *b)
{
	if (b->size < MAPPED)
		free(b);
	else
		munmap(b, sizeof *b + b->size);
}

static void leave_parent(struct arena *arena)
{
	if (!arena->parent)
		return;
	if (arena->before)
		arena->before->next = arena->next;
	else
		arena->parent->children = arena->next;
	if (arena->next)
		arena->next->before = arena->before;
}

void arena_empty(struct arena *arena)
{
	while (arena->children)
		arena_free(arena->children);
	for (struct deferred *d = arena->deferred; d; d = d->next)
		d->release(d->object);
	for (struct block *b = arena->blocks, *next; b; b = next) {
		next = b->next;
		if (arena->edge)
			arena->edge->held -= b->size;
		block_free(b);
	}
	arena->deferred = NULL;
	arena->blocks = NULL;
	arena->used = 0;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	leave_parent(arena);
	arena_empty(arena);
	free(arena);
}

/* ---- allocation ---- */

static size_t rounded(size_t size)
{
	return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static bool is_large(size_t size)
{
	return size > BLOCK / 4;
}

static struct block *block_new(size_t size, bool zeroed)
{
	size_t whole = sizeof(struct block) + size;
	if (size < MAPPED)
		return zeroed ? calloc(1, whole) : malloc(whole);
	void *mapping = mmap(NULL, whole, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return mapping == MAP_FAILED ? NULL : mapping;
}

/* A large block goes second, so that the one in use keeps its room. It is asked for as zeroed memory: pages that a
 * system zeroes cost nothing until they are written to. */
static struct block *block_add(struct arena *arena, size_t size)
{
	struct block *first = arena->blocks;
	size_t room = is_large(size) ? size : BLOCK;
	struct block *fresh = may_hold(arena->edge, room) ? block_new(room, is_large(size)) : NULL;
	if (!fresh)
		return NULL;
	*fresh = (struct block){ .size = room };
	if (arena->edge)
		arena->edge->held += room;
	if (first && is_large(size)) {
		fresh->next = first->next;
		first->next = fresh;
	} else {
		fresh->next = first;
		arena->blocks = fresh;
	}
	return fresh;
}

/* NULL if memory has run out. */
static void *try_take(struct arena *arena, size_t size)
{
	if (!admits(arena->edge) || size > SIZE_MAX / 2)
		return NULL;
	size = rounded(size);
	struct block *b = arena->blocks;
	if (!b || b->size - b->used < size || is_large(size)) /* a large one has a block of its own: it is zeroed */
		b = block_add(arena, size);
	if (!b)
		return NULL;
	void *p = b->bytes + b->used;
	b->used += size;
	arena->used += size;
	return p;
}

static void *take(struct arena *arena, size_t size)
{
	void *p = try_take(arena, size);
	if (!p)
		run_out(arena->edge);
	return p;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		run_out(arena->edge);
	void *p = take(arena, count * size);
	return is_large(count * size) ? p : memset(p, 0, count * size);
}

char *arena_strndup(struct arena *arena, const char *s, size_t n)
{
	char *copy = take(arena, n + 1);
	memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

char *arena_strdup(struct arena *arena, const char *s)
{
	return arena_strndup(arena, s, strlen(s));
}

/* Most of what is printed fits in what is left of the block: then it is formatted once. */
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	struct block *b = arena->blocks;
	char *at = b ? (char *)b->bytes + b->used : NULL;
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(at, b ? b->size - b->used : 0, format, again);
	va_end(again);
	if (n < 0)
		run_out(arena->edge);
	char *s = take(arena, (size_t)n + 1);
	if (s != at)
		vsnprintf(s, (size_t)n + 1, format, args);
	return s;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *s = arena_vprintf(arena, format, args);
	va_end(args);
	return s;
}

void arena_defer(struct arena *arena, void (*release)(void *), void *object)
{
	struct deferred *d = try_take(arena, sizeof *d);
	if (!d) {
		release(object);
		run_out(arena->edge);
	}
	*d = (struct deferred){ arena->deferred, release, object };
	arena->deferred = d;
}

/* What was allocated last gets more room where it is. */
static bool extend(struct arena *arena, const void *items, size_t had, size_t wanted)
{
	struct block *b = arena->blocks;
	had = rounded(had);
	wanted = rounded(wanted);
	if (!b || !had || (const unsigned char *)items + had != b->bytes + b->used || b->size - b->used < wanted - had)
		return false;
	memset(b->bytes + b->used, 0, wanted - had);
	b->used += wanted - had;
	arena->used += wanted - had;
	return true;
}

void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t count, size_t size)
{
	enum { SMALL = 64, FEW = 8 };
	if (count < *capacity)
		return items;
	size_t more = *capacity ? *capacity * 2 : size < SMALL ? FEW : 1;
	if (is_large(more * size) || !extend(arena, items, *capacity * size, more * size)) {
		void *moved = arena_alloc(arena, more, size);
		if (count)
			memcpy(moved, items, count * size);
		items = moved;
	}
	*capacity = more;
	return items;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
