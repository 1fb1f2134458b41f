#include "brief/markdown.h"

#include "base/arena.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/fence.h"
#include "brief/links.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 24, ASIDE_DEPTH_MAX = 4, TABLE_COLUMNS_MAX = 24, TEXT_BYTES_MAX = 20000, HEADING_MAX = 300 };

struct markdown {
	struct reading *r;
	int line; /* of the body, on which the text begins */
	int depth;
	bool whole; /* the text is the whole body, not the content of a fence */
};

static struct place place_of(const struct markdown *m, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	return (struct place){ m->r->source->path, source_line(m->r->source, m->line + line - 1),
		               cmark_node_get_start_column(node) };
}

/* Of the block around an inline. */
static struct place block_place(const struct markdown *m, cmark_node *node)
{
	struct place place = { .line = 0 };
	while (place.line < 1 && (node = cmark_node_parent(node)) != NULL)
		if (cmark_node_get_start_line(node) > 0)
			place = place_of(m, node);
	return place;
}

static void wrong(const struct markdown *m, cmark_node *node, const char *hint, const char *message)
{
	struct place place = place_of(m, node);
	for (cmark_node *up = node; place.line < 1 && (up = cmark_node_parent(up));) /* inlines may have no place */
		place = place_of(m, up);
	diag_add(m->r->diags, DIAG_ERROR, place, hint, "%s", message);
}

/* ---- inside a paragraph ---- */

static void add_inlines(struct markdown *m, cmark_node *parent, struct rich_builder *b);

/* [](#id) has no words of its own: links.c gives it the name of what it leads to, once all names are known. */
static void add_link(struct markdown *m, cmark_node *node, struct rich_builder *b)
{
	const char *url = cmark_node_get_url(node);
	size_t start = b->text.n;
	bool known = strncmp(url, "https://", 8) == 0 || strncmp(url, "http://", 7) == 0 ||
	             strncmp(url, "mailto:", 7) == 0 || url[0] == '#';
	if (!known)
		wrong(m, node, "a link must start with https://, http:// or mailto:, or be #something in the briefing",
		      "a link that no reader can follow");
	for (const char *p = url; *p;)
		if (utf8_next(&p) >= SOURCE_HOLE_FIRST) {
			wrong(m, node, "write the address out", "an address cannot be an expression");
			return;
		}
	add_inlines(m, node, b);
	if (start == b->text.n) /* to be replaced */
		rich_add(b, "\xc2\xa0");
	struct place place = source_find(m->r->source, block_place(m, node), url);
	rich_link(b, start, arena_strdup(m->r->arena, url), place);
}

/* Comments and nothing else: words behind one are of its block. */
static bool is_comment(const char *html)
{
	const char *p = html ? html : "x";
	while (str_starts(p, "<!--")) {
		const char *after = strstr(p + strlen("<!--"), "-->");
		p = after ? after + strlen("-->") : p + strlen(p);
		p += strspn(p, " \t\n");
	}
	return !*p;
}

static void add_inline(struct markdown *m, cmark_node *node, struct rich_builder *b)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT) {
		answer_add(m->r, b, cmark_node_get_literal(node));
	} else if (type == CMARK_NODE_SOFTBREAK) {
		rich_add(b, " ");
	} else if (type == CMARK_NODE_LINEBREAK) {
		rich_add(b, "\n");
	} else if (type == CMARK_NODE_CODE) {
		rich_add_code(b, source_as_written(m->r->arena, m->r->source, cmark_node_get_literal(node)));
	} else if (type == CMARK_NODE_EMPH) {
		b->italic++;
		add_inlines(m, node, b);
		b->italic--;
	} else if (type == CMARK_NODE_STRONG) {
		b->bold++;
		add_inlines(m, node, b);
		b->bold--;
	} else if (str_eq(cmark_node_get_type_string(node), "strikethrough")) {
		size_t start = b->text.n;
		add_inlines(m, node, b);
		rich_strike(b, start);
	} else if (type == CMARK_NODE_LINK) {
		add_link(m, node, b);
	} else if (type == CMARK_NODE_FOOTNOTE_REFERENCE) {
		rich_add_note(b, (size_t)(strtoul(cmark_node_get_literal(node), NULL, 10) - 1));
	} else if (type == CMARK_NODE_IMAGE) {
		wrong(m, node, "put it into its own paragraph", "an image in the middle of a sentence");
	} else if (type == CMARK_NODE_HTML_INLINE) {
		if (!is_comment(cmark_node_get_literal(node)))
			wrong(m, node, "write Markdown; a plain < is written \\<", "HTML is not supported");
	} else {
		add_inlines(m, node, b);
	}
}

