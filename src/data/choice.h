/* choice.h: which models somebody asked for: by name or pattern, by maker, by conditions.
 *
 * A choice is opened on a dataset, told what was written, a text at a time, and then holds the variants. Names and
 * patterns add up; makers add up; conditions must all hold; a variant must pass each of the three that was given. What
 * is wrong is an error at its place, and the choice fails. It lives on the arena it was opened with. */
#ifndef DATA_CHOICE_H
#define DATA_CHOICE_H

#include "data/filter.h"

struct choice {
	struct arena *arena;
	const struct dataset *dataset;
	struct diags *diags;
	bool whole;                   /* a model's name stands for all its variants, not for its default */
	const struct variant **asked; /* by name or pattern, in the order in which they were written, each once */
	bool *is_asked, *is_named;    /* by the index of a variant; named: literally */
	bool *makers;                 /* by the index of an organisation */
	size_t n_asked;
	bool by_name, by_maker, failed; /* there was a name, a maker, an error */
	struct filters filters;
};

struct choice choice_open(struct arena *arena, const struct dataset *dataset, bool whole, struct diags *diags);

/* A model, "model@variant", or a pattern (glob.h) over ids, names and aliases, which stands for every variant that it
 * fits, and for all variants of a model that it fits. */
void choice_model(struct choice *choice, const char *text, struct place place);
/* An organisation, or a pattern. */
void choice_maker(struct choice *choice, const char *text, struct place place);
void choice_where(struct choice *choice, const char *text, struct place place);

/* True if it is about models; false: all of them are chosen. */
bool choice_is_made(const struct choice *choice);

/* The chosen variants: in the order asked, else by index. It is an error at place if there are none. False after any
 * error. */
bool choice_variants(struct choice *choice, struct place place, const struct variant *const **variants, size_t *n);

#endif
