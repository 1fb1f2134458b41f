/* html_token.h: HTML as a stream of tags and text, without ever an error: what is no tag is text. Comments, and what
 * stands in script, style, template and the like, are passed over. A plain value over bytes that it borrows. */
#ifndef READ_HTML_TOKEN_H
#define READ_HTML_TOKEN_H

#include "base/file.h"

#include <stdbool.h>

struct arena;

enum html_kind { HTML_TEXT, HTML_OPEN, HTML_CLOSE, HTML_END };

struct html_token {
	enum html_kind kind;
	size_t at, end;    /* bytes of the file */
	char name[12];     /* in small letters; a longer name is cut */
	size_t attributes; /* where they start, up to end */
};

struct html {
	struct bytes bytes;
	size_t at;
};

struct html_token html_next(struct html *html);

/* An attribute's value with its entities resolved, "" if it has none; NULL if it is not there. On the arena. */
const char *html_attribute(struct arena *arena, const struct html *html, const struct html_token *token,
                           const char *name);

#endif
