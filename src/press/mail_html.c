/* The HTML of a message, in what mail programs show: tables, styles on elements, pictures. No style sheet, no script,
 * no fonts, nothing to fetch. */
#include "press/mail_piece.h"

#include "base/markup.h"
#include "base/rtl.h"
#include "base/str.h"
#include "press/rich_state.h"
#include "style/look.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum { WIDTH = 680, SIDE = 168 }; /* pixels: of the message, of the left side of rows */
enum { HEADING_FIRST = 1, HEADING_LAST = 4 };

struct page {
	const struct mail_writing *w;
	struct strbuf b;
	char paper[8], ink[8], quiet[8], line[8], high[8], panel[8], doubt[8];
};

static void add_plain(struct page *p, const char *text)
{
	markup_escape(&p->b, text, strlen(text));
}

/* What runs from right to left stands alone. */
static void add_direction(struct page *p, const char *text)
{
	if (rtl_is_in(text))
		strbuf_add(&p->b, " dir=\"auto\"");
}

/* ---- text ---- */

static const char *const faces[TEXT_WEIGHTS] = {
	[TEXT_SEMIBOLD] = "b", [TEXT_BOLD] = "b", [TEXT_ITALIC] = "i", [TEXT_BOLD_ITALIC] = "b", [TEXT_CODE] = "code"
};

/* Links within the briefing have nowhere to lead in a mail program. */
static bool leads_out(const struct rich_link *link)
{
	return link->target[0] != '#';
}

static void open_level(void *of, const struct rich *r, int level, size_t is)
{
	struct page *p = of;
	if (level == LEVEL_LINK && leads_out(&r->links[is - 1])) {
		strbuf_add(&p->b, "<a href=\"");
		mail_escape_address(&p->b, r->links[is - 1].target);
		strbuf_addf(&p->b, "\" style=\"color:%s\">", p->ink);
	} else if (level == LEVEL_DOUBT) {
		strbuf_addf(&p->b, "<span style=\"border-bottom:2px solid %s\">", p->doubt);
	} else if (level == LEVEL_STRIKE) {
		strbuf_add(&p->b, "<s>");
	} else if (level == LEVEL_FACE && faces[r->marks[is - 1].weight]) {
		strbuf_addf(&p->b, "<%s>", faces[r->marks[is - 1].weight]);
	}
}

static void close_level(void *of, const struct rich *r, int level, size_t is)
{
	struct page *p = of;
	if (level == LEVEL_LINK && leads_out(&r->links[is - 1]))
		strbuf_add(&p->b, "</a>");
	else if (level == LEVEL_DOUBT)
		strbuf_add(&p->b, "</span>");
	else if (level == LEVEL_STRIKE)
		strbuf_add(&p->b, "</s>");
	else if (level == LEVEL_FACE && faces[r->marks[is - 1].weight])
		strbuf_addf(&p->b, "</%s>", faces[r->marks[is - 1].weight]);
}

static void add_lines(void *of, enum text_weight face, const char *text, size_t n)
{
	struct page *p = of;
	(void)face; /* an element has it */
	for (const char *end; n; text = end) {
		const char *br = memchr(text, '\n', n);
		size_t line = br ? (size_t)(br - text) : n;
		markup_escape(&p->b, text, line);
		if (br)
			strbuf_add(&p->b, "<br>");
		end = text + line + (br != NULL);
		n -= line + (br != NULL);
	}
}

static void refer(void *of, size_t note)
{
	struct page *p = of;
	strbuf_addf(&p->b, "<sup>%s</sup>", number_plain(p->w->arena, p->w->language, note + 1));
}

static void add_rich(struct page *p, const struct rich *r)
{
	rich_write(r, TEXT_REGULAR, &(struct rich_writer){ p, open_level, close_level, refer, add_lines });
}

static void add_doubt(struct page *p, bool doubted)
{
	if (!doubted)
		return;
	strbuf_addf(&p->b, " <b style=\"color:%s\">", p->doubt);
	add_plain(p, words_get(p->w->language, WORD_UNPROVED));
	strbuf_add(&p->b, "</b>");
}

