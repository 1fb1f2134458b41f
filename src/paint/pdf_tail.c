#include "paint/pdf_tail.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_trailer.h"
#include "paint/seal.h"

#include <inttypes.h>
#include <libdeflate.h>
#include <stdio.h>
#include <string.h>

/* Objects are packed together; the table that says where they are is as wide as its columns: a kind, a place, an index,
 * each as how it differs from the row above. */
enum { PACKED_TOGETHER = 200, DEFLATE_LEVEL = 6, ROW = 7, KIND_PLAIN = 1, KIND_PACKED = 2, PREDICTOR_UP = 2 };

struct entry {
	uint32_t place; /* PLAIN: in the file; PACKED: the number of the stream */
	uint16_t index; /* in the stream */
	uint8_t kind;
};

struct pdf_tail {
	struct arena *arena;
	struct libdeflate_compressor *deflate;
	struct strbuf file, trailer; /* of the trailer before, what stays */
	bool plain;                  /* a table as text, and no streams of objects, which it could not name */
	size_t first;
	struct entry *entries; /* from the first on */
	size_t n_entries, room;
	size_t replaced; /* the number of one that is; 0: none */
	struct entry replacement;
	struct strbuf heads, bodies; /* of the objects that are packed next */
	size_t held[PACKED_TOGETHER], n_held;
};

/* ---- texts ---- */

static bool is_ascii(const char *text)
{
	while (*text && (unsigned char)*text < 0x80)
		text++;
	return !*text;
}

static void add_unit(struct strbuf *b, uint32_t unit)
{
	static const char digits[] = "0123456789ABCDEF";
	for (int shift = 12; shift >= 0; shift -= 4)
		strbuf_addn(b, &digits[unit >> shift & 15], 1);
}

static void add_wide(struct strbuf *b, const char *text)
{
	strbuf_add(b, "<FEFF");
	for (const char *p = text; *p;) {
		uint32_t rune = utf8_next(&p);
		if (rune > 0xffff)
			add_unit(b, 0xd800 + ((rune - 0x10000) >> 10));
		add_unit(b, rune > 0xffff ? 0xdc00 + ((rune - 0x10000) & 0x3ff) : rune);
	}
	strbuf_add(b, ">");
}

void pdf_add_text(struct strbuf *b, const char *text)
{
	if (!is_ascii(text)) {
		add_wide(b, text);
		return;
	}
	strbuf_add(b, "(");
	for (const char *p = text; *p; p++) {
		if (strchr("()\\", *p))
			strbuf_add(b, "\\");
		strbuf_add(b, *p == '\r' ? "\\r" : (char[]){ *p, '\0' });
	}
	strbuf_add(b, ")");
}

void pdf_add_number(struct strbuf *b, size_t n)
{
	char digits[24];
	strbuf_addn(b, digits, (size_t)snprintf(digits, sizeof digits, "%zu", n));
}

/* ---- what was there before ---- */

static void release(void *deflate)
{
	libdeflate_free_compressor(deflate);
}

/* As it stood in the file before: it may hold any bytes. */
static void add_key(struct strbuf *b, const char *key, struct bytes value)
{
	if (!value.size)
		return;
	strbuf_add(b, key);
	strbuf_addn(b, value.data, value.size);
}

struct pdf_tail *pdf_tail_open(struct arena *arena, struct bytes file)
{
	struct pdf_trailer trailer;
	if (!pdf_trailer_read(file, &trailer))
		return NULL;
	struct pdf_tail *t = arena_alloc(arena, 1, sizeof *t);
	t->first = trailer.size;
	t->plain = trailer.plain;
	t->arena = arena;
	t->trailer = strbuf_new(arena);
	strbuf_addf(&t->trailer, "/Prev %zu", trailer.table);
	add_key(&t->trailer, " /Root ", trailer.root);
	add_key(&t->trailer, " /Info ", trailer.info);
	add_key(&t->trailer, " /ID ", trailer.id);
	t->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (!t->deflate)
		arena_exhausted(arena);
	arena_defer(arena, release, t->deflate);
	t->file = strbuf_new(arena);
	strbuf_addn(&t->file, file.data, file.size);
	if (file.data[file.size - 1] != '\n') /* what is added begins a line */
		strbuf_add(&t->file, "\n");
	t->heads = strbuf_new(arena);
	t->bodies = strbuf_new(arena);
	return t;
}

/* ---- objects ---- */

static struct entry *entry_of(struct pdf_tail *t, size_t number)
{
	if (number >= t->first)
		return &t->entries[number - t->first];
	t->replaced = number;
	return &t->replacement;
}

size_t pdf_tail_reserve(struct pdf_tail *t, size_t n)
{
	size_t number = t->first + t->n_entries;
	for (; n; n--) {
		t->entries = arena_grow(t->arena, t->entries, &t->room, t->n_entries, sizeof *t->entries);
		t->entries[t->n_entries++] = (struct entry){ 0 };
	}
	return number;
}

/* Ends in a line of its own: PDF/A wants it so. */
static void add_stream(struct pdf_tail *t, size_t number, struct bytes keys, const char *bytes, size_t n)
{
	struct arena *scratch = arena_new_below(t->arena);
	size_t room = libdeflate_zlib_compress_bound(t->deflate, n);
	char *packed = arena_alloc(scratch, room + 1, 1);
	size_t size = libdeflate_zlib_compress(t->deflate, bytes, n, packed, room);
	strbuf_addf(&t->file, "%zu 0 obj\n<< ", number);
	strbuf_addn(&t->file, keys.data, keys.size);
	strbuf_addf(&t->file, " /Filter /FlateDecode /Length %zu >>\nstream\n", size);
	strbuf_addn(&t->file, packed, size);
	strbuf_add(&t->file, "\nendstream\nendobj\n");
	arena_free(scratch);
}

