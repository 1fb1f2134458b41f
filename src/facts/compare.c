#include "facts/compare.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static bool has_order(enum comparison how)
{
	return how != COMPARE_EQUAL && how != COMPARE_UNEQUAL;
}

bool compare_answer(enum comparison how, int order)
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

static const void *find(const struct dataset *d, enum name_kind kind, const char *name, struct diags *diags)
{
	const struct place nowhere = { 0 };
	switch (kind) {
	case NAME_SOURCE:
		return dataset_source(d, name, nowhere, diags);
	case NAME_ORGANISATION:
		return dataset_organisation(d, name, nowhere, diags);
	case NAME_MODEL:
		return dataset_model(d, name, nowhere, diags);
	case NAME_VARIANT:
		return dataset_variant(d, name, nowhere, diags);
	case NAME_BENCHMARK:
		return dataset_benchmark(d, name, nowhere, diags);
	}
	return NULL;
}

/* A name of the data, but of something else. */
static bool is_other_name(const struct dataset *d, enum name_kind kind, const char *name)
{
	for (int other = 0; other <= NAME_BENCHMARK; other++)
		if ((enum name_kind)other != kind && find(d, (enum name_kind)other, name, NULL))
			return true;
	return false;
}

/* ---- names ---- */

struct found { /* what a text names */
	const void **items;
	size_t count;
	bool other; /* something of another kind, too */
};

static void add(struct found *found, const void *item)
{
	for (size_t i = 0; i < found->count; i++)
		if (found->items[i] == item)
			return;
	found->items[found->count++] = item;
}

/* One name more. False after a fault: nothing has this name. */
static bool look_up(struct evaluation *e, enum name_kind kind, const char *name, size_t offset, struct found *found)
{
	struct diags *diags = diags_new(e->arena);
	const void *item = find(e->facts->dataset, kind, name, diags);
	if (item)
		add(found, item);
	else if (is_other_name(e->facts->dataset, kind, name))
		found->other = true;
	else
		return evaluation_pass_on(e, offset, NULL, diags_at(diags, 0));
	return true;
}

/* The things of this kind that a text names; list: it may name several, parted by commas. False after a fault. */
static bool find_things(struct evaluation *e, const struct term *term, enum name_kind kind, bool list, size_t offset,
                        struct found *found)
{
	size_t most = term->things ? term->things->count : 1, length;
	for (const char *at = term->text; *at; at++)
		most += *at == ',';
	*found = (struct found){ .items = arena_alloc(e->arena, most, sizeof *found->items) };
	for (size_t i = 0; term->things && i < term->things->count; i++)
		add(found, term->things->items[i]);
	if (term->things) {
		found->other = term->things->kind != kind;
		return true;
	}
	if (!list || find(e->facts->dataset, kind, term->text, NULL))
		return look_up(e, kind, term->text, offset, found);
	for (const char *at = term->text; *at; at += length + (at[length] == ',')) {
		length = strcspn(at, ",");
		const char *name = arena_strndup(e->arena, at, length);
		if (!look_up(e, kind, name, offset, found))
			return false;
	}
	return true;
}

static bool same_things(const struct found *a, const struct found *b)
{
	size_t common = 0;
	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			common += a->items[i] == b->items[k];
	return !a->other && !b->other && common == a->count && common == b->count;
}

/* In any of their names, and in any order. */
static bool compare_things(struct evaluation *e, enum comparison how, const struct comparands *both, bool *truth)
{
	const struct term_things *left = both->left->things, *right = both->right->things;
	enum name_kind kind = left ? left->kind : right->kind;
	bool list = (left && left->list) || (right && right->list);
	struct found a, b;
	if (!find_things(e, both->left, kind, list, both->left_offset, &a) ||
	    !find_things(e, both->right, kind, list, both->right_offset, &b))
		return false;
	*truth = compare_answer(how, !same_things(&a, &b));
	return true;
}

/* ---- words and dates ---- */

/* False after a fault: a text that a function with a few answers never gives. */
static bool is_a_choice(struct evaluation *e, const struct term *of, const struct term *text, size_t offset)
{
	struct strbuf all = strbuf_new(e->arena);
	for (size_t i = 0; of->choices[i]; i++) {
		if (str_eq(of->choices[i], text->text))
			return true;
		strbuf_addf(&all, "%s\"%s\"", !i ? "it is " : of->choices[i + 1] ? ", " : " or ", of->choices[i]);
	}
	return evaluation_fault(e, offset, all.s, "this is never \"%s\"", text->text);
}

static bool read_date(struct evaluation *e, const struct term *term, size_t offset, struct date *date)
{
	return date_parse(term->text, date) ||
	       evaluation_fault(e, offset, "write a date as 2026-04-08, 2026-04 or 2026", "\"%s\" is not a date",
	                        term->text);
}

static bool compare_dates(struct evaluation *e, enum comparison how, const struct comparands *both, bool *truth)
{
	struct date left, right;
	if (!read_date(e, both->left, both->left_offset, &left) ||
	    !read_date(e, both->right, both->right_offset, &right))
		return false;
	*truth = compare_answer(how, date_compare(left, right));
	return true;
}

static bool compare_texts(struct evaluation *e, enum comparison how, const struct comparands *both, bool *truth)
{
	const struct term *left = both->left, *right = both->right;
	if (left->date || right->date)
		return compare_dates(e, how, both, truth);
	if (!has_order(how) && (left->things || right->things))
		return compare_things(e, how, both, truth);
	if ((left->choices && !is_a_choice(e, left, right, both->right_offset)) ||
	    (right->choices && !is_a_choice(e, right, left, both->left_offset)))
		return false;
	*truth = compare_answer(how, strcmp(left->text, right->text));
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
		*truth = compare_answer(how, (a > b) - (a < b));
		return true;
	}
	if (left->kind == right->kind && left->kind == TERM_TEXT)
		return compare_texts(e, how, both, truth);
	if (has_order(how))
		return evaluation_fault(e, both->offset, NULL, "cannot compare %s with %s", kind_word(left),
		                        kind_word(right));
	*truth = compare_answer(how, left->kind != right->kind || left->truth != right->truth);
	return true;
}
