/* The package of a presentation: all parts, how they refer to each other, and what each is. */
#include "base/arena.h"
#include "base/hash.h"
#include "paint/pptx_parts.h"
#include "paint/pptx_said.h"
#include "paint/seal.h"
#include "paint/zip_write.h"
#include "style/look.h"

#include <string.h>

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define TYPES "application/vnd.openxmlformats-officedocument."

static const char rels_head[] =
	"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n";

enum { SLIDE_ID = 256 }; /* of the first slide */

struct member {
	const char *name;
	struct bytes bytes;
	bool packed; /* already */
};

struct package {
	struct pptx *deck;
	struct member *members; /* but the list of types, which is the first in the file */
	size_t n_members, members_room;
	struct strbuf types; /* of parts */
	size_t n_notes;
	const char *plain[PPTX_LAYOUTS]; /* the furniture of each layout */
};

/* ---- parts ---- */

static void put_bytes(struct package *p, const char *name, const char *type, struct bytes bytes, bool packed)
{
	p->members = arena_grow(p->deck->arena, p->members, &p->members_room, p->n_members, sizeof *p->members);
	p->members[p->n_members++] = (struct member){ name, bytes, packed };
	if (type)
		strbuf_addf(&p->types, "<Override PartName=\"/%s\" ContentType=\"%s\"/>\n", name, type);
}

static void put(struct package *p, const char *name, const char *type, const char *xml)
{
	put_bytes(p, name, type, (struct bytes){ .data = xml, .size = strlen(xml) }, false);
}

static void relate(struct strbuf *b, const char *id, const char *type, const char *target, bool outside)
{
	strbuf_addf(b, "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"", id, strstr(type, "://") ? "" : RELATIONS,
	            type);
	markup_value(b, target);
	strbuf_addf(b, "\"%s/>\n", outside ? " TargetMode=\"External\"" : "");
}

static struct strbuf rels_new(struct package *p)
{
	struct strbuf b = strbuf_new(p->deck->arena);
	strbuf_addf(&b, "%s%s", pptx_xml_head, rels_head);
	return b;
}

static void put_rels(struct package *p, const char *name, struct strbuf *rels)
{
	strbuf_add(rels, "</Relationships>\n");
	put(p, name, NULL, rels->s);
}

static char *id_of(struct package *p, size_t n)
{
	return arena_printf(p->deck->arena, "rId%zu", n);
}

/* ---- slides ---- */

/* A layout has the furniture of the first slide that has it; slides with other furniture have a plain layout. */
static void settle_layouts(struct package *p)
{
	struct pptx *deck = p->deck;
	for (size_t i = 0; i < deck->n_slides; i++) {
		struct pptx_slide *s = &deck->slides[i];
		if (!p->plain[s->layout])
			p->plain[s->layout] = s->furniture;
		if (str_eq(p->plain[s->layout], s->furniture) && !s->ground)
			s->furniture = "";
		else
			s->layout = PPTX_PLAIN;
	}
	p->plain[PPTX_PLAIN] = "";
	for (size_t i = 0; i < PPTX_LAYOUTS; i++)
		p->plain[i] = p->plain[i] ? p->plain[i] : "";
}

static char *slide_xml(struct package *p, const struct pptx_slide *s)
{
	struct strbuf b = strbuf_new(p->deck->arena);
	strbuf_addf(&b, "%s<p:sld%s><p:cSld>", pptx_xml_head, pptx_spaces);
	if (s->ground)
		strbuf_addf(&b, "<p:bg><p:bgPr>%s<a:effectLst/></p:bgPr></p:bg>", s->ground);
	strbuf_addf(
		&b,
		"<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
		"<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/>"
		"<a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>\n%s%s</p:spTree></p:cSld><p:clrMapOvr>"
		"<a:masterClrMapping/></p:clrMapOvr></p:sld>\n",
		s->furniture, s->shapes);
	return b.s;
}

