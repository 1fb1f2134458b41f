#include "words/number.h"
#include "words/number_read.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/plural.h"

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

struct number_style number_style_of(const struct language *language, const struct unit *unit, int decimals,
                                    int magnitude, double largest)
{
	double from = unit && unit->money ? 999.5 : 9999.5;
	bool grouped = fabs(largest) / power_of_ten(magnitude) >= from;
	return (struct number_style){
		.language = language, .decimals = decimals, .magnitude = magnitude, .grouped = grouped
	};
}

/* In the style's magnitude or power; in two steps, since the inverse of the smallest powers is not a number. */
static double in_power(double value, struct number_style style)
{
	if (!style.power)
		return value / power_of_ten(style.magnitude);
	int half = -style.power / 2;
	return value * pow(10, half) * pow(10, -style.power - half);
}

/* Half away from zero, by the published digits: 0.125 is a little off in binary, so a hair is added, never enough to
 * show, and none to whole steps. */
double number_shown(double value, struct number_style style)
{
	double step = pow(10, style.decimals), scaled = fabs(in_power(value, style)) * step;
	if (scaled > 4e15) /* no decimal places left to round */
		return in_power(value, style);
	double hair = fmin(4 * DBL_EPSILON * scaled, 0.0625);
	double whole = scaled == floor(scaled) ? scaled : floor(scaled + 0.5 + hair);
	return copysign(whole / step, value);
}

double number_meant(double value, struct number_style style)
{
	double shown = number_shown(value, style);
	if (!style.power)
		return shown * power_of_ten(style.magnitude);
	int half = style.power / 2;
	return shown * pow(10, half) * pow(10, style.power - half);
}

/* digits: from 0 to 9. */
static void add_digit(struct strbuf *b, const char *digits, char digit)
{
	const char *start = digits, *end = start;
	if (*digits == '0') { /* those of ASCII follow each other */
		strbuf_addn(b, &digits[digit - '0'], 1);
		return;
	}
	for (char d = '0'; utf8_next(&end) && d < digit; d++)
		start = end;
	strbuf_addn(b, start, (size_t)(end - start));
}

static void add_power(struct strbuf *b, struct arena *arena, struct number_style style)
{
	strbuf_add(b, style.language->times_ten);
	for (const char *c = arena_printf(arena, "%d", style.power); *c; c++) {
		if (*c == '-')
			strbuf_add(b, NUMBER_RAISED_MINUS);
		else
			add_digit(b, NUMBER_RAISED, *c);
	}
}

/* As "%.*f" writes it; of what number_shown gave, the digits are those of a whole number of steps. */
static char *plain_text(struct arena *arena, double shown, int decimals)
{
	enum { DECIMALS_MOST = 9, ROOM = 32 };
	static const double exact = 1e12;
	double whole = decimals >= 0 && decimals <= DECIMALS_MOST ? round(shown * power_of_ten(decimals)) : exact;
	if (!(whole < exact))
		return arena_printf(arena, "%.*f", decimals, shown);
	char digits[ROOM], *start = digits + sizeof digits;
	uint64_t left = (uint64_t)whole;
	for (int i = 0; left || i <= decimals; i++, left /= 10) {
		if (i && i == decimals)
			*--start = '.';
		*--start = (char)('0' + left % 10);
	}
	return arena_strndup(arena, start, (size_t)(digits + sizeof digits - start));
}

static char *text(struct arena *arena, double value, struct number_style style, const char *plus)
{
	double shown = number_shown(value, style);
	char *plain = plain_text(arena, fabs(shown), style.decimals);
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
			add_digit(&b, style.language->digits, plain[i]);
	}
	if (style.power && !zero)
		add_power(&b, arena, style);
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

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool sign_before(const struct language *language, const struct unit *unit)
{
	return unit->money ? language->money_before : unit->side == UNIT_BEFORE;
}

/* The sign with the space that parts it from the number: a letter is set apart ("5 kg"), a sign joins it ("5€"), unless
 * it is that of a currency after its number. "" for units that are written in words. */
static const char *sign_of(struct arena *arena, const struct language *language, const struct unit *unit)
{
	if (!unit->sign)
		return "";
	if (unit == &unit_percent)
		return language->percent;
	if (sign_before(language, unit))
		return arena_printf(arena, "%s%s", unit->sign,
		                    is_letter(unit->sign[strlen(unit->sign) - 1]) ? "\u00a0" : "");
	return arena_printf(arena, "%s%s", unit->money || is_letter(*unit->sign) ? "\u00a0" : "", unit->sign);
}

/* Bytes of the plus or minus that a number begins with. */
static size_t plus_or_minus(const struct language *language, const char *number)
{
	return str_starts(number, language->minus)  ? strlen(language->minus)
	       : str_starts(number, language->plus) ? strlen(language->plus)
	                                            : 0;
}

static char *with_sign(struct arena *arena, const struct language *language, const char *number,
                       const struct unit *unit)
{
	const char *sign = sign_of(arena, language, unit);
	if (!sign_before(language, unit))
		return arena_printf(arena, "%s%s", number, sign);
	size_t n = plus_or_minus(language, number);
	return arena_printf(arena, "%.*s%s%s", (int)n, number, sign, number + n);
}

char *number_change(struct arena *arena, double value, struct number_style style, const struct unit *unit)
{
	char *number = number_signed(arena, value, style);
	return unit->money ? with_sign(arena, style.language, number, unit) : number;
}

char *number_with_sign(struct arena *arena, double value, struct number_style style, const struct unit *unit)
{
	return with_sign(arena, style.language, number_text(arena, value, style), unit);
}

char *number_without_sign(struct arena *arena, const struct language *language, const char *text,
                          const struct unit *unit)
{
	const char *sign = sign_of(arena, language, unit);
	size_t n = plus_or_minus(language, text), length = strlen(text);
	if (sign_before(language, unit))
		return str_starts(text + n, sign) ? arena_printf(arena, "%.*s%s", (int)n, text, text + n + strlen(sign))
		                                  : arena_strdup(arena, text);
	return arena_strndup(arena, text, length - (str_ends(text, sign) ? strlen(sign) : 0));
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

/* "million tokens": after a magnitude a unit has the form for a whole million. A thousand ms are seconds. */
static const char *counted(struct arena *arena, const struct language *language, const struct unit *unit, int magnitude,
                           enum plural category)
{
	const struct unit *larger = unit_larger(unit, magnitude);
	const char *many = form_of(language->magnitudes[magnitude / 3], language, category);
	uint64_t whole = (uint64_t)power_of_ten(magnitude);
	struct plural_operands round = { .n = (double)whole, .i = whole };
	if (larger || !*many || unit->kind == UNIT_SHARE)
		return unit_word(language, larger ? larger : unit, category);
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
	if (!unit->sign)
		return in_words(arena, value, style, unit);
	char *number = number_text(arena, value, style);
	const char *many = number_magnitude(style.language, number, style.magnitude);
	if (*many && !sign_before(style.language, unit))
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
	return number_plain(arena, language, n);
}

char *number_spelled(struct arena *arena, const struct language *language, size_t n)
{
	if (n < sizeof language->spelled / sizeof *language->spelled)
		return arena_strdup(arena, language->spelled[n]);
	return number_count(arena, language, n);
}

char *number_plain(struct arena *arena, const struct language *language, size_t n)
{
	return number_text(arena, (double)n, number_style_of(language, NULL, 0, 0, (double)n));
}
