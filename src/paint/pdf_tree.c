/* The tree of tags. A tag that holds text itself has its parts in the order in which they are drawn; all others in that
 * in which their tags were made. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_parts.h"

enum { HEADINGS_MAX = 6 };

struct kid { /* exactly one of three */
	struct node *node;
	const struct pdf_leaf *leaf;
	const struct pdf_link *link;
	struct kid *next;
};

struct node {
	const struct scene_tag *tag;
	struct kid *first, *last;
	bool direct;   /* holds content itself */
	bool used;     /* or something below it does */
	bool attached; /* to the one above it */
	int level;     /* HEADING: in the tree */
	qpdf_oh element;
};

struct tree {
	struct pdf_file *f;
	const struct pdf_draft *draft;
	struct node *nodes; /* by the numbers of their tags, which are in the order of reading */
	size_t n_nodes;
	qpdf_oh **of_leaves; /* by page and number */
	qpdf_oh column, row; /* attributes of heads */
	size_t n_notes;
};

/* ---- what belongs where ---- */

static struct node *above(struct tree *t, const struct node *node)
{
	return node->tag->inside ? &t->nodes[node->tag->inside->number] : NULL;
}

static void add_kid(struct tree *t, struct node *node, struct kid kid)
{
	struct kid *own = arena_alloc(t->f->arena, 1, sizeof *own);
	*own = kid;
	if (node->last)
		node->last->next = own;
	else
		node->first = own;
	node->last = own;
}

static void attach(struct tree *t, struct node *node)
{
	struct node *parent = above(t, node);
	if (!parent || node->attached)
		return;
	node->attached = true;
	add_kid(t, parent, (struct kid){ .node = node });
}

static void use(struct tree *t, struct node *node)
{
	for (; node && !node->used; node = above(t, node))
		node->used = true;
}

static void make_nodes(struct tree *t)
{
	const struct pdf_draft *d = t->draft;
	size_t made = *d->root->made;
	t->n_nodes = made + d->n_extras;
	t->nodes = arena_alloc(t->f->arena, t->n_nodes, sizeof *t->nodes);
	for (const struct scene_tag *tag = d->root; tag; tag = scene_tag_next(tag)) {
		t->nodes[tag->number].tag = tag;
	}
	for (size_t i = 0; i < d->n_extras; i++)
		t->nodes[made + i].tag = d->extras[i];
}

/* Tables keep their empty cells. */
static bool is_kept(const struct node *node)
{
	return node->used || node->tag->kind == TAG_HEAD || node->tag->kind == TAG_CELL;
}

static void hang(struct tree *t)
{
	const struct pdf_draft *d = t->draft;
	for (size_t i = 0; i < d->n_leaves; i++) {
		struct node *node = &t->nodes[d->leaves[i].tag->number];
		struct node *up = above(t, node);
		node->direct = true;
		if (up && node->tag->number >= *d->root->made) /* a sign as a picture is text of the tag above */
			up->direct = true;
		use(t, node);
	}
	for (size_t i = 0; i < d->n_links; i++)
		use(t, &t->nodes[d->links[i].tag->number]);
	for (size_t i = 0; i < d->n_leaves; i++) {
		struct node *node = &t->nodes[d->leaves[i].tag->number];
		add_kid(t, node, (struct kid){ .leaf = &d->leaves[i] });
		for (struct node *up; !node->attached && (up = above(t, node)) && up->direct; node = up)
			attach(t, node);
	}
	for (const struct scene_tag *tag = d->root; tag; tag = scene_tag_next(tag)) {
		struct node *node = &t->nodes[tag->number];
		if (is_kept(node))
			attach(t, node);
	}
	for (size_t i = 0; i < d->n_links; i++)
		add_kid(t, &t->nodes[d->links[i].tag->number], (struct kid){ .link = &d->links[i] });
}

/* The first heading is of level 1, and none is more than one below the one before it. */
static void level_headings(struct tree *t)
{
	int open[HEADINGS_MAX], depth = 0;
	for (const struct scene_tag *tag = t->draft->root; tag; tag = scene_tag_next(tag)) {
		struct node *node = &t->nodes[tag->number];
		if (tag->kind == TAG_HEADING && node->used) {
			while (depth > 0 && open[depth - 1] >= tag->level)
				depth--;
			depth -= depth == HEADINGS_MAX;
			open[depth++] = tag->level;
			node->level = depth;
		}
	}
}

/* ---- elements ---- */

