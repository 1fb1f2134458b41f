/* text.h: string + style + width -> shaped block.
 *
 * A font set holds the fonts of one look and nothing else: the system's fonts are not scanned. Fallbacks are opened
 * only when a string has a character that the look's own family lacks, and are used for that character only. Every
 * string is shaped once: asking again for the same text, style and width returns the same block. Hinting and the
 * rounding of glyph positions are off, so a block is the same at every scale and breaks alike in PDF, PNG and SVG.
 *
 * Blocks belong to the font set and are const. Sizes and positions are in points; y grows downwards; a block's origin
 * is the left end of its first baseline. A font set is not for use from several threads at once: open one per thread.
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "text/block.h"
#include "text/font.h"

/* width <= 0: one line, however long. Otherwise broken at spaces, and inside a word only where it is wider than a
 * line; never between a number and what follows it in a name ("GPT-5.4", "Opus 4.6", "58 M"): digits stay with the
 * word before them, a number with its unit or the rest of a name ("3.1 Pro"), and a line does not break at a hyphen
 * inside a word. Where what is held together like that is wider than a line, it breaks there first. Scripts without
 * spaces break between characters as Unicode says. step: distance of baselines, 0 for 1.3 sizes. A newline in text
 * breaks. Tabs and controls are drawn as spaces. Every glyph must exist: a missing one adds a DIAG_ERROR that names the
 * character and the font package that has it, once for each character. Never NULL. */
const struct text_block *text_shape(struct fontset *fonts, const char *text, struct text_style style, double width,
                                    double step, struct diags *diags);

/* The same for prose: what is marked is set in another face of the same size, by whole graphemes, and what is held
 * together does not break at its spaces while it is short for the line; else breaks, fallbacks and errors are those of
 * text_shape. */
const struct text_block *text_shape_words(struct fontset *fonts, const struct text_words *words,
                                          struct text_style style, double width, double step, struct diags *diags);

/* The clusters of a run that begin in its bytes start to end, counted from run->text, as a run of its own: its arrays
 * are the run's. Parts that share their borders share no cluster and leave none out; one may have none. */
struct text_run text_run_part(const struct text_run *run, size_t start, size_t end);

/* Where the bytes start to end of block->text are, from the block's origin: one box per line and run, ascent to
 * descent, lines from the top, runs from the left, by the clusters that begin there. Returns how many there are; out
 * gets the first max. Spaces at which a line broke are nowhere. */
size_t text_boxes(const struct text_block *block, size_t start, size_t end, struct rect *out, size_t max);

/* Where the bytes from start on begin, in a block of one line that is read from the left; its width past the end. */
double text_x(const struct text_block *block, size_t start);

/* One line of a block as a block of its own, whose text is the line's. */
const struct text_block *text_line_block(struct fontset *fonts, const struct text_block *block, size_t line);

/* The block with its lines moved inside its width: part 0.5 centres them, 1 aligns their ends. */
const struct text_block *text_align(struct fontset *fonts, const struct text_block *block, double part);

#endif
