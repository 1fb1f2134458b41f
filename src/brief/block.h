/* block.h: what a briefing is made of: headings, paragraphs, lists, tables, charts and the like, as a tree.
 *
 * What the author wrote and what is generated from the data become the same blocks, so that layout knows one kind of
 * paragraph and one kind of table. Blocks live on the reading's arena and are const once the briefing is read.
 *
 * To add a kind: name it here, with what it holds; make it in markdown.c (Markdown), in a fence_*.c (a fence of its
 * own: fence_kind.h names it) or in a generate_*.c (made from the data); let links.c visit text that is neither `text`
 * nor an item; and set it in galley.c (add_block). The compiler names every switch that lacks it. */
#ifndef BRIEF_BLOCK_H
#define BRIEF_BLOCK_H

#include "base/date.h"
#include "brief/rich.h"

struct arena;
struct chart_request;

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_LIST, /* its children are items, whose children are blocks */
	BLOCK_ITEM,
	BLOCK_QUOTE,
	BLOCK_CODE,
	BLOCK_TABLE,
	BLOCK_IMAGE,
	BLOCK_CHART,
	BLOCK_NOTE,      /* set apart from the text */
	BLOCK_COLUMNS,   /* its children flow in two columns */
	BLOCK_SIDE,      /* beside the block before it, where the page has a side column */
	BLOCK_FIGURES,   /* two charts side by side */
	BLOCK_NUMBERS,   /* large, side by side */
	BLOCK_ADVICE,    /* recommendations */
	BLOCK_QUOTATION, /* of a source; its one item is a paragraph that says who said it */
	BLOCK_EVENTS,    /* dated, the earliest first */
	BLOCK_FINDINGS,  /* numbered; each of its items has what one says, by enum finding_words */
	BLOCK_CONTENTS,  /* of the briefing's headings */
	BLOCK_PAGE,      /* a new page begins */
	BLOCK_TAKEAWAY,  /* what a chart comes to: beside it on slides; its items are paragraphs and lists */
	BLOCK_SPEAKER,   /* what is said and not shown: on the handout of slides alone */
	BLOCK_APPENDIX,  /* the appendix begins: slides in smaller type */
};

enum cell_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

enum cell_tone { TONE_PLAIN, TONE_GOOD, TONE_BAD, TONE_QUIET };

/* Before its words, which say the same: a disc, a ring, a dash; or only the room for one. */
enum cell_mark { MARK_NONE, MARK_FULL, MARK_RING, MARK_DASH, MARK_BLANK };

struct fact;

struct cell_basis { /* a condition that a cell rests on, as it was asked */
	const char *expression;
	const struct fact *fact;
};

struct block_cell {
	struct rich text;
	struct place place; /* line 0: the table's */
	enum cell_tone tone;
	enum cell_mark mark; /* of a column that is aligned left */
	const struct cell_basis *bases;
	size_t n_bases;
};

struct block_table {
	size_t n_columns, n_rows;
	size_t n_keys; /* columns that tell its rows apart */
	const enum cell_align *aligns;
	struct block_cell *heads; /* n_columns; NULL: none */
	struct block_cell *cells; /* [row * n_columns + column] */
	bool filled;              /* as wide as it may be */
	bool even;                /* the same, and all columns but the first are equally wide, where they fit */
	const char *note;         /* below it; NULL: none */
};

enum figure_width { FIGURE_FULL, FIGURE_COLUMN, FIGURE_SIDE }; /* of the page, of its text, of what is beside that */

struct block_chart {
	const char *id;                      /* NULL: none, and it makes no picture of its own */
	const struct chart_request *request; /* without look, language, fonts and page */
	const char *look;                    /* that it is drawn in; NULL: that of the pages */
	struct place look_place;
	enum figure_width width;
	bool doubted; /* its claim does not hold */
	int number;   /* "Figure 1" and so on */
};

struct large_number {
	const char *value, *words;
	bool doubted; /* a claim in it does not hold */
	struct place place;
};

struct block_numbers {
	const struct large_number *items;
	size_t count;
};

struct recommendation {
	struct rich use, model, because, unless; /* unless: "" if nothing is said to change it */
	bool doubted;                            /* a claim of it does not hold */
	bool claimed;                            /* it rests on what the model's developer says */
};

struct block_advice {
	const struct recommendation *items;
	size_t count;
};

struct event {
	struct date date;
	const char *day; /* the date in words */
	struct rich text;
	bool doubted; /* a claim in it does not hold */
	struct place place;
};

struct block_events {
	const struct event *items;
	size_t count;
};

struct spark_dot {
	double value;
	bool focus, claimed;
};

struct spark {                        /* a small chart: values on a line from low to high */
	const struct spark_dot *dots; /* the focus last */
	size_t n_dots;
	double low, high;
	const char *low_words, *high_words; /* these two values as printed */
	const char *alt;
};

/* What a finding says, as paragraphs of its item. */
enum finding_words { FINDING_VALUE, FINDING_UNIT, FINDING_SENTENCE, FINDING_CONFIDENCE, FINDING_WORDS };

struct benchmark;

struct finding {
	struct spark spark;
	const struct benchmark *benchmark; /* of which it is: whose figure it refers to */
	bool ahead;
};

struct block_findings {
	const struct finding *items; /* as many as the block has items */
};

struct block {
	enum block_kind kind;
	struct place place;
	struct rich text;     /* HEADING, PARAGRAPH, CODE, QUOTATION */
	int level;            /* HEADING: 1 to 6 */
	bool part;            /* HEADING: of level 1, with nothing between it and one of level 2 */
	const char *anchor;   /* HEADING, CHART: what links call it; NULL: none */
	bool ordered;         /* LIST */
	int number;           /* ITEM: of an ordered list; 0 for a bullet */
	struct block **items; /* LIST, ITEM, QUOTE, NOTE, COLUMNS, SIDE, FIGURES, QUOTATION */
	size_t n_items;
	struct block_table table;
	struct block_chart chart;
	struct block_numbers numbers;
	struct block_advice advice;
	struct block_events events;
	struct block_findings findings;
	const char *image, *alt; /* IMAGE: path as written */
};

/* An empty block of this kind. */
struct block *block_new(struct arena *arena, enum block_kind kind, struct place place);

/* Appends a paragraph of plain words. */
void block_add_words(struct arena *arena, struct block *into, struct place place, const char *words);

/* Appends item to the items of into, which must have got all of its items here. */
void block_add(struct arena *arena, struct block *into, struct block *item);

#endif
