/* galley_parts.h: what the files of the galley do for each other. Private to them.
 *
 * All add boxes at the galley's end, as wide as the galley is at the moment. */
#ifndef BRIEF_GALLEY_PARTS_H
#define BRIEF_GALLEY_PARTS_H

#include "brief/galley.h"

/* ---- galley_box.c ---- */

/* A new box with the air above it, on a panel or beside a bar where one is open. */
struct box *galley_add_box(struct galley *g, double height, double above);

/* True if what is set next may be as wide as the page: it stands in nothing else. */
bool galley_may_widen(const struct galley *g);

/* Opens a tag below the one that is open, and returns that, for g->tag to be set to when this one ends. */
struct scene_tag *galley_open_tag(struct galley *g, enum scene_tag_kind kind);

/* The same of a list whose items have no marks. */
struct scene_tag *galley_open_list(struct galley *g);

/* When all boxes are there: fields of colour meet, and end where their texts do. */
void galley_settle(struct galley *g);

enum { DENSE_FIRST = 0x2e80 }; /* of scripts that break between any characters */

/* ---- galley_line.c: text as it is set at the moment, in the body or in a footnote ---- */

struct text_style galley_style(const struct galley *g);
double galley_step(const struct galley *g); /* from line to line */
double galley_rise(const struct galley *g); /* from a line's top to its baseline */
double galley_ink_air(const struct galley *g); /* between tall letters and the line above or below */

/* In the galley's fonts. */
const struct text_block *galley_shape(struct galley *g, const struct rich *rich, struct text_style style, double width,
                                      double step);

/* Plain text that is content of the open tag. */
void galley_add_text(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct text_block *block, struct color color);

/* A line of rich text with its colours, links and notes. */
void galley_add_line(struct galley *g, struct box *box, enum scene_role role, double x, double baseline,
                     const struct rich *rich, const struct text_block *block, size_t line, struct color color);

struct galley_piece { /* of a box: a text, set apart from the others */
	enum scene_role role;
	struct text_style style;
	double step, x, baseline, width; /* baseline: of its first line; width 0: it is one line */
	struct color color;
	bool even; /* its lines are about equally long */
};

/* Sets it, as content of the open tag; how high it is, from line to line. box NULL: only measures. */
double galley_set(struct galley *g, struct box *box, const struct galley_piece *piece, const struct rich *rich);

/* If a claim in these bytes does not hold: a bar beside the box, and words where there is room for them. */
void galley_add_doubt(struct galley *g, struct box *box, const struct rich *rich, size_t first, size_t bytes);

/* ---- galley_note.c ---- */

/* "Footnote 3". */
const char *galley_note_name(const struct galley *g, size_t note);

/* From here to the footnote, or from its number back to where it is referred to first. */
void galley_link_note(struct galley *g, struct box *box, const struct scene_tag *tag, struct rect here, size_t note,
                      bool there);

/* ---- galley.c: a block of any kind ---- */

void galley_add_block(struct galley *g, const struct block *block);

/* The footnotes that the boxes from the first on refer to are read aloud from here on. */
void galley_open_notes(struct galley *g, size_t first);

/* ---- galley_text.c ---- */

void galley_paragraph(struct galley *g, const struct block *block, double above);
void galley_code(struct galley *g, const struct block *block);

/* ---- galley_group.c ---- */

void galley_list(struct galley *g, const struct block *block);
void galley_quote(struct galley *g, const struct block *block);
void galley_aside(struct galley *g, const struct block *block); /* BLOCK_NOTE */
void galley_columns(struct galley *g, const struct block *block);

/* Opens a field of colour behind the boxes to come, and closes it after the last one; first: the index of the first.
 * The field begins and ends half a line before and after its text. */
void galley_open_panel(struct galley *g);
void galley_close_panel(struct galley *g, size_t first);

/* ---- galley_side.c ---- */

/* Beside the last block, where there is a side column and the place is in nothing else; a chart whose width asks for
 * it, too. */
void galley_side(struct galley *g, const struct block *block);

/* When all boxes are there: which of them reach into the side column. */
void galley_settle_side(struct galley *g);

/* ---- galley_slide.c: what only slides have ---- */

/* The title of a slide, where all slides have theirs; returns where what is below it begins. */
double galley_slide_title(struct galley *g, struct box *box, const struct rich *title);

/* A chart on a slide of its own, whose title is the slide's. heading: of the section that begins with it; NULL: none.
 * beside: blocks that stand beside it, or below where the slide is narrow; false if they have no room, and are still to
 * be set. */
bool galley_slide_chart(struct galley *g, const struct block *chart, const struct block *heading,
                        struct block *const *beside, size_t n);

/* ---- galley_part.c ---- */

/* The slide between two parts: all parts, with the one that begins. */
void galley_slide_part(struct galley *g, const struct block *heading);

/* ---- galley_deck.c ---- */

/* All blocks of the briefing, as slides. */
void galley_deck(struct galley *g);

/* ---- galley_cut.c ---- */

/* The rows from..to of a table. Where they are not its last, a note says how many are in the appendix. */
struct block *galley_rows(struct galley *g, const struct block *table, size_t from, size_t to);

/* The heading that the rows in the appendix have: that of their section, continued. */
struct block *galley_heading_of_rest(struct galley *g, const struct block *heading);

/* ---- galley_rest.c: such rows, kept until everything else is set ---- */

struct galley_rests {
	struct galley_rest *items;
	size_t count, room;
	double left; /* of the slide last set, where it is of the appendix; below 0: nothing */
};

void galley_rests_add(struct galley_rests *rests, struct galley *g, const struct block *heading, struct block *rows);

/* On the last slide of the appendix, as far as it has room; else on slides of their own, each with whatever has room on
 * it. */
void galley_rests_set(struct galley_rests *rests, struct galley *g);

/* ---- galley_scale.c ---- */

/* Of two charts side by side as they were laid out. True if they are to be laid out again, as `charts` then are: their
 * bars on one scale, or a note saying that they are on two. */
bool galley_share_scale(struct galley *g, const struct block *charts[2], const struct scene *const scenes[2]);

/* ---- galley_trial.c ---- */

/* A galley for a trial, which ends with the arena: no tag is opened, and nothing is told. */
struct galley galley_trial(const struct galley *g, const struct paper *paper, struct arena *arena);

/* ---- the other kinds of blocks, a file each ---- */

void galley_heading(struct galley *g, const struct block *block);
void galley_table(struct galley *g, const struct block *block);
void galley_chart(struct galley *g, const struct block *block);
void galley_figures(struct galley *g, const struct block *block);
void galley_image(struct galley *g, const struct block *block);
void galley_numbers(struct galley *g, const struct block *block);
void galley_advice(struct galley *g, const struct block *block);
void galley_quotation(struct galley *g, const struct block *block);
void galley_events(struct galley *g, const struct block *block);
void galley_findings(struct galley *g, const struct block *block);

/* The contents. block: where the author wants them; NULL: the front matter does, and they are left out where they would
 * list little. */
void galley_contents(struct galley *g, const struct block *block);

/* Keeps a heading for contents and outline. */
void galley_keep_heading(struct galley *g, const struct block *block);

/* The title of a slide once more, for the next one. */
const struct box *galley_title_again(struct galley *g, const char *title);

/* Keeps a heading, and makes a box the one that it is on. */
void galley_place_heading(struct galley *g, struct box *box, const struct block *block);

/* When all boxes are there: what follows a heading stays with it. */
void galley_tie_headings(struct galley *g);

#endif
