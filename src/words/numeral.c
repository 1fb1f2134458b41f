#include "words/numeral_parts.h"

#include "base/str.h"
#include "base/unit.h"
#include "words/number.h"
#include "words/number_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PLAIN_MOST = 60, POWER_BYTES = 32 };

/* ---- digits ---- */

struct reading { /* of a number in digits */
	char plain[PLAIN_MOST + 1];
	size_t n, whole, at;
	int decimals;
	bool point, grouped;
	bool broken; /* more points than a number has: a version */
};

static size_t digits_at(const struct letters *t, size_t at)
{
	size_t n = 0, after;
	for (; letters_digit(letters_rune(t, at, &after)) >= 0; at = after)
		n++;
	return n;
}

static void take_digits(const struct letters *t, struct reading *r)
{
	size_t after;
	for (int digit; (digit = letters_digit(letters_rune(t, r->at, &after))) >= 0; r->at = after) {
		r->decimals += r->point;
		r->whole += !r->point;
		if (r->n < PLAIN_MOST)
			r->plain[r->n++] = (char)('0' + digit);
		else
			r->broken = true;
	}
}

/* The byte after a separator of thousands, with three digits behind it; r->at if there is none. */
static size_t past_thousands(const struct letters *t, const struct reading *r)
{
	size_t after, own = letters_literal(t, r->at, t->language->thousands);
	uint32_t rune = letters_rune(t, r->at, &after);
	if (rune == 0xa0 || rune == 0x2009 || rune == 0x202f || rune == 0x66c)
		own = after;
	return own > r->at && !r->point && r->whole && (r->grouped || r->whole <= 3) && digits_at(t, own) == 3 ? own
	                                                                                                       : r->at;
}

static size_t past_point(const struct letters *t, const struct reading *r)
{
	size_t after, own = letters_literal(t, r->at, t->language->point);
	uint32_t rune = letters_rune(t, r->at, &after);
	if (rune == 0x66b || rune == 0xff0e)
		own = after;
	return own > r->at && !r->point && digits_at(t, own) ? own : r->at;
}

/* "1e6": the byte after the exponent. */
static size_t past_exponent(const struct letters *t, size_t at)
{
	size_t after, end = letters_literal(t, at, "e");
	uint32_t sign = letters_rune(t, end, &after);
	size_t from = sign == '-' || sign == '+' ? after : end;
	size_t n = end > at ? digits_at(t, from) : 0;
	return n && n <= 3 && letters_at_edge(t, from + n) ? from + n : at;
}

static struct reading read_digits(const struct letters *t, size_t at)
{
	struct reading r = { .at = at };
	size_t after;
	for (;;) {
		take_digits(t, &r);
		if ((after = past_thousands(t, &r)) > r.at) {
			r.grouped = true;
		} else if ((after = past_point(t, &r)) > r.at) {
			r.point = true;
			r.plain[r.n < PLAIN_MOST ? r.n++ : r.n] = '.';
		} else {
			uint32_t rune = letters_rune(t, r.at, &after);
			if ((rune != '.' && rune != ',') || !digits_at(t, after))
				break;
			r.broken = true;
		}
		r.at = after;
	}
	after = past_exponent(t, r.at);
	for (; r.at < after && r.n < PLAIN_MOST; r.at++)
		r.plain[r.n++] = t->s[r.at];
	r.plain[r.n] = '\0';
	return r;
}

static const struct {
	uint32_t rune;
	double over, under;
} fractions[] = {
	{ 0xbc, 1, 4 },   { 0xbd, 1, 2 },   { 0xbe, 3, 4 },   { 0x2150, 1, 7 }, { 0x2151, 1, 9 }, { 0x2153, 1, 3 },
	{ 0x2154, 2, 3 }, { 0x2155, 1, 5 }, { 0x2156, 2, 5 }, { 0x2157, 3, 5 }, { 0x2158, 4, 5 }, { 0x2159, 1, 6 },
	{ 0x215a, 5, 6 }, { 0x215b, 1, 8 }, { 0x215c, 3, 8 }, { 0x215d, 5, 8 }, { 0x215e, 7, 8 },
};

