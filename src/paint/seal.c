#include "paint/seal.h"

#include "base/hash.h"

#include <string.h>

#define MARK "benchbrief-seal:sha256:"
#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000"

enum { MARK_SIZE = sizeof MARK - 1, DIGITS = sizeof ZEROS - 1, TAIL_MAX = 8 };

const char seal_blank[] = MARK ZEROS;

/* Where the digits of the last seal stand; size if there is none. */
static size_t digits_at(const char *file, size_t size, size_t tail)
{
	for (size_t i = size >= MARK_SIZE + DIGITS + tail ? size - MARK_SIZE - DIGITS - tail + 1 : 0; i-- > 0;)
		if (memcmp(file + i, MARK, MARK_SIZE) == 0)
			return i + MARK_SIZE;
	return size;
}

static void hash_around(const char *file, size_t size, size_t digits, size_t tail, char hex[65])
{
	static const char nothing[TAIL_MAX];
	struct hash hash;
	hash_init(&hash);
	hash_add(&hash, file, digits);
	hash_add(&hash, ZEROS, DIGITS);
	hash_add(&hash, nothing, tail);
	hash_add(&hash, file + digits + DIGITS + tail, size - digits - DIGITS - tail);
	hash_finish(&hash, hex);
}

void seal_close(void *bytes, size_t size, size_t tail)
{
	char *file = bytes, hex[65];
	size_t digits = digits_at(file, size, tail);
	if (digits == size)
		return;
	hash_around(file, size, digits, tail, hex);
	memcpy(file + digits, hex, DIGITS);
}

enum paint_seal seal_check(struct bytes file, size_t tail)
{
	char hex[65];
	size_t digits = digits_at(file.data, file.size, tail);
	if (digits == file.size)
		return PAINT_UNSEALED;
	hash_around(file.data, file.size, digits, tail, hex);
	return memcmp(file.data + digits, hex, DIGITS) == 0 ? PAINT_WHOLE : PAINT_ALTERED;
}
