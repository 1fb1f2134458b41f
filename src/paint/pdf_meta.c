/* What a reader, an archive and a search find without opening a page. */
#include "base/arena.h"
#include "base/markup.h"
#include "base/str.h"
#include "paint/pdf_parts.h"
#include "paint/seal.h"
#include "words/language.h"

#include <string.h>

/* ---- the profile: sRGB as of IEC 61966-2-1, ICC version 4, by hand ---- */

static void u32(struct strbuf *b, unsigned long n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		strbuf_addn(b, &(char){ (char)(n >> shift & 0xff) }, 1);
}

static void words(struct strbuf *b, const unsigned long *n, size_t count)
{
	for (size_t i = 0; i < count; i++)
		u32(b, n[i]);
}

/* One text in English, ASCII only. */
static void text_tag(struct strbuf *b, const char *text)
{
	size_t bytes = 2 * strlen(text);
	strbuf_add(b, "mluc");
	words(b, (const unsigned long[]){ 0, 1, 12 }, 3);
	strbuf_add(b, "enUS");
	words(b, (const unsigned long[]){ bytes, 28 }, 2);
	for (; *text; text++)
		strbuf_addn(b, (const char[]){ 0, *text }, 2);
	while (b->n % 4)
		strbuf_addn(b, "", 1);
}

static void xyz_tag(struct strbuf *b, unsigned long x, unsigned long y, unsigned long z)
{
	strbuf_add(b, "XYZ ");
	words(b, (const unsigned long[]){ 0, x, y, z }, 4);
}

enum { PROFILE_TAGS = 9, PROFILE_HEAD = 128 + 4 + 12 * PROFILE_TAGS };

/* The tags' data, and where each begins. All three curves are one, of the third parametric type. */
static void profile_data(struct strbuf *b, size_t offsets[PROFILE_TAGS + 1])
{
	static const unsigned long colors[4][3] = { { 0xF6D6, 0x10000, 0xD32D },
		                                    { 0x6FA2, 0x38F5, 0x0390 },
		                                    { 0x6299, 0xB785, 0x18DA },
		                                    { 0x24A0, 0x0F84, 0xB6CF } };
	size_t n = 0;
	offsets[n++] = b->n;
	text_tag(b, "sRGB");
	offsets[n++] = b->n;
	text_tag(b, "CC0");
	for (size_t i = 0; i < 4; i++) {
		offsets[n++] = b->n;
		xyz_tag(b, colors[i][0], colors[i][1], colors[i][2]);
	}
	offsets[n++] = b->n;
	strbuf_add(b, "para");
	words(b, (const unsigned long[]){ 0, 0x30000, 0x26666, 0xF2A7, 0x0D59, 0x13D0, 0x0A5B }, 7);
	offsets[n] = b->n;
}

struct bytes pdf_srgb(struct arena *arena)
{
	static const char *const names[PROFILE_TAGS] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ",
		                                         "bXYZ", "rTRC", "gTRC", "bTRC" };
	struct strbuf data = strbuf_new(arena), b = strbuf_new(arena);
	size_t at[PROFILE_TAGS + 1];
	profile_data(&data, at);
	words(&b, (const unsigned long[]){ PROFILE_HEAD + data.n, 0, 0x04200000 }, 3);
	strbuf_add(&b, "mntrRGB XYZ ");
	words(&b, (const unsigned long[]){ 0x07EA0001, 0x00010000, 0 }, 3); /* 1 January 2026 */
	strbuf_add(&b, "acsp");
	words(&b, (const unsigned long[]){ 0, 0, 0, 0, 0, 0, 0, 0xF6D6, 0x10000, 0xD32D, 0 }, 11);
	while (b.n < 128)
		strbuf_addn(&b, "", 1);
	u32(&b, PROFILE_TAGS);
	for (size_t i = 0; i < PROFILE_TAGS; i++) {
		size_t part = i < 6 ? i : 6;
		strbuf_add(&b, names[i]);
		words(&b, (const unsigned long[]){ PROFILE_HEAD + at[part], at[part + 1] - at[part] }, 2);
	}
	strbuf_addn(&b, data.s, data.n);
	return (struct bytes){ .data = b.s, .size = b.n };
}