/* The value of a rune such as ½; 0 for any other. */
static double fraction_of(uint32_t rune)
{
	for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
		if (fractions[i].rune == rune)
			return fractions[i].over / fractions[i].under;
	return 0;
}

static double number_of(const struct reading *r)
{
	double x;
	return !r->broken && str_to_number(r->plain, &x) ? x : (double)NAN;
}

/* The number itself: digits, with what is written as a fraction. */
static void take_number(const struct letters *t, size_t at, struct numeral *out)
{
	size_t after;
	struct reading r = read_digits(t, at);
	out->value = r.n ? number_of(&r) : 0;
	out->decimals = r.broken ? 0 : r.decimals;
	double part = r.point ? 0 : fraction_of(letters_rune(t, r.at, &after));
	if (part > 0) {
		out->value += part;
		out->form = NUMERAL_SHARE;
		r.at = after;
	}
	uint32_t slash = letters_rune(t, r.at, &after);
	for (size_t n = 0; (slash == '/' || slash == 0x2044) && digits_at(t, after); n++) {
		struct reading under = read_digits(t, after);
		double divisor = number_of(&under);
		out->value = n || !(divisor > 0) ? (double)NAN : out->value / divisor;
		out->form = NUMERAL_SHARE;
		r.at = under.at;
		slash = letters_rune(t, r.at, &after);
	}
	out->end = r.at;
}

/* ---- what stands before the digits ---- */

/* Where a sign of a unit ends before `at`, which becomes its start. */
static bool money_before(const struct letters *t, size_t from, size_t *at, struct numeral *out)
{
	const struct unit *unit;
	size_t start, end = *at, longest = 0;
	uint32_t space = letters_rune_before(t, end, &start);
	if (space == 0xa0 || space == 0x202f)
		end = start;
	for (size_t i = 0; (unit = unit_at(i)); i++) {
		size_t n = unit->sign && unit->money ? strlen(unit->sign) : 0;
		if (n <= longest || end < from + n || memcmp(t->s + end - n, unit->sign, n) != 0)
			continue; /* CA$ ends in a $ */
		out->unit = unit->name;
		longest = n;
	}
	*at = longest ? end - longest : *at;
	return longest > 0;
}

/* A sign, unless it joins the number to what stands before it: "40-60", "GPT-5". */
static bool sign_before(const struct letters *t, size_t from, size_t *at, struct numeral *out)
{
	size_t start, before;
	uint32_t sign = letters_rune_before(t, *at, &start);
	bool minus = sign == '-' || sign == 0x2212, plus = sign == '+';
	if ((!minus && !plus) || start < from)
		return false;
	uint32_t rune = letters_rune_before(t, start, &before);
	if (letters_in_word(rune) || rune == ')' || rune == '%' || (rune == sign && sign == '-'))
		return false;
	if (minus)
		out->value = -out->value;
	*at = start;
	return true;
}

/* "#3" */
static void rank_before(const struct letters *t, size_t from, size_t *at, struct numeral *out)
{
	size_t start;
	if (letters_rune_before(t, *at, &start) != '#' || start < from)
		return;
	out->form = NUMERAL_ORDINAL;
	*at = start;
}

static void take_before(const struct letters *t, size_t from, size_t digits, struct numeral *out)
{
	size_t at = digits, before;
	uint32_t rune = letters_rune_before(t, digits, &before);
	bool joined = rune == '-' || rune == 0x2010 || rune == 0x2011 || rune == '_';
	out->attached = letters_in_word(joined ? letters_rune_before(t, before, &before) : rune) &&
	                letters_digit(letters_rune(t, before, &before)) < 0;
	if (!out->attached) {
		bool money = money_before(t, from, &at, out);
		bool sign = sign_before(t, from, &at, out);
		if (sign && !money)
			money_before(t, from, &at, out);
		if (!sign && !money)
			rank_before(t, from, &at, out);
	}
	out->start = at;
}

/* ---- what stands behind a number ---- */

static bool take_percent(const struct letters *t, struct numeral *out)
{
	const struct language *l = t->language;
	size_t spaces = letters_spaces(t, out->end), after;
	uint32_t sign = letters_rune(t, spaces, &after);
	size_t word = l->percent_word ? letters_literal(t, spaces, l->percent_word) : spaces;
	if (sign == '%' || sign == 0x66a || sign == 0xff05)
		out->end = after;
	else if (word > spaces && spaces > out->end && letters_at_edge(t, word))
		out->end = word;
	else
		return false;
	out->percent = true;
	out->unit = unit_percent.name;
	return true;
}

