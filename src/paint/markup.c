#include "paint/markup.h"

#include <string.h>

static void escape(struct strbuf *out, const char *text, size_t n, bool quotes)
{
	const char *start = text, *end = text + n;
	for (; text < end; text++) {
		const char *entity = *text == '&'             ? "&amp;"
		                     : *text == '<'           ? "&lt;"
		                     : *text == '"' && quotes ? "&quot;"
		                                              : NULL;
		if (!entity)
			continue;
		strbuf_addn(out, start, (size_t)(text - start));
		strbuf_add(out, entity);
		start = text + 1;
	}
	strbuf_addn(out, start, (size_t)(end - start));
}

void markup_escape(struct strbuf *out, const char *text, size_t n)
{
	escape(out, text, n, true);
}

void markup_text(struct strbuf *out, const char *text, size_t n)
{
	escape(out, text, n, false);
}

void markup_encode(struct strbuf *out, const char *text, size_t n, bool whole)
{
	for (const char *p = text; p < text + n; p++) {
		unsigned char c = (unsigned char)*p;
		if (c <= 0x20 || c >= 0x7f || strchr("<>\"{}|\\^`", *p) || (whole && strchr("%#&?", *p)))
			strbuf_addf(out, "%%%02X", (unsigned)c);
		else
			markup_escape(out, p, 1);
	}
}
