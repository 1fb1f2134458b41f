/* arena.h: memory that is given back all at once.
 *
 * One arena lives for the run (the data), one for each chart or page. Nothing in an arena is freed alone. Foreign
 * references (a cairo surface, a font map) are put in its care with arena_defer and released, last first, when the
 * arena is freed. Running out of memory ends the program with exit status 3: nothing above has to test for NULL. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Never NULL. Free it with arena_free. */
struct arena *arena_new(void);

/* Releases what was deferred, then all memory. NULL is fine. */
void arena_free(struct arena *arena);

/* Zeroed memory for count items of size bytes, aligned for any type; the product is checked. */
void *arena_alloc(struct arena *arena, size_t count, size_t size);

/* Copies; the result ends in NUL. */
char *arena_strdup(struct arena *arena, const char *s);
char *arena_strndup(struct arena *arena, const char *s, size_t n);
char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* release(object) will be called when the arena is freed. */
void arena_defer(struct arena *arena, void (*release)(void *object), void *object);

/* Room for one more: returns items, moved if it was full, so that items[count] can be written. *capacity starts at 0.
 */
void *arena_grow(struct arena *arena, void *items, size_t *capacity, size_t count, size_t size);

/* Bytes handed out so far, for limits and for tests. */
size_t arena_used(const struct arena *arena);

#endif
