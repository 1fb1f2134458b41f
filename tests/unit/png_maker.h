/* Small PNG files of every kind, made here: eight by eight, each pixel told by a function. For tests of pictures. */
#ifndef TESTS_PNG_MAKER_H
#define TESTS_PNG_MAKER_H

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { SIDE = 8, GRAY = 0, RGB = 2, INDEXED = 3, GRAY_ALPHA = 4, RGB_ALPHA = 6 };

struct piece {
	char *data;
	size_t size;
};

struct png_kind {
	int depth, color;
	bool interlaced;
	struct piece first, second; /* chunks before the pixels; size 0: none */
};

static inline void put_u32(char *at, uint32_t n)
{
	for (int i = 0; i < 4; i++)
		at[i] = (char)(n >> (24 - 8 * i));
}

static inline struct piece chunk(struct arena *arena, const char *type, const void *data, size_t size)
{
	struct piece p = { arena_alloc(arena, size + 12, 1), size + 12 };
	put_u32(p.data, (uint32_t)size);
	memcpy(p.data + 4, type, 4);
	if (size)
		memcpy(p.data + 8, data, size);
	put_u32(p.data + 8 + size, libdeflate_crc32(0, p.data + 4, size + 4));
	return p;
}

static inline struct piece packed(struct arena *arena, const void *data, size_t size)
{
	struct libdeflate_compressor *tool = libdeflate_alloc_compressor(6);
	size_t room = libdeflate_zlib_compress_bound(tool, size);
	struct piece p = { arena_alloc(arena, room, 1), 0 };
	p.size = libdeflate_zlib_compress(tool, data, size, p.data, room);
	libdeflate_free_compressor(tool);
	return p;
}

/* The bytes of a pixel: columns 0 to 3 are red (or index 1, or dark), the others blue (index 2, or light). Where there
 * is alpha, the lower half is transparent. */
static inline size_t put_pixel(const struct png_kind *k, int x, int y, unsigned char *to)
{
	static const unsigned char red[] = { 200, 0, 0 }, blue[] = { 0, 0, 180 };
	int wide = k->depth == 16 ? 2 : 1;
	size_t n = 0;
	if (k->color == INDEXED) {
		to[0] = x < SIDE / 2 ? 1 : 2;
		return 1;
	}
	for (int c = 0; c < (k->color & 2 ? 3 : 1); c++)
		for (int i = 0; i < wide; i++)
			to[n++] = k->color & 2 ? (x < SIDE / 2 ? red[c] : blue[c]) : (x < SIDE / 2 ? 40 : 220);
	for (int i = 0; i < wide && k->color & 4; i++)
		to[n++] = y < SIDE / 2 ? 255 : 0;
	return n;
}

static inline size_t put_rows(const struct png_kind *k, int x0, int y0, int dx, int dy, unsigned char *to)
{
	size_t n = 0;
	for (int y = y0; y < SIDE; y += dy) {
		to[n++] = 0;
		for (int x = x0; x < SIDE; x += dx)
			n += put_pixel(k, x, y, to + n);
	}
	return n;
}

static inline struct bytes png_of(struct arena *arena, const struct png_kind *k)
{
	static const int passes[7][4] = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 },
		                          { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };
	unsigned char raw[4096];
	char head[13] = { 0 };
	size_t n = 0;
	for (int i = 0; i < 7 && k->interlaced; i++)
		n += put_rows(k, passes[i][0], passes[i][1], passes[i][2], passes[i][3], raw + n);
	if (!k->interlaced)
		n = put_rows(k, 0, 0, 1, 1, raw);
	put_u32(head, SIDE);
	put_u32(head + 4, SIDE);
	head[8] = (char)k->depth;
	head[9] = (char)k->color;
	head[12] = k->interlaced;
	struct piece body = packed(arena, raw, n);
	struct piece parts[] = { chunk(arena, "IHDR", head, 13), k->first, k->second,
		                 chunk(arena, "IDAT", body.data, body.size), chunk(arena, "IEND", NULL, 0) };
	struct strbuf b = strbuf_new(arena);
	strbuf_addn(&b, "\x89PNG\r\n\x1a\n", 8);
	for (size_t i = 0; i < 5; i++)
		if (parts[i].size)
			strbuf_addn(&b, parts[i].data, parts[i].size);
	return (struct bytes){ .data = b.s, .size = b.n };
}

/* A chunk iCCP with the beginning of a profile of this colour space, and a word of its description. */
static inline struct piece profile(struct arena *arena, const char *space, const char *said)
{
	char raw[160] = { 0 }, data[512] = "icc";
	memcpy(raw + 16, space, 4);
	memcpy(raw + 140, said, strlen(said));
	put_u32(raw, sizeof raw);
	struct piece body = packed(arena, raw, sizeof raw);
	memcpy(data + 5, body.data, body.size);
	return chunk(arena, "iCCP", data, 5 + body.size);
}

#endif
