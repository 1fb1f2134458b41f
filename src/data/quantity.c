#include "data/quantity.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *word;
	int magnitude;
} magnitudes[] = { { "", 0 },   { "k", 3 },  { "K", 3 },       { "thousand", 3 }, { "Thousand", 3 },
	           { "M", 6 },  { "mn", 6 }, { "million", 6 }, { "Million", 6 },  { "bn", 9 },
	           { "Bn", 9 }, { "BN", 9 }, { "B", 9 },       { "billion", 9 },  { "Billion", 9 } };

static const char *const missing_words[] = { "",     "-",   "\u2013",       "\u2014",     "n/a",     "na",       "null",
	                                     "none", "nan", "not reported", "not tested", "not run", "no result" };

/* Bytes of the white space at s: ASCII, no-break, thin and narrow no-break space. */
static size_t space(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r')
		return 1;
	if (str_starts(s, "\u00a0"))
		return strlen("\u00a0");
	return str_starts(s, "\u2009") || str_starts(s, "\u202f") ? strlen("\u2009") : 0;
}

static char *trimmed(struct arena *arena, const char *s)
{
	for (size_t n; (n = space(s));)
		s += n;
	size_t end = 0;
	for (const char *p = s; *p;) {
		size_t n = space(p);
		p += n ? n : 1;
		if (!n)
			end = (size_t)(p - s);
	}
	return arena_strndup(arena, s, end);
}

