/* Tables of an HTML page. Elements that open say what happens; nearly nothing has to be closed. */
#include "read/markup.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/entity.h"
#include "read/html_token.h"

#include <stdlib.h>
#include <string.h>

enum { TABLES_OPEN_MAX = 50, COLSPAN_MAX = 1000, ROWSPAN_MAX = 65534, STEPS_MAX = 100000000 };

struct open_table {
	struct grid *grid;
	struct arena *own;
	uint32_t *taken; /* by column: up to before which row a cell from above reaches */
	uint32_t right;  /* past the last column of this group of rows */
	uint32_t row;    /* of the open one, or the next */
	uint32_t column; /* where the next cell may lie */
	bool in_row, in_cell, in_head;
	bool all_heads;    /* of the open row: no cell is a <td> */
	size_t group_span; /* the first span of this group of rows */
	struct range cell;
	uint32_t at;
	struct strbuf text;
};

struct page {
	struct markup *m;
	struct html html;
	struct arena *scratch; /* for a token's attributes */
	struct open_table tables[TABLES_OPEN_MAX];
	size_t n_tables, ignored; /* ignored: open tables beyond the last */
	const char *title, *title_id;
	struct strbuf heading;
	bool in_heading, in_caption;
	char hidden[12]; /* the element that hides what is in it */
	size_t hidden_depth;
	bool had_struck;      /* this cell has such elements, open or not */
	size_t steps, struck; /* struck: open elements in this cell whose text no longer holds */
	enum { LEVEL, RAISED, LOWERED } level;
};

static struct open_table *top(struct page *p)
{
	return p->n_tables && !p->ignored ? &p->tables[p->n_tables - 1] : NULL;
}

static const char *attribute(struct page *p, const struct html_token *t, const char *name)
{
	return html_attribute(p->scratch, &p->html, t, name);
}

/* ---- text ---- */

static void add_space(struct strbuf *b)
{
	if (b->n && b->s[b->n - 1] != ' ')
		strbuf_add(b, " ");
}

/* White space of any length is one space. */
static void add_text(struct page *p, struct strbuf *b, const char *s, size_t n)
{
	struct strbuf text = strbuf_new(p->scratch);
	entity_add(&text, s, n);
	if (b->n > GRID_TEXT_MAX) /* the grid will say so */
		return;
	for (const char *c = text.s; *c;) {
		size_t word = strcspn(c, " \t\n\r\f");
		if (word && p->level == RAISED && *c != '[')
			entity_add_raised(b, c, word);
		else if (word && p->level == LOWERED)
			entity_add_lowered(b, c, word);
		else
			strbuf_addn(b, c, word);
		c += word;
		if (*c)
			add_space(b);
		c += strspn(c, " \t\n\r\f");
	}
}

static struct strbuf *text_of(struct page *p)
{
	struct open_table *t = top(p);
	if (p->in_heading || p->in_caption)
		return &p->heading;
	return t && t->in_cell && !p->struck ? &t->text : NULL;
}

/* ---- cells and rows ---- */

/* What wide cells cost is more than they take in the file. */
static void work(struct page *p, size_t steps)
{
	p->steps += steps;
	if (p->steps > STEPS_MAX && !p->m->failed) {
		diag_add(p->m->diags, DIAG_ERROR, place_file(p->m->lines->name), NULL,
		         "its cells span more than %d others, the most that is read", STEPS_MAX);
		p->m->failed = true;
	}
}

static void close_cell(struct page *p, struct open_table *t)
{
	if (!t->in_cell)
		return;
	t->in_cell = false;
	const struct grid_cell cell = {
		.text = t->text.s, .row = t->cell.top, .column = t->cell.left, .at = t->at, .struck = p->had_struck
	};
	markup_put(p->m, t->grid, &cell);
	grid_span(t->grid, t->cell);
	t->text.n = 0;
	strbuf_add(&t->text, "");
	p->level = LEVEL;
	p->struck = 0;
	p->had_struck = false;
}

static void close_row(struct page *p, struct open_table *t)
{
	close_cell(p, t);
	if (!t->in_row)
		return;
	t->in_row = false;
	bool head = t->in_head || (t->all_heads && t->column);
	if (head && t->grid->head == t->row)
		t->grid->head++;
	t->row++;
}

/* No cell reaches from one group of rows into the next. */
static void close_group(struct page *p, struct open_table *t)
{
	close_row(p, t);
	t->in_head = false;
	for (size_t i = t->group_span; i < t->grid->n_spans; i++)
		if (t->grid->spans[i].bottom >= t->row)
			t->grid->spans[i].bottom = t->row ? t->row - 1 : 0;
	t->group_span = t->grid->n_spans;
	for (uint32_t i = 0; i < t->right; i++)
		if (t->taken[i] > t->row)
			t->taken[i] = t->row;
	work(p, t->right);
	t->right = 0;
}

