#include "words/number.h"

#include "base/arena.h"
#include "base/str.h"

#include <float.h>
#include <math.h>
#include <string.h>

static double power_of_ten(int n)
{
	double p = 1;
	for (int i = 0; i < n; i++)
		p *= 10;
	return p;
}

struct number_style number_style_of(const struct language *language, int decimals, int magnitude, double largest)
{
	bool grouped = fabs(largest) / power_of_ten(magnitude) >= 9999.5;
	return (struct number_style){ language, decimals, magnitude, grouped };
}

/* Half away from zero, by the published digits: 0.125 is a little off in binary, so a hair is added, never enough to
 * show, and none to whole steps. */
double number_shown(double value, struct number_style style)
{
	double step = power_of_ten(style.decimals), scaled = fabs(value) / power_of_ten(style.magnitude) * step;
	if (scaled > 4e15) /* no decimal places left to round */
		return value / power_of_ten(style.magnitude);
	double hair = fmin(4 * DBL_EPSILON * scaled, 0.0625);
	double whole = scaled == floor(scaled) ? scaled : floor(scaled + 0.5 + hair);
	return copysign(whole / step, value);
}

static void add_digit(struct strbuf *b, const struct language *language, char digit)
{
	const char *start = language->digits, *end = start;
	for (char d = '0'; utf8_next(&end) && d < digit; d++)
		start = end;
	strbuf_addn(b, start, (size_t)(end - start));
}

static char *text(struct arena *arena, double value, struct number_style style, const char *plus)
{
	double shown = number_shown(value, style);
	char *plain = arena_printf(arena, "%.*f", style.decimals, fabs(shown));
	struct strbuf b = strbuf_new(arena);
	bool zero = strspn(plain, "0.") == strlen(plain);
	if (!zero)
		strbuf_add(&b, shown < 0 ? style.language->minus : plus);
	size_t whole = strcspn(plain, ".");
	for (size_t i = 0; plain[i]; i++) {
		if (style.grouped && i < whole && i && (whole - i) % 3 == 0)
			strbuf_add(&b, style.language->thousands);
		if (plain[i] == '.')
			strbuf_add(&b, style.language->point);
		else
			add_digit(&b, style.language, plain[i]);
	}
	return b.s;
}

char *number_text(struct arena *arena, double value, struct number_style style)
{
	return text(arena, value, style, "");
}

char *number_signed(struct arena *arena, double value, struct number_style style)
{
	return text(arena, value, style, style.language->plus);
}

/* The sign with the space that parts it from the number: a letter is set apart ("5 kg"), a sign joins it ("5€"). "" for
 * units that are written in words. */
static const char *sign_of(struct arena *arena, const struct language *language, const struct unit *unit)
{
	if (!unit->sign || unit->spelled)
		return "";
	if (unit == &unit_percent)
		return language->percent;
	bool before = unit->side == UNIT_BEFORE;
	char end = before ? unit->sign[strlen(unit->sign) - 1] : *unit->sign;
	bool letter = (end >= 'a' && end <= 'z') || (end >= 'A' && end <= 'Z');
	const char *apart = letter ? "\u00a0" : "";
	return before ? arena_printf(arena, "%s%s", unit->sign, apart) : arena_printf(arena, "%s%s", apart, unit->sign);
}

char *number_with_sign(struct arena *arena, double value, struct number_style style, const struct unit *unit)
{
	const char *minus = style.language->minus, *sign = sign_of(arena, style.language, unit);
	char *number = number_text(arena, value, style);
	if (unit->side == UNIT_AFTER)
		return arena_printf(arena, "%s%s", number, sign);
	size_t negative = str_starts(number, minus) ? strlen(minus) : 0;
	return arena_printf(arena, "%s%s%s", negative ? minus : "", sign, number + negative);
}

