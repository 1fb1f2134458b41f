/* markup.h: text as it stands in XML and HTML. */
#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

#include "base/str.h"

/* n bytes as the value of an attribute in quotes, where line breaks and tabs stay what they are; fit for any place. */
void markup_escape(struct strbuf *out, const char *text, size_t n);

/* The same of all of a text. */
void markup_value(struct strbuf *out, const char *text);

/* n bytes as text between elements: quotes, line breaks and tabs are themselves. */
void markup_text(struct strbuf *out, const char *text, size_t n);

#endif
