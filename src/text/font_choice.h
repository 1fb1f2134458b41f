/* font_choice.h: which font sets which bytes of a text. */
#ifndef TEXT_FONT_CHOICE_H
#define TEXT_FONT_CHOICE_H

#include <stdbool.h>

struct font;
struct diags;
struct fontset;
struct text_set;

/* Fills in the spans: every byte gets a font. A character that no font has is an error, once for each character. */
void font_choice_make(struct fontset *fonts, struct text_set *set, struct diags *diags);

/* True if this face sets all of the text, and nobody would choose another one for any of it. */
bool font_choice_is_plain(const struct font *own, const char *text);

#endif
