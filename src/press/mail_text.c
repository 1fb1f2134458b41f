/* The words of a message, for who reads no HTML: lines of at most 72 cells, tables set with spaces where they fit. */
#include "press/mail_piece.h"

#include "base/str.h"
#include "press/rich_state.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

enum { WIDTH = 72, TABLE_MOST = 92, COLUMNS_MOST = 12, GAP = 2 };

struct sheet {
	const struct mail_writing *w;
	struct strbuf b;
};

/* ---- text ---- */

/* Words as they are, with what a link leads to and the numbers of notes; of struck words only that they are. */
static const char *plain(const struct mail_writing *w, const struct rich *r)
{
	struct strbuf b = strbuf_new(w->arena);
	const struct rich_note *referred = NULL;
	size_t n = strlen(r->text), link = 0, strike = 0;
	for (size_t at = 0; at <= n;) {
		size_t next = n;
		struct rich_state now = { { 0 } };
		if (at < n)
			now = rich_state_at(r, at, &next);
		const struct rich_note *note = at < n ? rich_state_note(r, at, &next) : NULL;
		if (link && link != now.is[LEVEL_LINK] && r->links[link - 1].target[0] != '#' &&
		    !strstr(r->links[link - 1].target, b.s + (b.n > WIDTH ? b.n - WIDTH : 0)))
			strbuf_addf(&b, " <%s>", r->links[link - 1].target);
		if (strike != now.is[LEVEL_STRIKE])
			strbuf_add(&b, "~~");
		link = now.is[LEVEL_LINK];
		strike = now.is[LEVEL_STRIKE];
		if (note && note != referred)
			strbuf_addf(&b, "[%s]", number_plain(w->arena, w->language, note->note + 1));
		else if (!note)
			strbuf_addn(&b, r->text + at, next - at);
		referred = note;
		if (at == n)
			break;
		at = next;
	}
	return b.s;
}

static const char *line_text(const struct mail_writing *w, const struct mail_line *line)
{
	const char *text = plain(w, &line->text);
	return line->doubted ? arena_printf(w->arena, "%s (%s)", text, words_get(w->language, WORD_UNPROVED)) : text;
}

static size_t cells_in(struct arena *arena, const char *text, size_t n)
{
	return utf8_cells(arena_printf(arena, "%.*s", (int)n, text));
}

/* first before its first line, rest before all others. */
static void add_wrapped(struct sheet *s, const char *text, const char *first, const char *rest)
{
	size_t indent = utf8_cells(first), used = indent;
	bool begun = false;
	strbuf_add(&s->b, first);
	while (*text) {
		size_t n = strcspn(text, " \n"), width = cells_in(s->w->arena, text, n);
		if (begun && used + 1 + width > WIDTH) {
			strbuf_addf(&s->b, "\n%s", rest);
			used = utf8_cells(rest);
			begun = false;
		}
		if (n) {
			strbuf_add(&s->b, begun ? " " : "");
			strbuf_addn(&s->b, text, n);
			used += width + begun;
			begun = true;
		}
		text += n;
		if (*text == '\n') {
			strbuf_addf(&s->b, "\n%s", rest);
			used = utf8_cells(rest);
			begun = false;
		}
		text += *text != '\0';
	}
	strbuf_add(&s->b, "\n");
}

/* Its indent without the space before words. */
static const char *apart(struct sheet *s, const char *indent)
{
	size_t n = strlen(indent);
	while (n && indent[n - 1] == ' ')
		n--;
	return arena_printf(s->w->arena, "%.*s\n", (int)n, indent);
}

static void add_apart(struct sheet *s, const char *indent)
{
	strbuf_add(&s->b, apart(s, indent));
}

/* ---- tables ---- */

struct columns {
	const char **text; /* [row * n + column], the heads first */
	size_t n_rows, n;
	size_t widths[COLUMNS_MOST];
};