static const char *type_of(const struct node *node)
{
	static const char *const headings[] = { "/H1", "/H2", "/H3", "/H4", "/H5", "/H6" };
	switch (node->tag->kind) {
	case TAG_DOCUMENT:
		return "/Document";
	case TAG_GROUP:
		return "/Div";
	case TAG_TITLE:
		return "/Title";
	case TAG_HEADING:
		return headings[node->level - 1];
	case TAG_PARAGRAPH:
		return "/P";
	case TAG_QUOTE:
		return "/BlockQuote";
	case TAG_CODE:
		return "/Code";
	case TAG_LIST:
		return "/L";
	case TAG_ITEM:
		return "/LI";
	case TAG_LABEL:
		return "/Lbl";
	case TAG_BODY:
		return "/LBody";
	case TAG_TABLE:
		return "/Table";
	case TAG_ROW:
		return "/TR";
	case TAG_HEAD:
		return "/TH";
	case TAG_CELL:
		return "/TD";
	case TAG_FIGURE:
		return "/Figure";
	case TAG_CAPTION:
		return "/Caption";
	case TAG_CONTENTS:
		return "/TOC";
	case TAG_ENTRY:
		return "/TOCI";
	case TAG_REFERENCE:
		return "/Reference";
	case TAG_NOTE:
		return "/Note";
	case TAG_LINK:
		return "/Link";
	case TAG_SPAN:
		return "/Span";
	}
	return "/Span";
}

static void add_box(struct tree *t, const struct node *node)
{
	const struct kid *kid = node->first;
	while (kid && !kid->leaf)
		kid = kid->next;
	if (!kid)
		return;
	struct rect r = kid->leaf->rect;
	double height = t->draft->heights[kid->leaf->page];
	pdf_put(t->f, node->element, "/A",
	        pdf_parse(t->f,
	                  arena_printf(t->f->arena, "<< /O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f] >>",
	                               r.x, height - rect_bottom(r), rect_right(r), height - r.y)));
}

static void add_attributes(struct tree *t, const struct node *node)
{
	const struct scene_tag *tag = node->tag;
	struct pdf_file *f = t->f;
	if (tag->kind == TAG_FIGURE && tag->alt)
		pdf_put(f, node->element, "/Alt", pdf_text(f, tag->alt));
	if (tag->actual)
		pdf_put(f, node->element, "/ActualText", pdf_text(f, tag->actual));
	if (tag->kind == TAG_FIGURE)
		add_box(t, node);
	if (tag->kind == TAG_HEAD)
		pdf_put_again(f, node->element, "/A", tag->of_row ? t->row : t->column);
	if (tag->kind == TAG_LIST)
		pdf_put(f, node->element, "/A",
		        pdf_parse(f, tag->ordered ? "<< /O /List /ListNumbering /Decimal >>"
		                                  : "<< /O /List /ListNumbering /Square >>"));
	if (tag->kind == TAG_NOTE)
		pdf_put(f, node->element, "/ID", pdf_bytes(f, arena_printf(f->arena, "note-%06zu", ++t->n_notes)));
}

/* ---- kids ---- */

static void make_element(struct tree *t, struct node *node, qpdf_oh parent);

static qpdf_oh leaf_kid(struct tree *t, const struct node *node, const struct pdf_leaf *leaf, size_t page)
{
	struct pdf_file *f = t->f;
	t->of_leaves[leaf->page][leaf->number] = node->element;
	if (leaf->page == page)
		return pdf_number(f, leaf->number);
	qpdf_oh reference = pdf_parse(f, arena_printf(f->arena, "<< /Type /MCR /MCID %d >>", leaf->number));
	pdf_put_again(f, reference, "/Pg", f->pages[leaf->page]);
	return reference;
}

/* Of a link: its annotation, which is put on the page. */
static qpdf_oh link_kid(struct tree *t, const struct pdf_link *link)
{
	struct pdf_file *f = t->f;
	qpdf_oh a = pdf_link_annotation(f, t->draft, link), page = f->pages[link->page];
	qpdf_oh reference = pdf_parse(f, "<< /Type /OBJR >>");
	pdf_put_again(f, reference, "/Obj", a);
	pdf_put_again(f, reference, "/Pg", page);
	if (!f->call.oh_has_key(f->data, page, "/Annots"))
		pdf_put(f, page, "/Annots", pdf_array(f));
	qpdf_oh all = f->call.oh_get_key(f->data, page, "/Annots");
	pdf_push(f, all, a);
	pdf_drop(f, all);
	return reference;
}

static qpdf_oh make_kid(struct tree *t, const struct node *node, const struct kid *kid, size_t page)
{
	if (kid->leaf)
		return leaf_kid(t, node, kid->leaf, page);
	if (kid->link)
		return link_kid(t, kid->link);
	make_element(t, kid->node, node->element);
	return 0;
}

