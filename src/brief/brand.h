/* brand.h: whose document it is, as the front matter has it: its cover, a logo, what stands on every page.
 *
 * Texts may hold expressions, which briefing_read answers. Pictures are files below the briefing's folder, tried as all
 * pictures are (press/images.c). */
#ifndef BRIEF_BRAND_H
#define BRIEF_BRAND_H

#include "base/diag.h"

#include <stdbool.h>

struct look_brand;
struct schema;

enum cover_kind {
	COVER_NONE,
	COVER_PLAIN,   /* a rule, the title, large numbers */
	COVER_BAND,    /* the title on a field of colour */
	COVER_PICTURE, /* a picture that fills its part of the page from edge to edge */
};

struct brand_picture {
	const char *file;  /* as written; NULL: there is none */
	const char *dark;  /* of a logo: what stands for it in looks with a dark page; NULL: the same */
	const char *alt;   /* NULL: it says nothing, and is not read out */
	const char *below; /* the folder that file and dark begin with, below which they lie; NULL: the briefing's */
	struct place place;
};

struct brand {
	enum cover_kind cover;
	struct brand_picture logo, picture; /* picture: of the cover */
	const char *footer, *confidential;  /* NULL: none */
	bool marked;                        /* confidential, in the language's own word */
	struct place cover_place, footer_place, confidential_place;
	bool says_cover, says_logo, says_footer; /* the briefing does, even if it says that there is none */
};

struct brand brand_read(struct schema *s);

/* Takes from the look of the pages what the briefing says nothing of. covers: whether the document may have one. */
void brand_adopt(struct brand *brand, const struct look_brand *look, bool covers);

#endif
