#include "words/direction.h"

#include "base/str.h"
#include "words/language.h"

#include <string.h>

enum { WORD_BYTES = 64 }; /* longer words are cut: no listed one is as long */

/* Latin letters of Latin-1 and the alphabets above; digits and signs part words, as in "p95_latency". */
static bool is_letter(uint32_t rune)
{
	return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
	       (rune >= 0xc0 && rune != 0xd7 && rune != 0xf7 && (rune < 0x2000 || rune > 0x206f));
}

static bool is_capital(uint32_t rune)
{
	return (rune >= 'A' && rune <= 'Z') || (rune >= 0xc0 && rune <= 0xde && rune != 0xd7);
}

/* A letter of any case as a small one, in ASCII and Latin-1, appended to a word that has room. */
static size_t add_letter(char *word, size_t n, uint32_t rune, const char *at, const char *end)
{
	size_t bytes = (size_t)(end - at);
	if (n + bytes >= WORD_BYTES)
		return n;
	memcpy(word + n, at, bytes);
	if (is_capital(rune))
		word[n + bytes - 1] = (char)(word[n + bytes - 1] + ('a' - 'A')); /* the last byte in both cases */
	return n + bytes;
}

/* The next word of the name, in small letters; *at moves behind it. A capital after a small letter starts a new one:
 * "timeToAnswer" is three. False at the end. */
static bool next_word(const char **at, char word[WORD_BYTES])
{
	size_t n = 0;
	bool small = false;
	for (const char *end = *at; **at; *at = end) {
		uint32_t rune = utf8_next(&end);
		if ((!is_letter(rune) || (small && is_capital(rune))) && n)
			break;
		if (is_letter(rune))
			n = add_letter(word, n, rune, *at, end);
		small = is_letter(rune) && !is_capital(rune) && rune != 0xdf; /* ß stands among capitals too */
	}
	word[n] = '\0';
	return n > 0;
}

/* A star at either end of a listed word of m bytes stands for any letters. */
static bool matches(const char *word, const char *listed, size_t m)
{
	size_t n = strlen(word);
	bool open = listed[0] == '*', on = listed[m - 1] == '*';
	listed += open;
	m -= open + on;
	if (n < m)
		return false;
	if (!open)
		return memcmp(word, listed, m) == 0 && (on || n == m);
	for (size_t i = on ? 0 : n - m; i + m <= n; i++)
		if (memcmp(word + i, listed, m) == 0)
			return true;
	return false;
}

static bool is_listed(const char *word, enum direction direction)
{
	const struct language *l;
	for (size_t i = 0; (l = language_at(i)); i++) {
		const char *listed = direction == DIRECTION_HIGHER ? l->better_lower : l->better_higher;
		for (size_t n; *listed; listed += n + (listed[n] == ' ')) {
			n = strcspn(listed, " ");
			if (matches(word, listed, n))
				return true;
		}
	}
	return false;
}

bool words_against(const char *name, enum direction direction)
{
	char word[WORD_BYTES];
	while (direction != DIRECTION_UNKNOWN && next_word(&name, word))
		if (is_listed(word, direction))
			return true;
	return false;
}
