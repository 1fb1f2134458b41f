#include "paint/base64.h"

#include "base/arena.h"

#include <string.h>

enum { GROUP_BYTES = 3, GROUP_LETTERS = 4, LETTER_BITS = 6, BYTE_BITS = 8 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void base64_add(struct strbuf *out, const void *bytes, size_t n)
{
	const unsigned char *data = bytes;
	for (size_t i = 0; i < n; i += GROUP_BYTES) {
		unsigned left = (unsigned)(n - i < GROUP_BYTES ? n - i : GROUP_BYTES), v = (unsigned)data[i] << 16;
		if (left > 1)
			v |= (unsigned)data[i + 1] << BYTE_BITS;
		if (left > 2)
			v |= data[i + 2];
		char four[GROUP_LETTERS] = { letters[v >> 18], letters[v >> 12 & 63],
			                     left > 1 ? letters[v >> LETTER_BITS & 63] : '=',
			                     left > 2 ? letters[v & 63] : '=' };
		strbuf_addn(out, four, GROUP_LETTERS);
	}
}

/* Of one letter; -1 if it is none. */
static int value_of(char letter)
{
	const char *at = letter ? strchr(letters, letter) : NULL;
	return at ? (int)(at - letters) : -1;
}

bool base64_read(struct arena *arena, const char *text, size_t n, struct bytes *out)
{
	size_t pad = 0, used = 0;
	if (n % GROUP_LETTERS)
		return false;
	while (pad < 2 && pad < n && text[n - 1 - pad] == '=')
		pad++;
	char *data = arena_alloc(arena, n / GROUP_LETTERS * GROUP_BYTES + 1, 1);
	unsigned bits = 0, held = 0;
	for (size_t i = 0; i < n - pad; i++) {
		int value = value_of(text[i]);
		if (value < 0)
			return false;
		bits = bits << LETTER_BITS | (unsigned)value;
		held += LETTER_BITS;
		if (held >= BYTE_BITS) {
			held -= BYTE_BITS;
			data[used++] = (char)(bits >> held & 255);
		}
	}
	*out = (struct bytes){ .data = data, .size = used };
	return true;
}
