/* A text by runes: what is a digit, what a letter, and where a word ends. */
#include "words/letters.h"

#include "base/str.h"

#include <string.h>

uint32_t letters_rune(const struct letters *t, size_t at, size_t *after)
{
	const char *p = t->s + at;
	*after = at;
	if (at >= t->n)
		return 0;
	uint32_t rune = utf8_next(&p);
	*after = (size_t)(p - t->s);
	return rune;
}

uint32_t letters_rune_before(const struct letters *t, size_t at, size_t *start)
{
	size_t after;
	*start = at;
	if (at == 0)
		return 0;
	do
		--*start;
	while (*start && ((unsigned char)t->s[*start] & 0xc0) == 0x80);
	return letters_rune(t, *start, &after);
}

/* The zeros of the scripts whose ten digits follow each other (general category Nd of Unicode 15). */
static const uint32_t zeros[] = {
	0x30,    0x660,   0x6f0,   0x7c0,   0x966,   0x9e6,   0xa66,   0xae6,   0xb66,   0xbe6,   0xc66,   0xce6,
	0xd66,   0xde6,   0xe50,   0xed0,   0xf20,   0x1040,  0x1090,  0x17e0,  0x1810,  0x1946,  0x19d0,  0x1a80,
	0x1a90,  0x1b50,  0x1bb0,  0x1c40,  0x1c50,  0xa620,  0xa8d0,  0xa900,  0xa9d0,  0xa9f0,  0xaa50,  0xabf0,
	0xff10,  0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
	0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8,
	0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950, 0x1fbf0,
};

int letters_digit(uint32_t rune)
{
	if (rune < 0x80)
		return rune >= '0' && rune <= '9' ? (int)(rune - '0') : -1;
	for (size_t i = 1; i < sizeof zeros / sizeof *zeros; i++)
		if (rune >= zeros[i] && rune < zeros[i] + 10)
			return (int)(rune - zeros[i]);
	return -1;
}

/* Punctuation, spaces and symbols above ASCII: neither letters nor digits. */
static bool is_mark(uint32_t rune)
{
	return (rune >= 0x80 && rune <= 0xbf && rune != 0xaa && rune != 0xb5 && rune != 0xba) || rune == 0xd7 ||
	       rune == 0xf7 || rune == 0x60c || rune == 0x61b || rune == 0x61c || (rune >= 0x66a && rune <= 0x66d) ||
	       (rune >= 0x2000 && rune <= 0x2bff) || (rune >= 0x2e00 && rune <= 0x2e7f) ||
	       (rune >= 0x3000 && rune <= 0x3004) || (rune >= 0x3008 && rune <= 0x3020) ||
	       (rune >= 0xfe10 && rune <= 0xfe6f) || (rune >= 0xff01 && rune <= 0xff0f) ||
	       (rune >= 0xff1a && rune <= 0xff20) || (rune >= 0xff3b && rune <= 0xff40) ||
	       (rune >= 0xff5b && rune <= 0xff65) || rune == 0xfeff;
}

bool letters_in_word(uint32_t rune)
{
	if (rune < 0x80)
		return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= '0' && rune <= '9');
	return !is_mark(rune);
}

bool letters_at_edge(const struct letters *t, size_t at)
{
	size_t other;
	return !letters_in_word(letters_rune(t, at, &other)) || !letters_in_word(letters_rune_before(t, at, &other));
}

/* In lower case, for the letters that number words have. */
static uint32_t lower(uint32_t rune)
{
	bool upper = (rune >= 'A' && rune <= 'Z') || (rune >= 0xc0 && rune <= 0xde && rune != 0xd7);
	return upper ? rune + 0x20 : rune;
}

size_t letters_literal(const struct letters *t, size_t at, const char *literal)
{
	size_t end = at, after;
	if (at < t->n && (unsigned char)(t->s[at] | *literal) < 0x80 && ((t->s[at] ^ *literal) & ~0x20))
		return at; /* as it is nearly always */
	while (*literal) {
		uint32_t had = letters_rune(t, end, &after);
		if (after == end || lower(had) != lower(utf8_next(&literal)))
			return at;
		end = after;
	}
	return end;
}

static bool is_space(uint32_t rune)
{
	return rune == ' ' || rune == '\t' || rune == '\n' || rune == 0xa0 || (rune >= 0x2000 && rune <= 0x200a) ||
	       rune == 0x202f || rune == 0x205f || rune == 0x3000;
}

size_t letters_spaces(const struct letters *t, size_t at)
{
	size_t after;
	while (is_space(letters_rune(t, at, &after)))
		at = after;
	return at;
}

size_t letters_joint(const struct letters *t, size_t at)
{
	size_t after, spaces = letters_spaces(t, at);
	uint32_t rune = letters_rune(t, at, &after);
	return spaces > at ? spaces : rune == '-' || rune == 0x2010 || rune == 0x2011 ? after : at;
}

bool letters_follow(const struct letters *t, size_t at, const char *const *words)
{
	size_t start, end = at;
	while (is_space(letters_rune_before(t, end, &start)))
		end = start;
	for (const char *const *word = words; word && *word; word++) {
		size_t n = strlen(*word);
		if (n <= end && letters_literal(t, end - n, *word) == end && letters_at_edge(t, end - n))
			return true;
	}
	return false;
}
