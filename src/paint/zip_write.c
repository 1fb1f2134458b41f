#include "paint/zip_write.h"

#include "base/arena.h"
#include "base/str.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { LEVEL = 9, MEMBERS_MAX = 0xffff, COMMENT_MAX = 0xffff };
enum { SIGN_MEMBER = 0x04034b50, SIGN_ENTRY = 0x02014b50, SIGN_END = 0x06054b50 };
enum {
	VERSION = 20, /* of the format, that deflate asks for */
	STORED = 0,
	DEFLATED = 8,
	TIME = 0,
	DATE = 1 << 5 | 1, /* 1 January 1980 */
};

struct member {
	char *name;
	uint32_t at, crc, packed, size;
	uint16_t method;
};

struct zip_write {
	struct arena *arena;
	struct libdeflate_compressor *packer;
	struct strbuf out;
	struct member *members;
	size_t n_members, capacity;
	bool too_large;
};

static void release(void *packer)
{
	libdeflate_free_compressor(packer);
}

struct zip_write *zip_write_new(struct arena *arena)
{
	struct zip_write *zip = arena_alloc(arena, 1, sizeof *zip);
	*zip = (struct zip_write){ .arena = arena, .out = strbuf_new(arena) };
	zip->packer = libdeflate_alloc_compressor(LEVEL);
	if (!zip->packer)
		arena_exhausted(arena);
	arena_defer(arena, release, zip->packer);
	return zip;
}

/* ---- little-endian numbers ---- */

static void put16(struct strbuf *b, size_t n)
{
	strbuf_addn(b, (const char[]){ (char)(n & 0xff), (char)(n >> 8 & 0xff) }, 2);
}

static void put32(struct strbuf *b, size_t n)
{
	put16(b, n & 0xffff);
	put16(b, n >> 16 & 0xffff);
}

/* ---- members ---- */

/* What a member's own head and its entry in the directory have in common. */
static void put_facts(struct strbuf *b, const struct member *m)
{
	put16(b, VERSION);
	put16(b, 0);
	put16(b, m->method);
	put16(b, TIME);
	put16(b, DATE);
	put32(b, m->crc);
	put32(b, m->packed);
	put32(b, m->size);
	put16(b, strlen(m->name));
	put16(b, 0);
}

static void add(struct zip_write *zip, const char *name, struct bytes bytes, const char *packed, size_t n)
{
	zip->members = arena_grow(zip->arena, zip->members, &zip->capacity, zip->n_members, sizeof *zip->members);
	struct member *m = &zip->members[zip->n_members++];
	*m = (struct member){
		.name = arena_strdup(zip->arena, name),
		.at = (uint32_t)zip->out.n,
		.crc = libdeflate_crc32(0, bytes.data, bytes.size),
		.packed = (uint32_t)n,
		.size = (uint32_t)bytes.size,
		.method = packed == bytes.data ? STORED : DEFLATED,
	};
	zip->too_large |= bytes.size > UINT32_MAX || zip->out.n > UINT32_MAX - n || zip->n_members > MEMBERS_MAX;
	put32(&zip->out, SIGN_MEMBER);
	put_facts(&zip->out, m);
	strbuf_add(&zip->out, m->name);
	strbuf_addn(&zip->out, packed, n);
}

void zip_write_store(struct zip_write *zip, const char *name, struct bytes bytes)
{
	bytes.data = bytes.size ? bytes.data : "";
	add(zip, name, bytes, bytes.data, bytes.size);
}

void zip_write_add(struct zip_write *zip, const char *name, struct bytes bytes)
{
	struct arena *scratch = arena_new_below(zip->arena);
	char *packed = arena_alloc(scratch, bytes.size + 1, 1);
	size_t n = bytes.size ? libdeflate_deflate_compress(zip->packer, bytes.data, bytes.size, packed, bytes.size)
	                      : 0; /* 0: it does not become smaller */
	if (n && n < bytes.size)
		add(zip, name, bytes, packed, n);
	else
		zip_write_store(zip, name, bytes);
	arena_free(scratch);
}

/* ---- the directory ---- */

static void put_entry(struct strbuf *b, const struct member *m)
{
	put32(b, SIGN_ENTRY);
	put16(b, VERSION);
	put_facts(b, m);
	put16(b, 0); /* no comment */
	put16(b, 0); /* on this disk */
	put16(b, 0);
	put32(b, 0);
	put32(b, m->at);
	strbuf_add(b, m->name);
}

bool zip_write_end(struct zip_write *zip, const char *comment, struct bytes *out)
{
	struct strbuf *b = &zip->out;
	size_t directory = b->n, length = comment ? strlen(comment) : 0;
	for (size_t i = 0; i < zip->n_members; i++)
		put_entry(b, &zip->members[i]);
	size_t size = b->n - directory;
	zip->too_large |= directory > UINT32_MAX || size > UINT32_MAX || length > COMMENT_MAX;
	put32(b, SIGN_END);
	put16(b, 0);
	put16(b, 0);
	put16(b, zip->n_members);
	put16(b, zip->n_members);
	put32(b, size);
	put32(b, directory);
	put16(b, length);
	strbuf_addn(b, comment ? comment : "", length);
	*out = (struct bytes){ .data = b->s, .size = b->n };
	return !zip->too_large;
}
