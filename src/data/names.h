/* names.h: how names are compared, and what somebody may have meant.
 *
 * Used inside data/ and wherever a word of a closed list is asked for. */
#ifndef DATA_NAMES_H
#define DATA_NAMES_H

#include "data/dataset.h"

/* Lower-case ASCII, white space at the ends gone and inside one space: two names with the same fold are one name. */
char *dataset_fold(struct arena *arena, const char *name);

/* The same of the first size bytes of name, in a buffer with room for them and a NUL. */
void dataset_fold_into(char *folded, const char *name, size_t size);

/* The id of a thing that only has a name: str_slug without '@', which parts model and variant. */
char *dataset_slug(struct arena *arena, const char *name);

/* The variant of model with this id, name or alias; NULL if it has none. */
const struct variant *dataset_variant_of(const struct dataset *d, const struct model *model, const char *name);

/* Up to three known names near the one that was asked for. */
struct nearest {
	const char *asked;
	size_t limit; /* edits; about a third of the name */
	const char *names[3];
	size_t distances[3];
	size_t count;
};

struct nearest nearest_to(const char *asked);
void nearest_offer(struct nearest *nearest, const char *word);
/* Compares with word and shows another one: a title, for which an id has to be written. */
void nearest_offer_as(struct nearest *nearest, const char *word, const char *shown);
/* One thing with several names counts once, under the nearest of them. */
void nearest_offer_thing(struct nearest *nearest, const char *id, const char *name, struct names aliases);
/* 'did you mean "a", "b" or "c"?', or otherwise (which may be NULL) if nothing is near. */
const char *nearest_hint(struct arena *arena, const struct nearest *nearest, const char *otherwise);

/* nearest_hint over a list of words. */
const char *nearest_word(struct arena *arena, const char *asked, const char *const *words, size_t count,
                         const char *otherwise);

#endif
