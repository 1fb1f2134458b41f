/* color.h: sRGB colours, their contrast, and how far apart they are for every viewer.
 *
 * Contrast is WCAG 2's ratio, unrounded. Distance is CIEDE2000, seen with normal vision or through a simulation of a
 * colour-vision deficiency (Machado 2009 at full severity and Brettel 1997, the worse of the two). */
#ifndef STYLE_COLOR_H
#define STYLE_COLOR_H

#include <stdbool.h>

struct color {
	unsigned char r, g, b;
};

/* "#0B3A6B"; false for anything else. */
bool color_parse(const char *text, struct color *color);
void color_hex(struct color color, char hex[8]);
bool color_equal(struct color a, struct color b);

/* 1 to 21. */
double color_contrast(struct color a, struct color b);

/* Part of the way from one to the other, which are at 0 and 1. */
struct color color_between(struct color from, struct color to, double part);

/* The colour itself where it has this contrast with the ground, else the nearest step from it towards ink that has. */
struct color color_towards(struct color color, struct color ground, struct color ink, double contrast);

/* The same for words, which have to be read. */
struct color color_readable(struct color color, struct color ground, struct color ink);

/* White or near black, whichever is easier to read on fill. */
struct color color_ink_on(struct color fill);

/* Between two colours, channel by channel: part 0 is a, 1 is b. */
struct color color_mix(struct color a, struct color b, double part);

/* The middle of the way from pale to strong in the hue of the strong one, in full colour: what a straight mix of the
 * two makes grey. Of greys their mean. */
struct color color_middle(struct color pale, struct color strong);

struct color_lab { /* CIE L*a*b*, D65 */
	double l, a, b;
};

/* CIEDE2000, all weights 1. */
double color_lab_distance(struct color_lab p, struct color_lab q);

enum vision { VISION_NORMAL, VISION_DEUTERANOPIA, VISION_PROTANOPIA, VISION_TRITANOPIA };

/* CIEDE2000 between the two as such a viewer sees them. */
double color_distance(struct color a, struct color b, enum vision vision);

/* The least over the three deficiencies. */
double color_distance_worst(struct color a, struct color b);

#endif