static void slide_rel(struct package *p, struct strbuf *rels, size_t number, const struct pptx_rel *rel)
{
	struct arena *arena = p->deck->arena;
	const char *id = id_of(p, number), *to;
	switch (rel->kind) {
	case PPTX_REL_LINK:
		relate(rels, id, "hyperlink", rel->target, true);
		return;
	case PPTX_REL_JUMP:
		to = map_find(&p->deck->targets, rel->target);
		relate(rels, id, "slide", arena_printf(arena, "slide%s.xml", to ? to : "1"), false);
		return;
	case PPTX_REL_IMAGE:
	case PPTX_REL_CHART:
		relate(rels, id, rel->kind == PPTX_REL_IMAGE ? "image" : "chart",
		       arena_printf(arena, "../%s", rel->target + strlen("ppt/")), false);
		return;
	}
}

static char *notes_xml(struct package *p, const struct pptx_slide *s)
{
	struct strbuf b = strbuf_new(p->deck->arena);
	strbuf_addf(
		&b,
		"%s<p:notes%s><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
		"</p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide image\"/><p:cNvSpPr>"
		"<a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/>"
		"</p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr>"
		"<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" "
		"idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>"
		"<p:txBody><a:bodyPr/><a:lstStyle/>",
		pptx_xml_head, pptx_spaces);
	for (size_t i = 0; i < s->n_said; i++) {
		strbuf_addf(&b, "<a:p><a:r><a:rPr lang=\"%s\"/><a:t>", p->deck->language);
		markup_value(&b, s->said[i]);
		strbuf_add(&b, "</a:t></a:r></a:p>");
	}
	strbuf_add(&b, "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
	               "</p:notes>\n");
	return b.s;
}

static void put_notes(struct package *p, const struct pptx_slide *s, size_t number)
{
	struct arena *arena = p->deck->arena;
	struct strbuf rels = rels_new(p);
	size_t n = ++p->n_notes;
	relate(&rels, "rId1", "notesMaster", "../notesMasters/notesMaster1.xml", false);
	relate(&rels, "rId2", "slide", arena_printf(arena, "../slides/slide%zu.xml", number), false);
	put(p, arena_printf(arena, "ppt/notesSlides/notesSlide%zu.xml", n), TYPES "presentationml.notesSlide+xml",
	    notes_xml(p, s));
	put_rels(p, arena_printf(arena, "ppt/notesSlides/_rels/notesSlide%zu.xml.rels", n), &rels);
}

static void put_slide(struct package *p, size_t i)
{
	struct arena *arena = p->deck->arena;
	const struct pptx_slide *s = &p->deck->slides[i];
	struct strbuf rels = rels_new(p);
	const char *xml = slide_xml(p, s);
	relate(&rels, "rId1", "slideLayout",
	       arena_printf(arena, "../slideLayouts/slideLayout%d.xml", (int)s->layout + 1), false);
	if (s->n_said)
		relate(&rels, "rId2", "notesSlide",
		       arena_printf(arena, "../notesSlides/notesSlide%zu.xml", p->n_notes + 1), false);
	for (size_t k = 0; k < s->n_rels; k++)
		slide_rel(p, &rels, k + PPTX_REL_FIRST, &s->rels[k]);
	put(p, arena_printf(arena, "ppt/slides/slide%zu.xml", i + 1), TYPES "presentationml.slide+xml", xml);
	put_rels(p, arena_printf(arena, "ppt/slides/_rels/slide%zu.xml.rels", i + 1), &rels);
	if (s->n_said)
		put_notes(p, s, i + 1);
}

/* ---- what all slides share ---- */