static void add_inlines(struct markdown *m, cmark_node *parent, struct rich_builder *b)
{
	if (++m->depth > DEPTH_MAX) {
		wrong(m, parent, "nest less deeply", "too many levels of nesting");
	} else {
		for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
			add_inline(m, node, b);
	}
	m->depth--;
}

/* Markdown leaves a reference to a missing footnote as it is, which no reader should see. */
static void check_notes(struct markdown *m, cmark_node *node, const struct rich_builder *b)
{
	for (const char *p = b->text.s; (p = strstr(p, "[^")) != NULL; p++) {
		size_t n = strcspn(p, "] \n"), at = (size_t)(p - b->text.s);
		bool code = false;
		for (size_t i = 0; i < b->n_marks; i++)
			code |= b->marks[i].weight == TEXT_CODE && b->marks[i].start <= at && at < b->marks[i].end;
		if (n > 2 && p[n] == ']' && !code)
			wrong(m, node,
			      m->whole ? arena_printf(m->r->arena, "add it at the start of a line: %.*s]: …", (int)n, p)
			               : "refer to it from running text",
			      arena_printf(m->r->arena,
			                   m->whole ? "there is no footnote %.*s]"
			                            : "notes and columns cannot have footnotes: %.*s]",
			                   (int)n, p));
	}
}

/* Where the text of a block, or of an image alone in one, was typed. */
static struct binding_text typed_at(const struct markdown *m, cmark_node *node)
{
	while (cmark_node_get_start_line(node) < 1 && cmark_node_parent(node))
		node = cmark_node_parent(node);
	int line = m->line + cmark_node_get_start_line(node) - 1, last = m->line + cmark_node_get_end_line(node) - 1;
	return (struct binding_text){ .place = place_of(m, node),
		                      .line = line,
		                      .byte = cmark_node_get_start_column(node),
		                      .last_line = source_line(m->r->source, last),
		                      .heading = cmark_node_get_type(node) == CMARK_NODE_HEADING };
}

static struct rich text_of(struct markdown *m, cmark_node *node)
{
	struct rich_builder b = rich_new(m->r->arena);
	add_inlines(m, node, &b);
	if (b.text.n > TEXT_BYTES_MAX) {
		wrong(m, node, "split it",
		      arena_printf(m->r->arena, "a single text of more than %d bytes", TEXT_BYTES_MAX));
		return rich_plain(m->r->arena, "");
	}
	check_notes(m, node, &b);
	binding_check_built(m->r, &b, typed_at(m, node));
	return rich_done(&b);
}

/* ---- blocks ---- */

static void add_blocks(struct markdown *m, cmark_node *parent, struct block *into);

static void add_heading(struct markdown *m, cmark_node *node, struct block *into)
{
	struct reading *r = m->r;
	struct block *block = block_new(r->arena, BLOCK_HEADING, place_of(m, node));
	block->text = text_of(m, node);
	block->level = cmark_node_get_heading_level(node);
	if (utf8_count(block->text.text) > HEADING_MAX)
		wrong(m, node, "shorten it, or write it as text",
		      arena_printf(r->arena, "a heading has more than %d characters", HEADING_MAX));
	links_name_heading(r, block);
	r->n_headings++;
	block_add(r->arena, into, block);
}

