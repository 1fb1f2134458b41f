/* What the data say first: a list of sentences, or so many numbered findings. */
#include "brief/fence_parts.h"
#include "brief/generate.h"

void fence_findings(struct fence *f)
{
	static const char *const keys[] = { "most" };
	const struct value *most = schema_at(&f->s, "most");
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	if (!f->content->count) {
		generate_findings(f->r, f->place, f->into);
		return;
	}
	if (most && most->kind == VALUE_NUMBER && most->number >= 1 && most->number <= FINDINGS_MOST &&
	    most->number == (double)(size_t)most->number)
		generate_key_findings(f->r, f->place, (size_t)most->number, f->into);
	else if (most)
		schema_wrong(&f->s, "most", NULL, "a whole number from 1 to 9");
}
