/* brand_page.h: what a brand has on every page: a small logo at its head, and that it is confidential. */
#ifndef BRIEF_BRAND_PAGE_H
#define BRIEF_BRAND_PAGE_H

#include "brief/galley.h"

/* The small logo at the right of the header; how much room it takes there, 0 without one. scene NULL: only measures. */
double brand_header(struct galley *g, struct scene *scene);

/* How much room "Confidential" takes at the right of the head of a slide; 0 if it is not. */
double brand_slide_mark(const struct galley *g);

/* "Confidential" between the two texts of the footer, on slides at the right of the head. Where there is no room for
 * it, or for what the author has at the foot, an error says how much is lacking. */
void brand_foot(struct galley *g, struct scene *scene, const char *left, const char *right);

#endif