static bool take_money(const struct letters *t, struct numeral *out)
{
	const struct unit *unit;
	size_t spaces = letters_spaces(t, out->end);
	for (size_t i = 0; !out->unit && (unit = unit_at(i)); i++) {
		size_t n = unit->sign && unit->money ? strlen(unit->sign) : 0;
		if (!n || t->n - spaces < n || memcmp(t->s + spaces, unit->sign, n) != 0 ||
		    digits_at(t, spaces + n)) /* "5, $6" without the comma */
			continue;
		out->unit = unit->name;
		out->end = spaces + n;
		return true;
	}
	return false;
}

static int power_of(double x)
{
	return (int)lround(log10(x));
}

/* "million": of the language's own words, or of its list of number words. */
static void take_magnitude(const struct letters *t, struct numeral *out)
{
	size_t joint = letters_joint(t, out->end), after;
	const struct number_word *many = numeral_entry(t, joint, 1u << NUMBER_MANY, false, &after);
	bool letter = after - joint <= 2 && joint > out->end && (unsigned char)t->s[joint] < 0x80;
	if (!many || (letter && strlen(many->text) <= 2))
		return;
	int power = power_of(many->value);
	out->value *= many->value;
	out->magnitude += many->value == pow(10, power) ? power : 0;
	out->end = after;
}

/* "3x", "three times", "3-fold"; but not "3 x 4". */
static bool take_fold(const struct letters *t, struct numeral *out)
{
	size_t joint = letters_joint(t, out->end), after;
	const struct number_word *fold = numeral_entry(t, joint, 1u << NUMBER_FOLD, false, &after);
	if (!fold || digits_at(t, letters_spaces(t, after)))
		return false;
	out->form = NUMERAL_TIMES;
	out->end = after;
	return true;
}

/* "3rd"; "3." before a word. */
static bool take_ordinal(const struct letters *t, struct numeral *out)
{
	for (const char *const *e = t->language->ordinal_endings; e && *e; e++) {
		size_t after = letters_literal(t, out->end, *e), next;
		size_t spaces = letters_spaces(t, after);
		uint32_t rune = letters_rune(t, spaces, &next);
		bool word = letters_in_word(rune) && letters_digit(rune) < 0;
		if (after == out->end || (**e == '.' ? spaces == after || !word : !letters_at_edge(t, after)))
			continue;
		out->form = NUMERAL_ORDINAL;
		out->end = after;
		return true;
	}
	return false;
}

/* The unit that the next word names. */
static const char *unit_behind(const struct letters *t, size_t at)
{
	size_t joint = letters_joint(t, at), longest = joint;
	const char *found = NULL;
	for (const struct unit_words *u = t->language->units; u && u->unit && joint > at; u++)
		for (size_t k = 0; k < PLURALS && u->forms[k]; k++) {
			size_t end = letters_literal(t, joint, u->forms[k]);
			if (end > longest && letters_at_edge(t, end)) {
				longest = end;
				found = u->unit;
			}
		}
	return found;
}

/* "× 10⁻¹⁰" */
static bool take_power(const struct letters *t, struct numeral *out)
{
	char rest[POWER_BYTES + 1] = { 0 }; /* the text may end anywhere */
	size_t bytes, left = t->n - out->end;
	memcpy(rest, t->s + out->end, left < POWER_BYTES ? left : POWER_BYTES);
	int power = number_power(t->language, rest, &bytes);
	if (!bytes)
		return false;
	out->value *= pow(10, power);
	out->magnitude = power;
	out->end += bytes;
	return true;
}

