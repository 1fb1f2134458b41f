/* The parts of a message, one inside the other, and what is found in one that was sent. */
#include "paint/mail.h"

#include "base/arena.h"
#include "base/hash.h"
#include "paint/base64.h"
#include "paint/mail_encode.h"
#include "paint/markup.h"
#include "paint/painter.h"
#include "paint/painters.h"
#include "paint/seal.h"

#include <string.h>

#define PROGRAM "benchbrief "

enum { HEX_USED = 16 }; /* digits of a hash that tell one from another */

const char *mail_cid(struct arena *arena, size_t n, struct bytes picture)
{
	char hex[65];
	hash_sha256_hex(picture.data, picture.size, hex);
	return arena_printf(arena, "figure-%zu.%.*s@benchbrief.invalid", n + 1, HEX_USED, hex);
}

void mail_escape_address(struct strbuf *out, const char *uri)
{
	markup_encode(out, uri, strlen(uri), false);
}

/* ---- writing ---- */

/* Neither quoted-printable nor base64 has "=_", so that no line of a part is a boundary. */
static const char *boundary_of(struct arena *arena, const struct mail *mail)
{
	struct hash hash;
	char hex[65];
	hash_init(&hash);
	hash_add(&hash, mail->subject, strlen(mail->subject) + 1);
	hash_add(&hash, mail->text, strlen(mail->text) + 1);
	hash_add(&hash, mail->html, strlen(mail->html) + 1);
	hash_finish(&hash, hex);
	return arena_printf(arena, "=_%.*s", HEX_USED, hex);
}

static void open_part(struct strbuf *b, const char *boundary, const char *level)
{
	strbuf_addf(b, MAIL_LINE "--%s-%s" MAIL_LINE, boundary, level);
}

static void close_parts(struct strbuf *b, const char *boundary, const char *level)
{
	strbuf_addf(b, MAIL_LINE "--%s-%s--" MAIL_LINE, boundary, level);
}

static void begin_parts(struct strbuf *b, const char *type, const char *more, const char *boundary, const char *level)
{
	strbuf_addf(b, "Content-Type: multipart/%s%s;" MAIL_LINE " boundary=\"%s-%s\"" MAIL_LINE, type, more, boundary,
	            level);
}

static void add_words(struct strbuf *b, const char *type, const char *text)
{
	strbuf_addf(b, "Content-Type: text/%s; charset=utf-8" MAIL_LINE, type);
	mail_body_text(b, text);
}

static void add_file(struct strbuf *b, const char *type, const char *disposition, const char *file)
{
	strbuf_addf(b, "Content-Type: %s", type);
	mail_parameter(b, "name", file);
	strbuf_addf(b, MAIL_LINE "Content-Disposition: %s", disposition);
	mail_parameter(b, "filename", file);
	strbuf_add(b, MAIL_LINE);
}

static void add_shown(struct strbuf *b, const struct mail *mail, const char *boundary)
{
	begin_parts(b, "related", "; type=\"text/html\"", boundary, "shown");
	open_part(b, boundary, "shown");
	add_words(b, "html", mail->html);
	for (size_t i = 0; i < mail->n_pictures; i++) {
		const struct mail_picture *picture = &mail->pictures[i];
		open_part(b, boundary, "shown");
		strbuf_addf(b, "Content-ID: <%s>" MAIL_LINE, picture->cid);
		add_file(b, "image/png", "inline", picture->file);
		mail_body_bytes(b, picture->bytes);
	}
	close_parts(b, boundary, "shown");
}

static void add_either(struct strbuf *b, const struct mail *mail, const char *boundary)
{
	begin_parts(b, "alternative", "", boundary, "either");
	open_part(b, boundary, "either");
	add_words(b, "plain", mail->text);
	open_part(b, boundary, "either");
	add_shown(b, mail, boundary);
	close_parts(b, boundary, "either");
}

static void add_attached(struct strbuf *b, const struct paint_attachment *file, const char *boundary)
{
	open_part(b, boundary, "all");
	add_file(b, file->media_type, "attachment", file->name);
	mail_header(b, "Content-Description", file->description);
	mail_body_bytes(b, file->bytes);
}

/* "Wed, 08 Apr 2026 00:00:00 +0000"; an unknown month or day is the first. */
static void add_date(struct strbuf *b, struct date date)
{
	static const char *const days[] = { "Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed" };
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
		                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	enum { WEEK = sizeof days / sizeof *days };
	if (!date.year)
		return;
	long day = (date_day(date) % WEEK + WEEK) % WEEK;
	strbuf_addf(b, "Date: %s, %02d %s %04d 00:00:00 +0000" MAIL_LINE, days[day], date.day ? date.day : 1,
	            months[date.month ? date.month - 1 : 0], date.year);
}