static void add_image(struct markdown *m, cmark_node *node, struct block *into)
{
	struct reading *r = m->r;
	struct block *block = block_new(r->arena, BLOCK_IMAGE, place_of(m, cmark_node_parent(node)));
	block->image = arena_strdup(r->arena, cmark_node_get_url(node));
	block->text = text_of(m, node);
	block->alt = block->text.text;
	if (!*block->alt)
		wrong(m, node, "![what it shows](file.png)",
		      "an image has no description for readers who cannot see it");
	block_add(r->arena, into, block);
}

static void add_paragraph(struct markdown *m, cmark_node *node, struct block *into)
{
	cmark_node *first = cmark_node_first_child(node);
	if (first && cmark_node_get_type(first) == CMARK_NODE_IMAGE && !cmark_node_next(first)) {
		add_image(m, first, into);
		return;
	}
	struct block *block = block_new(m->r->arena, BLOCK_PARAGRAPH, place_of(m, node));
	block->text = text_of(m, node);
	if (*block->text.text)
		block_add(m->r->arena, into, block);
}

static void add_list(struct markdown *m, cmark_node *node, struct block *into)
{
	struct block *list = block_new(m->r->arena, BLOCK_LIST, place_of(m, node));
	list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	int number = cmark_node_get_list_start(node);
	for (cmark_node *item = cmark_node_first_child(node); item; item = cmark_node_next(item)) {
		struct block *block = block_new(m->r->arena, BLOCK_ITEM, place_of(m, item));
		block->number = list->ordered ? number++ : 0;
		if (block->number > m->r->longest_list)
			m->r->longest_list = block->number;
		add_blocks(m, item, block);
		block_add(m->r->arena, list, block);
	}
	block_add(m->r->arena, into, list);
}

static enum cell_align align_of(unsigned char letter)
{
	return letter == 'r' ? ALIGN_RIGHT : letter == 'c' ? ALIGN_CENTRE : ALIGN_LEFT;
}

static void add_table(struct markdown *m, cmark_node *node, struct block *into)
{
	struct reading *r = m->r;
	struct block *block = block_new(r->arena, BLOCK_TABLE, place_of(m, node));
	struct block_table *t = &block->table;
	t->n_columns = cmark_gfm_extensions_get_table_columns(node);
	if (t->n_columns > TABLE_COLUMNS_MAX) {
		wrong(m, node, "split it",
		      arena_printf(r->arena, "a table has more than %d columns", TABLE_COLUMNS_MAX));
		return;
	}
	unsigned char *letters = cmark_gfm_extensions_get_table_alignments(node);
	enum cell_align *aligns = arena_alloc(r->arena, t->n_columns, sizeof *aligns);
	for (size_t i = 0; i < t->n_columns; i++)
		aligns[i] = align_of(letters[i]);
	for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row))
		t->n_rows++;
	struct block_cell *cells = arena_alloc(r->arena, t->n_rows * t->n_columns, sizeof *cells);
	size_t at = 0;
	for (cmark_node *row = cmark_node_first_child(node); row; row = cmark_node_next(row), at++) {
		struct place place = place_of(m, row);
		size_t column = 0;
		for (cmark_node *cell = cmark_node_first_child(row); cell && column < t->n_columns;
		     cell = cmark_node_next(cell), column++)
			cells[at * t->n_columns + column] =
				(struct block_cell){ .text = text_of(m, cell), .place = place };
		for (; column < t->n_columns; column++)
			cells[at * t->n_columns + column].text.text = "";
	}
	t->aligns = aligns;
	t->heads = cells;
	t->cells = cells + t->n_columns;
	t->n_rows--;
	r->n_tables++;
	block_add(r->arena, into, block);
}

