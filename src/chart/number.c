#include "chart/number.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <string.h>

static double power_of_ten(int n)
{
	double p = 1;
	for (int i = 0; i < n; i++)
		p *= 10;
	return p;
}

struct number_style number_style_of(int decimals, int magnitude, double largest)
{
	bool grouped = fabs(largest) / power_of_ten(magnitude) >= 9999.5;
	return (struct number_style){ decimals, magnitude, grouped };
}

/* Half away from zero as the published digits say: 0.125 is a little off in binary, so a hair is added. */
static double rounded(double value, struct number_style style)
{
	double step = power_of_ten(style.decimals), scaled = fabs(value) / power_of_ten(style.magnitude) * step;
	double whole = floor(scaled + 0.5 + 1e-12 * fmax(1, scaled));
	return copysign(whole / step, value);
}

char *number_text(struct arena *arena, double value, struct number_style style)
{
	double shown = rounded(value, style);
	char *plain = arena_printf(arena, "%.*f", style.decimals, fabs(shown));
	struct strbuf b = strbuf_new(arena);
	bool zero = strspn(plain, "0.") == strlen(plain);
	if (shown < 0 && !zero)
		strbuf_add(&b, "\u2212");
	size_t whole = strcspn(plain, ".");
	for (size_t i = 0; i < whole; i++) {
		if (style.grouped && whole > 3 && i && (whole - i) % 3 == 0)
			strbuf_add(&b, ",");
		strbuf_addn(&b, plain + i, 1);
	}
	strbuf_add(&b, plain + whole);
	return b.s;
}

bool number_same(double a, double b, struct number_style style)
{
	return fabs(rounded(a, style) - rounded(b, style)) < 0.25 / power_of_ten(style.decimals);
}

static const char *magnitude_word(int magnitude)
{
	return magnitude == 3 ? "thousand " : magnitude == 6 ? "million " : magnitude == 9 ? "billion " : "";
}

const char *number_unit_words(struct arena *arena, enum unit unit, int magnitude)
{
	const char *many = magnitude_word(magnitude);
	switch (unit) {
	case UNIT_SCORE:
		return *many ? arena_printf(arena, "%.*s", (int)strlen(many) - 1, many) : NULL;
	case UNIT_PERCENT:
		return "%";
	case UNIT_FRACTION:
		return "share between 0 and 1";
	case UNIT_POINTS:
		return arena_printf(arena, "%spoints", many);
	case UNIT_ELO:
		return "Elo points";
	case UNIT_TOKENS:
		return arena_printf(arena, "%stokens", many);
	case UNIT_USD:
		return arena_printf(arena, "%sUS dollars", many);
	case UNIT_SECONDS:
		return arena_printf(arena, "%sseconds", many);
	}
	return NULL;
}

const char *number_gap_words(struct arena *arena, enum unit unit, int magnitude)
{
	switch (unit) {
	case UNIT_PERCENT:
		return "points";
	case UNIT_SCORE:
	case UNIT_FRACTION:
		return "";
	case UNIT_POINTS:
	case UNIT_ELO:
	case UNIT_TOKENS:
	case UNIT_USD:
	case UNIT_SECONDS:
		break;
	}
	return number_unit_words(arena, unit, magnitude);
}

char *number_ordinal(struct arena *arena, int n)
{
	static const char *const words[] = { "first",   "second", "third", "fourth", "fifth",    "sixth",
		                             "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth" };
	if (n >= 1 && n <= 12)
		return arena_strdup(arena, words[n - 1]);
	const char *ending = n % 100 >= 11 && n % 100 <= 13 ? "th"
	                     : n % 10 == 1                  ? "st"
	                     : n % 10 == 2                  ? "nd"
	                     : n % 10 == 3                  ? "rd"
	                                                    : "th";
	return arena_printf(arena, "%d%s", n, ending);
}

char *number_count(struct arena *arena, size_t n)
{
	static const char *const words[] = { "no",    "one",   "two",  "three", "four",   "five",  "six",
		                             "seven", "eight", "nine", "ten",   "eleven", "twelve" };
	if (n < sizeof words / sizeof *words)
		return arena_strdup(arena, words[n]);
	return number_text(arena, (double)n, number_style_of(0, 0, (double)n));
}
