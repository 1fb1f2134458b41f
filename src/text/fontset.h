/* fontset.h: the fonts of a look, as the files of this room see them (font.h shows everybody else what they may know).
 *
 * A font is sought when a text first asks for it, so that its characters are known, and opened when it is to be drawn
 * with. Everything is shaped at TEXT_REFERENCE points and scaled from there: that is what makes a block the same at
 * every size, down to the last bit of a position. The drawing libraries' types appear by their tags only, so that their
 * headers stay in the .c files. */
#ifndef TEXT_FONTSET_H
#define TEXT_FONTSET_H

#include "base/map.h"
#include "style/look.h"
#include "text/font.h"
#include "text/font_map.h"

#include <stdint.h>

struct arena;
struct diags;
struct hb_font_t;
struct _cairo_font_face;
struct _GList;
struct _PangoAttrList;
struct _PangoContext;
struct _PangoFont;
struct _PangoFontDescription;
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
	struct arena *arena;   /* fonts, as long as the set */
	struct arena *shaped;  /* texts and blocks, until they are forgotten or the page is turned */
	struct arena *kept;    /* texts in the own upright faces alone, from call to call */
	struct arena *page;    /* what is shaped while a page is open */
	struct arena *lasting; /* what was shaped before it; NULL: no page is open */
	struct arena *outside; /* what was shaped before a work apart; NULL: there is none */
	size_t loose;          /* texts that were asked for and are not kept */
	size_t kept_since;     /* how often those that are were given back */
	const struct look *look;
	const char **roots;
	size_t n_roots;
	struct font fonts[LOOK_FONTS_MAX][TEXT_WEIGHTS];
	struct font *faces[TEXT_WEIGHTS];              /* what sets the own family's; NULL: not needed so far */
	struct font_metrics metrics[TEXT_WEIGHTS];     /* of faces */
	struct _PangoAttrList *plain[TEXT_WEIGHTS][2]; /* text in the own family alone; [1] tabular */
	struct map texts[TEXT_WEIGHTS][2];             /* text -> struct text_set */
	struct map kept_texts[TEXT_WEIGHTS][2];        /* likewise; of a marked text the key has its marks */
	struct font_work work;
	struct map lasting_texts[TEXT_WEIGHTS][2];
	struct map reported; /* characters without a glyph: each is reported once */
	struct font_map map;
	struct _PangoContext *context;    /* NULL while the map is at rest and files may be added */
	struct _PangoGlyphString *glyphs; /* scratch */
	struct _GList *logical, *visual;  /* items of the line that is being shaped */
	size_t opened;                    /* fallbacks */
	bool faulty;                      /* it was complained of */
};

/* Gives back the items of the line that is, or was, being shaped. */
void fontset_drop_items(struct fontset *fonts);

/* Whether what Pango shapes with has all of the font's glyphs: HarfBuzz makes an empty face of a file that it cannot
 * open, and Pango opens the file again whenever files were added. */
bool font_is_whole(const struct font *font, struct _PangoFont *shaping);

/* A file that is there and is a font cannot be used all the same, which is the machine's fault: the session is told,
 * and nothing else is said of it. */
void fontset_complain(struct fontset *fonts, const char *path, const char *why);

/* fontset_seek.c: the font that stands for a family (by its number in the look) in a weight: the nearest one that
 * exists. Its file and its characters are known then. NULL if there is none. */
struct font *font_seek(struct fontset *fonts, size_t family, enum text_weight weight);

/* Whether a font that was found has a glyph for a character. */
bool font_has(const struct font *font, uint32_t rune);

/* Makes a font that was found ready to draw with. False if it cannot be loaded; it counts as absent from then on. */
bool font_open(struct fontset *fonts, struct font *font);

/* The own family's face, open and measured. A stand-in is reported once. Never NULL in an open font set. */
struct font *font_face(struct fontset *fonts, enum text_weight weight, struct diags *diags);

#endif