static void put_masters(struct package *p)
{
	struct pptx *deck = p->deck;
	struct arena *arena = deck->arena;
	struct strbuf rels = rels_new(p);
	for (size_t i = 0; i < PPTX_LAYOUTS; i++) {
		struct strbuf own = rels_new(p);
		put(p, arena_printf(arena, "ppt/slideLayouts/slideLayout%zu.xml", i + 1),
		    TYPES "presentationml.slideLayout+xml", pptx_layout(deck, (enum pptx_layout)i, p->plain[i]));
		relate(&own, "rId1", "slideMaster", "../slideMasters/slideMaster1.xml", false);
		put_rels(p, arena_printf(arena, "ppt/slideLayouts/_rels/slideLayout%zu.xml.rels", i + 1), &own);
		relate(&rels, id_of(p, i + 1), "slideLayout",
		       arena_printf(arena, "../slideLayouts/slideLayout%zu.xml", i + 1), false);
	}
	relate(&rels, id_of(p, PPTX_LAYOUTS + 1), "theme", "../theme/theme1.xml", false);
	put(p, "ppt/slideMasters/slideMaster1.xml", TYPES "presentationml.slideMaster+xml", pptx_master(deck));
	put_rels(p, "ppt/slideMasters/_rels/slideMaster1.xml.rels", &rels);
	put(p, "ppt/theme/theme1.xml", TYPES "theme+xml", pptx_theme(deck, deck->info->look->name));
	if (!p->n_notes)
		return;
	rels = rels_new(p);
	relate(&rels, "rId1", "theme", "../theme/theme2.xml", false);
	put(p, "ppt/notesMasters/notesMaster1.xml", TYPES "presentationml.notesMaster+xml", pptx_notes_master(deck));
	put_rels(p, "ppt/notesMasters/_rels/notesMaster1.xml.rels", &rels);
	put(p, "ppt/theme/theme2.xml", TYPES "theme+xml", pptx_theme(deck, "Notes"));
}

/* "{8-4-4-4-12}", from what it is of. */
static char *guid(struct arena *arena, const char *of)
{
	char hex[65];
	hash_sha256_hex(of, strlen(of), hex);
	for (char *c = hex; *c; c++)
		*c = (char)(*c >= 'a' && *c <= 'f' ? *c - 'a' + 'A' : *c);
	return arena_printf(arena, "{%.8s-%.4s-4%.3s-8%.3s-%.12s}", hex, hex + 8, hex + 12, hex + 15, hex + 18);
}