static size_t digits(const char *s)
{
	size_t n = 0;
	while (s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

/* "1,427,000": copies the digits at *p into plain without the commas. False if there is a comma anywhere else. */
static bool whole_part(const char **p, struct strbuf *plain)
{
	size_t n = digits(*p);
	strbuf_addn(plain, *p, n);
	*p += n;
	if (**p != ',')
		return true;
	if (n < 1 || n > 3)
		return false;
	while (**p == ',') {
		if (digits(*p + 1) != 3)
			return false;
		strbuf_addn(plain, *p + 1, 3);
		*p += 4;
	}
	return true;
}

/* The exponent at *p, if there is one; clamped, since far smaller ones are zero anyway. */
static bool exponent_part(const char **p, struct strbuf *plain, int *exponent)
{
	if (**p != 'e' && **p != 'E')
		return true;
	const char *start = (*p)++;
	bool negative = **p == '-';
	*p += **p == '+' || **p == '-';
	size_t n = digits(*p);
	if (!n)
		return false;
	for (size_t i = 0; i < n && *exponent < 1000; i++)
		*exponent = *exponent * 10 + ((*p)[i] - '0');
	if (negative)
		*exponent = -*exponent;
	*p += n;
	strbuf_addn(plain, start, (size_t)(*p - start));
	return true;
}

/* The power of ten of the word after the number, spaces aside; -1 if it is not such a word. */
static int magnitude_of(const char *s)
{
	for (size_t n; (n = space(s));)
		s += n;
	for (size_t i = 0; i < sizeof magnitudes / sizeof *magnitudes; i++)
		if (str_eq(s, magnitudes[i].word))
			return magnitudes[i].magnitude;
	return -1;
}

/* True for a number that is read as 0 though it is not: nothing so small can be kept. */
static bool vanishes(const char *plain, double number)
{
	return number == 0 && strcspn(plain, "123456789") < strcspn(plain, "eE");
}

/* Digits, perhaps with a point in between, and nothing else. */
static bool is_plain(const char *text, size_t *n, int *decimals)
{
	size_t whole = digits(text), part = text[whole] == '.' ? digits(text + whole + 1) : 0;
	*n = whole + (part ? part + 1 : 0);
	*decimals = (int)part;
	return whole && !text[*n] && whole + part <= DBL_DIG;
}

bool quantity_parse(struct arena *arena, const char *text, struct quantity *quantity, bool *percent)
{
	size_t length;
	int places;
	if (is_plain(text, &length, &places) && str_to_number(text, &quantity->number)) {
		*percent = false;
		quantity->text = arena_strndup(arena, text, length);
		quantity->decimals = places;
		quantity->magnitude = 0;
		return true;
	}
	char *whole = trimmed(arena, text);
	size_t n = strlen(whole);
	*percent = n && whole[n - 1] == '%';
	if (*percent) {
		whole[n - 1] = '\0';
		whole = trimmed(arena, whole);
	}
	struct strbuf plain = strbuf_new(arena);
	const char *p = whole;
	if (*p == '-' || str_starts(p, "\u2212")) {
		strbuf_add(&plain, "-");
		p += *p == '-' ? 1 : strlen("\u2212");
	} else {
		p += *p == '+';
	}
	if (!whole_part(&p, &plain))
		return false;
	size_t fraction = *p == '.' ? digits(p + 1) : 0;
	strbuf_addn(&plain, p, *p == '.' ? fraction + 1 : 0);
	p += *p == '.' ? fraction + 1 : 0;
	int exponent = 0;
	if (!exponent_part(&p, &plain, &exponent))
		return false;
	int magnitude = magnitude_of(p);
	if (magnitude < 0 || (magnitude && (exponent || *percent)))
		return false;
	if (magnitude)
		strbuf_addf(&plain, "e%d", magnitude);
	if (!str_to_number(plain.s, &quantity->number) || vanishes(plain.s, quantity->number))
		return false;
	int decimals = (int)(fraction > 1000 ? 1000 : fraction) - exponent;
	quantity->text = whole;
	quantity->decimals = decimals > 0 ? decimals : 0;
	quantity->magnitude = magnitude;
	return true;
}

bool quantity_follows(const struct quantity *q)
{
	const char *p = q->text + (*q->text == '-');
	size_t whole = digits(p), part = p[whole] == '.' ? digits(p + whole + 1) : 0;
	bool plain = whole && (whole == 1 || *p != '0') && p[whole + (part ? part + 1 : 0)] == '\0';
	return plain && whole + part <= DBL_DIG && (size_t)q->decimals == part && !q->magnitude;
}

char *quantity_text_before(char *p, double number, int decimals)
{
	static const double powers[DBL_DIG + 1] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
		                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
	uint64_t left = (uint64_t)(fabs(number) * powers[decimals] + 0.5);
	for (int i = 0; left || i <= decimals; i++) {
		if (i && i == decimals)
			*--p = '.';
		*--p = (char)('0' + left % 10);
		left /= 10;
	}
	if (signbit(number))
		*--p = '-';
	return p;
}

char *quantity_text(struct arena *arena, double number, int decimals)
{
	char text[QUANTITY_ROOM], *end = text + sizeof text, *start = quantity_text_before(end, number, decimals);
	return arena_strndup(arena, start, (size_t)(end - start));
}

const char *quantity_remedy(const char *text)
{
	double number;
	if (str_to_number(text, &number) && vanishes(text, number))
		return "it is too small to be told from 0; count in a smaller unit";
	if (strchr(text, '~') || strchr(text, '<') || strchr(text, '>') || strstr(text, "\u2248"))
		return "write the number alone, and say status: estimated";
	if (unit_signed(text))
		return "write the number without a currency sign; the benchmark's unit gives it";
	if (strchr(text, ','))
		return "a comma only separates thousands (1,427); write decimal places after a point";
	size_t n = strlen(text);
	if (n > 1 && text[n - 1] == 'm')
		return "millions are written 58M or 58 million";
	return "write a number such as 89.5, 89.5%, 58M or 1,427; leave it empty if it is not known";
}

bool quantity_is_missing(struct arena *arena, const char *text)
{
	if (*text >= '0' && *text <= '9') /* as no such word starts */
		return false;
	const char *folded = dataset_fold(arena, text);
	for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++)
		if (str_eq(folded, missing_words[i]))
			return true;
	return false;
}

bool quantity_is_nan(const char *text)
{
	size_t n;
	while ((n = space(text)))
		text += n;
	return (text[0] | ' ') == 'n' && (text[1] | ' ') == 'a' && (text[2] | ' ') == 'n' &&
	       (!text[3] || space(text + 3));
}

int quantity_level(struct quantity quantity)
{
	return quantity.decimals - quantity.magnitude;
}

double quantity_steps(double number, int level)
{
	int clamped = level > 300 ? 300 : level < -300 ? -300 : level;
	double size = fabs(number);
	double scaled = clamped >= 0 ? size * pow(10, clamped) : size / pow(10, -clamped);
	if (!isfinite(scaled) || scaled > 4503599627370496.0)
		return number;
	double steps = floor(scaled + 0.5 + scaled * 1e-15);
	return number < 0 && steps > 0 ? -steps : steps;
}

bool quantity_agrees(struct quantity a, struct quantity b)
{
	int x = quantity_level(a), y = quantity_level(b), level = x < y ? x : y;
	return quantity_steps(a.number, level) == quantity_steps(b.number, level);
}

char *quantity_plain(struct arena *arena, double number)
{
	char text[40];
	for (int precision = 15; precision <= 17; precision++) {
		snprintf(text, sizeof text, "%.*g", precision, number);
		if (strtod(text, NULL) == number)
			break;
	}
	return arena_strdup(arena, text);
}
