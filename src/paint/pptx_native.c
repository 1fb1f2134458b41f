/* Charts that PowerPoint holds itself, on a slide: the frames, and the parts of the package that they show. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "style/look.h"

#include <string.h>

#define CHART "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define TYPES "application/vnd.openxmlformats-officedocument."

static const char workbook_relation[] = "rId1"; /* of the part of a chart */

bool pptx_native_make(struct pptx_pen *pen, const struct scene *scene, struct pptx_chart *chart)
{
	struct pptx_chart_setup setup = { .font = pen->deck->info->look->office,
		                          .language = pen->deck->language,
		                          .workbook = workbook_relation,
		                          .at = pen->at,
		                          .scale = pen->scale };
	return pptx_chart_write(pen->deck->arena, scene, &setup, chart);
}

static void add_part(struct pptx *deck, const char *name, const char *type, struct bytes bytes)
{
	deck->parts = arena_grow(deck->arena, deck->parts, &deck->parts_room, deck->n_parts, sizeof *deck->parts);
	deck->parts[deck->n_parts++] = (struct pptx_part){ .name = name, .type = type, .bytes = bytes };
}

/* The chart, its workbook and how the one refers to the other. Returns the chart's name. */
static const char *add_parts(struct pptx *deck, const struct pptx_chart *chart)
{
	struct arena *a = deck->arena;
	size_t n = ++deck->n_charts;
	const char *name = arena_printf(a, "ppt/charts/chart%zu.xml", n);
	const char *rels = arena_printf(
		a,
		"%s<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
		"Id=\"%s\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/package\" "
		"Target=\"../embeddings/Microsoft_Excel_Sheet%zu.xlsx\"/></Relationships>\n",
		pptx_xml_head, workbook_relation, n);
	add_part(deck, name, TYPES "drawingml.chart+xml", chart->chart);
	add_part(deck, arena_printf(a, "ppt/charts/_rels/chart%zu.xml.rels", n), NULL,
	         (struct bytes){ .data = rels, .size = strlen(rels) });
	add_part(deck, arena_printf(a, "ppt/embeddings/Microsoft_Excel_Sheet%zu.xlsx", n),
	         TYPES "spreadsheetml.sheet", chart->workbook);
	return name;
}

void pptx_native_add(struct pptx_pen *pen, const struct pptx_chart *first, const char *name, const char *alt)
{
	struct strbuf *b = &pen->out;
	for (const struct pptx_chart *chart = first; chart; chart = chart->next) {
		size_t rel = pptx_relate(pen, PPTX_REL_CHART, add_parts(pen->deck, chart));
		strbuf_add(b, "<p:graphicFrame><p:nvGraphicFramePr>");
		pptx_name(pen, name, chart == first || !chart->name ? alt : chart->name);
		strbuf_add(b, "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm>");
		pptx_box(b, chart->place);
		strbuf_addf(b,
		            "</p:xfrm><a:graphic><a:graphicData uri=\"" CHART "\"><c:chart xmlns:c=\"" CHART
		            "\" r:id=\"rId%zu\"/></a:graphicData></a:graphic></p:graphicFrame>\n",
		            rel);
	}
}
