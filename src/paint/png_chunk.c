#include "paint/png_chunk.h"

#include "base/arena.h"
#include "paint/record.h"
#include "paint/seal.h"

#include <libdeflate.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char signature[8] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

enum { CHUNK_HEAD = 8, CHUNK_FRAME = 12 /* length, type, checksum */, CHECKSUM = 4 };

static const char seal_keyword[] = "Seal";

/* ---- chunks ---- */

void png_big_endian(unsigned char *p, uint32_t v)
{
	p[0] = (unsigned char)(v >> 24);
	p[1] = (unsigned char)(v >> 16);
	p[2] = (unsigned char)(v >> 8);
	p[3] = (unsigned char)v;
}

static void need(struct png_out *out, size_t more)
{
	if (out->n + more <= out->room)
		return;
	size_t room = (out->n + more) * 2;
	unsigned char *moved = realloc(out->bytes, room);
	if (!moved)
		arena_exhausted(out->arena);
	out->bytes = moved;
	out->room = room;
}

void png_out_finish(struct png_out *out)
{
	free(out->bytes);
}

unsigned char *png_chunk_open(struct png_out *out, const char *type, size_t size)
{
	need(out, size + CHUNK_FRAME);
	memcpy(out->bytes + out->n + 4, type, 4);
	return out->bytes + out->n + CHUNK_HEAD;
}

void png_chunk_close(struct png_out *out, size_t size)
{
	unsigned char *chunk = out->bytes + out->n;
	png_big_endian(chunk, (uint32_t)size);
	png_big_endian(chunk + CHUNK_HEAD + size, libdeflate_crc32(0, chunk + 4, size + 4));
	out->n += size + CHUNK_FRAME;
}

/* ---- texts ---- */

enum { LEVEL = 6 };

/* Compressed; the end of the keyword, then: compressed, by zlib, no language, no translated keyword. */
static void put_record(struct png_out *out, const char *text)
{
	size_t keyword = strlen(record_keyword), size = strlen(text);
	struct libdeflate_compressor *deflate = libdeflate_alloc_compressor(LEVEL);
	if (!deflate)
		arena_exhausted(out->arena);
	size_t room = libdeflate_zlib_compress_bound(deflate, size);
	unsigned char *d = png_chunk_open(out, "iTXt", keyword + 5 + room);
	memcpy(d, record_keyword, keyword);
	memcpy(d + keyword, (unsigned char[5]){ 0, 1, 0, 0, 0 }, 5);
	size_t packed = libdeflate_zlib_compress(deflate, text, size, d + keyword + 5, room);
	png_chunk_close(out, keyword + 5 + packed);
	libdeflate_free_compressor(deflate);
}

static void put_text(struct png_out *out, const struct png_text *t)
{
	size_t keyword = strlen(t->keyword), size = strlen(t->text);
	unsigned char *d = png_chunk_open(out, "iTXt", keyword + size + 5);
	memcpy(d, t->keyword, keyword);
	memset(d + keyword, 0, 5);
	memcpy(d + keyword + 5, t->text, size);
	png_chunk_close(out, keyword + size + 5);
}

/* ---- the file ---- */

void png_out_begin(struct png_out *out, const struct png_picture *p, bool indexed)
{
	out->n = 0;
	need(out, sizeof signature);
	memcpy(out->bytes, signature, sizeof signature);
	out->n = sizeof signature;
	unsigned char *d = png_chunk_open(out, "IHDR", 13);
	png_big_endian(d, p->width);
	png_big_endian(d + 4, p->height);
	memcpy(d + 8, (unsigned char[5]){ 8, indexed ? 3 : p->translucent ? 6 : 2, 0, 0, 0 }, 5);
	png_chunk_close(out, 13);
	*png_chunk_open(out, "sRGB", 1) = 0;
	png_chunk_close(out, 1);
	if (p->pixels_per_metre > 0) {
		uint32_t resolution = (uint32_t)lround(p->pixels_per_metre);
		d = png_chunk_open(out, "pHYs", 9);
		png_big_endian(d, resolution);
		png_big_endian(d + 4, resolution);
		d[8] = 1;
		png_chunk_close(out, 9);
	}
	for (size_t i = 0; i < p->n_texts; i++)
		if (p->texts[i].text)
			put_text(out, &p->texts[i]);
	if (p->record)
		put_record(out, p->record);
}