/* Mail programs open what says that it is unsent for writing. */
static void add_headers(struct strbuf *b, const struct mail *mail, const struct paint_info *info)
{
	mail_header(b, "X-Mailer", info->producer);
	strbuf_add(b, "X-Unsent: 1" MAIL_LINE);
	add_date(b, info->date);
	mail_header(b, "Subject", mail->subject);
	strbuf_addf(b, "Content-Language: %s" MAIL_LINE "MIME-Version: 1.0" MAIL_LINE, mail->language);
}

static size_t body_at(struct bytes file);

struct bytes mail_write(struct arena *arena, const struct mail *mail, const struct paint_info *info)
{
	struct strbuf b = strbuf_new(arena);
	const char *boundary = boundary_of(arena, mail);
	add_headers(&b, mail, info);
	begin_parts(&b, "mixed", "", boundary, "all");
	open_part(&b, boundary, "all");
	add_either(&b, mail, boundary);
	for (size_t i = 0; i < info->n_attachments; i++)
		add_attached(&b, &info->attachments[i], boundary);
	close_parts(&b, boundary, "all");
	strbuf_addf(&b, "%s" MAIL_LINE, seal_blank);
	size_t body = body_at((struct bytes){ .data = b.s, .size = b.n });
	seal_close(b.s + body, b.n - body, 0);
	return (struct bytes){ .data = b.s, .size = b.n };
}

/* ---- reading ---- */

/* Where the first text at or after a place begins; end if there is none. */
static const char *find(const char *from, const char *end, const char *text)
{
	size_t n = strlen(text);
	for (; (size_t)(end - from) >= n; from++)
		if (*from == *text && memcmp(from, text, n) == 0)
			return from;
	return end;
}

/* The line after this one. */
static const char *after_line(const char *p, const char *end)
{
	const char *at = memchr(p, '\n', (size_t)(end - p));
	return at ? at + 1 : end;
}

static bool is_empty(const char *p, const char *end)
{
	return p < end && (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'));
}

/* The line after the next empty one: servers put headers of their own before ours. */
static const char *after_headers(const char *p, const char *end)
{
	while (p < end && !is_empty(p, end))
		p = after_line(p, end);
	return p < end ? after_line(p, end) : end;
}

static size_t body_at(struct bytes file)
{
	return (size_t)(after_headers(file.data, file.data + file.size) - file.data);
}

static bool recognise(struct bytes file)
{
	static const char mailer[] = "X-Mailer: " PROGRAM;
	const char *end = file.data + file.size;
	for (const char *p = file.data; p < end && !is_empty(p, end); p = after_line(p, end))
		if ((size_t)(end - p) > strlen(mailer) && memcmp(p, mailer, strlen(mailer)) == 0)
			return true;
	return false;
}

/* A body without the ends of its lines. */
static struct bytes joined(struct arena *arena, const char *from, const char *end)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = from, *next; p < end && !is_empty(p, end) && *p != '-'; p = next) {
		next = after_line(p, end);
		size_t n = (size_t)(next - p);
		while (n && (p[n - 1] == '\n' || p[n - 1] == '\r'))
			n--;
		strbuf_addn(&b, p, n);
	}
	return (struct bytes){ .data = b.s, .size = b.n };
}

/* The body as it was written, where a program has saved it with other line ends. */
static struct bytes with_line_ends(struct arena *arena, struct bytes body)
{
	const char *end = body.data + body.size;
	struct strbuf b = strbuf_new(arena);
	if (find(body.data, end, MAIL_LINE) != end)
		return body;
	for (const char *p = body.data, *next; p < end; p = next) {
		next = after_line(p, end);
		size_t n = (size_t)(next - p) - (next[-1] == '\n');
		strbuf_addn(&b, p, n);
		strbuf_add(&b, MAIL_LINE);
	}
	return (struct bytes){ .data = b.s, .size = b.n };
}

static void recover(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out, struct diags *diags)
{
	(void)diags;
	size_t from = body_at(file);
	struct bytes body = { .data = file.data + from, .size = file.size - from }, record;
	const char *end = file.data + file.size;
	const char *at = find(body.data, end, arena_printf(arena, "filename=\"%s\"", paint_record_name));
	struct bytes letters = joined(arena, after_headers(at, end), end);
	if (letters.size && letters.size / 4 * 3 <= limit && base64_read(arena, letters.data, letters.size, &record))
		out->record = record;
	out->seal = seal_check(with_line_ends(arena, body), 0);
}

const struct painter painter_eml = {
	.suffix = "eml",
	.name = "mail",
	.media_type = "message/rfc822",
	.holds_attachments = true,
	.holds_links = true,
	.flows = true,
	.mails = true,
	.recognise = recognise,
	.recover = recover,
};
