/* text_set.h: one text in one weight, before it has a size and a width.
 *
 * It is made once for each text and weight, and keeps what all its blocks share: which font sets which bytes, the
 * shaped paragraphs at the reference size, and the blocks made so far. It belongs to the font set's arena. */
#ifndef TEXT_TEXT_SET_H
#define TEXT_TEXT_SET_H

#include "text/block.h"

struct arena;
struct _PangoAttrList;

struct text_letter { /* a rune of a text; the one past the end has rune 0 */
	uint32_t rune;
	uint32_t at;    /* offset */
	bool grapheme;  /* begins one */
	bool breakable; /* a line may begin here, says Unicode */
	uint32_t hold;  /* that it is in: its number from 1 on; 0: none */
};

struct text_span { /* bytes set in one font */
	size_t start, end;
	struct font *font;
};

struct text_paragraph {    /* what is between newlines */
	size_t start, end; /* without spaces at the end */
	bool rtl;
	struct text_line line; /* unbroken, at the reference size */
	double *advances;      /* by byte from start, at the reference size; NULL until it has to be broken */
};

struct text_made { /* a block and the next one of the same text */
	struct text_block block;
	double asked; /* width */
	struct text_made *next;
};

struct text_set {            /* its marks may have other weights */
	struct arena *arena; /* of the set and all its blocks */
	const char *text;
	size_t bytes;
	enum text_weight weight;
	const struct text_mark *marks;
	size_t n_marks;
	const struct text_hold *holds;
	size_t n_holds;
	const char *drawn;                 /* with plain spaces for tabs and controls: same offsets */
	const struct text_letter *letters; /* NULL until needed */
	size_t n_letters;
	const struct text_span *spans;
	size_t n_spans;
	struct _PangoAttrList *attributes;
	struct text_paragraph *paragraphs;
	size_t n_paragraphs;
	struct text_made *made;
};

#endif
