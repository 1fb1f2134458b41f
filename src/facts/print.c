#include "facts/print.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMALS_MOST = 9 };

static const double too_large = 1e15; /* beyond this a double may have digits that nobody meant */

static int clamp(int decimals)
{
	return decimals < 0 ? 0 : decimals > DECIMALS_MOST ? DECIMALS_MOST : decimals;
}

/* As on charts: digits are grouped from 10,000 up. */
static struct number_style prose(const struct language *language, int decimals, int magnitude, double number)
{
	return number_style_of(language, clamp(decimals), magnitude, number);
}

char *print_number(struct arena *arena, const struct language *language, double number, int decimals)
{
	return number_text(arena, number, prose(language, decimals, 0, number));
}

char *print_value(struct arena *arena, const struct language *language, const struct measurement *m)
{
	struct number_style style = prose(language, m->value.decimals, m->value.magnitude, m->value.number);
	return number_with_unit(arena, m->value.number, style, m->benchmark->unit);
}

char *print_bare(struct arena *arena, const struct language *language, const struct measurement *m)
{
	char *number = number_text(arena, m->value.number,
	                           prose(language, m->value.decimals, m->value.magnitude, m->value.number));
	const char *word = number_magnitude(language, number, m->value.magnitude);
	return *word ? arena_printf(arena, "%s\u00a0%s", number, word) : number;
}

/* In the smaller word of the two, with all digits of both. */
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b)
{
	const struct quantity *x = &a->value, *y = &b->value;
	int magnitude = x->magnitude < y->magnitude ? x->magnitude : y->magnitude;
	int of_x = x->decimals - x->magnitude + magnitude, of_y = y->decimals - y->magnitude + magnitude;
	return number_gap(arena, gap, prose(language, of_x > of_y ? of_x : of_y, magnitude, gap), a->benchmark->unit);
}

/* The power of ten of the first digit, once rounded to so many digits. */
static int exponent_of(double number, int digits)
{
	char text[40];
	snprintf(text, sizeof text, "%.*e", digits - 1, number);
	return (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *level)
{
	*level = ratio == 0 ? 0 : clamp(1 - exponent_of(ratio, 2));
	return print_number(arena, language, ratio, *level);
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
	if (places > clamp(t->finest))
		return fault(e, printed, "say how many: round(\u2026, 1)", "%.9g has too many decimal places to print",
		             number);
	if (bare || t->measure != MEASURE_UNIT) {
		*printed = print_number(e->arena, language, number, places);
		return true;
	}
	places = decimal_places_shown(t->number, t->magnitude);
	*printed = number_gap(e->arena, number, prose(language, places, t->magnitude, number), t->unit);
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
