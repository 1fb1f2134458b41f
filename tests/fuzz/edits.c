#include "edits.h"

#include "base/arena.h"

#include <string.h>

enum { EDIT_BYTES = 6, EDITS_MAX = 64, LONGEST_INSERT = 256 };

enum edit { EDIT_SET, EDIT_FLIP, EDIT_INSERT, EDIT_REMOVE, EDIT_CUT, EDIT_REPEAT, EDITS };

struct bytes edits_apply(struct arena *arena, struct bytes original, const uint8_t *data, size_t size)
{
	size_t n = original.size;
	char *out = arena_alloc(arena, n + (size_t)EDITS_MAX * LONGEST_INSERT + 1, 1);
	memcpy(out, original.data, n);
	for (size_t i = 0; i < EDITS_MAX && size >= EDIT_BYTES && n; i++, data += EDIT_BYTES, size -= EDIT_BYTES) {
		size_t at = ((size_t)data[0] << 16 | (size_t)data[1] << 8 | data[2]) % n, length = data[5];
		size_t rest = n - at;
		switch ((enum edit)(data[3] % EDITS)) {
		case EDIT_SET:
			out[at] = (char)data[4];
			break;
		case EDIT_FLIP:
			out[at] = (char)(out[at] ^ data[4]);
			break;
		case EDIT_INSERT:
			memmove(out + at + length, out + at, rest);
			memset(out + at, data[4], length);
			n += length;
			break;
		case EDIT_REMOVE:
			length = length < rest ? length : rest;
			memmove(out + at, out + at + length, rest - length);
			n -= length;
			break;
		case EDIT_CUT:
			n = at;
			break;
		case EDIT_REPEAT:
			length = length < rest ? length : rest;
			memmove(out + at + length, out + at, rest);
			n += length;
			break;
		case EDITS:
			break;
		}
	}
	return (struct bytes){ .data = out, .size = n };
}
