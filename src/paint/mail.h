/* mail.h: a message with several parts (RFC 5322, MIME) that is ready to be sent: words, the same as HTML for mail
 * programs with the pictures that it shows, and the files that it carries.
 *
 * It is a draft: who sends it to whom, and under which identity, is for the program that sends it. The same message is
 * the same bytes, its boundaries included, in lines that no server has to break: at most 78 bytes in headers, 76 in
 * bodies, 7 bits each. */
#ifndef PAINT_MAIL_H
#define PAINT_MAIL_H

#include "base/str.h"
#include "paint/paint.h"

struct mail_picture {     /* PNG */
	const char *cid;  /* as mail_cid makes it */
	const char *file; /* as it is called where it is saved */
	struct bytes bytes;
};

struct mail {
	const char *subject;
	const char *language; /* its code */
	const char *text, *html;
	const struct mail_picture *pictures;
	size_t n_pictures;
};

/* What names the n-th picture: HTML shows it as "cid:" and this. */
const char *mail_cid(struct arena *arena, size_t n, struct bytes picture);

/* An address in the quotes of an attribute. */
void mail_escape_address(struct strbuf *out, const char *uri);

/* The whole message, on the arena. */
struct bytes mail_write(struct arena *arena, const struct mail *mail, const struct paint_info *info);

#endif
