/* The contents, where the author wants them. */
#include "brief/fence_parts.h"

void fence_toc(struct fence *f)
{
	struct reading *r = f->r;
	if (f->content->count)
		diag_add(r->diags, DIAG_ERROR, f->content->place, "leave it empty", "a toc block lists the headings");
	if (r->out->front->contents)
		diag_add(r->diags, DIAG_ERROR, f->place, "remove one of them",
		         "the front matter asks for the contents already");
	else if (r->contents)
		diag_add(r->diags, DIAG_ERROR, f->place, "remove one of them", "the contents are already on line %d",
		         r->contents->place.line);
	else if (r->in_aside)
		diag_add(r->diags, DIAG_ERROR, f->place, "put them into the text",
		         "the contents cannot stand in a note or in columns");
	struct block *block = block_new(r->arena, BLOCK_CONTENTS, f->place);
	r->contents = block;
	block_add(r->arena, f->into, block);
}
