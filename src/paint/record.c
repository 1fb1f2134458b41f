#include "paint/record.h"

#include "base/arena.h"
#include "paint/paint.h"

#include <libdeflate.h>

const char record_keyword[] = "benchbrief-record";
const char paint_record_name[] = "record.json";

struct bytes record_unpack(struct arena *arena, struct bytes packed, size_t limit)
{
	enum { USUAL_RATIO = 8, LEAST_ROOM = 1024 };
	struct libdeflate_decompressor *inflate = libdeflate_alloc_decompressor();
	if (!inflate)
		arena_exhausted(arena);
	struct bytes text = { .data = NULL, .size = 0 };
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	for (size_t room = packed.size * USUAL_RATIO + LEAST_ROOM;
	     result == LIBDEFLATE_INSUFFICIENT_SPACE && room / 2 < limit; room *= 2) {
		char *to = arena_alloc(arena, room + 1, 1);
		size_t n = 0;
		result = libdeflate_zlib_decompress(inflate, packed.data, packed.size, to, room, &n);
		if (result == LIBDEFLATE_SUCCESS && n <= limit)
			text = (struct bytes){ .data = to, .size = n };
	}
	libdeflate_free_decompressor(inflate);
	return text;
}
