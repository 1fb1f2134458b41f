/* text.h: string + style + width -> shaped block.
 *
 * A font set holds the fonts of one look and nothing else: the system's fonts are not scanned. Fallbacks are opened
 * only when a string has a character that the look's own family lacks, and are used for that character only. Every
 * string is shaped once: asking again for the same text, style and width returns the same block. Hinting and the
 * rounding of glyph positions are off, so a block is the same at every scale and breaks alike in PDF, PNG and SVG.
 *
 * Blocks belong to the font set and are const. Sizes and positions are in points; y grows downwards; a block's origin
 * is the left end of its first baseline. A font set is not for use from several threads at once: open one per thread.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/geom.h"
#include "style/look.h"

#include <stdint.h>

struct fontset;
struct font; /* one face, at no size */

struct text_style {
	double size;
	enum text_weight weight;
	bool tabular; /* figures of equal width: wherever numbers stack */
};

struct text_glyph {
	uint32_t index; /* in the face */
	double x, y;    /* from the block's origin */
};

struct text_mark { /* bytes of a text that are set in another face */
	size_t start, end;
	enum text_weight weight;
};

struct text_cluster { /* bytes of text and glyphs that belong together, in the order of the text */
	int bytes, glyphs;
	double advance; /* in em */
};

/* Glyphs of one face, from left to right; text and clusters in the order of reading, so that in a run from right to
 * left the first cluster has the last glyphs. That is what cairo_show_text_glyphs takes: with
 * CAIRO_TEXT_CLUSTER_FLAG_BACKWARD if rtl. The clusters' bytes and glyphs add up to the run's. A space inside a line
 * has a glyph; characters that draw nothing (joiners, variation selectors) belong to a neighbour's cluster. */
struct text_run {
	const struct font *font;
	const char *text; /* the run's part of the string, not NUL-terminated */
	size_t bytes;
	bool rtl;
	double x, width; /* from the block's origin */
	const struct text_glyph *glyphs;
	size_t n_glyphs;
	const struct text_cluster *clusters;
	size_t n_clusters;
};

struct text_line {
	const char *text; /* in the order of reading, without the spaces at its end; not NUL-terminated */
	size_t bytes;
	double baseline; /* below the first one: 0 for the first line */
	double width;    /* logical, without trailing space */
	struct rect ink; /* from the block's origin; all 0 if nothing is drawn */
	const struct text_run
		*runs; /* from left to right; the first one at x = 0 in every script, unless text_align moved it */
	size_t n_runs;
};

struct text_block {
	const char *text; /* the whole string */
	struct text_style style;
	double width;           /* of the widest line */
	double ascent, descent; /* of the style's own face about a baseline, positive: the same for every string */
	double x_height;
	double step;     /* from baseline to baseline */
	struct rect ink; /* of all lines */
	const struct text_line *lines;
	size_t n_lines; /* at least 1; "" has one empty line */
};

/* roots: font folders, searched in order for the look's files. An own family (the first of the look) that is not found
 * is an error that names its package; a missing fallback is one only when it is needed. Where another face of the own
 * family has to stand in, that is a warning; for italics and code, which are opened only when a text asks for them, it
 * comes with the first such text. A file that is not in its place is sought by name, two folders deep below the roots.
 * NULL after errors. The look must outlive the font set. */
struct fontset *fontset_open(struct arena *arena, const struct look *look, const char *const *roots, size_t n_roots,
                             struct diags *diags);

/* Gives back all blocks that were shaped so far, and keeps the fonts open. What is told once is told again. */
void fontset_forget(struct fontset *fonts);

/* width <= 0: one line, however long. Otherwise broken at spaces, and inside a word only where it is wider than a
 * line; never between a number and what follows it in a name ("GPT-5.4", "Opus 4.6", "58 M"): digits stay with the
 * word before them, a number with its unit or the rest of a name ("3.1 Pro"), and a line does not break at a hyphen
 * inside a word. Where what is held together like that is wider than a line, it breaks there first. Scripts without
 * spaces break between characters as Unicode says. step: distance of baselines, 0 for 1.3 sizes. A newline in text
 * breaks. Tabs and controls are drawn as spaces. Every glyph must exist: a missing one adds a DIAG_ERROR that names the
 * character and the font package that has it, once for each character. Never NULL. */
const struct text_block *text_shape(struct fontset *fonts, const char *text, struct text_style style, double width,
                                    double step, struct diags *diags);

/* The same for prose: what is marked (sorted, disjoint) is set in another face of the same size, by whole graphemes;
 * breaks, fallbacks and errors are those of text_shape. Such a block is made anew each time. */
const struct text_block *text_shape_marked(struct fontset *fonts, const char *text, const struct text_mark *marks,
                                           size_t n_marks, struct text_style style, double width, double step,
                                           struct diags *diags);

/* The clusters of a run that begin in its bytes start to end, counted from run->text, as a run of its own: its arrays
 * are the run's. Parts that share their borders share no cluster and leave none out; one may have none. */
struct text_run text_run_part(const struct text_run *run, size_t start, size_t end);

/* Where the bytes start to end of block->text are, from the block's origin: one box per line and run, ascent to
 * descent, lines from the top, runs from the left, by the clusters that begin there. Returns how many there are; out
 * gets the first max. Spaces at which a line broke are nowhere. */
size_t text_boxes(const struct text_block *block, size_t start, size_t end, struct rect *out, size_t max);

/* One line of a block as a block of its own, whose text is the line's. */
const struct text_block *text_line_block(struct fontset *fonts, const struct text_block *block, size_t line);

/* The block with its lines moved inside its width: part 0.5 centres them, 1 aligns their ends. */
const struct text_block *text_align(struct fontset *fonts, const struct text_block *block, double part);

/* How many fallback files have been opened so far: 0 as long as the own family has every character. */
size_t fontset_opened(const struct fontset *fonts);

/* For painters. A face has one struct font for all sizes, so pointers can be compared. native is a cairo_font_face_t
 * (borrowed); color is true for faces that bring their own colours (emoji), which Cairo scales from bitmaps. */
void *font_native(const struct font *font);
bool font_color(const struct font *font);
const char *font_family(const struct font *font);
int font_css_weight(const struct font *font); /* 400, 600, 700 */
const char *font_file(const struct font *font);
int font_file_index(const struct font *font); /* of the face in its file */
bool font_own(const struct font *font);       /* of the look's first family */
bool font_italic(const struct font *font);
bool font_code(
	const struct font *font); /* the look's face for code: its figures are as wide as everything else in it */

#endif
