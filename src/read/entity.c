#include "read/entity.h"

#include "base/str.h"

#include <stdbool.h>
#include <string.h>

struct name {
	const char *name;
	uint32_t rune;
};

static const struct name names[] = {
	{ "amp", '&' },       { "lt", '<' },        { "gt", '>' },       { "quot", '"' },     { "apos", '\'' },
	{ "nbsp", 0xa0 },     { "thinsp", 0x2009 }, { "ensp", 0x2002 },  { "emsp", 0x2003 },  { "minus", 0x2212 },
	{ "plusmn", 0xb1 },   { "times", 0xd7 },    { "divide", 0xf7 },  { "ndash", 0x2013 }, { "mdash", 0x2014 },
	{ "hellip", 0x2026 }, { "deg", 0xb0 },      { "euro", 0x20ac },  { "pound", 0xa3 },   { "yen", 0xa5 },
	{ "cent", 0xa2 },     { "micro", 0xb5 },    { "middot", 0xb7 },  { "bull", 0x2022 },  { "dagger", 0x2020 },
	{ "Dagger", 0x2021 }, { "sup1", 0xb9 },     { "sup2", 0xb2 },    { "sup3", 0xb3 },    { "frac12", 0xbd },
	{ "le", 0x2264 },     { "ge", 0x2265 },     { "asymp", 0x2248 }, { "ne", 0x2260 },    { "infin", 0x221e },
	{ "larr", 0x2190 },   { "uarr", 0x2191 },   { "rarr", 0x2192 },  { "darr", 0x2193 },  { "check", 0x2713 },
	{ "cross", 0x2717 },  { "star", 0x2606 },   { "copy", 0xa9 },    { "reg", 0xae },     { "trade", 0x2122 },
	{ "sect", 0xa7 },     { "para", 0xb6 },     { "laquo", 0xab },   { "raquo", 0xbb },   { "lsquo", 0x2018 },
	{ "rsquo", 0x2019 },  { "ldquo", 0x201c },  { "rdquo", 0x201d }, { "auml", 0xe4 },    { "ouml", 0xf6 },
	{ "uuml", 0xfc },     { "Auml", 0xc4 },     { "Ouml", 0xd6 },    { "Uuml", 0xdc },    { "szlig", 0xdf },
	{ "eacute", 0xe9 },   { "egrave", 0xe8 },   { "agrave", 0xe0 },  { "ccedil", 0xe7 },  { "ntilde", 0xf1 },
	{ "alpha", 0x3b1 },   { "beta", 0x3b2 },    { "gamma", 0x3b3 },  { "delta", 0x3b4 },  { "Delta", 0x394 },
	{ "lambda", 0x3bb },  { "mu", 0x3bc },      { "sigma", 0x3c3 },  { "tau", 0x3c4 },    { "lbrack", '[' },
	{ "rbrack", ']' },    { "vert", '|' },      { "lowbar", '_' },   { "ast", '*' },      { "percnt", '%' },
	{ "num", '#' },       { "dollar", '$' },    { "plus", '+' },     { "zwj", 0x200d },   { "shy", 0xad },
};

static int digit_of(char c, int base)
{
	int digit = c >= '0' && c <= '9'                     ? c - '0'
	            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
	                                                     : 99;
	return digit < base ? digit : -1;
}

/* "#8722;" at p. */
static uint32_t numbered(const char *p, size_t left, size_t *length)
{
	uint32_t rune = 0;
	int base = left > 1 && (p[1] | 0x20) == 'x' ? 16 : 10;
	size_t i = base == 16 ? 2 : 1, first = i;
	for (; i < left && digit_of(p[i], base) >= 0 && rune <= 0x10ffff; i++)
		rune = rune * (uint32_t)base + (uint32_t)digit_of(p[i], base);
	if (i == first || i >= left || p[i] != ';' || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff))
		return 0;
	*length = i + 2;
	return rune;
}

uint32_t entity_at(const char *p, size_t left, size_t *length)
{
	if (left < 4 || *p != '&')
		return 0;
	if (p[1] == '#')
		return numbered(p + 1, left - 1, length);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i].name);
		if (n + 2 <= left && p[n + 1] == ';' && memcmp(p + 1, names[i].name, n) == 0) {
			*length = n + 2;
			return names[i].rune;
		}
	}
	return 0;
}

void entity_add(struct strbuf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t plain = 0, length;
		uint32_t rune = entity_at(s + i, n - i, &length);
		if (rune) {
			strbuf_add_rune(b, rune);
			i += length;
			continue;
		}
		for (plain = 1; i + plain < n && s[i + plain] != '&';)
			plain++;
		strbuf_addn(b, s + i, plain);
		i += plain;
	}
}

void entity_add_raised(struct strbuf *b, const char *s, size_t n)
{
	static const uint32_t raised[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };
	for (size_t i = 0; i < n; i++)
		if (s[i] >= '0' && s[i] <= '9')
			strbuf_add_rune(b, raised[s[i] - '0']);
		else
			strbuf_addn(b, s + i, 1);
}

void entity_add_lowered(struct strbuf *b, const char *s, size_t n)
{
	bool digits = strspn(s, "0123456789") >= n; /* else it may be a deviation, "±0.3" */
	for (size_t i = 0; i < n; i++)
		if (digits)
			strbuf_add_rune(b, 0x2080 + (uint32_t)(s[i] - '0'));
		else
			strbuf_addn(b, s + i, 1);
}
