/* Numbers in other signs than digits: circled and raised ones, Roman and Han numerals. */
#include "words/numeral_parts.h"

#include <math.h>
#include <string.h>

/* ---- one sign that is a number ---- */

struct signs { /* that follow each other, from a value on */
	uint32_t first, last;
	int value;
};

/* In circles, parentheses or before a point; Roman ones as a sign of their own. */
static const struct signs whole[] = {
	{ 0x2460, 0x2473, 1 },  { 0x2474, 0x2487, 1 }, { 0x2488, 0x249b, 1 },  { 0x24ea, 0x24ea, 0 },
	{ 0x24eb, 0x24f4, 11 }, { 0x24f5, 0x24fe, 1 }, { 0x24ff, 0x24ff, 0 },  { 0x2776, 0x277f, 1 },
	{ 0x2780, 0x2789, 1 },  { 0x278a, 0x2793, 1 }, { 0x3251, 0x325f, 21 }, { 0x3280, 0x3289, 1 },
	{ 0x2160, 0x216b, 1 },  { 0x2170, 0x217b, 1 },
};

static const struct signs raised[] = {
	{ 0xb9, 0xb9, 1 }, { 0xb2, 0xb3, 2 }, { 0x2070, 0x2070, 0 }, { 0x2074, 0x2079, 4 }, { 0x2080, 0x2089, 0 },
};

static int sign_value(const struct signs *signs, size_t n, uint32_t rune)
{
	for (size_t i = 0; i < n; i++)
		if (rune >= signs[i].first && rune <= signs[i].last)
			return signs[i].value + (int)(rune - signs[i].first);
	return -1;
}

static int raised_value(uint32_t rune)
{
	return sign_value(raised, sizeof raised / sizeof *raised, rune);
}

/* Raised digits by themselves; behind a letter or a digit they are a power or a mark of a note. */
static bool take_raised(const struct letters *t, size_t at, struct numeral *out)
{
	size_t after, before;
	uint32_t left = letters_rune_before(t, at, &before);
	if (left && left != ' ' && left != 0xa0 && left != '\n')
		return false;
	for (int digit; (digit = raised_value(letters_rune(t, out->end, &after))) >= 0; out->end = after)
		out->value = 10 * out->value + digit;
	return out->end > at;
}

/* ---- Roman numerals in letters, behind a word for a rank ---- */

static int roman_letter(uint32_t rune)
{
	static const struct {
		char letter;
		int value;
	} letters[] = { { 'i', 1 }, { 'v', 5 }, { 'x', 10 }, { 'l', 50 }, { 'c', 100 } };
	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if ((rune | 0x20) == (uint32_t)letters[i].letter && rune < 0x80)
			return letters[i].value;
	return 0;
}

/* The one way to write a number below 400: "IV", not "IIII". */
static bool is_canonical(const struct letters *t, size_t at, size_t end, int value)
{
	static const struct {
		const char *letters;
		int value;
	} parts[] = { { "c", 100 }, { "xc", 90 }, { "l", 50 }, { "xl", 40 }, { "x", 10 },
		      { "ix", 9 },  { "v", 5 },   { "iv", 4 }, { "i", 1 } };
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		for (; value >= parts[i].value; value -= parts[i].value) {
			size_t after = letters_literal(t, at, parts[i].letters);
			if (after == at)
				return false;
			at = after;
		}
	return at == end && value == 0;
}

/* "A place I like", "ranked C": one letter is a number at the end of what is said only, and then a small one. */
static bool is_letter(const struct letters *t, size_t at, size_t end)
{
	size_t after;
	return end - at == 1 && (roman_letter((uint32_t)(unsigned char)t->s[at]) > 10 ||
	                         letters_in_word(letters_rune(t, letters_spaces(t, end), &after)));
}

