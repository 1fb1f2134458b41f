#include "base/arena.h"
#include "base/diag.h"
#include "paint/pdf_parts.h"
#include "paint/pdf_tail.h"

#include <stdlib.h>

struct pass {
	struct pdf_file *f;
	const struct pdf_draft *draft;
	int *seen; /* numbers of the objects that were repaired */
	size_t n_seen, room;
};

/* ---- what pages refer to ---- */

static bool is_new(struct pass *p, qpdf_oh object)
{
	int id = p->f->call.oh_get_object_id(p->f->data, object);
	for (size_t i = 0; i < p->n_seen; i++)
		if (p->seen[i] == id)
			return false;
	p->seen = arena_grow(p->f->arena, p->seen, &p->room, p->n_seen, sizeof *p->seen);
	p->seen[p->n_seen++] = id;
	return true;
}

static bool is_name(struct pdf_file *f, qpdf_oh dictionary, const char *key, const char *name)
{
	qpdf_oh value = f->call.oh_get_key(f->data, dictionary, key);
	bool is = f->call.oh_is_name_and_equals(f->data, value, name);
	pdf_drop(f, value);
	return is;
}

/* TrueType outlines need a map from codes to glyphs, even if it maps each to itself. */
static void repair_font(struct pass *p, qpdf_oh font)
{
	struct pdf_file *f = p->f;
	if (!f->call.oh_has_key(f->data, font, "/DescendantFonts"))
		return;
	qpdf_oh below = f->call.oh_get_key(f->data, font, "/DescendantFonts");
	for (int i = 0, n = f->call.oh_get_array_n_items(f->data, below); i < n; i++) {
		qpdf_oh one = f->call.oh_get_array_item(f->data, below, i);
		if (is_name(f, one, "/Subtype", "/CIDFontType2"))
			pdf_put(f, one, "/CIDToGIDMap", pdf_name(f, "/Identity"));
		pdf_drop(f, one);
	}
	pdf_drop(f, below);
}

/* PDF/A forbids smoothing of pictures; their masks are pictures, too. */
static void repair_image(struct pass *p, qpdf_oh image)
{
	struct pdf_file *f = p->f;
	qpdf_oh keys = pdf_stream_keys(f, image), mask = f->call.oh_get_key(f->data, keys, "/SMask");
	f->call.oh_remove_key(f->data, keys, "/Interpolate");
	if (f->call.oh_is_stream(f->data, mask)) {
		qpdf_oh own = pdf_stream_keys(f, mask);
		f->call.oh_remove_key(f->data, own, "/Interpolate");
		pdf_drop(f, own);
	}
	pdf_drop(f, mask);
	pdf_drop(f, keys);
}

static void repair_all(struct pass *p, qpdf_oh resources, const char *kind, void (*repair)(struct pass *p, qpdf_oh one))
{
	struct pdf_file *f = p->f;
	qpdf_oh all = f->call.oh_get_key(f->data, resources, kind);
	if (f->call.oh_is_dictionary(f->data, all)) {
		f->call.oh_begin_dict_key_iter(f->data, all);
		while (f->call.oh_dict_more_keys(f->data)) {
			qpdf_oh one = f->call.oh_get_key(f->data, all, f->call.oh_dict_next_key(f->data));
			if (is_new(p, one))
				repair(p, one);
			pdf_drop(f, one);
		}
	}
	pdf_drop(f, all);
}

/* ---- pages ---- */

static int pieces_of(const struct pdf_draft *draft, size_t page, size_t *from)
{
	int n = 0;
	while (*from < draft->n_leaves && draft->leaves[*from].page == page) {
		++*from;
		n++;
	}
	return n;
}

static void release_operators(void *operators)
{
	free(operators);
}

static bool mark_page(struct pass *p, qpdf_oh page, int pieces)
{
	struct pdf_file *f = p->f;
	qpdf_oh stream = f->call.oh_get_key(f->data, page, "/Contents");
	unsigned char *operators = NULL;
	size_t size = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	struct arena *scratch = arena_new_below(f->arena);
	bool ok = f->call.oh_is_stream(f->data, stream) &&
	          !(f->call.oh_get_stream_data(f->data, stream, qpdf_dl_generalized, &filtered, &operators, &size) &
	            QPDF_ERRORS) &&
	          filtered;
	if (operators)
		arena_defer(scratch, release_operators, operators);
	const char *marked = ok ? pdf_content_mark(scratch, (const char *)operators, size, pieces, &size) : NULL;
	if (marked)
		pdf_stream_fill(f, stream, (struct bytes){ .data = marked, .size = size });
	arena_free(scratch);
	pdf_drop(f, stream);
	return marked || pdf_file_fail(f, "Cairo's output does not match the layout");
}