static void take_behind(const struct letters *t, struct numeral *out)
{
	size_t after;
	bool plain = out->form == NUMERAL_CARDINAL;
	if (!(plain && out->kind == NUMERAL_DIGITS && take_power(t, out)) && (plain || out->form == NUMERAL_SHARE))
		take_magnitude(t, out);
	if (!take_percent(t, out) && !take_money(t, out) && plain && !take_fold(t, out) &&
	    out->kind == NUMERAL_DIGITS && !out->decimals && !out->magnitude)
		take_ordinal(t, out);
	if (!out->unit)
		out->unit = unit_behind(t, out->end);
	out->attached |= !letters_at_edge(t, out->end) && letters_digit(letters_rune(t, out->end, &after)) < 0;
}

/* ---- the search ---- */

/* True if digits or a fraction begin here; also ".5", with no letter before it. */
static bool number_begins(const struct letters *t, size_t at)
{
	size_t after, before;
	uint32_t rune = letters_rune(t, at, &after);
	if (letters_digit(rune) >= 0 || fraction_of(rune) > 0)
		return true;
	return letters_literal(t, at, t->language->point) > at && digits_at(t, at + strlen(t->language->point)) &&
	       !letters_in_word(letters_rune_before(t, at, &before)) && letters_rune_before(t, at, &before) != '.';
}

static size_t past_word(const struct letters *t, size_t at)
{
	size_t after;
	for (uint32_t rune; letters_in_word(rune = letters_rune(t, at, &after)) && letters_digit(rune) < 0; at = after)
		;
	return at;
}

bool numeral_follows_rank(const struct letters *t, size_t at)
{
	return letters_follow(t, at, t->language->rank_words);
}

/* "Platz 2", "number two": a whole number behind a word for a rank; but not "it ranks 30 models". */
static void take_rank(const struct letters *t, struct numeral *out)
{
	bool plain = out->form == NUMERAL_CARDINAL && !out->unit && !out->percent && !out->magnitude && !out->decimals;
	if (!plain || !(out->value >= 1) || !numeral_follows_rank(t, out->start))
		return;
	size_t next = letters_spaces(t, out->end);
	for (const char *const *word = t->language->counted; word && *word; word++) {
		size_t end = letters_literal(t, next, *word);
		if (next > out->end && end > next && letters_at_edge(t, end))
			return;
	}
	out->form = NUMERAL_ORDINAL;
}

/* The numeral at a place, after which the search goes on at *past. */
static bool numeral_here(const struct letters *t, size_t from, size_t at, struct numeral *out, size_t *past)
{
	static const unsigned any = ~0u;
	size_t before, after;
	bool edge = letters_in_word(letters_rune(t, at, &after)) && letters_at_edge(t, at);
	bool word = edge && numeral_entry(t, at, any, true, &after);
	if (edge && numeral_date_at(t, at, word, out)) {
		uint32_t rune = letters_rune_before(t, at, &before);
		if (!(rune == '-' && letters_in_word(letters_rune_before(t, before, &before))))
			return true;
	}
	if (numeral_rare_at(t, at, out)) {
		take_rank(t, out);
		return true;
	}
	*out = (struct numeral){ .start = at };
	if (number_begins(t, at)) {
		take_number(t, at, out);
		take_before(t, from, at, out);
		take_behind(t, out);
		take_rank(t, out);
		return true;
	}
	if (!word || !numeral_word_at(t, at, out, past))
		return false;
	uint32_t rune = letters_rune_before(t, at, &before);
	out->attached = rune == '-' && letters_in_word(letters_rune_before(t, before, &before));
	take_behind(t, out);
	take_rank(t, out);
	return true;
}

bool numeral_next(const struct language *language, const char *text, size_t length, size_t *at, struct numeral *out)
{
	struct letters t = { language, text, length };
	size_t from = *at, after;
	for (size_t p = from; p < length;) {
		size_t past = p;
		if (numeral_here(&t, from, p, out, &past)) {
			*at = out->end;
			return true;
		}
		letters_rune(&t, p, &after);
		size_t word = past_word(&t, p);
		p = past > p ? past : word > p ? word : after;
	}
	*at = length;
	return false;
}

bool numeral_equals(const struct numeral *numeral, double x)
{
	int places = numeral->magnitude - numeral->decimals;
	double scale = places ? pow(10, places) : 1;
	double slack = numeral->form == NUMERAL_SHARE ? 0 : scale / 2;
	return fabs(x - numeral->value) <= slack + 1e-9 * fmax(fabs(x), fabs(numeral->value));
}
