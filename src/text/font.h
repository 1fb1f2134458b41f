/* font.h: the fonts of a look: a set of them, which text.h shapes with, and its faces, as painters need them. */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diags;
struct font; /* one face, at no size */
struct fontset;
struct look;

/* roots: font folders, searched in order for the look's files. An own family (the first of the look) that is not found
 * is an error that names its package; a missing fallback is one only when it is needed. Where another face of the own
 * family has to stand in, that is a warning; for italics and code, which are opened only when a text asks for them, it
 * comes with the first such text. A file that is not in its place is sought by name, two folders deep below the roots.
 * NULL after errors. The look must outlive the font set. */
struct fontset *fontset_open(struct arena *arena, const struct look *look, const char *const *roots, size_t n_roots,
                             struct diags *diags);

/* Gives back all blocks that were shaped so far, and keeps the fonts open. What is told once is told again. Texts of
 * which nothing can be told, which are most, are kept to be found again, until they take too much memory. */
void fontset_forget(struct fontset *fonts);

struct font_work {     /* since the last fontset_forget; a text counts once for each weight */
	size_t shaped; /* texts that were shaped for the first time */
	size_t found;  /* that were shaped before */
};
struct font_work fontset_work(const struct fontset *fonts);

/* Between the two, what is shaped for the first time lasts until the page is closed. Not to be nested. */
void fontset_open_page(struct fontset *fonts);
void fontset_close_page(struct fontset *fonts);

/* Between the two, texts are shaped for a work of its own, which may outlive the call: what is not kept is shaped anew
 * on this arena. Not to be nested, nor while a page is open. end: true if all texts were such as are kept, so that the
 * work can be used again, without a message missing, for as long as fontset_kept_since is the same. */
void fontset_begin_apart(struct fontset *fonts, struct arena *arena);
bool fontset_end_apart(struct fontset *fonts);

/* How often the texts that are kept were given back. */
size_t fontset_kept_since(const struct fontset *fonts);

/* How many fallback files have been opened so far: 0 as long as the own family has every character. */
size_t fontset_opened(const struct fontset *fonts);

/* For painters. A face has one struct font for all sizes, so pointers can be compared. native is a cairo_font_face_t
 * (borrowed); color is true for faces that bring their own colours (emoji), which Cairo scales from bitmaps. */
void *font_native(const struct font *font);
bool font_color(const struct font *font);
const char *font_family(const struct font *font);
int font_css_weight(const struct font *font); /* 400, 600, 700 */
const char *font_file(const struct font *font);
int font_file_index(const struct font *font); /* of the face in its file */
bool font_own(const struct font *font);       /* of the look's first family */
bool font_italic(const struct font *font);
bool font_code(
	const struct font *font); /* the look's face for code: its figures are as wide as everything else in it */

#endif