struct bytes png_out_end(struct png_out *out, bool sealed)
{
	size_t chunk = out->n;
	if (sealed)
		put_text(out, &(struct png_text){ .keyword = seal_keyword, .text = seal_blank });
	size_t size = out->n - chunk - CHUNK_FRAME;
	png_chunk_open(out, "IEND", 0);
	png_chunk_close(out, 0);
	if (sealed) {
		seal_close(out->bytes, out->n, CHECKSUM);
		png_big_endian(out->bytes + chunk + CHUNK_HEAD + size,
		               libdeflate_crc32(0, out->bytes + chunk + 4, size + 4));
	}
	return (struct bytes){ .data = (const char *)out->bytes, .size = out->n };
}

/* ---- found again ---- */

bool png_recognise(struct bytes file)
{
	return file.size >= sizeof signature && memcmp(file.data, signature, sizeof signature) == 0;
}

static uint32_t read_big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The text of an iTXt chunk with this keyword and neither language nor translation, which is how they are written. */
static struct bytes text_of(struct arena *arena, const unsigned char *data, size_t size, const char *keyword,
                            size_t limit)
{
	size_t n = strlen(keyword);
	if (size < n + 5 || memcmp(data, keyword, n + 1) != 0 || data[n + 3] || data[n + 4])
		return (struct bytes){ .data = NULL, .size = 0 };
	struct bytes text = { .data = (const char *)data + n + 5, .size = size - n - 5 };
	if (data[n + 1])
		return record_unpack(arena, text, limit);
	return text;
}

/* The next chunk of texts from *at on, which then stands behind it; NULL if there is none. */
static const unsigned char *next_text(const unsigned char **at, const unsigned char *end, size_t *size)
{
	while (end - *at >= CHUNK_FRAME) {
		const unsigned char *chunk = *at;
		*size = read_big_endian(chunk);
		if (*size > (size_t)(end - chunk) - CHUNK_FRAME)
			break;
		*at += *size + CHUNK_FRAME;
		if (memcmp(chunk + 4, "iTXt", 4) == 0)
			return chunk;
	}
	return NULL;
}

struct bytes png_find_text(struct arena *arena, struct bytes file, const char *keyword, size_t limit)
{
	const unsigned char *at = (const unsigned char *)file.data + sizeof signature,
			    *end = (const unsigned char *)file.data + file.size, *chunk;
	size_t size;
	while ((chunk = next_text(&at, end, &size)) != NULL) {
		struct bytes text = text_of(arena, chunk + CHUNK_HEAD, size, keyword, limit);
		if (text.size)
			return text;
	}
	return (struct bytes){ .data = NULL, .size = 0 };
}

/* The checksum of the seal's own chunk, which the seal cannot cover. */
static bool checksum_holds(struct bytes file)
{
	const unsigned char *at = (const unsigned char *)file.data + sizeof signature,
			    *end = (const unsigned char *)file.data + file.size, *chunk;
	size_t size, n = sizeof seal_keyword;
	while ((chunk = next_text(&at, end, &size)) != NULL)
		if (size > n && memcmp(chunk + CHUNK_HEAD, seal_keyword, n) == 0)
			return libdeflate_crc32(0, chunk + 4, size + 4) == read_big_endian(chunk + CHUNK_HEAD + size);
	return false;
}

enum paint_seal png_seal(struct bytes file)
{
	enum paint_seal seal = seal_check(file, CHECKSUM);
	return seal == PAINT_WHOLE && !checksum_holds(file) ? PAINT_ALTERED : seal;
}
