#include "paint/png_profile.h"

#include "paint/outcome.h"

#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNATURE = 8, AROUND = 12 }; /* bytes; around what a chunk holds */

static uint32_t u32(const char *bytes)
{
	const unsigned char *p = (const unsigned char *)bytes;
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool mentions(const char *bytes, size_t size, const char *words, size_t n)
{
	for (size_t i = 0; i + n <= size; i++)
		if (memcmp(bytes + i, words, n) == 0)
			return true;
	return false;
}

/* Its description names sRGB, in ASCII or, from version 4 on, in UTF-16. */
static bool is_srgb(const char *profile, size_t size)
{
	enum { SPACE_AT = 16 };
	static const char plain[] = "sRGB", wide[] = "\0s\0R\0G\0B";
	return size > SPACE_AT + 4 && memcmp(profile + SPACE_AT, "RGB ", 4) == 0 &&
	       (mentions(profile, size, plain, strlen(plain)) || mentions(profile, size, wide, sizeof wide - 1));
}

/* A chunk iCCP: a name, NUL, 0, the profile compressed. What cannot be read is not known to be sRGB. */
static bool is_srgb_chunk(const char *data, size_t size)
{
	enum { PROFILE_MAX = 1 << 22 };
	const char *end = memchr(data, '\0', size);
	size_t head = end ? (size_t)(end - data) + 2 : size, got = 0;
	if (head >= size)
		return false;
	struct libdeflate_decompressor *tool = libdeflate_alloc_decompressor();
	char *profile = malloc(PROFILE_MAX);
	bool ok = tool && profile &&
	          libdeflate_zlib_decompress(tool, data + head, size - head, profile, PROFILE_MAX, &got) ==
	                  LIBDEFLATE_SUCCESS &&
	          is_srgb(profile, got);
	free(profile);
	if (tool)
		libdeflate_free_decompressor(tool);
	return ok;
}

bool png_fits(struct bytes file)
{
	for (size_t at = SIGNATURE; at + AROUND <= file.size;) {
		const char *chunk = file.data + at;
		size_t size = u32(chunk);
		if (size > file.size - at - AROUND)
			return false;
		if (memcmp(chunk + 4, "IEND", 4) == 0)
			return true;
		at += size + AROUND;
	}
	return false;
}

unsigned png_remarks(struct bytes file)
{
	unsigned remarks = 0;
	for (size_t at = SIGNATURE; at + AROUND <= file.size;) {
		const char *chunk = file.data + at;
		size_t size = u32(chunk);
		if (size > file.size - at - AROUND || memcmp(chunk + 4, "IDAT", 4) == 0)
			break;
		if (memcmp(chunk + 4, "acTL", 4) == 0)
			remarks |= PICTURE_MOVES;
		if (memcmp(chunk + 4, "iCCP", 4) == 0 && !is_srgb_chunk(chunk + 8, size))
			remarks |= PICTURE_PROFILED;
		at += size + AROUND;
	}
	return remarks;
}
