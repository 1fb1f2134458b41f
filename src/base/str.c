#include "base/str.h"

#include "base/arena.h"

#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct strbuf strbuf_new(struct arena *arena)
{
	return (struct strbuf){ .arena = arena, .s = arena_strdup(arena, ""), .capacity = 1 };
}

static void room(struct strbuf *b, size_t more)
{
	if (b->n + more + 1 <= b->capacity)
		return;
	size_t capacity = (b->n + more + 1) * 2;
	char *moved = arena_alloc(b->arena, capacity, 1);
	memcpy(moved, b->s, b->n + 1);
	b->s = moved;
	b->capacity = capacity;
}

void strbuf_addn(struct strbuf *b, const char *s, size_t n)
{
	room(b, n);
	memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = '\0';
}

void strbuf_add(struct strbuf *b, const char *s)
{
	strbuf_addn(b, s, strlen(s));
}

void strbuf_addf(struct strbuf *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *s = arena_vprintf(b->arena, format, args);
	va_end(args);
	strbuf_add(b, s);
}

void strbuf_add_rune(struct strbuf *b, uint32_t r)
{
	char u[4];
	size_t n;
	if (r < 0x80) {
		u[0] = (char)r;
		n = 1;
	} else if (r < 0x800) {
		u[0] = (char)(0xc0 | r >> 6);
		u[1] = (char)(0x80 | (r & 0x3f));
		n = 2;
	} else if (r < 0x10000) {
		u[0] = (char)(0xe0 | r >> 12);
		u[1] = (char)(0x80 | (r >> 6 & 0x3f));
		u[2] = (char)(0x80 | (r & 0x3f));
		n = 3;
	} else {
		u[0] = (char)(0xf0 | r >> 18);
		u[1] = (char)(0x80 | (r >> 12 & 0x3f));
		u[2] = (char)(0x80 | (r >> 6 & 0x3f));
		u[3] = (char)(0x80 | (r & 0x3f));
		n = 4;
	}
	strbuf_addn(b, u, n);
}

bool str_eq(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

uint64_t str_hash(const char *s, size_t n)
{
	uint64_t h = 0x9e3779b97f4a7c15u ^ n, word;
	for (; n >= 8; n -= 8, s += 8) {
		memcpy(&word, s, 8);
		h = (h ^ word) * 0x9fb21c651e98df25u;
		h ^= h >> 32;
	}
	word = 0;
	for (size_t i = 0; i < n; i++)
		word = word << 8 | (unsigned char)s[i];
	h = (h ^ word) * 0x9fb21c651e98df25u;
	return h ^ h >> 32;
}

bool str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);
	return n >= m && memcmp(s + n - m, suffix, m) == 0;
}

char *str_slug(struct arena *arena, const char *s)
{
	char *slug = arena_alloc(arena, strlen(s) + 2, 1), *at = slug; /* never longer than s, or "x" */
	bool gap = false;
	while (*s) {
		const char *start = s;
		uint32_t r = (unsigned char)*s < 0x80 ? (uint32_t)*s++ : utf8_next(&s);
		bool keep = r > 0x7f || isalnum((int)r) || r == '.' || r == '@';
		if (keep && gap && at > slug)
			*at++ = '-';
		gap = !keep;
		if (keep && r <= 0x7f) {
			*at++ = (char)tolower((int)r);
		} else if (keep) {
			memcpy(at, start, (size_t)(s - start));
			at += s - start;
		}
	}
	if (at == slug)
		*slug = 'x';
	return slug;
}

enum { RUNES_MAX = 128 };

static size_t runes_of(const char *s, uint32_t out[RUNES_MAX])
{
	size_t n = 0;
	for (uint32_t r; n < RUNES_MAX && (r = utf8_next(&s)); n++)
		out[n] = r <= 0x7f ? (uint32_t)tolower((int)r) : r;
	return n;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t str_distance(const char *a, const char *b, size_t limit)
{
	uint32_t x[RUNES_MAX], y[RUNES_MAX];
	size_t n = runes_of(a, x), m = runes_of(b, y);
	if ((n > m ? n - m : m - n) > limit)
		return limit + 1;
	size_t rows[3][RUNES_MAX + 1], *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= m; j++)
		above[j] = before[j] = j;
	for (size_t i = 1; i <= n; i++) {
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t cost = x[i - 1] != y[j - 1];
			row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + cost);
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				row[j] = least(row[j], before[j - 2] + 1);
		}
		size_t *spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[m] <= limit ? above[m] : limit + 1;
}

uint32_t utf8_next_long(const char **p)
{
	const unsigned char *s = (const unsigned char *)*p;
	uint32_t r = s[0];
	size_t n = 1;
	if (r == 0)
		return 0;
	if (r >= 0xf0) {
		r = (r & 7u) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
		n = 4;
	} else if (r >= 0xe0) {
		r = (r & 15u) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
		n = 3;
	} else if (r >= 0xc0) {
		r = (r & 31u) << 6 | (s[1] & 0x3fu);
		n = 2;
	}
	*p += n;
	return r;
}

size_t utf8_count(const char *s)
{
	size_t n = 0;
	while (utf8_next(&s))
		n++;
	return n;
}

