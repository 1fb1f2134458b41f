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

/* part of the way from a to b: 0 is a, 1 is b. */
struct color color_between(struct color a, struct color b, double part);

/* White or near black, whichever is easier to read on fill. */
struct color color_ink_on(struct color fill);

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