char *number_without_sign(struct arena *arena, const struct language *language, const char *text,
                          const struct unit *unit)
{
	const char *minus = language->minus, *sign = sign_of(arena, language, unit);
	size_t negative = str_starts(text, minus) ? strlen(minus) : 0;
	if (unit->side == UNIT_BEFORE && str_starts(text + negative, sign))
		return arena_printf(arena, "%.*s%s", (int)negative, text, text + negative + strlen(sign));
	size_t n = strlen(text), behind = unit->side == UNIT_AFTER && str_ends(text, sign) ? strlen(sign) : 0;
	return arena_strndup(arena, text, n - behind);
}

static const char *form_of(const char *const *forms, const struct language *language, enum plural category)
{
	return forms[plural_form(language, category)];
}

/* A unit that the language has no word for goes by its name, or by what its dataset calls one of it. */
static const char *unit_word(const struct language *language, const struct unit *unit, enum plural category)
{
	for (const struct unit_words *words = language->units; words->unit; words++)
		if (str_eq(words->unit, unit->name))
			return form_of(words->forms, language, category);
	return unit->one && category == PLURAL_ONE ? unit->one : unit->name;
}

/* "million tokens": after a magnitude a unit has the form for a whole million. */
static const char *counted(struct arena *arena, const struct language *language, const struct unit *unit, int magnitude,
                           enum plural category)
{
	const char *many = form_of(language->magnitudes[magnitude / 3], language, category);
	uint64_t whole = (uint64_t)power_of_ten(magnitude);
	struct plural_operands round = { .n = (double)whole, .i = whole };
	if (!*many || unit->kind == UNIT_SHARE)
		return unit_word(language, unit, category);
	const char *word = unit_word(language, unit, language->plural(round));
	return *word ? arena_printf(arena, "%s %s", many, word) : many;
}

const char *number_unit(struct arena *arena, const struct language *language, const struct unit *unit, int magnitude)
{
	const char *words = counted(arena, language, unit, magnitude, language->in_headings);
	return *words ? words : NULL;
}

const char *number_magnitude(const struct language *language, const char *number, int magnitude)
{
	return form_of(language->magnitudes[magnitude / 3], language, plural_of(language, number));
}

static char *in_words(struct arena *arena, double value, struct number_style style, const struct unit *unit)
{
	char *number = number_text(arena, value, style);
	if (unit->bare)
		return number;
	return arena_printf(arena, "%s\u00a0%s", number,
	                    counted(arena, style.language, unit, style.magnitude, plural_of(style.language, number)));
}

char *number_with_unit(struct arena *arena, double value, struct number_style style, const struct unit *unit)
{
	if (!unit->sign || unit->spelled)
		return in_words(arena, value, style, unit);
	char *number = number_text(arena, value, style);
	const char *many = number_magnitude(style.language, number, style.magnitude);
	if (unit->side == UNIT_AFTER && *many)
		return arena_printf(arena, "%s\u00a0%s\u00a0%s", number, many, unit->sign);
	number = number_with_sign(arena, value, style, unit);
	return *many ? arena_printf(arena, "%s\u00a0%s", number, many) : number;
}

char *number_gap(struct arena *arena, double gap, struct number_style style, const struct unit *unit)
{
	return number_with_unit(arena, gap, style, unit_of_difference(unit));
}

char *number_count(struct arena *arena, const struct language *language, size_t n)
{
	if (n < sizeof language->counts / sizeof *language->counts)
		return arena_strdup(arena, language->counts[n]);
	return number_text(arena, (double)n, number_style_of(language, 0, 0, (double)n));
}

char *number_spelled(struct arena *arena, const struct language *language, size_t n)
{
	if (n < sizeof language->spelled / sizeof *language->spelled)
		return arena_strdup(arena, language->spelled[n]);
	return number_count(arena, language, n);
}

char *number_plain(struct arena *arena, const struct language *language, size_t n)
{
	return number_text(arena, (double)n, (struct number_style){ .language = language });
}
