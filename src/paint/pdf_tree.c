/* The tree of tags. A tag that holds text itself has its parts in the order in which they are drawn; all others in that
 * in which their tags were made. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_parts.h"
#include "paint/pdf_tail.h"

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
	size_t number; /* of its object; 0: none */
	size_t note;   /* its number among the notes, from 1 */
};

struct tree {
	struct arena *arena;
	const struct pdf_draft *draft;
	struct node *nodes; /* by the numbers of their tags, which are in the order of reading */
	size_t n_nodes, n_elements;
	struct pdf_tail *tail;
	const size_t *pages, *links; /* the numbers of their objects */
	size_t root, column, row;    /* column, row: attributes of heads */
	struct strbuf text;          /* of the object at hand */
};

/* ---- what belongs where ---- */

static struct node *above(struct tree *t, const struct node *node)
{
	return node->tag->inside ? &t->nodes[node->tag->inside->number] : NULL;
}

static void add_kid(struct tree *t, struct node *node, struct kid kid)
{
	struct kid *own = arena_alloc(t->arena, 1, sizeof *own);
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
	t->nodes = arena_alloc(t->arena, t->n_nodes, sizeof *t->nodes);
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

/* Has its parts as drawn: it holds text itself, or is a reference in a text, whose content is a link. */
static bool is_running(const struct node *node)
{
	return node->direct || node->tag->kind == TAG_REFERENCE;
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
		for (struct node *up; !node->attached && (up = above(t, node)) && is_running(up); node = up)
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

/* ---- types ---- */

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

/* ---- what objects say ---- */

static void say(struct tree *t, const char *words)
{
	strbuf_add(&t->text, words);
}

static void say_number(struct tree *t, const char *before, size_t n, const char *behind)
{
	say(t, before);
	pdf_add_number(&t->text, n);
	say(t, behind);
}

static void say_text(struct tree *t, const char *key, const char *text)
{
	say(t, key);
	pdf_add_text(&t->text, text);
}

static void say_box(struct tree *t, const struct node *node)
{
	const struct kid *kid = node->first;
	while (kid && !kid->leaf)
		kid = kid->next;
	if (!kid)
		return;
	struct rect r = kid->leaf->rect;
	double height = t->draft->heights[kid->leaf->page];
	strbuf_addf(&t->text, " /A << /O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f] >>", r.x,
	            height - rect_bottom(r), rect_right(r), height - r.y);
}

static void say_attributes(struct tree *t, const struct node *node)
{
	const struct scene_tag *tag = node->tag;
	if (tag->kind == TAG_FIGURE && tag->alt)
		say_text(t, " /Alt ", tag->alt);
	if (tag->actual)
		say_text(t, " /ActualText ", tag->actual);
	if (tag->language)
		strbuf_addf(&t->text, " /Lang (%s)", tag->language);
	if (tag->kind == TAG_FIGURE)
		say_box(t, node);
	if (tag->kind == TAG_HEAD)
		say_number(t, " /A ", tag->of_row ? t->row : t->column, " 0 R");
	if (tag->kind == TAG_LIST)
		strbuf_addf(&t->text, " /A << /O /List /ListNumbering /%s >>",
		            tag->list == LIST_NUMBERED ? "Decimal"
		            : tag->list == LIST_BARE   ? "None"
		                                       : "Square");
	if (tag->kind == TAG_NOTE)
		strbuf_addf(&t->text, " /ID (note-%06zu)", node->note);
}

/* page: the one that the element names. */
static void say_kid(struct tree *t, const struct kid *kid, size_t page)
{
	if (kid->node) {
		say_number(t, " ", kid->node->number, " 0 R");
	} else if (kid->link) {
		say_number(t, " << /Type /OBJR /Obj ", t->links[kid->link - t->draft->links], " 0 R");
		say_number(t, " /Pg ", t->pages[kid->link->page], " 0 R >>");
	} else if (kid->leaf->page == page) {
		say_number(t, " ", (size_t)kid->leaf->number, "");
	} else {
		say_number(t, " << /Type /MCR /MCID ", (size_t)kid->leaf->number, "");
		say_number(t, " /Pg ", t->pages[kid->leaf->page], " 0 R >>");
	}
}

/* ---- elements ---- */

static void number_elements(struct tree *t, struct node *node, size_t first)
{
	node->number = first + t->n_elements++;
	for (const struct kid *kid = node->first; kid; kid = kid->next)
		if (kid->node)
			number_elements(t, kid->node, first);
}

static void number_notes(struct tree *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n_nodes; i++)
		if (t->nodes[i].number && t->nodes[i].tag->kind == TAG_NOTE)
			t->nodes[i].note = ++n;
}

static void put_element(struct tree *t, const struct node *node, size_t parent)
{
	const struct kid *kid = node->first;
	while (kid && !kid->leaf)
		kid = kid->next;
	size_t page = kid ? kid->leaf->page : t->draft->n_pages;
	say(t, "<< /S ");
	say(t, type_of(node));
	say_number(t, " /P ", parent, " 0 R");
	say_attributes(t, node);
	if (kid)
		say_number(t, " /Pg ", t->pages[page], " 0 R");
	if (node->first) {
		bool many = node->first != node->last || node->first->node;
		say(t, many ? " /K [" : " /K");
		for (kid = node->first; kid; kid = kid->next)
			say_kid(t, kid, page);
		say(t, many ? " ]" : "");
	}
	say(t, " >>");
	pdf_tail_put(t->tail, node->number, &t->text);
	for (kid = node->first; kid; kid = kid->next)
		if (kid->node)
			put_element(t, kid->node, node->number);
}

/* ---- the whole ---- */

/* From the content of each page back to elements; then from annotations. */
static void put_parents(struct tree *t, size_t first)
{
	const struct pdf_draft *d = t->draft;
	for (size_t page = 0, i = 0; page < d->n_pages; page++) {
		say(t, "[");
		for (; i < d->n_leaves && d->leaves[i].page == page; i++)
			say_number(t, " ", t->nodes[d->leaves[i].tag->number].number, " 0 R");
		say(t, " ]");
		pdf_tail_put(t->tail, first + page, &t->text);
	}
	say(t, "<< /Nums [");
	for (size_t page = 0; page < d->n_pages; page++) {
		say_number(t, " ", page, "");
		say_number(t, " ", first + page, " 0 R");
	}
	for (size_t i = 0; i < d->n_links; i++) {
		say_number(t, " ", d->n_pages + i, "");
		say_number(t, " ", t->nodes[d->links[i].tag->number].number, " 0 R");
	}
	say(t, " ] >>");
	pdf_tail_put(t->tail, first + d->n_pages, &t->text);
}

static void say_ids(struct tree *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->n_nodes; i++) {
		const struct node *node = &t->nodes[i];
		if (!node->note)
			continue;
		say(t, n++ ? "" : " /IDTree << /Names [");
		strbuf_addf(&t->text, " (note-%06zu) %zu 0 R", node->note, node->number);
	}
	say(t, n ? " ] >>" : "");
}

