#include "paint/pdf_tail.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/seal.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
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
	struct strbuf file;
	const char *trailer; /* what of the one before stays */
	size_t before;       /* where the table before begins */
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

/* The value of a key in the dictionary of a table, up to the end that it has. */
static const char *value_of(struct arena *arena, const char *dictionary, const char *key, const char *end)
{
	const char *at = strstr(dictionary, key), *last = at ? strstr(at + strlen(key), end) : NULL;
	return last ? arena_strndup(arena, at, (size_t)(last - at) + strlen(end)) : NULL;
}

/* Where the last table begins; 0 if the file does not say so at its end. */
static size_t table_of(struct arena *arena, struct bytes file)
{
	enum { END_MOST = 64 };
	static const char mark[] = "startxref\n";
	size_t size = file.size < END_MOST ? file.size : END_MOST;
	const char *end = arena_strndup(arena, file.data + file.size - size, size);
	for (size_t i = size; i-- > 0;)
		if (str_starts(end + i, mark))
			return strtoul(end + i + strlen(mark), NULL, 10);
	return 0;
}

struct pdf_tail *pdf_tail_open(struct arena *arena, struct bytes file)
{
	struct pdf_tail *t = arena_alloc(arena, 1, sizeof *t);
	t->before = table_of(arena, file);
	if (!t->before || t->before >= file.size)
		return NULL;
	const char *table = arena_strndup(arena, file.data + t->before, file.size - t->before);
	const char *dictionary = value_of(arena, table, "<<", "stream\n");
	const char *size = dictionary ? value_of(arena, dictionary, "/Size ", " ") : NULL;
	const char *root = size ? value_of(arena, dictionary, "/Root ", " R") : NULL;
	const char *info = root ? value_of(arena, dictionary, "/Info ", " R") : NULL;
	const char *id = root ? value_of(arena, dictionary, "/ID [", "]") : NULL;
	if (!id)
		return NULL;
	t->first = strtoul(size + strlen("/Size "), NULL, 10);
	t->arena = arena;
	t->trailer = arena_printf(arena, "%s %s %s", root, info ? info : "", id);
	t->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	if (!t->deflate)
		arena_exhausted(arena);
	arena_defer(arena, release, t->deflate);
	t->file = strbuf_new(arena);
	strbuf_addn(&t->file, file.data, file.size);
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
static void add_stream(struct pdf_tail *t, size_t number, const char *keys, const char *bytes, size_t n)
{
	struct arena *scratch = arena_new_below(t->arena);
	size_t room = libdeflate_zlib_compress_bound(t->deflate, n);
	char *packed = arena_alloc(scratch, room + 1, 1);
	size_t size = libdeflate_zlib_compress(t->deflate, bytes, n, packed, room);
	strbuf_addf(&t->file, "%zu 0 obj\n<< %s /Filter /FlateDecode /Length %zu >>\nstream\n", number, keys, size);
	strbuf_addn(&t->file, packed, size);
	strbuf_add(&t->file, "\nendstream\nendobj\n");
	arena_free(scratch);
}

/* A stream that is written at once. */
static void put_stream(struct pdf_tail *t, size_t number, const char *keys, const struct strbuf *bytes)
{
	*entry_of(t, number) = (struct entry){ .kind = KIND_PLAIN, .place = (uint32_t)t->file.n };
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
	put_stream(t, own, keys, &t->heads);
	t->heads.n = t->bodies.n = t->n_held = 0;
}

void pdf_tail_put(struct pdf_tail *t, size_t number, struct strbuf *text)
{
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

struct bytes pdf_tail_close(struct pdf_tail *t)
{
	struct strbuf rows = strbuf_new(t->arena);
	unsigned char above[ROW] = { 0 };
	pack(t);
	size_t own = pdf_tail_reserve(t, 1), start = t->file.n;
	*entry_of(t, own) = (struct entry){ .kind = KIND_PLAIN, .place = (uint32_t)start };
	if (t->replaced)
		add_row(&rows, &t->replacement, above);
	for (size_t i = 0; i < t->n_entries; i++)
		add_row(&rows, &t->entries[i], above);
	const char *index = t->replaced ? arena_printf(t->arena, "%zu 1 ", t->replaced) : "";
	put_stream(t, own,
	           arena_printf(
			   t->arena,
			   "/Type /XRef /W [1 4 2] /Index [%s%zu %zu] /Size %zu /Prev %zu %s /DecodeParms << /Columns "
			   "%d /Predictor 12 >>",
			   index, t->first, t->n_entries, t->first + t->n_entries, t->before, t->trailer, ROW),
	           &rows);
	strbuf_addf(&t->file, "startxref\n%zu\n%%%%EOF\n", start);
	seal_close(t->file.s, t->file.n, 0);
	return (struct bytes){ .data = t->file.s, .size = t->file.n };
}
