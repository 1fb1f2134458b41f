/* Where the appendix begins: on slides all after it is set smaller. */
#include "brief/fence_parts.h"

void fence_appendix(struct fence *f)
{
	struct reading *r = f->r;
	if (f->content->count)
		diag_add(r->diags, DIAG_ERROR, f->content->place, "write what is in it below it",
		         "an appendix block is empty: it says where the appendix begins");
	if (r->appendix)
		diag_add(r->diags, DIAG_ERROR, f->place, "remove one of them", "the appendix begins on line %d already",
		         r->appendix->place.line);
	else if (r->in_aside)
		diag_add(r->diags, DIAG_ERROR, f->place, "put it between two sections",
		         "the appendix cannot begin in a note or in columns");
	struct block *block = block_new(r->arena, BLOCK_APPENDIX, f->place);
	r->appendix = block;
	block_add(r->arena, f->into, block);
}
