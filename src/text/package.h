/* package.h: which package to install for a character that no font has. */
#ifndef TEXT_PACKAGE_H
#define TEXT_PACKAGE_H

#include <stdint.h>

struct diags;
struct fontset;

/* Adds the error for a character without a glyph, once for each character. */
void package_report_missing(struct fontset *fonts, uint32_t rune, struct diags *diags);

#endif