static void add_kids(struct tree *t, struct node *node)
{
	struct pdf_file *f = t->f;
	size_t page = f->n_pages;
	for (const struct kid *kid = node->first; kid && page == f->n_pages; kid = kid->next)
		if (kid->leaf)
			page = kid->leaf->page;
	if (page < f->n_pages)
		pdf_put_again(f, node->element, "/Pg", f->pages[page]);
	qpdf_oh all = pdf_array(f);
	for (const struct kid *kid = node->first; kid; kid = kid->next) {
		qpdf_oh made = make_kid(t, node, kid, page);
		if (kid->node)
			pdf_push_again(f, all, kid->node->element);
		else if (node->first == node->last)
			pdf_put_again(f, node->element, "/K", made);
		else
			pdf_push_again(f, all, made);
		if (!kid->node)
			pdf_drop(f, made);
	}
	if (node->first && (node->first != node->last || node->first->node))
		pdf_put_again(f, node->element, "/K", all);
	pdf_drop(f, all);
}

static void make_element(struct tree *t, struct node *node, qpdf_oh parent)
{
	struct pdf_file *f = t->f;
	node->element = pdf_indirect(f, pdf_dictionary(f));
	pdf_put(f, node->element, "/S", pdf_name(f, type_of(node)));
	pdf_put_again(f, node->element, "/P", parent);
	add_attributes(t, node);
	add_kids(t, node);
}

/* ---- the whole ---- */

/* From content and annotations back to elements: pages first, then links. */
static void add_parents(struct tree *t, qpdf_oh root)
{
	struct pdf_file *f = t->f;
	const struct pdf_draft *d = t->draft;
	qpdf_oh numbers = pdf_array(f), parents = pdf_dictionary(f);
	for (size_t page = 0, i = 0; page < f->n_pages; page++) {
		qpdf_oh own = pdf_array(f);
		for (; i < d->n_leaves && d->leaves[i].page == page; i++)
			pdf_push_again(f, own, t->of_leaves[page][d->leaves[i].number]);
		pdf_push(f, numbers, pdf_number(f, (long long)page));
		pdf_push(f, numbers, pdf_indirect(f, own));
		pdf_put(f, f->pages[page], "/StructParents", pdf_number(f, (long long)page));
	}
	for (size_t i = 0; i < d->n_links; i++) {
		pdf_push(f, numbers, pdf_number(f, (long long)(f->n_pages + i)));
		pdf_push_again(f, numbers, t->nodes[d->links[i].tag->number].element);
	}
	pdf_put(f, parents, "/Nums", numbers);
	pdf_put(f, root, "/ParentTree", pdf_indirect(f, parents));
	pdf_put(f, root, "/ParentTreeNextKey", pdf_number(f, (long long)(f->n_pages + d->n_links)));
}

static void add_ids(struct tree *t, qpdf_oh root)
{
	struct pdf_file *f = t->f;
	qpdf_oh names = pdf_array(f), ids = pdf_dictionary(f);
	size_t n = 0;
	for (size_t i = 0; i < t->n_nodes; i++) {
		qpdf_oh element = t->nodes[i].element;
		if (!element || t->nodes[i].tag->kind != TAG_NOTE)
			continue;
		pdf_push(f, names, f->call.oh_get_key(f->data, element, "/ID"));
		pdf_push_again(f, names, element);
		n++;
	}
	pdf_put(f, ids, "/Names", names);
	if (n)
		pdf_put_again(f, root, "/IDTree", ids);
	pdf_drop(f, ids);
}

void pdf_tree_add(struct pdf_file *f, const struct pdf_draft *draft)
{
	struct tree t = { .f = f, .draft = draft };
	qpdf_oh catalog = f->call.get_root(f->data), root;
	t.of_leaves = arena_alloc(f->arena, f->n_pages + 1, sizeof *t.of_leaves);
	for (size_t i = draft->n_leaves; i-- > 0;) {
		const struct pdf_leaf *leaf = &draft->leaves[i];
		if (!t.of_leaves[leaf->page]) /* the last of its page */
			t.of_leaves[leaf->page] = arena_alloc(f->arena, (size_t)leaf->number + 1, sizeof **t.of_leaves);
	}
	make_nodes(&t);
	hang(&t);
	level_headings(&t);
	t.column = pdf_indirect(f, pdf_parse(f, "<< /O /Table /Scope /Column >>"));
	t.row = pdf_indirect(f, pdf_parse(f, "<< /O /Table /Scope /Row >>"));
	root = pdf_indirect(f, pdf_parse(f, "<< /Type /StructTreeRoot /RoleMap << /Title /P >> >>"));
	make_element(&t, &t.nodes[0], root);
	pdf_put_again(f, root, "/K", t.nodes[0].element);
	add_parents(&t, root);
	add_ids(&t, root);
	pdf_put(f, catalog, "/StructTreeRoot", root);
	pdf_drop(f, catalog);
}
