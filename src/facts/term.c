#include "facts/term.h"

#include "base/str.h"

#include <math.h>
#include <string.h>

bool term_text_is_clean(const char *text, size_t length)
{
	if (memchr(text, '\0', length) || utf8_bad(text, length) != length)
		return false;
	for (const char *at = text, *end = text + length; at < end;) {
		uint32_t rune = utf8_next(&at);
		if (!utf8_is_fit(rune))
			return false;
	}
	return true;
}

struct term term_literal(double number)
{
	struct term t = { .kind = TERM_NUMBER, .number = decimal_guess(number), .typed = true };
	t.finest = t.number.exact && t.number.places > 0 ? t.number.places : 0;
	return t;
}

static struct decimal computed(enum term_operation operation, struct decimal a, struct decimal b)
{
	switch (operation) {
	case TERM_ADD:
		return decimal_sum(a, b);
	case TERM_SUBTRACT:
		return decimal_difference(a, b);
	case TERM_MULTIPLY:
		return decimal_product(a, b);
	case TERM_DIVIDE:
		return decimal_quotient(a, b);
	case TERM_DIVIDE_WHOLE:
		return decimal_whole_quotient(a, b);
	case TERM_REMAINDER:
		return decimal_remainder(a, b);
	case TERM_POWER:
		return decimal_guess(pow(a.number, b.number));
	case TERM_NEGATE:
		return decimal_negated(a);
	}
	return a;
}

/* What a sum of the two measures. */
static void add_measures(struct term *sum, const struct term *a, const struct term *b)
{
	bool mixed = a->measure == MEASURE_MIXED || b->measure == MEASURE_MIXED;
	const struct term *first = a->measure == MEASURE_ANY || (b->measure == MEASURE_MIXED) ? b : a;
	sum->unit = first->unit;
	sum->other = first->other;
	sum->measure = first->measure;
	sum->magnitude = first->magnitude;
	if (mixed || a->measure != MEASURE_UNIT || b->measure != MEASURE_UNIT)
		return;
	if (!unit_same(a->unit, b->unit)) {
		sum->measure = MEASURE_MIXED;
		sum->other = b->unit;
	} else if (b->magnitude < a->magnitude) {
		sum->magnitude = b->magnitude;
	}
}

static bool keeps_unit(enum term_operation operation, const struct term *a, const struct term *b)
{
	if (a->measure == MEASURE_NONE || b->measure == MEASURE_NONE)
		return false;
	switch (operation) {
	case TERM_ADD:
	case TERM_SUBTRACT:
	case TERM_REMAINDER:
	case TERM_NEGATE:
		return true;
	case TERM_MULTIPLY:
		return a->measure == MEASURE_ANY || b->measure == MEASURE_ANY;
	case TERM_DIVIDE:
	case TERM_DIVIDE_WHOLE:
	case TERM_POWER:
		return false;
	}
	return false;
}

struct term term_compute(enum term_operation operation, const struct term *a, const struct term *b)
{
	struct term result = { .kind = TERM_NUMBER, .measure = MEASURE_NONE, .typed = a->typed && b->typed };
	result.number = computed(operation, a->number, b->number);
	result.finest = a->finest > b->finest ? a->finest : b->finest;
	if (keeps_unit(operation, a, b))
		add_measures(&result, a, b);
	return result;
}

struct term term_stripped(const struct term *a)
{
	return (struct term){ .kind = a->kind, .number = a->number, .finest = a->finest, .typed = a->typed };
}
