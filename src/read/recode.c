#include "read/recode.h"

#include "base/arena.h"
#include "base/str.h"

#include <libdeflate.h>

#include <stdlib.h>
#include <string.h>

/* ---- gzip ---- */

static bool is_packed(struct bytes b)
{
	return b.size > 18 && (unsigned char)b.data[0] == 0x1f && (unsigned char)b.data[1] == 0x8b;
}

/* What the last member says of its size, which may be a lie. */
static size_t size_told(struct bytes b)
{
	const unsigned char *p = (const unsigned char *)b.data + b.size - 4;
	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

/* All members into room bytes. */
static enum libdeflate_result unpack_into(struct libdeflate_decompressor *d, struct bytes in, char *out, size_t room,
                                          size_t *used)
{
	*used = 0;
	for (size_t at = 0; at < in.size;) {
		size_t taken, made;
		enum libdeflate_result result = libdeflate_gzip_decompress_ex(d, in.data + at, in.size - at,
		                                                              out + *used, room - *used, &taken, &made);
		if (result != LIBDEFLATE_SUCCESS)
			return result;
		at += taken;
		*used += made;
	}
	return LIBDEFLATE_SUCCESS;
}

static bool unpack(struct arena *arena, const char *name, struct bytes *bytes, struct diags *diags)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	if (!d)
		arena_exhausted(arena);
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t room = size_told(*bytes), used = 0;
	if (room < bytes->size || room > READ_BYTES_MAX)
		room = bytes->size;
	while (result == LIBDEFLATE_INSUFFICIENT_SPACE && room <= READ_BYTES_MAX) {
		struct arena *own = arena_new_below(arena);
		char *out = arena_alloc(own, room + 1, 1);
		result = unpack_into(d, *bytes, out, room, &used);
		if (result == LIBDEFLATE_SUCCESS) {
			*bytes = (struct bytes){ .data = out, .size = used };
			break;
		}
		arena_free(own);
		room = room * 4 > READ_BYTES_MAX && room < READ_BYTES_MAX ? READ_BYTES_MAX : room * 4;
	}
	libdeflate_free_decompressor(d);
	if (result == LIBDEFLATE_SUCCESS)
		return true;
	if (result == LIBDEFLATE_INSUFFICIENT_SPACE)
		diag_add(diags, DIAG_ERROR, place_file(name), "split it into several files",
		         "holds more than %d MB, the most that is read", READ_BYTES_MAX >> 20);
	else
		diag_add(diags, DIAG_ERROR, place_file(name), "pack it again", "is damaged: it cannot be unpacked");
	return false;
}

/* ---- UTF-16 ---- */

enum order { NOT_WIDE, LITTLE, BIG };

/* By the mark, or by a zero beside each of the first four letters. */
static enum order order_of(struct bytes b, size_t *mark)
{
	const unsigned char *p = (const unsigned char *)b.data;
	*mark = 2;
	if (b.size >= 2 && p[0] == 0xff && p[1] == 0xfe)
		return LITTLE;
	if (b.size >= 2 && p[0] == 0xfe && p[1] == 0xff)
		return BIG;
	*mark = 0;
	bool little = b.size >= 8, big = little;
	for (size_t i = 0; i < 8 && b.size >= 8; i += 2) {
		little = little && p[i] && !p[i + 1];
		big = big && !p[i] && p[i + 1];
	}
	return little ? LITTLE : big ? BIG : NOT_WIDE;
}

static uint32_t unit_at_byte(struct bytes b, size_t at, enum order order)
{
	const unsigned char *p = (const unsigned char *)b.data + at;
	return order == BIG ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

static size_t put_rune(char *out, uint32_t rune)
{
	if (rune < 0x80) {
		out[0] = (char)rune;
		return 1;
	}
	size_t n = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
	static const unsigned char first[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	for (size_t i = n - 1; i; i--, rune >>= 6)
		out[i] = (char)(0x80 | (rune & 0x3f));
	out[0] = (char)(first[n] | rune);
	return n;
}

static bool from_wide(struct arena *arena, const char *name, struct bytes *bytes, enum order order, size_t mark,
                      struct diags *diags)
{
	char *out = arena_alloc(arena, bytes->size / 2 * 3 + 1, 1);
	size_t n = 0;
	bool ok = bytes->size % 2 == 0;
	for (size_t at = mark; ok && at + 1 < bytes->size; at += 2) {
		uint32_t rune = unit_at_byte(*bytes, at, order);
		if (rune >= 0xd800 && rune < 0xdc00 && at + 3 < bytes->size) {
			uint32_t low = unit_at_byte(*bytes, at + 2, order);
			ok = low >= 0xdc00 && low < 0xe000;
			rune = 0x10000 + ((rune - 0xd800) << 10) + (low - 0xdc00);
			at += 2;
		} else if (rune >= 0xd800 && rune < 0xe000) {
			ok = false;
		}
		n += ok ? put_rune(out + n, rune) : 0;
	}
	if (!ok)
		diag_add(diags, DIAG_ERROR, place_file(name), "save the file as UTF-8", "is UTF-16 and damaged");
	*bytes = (struct bytes){ .data = out, .size = n };
	return ok;
}

/* ---- Windows-1252 ---- */

/* What the bytes from 0x80 to 0x9f mean; 0: nothing. */
static const uint16_t upper[32] = { 0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	                            0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
	                            0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	                            0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178 };

/* True if it may be Windows-1252: no UTF-8 among the bytes above ASCII, and none that means nothing. */
static bool is_western(struct bytes b)
{
	for (size_t i = 0; i < b.size; i++) {
		unsigned char c = (unsigned char)b.data[i], next = i + 1 < b.size ? (unsigned char)b.data[i + 1] : 0;
		if (c >= 0xc2 && c < 0xf5 && (next & 0xc0) == 0x80)
			return false;
		if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x80 && c < 0xa0 && !upper[c - 0x80]))
			return false;
	}
	return true;
}

static void from_western(struct arena *arena, const char *name, struct bytes *bytes, struct diags *diags)
{
	char *out = arena_alloc(arena, bytes->size * 3 + 1, 1);
	size_t n = 0;
	for (size_t i = 0; i < bytes->size; i++) {
		unsigned char c = (unsigned char)bytes->data[i];
		n += put_rune(out + n, c >= 0x80 && c < 0xa0 ? upper[c - 0x80] : c);
	}
	*bytes = (struct bytes){ .data = out, .size = n };
	diag_add(diags, DIAG_NOTE, place_file(name), "save the file as UTF-8 if a letter is wrong",
	         "is not UTF-8 and is taken as Windows-1252");
}

bool recode(struct arena *arena, const char **name, struct bytes *bytes, struct diags *diags)
{
	const char *path = *name;
	size_t mark;
	if (is_packed(*bytes)) {
		if (!unpack(arena, path, bytes, diags))
			return false;
		if (str_ends(path, ".gz"))
			*name = arena_strndup(arena, path, strlen(path) - strlen(".gz"));
	}
	enum order order = order_of(*bytes, &mark);
	if (order != NOT_WIDE)
		return from_wide(arena, path, bytes, order, mark, diags);
	enum read_format format = read_format_of(*name, bytes->data, bytes->size);
	if ((format == READ_CSV || format == READ_TSV) && read_bad(*bytes) < bytes->size && is_western(*bytes))
		from_western(arena, path, bytes, diags);
	return true;
}
