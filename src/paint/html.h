/* html.h: a document for browsers, written from its first element to its last.
 *
 * It has no pages: whoever writes it (press/html_*.c) opens and closes elements and gives their text, and figures are
 * drawn from scenes, each laid out at several widths of which the reader's browser shows the one that fits. Colours
 * come in pairs, for light and for dark surroundings. Every text is shaped once, only for the document to know which
 * characters of which faces it has to carry. One file comes of it, which asks nobody for anything. */
#ifndef PAINT_HTML_H
#define PAINT_HTML_H

#include "paint/paint.h"
#include "scene/scene.h"

struct html;
struct language;

struct html_setup {
	const struct language *language;
	const struct look *look;
	const struct palette *dark; /* for dark surroundings; NULL: the look's own for both */
	struct fontset *fonts;      /* of the look */
	const char *title;
	const char *description; /* a sentence or two; NULL: none */
};

/* info and what setup points to outlive it. Never NULL. */
struct html *html_new(struct arena *arena, const struct html_setup *setup, const struct paint_info *info,
                      struct diags *diags);

/* ---- elements and text ---- */

/* Markup, as it is. */
void html_add(struct html *html, const char *markup);
void html_addf(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Text in the regular face; n bytes of it in another. */
void html_text(struct html *html, const char *text);
void html_text_in(struct html *html, enum text_weight weight, const char *text, size_t n);

/* " name="value"", for a tag that is being written. What an address may not contain is percent-encoded. */
void html_attribute(struct html *html, const char *name, const char *value);
void html_address(struct html *html, const char *name, const char *uri);

/* "<name>text</name>" in this face; nothing where text is NULL. classes: NULL for none. */
void html_element(struct html *html, const char *name, const char *classes, enum text_weight weight, const char *text);

/* " name="data:…"": a file as the address of itself. */
void html_data(struct html *html, const char *name, const char *media_type, struct bytes file);

/* ---- figures ---- */

enum { HTML_VIEWS = 3 };

/* How wide the views are, in pixels of the browser and in points. */
double html_view_width(size_t view);
double html_points(double pixels);

struct html_view { /* a figure at a width */
	const struct scene *light;
	const struct scene *dark; /* the same with other colours; NULL: there are none */
};

struct html_fact {                /* a value of a figure, for whoever walks through it */
	const char *name;         /* of the model */
	const char *sentence;     /* all that is known of it */
	const char *const *cells; /* the same as a row of the figure's table */
	struct rect at[HTML_VIEWS]; /* where it is in each view, in its points; w 0: nowhere */
};

struct html_figure {
	const char *id;    /* unique in the document */
	const char *label; /* "Figure 3"; NULL: none */
	const char *doubt; /* words, if its claim does not hold; NULL: none */
	const char *alt;
	const char *file; /* what its values are saved as, without suffix */
	struct html_view views[HTML_VIEWS];
	const char *const *heads; /* of the table */
	size_t n_columns;
	const struct html_fact *facts;
	size_t n_facts;
	const char *csv;   /* the values; NULL: none */
	const char *marks; /* what the list of marks is called */
	const char *table; /* what opens the table */
	const char *save;  /* what saves the values */
};

void html_figure(struct html *html, const struct html_figure *figure);

/* ---- the end ---- */

/* The whole file, which lives on the document's arena. False with a diagnostic. */
bool html_end(struct html *html, struct bytes *out);

#endif
