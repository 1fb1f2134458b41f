/* web_parts.h: what the files of web.h share. Private to paint/web*.c. */
#ifndef PAINT_WEB_PARTS_H
#define PAINT_WEB_PARTS_H

#include "base/str.h"
#include "paint/font_uses.h"
#include "paint/markup.h"
#include "paint/web.h"
#include "style/look.h"

struct web_ink { /* a colour by day and by night */
	struct color light, dark;
	bool fills, strokes; /* in figures */
};

struct web_type { /* a face, size and colour of text in figures */
	const struct font *font;
	double size;
	bool tabular;
	size_t ink;
};

struct web {
	struct arena *arena;
	struct web_setup setup;
	const struct paint_info *info;
	struct diags *diags;
	struct strbuf body;
	struct font_uses *fonts;
	struct web_ink *inks; /* the palette's first, as web_ink.c names them */
	size_t n_inks, inks_room;
	struct web_type *types;
	size_t n_types, types_room;
	size_t n_patterns; /* in all figures */
	size_t n_figures, n_tables;
	size_t n_claimed;  /* of what developers claim */
	size_t control_at; /* in the body: where they are hidden */
};

/* ---- web_text.c ---- */

/* At most one decimal place, without a zero at the end. */
void web_number(struct strbuf *out, double n);

/* Three, for what many things are as large as: type, lines, the step of a hatch. */
void web_size(struct strbuf *out, double n);

/* ---- web_ink.c ---- */

void web_ink_start(struct web *web);

/* The number of a pair, by which web_ink_add writes it. */
size_t web_ink(struct web *web, struct color light, struct color dark);
void web_ink_add(struct strbuf *out, size_t ink); /* "var(--ink2)" */

/* The rules that give all pairs their colours, and figures their classes. */
void web_ink_rules(const struct web *web, struct strbuf *out);

/* ---- web_svg.c ---- */

/* One view as an element of these classes. */
void web_svg(struct web *web, const struct web_view *view, const char *classes, const char *labelled_by);

/* The rules of the types that figures use. */
void web_type_rules(const struct web *web, struct strbuf *out);

/* ---- web_style.c ---- */

struct web_rules {
	const char *needs; /* markup without which they are left out; NULL: they are in every document */
	const char *rules; /* NULL: the last */
};

extern const struct web_rules web_style[];
extern const struct web_rules web_script[]; /* likewise */

#endif
