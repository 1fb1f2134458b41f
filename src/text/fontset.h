/* fontset.h: private to text/: which fonts are open, and the Pango objects that shaping reuses. */
#ifndef TEXT_FONTSET_H
#define TEXT_FONTSET_H

#include "base/map.h"
#include "text/text.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

enum { FONTS_MAX = 64, STYLES_MAX = 48, FACES_MAX = 256 };

struct font {
	cairo_font_face_t *face;
	const char *file, *family;
	int index, weight;
	bool color, own;
};

struct styled { /* what one (size, weight) needs */
	double size;
	enum text_weight weight;
	PangoFontDescription *description;
	double ascent, descent, x_height;
	unsigned generation; /* of the fallbacks it names */
};

struct fontset {
	struct arena *arena;
	const struct look *look;
	const char *const *roots;
	size_t n_roots;
	FcConfig *config;
	PangoFontMap *map;
	PangoContext *context;
	PangoLayout *layout;
	PangoAttrList *features[2]; /* proportional, tabular */
	bool open[LOOK_FONTS_MAX], absent[LOOK_FONTS_MAX];
	unsigned generation;        /* counts fallbacks opened */
	FcCharSet *covered[LOOK_FONTS_MAX]; /* of each open font's regular face */
	struct font fonts[FONTS_MAX];
	size_t n_fonts;
	struct {
		PangoFont *pango;
		const struct font *font;
	} faces[FACES_MAX];
	size_t n_faces;
	struct styled styles[STYLES_MAX];
	size_t n_styles;
	struct map blocks;   /* key -> struct text_block */
	struct map reported; /* characters without a glyph, as text */
	struct strbuf *key;  /* scratch */
};

/* Opens fallbacks until every character of text has a glyph; false if one has none anywhere (reported, once a character). */
bool fontset_cover(struct fontset *fonts, const char *text, struct diags *diags);

/* The description, with the fallbacks that are open now. */
struct styled *fontset_style(struct fontset *fonts, double size, enum text_weight weight);

/* The face behind a Pango font. */
const struct font *fontset_font(struct fontset *fonts, PangoFont *pango);

#endif
