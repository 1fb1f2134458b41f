/* block.h: what text.h makes of a string: lines of runs of glyphs, in points. */
#ifndef TEXT_BLOCK_H
#define TEXT_BLOCK_H

#include "base/geom.h"
#include "style/look.h"

#include <stdint.h>

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

struct text_hold { /* bytes of a text that lines do not part, unless they are long for a line: a name */
	size_t start, end;
};

struct text_words { /* a text as its author means it: marks and holds, each sorted and disjoint */
	const char *text;
	const struct text_mark *marks;
	size_t n_marks;
	const struct text_hold *holds;
	size_t n_holds;
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

/* Where the ink of a line is if the block's origin is at this point. */
static inline struct rect text_line_ink(const struct text_block *block, size_t line, struct point at)
{
	struct rect ink = block->lines[line].ink;
	return (struct rect){ at.x + ink.x, at.y + ink.y, ink.w, ink.h };
}

#endif
