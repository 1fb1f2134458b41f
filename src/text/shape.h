/* shape.h: from characters to glyphs, one line at a time. */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/block.h"

struct fontset;
struct text_set;

/* Tells Pango the font of each span; before any line of the set is shaped. */
void shape_set_fonts(struct fontset *fonts, struct text_set *set, bool tabular);

/* Bytes start to end as one line at the reference size. advances, if not NULL, gets each cluster's width at its first
 * byte, counted from start. */
struct text_line shape_line(struct fontset *fonts, const struct text_set *set, size_t start, size_t end, bool rtl,
                            double *advances);

/* The first character that has a direction of its own decides; a text without one runs from left to right. */
bool shape_is_rtl(const char *text, size_t bytes);

#endif
