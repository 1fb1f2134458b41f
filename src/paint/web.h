/* web.h: a document for browsers, written from its first element to its last.
 *
 * It has no pages: whoever writes it (press/web_*.c) opens and closes elements and gives their text, and figures are
 * drawn from scenes, each laid out at several widths of which the reader's browser shows the one that fits. Colours
 * come in pairs, for light and for dark surroundings. Every text is shaped once, only for the document to know which
 * characters of which faces it has to carry. One file comes of it, which asks nobody for anything. */
#ifndef PAINT_WEB_H
#define PAINT_WEB_H

#include "paint/paint.h"
#include "scene/scene.h"

struct web;
struct language;

struct web_setup {
	const struct language *language;
	const struct look *look;
	const struct palette *dark; /* for dark surroundings; NULL: the look's own for both */
	struct fontset *fonts;      /* of the look */
	const char *title;
	const char *description; /* a sentence or two; NULL: none */
	const char *marked;      /* "Confidential", on every page of paper; NULL: nothing */
};

/* info and what setup points to outlive it. Never NULL. */
struct web *web_new(struct arena *arena, const struct web_setup *setup, const struct paint_info *info,
                    struct diags *diags);

/* ---- elements and text ---- */

/* Markup, as it is. */
void web_add(struct web *web, const char *markup);
void web_addf(struct web *web, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Text in the regular face; n bytes of it in another. */
void web_text(struct web *web, const char *text);
void web_text_in(struct web *web, enum text_weight weight, const char *text, size_t n);

/* " dir=auto", for a tag that is being written: if its text has letters that run from right to left, it stands alone
 * and runs as its first letter does. */
void web_direction(struct web *web, const char *text);

/* What is written in no language, which lines may break where they like. */
void web_literal(struct web *web, const char *text);

/* " name="value"", for a tag that is being written. What an address may not contain is percent-encoded. */
void web_attribute(struct web *web, const char *name, const char *value);
void web_address(struct web *web, const char *name, const char *uri);

/* "<name>text</name>" in this face; nothing where text is NULL. classes: NULL for none. */
void web_element(struct web *web, const char *name, const char *classes, enum text_weight weight, const char *text);

/* Around the rows of a table, up to its body and from its end: where it is too wide, it can be moved by itself. Its
 * caption is for whoever cannot see what it stands under. */
void web_open_table(struct web *web, const char *classes, const char *caption);
void web_close_table(struct web *web);

/* " name="data:…"": a file as the address of itself. */
void web_data(struct web *web, const char *name, const char *media_type, struct bytes file);

/* Here, if the document has anything that developers claim of their own, readers can hide it. */
void web_control(struct web *web);

/* " class=o", or in a list of classes " o", for an element of what a developer claims. */
void web_claim(struct web *web, bool claimed);

/* ---- figures ---- */

enum { WEB_VIEWS = 3 };

/* How wide the views are, in pixels of the browser and in points. */
double web_view_width(size_t view);
double web_points(double pixels);

struct web_view { /* a figure at a width */
	const struct scene *light;
	const struct scene *dark; /* the same with other colours; NULL: there are none */
};

struct web_fact { /* a value of a figure, as a row of its table */
	const char *const *cells;
	const char *const *sorted; /* what each is sorted by; NULL: by its words */
	bool claimed;              /* by who developed what it is of */
};

struct web_mark {                  /* what stands for a value, or for several, for whoever walks through them */
	const char *sentence;      /* all that is known of it */
	const char *expression;    /* that asks for its value; NULL: it has several, or none */
	size_t row;                /* the first of its values among the facts */
	bool claimed;              /* one of them is */
	struct rect at[WEB_VIEWS]; /* where it is in each view, in its points; w 0: nowhere */
};

struct web_figure_words {
	const char *marks; /* what the list of marks is called */
	const char *table; /* what opens the table */
	const char *save;  /* what saves the values */
};

struct web_figure {
	const char *id;    /* unique in the document */
	const char *label; /* "Figure 3"; NULL: none */
	const char *doubt; /* words, if its claim does not hold; NULL: none */
	const char *alt;
	const char *title; /* of its table */
	const char *file;  /* what its values are saved as, without suffix */
	struct web_view views[WEB_VIEWS];
	struct scene *widest;     /* the last view, by day */
	const char *const *heads; /* of the table */
	size_t n_columns;
	const struct web_fact *facts;
	size_t n_facts;
	const struct web_mark *marks;
	size_t n_marks;
	const char *csv; /* the values; NULL: none */
	struct web_figure_words words;
};

void web_figure(struct web *web, const struct web_figure *figure);

/* ---- the end ---- */

/* The whole file, which lives on the document's arena. False with a diagnostic. */
bool web_end(struct web *web, struct bytes *out);

#endif