static bool measure(struct sheet *s, const struct block_table *t, struct columns *c)
{
	size_t all = 0, heads = t->heads ? 1 : 0;
	*c = (struct columns){ .n_rows = t->n_rows + heads, .n = t->n_columns };
	c->text = arena_alloc(s->w->arena, c->n_rows * c->n + 1, sizeof *c->text);
	for (size_t i = 0; i < c->n_rows * c->n; i++) {
		const struct block_cell *cell = i < heads * c->n ? &t->heads[i] : &t->cells[i - heads * c->n];
		c->text[i] = str_one_line(s->w->arena, plain(s->w, &cell->text));
	}
	if (c->n > COLUMNS_MOST)
		return false;
	for (size_t i = 0; i < c->n_rows * c->n; i++) {
		size_t cells = utf8_cells(c->text[i]), *width = &c->widths[i % c->n];
		*width = cells > *width ? cells : *width;
	}
	for (size_t i = 0; i < c->n; i++)
		all += c->widths[i] + (i ? GAP : 0);
	return all <= TABLE_MOST;
}

static void add_spaces(struct sheet *s, size_t n)
{
	while (n--)
		strbuf_add(&s->b, " ");
}

static void add_row(struct sheet *s, const struct block_table *t, const struct columns *c, size_t row)
{
	size_t owed = 0;
	for (size_t i = 0; i < c->n; i++) {
		const char *text = c->text[row * c->n + i];
		size_t left = c->widths[i] - utf8_cells(text), before = 0;
		if (t->aligns && t->aligns[i] == ALIGN_RIGHT)
			before = left;
		add_spaces(s, *text ? owed + before : 0);
		strbuf_add(&s->b, text);
		owed = *text ? left - before + GAP : owed + c->widths[i] + GAP;
	}
	strbuf_add(&s->b, "\n");
}

static void add_rule(struct sheet *s, size_t n)
{
	while (n--)
		strbuf_add(&s->b, "-");
	strbuf_add(&s->b, "\n");
}

/* What is too wide for columns: a row after the other, each value with its head. */
static void add_records(struct sheet *s, const struct block_table *t, const struct columns *c, const char *indent)
{
	for (size_t row = t->heads ? 1 : 0; row < c->n_rows; row++) {
		const char *key = c->text[row * c->n], *of = t->heads ? c->text[0] : "";
		add_wrapped(s, *of && *key ? arena_printf(s->w->arena, "%s: %s", of, key) : key, indent, indent);
		for (size_t i = 1; i < c->n; i++) {
			const char *text = c->text[row * c->n + i], *head = t->heads ? c->text[i] : "";
			const char *own = arena_printf(s->w->arena, "%s  ", indent);
			if (*text)
				add_wrapped(s, *head ? arena_printf(s->w->arena, "%s: %s", head, text) : text, own,
				            own);
		}
		add_apart(s, indent);
	}
}

static void add_table(struct sheet *s, const struct block_table *t, const char *indent)
{
	struct columns c;
	if (!measure(s, t, &c)) {
		add_records(s, t, &c, indent);
		return;
	}
	size_t all = 0;
	for (size_t i = 0; i < c.n; i++)
		all += c.widths[i] + (i ? GAP : 0);
	for (size_t row = 0; row < c.n_rows; row++) {
		strbuf_add(&s->b, indent);
		add_row(s, t, &c, row);
		if (!row && t->heads) {
			strbuf_add(&s->b, indent);
			add_rule(s, all);
		}
	}
	add_apart(s, indent);
}

/* ---- pieces ---- */

static void add_heading(struct sheet *s, int level, const char *text, const char *indent)
{
	static const char lines[] = "==--";
	add_wrapped(s, text, arena_printf(s->w->arena, "\n%s", indent), indent);
	strbuf_add(&s->b, indent);
	size_t n = utf8_cells(text);
	for (size_t i = 0; i < (n < WIDTH ? n : WIDTH); i++)
		strbuf_addn(&s->b, &lines[level < (int)sizeof lines - 1 ? level : (int)sizeof lines - 2], 1);
	strbuf_add(&s->b, "\n\n");
}

static void add_rows(struct sheet *s, const struct mail_piece *piece, const char *indent)
{
	const char *inner = arena_printf(s->w->arena, "%s  ", indent);
	for (size_t i = 0; i < piece->n_rows; i++) {
		const struct mail_row *row = &piece->rows[i];
		const char *first = line_text(s->w, &row->left[0]), *second = line_text(s->w, &row->left[1]);
		add_wrapped(s, *second ? arena_printf(s->w->arena, "%s %s", first, second) : first, indent, indent);
		for (size_t k = 0; k < MAIL_SIDE_LINES; k++)
			if (*row->right[k].text.text)
				add_wrapped(s, line_text(s->w, &row->right[k]), inner, inner);
		add_apart(s, indent);
	}
}

