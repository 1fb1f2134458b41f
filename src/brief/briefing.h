/* briefing.h: a briefing as it was written, with every expression answered: options and a tree of blocks.
 *
 * briefing_front reads the front matter alone, which says what data and look are needed; with these at hand
 * briefing_read does the rest. What is made from the data (findings, sources, …) becomes the same blocks as what was
 * written, so that layout knows one kind of paragraph and one kind of table. Lives on the arena, const when done. */
#ifndef BRIEF_BRIEFING_H
#define BRIEF_BRIEFING_H

#include "brief/source.h"
#include "chart/kind.h"
#include "facts/changes.h"
#include "facts/verdict.h"
#include "style/page_format.h"

/* ---- text ---- */

struct rich_link {
	size_t start, end;  /* bytes of the text */
	const char *target; /* "https://…", or "#name" inside the briefing */
	struct place place;
};

struct rich_note { /* where a footnote is referred to */
	size_t start, end;
	size_t note; /* in briefing.notes */
};

struct rich_doubt { /* a sentence whose claim does not hold: drafts show it */
	size_t start, end;
};

struct rich { /* text with faces, links and references */
	const char *text;
	const struct text_mark *marks;
	size_t n_marks;
	const struct rich_link *links;
	size_t n_links;
	const struct rich_note *notes;
	size_t n_notes;
	const struct rich_doubt *doubts;
	size_t n_doubts;
};

/* ---- blocks ---- */

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
	BLOCK_NOTE,    /* set apart from the text */
	BLOCK_COLUMNS, /* its children flow in two columns */
	BLOCK_PAGE,    /* a new page begins */
};

enum cell_align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

enum cell_tone { TONE_PLAIN, TONE_GOOD, TONE_BAD, TONE_QUIET };

struct block_cell {
	struct rich text;
	enum cell_tone tone;
};

struct block_table {
	size_t n_columns, n_rows;
	const enum cell_align *aligns;
	struct block_cell *heads; /* n_columns; NULL: none */
	struct block_cell *cells; /* [row * n_columns + column] */
	const char *caption;      /* NULL: none */
};

struct block_chart {
	const char *id; /* NULL: none, then it makes no picture of its own */
	const struct chart_kind *kind;
	const struct benchmark *const *benchmarks;
	size_t n_benchmarks;
	const struct variant *const *models;
	size_t n_models;
	const struct variant *focus;
	const char *title; /* NULL: made from the data */
	size_t rows;
	bool doubted; /* its claim does not hold */
	int number;   /* of the figure, from 1 */
};

struct block {
	enum block_kind kind;
	struct place place;
	struct rich text;     /* HEADING, PARAGRAPH, CODE */
	int level;            /* HEADING: 1 to 6 */
	const char *anchor;   /* HEADING, CHART: by which it is linked to; NULL: none */
	bool ordered;         /* LIST */
	int number;           /* ITEM: of an ordered list; 0 for a bullet */
	struct block **items; /* LIST, ITEM, QUOTE, NOTE, COLUMNS */
	size_t n_items;
	struct block_table table;
	struct block_chart chart;
	const char *image, *alt; /* IMAGE: path as written */
};

/* ---- the whole ---- */

struct brief_number { /* a large number on the cover */
	const char *value, *words;
};

struct brief_front {
	const char *title, *subtitle, *name; /* subtitle NULL if none; name: of the file, NULL if not given */
	const char *const *authors;
	size_t n_authors;
	struct date date;
	const char *const *data; /* paths as written, seen from the briefing's folder */
	size_t n_data;
	const char *look, *focus; /* focus NULL if none */
	const struct language *language;
	const struct page_format *page;
	int columns; /* 0: as the paper suggests */
	bool cover, contents, appendix;
	const struct value *numbers; /* value and words each, expressions not answered yet; NULL if none */
	struct place title_place, subtitle_place, look_place, focus_place;
	const struct place *data_places;
};

struct brief_claim { /* a claim of the author, answered */
	struct place place;
	const char *text, *expression;
	bool holds;
	struct fact fact;
};

struct brief_value { /* an expression, answered */
	struct place place;
	const char *expression, *printed;
	struct fact fact;
};

struct briefing {
	const char *path;
	const struct brief_front *front;
	const struct dataset *dataset;
	const char *title, *subtitle; /* expressions answered */
	const struct brief_number *numbers;
	size_t n_numbers;
	struct block **blocks;
	size_t n_blocks;
	struct block **notes; /* footnotes: a QUOTE each, in the order of their numbers */
	size_t n_notes;
	struct block **charts; /* all, in order */
	size_t n_charts;
	const struct brief_claim *claims;
	size_t n_claims;
	const struct brief_value *values;
	size_t n_values;
	const struct verdict *verdicts; /* of the dataset's claims; NULL if nobody asked */
	size_t n_doubts;                /* claims that do not hold */
};

struct brief_options {
	const struct changes *changes; /* since the baseline; NULL: none was given */
	bool draft;                    /* false claims are marked, not errors */
};

/* NULL after errors. source may be without front matter: then all is as by default, the title that of the first
 * heading. */
const struct brief_front *briefing_front(struct arena *arena, const struct source_text *source, struct diags *diags);

/* NULL after errors, all of which are reported. */
const struct briefing *briefing_read(struct arena *arena, const struct source_text *source,
                                     const struct brief_front *front, const struct dataset *dataset,
                                     const struct brief_options *options, struct diags *diags);

#endif
