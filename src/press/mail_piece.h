/* mail_piece.h: a briefing as a message says it: few kinds of pieces, which its words and its HTML have in common, so
 * that neither says more than the other. Private to press/mail*.c.
 *
 * Mail programs know no columns, no footnotes to jump to and no views: what a page or a browser sets in its own way
 * becomes paragraphs, rows of a left and a right side, tables and pictures. */
#ifndef PRESS_MAIL_PIECE_H
#define PRESS_MAIL_PIECE_H

#include "brief/block.h"
#include "paint/mail.h"
#include "press/job.h"

enum mail_kind {
	MAIL_HEADING,
	MAIL_PARAGRAPH,
	MAIL_CODE,
	MAIL_TABLE,
	MAIL_ROWS,
	MAIL_FIGURE,
	MAIL_LIST, /* its items are: */
	MAIL_ITEM,
	MAIL_QUOTE,
	MAIL_PANEL, /* set apart */
};

enum mail_tone { MAIL_PLAIN, MAIL_STRONG, MAIL_QUIET, MAIL_LARGE };

struct mail_line {
	struct rich text;
	enum mail_tone tone;
	bool doubted; /* a claim in it does not hold */
};

enum { MAIL_SIDE_LINES = 2 };

struct mail_row { /* "" where a line is not there */
	struct mail_line left[MAIL_SIDE_LINES], right[MAIL_SIDE_LINES];
};

struct mail_shown {            /* a picture, on one page or several */
	size_t first, n_pages; /* among the pictures of the message */
	double width;          /* pixels of the mail program */
	const char *label, *alt;
	bool doubted;
};

struct mail_piece {
	enum mail_kind kind;
	int level;             /* HEADING: from 1 */
	int number;            /* ITEM: 0 for a bullet */
	struct mail_line line; /* HEADING, PARAGRAPH, CODE */
	const struct block_table *table;
	const struct mail_row *rows;
	size_t n_rows;
	const struct mail_shown *shown;
	struct mail_piece *items; /* LIST, ITEM, QUOTE, PANEL */
	size_t n_items, room;
};

struct mail_album { /* all pictures of a message */
	struct press_job *job;
	struct mail_picture *items;
	size_t n, room;
};

struct mail_writing {
	struct press_job *job;
	struct arena *arena;
	const struct language *language;
	const struct look *look;        /* by day */
	const struct mail_shown *shown; /* every chart, by its number less one */
	const char *title;
	const char *subtitle, *byline; /* NULL: none */
	struct mail_album *album;
	struct mail_piece all; /* a PANEL of everything below the title */
};

/* ---- mail_document.c ---- */

/* A picture of the author's, which it adds to those of the message. NULL if it cannot be shown. */
const struct mail_shown *mail_image(struct mail_writing *w, const struct block *block);

/* ---- mail_piece.c ---- */

/* Fills all in from the briefing of the job. */
void mail_pieces(struct mail_writing *w);

/* ---- mail_html.c, mail_text.c ---- */

const char *mail_html(const struct mail_writing *w);
const char *mail_text(const struct mail_writing *w);

#endif