/* Of an object that is written at once. */
static void begin(struct pdf_tail *t, size_t number)
{
	*entry_of(t, number) = (struct entry){ .kind = KIND_PLAIN, .place = (uint32_t)t->file.n };
}

static void put_stream(struct pdf_tail *t, size_t number, struct bytes keys, const struct strbuf *bytes)
{
	begin(t, number);
	add_stream(t, number, keys, bytes->s, bytes->n);
}

static void pack(struct pdf_tail *t)
{
	if (!t->n_held)
		return;
	size_t own = pdf_tail_reserve(t, 1);
	for (size_t i = 0; i < t->n_held; i++)
		*entry_of(t, t->held[i]) = (struct entry){ (uint32_t)own, (uint16_t)i, KIND_PACKED };
	const char *keys = arena_printf(t->arena, "/Type /ObjStm /N %zu /First %zu", t->n_held, t->heads.n);
	strbuf_addn(&t->heads, t->bodies.s, t->bodies.n);
	put_stream(t, own, (struct bytes){ .data = keys, .size = strlen(keys) }, &t->heads);
	t->heads.n = t->bodies.n = t->n_held = 0;
}

static void put_plain(struct pdf_tail *t, size_t number, struct strbuf *text)
{
	begin(t, number);
	strbuf_addf(&t->file, "%zu 0 obj\n", number);
	strbuf_addn(&t->file, text->s, text->n);
	strbuf_add(&t->file, "\nendobj\n");
	text->n = 0;
}

void pdf_tail_put(struct pdf_tail *t, size_t number, struct strbuf *text)
{
	if (t->plain) {
		put_plain(t, number, text);
		return;
	}
	pdf_add_number(&t->heads, number);
	strbuf_add(&t->heads, " ");
	pdf_add_number(&t->heads, t->bodies.n);
	strbuf_add(&t->heads, " ");
	strbuf_addn(&t->bodies, text->s, text->n);
	strbuf_add(&t->bodies, "\n");
	text->n = 0;
	t->held[t->n_held++] = number;
	if (t->n_held == PACKED_TOGETHER)
		pack(t);
}

/* ---- the table ---- */

static void add_row(struct strbuf *rows, const struct entry *entry, unsigned char above[ROW])
{
	const unsigned char row[ROW] = { entry->kind,
		                         (unsigned char)(entry->place >> 24),
		                         (unsigned char)(entry->place >> 16),
		                         (unsigned char)(entry->place >> 8),
		                         (unsigned char)entry->place,
		                         (unsigned char)(entry->index >> 8),
		                         (unsigned char)entry->index };
	char differs[ROW + 1] = { PREDICTOR_UP };
	for (size_t i = 0; i < ROW; i++) {
		differs[i + 1] = (char)(row[i] - above[i]);
		above[i] = row[i];
	}
	strbuf_addn(rows, differs, sizeof differs);
}

static void put_table(struct pdf_tail *t)
{
	struct strbuf rows = strbuf_new(t->arena), keys = strbuf_new(t->arena);
	unsigned char above[ROW] = { 0 };
	size_t own = pdf_tail_reserve(t, 1);
	begin(t, own);
	if (t->replaced)
		add_row(&rows, &t->replacement, above);
	for (size_t i = 0; i < t->n_entries; i++)
		add_row(&rows, &t->entries[i], above);
	const char *index = t->replaced ? arena_printf(t->arena, "%zu 1 ", t->replaced) : "";
	strbuf_addf(&keys, "/Type /XRef /W [1 4 2] /Index [%s%zu %zu] /Size %zu ", index, t->first, t->n_entries,
	            t->first + t->n_entries);
	strbuf_addn(&keys, t->trailer.s, t->trailer.n);
	strbuf_addf(&keys, " /DecodeParms << /Columns %d /Predictor 12 >>", ROW);
	put_stream(t, own, (struct bytes){ .data = keys.s, .size = keys.n }, &rows);
}

/* Rows of 20 bytes, as the format wants them. */
static void put_plain_rows(struct pdf_tail *t, size_t first, const struct entry *entries, size_t n)
{
	strbuf_addf(&t->file, "%zu %zu\n", first, n);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&t->file, "%010" PRIu32 " 00000 n \n", entries[i].place);
}

static void put_plain_table(struct pdf_tail *t)
{
	strbuf_add(&t->file, "xref\n");
	if (t->replaced)
		put_plain_rows(t, t->replaced, &t->replacement, 1);
	if (t->n_entries)
		put_plain_rows(t, t->first, t->entries, t->n_entries);
	strbuf_addf(&t->file, "trailer\n<< /Size %zu ", t->first + t->n_entries);
	strbuf_addn(&t->file, t->trailer.s, t->trailer.n);
	strbuf_add(&t->file, " >>\n");
}

struct bytes pdf_tail_close(struct pdf_tail *t)
{
	if (!t->plain)
		pack(t);
	size_t start = t->file.n;
	if (t->plain)
		put_plain_table(t);
	else
		put_table(t);
	strbuf_addf(&t->file, "startxref\n%zu\n%%%%EOF\n", start);
	seal_close(t->file.s, t->file.n, 0);
	return (struct bytes){ .data = t->file.s, .size = t->file.n };
}