static bool take_roman(const struct letters *t, size_t at, struct numeral *out)
{
	size_t after, past;
	int value, sum = 0;
	if (!numeral_follows_rank(t, at))
		return false;
	for (; (value = roman_letter(letters_rune(t, out->end, &after))) > 0; out->end = after)
		sum += roman_letter(letters_rune(t, after, &past)) > value ? -value : value;
	out->value = sum;
	return out->end > at && letters_at_edge(t, out->end) && is_canonical(t, at, out->end, sum) &&
	       !is_letter(t, at, out->end);
}

/* ---- Han numerals ---- */

static const char *const han_digits[] = { "\u3007", "\u4e00", "\u4e8c", "\u4e09", "\u56db",
	                                  "\u4e94", "\u516d", "\u4e03", "\u516b", "\u4e5d" };

static const struct {
	uint32_t rune;
	double value;
} han_powers[] = { { 0x5341, 10 },  { 0x767e, 1e2 }, { 0x5343, 1e3 }, { 0x4e07, 1e4 },
	           { 0x842c, 1e4 }, { 0x4ebf, 1e8 }, { 0x5104, 1e8 } };

/* The digit at a place; -1 if none is there. */
static int han_digit(const struct letters *t, size_t at, size_t *after)
{
	letters_rune(t, at, after);
	for (int i = 0; i < 10; i++)
		if (*after - at == strlen(han_digits[i]) && memcmp(t->s + at, han_digits[i], *after - at) == 0)
			return i;
	return letters_rune(t, at, after) == 0x4e24 ? 2 : -1;
}

static double han_power(uint32_t rune)
{
	for (size_t i = 0; i < sizeof han_powers / sizeof *han_powers; i++)
		if (rune == han_powers[i].rune)
			return han_powers[i].value;
	return 0;
}

/* What is counted, or the end of the word: the sign for a thousand also begins a name, that for one "in general". */
static bool is_counted(const struct letters *t, size_t at)
{
	static const uint32_t counters[] = { 0x4e2a, 0x500b, 0x540d, 0x4f4d, 0x500d, 0x5206, 0x70b9, 0x9ede,
		                             0x9879, 0x9805, 0x6b3e, 0x5bb6, 0x79cd, 0x7a2e, 0x79d2, 0x6708,
		                             0x5e74, 0x5929, 0x6b21, 0x6210, 0x756a, 0x3064 };
	size_t after;
	uint32_t rune = letters_rune(t, at, &after);
	for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
		if (rune == counters[i])
			return true;
	return letters_at_edge(t, at);
}

/* Where a word begins, so that a sign that is part of another word is none; an ordinal behind its own sign. */
static bool take_han(const struct letters *t, size_t at, struct numeral *out)
{
	size_t after, past;
	bool ordinal = letters_rune(t, at, &after) == 0x7b2c;
	double part = 0;
	if (!letters_at_edge(t, at))
		return false;
	out->end = ordinal ? after : at;
	size_t from = out->end;
	for (;; out->end = past) {
		int digit = han_digit(t, out->end, &past);
		double power = han_power(letters_rune(t, out->end, &past));
		if (digit < 0 && power == 0)
			break;
		part = digit >= 0 ? 10 * part + digit : part;
		out->value += power > 0 ? (part > 0 ? part : 1) * power : 0;
		part = power > 0 ? 0 : part;
	}
	out->value += part;
	out->form = ordinal ? NUMERAL_ORDINAL : NUMERAL_CARDINAL;
	return out->end > from && (ordinal || is_counted(t, out->end));
}

bool numeral_rare_at(const struct letters *t, size_t at, struct numeral *out)
{
	size_t after;
	uint32_t rune = letters_rune(t, at, &after);
	int value = sign_value(whole, sizeof whole / sizeof *whole, rune);
	*out = (struct numeral){ .start = at, .end = at, .kind = NUMERAL_DIGITS };
	if (value >= 0) {
		out->value = value;
		out->end = after;
		return true;
	}
	if (raised_value(rune) >= 0)
		return take_raised(t, at, out);
	if (roman_letter(rune))
		return letters_at_edge(t, at) && take_roman(t, at, out);
	return rune >= 0x3007 && take_han(t, at, out);
}
