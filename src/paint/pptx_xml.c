#include "paint/pptx_xml.h"

#include <math.h>
#include <string.h>

const char pptx_xml_head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

void pptx_xml_textn(struct strbuf *b, const char *s, size_t n)
{
	const char *start = s, *end = s + n;
	for (; s < end; s++) {
		const char *entity = *s == '&'    ? "&amp;"
		                     : *s == '<'  ? "&lt;"
		                     : *s == '>'  ? "&gt;"
		                     : *s == '"'  ? "&quot;"
		                     : *s == '\n' ? "&#10;"
		                     : *s == '\t' ? "&#9;"
		                                  : NULL;
		if (!entity)
			continue;
		strbuf_addn(b, start, (size_t)(s - start));
		strbuf_add(b, entity);
		start = s + 1;
	}
	strbuf_addn(b, start, (size_t)(end - start));
}

void pptx_xml_text(struct strbuf *b, const char *text)
{
	pptx_xml_textn(b, text, strlen(text));
}

long pptx_emu(double points)
{
	return lround(points * PPTX_EMU);
}

void pptx_xml_color(struct strbuf *b, struct color color)
{
	char hex[8];
	color_hex(color, hex);
	strbuf_addf(b, "<a:srgbClr val=\"%s\"/>", hex + 1);
}

void pptx_xml_fill(struct strbuf *b, struct color color)
{
	strbuf_add(b, "<a:solidFill>");
	pptx_xml_color(b, color);
	strbuf_add(b, "</a:solidFill>");
}
