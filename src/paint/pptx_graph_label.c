/* Labels of points as XML: a number that follows its cell, and words from the sheet beside it. */
#include "paint/pptx_graph.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_xml.h"

#define EXTENSION "http://schemas.microsoft.com/office/drawing/2012/chart"

static const char *side_of(enum graph_side side)
{
	static const char *const words[] = { "r", "l", "t", "b", "ctr", "outEnd", "inBase", "inEnd" };
	return words[side];
}

static bool is_plain(const struct graph *g, const struct graph_label *l)
{
	return !g->across && l->n_parts == 1 && l->parts[0].kind == GRAPH_VALUE;
}

static bool is_alike(const struct graph *g, const struct graph_label *a, const struct graph_label *b)
{
	return is_plain(g, a) && is_plain(g, b) && str_eq(a->format, b->format) && a->side == b->side &&
	       a->parts[0].bold == b->parts[0].bold && color_equal(a->parts[0].ink, b->parts[0].ink) &&
	       !(fabs(a->dx) + fabs(a->dy) + fabs(b->dx) + fabs(b->dy) > 0);
}

/* The label that most plain ones are like: NULL if there are none. */
static const struct graph_label *usual(const struct graph *g, const struct graph_series *s)
{
	const struct graph_label *best = NULL;
	size_t most = 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t alike = 0;
		for (size_t k = 0; k < s->n && k < 100; k++)
			alike += is_alike(g, &s->points[i].label, &s->points[k].label);
		if (alike > most) {
			most = alike;
			best = &s->points[i].label;
		}
	}
	return best;
}

static void add_shows(struct strbuf *b, bool value)
{
	strbuf_addf(b,
	            "<c:showLegendKey val=\"0\"/><c:showVal val=\"%d\"/><c:showCatName val=\"0\"/>"
	            "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>",
	            value);
}

