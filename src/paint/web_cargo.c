#include "paint/web_cargo.h"

#include "base/arena.h"
#include "paint/base64.h"
#include "paint/painter.h"
#include "paint/painters.h"
#include "paint/seal.h"

#include <libdeflate.h>
#include <stdint.h>
#include <string.h>

enum { LEVEL = 12 };

static const char cargo_start[] = "<script type=\"application/json\" id=\"_benchbrief\">";
static const char generator[] = "<meta name=\"generator\" content=\"benchbrief ";

/* ---- writing ---- */

/* Text of JSON inside an element: no quote, no backslash, no control, and nothing that ends the element. */
static void add_text(struct strbuf *b, const char *name, const char *text)
{
	strbuf_addf(b, "\"%s\":\"", name);
	for (const char *p = text ? text : ""; *p; p++)
		if ((unsigned char)*p < 0x20 || strchr("\"\\<>&", *p))
			strbuf_addf(b, "\\u%04x", (unsigned)(unsigned char)*p);
		else
			strbuf_addn(b, p, 1);
	strbuf_add(b, "\"");
}

/* JSON without the spaces between its signs, which only people need. */
static struct bytes squeezed(struct arena *arena, struct bytes json)
{
	char *text = arena_alloc(arena, json.size + 1, 1);
	size_t n = 0;
	bool quoted = false;
	for (size_t i = 0; i < json.size; i++) {
		char c = json.data[i];
		if (!quoted && (c == ' ' || c == '\n'))
			continue;
		text[n++] = c;
		if (quoted && c == '\\' && i + 1 < json.size)
			text[n++] = json.data[++i];
		else if (c == '"')
			quoted = !quoted;
	}
	return (struct bytes){ .data = text, .size = n };
}

static void add_file(struct arena *arena, struct strbuf *b, struct libdeflate_compressor *packer,
                     const struct paint_attachment *file)
{
	bool json = strcmp(file->media_type, "application/json") == 0;
	struct bytes bytes = json ? squeezed(arena, file->bytes) : file->bytes;
	size_t room = libdeflate_gzip_compress_bound(packer, bytes.size);
	char *packed = arena_alloc(arena, room + 1, 1);
	size_t n = libdeflate_gzip_compress(packer, bytes.data, bytes.size, packed, room);
	strbuf_add(b, "{");
	add_text(b, "name", file->name);
	strbuf_add(b, ",");
	add_text(b, "type", file->media_type);
	strbuf_add(b, ",");
	add_text(b, "about", file->description);
	strbuf_add(b, ",\"gzip\":\"");
	base64_add(b, packed, n);
	strbuf_add(b, "\"}");
}

void web_cargo_add(struct arena *arena, struct strbuf *out, const struct paint_info *info)
{
	struct arena *scratch = arena_new_below(arena);
	struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
	if (!packer)
		arena_exhausted(arena);
	strbuf_addf(out, "%s{", cargo_start);
	add_text(out, "seal", seal_blank);
	strbuf_add(out, ",\"files\":[");
	for (size_t i = 0; i < info->n_attachments; i++) {
		strbuf_add(out, i ? ",\n" : "\n");
		add_file(scratch, out, packer, &info->attachments[i]);
	}
	strbuf_add(out, "]}</script>\n");
	libdeflate_free_compressor(packer);
	arena_free(scratch);
}

/* ---- reading ---- */

static const char *find(const char *from, const char *end, const char *text)
{
	size_t n = strlen(text);
	for (; (size_t)(end - from) >= n; from++)
		if (*from == *text && memcmp(from, text, n) == 0)
			return from;
	return NULL;
}

static bool recognise(struct bytes file)
{
	enum { HEAD = 512 };
	size_t n = file.size < HEAD ? file.size : HEAD;
	return find(file.data, file.data + n, generator) != NULL;
}

/* How large a packed file is when it is not packed: its last four bytes. */
static size_t plain_size(struct bytes packed)
{
	const unsigned char *p = (const unsigned char *)packed.data + packed.size - 4;
	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

static bool unpack(struct arena *arena, struct bytes packed, size_t limit, struct bytes *out)
{
	enum { LEAST = 18 }; /* head and tail */
	size_t n = packed.size >= LEAST ? plain_size(packed) : 0;
	struct libdeflate_decompressor *unpacker = n && n <= limit ? libdeflate_alloc_decompressor() : NULL;
	if (!unpacker)
		return false;
	char *text = arena_alloc(arena, n + 1, 1);
	bool done = libdeflate_gzip_decompress(unpacker, packed.data, packed.size, text, n, NULL) == LIBDEFLATE_SUCCESS;
	libdeflate_free_decompressor(unpacker);
	*out = (struct bytes){ .data = text, .size = n };
	return done;
}

static void recover(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out, struct diags *diags)
{
	static const char data[] = "\"gzip\":\"";
	(void)diags;
	const char *end = file.data + file.size, *at = find(file.data, end, cargo_start);
	const char *name = arena_printf(arena, "{\"name\":\"%s\"", paint_record_name);
	struct bytes packed, record;
	at = at ? find(at, end, name) : NULL;
	at = at ? find(at, end, data) : NULL;
	at = at ? at + strlen(data) : NULL;
	const char *stop = at ? memchr(at, '"', (size_t)(end - at)) : NULL;
	if (stop && base64_read(arena, at, (size_t)(stop - at), &packed) && unpack(arena, packed, limit, &record))
		out->record = record;
	out->seal = seal_check(file, 0);
}

const struct painter painter_html = {
	.suffix = "html",
	.name = "HTML",
	.media_type = "text/html",
	.holds_attachments = true,
	.holds_links = true,
	.flows = true,
	.recognise = recognise,
	.recover = recover,
};