static bool is_hidden(struct page *p, const struct html_token *token)
{
	if (attribute(p, token, "hidden"))
		return true;
	const char *style = attribute(p, token, "style"), *display = style ? strstr(style, "display") : NULL;
	if (!display)
		return false;
	display += strcspn(display, ":;");
	return *display == ':' && str_starts(display + 1 + strspn(display + 1, " "), "none");
}

static void open_row(struct page *p, const struct html_token *token)
{
	struct open_table *t = top(p);
	if (!t)
		return;
	close_row(p, t);
	t->in_row = t->all_heads = true;
	t->column = 0;
	if (token && is_hidden(p, token) && t->row < GRID_ROWS_MAX)
		grid_hide(t->grid, (struct range){ t->row, 0, t->row, RANGE_LAST_COLUMN });
}

static uint32_t span_of(struct page *p, const struct html_token *token, const char *name, uint32_t most)
{
	const char *text = attribute(p, token, name);
	unsigned long n = text ? strtoul(text, NULL, 10) : 1;
	if (!n && text && *text == '0' && most == ROWSPAN_MAX) /* to the end of its group */
		return most;
	return n < 1 ? 1 : n > most ? most : (uint32_t)n;
}

static void open_cell(struct page *p, const struct html_token *token, bool head)
{
	struct open_table *t = top(p);
	if (!t)
		return;
	close_cell(p, t);
	if (!t->in_row)
		open_row(p, NULL);
	uint32_t first = t->column;
	while (t->column < GRID_COLUMNS_MAX && t->taken[t->column] > t->row)
		t->column++;
	uint32_t rows = span_of(p, token, "rowspan", ROWSPAN_MAX);
	uint32_t columns = span_of(p, token, "colspan", COLSPAN_MAX);
	t->cell = (struct range){ t->row, t->column, t->row + rows - 1, t->column + columns - 1 };
	for (uint32_t i = 0; i < columns && t->column < GRID_COLUMNS_MAX; i++)
		t->taken[t->column++] = t->row + rows;
	work(p, t->column - first);
	t->right = t->column > t->right ? t->column : t->right;
	t->all_heads &= head;
	t->in_cell = true;
	p->struck = 0;
	p->had_struck = false;
	t->at = (uint32_t)token->end;
}

/* ---- tables ---- */

static void open_table(struct page *p, const struct html_token *token)
{
	if (p->n_tables == TABLES_OPEN_MAX || p->m->failed) {
		p->ignored++;
		return;
	}
	const char *id = attribute(p, token, "id");
	struct grid *grid = markup_add(p->m, p->title, id ? arena_strdup(p->m->arena, id) : p->title_id);
	if (!grid)
		return;
	struct open_table *t = &p->tables[p->n_tables++];
	*t = (struct open_table){ .grid = grid, .own = arena_new_below(p->m->arena) };
	t->text = strbuf_new(t->own);
	t->taken = arena_alloc(t->own, GRID_COLUMNS_MAX, sizeof *t->taken);
}

static void close_table(struct page *p)
{
	struct open_table *t = top(p);
	if (p->ignored) {
		p->ignored--;
	} else if (t) {
		close_group(p, t);
		arena_free(t->own);
		p->n_tables--;
	}
}

/* ---- headings ---- */

static bool is_heading(const char *name)
{
	return name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
}

static void open_heading(struct page *p, const struct html_token *token)
{
	const char *id = attribute(p, token, "id");
	p->in_heading = true;
	p->heading = strbuf_new(p->m->arena);
	p->title_id = id ? arena_strdup(p->m->arena, id) : NULL;
}

static void close_heading(struct page *p)
{
	if (p->in_heading && p->heading.n)
		p->title = p->heading.s;
	p->in_heading = false;
}

static void close_caption(struct page *p)
{
	struct open_table *t = top(p);
	if (p->in_caption && t)
		t->grid->title = p->heading.s;
	p->in_caption = false;
}

/* ---- elements ---- */

static bool is_block(const char *name)
{
	static const char *const names[] = { "br", "p", "div", "li", "ul", "ol", "hr", "dd", "dt" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, names[i]))
			return true;
	return false;
}

static bool is_void(const char *name)
{
	return str_eq(name, "br") || str_eq(name, "hr") || str_eq(name, "img") || str_eq(name, "input") ||
	       str_eq(name, "col") || str_eq(name, "wbr") || str_eq(name, "meta") || str_eq(name, "link");
}

