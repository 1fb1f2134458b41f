/* The theme of a look: its colours and fonts, so that all slides follow a theme that is put in its place. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "style/look.h"

const char pptx_spaces[] = " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
			   " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
			   " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

static void slot(struct strbuf *b, const char *name, struct color color)
{
	char hex[8];
	color_hex(color, hex);
	strbuf_addf(b, "<a:%s><a:srgbClr val=\"%s\"/></a:%s>", name, hex + 1, name);
}

/* On a dark look the light text is still the first pair's other half: the master's map turns them. */
static void add_colors(struct strbuf *b, const struct palette *p)
{
	slot(b, "dk1", p->ink);
	slot(b, "lt1", p->background);
	slot(b, "dk2", p->ink2);
	slot(b, "lt2", p->panel);
	slot(b, "accent1", p->highlight);
	slot(b, "accent2", p->tag);
	slot(b, "accent3", p->better);
	slot(b, "accent4", p->worse);
	slot(b, "accent5", p->muted);
	slot(b, "accent6", palette_pale(p));
	slot(b, "hlink", p->highlight);
	slot(b, "folHlink", p->ink2);
}

static void add_font(struct strbuf *b, const char *name, const char *font)
{
	strbuf_addf(b, "<a:%s><a:latin typeface=\"", name);
	markup_value(b, font);
	strbuf_addf(b, "\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:%s>", name);
}

/* Three of each, as every theme has to have them: all plain. */
static const char formats[] =
	"<a:fmtScheme name=\"benchbrief\"><a:fillStyleLst><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
	"<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
	"</a:fillStyleLst><a:lnStyleLst>"
	"<a:ln w=\"6350\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/></a:ln>"
	"<a:ln w=\"12700\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/></a:ln>"
	"<a:ln w=\"19050\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/></a:ln>"
	"</a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/>"
	"</a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst>"
	"<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
	"<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme>";

char *pptx_theme(const struct pptx *deck, const char *name)
{
	struct strbuf b = strbuf_new(deck->arena);
	const struct look *look = deck->info->look;
	strbuf_addf(&b, "%s<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"",
	            pptx_xml_head);
	markup_value(&b, name);
	strbuf_add(&b, "\"><a:themeElements><a:clrScheme name=\"");
	markup_value(&b, name);
	strbuf_add(&b, "\">");
	add_colors(&b, &look->palette);
	strbuf_add(&b, "</a:clrScheme><a:fontScheme name=\"");
	markup_value(&b, look->office);
	strbuf_add(&b, "\">");
	add_font(&b, "majorFont", look->office);
	add_font(&b, "minorFont", look->office);
	strbuf_addf(&b, "</a:fontScheme>%s</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>\n",
	            formats);
	return b.s;
}

/* ---- levels of text ---- */

enum { LEVELS = 9, HUNDREDTHS = 100 };

static void add_levels(struct strbuf *b, const char *color, int size, bool bold, bool bullets)
{
	enum { INDENT = 342900 };
	for (int i = 1; i <= LEVELS; i++) {
		strbuf_addf(b,
		            "<a:lvl%dpPr marL=\"%d\" algn=\"l\" defTabSz=\"914400\" rtl=\"0\" eaLnBrk=\"1\" "
		            "latinLnBrk=\"0\""
		            " hangingPunct=\"1\"%s>",
		            i, bullets ? i * INDENT : 0, bullets ? " indent=\"-342900\"" : " indent=\"0\"");
		strbuf_add(b,
		           bullets ? "<a:buFont typeface=\"Arial\"/><a:buChar char=\"\xe2\x96\xaa\"/>" : "<a:buNone/>");
		strbuf_addf(b,
		            "<a:defRPr sz=\"%d\" b=\"%d\" kern=\"1200\"><a:solidFill><a:schemeClr "
		            "val=\"%s\"/></a:solidFill>"
		            "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/>"
		            "</a:defRPr></a:lvl%dpPr>",
		            size * HUNDREDTHS, bold, color, i);
	}
}

char *pptx_default_text(const struct pptx *deck)
{
	enum { SIZE = 18 };
	struct strbuf b = strbuf_new(deck->arena);
	strbuf_add(&b, "<p:defaultTextStyle>");
	add_levels(&b, "tx1", SIZE, false, false);
	strbuf_add(&b, "</p:defaultTextStyle>");
	return b.s;
}

/* ---- the master of slides ---- */

static const char color_map[] =
	"<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
	"accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" "
	"folHlink=\"folHlink\"/>";

static const char tree_head[] =
	"<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
	"<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" "
	"cy=\"0\"/></a:xfrm>"
	"</p:grpSpPr>\n";

struct holder { /* of a placeholder, as shares of the slide */
	const char *name, *holder, *anchor, *align;
	double x, y, w, h;
	int size; /* of its type, 0: as the master has it */
};

static const struct holder places[] = {
	{ "Title", "type=\"title\"", "t", "l", 0.0417, 0.075, 0.9167, 0.09, 28 },
	{ "Text", "type=\"body\" idx=\"1\"", "t", "l", 0.0417, 0.2, 0.9167, 0.7, 0 },
	{ "Footer", "type=\"ftr\" sz=\"quarter\" idx=\"11\"", "b", "l", 0.0417, 0.94, 0.5, 0.035, 12 },
	{ "Slide number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", "b", "r", 0.75, 0.94, 0.2083, 0.035, 12 },
	{ "Title", "type=\"ctrTitle\"", "t", "l", 0.0417, 0.16, 0.9167, 0.15, 46 },
};
enum { PLACE_TITLE, PLACE_BODY, PLACE_FOOTER, PLACE_NUMBER, PLACE_COVER };

