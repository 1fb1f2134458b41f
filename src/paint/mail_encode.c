#include "paint/mail_encode.h"

#include "base/arena.h"
#include "paint/base64.h"

#include <string.h>

enum {
	LINE_MOST = 76, /* of a body, without its end */
	WORD_MOST = 42, /* bytes in an encoded word, which is then no longer than 75 */
	FOLD_MOST = 76, /* of a header's line */
	PIECE_MOST = 54 /* of a parameter's value on one line */
};

static bool is_plain(const char *text)
{
	for (const char *p = text; *p; p++)
		if ((unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7f)
			return false;
	return true;
}

/* ---- headers ---- */

/* True if it can stand as it is: no word is too long for a line, and none looks encoded. */
static bool can_fold(const char *text)
{
	size_t word = 0;
	for (const char *p = text; *p; p++) {
		word = *p == ' ' ? 0 : word + 1;
		if (word > PIECE_MOST)
			return false;
	}
	return is_plain(text) && !strstr(text, "=?");
}

static void fold(struct strbuf *out, size_t at, const char *text)
{
	while (*text) {
		size_t word = strcspn(text, " ");
		if (at + 1 + word > FOLD_MOST) {
			strbuf_add(out, MAIL_LINE);
			at = 0;
		}
		strbuf_add(out, " ");
		strbuf_addn(out, text, word);
		at += 1 + word;
		text += word;
		text += strspn(text, " ");
	}
}

/* As many whole runes as an encoded word takes. */
static size_t runes_within(const char *text)
{
	const char *p = text, *end = text;
	while (*p) {
		utf8_next(&p);
		if ((size_t)(p - text) > WORD_MOST)
			break;
		end = p;
	}
	return (size_t)(end - text);
}

static void encode_words(struct strbuf *out, const char *text)
{
	for (bool first = true; *text; first = false) {
		size_t n = runes_within(text);
		strbuf_addf(out, "%s =?utf-8?B?", first ? "" : MAIL_LINE);
		base64_add(out, text, n);
		strbuf_add(out, "?=");
		text += n;
	}
}

void mail_header(struct strbuf *out, const char *name, const char *text)
{
	enum { NAME_MOST = 14 }; /* with which the first encoded word still fits on its line */
	strbuf_addf(out, "%s:", name);
	if (can_fold(text)) {
		fold(out, strlen(name) + 1, text);
	} else {
		if (strlen(name) > NAME_MOST)
			strbuf_add(out, MAIL_LINE);
		encode_words(out, text);
	}
	strbuf_add(out, MAIL_LINE);
}

/* Letters and digits, and what needs no quotes in any program. */
static bool is_attribute_char(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || strchr("-._/", c);
}

static void add_pieces(struct strbuf *out, const char *name, const char *value)
{
	size_t piece = 0, used = PIECE_MOST;
	for (const char *p = value; *p; p++) {
		if (used + 3 > PIECE_MOST) {
			strbuf_addf(out, ";" MAIL_LINE " %s*%zu*=%s", name, piece, piece ? "" : "utf-8''");
			used = 0;
			piece++;
		}
		unsigned char c = (unsigned char)*p;
		if (is_attribute_char(c)) {
			strbuf_addn(out, p, 1);
			used++;
		} else {
			strbuf_addf(out, "%%%02X", (unsigned)c);
			used += 3;
		}
	}
}

void mail_parameter(struct strbuf *out, const char *name, const char *value)
{
	if (is_plain(value) && !strpbrk(value, "\"\\") && strlen(value) <= PIECE_MOST)
		strbuf_addf(out, ";" MAIL_LINE " %s=\"%s\"", name, value);
	else
		add_pieces(out, name, value);
}

/* ---- bodies ---- */

/* What a server could take for something else at the start of a line, or lose at its end, is escaped too. */
static bool is_safe(const char *line, const char *p)
{
	unsigned char c = (unsigned char)*p;
	bool last = p[1] == '\n' || !p[1];
	if (c == '\t' || c == ' ')
		return !last;
	if (p == line && (c == '.' || strncmp(p, "From ", 5) == 0))
		return false;
	return c > 0x20 && c < 0x7f && c != '=';
}

static void quote(struct strbuf *out, const char *text)
{
	size_t column = 0;
	const char *line = text;
	for (const char *p = text; *p; p++) {
		if (*p == '\n') {
			strbuf_add(out, MAIL_LINE);
			column = 0;
			line = p + 1;
			continue;
		}
		bool safe = is_safe(line, p), ends = p[1] == '\n' || !p[1];
		size_t width = safe ? 1 : 3;
		if (column + width > LINE_MOST - (size_t)!ends) {
			strbuf_add(out, "=" MAIL_LINE);
			column = 0;
		}
		if (safe)
			strbuf_addn(out, p, 1);
		else
			strbuf_addf(out, "=%02X", (unsigned)(unsigned char)*p);
		column += width;
	}
	if (column)
		strbuf_add(out, MAIL_LINE);
}

static void add_base64(struct strbuf *out, const char *data, size_t n)
{
	enum { LINE_BYTES = LINE_MOST / 4 * 3 };
	strbuf_add(out, "Content-Transfer-Encoding: base64" MAIL_LINE MAIL_LINE);
	for (size_t at = 0; at < n; at += LINE_BYTES) {
		base64_add(out, data + at, n - at < LINE_BYTES ? n - at : LINE_BYTES);
		strbuf_add(out, MAIL_LINE);
	}
}

/* Base64 of text has to keep the line ends that messages have. */
static void add_text_base64(struct strbuf *out, const char *text)
{
	struct strbuf lines = strbuf_new(out->arena);
	for (const char *end; *text; text = end + (*end != '\0')) {
		end = text + strcspn(text, "\n");
		strbuf_addn(&lines, text, (size_t)(end - text));
		strbuf_add(&lines, MAIL_LINE);
	}
	add_base64(out, lines.s, lines.n);
}

void mail_body_text(struct strbuf *out, const char *text)
{
	enum { SHORTER_FROM = 6 }; /* one byte of so many, each three as quoted, against four for every three */
	size_t n = strlen(text), odd = 0;
	for (const char *p = text; *p; p++)
		odd += (unsigned char)*p >= 0x7f;
	if (odd > n / SHORTER_FROM) {
		add_text_base64(out, text);
		return;
	}
	strbuf_add(out, "Content-Transfer-Encoding: quoted-printable" MAIL_LINE MAIL_LINE);
	quote(out, text);
}

void mail_body_bytes(struct strbuf *out, struct bytes bytes)
{
	add_base64(out, bytes.data, bytes.size);
}
