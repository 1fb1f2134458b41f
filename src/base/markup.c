#include "base/markup.h"

#include <string.h>

/* before: how many bytes of the text stand before it. In text, XML forbids "]]>" and nothing else with a '>'. */
static const char *entity_of(const char *c, size_t before, bool attribute)
{
	switch (*c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return attribute || (before > 1 && c[-1] == ']' && c[-2] == ']') ? "&gt;" : NULL;
	case '"':
		return attribute ? "&quot;" : NULL;
	case '\n':
		return attribute ? "&#10;" : NULL;
	case '\t':
		return attribute ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

static void escape(struct strbuf *out, const char *text, size_t n, bool attribute)
{
	const char *start = text, *begin = text, *end = text + n;
	for (; text < end; text++) {
		const char *entity = entity_of(text, (size_t)(text - begin), attribute);
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

void markup_value(struct strbuf *out, const char *text)
{
	escape(out, text, strlen(text), true);
}

void markup_text(struct strbuf *out, const char *text, size_t n)
{
	escape(out, text, n, false);
}
