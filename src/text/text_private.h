/* text_private.h: what the files of this room share.
 *
 * Everything is shaped once at TEXT_REFERENCE points and scaled from there: that is what makes a block the same at
 * every size, down to the last bit of a position. The drawing libraries' types appear by their tags only, so that
 * their headers stay in the .c files. */
#ifndef TEXT_TEXT_PRIVATE_H
#define TEXT_TEXT_PRIVATE_H

#include "base/map.h"
#include "text/text.h"

struct arena;
struct hb_font_t;
struct _cairo_font_face;
struct _FcConfig;
struct _PangoAttrList;
struct _PangoContext;
struct _PangoFont;
struct _PangoFontDescription;
struct _PangoFontMap;
struct _PangoGlyphString;

enum { TEXT_REFERENCE = 256 };

enum font_state {
	FONT_UNSOUGHT,
	FONT_ABSENT, /* no such file, or not a font */
	FONT_FOUND,  /* its characters are known */
	FONT_OPEN,   /* and it can be drawn with */
};

struct font { /* one file of a family of the look */
	const struct look_font *family;
	const char *file; /* below a root */
	bool own, emoji;
	bool code; /* the look's code: own, though of another family */
	enum font_state state;
	const char *path;
	int index; /* of the face in the file */
	int css_weight;
	bool color, italic;
	struct hb_font_t *characters;
	struct _PangoFontDescription *description; /* finds this face, at the reference size */
	struct _PangoFont *loaded;
	struct _cairo_font_face *native;
	double unit; /* points of the reference size in one of Pango's units */
};

struct font_metrics { /* in em */
	double ascent, descent, x_height;
};

struct fontset {
	struct arena *arena;
	const struct look *look;
	const char **roots;
	size_t n_roots;
	struct font fonts[LOOK_FONTS_MAX][TEXT_WEIGHTS];
	struct font *faces[TEXT_WEIGHTS];              /* what sets the own family's; NULL: not needed so far */
	struct font_metrics metrics[TEXT_WEIGHTS];     /* of faces */
	struct _PangoAttrList *plain[TEXT_WEIGHTS][2]; /* text in the own family alone; [1] tabular */
	struct map texts[TEXT_WEIGHTS][2];             /* text -> struct text_set */
	struct map reported;                           /* characters without a glyph */
	struct _FcConfig *config;
	struct _PangoFontMap *map;
	struct _PangoContext *context;
	struct _PangoGlyphString *glyphs; /* scratch */
	size_t opened;                    /* fallbacks */
	bool changed;                     /* a file came that Pango was not told of */
};

struct text_letter { /* a rune of a text; one behind the last has rune 0 */
	uint32_t rune;
	uint32_t at;    /* offset */
	bool grapheme;  /* begins one */
	bool breakable; /* a line may begin here, says Unicode */
};

struct text_span { /* bytes set in one font */
	size_t start, end;
	struct font *font;
};

struct text_paragraph {    /* what stands between newlines */
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

struct text_set { /* a text in one weight but for its marks, before size and width */
	const char *text;
	size_t bytes;
	enum text_weight weight;
	const struct text_mark *marks;
	size_t n_marks;
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

/* fontset.c: the font that stands for a family (by its number in the look) in a weight: the nearest one that is there.
 * font_seek finds its file and its characters; NULL if there is none. font_open makes it ready to draw with. */
struct font *font_seek(struct fontset *fonts, size_t family, enum text_weight weight);
bool font_open(struct fontset *fonts, struct font *font);
/* The own family's, ready to draw with, and measured; a stand-in is told once. Never NULL in an open font set. */
struct font *font_face(struct fontset *fonts, enum text_weight weight, struct diags *diags);
bool font_has(const struct font *font, uint32_t rune);

/* cover.c: gives every byte of a text a font, and reports characters that none has. */
void cover_text(struct fontset *fonts, struct text_set *set, struct diags *diags);
bool rune_is_ignorable(uint32_t rune); /* draws nothing by itself: joiners, variation selectors, marks of direction */

/* package.c: adds the error for a character without a glyph, once a character. */
void report_missing(struct fontset *fonts, uint32_t rune, struct diags *diags);
bool rune_is_pictograph(uint32_t rune); /* shown in colour unless said otherwise */

/* shape.c: bytes start to end as one line at the reference size. advances, if not NULL, gets each cluster's width at
 * its first byte, counted from start. */
struct text_line shape_line(struct fontset *fonts, const struct text_set *set, size_t start, size_t end, bool rtl,
                            double *advances);
bool text_is_rtl(const char *text, size_t bytes);
void shape_attributes(struct fontset *fonts, struct text_set *set, bool tabular);

/* breaks.c */
void letters_of(struct arena *arena, struct text_set *set);
bool rune_is_white(uint32_t rune); /* a space at which a line may break */

struct break_line {
	size_t end, next; /* letters: behind the last one that is drawn; the first one of the next line */
};

/* The longest line from letter `first` (up to letter `last`) that is no wider than room; at least one grapheme. */
struct break_line break_fit(const struct text_set *set, size_t first, size_t last, const double *advances, size_t start,
                            double room);

#endif
