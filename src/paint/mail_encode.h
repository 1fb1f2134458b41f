/* mail_encode.h: words and bytes as messages may hold them. Private to paint/mail*.c. */
#ifndef PAINT_MAIL_ENCODE_H
#define PAINT_MAIL_ENCODE_H

#include "base/bytes.h"
#include "base/str.h"

#define MAIL_LINE "\r\n"

/* "name: text", folded, in encoded words (RFC 2047) where it is not plain ASCII. */
void mail_header(struct strbuf *out, const char *name, const char *text);

/* "; name="value"" on a line of its own, as RFC 2231 has it where it is not plain ASCII or long. */
void mail_parameter(struct strbuf *out, const char *name, const char *value);

/* Text with its transfer encoding, from that header on: quoted-printable, or base64 where that is shorter. */
void mail_body_text(struct strbuf *out, const char *text);

/* The same of bytes: base64. */
void mail_body_bytes(struct strbuf *out, struct bytes bytes);

#endif