static void add_format(struct strbuf *b, const char *format)
{
	strbuf_add(b, "<c:numFmt formatCode=\"");
	markup_value(b, format ? format : "General");
	strbuf_add(b, "\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
}

static void add_style(const struct graph *g, struct strbuf *b, const struct graph_part *part)
{
	pptx_graph_add_text_style(g, b, g->size, part->bold, part->ink);
}

/* A field, or a run of text. Fields have ids, which nothing refers to. */
static void add_part(const struct graph *g, struct strbuf *b, const struct graph_part *part, double size, size_t id)
{
	const char *type = part->kind == GRAPH_VALUE  ? g->across                 ? "XVALUE"
	                                                : g->form == GRAPH_POINTS ? "YVALUE"
	                                                                          : "VALUE"
	                   : part->kind == GRAPH_NAME ? "SERIESNAME"
	                                              : "CELLRANGE";
	if (part->kind == GRAPH_TEXT)
		strbuf_add(b, "<a:r>");
	else
		strbuf_addf(b, "<a:fld id=\"{%08zX-0000-4000-8000-000000000000}\" type=\"%s\">", id, type);
	pptx_graph_add_type(g, b, "rPr", size, part->bold, part->ink);
	strbuf_add(b, "<a:t>");
	markup_value(b, part->text);
	strbuf_add(b, part->kind == GRAPH_TEXT ? "</a:t></a:r>" : "</a:t></a:fld>");
}

static void add_space(const struct graph *g, struct strbuf *b, const struct graph_part *like, double size)
{
	struct graph_part space = { GRAPH_TEXT, " ", like->ink, false };
	add_part(g, b, &space, size, 0);
}

static void add_paragraph(const struct graph *g, struct strbuf *b, const struct graph_part *like, double size)
{
	strbuf_add(b, "<a:p><a:pPr>");
	pptx_graph_add_type(g, b, "defRPr", size, like->bold, like->ink);
	strbuf_add(b, "</a:pPr>");
}

/* The parts, one after the other, with spaces between them. */
static void add_rich(const struct graph *g, struct strbuf *b, const struct graph_label *l, size_t first)
{
	double size = l->small ? g->small : g->size;
	strbuf_add(b, "<c:tx><c:rich><a:bodyPr rot=\"0\" vert=\"horz\" wrap=\"none\"/><a:lstStyle/>");
	add_paragraph(g, b, &l->parts[0], size);
	for (size_t i = 0; i < l->n_parts; i++) {
		if (i && l->piled) {
			strbuf_add(b, "</a:p>");
			add_paragraph(g, b, &l->parts[i], size);
		} else if (i) {
			add_space(g, b, &l->parts[i], size);
		}
		add_part(g, b, &l->parts[i], size, first + i);
	}
	strbuf_addf(b, "<a:endParaRPr lang=\"%s\"/></a:p></c:rich></c:tx>", g->language);
}

static void add_moved(struct strbuf *b, const struct graph_label *l)
{
	if (fabs(l->dx) + fabs(l->dy) > 0)
		strbuf_addf(
			b,
			"<c:layout><c:manualLayout><c:x val=\"%.6f\"/><c:y val=\"%.6f\"/></c:manualLayout></c:layout>",
			l->dx, l->dy);
}

static bool has_part(const struct graph_label *l, enum graph_part_kind kind)
{
	for (size_t i = 0; i < l->n_parts; i++)
		if (l->parts[i].kind == kind)
			return true;
	return false;
}

static void add_label(const struct graph *g, struct strbuf *b, const struct graph_label *l, size_t i, size_t id)
{
	strbuf_addf(b, "<c:dLbl><c:idx val=\"%zu\"/>", i);
	if (!l->n_parts) {
		strbuf_add(b, "<c:delete val=\"1\"/></c:dLbl>");
		return;
	}
	add_moved(b, l);
	if (!is_plain(g, l))
		add_rich(g, b, l, id);
	add_format(b, l->format);
	if (is_plain(g, l))
		add_style(g, b, &l->parts[0]);
	strbuf_addf(b, "<c:dLblPos val=\"%s\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"%d\"/>", side_of(l->side),
	            has_part(l, GRAPH_VALUE) && !g->across);
	strbuf_addf(b,
	            "<c:showCatName val=\"%d\"/><c:showSerName val=\"%d\"/><c:showPercent val=\"0\"/>"
	            "<c:showBubbleSize val=\"0\"/>",
	            has_part(l, GRAPH_VALUE) && g->across, has_part(l, GRAPH_NAME));
	if (!is_plain(g, l))
		strbuf_addf(b,
		            "<c:extLst><c:ext uri=\"{CE6537A1-D6FC-4f65-9D91-7224C49458BB}\" xmlns:c15=\"" EXTENSION
		            "\"><c15:showDataLabelsRange val=\"%d\"/></c:ext></c:extLst>",
		            has_part(l, GRAPH_CELL));
	strbuf_add(b, "</c:dLbl>");
}

/* From labels that stand apart to their points (an extension of 2012). */
static void add_leaders(struct strbuf *b, bool shown)
{
	strbuf_addf(b,
	            "<c:extLst><c:ext uri=\"{CE6537A1-D6FC-4f65-9D91-7224C49458BB}\" xmlns:c15=\"" EXTENSION
	            "\"><c15:showLeaderLines val=\"%d\"/></c:ext></c:extLst>",
	            shown);
}

void pptx_graph_add_labels(const struct graph *g, struct strbuf *b, const struct graph_series *s)
{
	enum { IDS = 16 }; /* more than a label has parts */
	static const struct graph_label none;
	const struct graph_label *like = usual(g, s);
	bool any = false;
	for (size_t i = 0; i < s->n; i++)
		any |= s->points[i].label.n_parts > 0;
	if (!any)
		return;
	strbuf_add(b, "<c:dLbls>");
	for (size_t i = 0; i < s->n; i++) {
		const struct graph_label *l = &s->points[i].label;
		if (l->n_parts ? !like || !is_alike(g, l, like) : like && s->points[i].present)
			add_label(g, b, l->n_parts ? l : &none, i, (size_t)(s - g->series + 1) * 0x10000 + i * IDS + 1);
	}
	if (like) {
		add_format(b, like->format);
		add_style(g, b, &like->parts[0]);
		strbuf_addf(b, "<c:dLblPos val=\"%s\"/>", side_of(like->side));
	}
	add_shows(b, like != NULL);
	add_leaders(b, (g->form == GRAPH_POINTS && !g->across) || g->form == GRAPH_LINES || g->form == GRAPH_DATED);
	strbuf_add(b, "</c:dLbls>");
}
