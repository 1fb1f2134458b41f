#include "facts/heap.h"

#include "base/arena.h"

#include <string.h>

enum { CHUNK = 8 << 10 };

struct heap_spare {
	struct heap_spare *next;
};

struct heap heap_on(struct arena *arena)
{
	return (struct heap){ .arena = arena };
}

/* Which of the sizes a block of so many bytes has, and what it takes. */
static size_t size_number(size_t bytes, size_t *whole)
{
	size_t number = (bytes + HEAP_STEP - 1) / HEAP_STEP;
	*whole = number * HEAP_STEP;
	if (bytes <= HEAP_SMALL)
		return number;
	number = HEAP_SMALL_SIZES;
	for (*whole = (size_t)HEAP_SMALL << 1; *whole < bytes; *whole <<= 1)
		number++;
	return number;
}

static void *take(struct heap *heap, size_t bytes)
{
	size_t whole, number = size_number(bytes, &whole);
	struct heap_spare *spare = heap->spares[number];
	if (spare) {
		heap->spares[number] = spare->next;
		return spare;
	}
	if (whole > HEAP_SMALL)
		return arena_alloc(heap->arena, whole, 1);
	if (heap->left < whole) {
		heap->chunk = arena_alloc(heap->arena, CHUNK, 1);
		heap->left = CHUNK;
	}
	heap->left -= whole;
	return heap->chunk + heap->left;
}

void heap_give_back(struct heap *heap, void *block, size_t bytes)
{
	size_t whole, number = size_number(bytes, &whole);
	struct heap_spare *spare = block;
	if (!block || !bytes)
		return;
	spare->next = heap->spares[number];
	heap->spares[number] = spare;
}

void *heap_resize(struct heap *heap, void *block, size_t had, size_t bytes)
{
	size_t was, will;
	if (block && (bytes <= had || size_number(bytes, &will) == size_number(had, &was)))
		return block;
	void *fresh = take(heap, bytes);
	if (block && had)
		memcpy(fresh, block, had);
	heap_give_back(heap, block, had);
	return fresh;
}
