/* html_parts.h: what the files of html.h share. Private to paint/html*.c. */
#ifndef PAINT_HTML_PARTS_H
#define PAINT_HTML_PARTS_H

#include "base/str.h"
#include "paint/font_uses.h"
#include "paint/html.h"
#include "style/look.h"

struct html_ink { /* a colour by day and by night */
	struct color light, dark;
};

struct html_type { /* a face and size of text in figures */
	const struct font *font;
	double size;
	bool tabular;
};

struct html {
	struct arena *arena;
	struct html_setup setup;
	const struct paint_info *info;
	struct diags *diags;
	struct strbuf body;
	struct font_uses *fonts;
	struct html_ink *inks; /* the palette's first, as html_ink.c names them */
	size_t n_inks, inks_room;
	struct html_type *types;
	size_t n_types, types_room;
	size_t n_patterns; /* in all figures */
	size_t n_figures;
};

/* ---- html_text.c ---- */

/* n bytes as text or as the value of an attribute. */
void html_escape(struct strbuf *out, const char *text, size_t n);

/* At most two decimal places, without zeros at the end. */
void html_number(struct strbuf *out, double n);

/* What an address may not contain, percent-encoded; whole: also what parts addresses. */
void html_encode(struct strbuf *out, const char *text, size_t n, bool whole);

/* ---- html_ink.c ---- */

void html_ink_start(struct html *html);

/* The number of a pair, by which html_ink_add names it. */
size_t html_ink(struct html *html, struct color light, struct color dark);
void html_ink_add(struct strbuf *out, size_t ink);

/* The rules that give all pairs their colours, and figures their classes. */
void html_ink_rules(const struct html *html, struct strbuf *out);

/* ---- html_svg.c ---- */

/* One view as an element of these classes. */
void html_svg(struct html *html, const struct html_view *view, const char *classes, const char *labelled_by);

/* The rules of the types that figures use. */
void html_type_rules(const struct html *html, struct strbuf *out);

/* ---- html_style.c ---- */

extern const char html_style[], html_script[];

#endif
