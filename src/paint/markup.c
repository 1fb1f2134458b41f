#include "paint/markup.h"

#include <string.h>

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
