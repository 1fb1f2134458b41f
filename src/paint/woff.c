#include "paint/woff.h"

#include "base/arena.h"
#include "base/str.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { FONT_HEAD = 12, FONT_ENTRY = 16, WOFF_HEAD = 44, WOFF_ENTRY = 20, ALIGN = 4, LEVEL = 12, TABLES_MAX = 64 };

struct table {
	uint32_t tag, checksum, offset, length;
	const void *packed; /* or the table itself, where that is not longer */
	uint32_t packed_length;
};

static uint32_t read16(const unsigned char *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static uint32_t read32(const unsigned char *p)
{
	return read16(p) << 16 | read16(p + 2);
}

static void add16(struct strbuf *b, uint32_t n)
{
	char two[] = { (char)(n >> 8 & 255), (char)(n & 255) };
	strbuf_addn(b, two, sizeof two);
}

static void add32(struct strbuf *b, uint32_t n)
{
	add16(b, n >> 16);
	add16(b, n & 0xffff);
}

static uint32_t aligned(uint32_t n)
{
	return (n + ALIGN - 1) / ALIGN * ALIGN;
}

static bool read_tables(struct bytes font, struct table *tables, uint32_t *n)
{
	const unsigned char *p = (const unsigned char *)font.data;
	*n = font.size > FONT_HEAD ? read16(p + 4) : 0;
	if (!*n || *n > TABLES_MAX || font.size < FONT_HEAD + (size_t)*n * FONT_ENTRY)
		return false;
	for (uint32_t i = 0; i < *n; i++) {
		const unsigned char *e = p + FONT_HEAD + i * FONT_ENTRY;
		tables[i] = (struct table){
			.tag = read32(e), .checksum = read32(e + 4), .offset = read32(e + 8), .length = read32(e + 12)
		};
		if (tables[i].offset > font.size || tables[i].length > font.size - tables[i].offset)
			return false;
	}
	return true;
}

static void pack(struct arena *arena, struct libdeflate_compressor *packer, struct bytes font, struct table *t)
{
	const char *plain = (const char *)font.data + t->offset;
	char *room = arena_alloc(arena, t->length + 1, 1);
	size_t n = libdeflate_zlib_compress(packer, plain, t->length, room, t->length);
	bool shorter = n > 0 && n < t->length;
	t->packed = shorter ? room : plain;
	t->packed_length = shorter ? (uint32_t)n : t->length;
}

static void write_head(struct strbuf *b, struct bytes font, const struct table *tables, uint32_t n)
{
	uint32_t size = WOFF_HEAD + n * WOFF_ENTRY, plain = FONT_HEAD + n * FONT_ENTRY;
	for (uint32_t i = 0; i < n; i++) {
		size += aligned(tables[i].packed_length);
		plain += aligned(tables[i].length);
	}
	strbuf_add(b, "wOFF");
	add32(b, read32((const unsigned char *)font.data));
	add32(b, size);
	add16(b, n);
	add16(b, 0);
	add32(b, plain);
	add16(b, 1);
	add16(b, 0);
	for (int i = 0; i < 5; i++) /* no metadata, no private block */
		add32(b, 0);
}

static void write_tables(struct strbuf *b, const struct table *tables, uint32_t n)
{
	uint32_t at = WOFF_HEAD + n * WOFF_ENTRY;
	for (uint32_t i = 0; i < n; i++) {
		add32(b, tables[i].tag);
		add32(b, at);
		add32(b, tables[i].packed_length);
		add32(b, tables[i].length);
		add32(b, tables[i].checksum);
		at += aligned(tables[i].packed_length);
	}
	for (uint32_t i = 0; i < n; i++) {
		static const char nothing[ALIGN];
		strbuf_addn(b, tables[i].packed, tables[i].packed_length);
		strbuf_addn(b, nothing, aligned(tables[i].packed_length) - tables[i].packed_length);
	}
}

bool woff_pack(struct arena *arena, struct bytes font, struct bytes *out)
{
	struct table tables[TABLES_MAX];
	uint32_t n;
	struct libdeflate_compressor *packer =
		read_tables(font, tables, &n) ? libdeflate_alloc_compressor(LEVEL) : NULL;
	if (!packer)
		return false;
	for (uint32_t i = 0; i < n; i++)
		pack(arena, packer, font, &tables[i]);
	libdeflate_free_compressor(packer);
	struct strbuf b = strbuf_new(arena);
	write_head(&b, font, tables, n);
	write_tables(&b, tables, n);
	*out = (struct bytes){ .data = b.s, .size = b.n };
	return true;
}
