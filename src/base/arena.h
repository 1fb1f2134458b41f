/* arena.h: memory that is given back all at once.
 *
 * One arena lives for a call (the data), one for each chart or page, one for each thread. Nothing in an arena is freed
 * alone. Foreign references (a Cairo surface, a font map) are put in its care with arena_defer and released, last
 * first, when the arena is freed. An arena may have children for what is needed for a while only; they go with it at
 * the latest.
 *
 * Nothing that uses an arena has to test for NULL: running out of memory ends the work at the arena's edge. An edge is
 * where somebody can do without the result: arena_edge_run calls a function, and returns false if an arena of this edge
 * ran out of memory in it. Whatever the function held is then found through its arenas alone, so a foreign object must
 * be deferred before the next allocation. Each thread has edges and arenas of its own. An arena without an edge ends
 * the program with exit status 3: that is for small programs. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena_edge {
	jmp_buf jump;
	bool armed;   /* inside arena_edge_run */
	size_t limit; /* bytes that its arenas may hold at one time; 0: as many as there are */
	size_t held;
	size_t count; /* allocations so far, for tests */
	size_t fail;  /* the allocation that fails, from 1, for tests; 0: none */
};

/* Calls act. False if memory ran out, and act did not return; the arenas of the edge are then as they were at that
 * moment and wait to be freed. Not to be nested. */
bool arena_edge_run(struct arena_edge *edge, void (*act)(void *closure), void *closure);

/* NULL if there is no memory for it. The edge must outlive it. */
struct arena *arena_new_on(struct arena_edge *edge);

/* An arena without an edge. Never NULL. */
struct arena *arena_new(void);

/* A child: it has its parent's edge and is freed with it, if not before. */
struct arena *arena_new_below(struct arena *parent);

/* Frees the children and releases what was deferred, then all memory; the arena itself stays. */
void arena_empty(struct arena *arena);

/* The same, and the arena. NULL is fine. */
void arena_free(struct arena *arena);

/* Zeroed memory for count items of size bytes, aligned for any type; the product is checked. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* Copies; the result ends in NUL. */
char *arena_strdup(struct arena *arena, const char *s);
char *arena_strndup(struct arena *arena, const char *s, size_t n);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* release(object) will be called when the arena is freed; at once, if there is no memory to remember it. */
void arena_defer(struct arena *arena, void (*release)(void *object), void *object);

/* Room for one more: returns items, moved if it was full, so that items[count] can be written. *capacity starts at 0.
 */
void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t count, size_t size);

/* For memory that did not come from an arena: goes to the edge like an allocation that failed. */
_Noreturn void arena_exhausted(struct arena *arena);

/* Bytes handed out so far, for limits and for tests. */
size_t arena_used(const struct arena *arena);

#endif