static void add_colors(struct pdf_file *f, qpdf_oh catalog)
{
	qpdf_oh stream = pdf_stream(f, pdf_srgb(f->arena)), keys = pdf_stream_keys(f, stream), all = pdf_array(f);
	pdf_put(f, keys, "/N", pdf_number(f, 3));
	pdf_drop(f, keys);
	qpdf_oh intent = pdf_parse(f, "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
	                              "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
	pdf_put(f, intent, "/DestOutputProfile", stream);
	pdf_push(f, all, intent);
	pdf_put(f, catalog, "/OutputIntents", all);
}

/* ---- title, authors, dates ---- */

struct when {
	int year, month, day;
};

/* The clock would make every file different: noon in UTC of a given day takes its place. */
static struct when when_of(const struct paint_info *info)
{
	struct date d = info->date;
	return (struct when){ d.year ? d.year : 1970, d.month ? d.month : 1, d.day ? d.day : 1 };
}

static void add_alternative(struct strbuf *b, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	strbuf_addf(b, "<dc:%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
	markup_text(b, text, strlen(text));
	strbuf_addf(b, "</rdf:li></rdf:Alt></dc:%s>\n", name);
}

static const char *const xmp_head =
	"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
	"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
	"<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
	"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
	"xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" "
	"xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
	"xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
	"xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
	"xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
	"xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
	"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
	"<pdfuaid:part>1</pdfuaid:part>\n";

/* PDF/A does not know pdfuaid: a file that uses it must describe it. */
static const char *const xmp_tail =
	"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
	"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
	"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
	"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
	"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
	"<pdfaProperty:category>internal</pdfaProperty:category>\n"
	"<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\n"
	"</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
	"</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";

static const char *const drawn_by = "cairo and qpdf";

static void add_xmp(struct pdf_file *f, const struct pdf_draft *draft, qpdf_oh catalog)
{
	const struct paint_info *info = draft->info;
	const struct scene_document *first = &draft->document;
	struct when w = when_of(info);
	struct strbuf b = strbuf_new(f->arena);
	strbuf_add(&b, xmp_head);
	strbuf_add(&b, "<dc:format>application/pdf</dc:format>\n");
	add_alternative(&b, "title", first->title);
	add_alternative(&b, "description", first->source);
	strbuf_addf(&b, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", first->language->code);
	strbuf_add(&b, info->n_authors ? "<dc:creator><rdf:Seq>" : "");
	for (size_t i = 0; i < info->n_authors; i++) {
		strbuf_add(&b, "<rdf:li>");
		markup_text(&b, info->authors[i], strlen(info->authors[i]));
		strbuf_add(&b, "</rdf:li>");
	}
	strbuf_add(&b, info->n_authors ? "</rdf:Seq></dc:creator>\n" : "");
	strbuf_add(&b, "<xmp:CreatorTool>");
	markup_text(&b, info->producer, strlen(info->producer));
	strbuf_addf(&b, "</xmp:CreatorTool>\n<pdf:Producer>%s</pdf:Producer>\n", drawn_by);
	for (int i = 0; i < 2; i++) {
		const char *name = i ? "ModifyDate" : "CreateDate";
		strbuf_addf(&b, "<xmp:%s>%04d-%02d-%02dT12:00:00Z</xmp:%s>\n", name, w.year, w.month, w.day, name);
	}
	strbuf_addf(&b, "<xmpMM:InstanceID>urn:%s</xmpMM:InstanceID>\n", seal_blank);
	strbuf_add(&b, xmp_tail);
	qpdf_oh stream = pdf_stream(f, (struct bytes){ .data = b.s, .size = b.n }), keys = pdf_stream_keys(f, stream);
	pdf_put(f, keys, "/Type", pdf_name(f, "/Metadata"));
	pdf_put(f, keys, "/Subtype", pdf_name(f, "/XML"));
	pdf_drop(f, keys);
	pdf_put(f, catalog, "/Metadata", stream);
}

/* The same for readers without XMP. */
static void add_info(struct pdf_file *f, const struct pdf_draft *draft)
{
	const struct paint_info *info = draft->info;
	struct when w = when_of(info);
	qpdf_oh keys = pdf_dictionary(f), trailer = f->call.get_trailer(f->data);
	const char *when = arena_printf(f->arena, "D:%04d%02d%02d120000Z", w.year, w.month, w.day);
	struct strbuf authors = strbuf_new(f->arena);
	for (size_t i = 0; i < info->n_authors; i++)
		strbuf_addf(&authors, "%s%s", i ? "; " : "", info->authors[i]);
	if (draft->document.title)
		pdf_put(f, keys, "/Title", pdf_text(f, draft->document.title));
	if (draft->document.source && *draft->document.source)
		pdf_put(f, keys, "/Subject", pdf_text(f, draft->document.source));
	if (authors.n)
		pdf_put(f, keys, "/Author", pdf_text(f, authors.s));
	pdf_put(f, keys, "/Creator", pdf_text(f, info->producer));
	pdf_put(f, keys, "/Producer", pdf_text(f, drawn_by));
	pdf_put(f, keys, "/CreationDate", pdf_bytes(f, when));
	pdf_put(f, keys, "/ModDate", pdf_bytes(f, when));
	pdf_put(f, trailer, "/Size", pdf_parse(f, "0")); /* libqpdf writes the true one, and none where there is none */
	pdf_put(f, trailer, "/Info", pdf_indirect(f, keys));
	pdf_drop(f, trailer);
}

/* The label of a page is the number printed on it. */
void pdf_meta_add(struct pdf_file *f, const struct pdf_draft *draft)
{
	qpdf_oh catalog = f->call.get_root(f->data);
	pdf_put(f, catalog, "/Lang", pdf_bytes(f, draft->document.language->code));
	pdf_put(f, catalog, "/MarkInfo", pdf_parse(f, "<< /Marked true >>"));
	pdf_put(f, catalog, "/ViewerPreferences", pdf_parse(f, "<< /DisplayDocTitle true >>"));
	pdf_put(f, catalog, "/PageLabels", pdf_parse(f, "<< /Nums [0 << /S /D >>] >>"));
	add_xmp(f, draft, catalog);
	add_info(f, draft);
	add_colors(f, catalog);
	pdf_drop(f, catalog);
}

/* ---- files inside ---- */

static qpdf_oh embedded(struct pdf_file *f, const struct paint_info *info, const struct paint_attachment *a)
{
	struct when w = when_of(info);
	qpdf_oh stream = pdf_stream(f, a->bytes), keys = pdf_stream_keys(f, stream);
	struct strbuf type = strbuf_new(f->arena);
	strbuf_add(&type, "/");
	for (const char *p = a->media_type; *p; p++)
		strbuf_add(&type, *p == '/' ? "#2f" : (const char[]){ *p, '\0' });
	pdf_put(f, keys, "/Type", pdf_name(f, "/EmbeddedFile"));
	pdf_put(f, keys, "/Subtype", pdf_name(f, type.s));
	pdf_put(f, keys, "/Params",
	        pdf_parse(f, arena_printf(f->arena, "<< /Size %zu /ModDate (D:%04d%02d%02d120000Z) >>", a->bytes.size,
	                                  w.year, w.month, w.day)));
	pdf_drop(f, keys);
	return stream;
}

static qpdf_oh file_specification(struct pdf_file *f, const struct paint_info *info, const struct paint_attachment *a)
{
	qpdf_oh spec = pdf_parse(f, "<< /Type /Filespec >>"), files = pdf_dictionary(f), stream = embedded(f, info, a);
	pdf_put_again(f, files, "/F", stream);
	pdf_put(f, files, "/UF", stream);
	pdf_put(f, spec, "/EF", files);
	pdf_put(f, spec, "/F", pdf_text(f, a->name));
	pdf_put(f, spec, "/UF", pdf_text(f, a->name));
	pdf_put(f, spec, "/Desc", pdf_text(f, a->description));
	pdf_put(f, spec, "/AFRelationship", pdf_name(f, a->relation == PAINT_SOURCE ? "/Source" : "/Data"));
	return pdf_indirect(f, spec);
}

/* A tree of names must be sorted, and callers pass the files in that order. */
void pdf_attachments_add(struct pdf_file *f, const struct pdf_draft *draft)
{
	const struct paint_info *info = draft->info;
	if (!info->n_attachments)
		return;
	qpdf_oh catalog = f->call.get_root(f->data), list = pdf_array(f), names = pdf_array(f),
		tree = pdf_dictionary(f);
	for (size_t i = 0; i < info->n_attachments; i++) {
		qpdf_oh spec = file_specification(f, info, &info->attachments[i]);
		pdf_push(f, names, pdf_text(f, info->attachments[i].name));
		pdf_push_again(f, names, spec);
		pdf_push(f, list, spec);
	}
	pdf_put(f, tree, "/Names", names);
	if (!f->call.oh_has_key(f->data, catalog, "/Names"))
		pdf_put(f, catalog, "/Names", pdf_dictionary(f));
	qpdf_oh all = f->call.oh_get_key(f->data, catalog, "/Names");
	pdf_put(f, all, "/EmbeddedFiles", tree);
	pdf_drop(f, all);
	pdf_put(f, catalog, "/AF", list);
	pdf_drop(f, catalog);
}