/* The parts of the deck, each with its slides; what stands before the first part has the title's name. */
static void add_sections(struct package *p, struct strbuf *b)
{
	const struct pptx *deck = p->deck;
	const char *last = NULL;
	bool any = false;
	for (size_t i = 0; i < deck->n_slides; i++)
		any |= deck->slides[i].part != NULL;
	if (!any)
		return;
	strbuf_add(b, "<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst "
	              "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">");
	for (size_t i = 0; i < deck->n_slides; i++) {
		const char *part = deck->slides[i].part;
		if (i == 0 || !str_eq(part, last)) {
			strbuf_add(b, i ? "</p14:sldIdLst></p14:section>" : "");
			strbuf_add(b, "<p14:section name=\"");
			const char *name = part ? part : deck->document.title ? deck->document.title : "";
			markup_value(b, name);
			strbuf_addf(b, "\" id=\"%s\"><p14:sldIdLst>",
			            guid(deck->arena, arena_printf(deck->arena, "%zu %s", i, name)));
		}
		strbuf_addf(b, "<p14:sldId id=\"%zu\"/>", i + SLIDE_ID);
		last = part;
	}
	strbuf_add(b, "</p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>");
}

static void put_presentation(struct package *p)
{
	struct pptx *deck = p->deck;
	struct strbuf b = strbuf_new(deck->arena), rels = rels_new(p);
	size_t id = 1;
	strbuf_addf(&b,
	            "%s<p:presentation%s saveSubsetFonts=\"1\" autoCompressPictures=\"0\"><p:sldMasterIdLst>"
	            "<p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>",
	            pptx_xml_head, pptx_spaces);
	relate(&rels, id_of(p, id++), "slideMaster", "slideMasters/slideMaster1.xml", false);
	if (p->n_notes) {
		strbuf_addf(&b, "<p:notesMasterIdLst><p:notesMasterId r:id=\"rId%zu\"/></p:notesMasterIdLst>", id);
		relate(&rels, id_of(p, id++), "notesMaster", "notesMasters/notesMaster1.xml", false);
	}
	strbuf_add(&b, "<p:sldIdLst>");
	for (size_t i = 0; i < deck->n_slides; i++) {
		strbuf_addf(&b, "<p:sldId id=\"%zu\" r:id=\"rId%zu\"/>", i + SLIDE_ID, id);
		relate(&rels, id_of(p, id++), "slide", arena_printf(deck->arena, "slides/slide%zu.xml", i + 1), false);
	}
	strbuf_addf(&b, "</p:sldIdLst><p:sldSz cx=\"%ld\" cy=\"%ld\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>%s",
	            pptx_emu(deck->width), pptx_emu(deck->height), pptx_default_text(deck));
	add_sections(p, &b);
	strbuf_add(&b, "</p:presentation>\n");
	relate(&rels, id_of(p, id++), "theme", "theme/theme1.xml", false);
	relate(&rels, id_of(p, id++), "presProps", "presProps.xml", false);
	relate(&rels, id_of(p, id++), "tableStyles", "tableStyles.xml", false);
	relate(&rels, id_of(p, id), "customXml", "../customXml/item1.xml", false);
	put(p, "ppt/presentation.xml", TYPES "presentationml.presentation.main+xml", b.s);
	put_rels(p, "ppt/_rels/presentation.xml.rels", &rels);
	put(p, "ppt/presProps.xml", TYPES "presentationml.presProps+xml",
	    arena_printf(deck->arena, "%s<p:presentationPr%s/>\n", pptx_xml_head, pptx_spaces));
	put(p, "ppt/tableStyles.xml", TYPES "presentationml.tableStyles+xml",
	    arena_printf(deck->arena,
	                 "%s<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
	                 "def=\"{2D5ABB26-0587-4C30-8999-92F81FD0307C}\"/>\n",
	                 pptx_xml_head));
}

/* ---- properties ---- */

static void element(struct strbuf *b, const char *name, const char *attributes, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(b, "<%s%s>", name, attributes);
	markup_value(b, text);
	strbuf_addf(b, "</%s>", name);
}

static void put_core(struct package *p)
{
	const struct pptx *deck = p->deck;
	const struct paint_info *info = deck->info;
	struct strbuf b = strbuf_new(deck->arena), authors = strbuf_new(deck->arena);
	static const char when[] = " xsi:type=\"dcterms:W3CDTF\"";
	for (size_t i = 0; i < info->n_authors; i++)
		strbuf_addf(&authors, "%s%s", i ? "; " : "", info->authors[i]);
	strbuf_addf(
		&b,
		"%s<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
		"core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
		"xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
		pptx_xml_head);
	element(&b, "dc:title", "", deck->document.title);
	element(&b, "dc:creator", "", authors.n ? authors.s : info->producer);
	element(&b, "dc:description", "", deck->document.source);
	element(&b, "dc:language", "", deck->language);
	if (info->date.year) {
		const char *date = arena_printf(deck->arena, "%sT00:00:00Z", date_iso(deck->arena, info->date));
		element(&b, "dcterms:created", when, date);
		element(&b, "dcterms:modified", when, date);
	}
	strbuf_add(&b, "</cp:coreProperties>\n");
	put(p, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", b.s);
}

static void put_properties(struct package *p)
{
	const struct pptx *deck = p->deck;
	struct strbuf b = strbuf_new(deck->arena);
	put_core(p);
	strbuf_addf(
		&b,
		"%s<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">",
		pptx_xml_head);
	element(&b, "Application", "", deck->info->producer);
	strbuf_addf(&b, "<Slides>%zu</Slides><Notes>%zu</Notes></Properties>\n", deck->n_slides, p->n_notes);
	put(p, "docProps/app.xml", TYPES "extended-properties+xml", b.s);
	b = strbuf_new(deck->arena);
	strbuf_addf(&b,
	            "%s<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
	            "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
	            "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"Data SHA-256\">",
	            pptx_xml_head);
	element(&b, "vt:lpwstr", "", deck->data_hash ? deck->data_hash : "none");
	strbuf_add(&b, "</property><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" "
	               "name=\"Producer\">");
	element(&b, "vt:lpwstr", "", deck->info->producer);
	strbuf_add(&b, "</property></Properties>\n");
	put(p, "docProps/custom.xml", TYPES "custom-properties+xml", b.s);
}

static bool get_part(void *of, struct arena *arena, const char *part, struct bytes *out)
{
	const struct package *p = of;
	(void)arena;
	for (size_t i = 0; i < p->n_members; i++)
		if (str_eq(p->members[i].name, part)) {
			*out = p->members[i].bytes;
			return true;
		}
	return false;
}

/* Last, for it holds what all others say. */
static void put_cargo(struct package *p)
{
	struct pptx *deck = p->deck;
	struct strbuf texts = strbuf_new(deck->arena), rels = rels_new(p);
	struct pptx_said_list said = { .arena = deck->arena };
	pptx_said_all(&said, &(struct pptx_source){ p, get_part });
	pptx_said_write(&texts, &said);
	put(p, pptx_cargo_name, NULL, pptx_cargo(deck->arena, deck->info, texts.s));
	relate(&rels, "rId1", "customXmlProps", "itemProps1.xml", false);
	put_rels(p, "customXml/_rels/item1.xml.rels", &rels);
	put(p, "customXml/itemProps1.xml", TYPES "customXmlProperties+xml",
	    arena_printf(deck->arena,
	                 "%s<ds:datastoreItem ds:itemID=\"%s\" "
	                 "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs>"
	                 "<ds:schemaRef ds:uri=\"%s\"/></ds:schemaRefs></ds:datastoreItem>\n",
	                 pptx_xml_head, guid(deck->arena, pptx_cargo_space), pptx_cargo_space));
}

static void put_root(struct package *p)
{
	struct strbuf rels = rels_new(p);
	relate(&rels, "rId1", "officeDocument", "ppt/presentation.xml", false);
	relate(&rels, "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
	       "docProps/core.xml", false);
	relate(&rels, "rId3", "extended-properties", "docProps/app.xml", false);
	relate(&rels, "rId4", "custom-properties", "docProps/custom.xml", false);
	put_rels(p, "_rels/.rels", &rels);
}

/* ---- the whole ---- */

static char *types_of(const struct package *p)
{
	return arena_printf(p->deck->arena,
	                    "%s<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
	                    "<Default Extension=\"rels\" "
	                    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
	                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n"
	                    "<Default Extension=\"png\" ContentType=\"image/png\"/>\n"
	                    "<Default Extension=\"xlsx\" ContentType=\"" TYPES "spreadsheetml.sheet\"/>\n%s</Types>\n",
	                    pptx_xml_head, p->types.s);
}

/* Programs look at the first member to see what the file is. */
static bool write(const struct package *p, struct bytes *out)
{
	struct zip_write *zip = zip_write_new(p->deck->arena);
	const char *types = types_of(p);
	zip_write_add(zip, "[Content_Types].xml", (struct bytes){ .data = types, .size = strlen(types) });
	for (size_t i = 0; i < p->n_members; i++) {
		const struct member *m = &p->members[i];
		(m->packed ? zip_write_store : zip_write_add)(zip, m->name, m->bytes);
	}
	return zip_write_end(zip, seal_blank, out);
}

bool pptx_package(struct pptx *deck, struct bytes *out)
{
	struct package p = { .deck = deck, .types = strbuf_new(deck->arena) };
	settle_layouts(&p);
	put_root(&p);
	for (size_t i = 0; i < deck->n_slides; i++)
		put_slide(&p, i);
	put_masters(&p);
	put_presentation(&p);
	put_properties(&p);
	for (size_t i = 0; i < deck->n_parts; i++)
		put_bytes(&p, deck->parts[i].name, deck->parts[i].type, deck->parts[i].bytes, deck->parts[i].packed);
	put_cargo(&p);
	if (write(&p, out))
		return true;
	diag_add(deck->diags, DIAG_ERROR, place_file(NULL), "split it", "a presentation of more than 4 GB");
	return false;
}