/* margin: as CSS has it. */
static void add_line(struct page *p, const struct mail_line *line, const char *margin)
{
	if (!*line->text.text)
		return;
	strbuf_add(&p->b, "<p");
	add_direction(p, line->text.text);
	strbuf_addf(&p->b, " style=\"margin:%s", margin);
	switch (line->tone) {
	case MAIL_PLAIN:
		break;
	case MAIL_STRONG:
		strbuf_add(&p->b, ";font-weight:bold");
		break;
	case MAIL_QUIET:
		strbuf_addf(&p->b, ";font-size:13px;color:%s", p->quiet);
		break;
	case MAIL_LARGE:
		strbuf_addf(&p->b, ";font-size:26px;line-height:1.15;font-weight:bold;color:%s", p->high);
		break;
	}
	strbuf_add(&p->b, "\">");
	add_rich(p, &line->text);
	add_doubt(p, line->doubted);
	strbuf_add(&p->b, "</p>\n");
}

/* ---- pieces ---- */

static void add_heading(struct page *p, int level, const struct rich *text)
{
	static const int sizes[] = { 0, 30, 22, 18, 16 };
	level = level < HEADING_LAST ? level : HEADING_LAST;
	strbuf_addf(&p->b, "<h%d", level);
	add_direction(p, text->text);
	strbuf_addf(&p->b, " style=\"margin:%s;font-size:%dpx;line-height:1.25\">",
	            level == HEADING_FIRST ? "0 0 8px" : "32px 0 10px", sizes[level]);
	add_rich(p, text);
	strbuf_addf(&p->b, "</h%d>\n", level);
}

static const char grid[] =
	"<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
	"style=\"margin:0 0 20px;font-size:inherit\">\n";

static void add_rows(struct page *p, const struct mail_piece *piece)
{
	strbuf_add(&p->b, grid);
	for (size_t i = 0; i < piece->n_rows; i++) {
		const struct mail_row *row = &piece->rows[i];
		strbuf_addf(&p->b,
		            "<tr><td width=\"%d\" valign=\"top\" style=\"width:%dpx;padding:12px 16px 8px "
		            "0;border-top:1px solid %s\">\n",
		            SIDE, SIDE, p->line);
		for (size_t k = 0; k < MAIL_SIDE_LINES; k++)
			add_line(p, &row->left[k], "0 0 2px");
		strbuf_addf(&p->b, "</td><td valign=\"top\" style=\"padding:12px 0 8px;border-top:1px solid %s\">\n",
		            p->line);
		for (size_t k = 0; k < MAIL_SIDE_LINES; k++)
			add_line(p, &row->right[k], "0 0 6px");
		strbuf_add(&p->b, "</td></tr>\n");
	}
	strbuf_add(&p->b, "</table>\n");
}

static void add_cell(struct page *p, const struct block_table *t, size_t column, const struct block_cell *cell,
                     const char *head)
{
	static const char *const aligns[] = {
		[ALIGN_LEFT] = "left", [ALIGN_CENTRE] = "center", [ALIGN_RIGHT] = "right"
	};
	enum cell_align align = t->aligns ? t->aligns[column] : ALIGN_LEFT;
	bool strong = cell->tone == TONE_GOOD || cell->tone == TONE_BAD;
	strbuf_addf(&p->b, head ? "<th scope=\"%s\"" : "<td", head);
	if (align != ALIGN_LEFT || head)
		strbuf_addf(&p->b, " align=\"%s\"", aligns[align]);
	add_direction(p, cell->text.text);
	strbuf_addf(&p->b, " style=\"padding:5px %s 5px 0;border-bottom:1px solid %s%s\">",
	            column + 1 < t->n_columns ? "12px" : "0", p->line,
	            head && strcmp(head, "row") == 0 ? ";font-weight:normal" : "");
	strbuf_add(&p->b, strong ? "<b>" : "");
	add_rich(p, &cell->text);
	strbuf_add(&p->b, strong ? "</b>" : "");
	strbuf_add(&p->b, head ? "</th>" : "</td>");
}

