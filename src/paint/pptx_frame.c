/* Charts of PowerPoint's own: their frames on the slide, and their parts of the package. */
#include "base/arena.h"
#include "paint/pptx_parts.h"

#include <string.h>

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/package"

static const char chart_type[] = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

static void put(struct pptx *deck, struct pptx_part part)
{
	deck->parts = arena_grow(deck->arena, deck->parts, &deck->parts_room, deck->n_parts, sizeof *deck->parts);
	deck->parts[deck->n_parts++] = part;
}

/* The part with the chart, the one with its workbook, and how the first leads to the second; the first's name. */
static const char *put_parts(struct pptx *deck, const struct pptx_chart *chart)
{
	struct arena *arena = deck->arena;
	size_t n = ++deck->n_charts;
	const char *name = arena_printf(arena, "ppt/charts/chart%zu.xml", n);
	const char *rels = arena_printf(
		arena,
		"%s<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
		"Id=\"rId1\" Type=\"" RELATION "\" Target=\"../embeddings/workbook%zu.xlsx\"/></Relationships>\n",
		pptx_xml_head, n);
	put(deck, (struct pptx_part){ .name = name, .bytes = chart->chart, .type = chart_type });
	put(deck, (struct pptx_part){ .name = arena_printf(arena, "ppt/charts/_rels/chart%zu.xml.rels", n),
	                              .bytes = { .data = rels, .size = strlen(rels) } });
	put(deck, (struct pptx_part){ .name = arena_printf(arena, "ppt/embeddings/workbook%zu.xlsx", n),
	                              .bytes = chart->workbook,
	                              .packed = true });
	return name;
}

void pptx_chart_frames(struct pptx_pen *pen, const struct pptx_chart *chart, const char *name, const char *alt)
{
	struct strbuf *b = &pen->out;
	for (const struct pptx_chart *c = chart; c; c = c->next) {
		size_t rel = pptx_relate(pen, PPTX_REL_CHART, put_parts(pen->deck, c));
		strbuf_add(b, "<p:graphicFrame><p:nvGraphicFramePr>");
		pptx_name(pen, name, c == chart || !c->name ? alt : c->name); /* the figure is described once */
		strbuf_add(b, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>"
		              "</p:nvGraphicFramePr><p:xfrm>");
		pptx_box(b, c->place);
		strbuf_addf(b,
		            "</p:xfrm><a:graphic><a:graphicData "
		            "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
		            "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" r:id=\"rId%zu\"/>"
		            "</a:graphicData></a:graphic></p:graphicFrame>\n",
		            rel);
	}
}
