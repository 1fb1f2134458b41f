#include "paint/pptx_xml.h"

#include "style/look.h"

#include <math.h>
#include <string.h>

const char pptx_xml_head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

long pptx_emu(double points)
{
	return lround(points * PPTX_EMU);
}

struct slot { /* a colour of the look, and what the theme calls it */
	const char *name;
	struct color color;
};

void pptx_xml_color(struct strbuf *b, const struct look *look, struct color color)
{
	char hex[8];
	if (look) {
		const struct palette *p = &look->palette;
		const struct slot slots[] = { { "tx1", p->ink },           { "bg1", p->background },
			                      { "tx2", p->ink2 },          { "bg2", p->panel },
			                      { "accent1", p->highlight }, { "accent2", p->tag },
			                      { "accent3", p->better },    { "accent4", p->worse },
			                      { "accent5", p->muted },     { "accent6", palette_pale(p) } };
		for (size_t k = 0; k < sizeof slots / sizeof *slots; k++)
			if (color_equal(slots[k].color, color)) {
				strbuf_addf(b, "<a:schemeClr val=\"%s\"/>", slots[k].name);
				return;
			}
	}
	color_hex(color, hex);
	strbuf_addf(b, "<a:srgbClr val=\"%s\"/>", hex + 1);
}

void pptx_xml_fill(struct strbuf *b, struct color color)
{
	strbuf_add(b, "<a:solidFill>");
	pptx_xml_color(b, NULL, color);
	strbuf_add(b, "</a:solidFill>");
}
