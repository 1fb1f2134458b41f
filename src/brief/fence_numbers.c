/* Large numbers side by side, each with what it means. */
#include "brief/fence_parts.h"
#include "brief/numbers.h"

void fence_numbers(struct fence *f)
{
	struct block *block = block_new(f->r->arena, BLOCK_NUMBERS, f->place);
	block->numbers = numbers_read(f->r, f->content, &numbers_of_block);
	block_add(f->r->arena, f->into, block);
}
