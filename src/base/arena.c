#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 16, ALIGN = 16 };

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
	struct block *blocks;
	struct deferred *deferred;
	size_t used;
};

static _Noreturn void out_of_memory(void)
{
	fputs("benchbrief: out of memory\n", stderr);
	exit(3);
}

static void *must(void *p)
{
	if (!p)
		out_of_memory();
	return p;
}

struct arena *arena_new(void)
{
	return must(calloc(1, sizeof(struct arena)));
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct deferred *d = arena->deferred; d; d = d->next)
		d->release(d->object);
	for (struct block *b = arena->blocks, *next; b; b = next) {
		next = b->next;
		free(b);
	}
	free(arena);
}

static void *take(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
	struct block *b = arena->blocks;
	if (!b || b->size - b->used < size) {
		size_t room = size > BLOCK / 4 ? size : BLOCK;
		struct block *fresh = must(malloc(sizeof *fresh + room));
		*fresh = (struct block){ .size = room };
		if (b && size > BLOCK / 4) { /* a large one goes behind, so that the block in use keeps its room */
			fresh->next = b->next;
			b->next = fresh;
		} else {
			fresh->next = b;
			arena->blocks = fresh;
		}
		b = fresh;
	}
	void *p = b->bytes + b->used;
	b->used += size;
	arena->used += size;
	return p;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		out_of_memory();
	void *p = take(arena, count * size);
	return memset(p, 0, count * size);
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
		out_of_memory();
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
	struct deferred *d = take(arena, sizeof *d);
	*d = (struct deferred){ arena->deferred, release, object };
	arena->deferred = d;
}

void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t count, size_t size)
{
	if (count < *capacity)
		return items;
	size_t more = *capacity ? *capacity * 2 : 8;
	void *moved = arena_alloc(arena, more, size);
	if (count)
		memcpy(moved, items, count * size);
	*capacity = more;
	return moved;
}

size_t arena_used(const struct arena *arena)
{
	return arena->used;
}
