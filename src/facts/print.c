#include "facts/print.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/digits.h"
#include "words/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DISTANCE_PLACES = 3, INTERVAL_PLACES = 9 };

static const double too_large = 1e15; /* beyond this a double may have digits that nobody meant */

/* As on charts: digits are grouped from 10,000 up, those of a currency from 1,000. */
static struct number_style prose(const struct language *language, const struct unit *unit, struct digits digits,
                                 int magnitude, double number)
{
	return digits_style(number_style_of(language, unit, 0, magnitude, number), digits);
}

/* The power of ten of the first digit, once rounded to so many digits. */
static int exponent_of(double number, int digits)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", digits - 1, number);
	return (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

static struct number_style published(const struct language *language, const struct unit *unit, const struct quantity *q)
{
	return prose(language, unit, digits_of(q), q->magnitude, q->number);
}

char *print_number(struct arena *arena, const struct language *language, double number, int places)
{
	return number_text(arena, number, prose(language, NULL, digits_at(number, places), 0, number));
}

char *print_quantity(struct arena *arena, const struct language *language, const struct quantity *q,
                     const struct unit *unit)
{
	return number_with_unit(arena, q->number, published(language, unit, q), unit);
}

int print_interval_decimals(const struct measurement *m)
{
	int magnitude = m->value.magnitude;
	int low = decimal_places_shown(decimal_guess(m->low), magnitude);
	int high = decimal_places_shown(decimal_guess(m->high), magnitude);
	int finest = low > high ? low : high;
	if (m->interval_from_se && m->high > m->low)
		finest = 1 + magnitude - exponent_of((m->high - m->low) / 2, 2);
	finest = finest < INTERVAL_PLACES ? finest : INTERVAL_PLACES;
	return finest > m->value.decimals ? finest : m->value.decimals;
}

char *print_value(struct arena *arena, const struct language *language, const struct measurement *m)
{
	return print_quantity(arena, language, &m->value, m->benchmark->unit);
}

char *print_bare(struct arena *arena, const struct language *language, const struct quantity *q)
{
	char *number = number_text(arena, q->number, published(language, NULL, q));
	const char *word = number_magnitude(language, number, q->magnitude);
	return *word ? arena_printf(arena, "%s\u00a0%s", number, word) : number;
}

const char *print_price(struct arena *arena, const struct language *language, const struct price *price)
{
	const struct unit *dollars = unit_find("usd");
	if (price->free)
		return words_get(language, WORD_SPEC_FREE);
	const char *input = price->input.text ? print_quantity(arena, language, &price->input, dollars) : NULL;
	const char *output = price->output.text ? print_quantity(arena, language, &price->output, dollars) : NULL;
	if (input && output)
		return words_fill(arena, language, WORD_SPEC_PRICES, "input", input, "output", output, NULL);
	if (!input && !output)
		return NULL;
	return words_fill(arena, language, input ? WORD_SPEC_PRICE_IN : WORD_SPEC_PRICE_OUT, "value",
	                  input ? input : output, NULL);
}

/* In the smaller word of the two, with all digits of both. */
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b)
{
	const struct quantity *x = &a->value, *y = &b->value;
	int magnitude = x->magnitude < y->magnitude ? x->magnitude : y->magnitude;
	struct digits digits = digits_between(gap, digits_of(x), digits_of(y));
	return number_gap(arena, gap, prose(language, a->benchmark->unit, digits, magnitude, gap), a->benchmark->unit);
}

char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *level)
{
	*level = ratio == 0 ? 0 : 1 - exponent_of(ratio, 2);
	*level = *level > 0 ? *level : 0;
	return print_number(arena, language, ratio, *level);
}

static const double share_tenth = 0.1; /* percent: what is less has two decimals */

char *print_distance(struct arena *arena, const struct language *language, const struct term *by)
{
	double number = by->number.number;
	int magnitude = by->measure == MEASURE_UNIT ? by->magnitude : 0,
	    places = decimal_places_shown(by->number, magnitude);
	if (number != 0 && (!by->number.exact || (places > by->finest && places > DISTANCE_PLACES)))
		places = 1 + magnitude - exponent_of(number, 2); /* two digits */
	places = places > 0 ? places : 0;
	if (by->measure != MEASURE_UNIT)
		return print_number(arena, language, number, places);
	return number_gap(arena, number,
	                  prose(language, by->unit, digits_at(number, places - magnitude), magnitude, number),
	                  by->unit);
}

char *print_share(struct arena *arena, const struct language *language, double share)
{
	double percent = 100 * share;
	int places = percent >= 1 ? 0 : percent >= share_tenth ? 1 : 2;
	return arena_printf(arena, "%s%s", print_number(arena, language, percent, places), language->percent);
}

char *print_convention(struct arena *arena, const struct language *language, const struct convention *convention)
{
	static const enum word of_side[] = { [SIDE_EITHER] = WORD_CONVENTION,
		                             [SIDE_BELOW] = WORD_CONVENTION_BELOW,
		                             [SIDE_ABOVE] = WORD_CONVENTION_ABOVE };
	struct decimal within = decimal_product(decimal_guess(convention->within), decimal_guess(100));
	struct digits digits = digits_at(within.number, decimal_places_shown(within, 0));
	struct number_style style = prose(language, &unit_percent, digits, 0, within.number);
	return words_fill(arena, language, convention->says ? WORD_CONVENTION_SAYS : of_side[convention->side], "name",
	                  convention->id, "percent", number_with_sign(arena, within.number, style, &unit_percent),
	                  "says", convention->says, NULL);
}

static const char *unit_name(const struct evaluation *e, const struct unit *unit)
{
	return unit == &unit_score     ? "scores"
	       : unit == &unit_percent ? language_english.percent_word
	                               : number_unit(e->arena, &language_english, unit, 0);
}

static bool fault(struct evaluation *e, const char **printed, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

static bool fault(struct evaluation *e, const char **printed, const char *hint, const char *format, ...)
{
	va_list args;
	*printed = NULL;
	va_start(args, format);
	evaluation_vfault(e, 0, hint, format, args);
	va_end(args);
	return false;
}

/* What was computed or written out: with the places it needs, if any operand had as many. */
static bool print_computed(struct evaluation *e, const struct term *t, bool bare, const char **printed)
{
	const struct language *language = e->facts->language;
	double number = t->number.number;
	int places = decimal_places_shown(t->number, 0);
	if (t->measure == MEASURE_MIXED && !bare)
		return fault(e, printed, "bare(\u2026) strips a value of its unit", "%s and %s do not add up",
		             unit_name(e, t->unit), unit_name(e, t->other));
	if (places > t->finest)
		return fault(e, printed, "say how many: round(\u2026, 1)", "%.9g has too many decimal places to print",
		             number);
	if (bare || t->measure != MEASURE_UNIT) {
		*printed = print_number(e->arena, language, number, places);
		return true;
	}
	struct digits digits = digits_at(number, decimal_places_shown(t->number, t->magnitude) - t->magnitude);
	*printed = number_gap(e->arena, number, prose(language, t->unit, digits, t->magnitude, number), t->unit);
	return true;
}

bool print_term(struct evaluation *e, const struct term *t, bool bare, const char **printed)
{
	*printed = bare ? t->bare : t->printed;
	if (t->kind == TERM_NUMBER && fabs(t->number.number) >= too_large)
		return fault(e, printed, NULL, "%.9g is too large to print exactly", t->number.number);
	if (!*printed && t->kind == TERM_NUMBER)
		return print_computed(e, t, bare, printed);
	if (!*printed)
		*printed = t->text;
	return true;
}