static void add_figure(struct sheet *s, const struct mail_shown *shown, const char *indent)
{
	const char *words = shown->alt ? shown->alt : "";
	if (shown->label)
		words = arena_printf(s->w->arena, "%s%s%s. %s", shown->label, shown->doubted ? ", " : "",
		                     shown->doubted ? words_get(s->w->language, WORD_UNPROVED) : "", words);
	add_wrapped(s, arena_printf(s->w->arena, "[%s]", words), indent, indent);
	add_apart(s, indent);
}

/* As it is: lines of code are not wrapped, and servers take far longer ones. */
static void add_code(struct sheet *s, const char *text, const char *indent)
{
	for (const char *end; *text; text = end + (*end != '\0')) {
		end = text + strcspn(text, "\n");
		strbuf_addf(&s->b, "%s    %.*s\n", indent, (int)(end - text), text);
	}
	add_apart(s, indent);
}

static void add_piece(struct sheet *s, const struct mail_piece *piece, const char *first, const char *indent);

static void add_pieces(struct sheet *s, const struct mail_piece *piece, const char *first, const char *indent)
{
	for (size_t i = 0; i < piece->n_items; i++)
		add_piece(s, &piece->items[i], i ? indent : first, indent);
}

static void add_list(struct sheet *s, const struct mail_piece *list, const char *indent)
{
	struct arena *a = s->w->arena;
	for (size_t i = 0; i < list->n_items; i++) {
		const struct mail_piece *item = &list->items[i];
		const char *mark = item->number ? arena_printf(a, "%d. ", item->number) : "- ";
		const char *inner = arena_printf(a, "%s%*s", indent, (int)strlen(mark), "");
		add_pieces(s, item, arena_printf(a, "%s%s", indent, mark), inner);
	}
}

/* What a mark stands before: it ends with its last words, and is apart from what follows without the mark. */
static void add_marked(struct sheet *s, const struct mail_piece *piece, const char *mark, const char *indent)
{
	const char *inner = arena_printf(s->w->arena, "%s%s ", indent, mark), *blank = apart(s, inner);
	add_pieces(s, piece, inner, inner);
	if (str_ends(s->b.s, blank)) {
		s->b.n -= strlen(blank);
		s->b.s[s->b.n] = '\0';
	}
	add_apart(s, indent);
}

/* first: before the first line of a paragraph, which may be the mark of an item. */
static void add_piece(struct sheet *s, const struct mail_piece *piece, const char *first, const char *indent)
{
	switch (piece->kind) {
	case MAIL_HEADING:
		add_heading(s, piece->level, plain(s->w, &piece->line.text), indent);
		return;
	case MAIL_PARAGRAPH:
		add_wrapped(s, line_text(s->w, &piece->line), first, indent);
		add_apart(s, indent);
		return;
	case MAIL_CODE:
		add_code(s, piece->line.text.text, indent);
		return;
	case MAIL_TABLE:
		add_table(s, piece->table, indent);
		return;
	case MAIL_ROWS:
		add_rows(s, piece, indent);
		return;
	case MAIL_FIGURE:
		add_figure(s, piece->shown, indent);
		return;
	case MAIL_LIST:
		add_list(s, piece, indent);
		return;
	case MAIL_ITEM: /* add_list */
		return;
	case MAIL_QUOTE:
		add_marked(s, piece, ">", indent);
		return;
	case MAIL_PANEL:
		add_marked(s, piece, "|", indent);
		return;
	}
}

const char *mail_text(const struct mail_writing *w)
{
	struct sheet s = { .w = w, .b = strbuf_new(w->arena) };
	add_wrapped(&s, w->title, "", "");
	if (w->subtitle && *w->subtitle)
		add_wrapped(&s, w->subtitle, "", "");
	if (w->byline && *w->byline)
		add_wrapped(&s, w->byline, "", "");
	strbuf_add(&s.b, "\n");
	add_pieces(&s, &w->all, "", "");
	return s.b.s;
}
