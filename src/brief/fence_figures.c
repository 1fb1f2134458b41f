/* Two small charts side by side. */
#include "base/arena.h"
#include "brief/fence_parts.h"

enum { FIGURES_ABREAST = 2 };

void fence_figures(struct fence *f)
{
	struct reading *r = f->r;
	struct block *block = block_new(r->arena, BLOCK_FIGURES, f->place);
	size_t n = f->content->count;
	if (n != FIGURES_ABREAST)
		diag_add(r->diags, DIAG_ERROR, f->place,
		         "write each chart as an item of the list: - {kind: …, benchmark: …}",
		         "a figures block takes two charts, but this one has %zu", n);
	for (size_t i = 0; i < n && n == FIGURES_ABREAST; i++) {
		struct fence one = { .r = r, .content = &f->content->items[i], .into = block };
		one.place = one.content->place;
		if (schema_open(&one.s, r->arena, r->diags, one.content, "chart"))
			fence_chart(&one, NULL);
	}
	if (block->n_items == FIGURES_ABREAST)
		block_add(r->arena, f->into, block);
}