static void put_root(struct tree *t, size_t parents)
{
	say(t, "<< /Type /StructTreeRoot /RoleMap << /Title /P >>");
	say_number(t, " /K ", t->nodes[0].number, " 0 R");
	say_number(t, " /ParentTree ", parents, " 0 R");
	say_number(t, " /ParentTreeNextKey ", t->draft->n_pages + t->draft->n_links, "");
	say_ids(t);
	say(t, " >>");
	pdf_tail_put(t->tail, t->root, &t->text);
}

static void put_attributes(struct tree *t, size_t number, const char *text)
{
	say(t, text);
	pdf_tail_put(t->tail, number, &t->text);
}

void pdf_tree_put(struct pdf_tail *tail, const struct pdf_draft *draft, const struct pdf_places *places)
{
	struct tree t = { .arena = draft->arena,
		          .draft = draft,
		          .tail = tail,
		          .pages = places->pages,
		          .links = places->links,
		          .root = places->root,
		          .text = strbuf_new(draft->arena) };
	make_nodes(&t);
	hang(&t);
	level_headings(&t);
	number_elements(&t, &t.nodes[0], 0);
	size_t first = pdf_tail_reserve(tail, t.n_elements + draft->n_pages + 3), parents = first + t.n_elements;
	t.n_elements = 0;
	number_elements(&t, &t.nodes[0], first);
	number_notes(&t);
	t.column = parents + draft->n_pages + 1;
	t.row = t.column + 1;
	put_element(&t, &t.nodes[0], t.root);
	put_parents(&t, parents);
	put_attributes(&t, t.column, "<< /O /Table /Scope /Column >>");
	put_attributes(&t, t.row, "<< /O /Table /Scope /Row >>");
	put_root(&t, parents + draft->n_pages);
}
