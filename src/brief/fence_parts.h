/* fence_parts.h: what the files of the fences do for each other. Private to them. */
#ifndef BRIEF_FENCE_PARTS_H
#define BRIEF_FENCE_PARTS_H

#include "brief/fence.h"
#include "data/schema.h"

struct fence {
	struct reading *r;
	const struct value *content; /* a map or a list; NULL: it is generated from the data alone */
	struct schema s;             /* of a map */
	struct place place;          /* of the fence */
	struct block *into;
};

/* The texts of a key that takes one or a list, or of its singular. what: "a name". */
const struct value **fence_texts(struct fence *f, const char *one, const char *many, const char *what, size_t *count);

/* A chart; kind NULL: the author names it. */
void fence_chart(struct fence *f, const char *kind);

/* The blocks of the author's own, a file each. */
void fence_figures(struct fence *f);
void fence_numbers(struct fence *f);
void fence_recommend(struct fence *f);
void fence_matrix(struct fence *f);
void fence_compare(struct fence *f);
void fence_quote(struct fence *f);
void fence_events(struct fence *f);
void fence_steps(struct fence *f);
void fence_toc(struct fence *f);
void fence_findings(struct fence *f);
void fence_appendix(struct fence *f);

#endif
