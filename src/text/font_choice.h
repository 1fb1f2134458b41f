/* font_choice.h: which font sets which bytes of a text. */
#ifndef TEXT_FONT_CHOICE_H
#define TEXT_FONT_CHOICE_H

struct diags;
struct fontset;
struct text_set;

/* Fills in the spans: every byte gets a font. A character that no font has is an error, once for each character. */
void font_choice_make(struct fontset *fonts, struct text_set *set, struct diags *diags);

#endif
