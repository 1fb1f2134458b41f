#include "facts/compare.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static bool has_order(enum comparison how)
{
	return how != COMPARE_EQUAL && how != COMPARE_UNEQUAL;
}

/* order: negative, 0 or positive as left is less, equal or more. */
static bool answer(enum comparison how, int order)
{
	switch (how) {
	case COMPARE_EQUAL:
		return order == 0;
	case COMPARE_UNEQUAL:
		return order != 0;
	case COMPARE_LESS:
		return order < 0;
	case COMPARE_MORE:
		return order > 0;
	case COMPARE_LESS_OR_EQUAL:
		return order <= 0;
	case COMPARE_MORE_OR_EQUAL:
		return order >= 0;
	}
	return false;
}

/* A name of the data that is not a model's. */
static bool is_other_name(const struct dataset *d, const char *name)
{
	const struct place nowhere = { 0 };
	return dataset_benchmark(d, name, nowhere, NULL) || dataset_source(d, name, nowhere, NULL) ||
	       dataset_organisation(d, name, nowhere, NULL);
}

/* The model that a text names, when it is compared with one; NULL if it names something else. False after a fault. */
static bool find_model(struct evaluation *e, const struct term *term, size_t offset, const struct variant **variant)
{
	const struct dataset *d = e->facts->dataset;
	struct diags *diags = diags_new(e->arena);
	*variant = term->variant ? term->variant : dataset_variant(d, term->text, (struct place){ 0 }, diags);
	return *variant || is_other_name(d, term->text) || evaluation_pass_on(e, offset, NULL, diags_at(diags, 0));
}

static bool compare_texts(struct evaluation *e, enum comparison how, const struct comparands *both, bool *truth)
{
	const struct variant *left, *right;
	if (has_order(how) || (!both->left->variant && !both->right->variant)) {
		*truth = answer(how, strcmp(both->left->text, both->right->text));
		return true;
	}
	if (!find_model(e, both->left, both->left_offset, &left) ||
	    !find_model(e, both->right, both->right_offset, &right))
		return false;
	*truth = answer(how, left != right);
	return true;
}

static const char *kind_word(const struct term *term)
{
	return term->kind == TERM_NUMBER ? "a number" : term->kind == TERM_TEXT ? "a text" : "true or false";
}

bool compare_terms(struct evaluation *e, enum comparison how, const struct comparands *both, bool *truth)
{
	const struct term *left = both->left, *right = both->right;
	double a = left->number.number, b = right->number.number;
	if (left->kind == right->kind && left->kind == TERM_NUMBER) {
		*truth = answer(how, (a > b) - (a < b));
		return true;
	}
	if (left->kind == right->kind && left->kind == TERM_TEXT)
		return compare_texts(e, how, both, truth);
	if (has_order(how))
		return evaluation_fault(e, both->offset, NULL, "cannot compare %s with %s", kind_word(left),
		                        kind_word(right));
	*truth = answer(how, left->kind != right->kind || left->truth != right->truth);
	return true;
}