static bool finish_page(struct pass *p, size_t i, int pieces)
{
	struct pdf_file *f = p->f;
	qpdf_oh page = f->pages[i], resources = f->call.oh_get_key(f->data, page, "/Resources");
	repair_all(p, resources, "/Font", repair_font);
	repair_all(p, resources, "/XObject", repair_image);
	pdf_drop(f, resources);
	f->call.oh_remove_key(f->data, page, "/Annots");
	pdf_put(f, page, "/Tabs", pdf_name(f, "/S"));
	pdf_put(f, page, "/StructParents", pdf_number(f, (long long)i));
	return mark_page(p, page, pieces);
}

/* ---- the file ---- */

/* The whole file but the tree of tags, of which it has the root. */
static bool finish_pages(const struct pdf_draft *draft, struct arena *arena, struct bytes *out, struct diags *diags)
{
	struct pass p = { .f = pdf_file_open(arena, draft->file, diags), .draft = draft };
	if (!p.f)
		return false;
	if (p.f->n_pages != draft->n_pages)
		return pdf_file_fail(p.f, "Cairo drew a different number of pages");
	for (size_t i = 0, leaf = 0; i < draft->n_pages; i++)
		if (!finish_page(&p, i, pieces_of(draft, i, &leaf)))
			return false;
	qpdf_oh catalog = p.f->call.get_root(p.f->data);
	pdf_put(p.f, catalog, "/StructTreeRoot", pdf_indirect(p.f, pdf_parse(p.f, "<< /Type /StructTreeRoot >>")));
	pdf_drop(p.f, catalog);
	pdf_links_add(p.f, draft);
	pdf_meta_add(p.f, draft);
	pdf_attachments_add(p.f, draft);
	return pdf_file_write(p.f, out);
}

static size_t number_of(struct pdf_file *f, qpdf_oh object)
{
	size_t number = (size_t)f->call.oh_get_object_id(f->data, object);
	pdf_drop(f, object);
	return number;
}

static void find_links(struct pdf_file *f, const struct pdf_draft *draft, struct pdf_places *places)
{
	size_t page = f->n_pages;
	int next = 0;
	for (size_t i = 0; i < draft->n_links; i++) {
		next = draft->links[i].page == page ? next + 1 : 0;
		page = draft->links[i].page;
		qpdf_oh all = f->call.oh_get_key(f->data, f->pages[page], "/Annots");
		places->links[i] = number_of(f, f->call.oh_get_array_item(f->data, all, next));
		pdf_drop(f, all);
	}
}

static bool find_places(const struct pdf_draft *draft, struct bytes file, struct pdf_places *places,
                        struct diags *diags)
{
	struct arena *arena = draft->arena, *scratch = arena_new_below(arena);
	places->pages = arena_alloc(arena, draft->n_pages + 1, sizeof *places->pages);
	places->links = arena_alloc(arena, draft->n_links + 1, sizeof *places->links);
	struct pdf_file *f = pdf_file_open(scratch, file, diags);
	bool ok = f && f->n_pages == draft->n_pages;
	if (ok) {
		qpdf_oh catalog = f->call.get_root(f->data);
		places->root = number_of(f, f->call.oh_get_key(f->data, catalog, "/StructTreeRoot"));
		for (size_t i = 0; i < f->n_pages; i++)
			places->pages[i] = (size_t)f->call.oh_get_object_id(f->data, f->pages[i]);
		find_links(f, draft, places);
	}
	arena_free(scratch);
	return ok;
}

bool pdf_finish(const struct pdf_draft *draft, struct bytes *out, struct diags *diags)
{
	struct pdf_places places;
	struct bytes file;
	struct arena *own = arena_new_below(draft->arena); /* libqpdf's objects end with it */
	bool ok = finish_pages(draft, own, &file, diags);
	struct pdf_tail *tail = ok ? pdf_tail_open(draft->arena, file) : NULL;
	ok = ok && find_places(draft, file, &places, diags);
	arena_free(own);
	if (!ok)
		return false;
	if (!tail) {
		diag_add(diags, DIAG_FAILURE, place_file(NULL), "install another version of libqpdf",
		         "the PDF cannot be finished: libqpdf gave it no end that can be read");
		return false;
	}
	pdf_tree_put(tail, draft, &places);
	*out = pdf_tail_close(tail);
	return true;
}