/* Without the last newline, and with tab stops at every fourth column. */
static const char *code_text(struct arena *arena, const char *content)
{
	struct strbuf b = strbuf_new(arena);
	size_t column = 0;
	for (const char *p = content, *at = p; *p && (*p != '\n' || p[1]); at = p) {
		bool tab = utf8_next(&p) == '\t';
		strbuf_addn(&b, tab ? "    " : at, tab ? 4 - column % 4 : (size_t)(p - at));
		column = *at == '\n' ? 0 : tab ? column + 4 - column % 4 : column + 1;
	}
	return b.s;
}

static void add_code(struct markdown *m, cmark_node *node, const char *content, struct block *into)
{
	struct arena *arena = m->r->arena;
	struct block *block = block_new(arena, BLOCK_CODE, place_of(m, node));
	struct rich_builder b = rich_new(arena);
	rich_add_code(&b, code_text(arena, source_as_written(arena, m->r->source, content)));
	block->text = rich_done(&b);
	block_add(arena, into, block);
}

static bool may_stand_aside(enum block_kind kind)
{
	return kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST || kind == BLOCK_NUMBERS || kind == BLOCK_IMAGE ||
	       kind == BLOCK_CHART;
}

static void check_side(struct markdown *m, const struct block *side)
{
	for (size_t i = 0; i < side->n_items; i++)
		if (!may_stand_aside(side->items[i]->kind))
			diag_add(m->r->diags, DIAG_ERROR, side->items[i]->place, "move it into the text",
			         "a side block holds paragraphs, lists, numbers, charts and images only");
}

/* What is beside a chart, and what is said, is text: a chart would have to be seen. */
static void check_plain(struct markdown *m, cmark_node *node, const struct block *block)
{
	bool takeaway = block->kind == BLOCK_TAKEAWAY, plain = true;
	if (!takeaway && block->kind != BLOCK_SPEAKER)
		return;
	for (size_t i = 0; i < block->n_items; i++)
		plain &= block->items[i]->kind == BLOCK_PARAGRAPH || block->items[i]->kind == BLOCK_LIST;
	if (!plain)
		wrong(m, node, "put the rest beside it, not into it",
		      arena_printf(m->r->arena, "a %s block holds paragraphs and lists only",
		                   takeaway ? "takeaway" : "speaker"));
	if (!block->n_items)
		wrong(m, node, "write a sentence, or remove it",
		      arena_printf(m->r->arena, "a %s block is empty", takeaway ? "takeaway" : "speaker"));
}

static enum block_kind aside_of(enum fence_kind kind)
{
	switch (kind) {
	case FENCE_COLUMNS:
		return BLOCK_COLUMNS;
	case FENCE_SIDE:
		return BLOCK_SIDE;
	case FENCE_TAKEAWAY:
		return BLOCK_TAKEAWAY;
	case FENCE_SPEAKER:
		return BLOCK_SPEAKER;
	default:
		return BLOCK_NOTE;
	}
}

/* A note, columns, a side block and the like: Markdown again. */
static void add_aside(struct markdown *m, cmark_node *node, enum block_kind kind, int line, struct block *into)
{
	struct block *block = block_new(m->r->arena, kind, place_of(m, node));
	if (m->r->in_aside) {
		wrong(m, node, "end the other one first", "notes, columns and side blocks cannot be nested");
		return;
	}
	if (m->depth > ASIDE_DEPTH_MAX) {
		wrong(m, node, "nest less deeply",
		      "a note, columns or side block is nested too deeply in lists and quotes");
		return;
	}
	m->r->in_aside = true;
	markdown_read(m->r, cmark_node_get_literal(node), line, block);
	m->r->in_aside = false;
	if (kind == BLOCK_SIDE)
		check_side(m, block);
	check_plain(m, node, block);
	block_add(m->r->arena, into, block);
}

