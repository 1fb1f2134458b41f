/* proof_title_parts.h: what the sources of rule C2 for an author's words share. Private to them. */
#ifndef SCENE_PROOF_TITLE_PARTS_H
#define SCENE_PROOF_TITLE_PARTS_H

#include "scene/proof_helpers.h"
#include "words/language.h"
#include "words/letters.h"

struct title {
	const struct scene *scene;
	const struct scene_own *own;
	struct letters text;
	const struct scene_use **uses; /* each value once */
	size_t n_uses;
	bool models, benchmarks; /* it names one at least */
	bool beside;             /* it is a subtitle or a note */
};

/* A value of a model that is named, on a benchmark that is named; where only one kind is, of that. */
bool title_means(const struct title *t, const struct scene_use *use);

/* True if a name in it is that of a value's model: of the variant that it tells; the bare name of a model is that of
 * its default variant, if the chart shows that and no word of the title says another. */
bool title_names(const struct title *t, const struct scene_name *name, const struct scene_use *use);

/* True if a rank that is said in these bytes is that of a model before it, or is denied and is not. */
bool title_ranks(const struct title *t, size_t at, size_t end, size_t rank);

/* Finds words that say who is first, last, ahead or behind and is not. what: "title". */
void title_check_ranks(struct proofing *p, size_t item, const char *what, const struct title *t);

struct numeral;

/* True if it says how many of the first a named model is among, and is right: "among the top three". */
bool title_tops(const struct title *t, const struct numeral *n);

/* True if the number belongs to a clause that says who is above or below a bound; holds: whether it is so. */
bool title_bounds(const struct title *t, const struct numeral *n, bool *holds);

/* The byte after one of the phrases, the longest, that stands whole at this one; at if none does. */
size_t title_phrase(const struct title *t, size_t at, const char *const *phrases);

#endif