static size_t rune_cells(uint32_t r)
{
	if ((r >= 0x300 && r <= 0x36f) || (r >= 0x200b && r <= 0x200f) || (r >= 0xfe00 && r <= 0xfe0f) || r == 0x20dd ||
	    r == 0xfeff)
		return 0;
	bool wide = (r >= 0x1100 && r <= 0x115f) || (r >= 0x2e80 && r <= 0xa4cf) || (r >= 0xac00 && r <= 0xd7a3) ||
	            (r >= 0xf900 && r <= 0xfaff) || (r >= 0xfe30 && r <= 0xfe6f) || (r >= 0xff00 && r <= 0xff60) ||
	            (r >= 0xffe0 && r <= 0xffe6) || (r >= 0x1f300 && r <= 0x1faff) || (r >= 0x20000 && r <= 0x3fffd);
	return wide ? 2 : 1;
}

size_t utf8_cells(const char *s)
{
	const char *start = s;
	while ((unsigned char)*s > 0 && (unsigned char)*s < 0x80)
		s++;
	size_t cells = (size_t)(s - start);
	for (uint32_t r; (r = utf8_next(&s));)
		cells += rune_cells(r);
	return cells;
}

char *str_one_line(struct arena *arena, const char *s)
{
	char *line = arena_strdup(arena, s);
	for (char *p = line; *p; p++)
		if (*p == '\n' || *p == '\t' || *p == '\r')
			*p = ' ';
	return line;
}

const char *str_clipped(struct arena *arena, const char *s, size_t most)
{
	const char *end = s;
	for (size_t n = 0; n < most && *end; n++)
		utf8_next(&end);
	return *end ? arena_printf(arena, "%.*s\u2026", (int)(end - s), s) : s;
}

/* Length of the well-formed sequence at s (n bytes left), or 0. */
static size_t sequence(const unsigned char *s, size_t n)
{
	unsigned c = s[0];
	if (c < 0x80)
		return 1;
	size_t len = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
	if (!len || len > n)
		return 0;
	for (size_t i = 1; i < len; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((c == 0xe0 && s[1] < 0xa0) || (c == 0xed && s[1] > 0x9f) || (c == 0xf0 && s[1] < 0x90) ||
	    (c == 0xf4 && s[1] > 0x8f))
		return 0;
	return len;
}

size_t utf8_bad(const char *bytes, size_t n)
{
	const unsigned char *s = (const unsigned char *)bytes;
	size_t i = 0;
	while (i < n) {
		if (s[i] < 0x80) {
			i++;
			continue;
		}
		size_t len = sequence(s + i, n - i);
		if (!len)
			return i;
		i += len;
	}
	return n;
}

bool utf8_is_noncharacter(uint32_t r)
{
	return (r >= 0xfdd0 && r <= 0xfdef) || (r & 0xfffe) == 0xfffe;
}

bool utf8_is_control(uint32_t r)
{
	return (r < 0x20 && r != '\t' && r != '\n') || (r >= 0x7f && r < 0xa0);
}

bool utf8_is_direction(uint32_t r)
{
	return r == 0x61c || r == 0x200e || r == 0x200f || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069);
}

bool utf8_is_fit(uint32_t r)
{
	if (r >= 0x20 && r < 0x7f)
		return true;
	return !utf8_is_control(r) && !utf8_is_noncharacter(r) && !utf8_is_direction(r);
}

static size_t digits(const char *s)
{
	size_t n = 0;
	while (s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

/* Up to 15 digits are a whole number of doubles, and so is the power of ten: their quotient is rounded once, as strtod
 * rounds. */
static double plain_number(const char *s, size_t digits, size_t part)
{
	static const double powers[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
		                         1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
	const char *p = s + (*s == '+' || *s == '-');
	uint64_t whole = 0;
	for (; digits; p++)
		if (*p != '.') {
			whole = 10 * whole + (uint64_t)(*p - '0');
			digits--;
		}
	double number = (double)whole / powers[part];
	return *s == '-' ? -number : number;
}

bool str_to_number(const char *s, double *number)
{
	enum { EXACT = 15 };
	const char *p = s + (*s == '+' || *s == '-');
	size_t whole = digits(p);
	p += whole;
	size_t part = 0;
	if (*p == '.') {
		part = digits(++p);
		p += part;
	}
	if (!whole && !part)
		return false;
	if (!*p && whole + part <= EXACT) {
		*number = plain_number(s, whole + part, part);
		return true;
	}
	if (*p == 'e' || *p == 'E') {
		p++;
		p += *p == '+' || *p == '-';
		size_t exponent = digits(p);
		if (!exponent)
			return false;
		p += exponent;
	}
	if (*p)
		return false;
	*number = strtod(s, NULL); /* LC_NUMERIC stays "C": nothing calls setlocale */
	return isfinite(*number);
}

bool str_overflows(const char *s)
{
	char *end;
	return *s && !s[strspn(s, "+-.0123456789eE")] && isinf(strtod(s, &end)) && !*end;
}

size_t str_words(const char *text)
{
	size_t n = 0;
	bool inside = false;
	for (; *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		n += !space && !inside;
		inside = !space;
	}
	return n;
}