static void add_table(struct page *p, const struct block_table *t)
{
	strbuf_addf(&p->b,
	            "<div style=\"overflow-x:auto\"><table width=\"100%%\" cellpadding=\"0\" cellspacing=\"0\" "
	            "border=\"0\" "
	            "style=\"margin:0 0 20px;font-size:13px;line-height:1.4;color:%s\">\n",
	            p->ink);
	if (t->heads) {
		strbuf_add(&p->b, "<thead><tr valign=\"bottom\">");
		for (size_t c = 0; c < t->n_columns; c++)
			add_cell(p, t, c, &t->heads[c], "col");
		strbuf_add(&p->b, "</tr></thead>\n");
	}
	strbuf_add(&p->b, "<tbody>\n");
	for (size_t i = 0; i < t->n_rows; i++) {
		strbuf_add(&p->b, "<tr valign=\"top\">");
		for (size_t c = 0; c < t->n_columns; c++) {
			const struct block_cell *cell = &t->cells[i * t->n_columns + c];
			bool key = (c == 0 || c < t->n_keys) && *cell->text.text;
			add_cell(p, t, c, cell, key ? "row" : NULL);
		}
		strbuf_add(&p->b, "</tr>\n");
	}
	strbuf_add(&p->b, "</tbody></table></div>\n");
}

static void add_picture(struct page *p, const struct mail_picture *picture, const struct mail_shown *shown, bool first)
{
	double width = fmin(shown->width, WIDTH);
	strbuf_addf(&p->b, "<img src=\"cid:%s\" width=\"%.0f\" alt=\"", picture->cid, width);
	if (first && shown->alt)
		add_plain(p, shown->alt);
	strbuf_addf(&p->b, "\" style=\"display:block;width:100%%;max-width:%.0fpx;height:auto;border:0\">\n", width);
}

static void add_figure(struct page *p, const struct mail_shown *shown)
{
	strbuf_add(&p->b, "<div style=\"margin:24px 0\">\n");
	if (shown->label) {
		strbuf_addf(&p->b, "<p style=\"margin:0 0 6px;font-size:13px;font-weight:bold;color:%s\">", p->quiet);
		add_plain(p, shown->label);
		add_doubt(p, shown->doubted);
		strbuf_add(&p->b, "</p>\n");
	}
	for (size_t i = 0; i < shown->n_pages; i++)
		add_picture(p, &p->w->album->items[shown->first + i], shown, i == 0);
	strbuf_add(&p->b, "</div>\n");
}

static void add_piece(struct page *p, const struct mail_piece *piece);

static void add_pieces(struct page *p, const struct mail_piece *piece)
{
	for (size_t i = 0; i < piece->n_items; i++)
		add_piece(p, &piece->items[i]);
}

static void add_list(struct page *p, const struct mail_piece *list)
{
	int first = list->n_items ? list->items[0].number : 0;
	const char *name = first ? "ol" : "ul";
	strbuf_addf(&p->b, "<%s", name);
	if (first > 1)
		strbuf_addf(&p->b, " start=\"%d\"", first);
	strbuf_add(&p->b, " style=\"margin:0 0 16px;padding:0 0 0 24px\">\n");
	for (size_t i = 0; i < list->n_items; i++) {
		const struct mail_piece *item = &list->items[i];
		strbuf_add(&p->b, "<li style=\"margin:0 0 6px\">");
		if (item->n_items == 1 && item->items[0].kind == MAIL_PARAGRAPH)
			add_rich(p, &item->items[0].line.text);
		else
			add_pieces(p, item);
		strbuf_add(&p->b, "</li>\n");
	}
	strbuf_addf(&p->b, "</%s>\n", name);
}

/* A cell of its own: mail programs leave out what CSS says of other boxes. */
static void add_apart(struct page *p, const struct mail_piece *piece, const char *style, const char *color)
{
	strbuf_add(&p->b, grid);
	strbuf_addf(&p->b, "<tr><td style=\"%s%s;padding:14px 18px 2px\">\n", style, color);
	add_pieces(p, piece);
	strbuf_add(&p->b, "</td></tr></table>\n");
}