static bool is_struck(const char *name)
{
	return str_eq(name, "s") || str_eq(name, "del") || str_eq(name, "strike");
}

static void open_inline(struct page *p, const struct html_token *token)
{
	struct strbuf *text = text_of(p);
	const char *alt = text && str_eq(token->name, "img") ? attribute(p, token, "alt") : NULL;
	if (!is_void(token->name) && is_hidden(p, token)) {
		memcpy(p->hidden, token->name, sizeof p->hidden);
		p->hidden_depth = 1;
	} else if (alt) {
		strbuf_add(text, alt);
	} else if (text && is_block(token->name)) {
		add_space(text);
	} else if (is_struck(token->name)) {
		p->struck++;
		p->had_struck = true;
	} else if (str_eq(token->name, "sup")) {
		p->level = RAISED;
	} else if (str_eq(token->name, "sub")) {
		p->level = LOWERED;
	}
}

static void open_element(struct page *p, const struct html_token *token)
{
	struct open_table *t = top(p);
	const char *name = token->name;
	if (str_eq(name, "table")) {
		close_caption(p);
		close_heading(p);
		open_table(p, token);
	} else if (str_eq(name, "tr")) {
		close_caption(p);
		open_row(p, token);
	} else if (str_eq(name, "td") || str_eq(name, "th")) {
		open_cell(p, token, str_eq(name, "th"));
	} else if (t && (str_eq(name, "thead") || str_eq(name, "tbody") || str_eq(name, "tfoot"))) {
		close_group(p, t);
		t->in_head = str_eq(name, "thead");
	} else if (t && str_eq(name, "caption")) {
		p->in_caption = true;
		p->heading = strbuf_new(p->m->arena);
	} else if (!t && is_heading(name)) {
		open_heading(p, token);
	} else {
		open_inline(p, token);
	}
}

static void close_element(struct page *p, const struct html_token *token)
{
	struct open_table *t = top(p);
	const char *name = token->name;
	struct strbuf *text = text_of(p);
	if (str_eq(name, "table"))
		close_table(p);
	else if (t && str_eq(name, "tr"))
		close_row(p, t);
	else if (t && (str_eq(name, "td") || str_eq(name, "th")))
		close_cell(p, t);
	else if (t && (str_eq(name, "thead") || str_eq(name, "tbody") || str_eq(name, "tfoot")))
		close_group(p, t);
	else if (str_eq(name, "caption"))
		close_caption(p);
	else if (is_heading(name))
		close_heading(p);
	else if (str_eq(name, "sup") || str_eq(name, "sub"))
		p->level = LEVEL;
	else if (is_struck(name))
		p->struck -= p->struck > 0;
	else if (text && is_block(name))
		add_space(text);
}

/* True while the token is inside an element that is not shown. */
static bool passed_over(struct page *p, const struct html_token *token)
{
	if (!p->hidden_depth)
		return false;
	if (str_eq(token->name, p->hidden) && token->kind == HTML_OPEN)
		p->hidden_depth++;
	else if (str_eq(token->name, p->hidden) && token->kind == HTML_CLOSE)
		p->hidden_depth--;
	return true;
}

static void take(struct page *p, const struct html_token *token)
{
	struct strbuf *text;
	switch (token->kind) {
	case HTML_OPEN:
		open_element(p, token);
		return;
	case HTML_CLOSE:
		close_element(p, token);
		return;
	case HTML_TEXT:
		text = text_of(p);
		if (text)
			add_text(p, text, p->html.bytes.data + token->at, token->end - token->at);
		return;
	case HTML_END:
		return;
	}
}

/* To the end of the text, or of the first table. */
static size_t read_from(struct markup *m, struct bytes bytes, size_t from, const char *title, bool one)
{
	struct page *p = arena_alloc(m->arena, 1, sizeof *p);
	*p = (struct page){ .m = m, .html = { bytes, from }, .title = title, .scratch = arena_new_below(m->arena) };
	size_t end = bytes.size;
	for (;;) {
		struct html_token token = html_next(&p->html);
		if (token.kind == HTML_END || m->failed)
			break;
		if (!passed_over(p, &token))
			take(p, &token);
		if (arena_used(p->scratch) > 1 << 16)
			arena_empty(p->scratch);
		if (one && token.kind == HTML_CLOSE && !p->n_tables) {
			end = token.end;
			break;
		}
	}
	while (p->n_tables || p->ignored)
		close_table(p);
	arena_free(p->scratch);
	return end;
}

void markup_read_page(struct markup *m, struct bytes bytes)
{
	read_from(m, bytes, 0, NULL, false);
}

size_t markup_read_element(struct markup *m, struct bytes bytes, size_t from, const char *title)
{
	return read_from(m, bytes, from, title, true);
}
