/* Links, as annotations: Cairo's own corrupt the file if a URI contains a backslash or a parenthesis. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_parts.h"
#include "paint/pdf_tail.h"

/* A URI is percent-encoded where a reader might misread it. */
static char *clean_uri(struct arena *arena, const char *uri)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = uri; *p; p++) {
		unsigned char c = (unsigned char)*p;
		if (c <= 0x20 || c >= 0x7f || c == '\\' || c == '(' || c == ')' || c == '\'' || c == '"' || c == '<' ||
		    c == '>')
			strbuf_addf(&b, "%%%02X", (unsigned)c);
		else
			strbuf_addn(&b, p, 1);
	}
	return b.s;
}

/* A name as Cairo writes it: UTF-16 where it is not ASCII. */
static qpdf_oh destination(struct pdf_file *f, const char *name)
{
	struct strbuf text = strbuf_new(f->arena);
	pdf_add_text(&text, name);
	return pdf_parse(f, text.s);
}

static qpdf_oh annotation(struct pdf_file *f, const struct pdf_draft *draft, const struct pdf_link *link)
{
	struct rect r = link->link.rect;
	double height = draft->heights[link->page];
	const char *uri = link->link.uri;
	size_t key = f->n_pages + (size_t)(link - draft->links);
	qpdf_oh a = pdf_parse(f, arena_printf(f->arena,
	                                      "<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /StructParent %zu "
	                                      "/Rect [%.2f %.2f %.2f %.2f] >>",
	                                      key, r.x, height - rect_bottom(r), rect_right(r), height - r.y));
	pdf_put(f, a, "/Contents", pdf_text(f, link->tag->alt ? link->tag->alt : uri));
	if (uri[0] == '#') {
		pdf_put(f, a, "/Dest", destination(f, uri + 1));
	} else {
		qpdf_oh action = pdf_parse(f, "<< /Type /Action /S /URI >>");
		pdf_put(f, action, "/URI", pdf_bytes(f, clean_uri(f->arena, uri)));
		pdf_put(f, a, "/A", action);
	}
	return pdf_indirect(f, a);
}

void pdf_links_add(struct pdf_file *f, const struct pdf_draft *draft)
{
	for (size_t i = 0; i < draft->n_links; i++) {
		const struct pdf_link *link = &draft->links[i];
		qpdf_oh page = f->pages[link->page];
		if (!f->call.oh_has_key(f->data, page, "/Annots"))
			pdf_put(f, page, "/Annots", pdf_array(f));
		qpdf_oh all = f->call.oh_get_key(f->data, page, "/Annots");
		pdf_push(f, all, annotation(f, draft, link));
		pdf_drop(f, all);
	}
}