static void add_code(struct page *p, const char *text)
{
	strbuf_addf(
		&p->b,
		"<pre style=\"margin:0 0 16px;padding:10px 14px;font-size:13px;background:%s;white-space:pre-wrap\">",
		p->panel);
	add_plain(p, text);
	strbuf_add(&p->b, "</pre>\n");
}

static void add_piece(struct page *p, const struct mail_piece *piece)
{
	switch (piece->kind) {
	case MAIL_HEADING:
		add_heading(p, piece->level, &piece->line.text);
		return;
	case MAIL_PARAGRAPH:
		add_line(p, &piece->line, "0 0 16px");
		return;
	case MAIL_CODE:
		add_code(p, piece->line.text.text);
		return;
	case MAIL_TABLE:
		add_table(p, piece->table);
		return;
	case MAIL_ROWS:
		add_rows(p, piece);
		return;
	case MAIL_FIGURE:
		add_figure(p, piece->shown);
		return;
	case MAIL_LIST:
		add_list(p, piece);
		return;
	case MAIL_ITEM: /* add_list */
		return;
	case MAIL_QUOTE:
		add_apart(p, piece, "border-left:3px solid ", p->line);
		return;
	case MAIL_PANEL:
		add_apart(p, piece, "background:", p->panel);
		return;
	}
}

/* ---- the whole ---- */

static const char *add_open(struct page *p)
{
	const struct mail_writing *w = p->w;
	static const char faces_there_are[] = "Inter,'Segoe UI',Helvetica,Arial,sans-serif";
	strbuf_addf(&p->b,
	            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
	            "<meta name=\"viewport\" content=\"width=device-width\">\n"
	            "<meta name=\"color-scheme\" content=\"%s\">\n<title>",
	            w->language->code,
	            color_contrast(w->look->palette.background, (struct color){ 0, 0, 0 }) < 4.5 ? "dark" : "light");
	add_plain(p, w->title);
	strbuf_addf(
		&p->b,
		"</title>\n</head>\n<body style=\"margin:0;padding:0;background:%s\">\n"
		"<table role=\"presentation\" width=\"100%%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
		"style=\"table-layout:fixed\" bgcolor=\"%s\"><tr><td align=\"center\" style=\"padding:28px 16px\">\n"
		"<!--[if mso]><table role=\"presentation\" width=\"%d\"><tr><td><![endif]-->\n"
		"<div "
		"style=\"max-width:%dpx;text-align:left;font-family:%s;font-size:16px;line-height:1.5;color:%s\">\n",
		p->paper, p->paper, WIDTH, WIDTH, faces_there_are, p->ink);
	return "</div>\n<!--[if mso]></td></tr></table><![endif]-->\n</td></tr></table>\n</body>\n</html>\n";
}

static void add_title(struct page *p)
{
	const struct mail_writing *w = p->w;
	struct rich title = rich_plain(w->arena, w->title);
	add_heading(p, HEADING_FIRST, &title);
	const char *const below[] = { w->subtitle, w->byline };
	for (size_t i = 0; i < sizeof below / sizeof *below; i++)
		if (below[i] && *below[i]) {
			struct mail_line line = { .text = rich_plain(w->arena, below[i]),
				                  .tone = i ? MAIL_QUIET : MAIL_PLAIN };
			add_line(p, &line, i ? "0 0 24px" : "0 0 8px");
		}
}

const char *mail_html(const struct mail_writing *w)
{
	struct page p = { .w = w, .b = strbuf_new(w->arena) };
	const struct palette *c = &w->look->palette;
	color_hex(c->background, p.paper);
	color_hex(c->ink, p.ink);
	color_hex(c->ink2, p.quiet);
	color_hex(c->grid, p.line);
	color_hex(c->highlight, p.high);
	color_hex(c->panel, p.panel);
	color_hex(look_doubt(w->look), p.doubt);
	const char *end = add_open(&p);
	add_title(&p);
	add_pieces(&p, &w->all);
	strbuf_add(&p.b, end);
	return p.b.s;
}