static void add_fence(struct markdown *m, cmark_node *node, struct block *into)
{
	const char *info = cmark_node_get_fence_info(node), *content = cmark_node_get_literal(node);
	const char *word = arena_strndup(m->r->arena, info, strcspn(info, " \t"));
	int line = m->line + cmark_node_get_start_line(node); /* after the opening fence */
	enum fence_kind kind = fence_kind_of(word), meant = fence_kind_near(word);
	if (fence_kind_is_markdown(kind))
		add_aside(m, node, aside_of(kind), line, into);
	else if (kind != FENCE_CODE)
		fence_read(m->r, kind, content, line, into);
	else if (meant != FENCE_CODE) /* a typo, not a programming language */
		wrong(m, node, arena_printf(m->r->arena, "did you mean \"%s\"?", fence_kind_name(meant)),
		      arena_printf(m->r->arena, "there is no block \"%s\"", word));
	else
		add_code(m, node, content, into);
}

static void add_note(struct markdown *m, cmark_node *node)
{
	struct block *note = block_new(m->r->arena, BLOCK_QUOTE, place_of(m, node));
	add_blocks(m, node, note);
	reading_keep_note(m->r, note);
}

static void add_block(struct markdown *m, cmark_node *node, struct block *into)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_HEADING) {
		add_heading(m, node, into);
	} else if (type == CMARK_NODE_PARAGRAPH) {
		add_paragraph(m, node, into);
	} else if (type == CMARK_NODE_LIST) {
		add_list(m, node, into);
	} else if (type == CMARK_NODE_BLOCK_QUOTE) {
		struct block *quote = block_new(m->r->arena, BLOCK_QUOTE, place_of(m, node));
		add_blocks(m, node, quote);
		block_add(m->r->arena, into, quote);
	} else if (type == CMARK_NODE_CODE_BLOCK) {
		add_fence(m, node, into);
	} else if (type == CMARK_NODE_THEMATIC_BREAK) {
		block_add(m->r->arena, into, block_new(m->r->arena, BLOCK_PAGE, place_of(m, node)));
	} else if (str_eq(cmark_node_get_type_string(node), "table")) {
		add_table(m, node, into);
	} else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
		add_note(m, node);
	} else if (type == CMARK_NODE_HTML_BLOCK) {
		if (!is_comment(cmark_node_get_literal(node)))
			wrong(m, node, "write Markdown", "HTML is not supported");
	} else {
		wrong(m, node, NULL, "this kind of Markdown is not supported");
	}
}

static void add_blocks(struct markdown *m, cmark_node *parent, struct block *into)
{
	if (++m->depth > DEPTH_MAX) {
		wrong(m, parent, "nest less deeply", "too many levels of nesting");
	} else {
		for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
			add_block(m, node, into);
	}
	m->depth--;
}

struct tree { /* what cmark made */
	cmark_parser *parser;
	cmark_node *document;
};

static void release(void *object)
{
	const struct tree *tree = object;
	if (tree->document)
		cmark_node_free(tree->document);
	cmark_parser_free(tree->parser);
}

void markdown_prepare(void)
{
	cmark_gfm_core_extensions_ensure_registered();
}

void markdown_read(struct reading *r, const char *text, int line, struct block *into)
{
	struct markdown m = { .r = r, .line = line, .whole = text == r->source->body };
	struct arena *scratch = arena_new_below(r->arena);
	struct tree *tree = arena_alloc(scratch, 1, sizeof *tree);
	markdown_prepare();
	/* footnotes are numbered throughout the briefing */
	int options = m.whole ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
	tree->parser = cmark_parser_new(options | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE); /* "~5" is about five */
	arena_defer(scratch, release, tree);
	cmark_parser_attach_syntax_extension(tree->parser, cmark_find_syntax_extension("table"));
	cmark_parser_attach_syntax_extension(tree->parser, cmark_find_syntax_extension("strikethrough"));
	cmark_parser_feed(tree->parser, text, strlen(text));
	tree->document = cmark_parser_finish(tree->parser);
	add_blocks(&m, tree->document, into);
	arena_free(scratch);
}