static void add_place(const struct pptx *deck, struct strbuf *b, const struct holder *p, int id, bool empty)
{
	struct rect r = { p->x * deck->width, p->y * deck->height, p->w * deck->width, p->h * deck->height };
	strbuf_addf(b,
	            "<p:sp><p:nvSpPr><p:cNvPr id=\"%d\" name=\"%s\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
	            "<p:nvPr><p:ph %s/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>",
	            id, p->name, p->holder);
	pptx_box(b, r);
	strbuf_addf(
		b,
		"</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert=\"horz\" "
		"lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"%s\"><a:noAutofit/></a:bodyPr>"
		"<a:lstStyle>",
		p->anchor);
	if (p->size)
		strbuf_addf(b, "<a:lvl1pPr algn=\"%s\"><a:defRPr sz=\"%d\"/></a:lvl1pPr>", p->align,
		            p->size * HUNDREDTHS);
	strbuf_add(b, "</a:lstStyle><a:p>");
	if (p == &places[PLACE_NUMBER])
		strbuf_addf(
			b,
			"<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"%s\"/>"
			"<a:t>\xe2\x80\xb9#\xe2\x80\xba</a:t></a:fld>",
			deck->language);
	else if (!empty)
		strbuf_addf(b, "<a:r><a:rPr lang=\"%s\"/><a:t>%s</a:t></a:r>", deck->language, p->name);
	strbuf_add(b, "</a:p></p:txBody></p:sp>\n");
}

char *pptx_master(const struct pptx *deck)
{
	enum { FIRST = 2, TITLE = 28, BODY = 18 };
	struct strbuf b = strbuf_new(deck->arena);
	strbuf_addf(&b,
	            "%s<p:sldMaster%s><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>"
	            "<a:effectLst/></p:bgPr></p:bg>%s",
	            pptx_xml_head, pptx_spaces, tree_head);
	for (int i = PLACE_TITLE; i <= PLACE_NUMBER; i++)
		add_place(deck, &b, &places[i], FIRST + i, i == PLACE_FOOTER);
	strbuf_addf(&b, "</p:spTree></p:cSld>%s<p:sldLayoutIdLst>", color_map);
	for (unsigned i = 0; i < PPTX_LAYOUTS; i++)
		strbuf_addf(&b, "<p:sldLayoutId id=\"%u\" r:id=\"rId%u\"/>", 2147483649u + i, i + 1);
	strbuf_add(&b, "</p:sldLayoutIdLst><p:hf hdr=\"0\" dt=\"0\"/><p:txStyles><p:titleStyle>");
	add_levels(&b, "tx1", TITLE, true, false);
	strbuf_add(&b, "</p:titleStyle><p:bodyStyle>");
	add_levels(&b, "tx1", BODY, false, true);
	strbuf_add(&b, "</p:bodyStyle><p:otherStyle>");
	add_levels(&b, "tx1", BODY, false, false);
	strbuf_add(&b, "</p:otherStyle></p:txStyles></p:sldMaster>\n");
	return b.s;
}

char *pptx_layout(const struct pptx *deck, enum pptx_layout layout, const char *furniture)
{
	enum { FIRST = 900 }; /* no shape of the furniture has such a number */
	static const struct {
		const char *name, *type;
		int title;
	} kinds[PPTX_LAYOUTS] = { { "Cover", "title", PLACE_COVER },
		                  { "Part", "secHead", PLACE_TITLE },
		                  { "Title and content", "titleOnly", PLACE_TITLE },
		                  { "Title only", "titleOnly", PLACE_TITLE } };
	struct strbuf b = strbuf_new(deck->arena);
	strbuf_addf(&b, "%s<p:sldLayout%s type=\"%s\" preserve=\"1\"><p:cSld name=\"%s\">%s%s", pptx_xml_head,
	            pptx_spaces, kinds[layout].type, kinds[layout].name, tree_head, furniture);
	add_place(deck, &b, &places[kinds[layout].title], FIRST, false);
	if (layout != PPTX_COVER)
		for (int i = PLACE_FOOTER; i <= PLACE_NUMBER; i++)
			add_place(deck, &b, &places[i], FIRST + i, i == PLACE_FOOTER);
	strbuf_add(&b, "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>\n");
	return b.s;
}

/* ---- notes ---- */

char *pptx_notes_master(const struct pptx *deck)
{
	enum { SIZE = 12 };
	struct strbuf b = strbuf_new(deck->arena);
	strbuf_addf(&b,
	            "%s<p:notesMaster%s><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill>"
	            "<a:effectLst/></p:bgPr></p:bg>%s",
	            pptx_xml_head, pptx_spaces, tree_head);
	strbuf_add(
		&b,
		"<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
		"noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" "
		"idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr>"
		"<a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/></a:xfrm>"
		"<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>\n");
	strbuf_add(&b,
	           "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
	           "<p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
	           "<a:off x=\"685800\" y=\"4400550\"/><a:ext cx=\"5486400\" cy=\"3600450\"/></a:xfrm>"
	           "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>"
	           "<a:p><a:r><a:t>Notes</a:t></a:r></a:p></p:txBody></p:sp>\n");
	strbuf_addf(&b, "</p:spTree></p:cSld>%s<p:notesStyle>", color_map);
	add_levels(&b, "tx1", SIZE, false, false);
	strbuf_add(&b, "</p:notesStyle></p:notesMaster>\n");
	return b.s;
}
